import type { Competency, Importance, Role, RoleCompetency, RoleLayer } from '../content/role.ts';
import type { Requirement } from './read-job.ts';

/** A shared competency with the layer it usually stands in. */
export interface CataloguedCompetency {
  readonly competency: Competency;
  readonly layer: Pick<RoleLayer, 'id' | 'name' | 'part' | 'summary'>;
}

/** What a role would ask for by a job description: one competency with all requirements that speak of it. */
export interface ProposedDemand {
  /** The shared competency's id, or `new:` and a skill's id for one nobody has described yet. */
  readonly key: string;
  readonly name: string;
  readonly isNew: boolean;
  /** Skills asked for, by id. */
  readonly skills: readonly string[];
  readonly importance: Importance;
  readonly required: number;
  /** 1–5. */
  readonly weight: number;
  /** Why this importance and this level, in sentences. */
  readonly reasons: readonly string[];
}

/** The level assumed where a job description says nothing of it. */
const ASSUMED_LEVEL = 3;
const ASSUMED_NICE_LEVEL = 2;
/** What speaks for a competency beside the share of it that the skill is: its name, and each other requirement that it rests on. */
const NAMED = 0.5;
const TOGETHER = 0.1;
/** A competency of which the skill is a smaller part than this is about something else. */
const MIN_PART = 0.3;

/**
 * Maps what is asked for to the shared competencies, so that roles stay comparable; what none of them is about becomes a new
 * one, "A or B" a single one. Of several that rest on a skill the one that others of the requirements speak of too is taken.
 */
export function proposeDemands(requirements: readonly Requirement[], catalogue: readonly CataloguedCompetency[]): ProposedDemand[] {
  const bySkill = partsBySkill(catalogue);
  const asked = new Set(requirements.map(({ skillId }) => skillId));
  const names = new Map(catalogue.map(({ competency }) => [competency.id, competency.name]));
  const homes = new Map(requirements.map((one) => [one.skillId, homeOf(one, bySkill, asked, names)]));
  const groups = Map.groupBy(requirements, (one) => homes.get(one.skillId)?.id ?? newKey(one, requirements, homes));
  return [...groups].map(([key, members]) => {
    const isNew = key.startsWith('new:');
    return {
      key,
      name: names.get(key) ?? members.map(({ name }) => name).join(members.length === 2 ? ' or ' : ', '),
      isNew,
      skills: members.map(({ skillId }) => skillId),
      ...strictest(members),
    };
  });
}

interface Part {
  readonly id: string;
  /** How much of the competency the skill is, 0–1. */
  readonly share: number;
}

function partsBySkill(catalogue: readonly CataloguedCompetency[]): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  const add = (skillId: string, part: Part): void => {
    const list = parts.get(skillId);
    if (list) list.push(part);
    else parts.set(skillId, [part]);
  };
  for (const { competency } of catalogue) {
    const count = competency.skillsAll.length + competency.skillsAny.length;
    for (const skillId of competency.skillsAll) add(skillId, { id: competency.id, share: 1 / count });
    // One of several that would do says a little less of what the competency is about.
    for (const group of competency.skillsAny) for (const skillId of group) add(skillId, { id: competency.id, share: 0.8 / count });
  }
  return parts;
}

function homeOf(
  { skillId, name }: Requirement,
  parts: ReadonlyMap<string, readonly Part[]>,
  asked: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): Part | null {
  // A competency that bears the skill's name is about it: Ceph belongs to "Ceph operation" before "Linux storage".
  const isNamedIn = (id: string): boolean => ` ${names.get(id)?.toLowerCase() ?? ''} `.includes(` ${name.toLowerCase()} `);
  const togetherWith = (id: string): number =>
    [...asked].filter((other) => other !== skillId && parts.get(other)?.some((part) => part.id === id)).length;
  const [best] = (parts.get(skillId) ?? [])
    .filter(({ share }) => share >= MIN_PART)
    .map((part) => ({ part, score: part.share + (isNamedIn(part.id) ? NAMED : 0) + TOGETHER * Math.min(3, togetherWith(part.id)) }))
    .sort((a, b) => b.score - a.score || a.part.id.localeCompare(b.part.id, 'en'));
  return best?.part ?? null;
}

function newKey(one: Requirement, all: readonly Requirement[], homes: ReadonlyMap<string, Part | null>): string {
  const first = all.find(
    ({ alternatives, skillId }) => alternatives !== null && alternatives === one.alternatives && homes.get(skillId) === null,
  );
  return `new:${first?.skillId ?? one.skillId}`;
}

function strictest(members: readonly Requirement[]): Pick<ProposedDemand, 'importance' | 'required' | 'weight' | 'reasons'> {
  const musts = members.filter(({ importance }) => importance === 'must');
  const standing = musts.length > 0 ? musts : members;
  const importance: Importance = musts.length > 0 ? 'must' : 'nice';
  const told = standing.flatMap(({ level }) => (level === null ? [] : [level]));
  const assumed = importance === 'must' ? ASSUMED_LEVEL : ASSUMED_NICE_LEVEL;
  const required = told.length > 0 ? Math.max(...told) : assumed;
  const level = standing.find((one) => one.level === required);
  return {
    importance,
    required,
    weight: weightOf(importance, required, members),
    reasons: [standing[0]?.importanceReason ?? '', level?.levelReason ?? `No words say how well: ${assumed} is assumed.`],
  };
}

/** What is asked for at length weighs more: 3 for a must, 2 for a wish, more for a high level and for several names. */
function weightOf(importance: Importance, required: number, members: readonly Requirement[]): number {
  const base = importance === 'must' ? 3 : 2;
  return Math.min(5, base + (required >= 4 ? 1 : 0) + (members.length > 2 ? 1 : 0));
}

export interface TakenDemand {
  readonly key: string;
  readonly name: string;
  readonly skills: readonly string[];
  readonly importance: Importance;
  readonly required: number;
  readonly weight: number;
  /** The words that ask for it. */
  readonly note: string;
}

export interface NewRole {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

/** A role of what was taken from a job description, in the layers of the shared competencies; new ones in one of their own. */
export function roleFromDemands(
  { id, name, summary }: NewRole,
  taken: readonly TakenDemand[],
  catalogue: readonly CataloguedCompetency[],
): Role {
  const shared = new Map(catalogue.map((one) => [one.competency.id, one]));
  const layers = new Map<string, RoleLayer>();
  const used = new Set<string>();
  for (const { key, name: called, skills, note, importance, required, weight } of taken) {
    const known = shared.get(key);
    const layer = known?.layer ?? NAMED_LAYER;
    const competency: RoleCompetency = { ...(known?.competency ?? newCompetency(called, skills)), required, importance, weight, note };
    // The same id twice would be one competency asked for in two ways.
    if (used.has(competency.id)) continue;
    used.add(competency.id);
    const before = layers.get(layer.id) ?? { ...layer, competencies: [] };
    layers.set(layer.id, { ...before, competencies: [...before.competencies, competency] });
  }
  return { id, version: 1, name, summary, layers: [...layers.values()] };
}

const NAMED_LAYER = { id: 'named', name: 'Named in the advert', part: 'layer', summary: 'What no shared competency is about.' } as const;

const MAX_NAMED = 150;

function newCompetency(name: string, skills: readonly string[]): Competency {
  const base = { why: '', proof: '', levels: [], prerequisites: [], asked: 2, resources: [] };
  const parts = skills.length === 1 ? { skillsAll: [...skills], skillsAny: [] } : { skillsAll: [], skillsAny: [[...skills]] };
  // By its skills, so that the same demand of two adverts is the same competency, and others never are.
  const id = `named.${skills.map(slug).sort().join('-or-').slice(0, MAX_NAMED)}`.replace(/-+$/, '');
  return { ...base, ...parts, id, name };
}

/** Letters and digits joined by hyphens, as ids are. */
export function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return words === '' ? 'x' : words.slice(0, 60).replace(/-+$/, '');
}

import type { TaxonomySkill } from '../content/taxonomy.ts';
import { foldedKey } from '../import/matcher.ts';
import { surfacesOf } from './surfaces.ts';

/** What a person changed in the taxonomy. It lies over what ships and is never written into it. */
export interface PersonTaxonomy {
  /** Own name by skill id. */
  readonly names: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** The skill each merged one is read as; may lead on to another. */
  readonly merges: ReadonlyMap<string, string>;
}

export interface OwnSkill {
  readonly id: string;
  readonly name: string;
  readonly category: string;
}

/** The skill an id is read as once all merges are followed; the id itself when it was not merged. */
export function resolveMerge(merges: ReadonlyMap<string, string>, id: string): string {
  let at = id;
  // A merge never leads back to itself; the bound holds even for damaged data.
  for (let steps = 0; steps <= merges.size; steps += 1) {
    const next = merges.get(at);
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

/** All ids read as this skill, itself first. */
export function membersOf(merges: ReadonlyMap<string, string>, id: string): string[] {
  return [id, ...[...merges.keys()].filter((from) => from !== id && resolveMerge(merges, from) === id)];
}

/**
 * The taxonomy as the importer gets it: what ships, with the person's names, spellings and merges.
 *
 * - A renamed skill keeps its old name as a spelling, under the rule it had.
 * - A merged skill's spellings go to the other. An ambiguous one stays by itself, since its rule is about its own words;
 *   what is found as such is read as the other skill later.
 * - Of the person's own skills those take part that they named, merged or gave a spelling. One that a document brought stays
 *   out, so that the order of two imports makes no difference.
 * - A name that ships wins over a spelling of the person's own; their spelling wins over one that ships.
 */
export function applyPersonTaxonomy(shipped: readonly TaxonomySkill[], own: readonly OwnSkill[], person: PersonTaxonomy): TaxonomySkill[] {
  if (person.names.size === 0 && person.aliases.size === 0 && person.merges.size === 0) return [...shipped];
  const shippedNames = new Set(shipped.map(({ name }) => foldedKey(name)));
  const takesPart = touched(person);
  const skills = [...shipped, ...own.filter(({ id }) => takesPart.has(id)).map(asTaxonomySkill)].map((skill) => renamed(skill, person));
  const claimed = personSurfaces(person, shippedNames);
  const free = skills.map((skill) => withoutClaimed(skill, claimed));
  return merged(free, person).map((skill) => withAliases(skill, person, shippedNames));
}

function touched({ names, aliases, merges }: PersonTaxonomy): Set<string> {
  return new Set([...names.keys(), ...aliases.keys(), ...merges.keys(), ...merges.values()]);
}

/** A name this short is an everyday word or a part of one somewhere: it counts only as the person writes it. */
const MAX_SHORT_NAME = 4;

function asTaxonomySkill({ id, name, category }: OwnSkill): TaxonomySkill {
  const exact = name.length <= MAX_SHORT_NAME ? [name] : [];
  return { id, name, category, kind: 'technology', aliases: [], exact, ambiguous: false, context: [], neighbours: [] };
}

function renamed(skill: TaxonomySkill, { names }: PersonTaxonomy): TaxonomySkill {
  const name = names.get(skill.id);
  if (name === undefined || name === skill.name) return skill;
  const keepsCase = skill.ambiguous || skill.exact.length > 0;
  return keepsCase
    ? { ...skill, name, exact: [...new Set([...skill.exact, skill.name])] }
    : { ...skill, name, aliases: [...new Set([...skill.aliases, skill.name])] };
}

/** Which skill the person gave each spelling to. */
function personSurfaces({ aliases, merges }: PersonTaxonomy, shippedNames: ReadonlySet<string>): Map<string, string> {
  const claimed = new Map<string, string>();
  for (const [id, list] of aliases) {
    for (const alias of list) {
      const key = foldedKey(alias);
      if (!shippedNames.has(key)) claimed.set(key, resolveMerge(merges, id));
    }
  }
  return claimed;
}

function withoutClaimed(skill: TaxonomySkill, claimed: ReadonlyMap<string, string>): TaxonomySkill {
  if (claimed.size === 0) return skill;
  const isFree = (written: string): boolean => (claimed.get(foldedKey(written)) ?? skill.id) === skill.id;
  if (skill.aliases.every(isFree) && skill.exact.every(isFree)) return skill;
  return { ...skill, aliases: skill.aliases.filter(isFree), exact: skill.exact.filter(isFree) };
}

function merged(skills: readonly TaxonomySkill[], { merges }: PersonTaxonomy): TaxonomySkill[] {
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const given = new Map<string, string[]>();
  const gone = new Set<string>();
  for (const from of merges.keys()) {
    const skill = byId.get(from);
    const into = resolveMerge(merges, from);
    if (skill === undefined || skill.ambiguous || !byId.has(into)) continue;
    gone.add(from);
    given.set(into, [...(given.get(into) ?? []), ...surfacesOf(skill).values()]);
  }
  return skills
    .filter(({ id }) => !gone.has(id))
    .map((skill) => ({ ...skill, aliases: [...new Set([...skill.aliases, ...(given.get(skill.id) ?? [])])] }));
}

function withAliases(skill: TaxonomySkill, { aliases, merges }: PersonTaxonomy, shippedNames: ReadonlySet<string>): TaxonomySkill {
  const own = [...aliases].filter(([id]) => resolveMerge(merges, id) === skill.id).flatMap(([, list]) => list);
  const wanted = own.filter((alias) => !shippedNames.has(foldedKey(alias)) || surfacesOf(skill).has(foldedKey(alias)));
  return wanted.length === 0 ? skill : { ...skill, aliases: [...new Set([...skill.aliases, ...wanted])] };
}

/**
 * The skill a spelling already belongs to, or null when it is free.
 * @param exceptId the skill that wants the spelling; what is its own does not stand in the way.
 */
export function ownerOf<T extends Pick<TaxonomySkill, 'id' | 'name' | 'aliases' | 'exact'>>(
  skills: readonly T[],
  written: string,
  exceptId: string | null,
): T | null {
  const key = foldedKey(written);
  return skills.find((skill) => skill.id !== exceptId && surfacesOf(skill).has(key)) ?? null;
}

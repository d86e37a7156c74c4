import type { KeyPoint, Localized, Question } from '../content/question.ts';
import type { RoleCompetency } from '../content/role.ts';
import { seededNumber } from '../practice/draw.ts';
import { choiceAtoms } from './atoms/choices.ts';
import { deedAtoms } from './atoms/deeds.ts';
import { contradictionAtoms, gapAtoms, regretAtoms, retractionAtoms } from './atoms/gaps.ts';
import { Reading, slug } from './atoms/reading.ts';
import { scaleAtoms } from './atoms/scales.ts';
import { pairAtoms, staleAtoms, toolAtoms, transferAtoms } from './atoms/tools.ts';
import { chainAtoms, incidentAtoms, projectAtoms } from './atoms/work.ts';
import { inOrder, type ProfileFacts } from './facts.ts';
import { FAMILIES } from './families/index.ts';
import type { Atoms, Family } from './family.ts';
import { figure } from './grammar/en.ts';
import { typography } from './grammar/fr.ts';
import { competencyPoint, skeletonOf } from './skeleton.ts';
import type { Firing, GeneratedQuestion, Noun, Slots, SlotValue, Title } from './types.ts';

/** Counts up whenever sentences or rules change, so that questions are made anew. */
export const GENERATOR_VERSION = 2;

/** All atoms of a profile. */
export function atomsOf(unordered: ProfileFacts): Atoms {
  const facts = inOrder(unordered);
  const reading = new Reading(facts);
  const tools = toolAtoms(reading);
  const { choices, migrations } = choiceAtoms(reading);
  return {
    scales: scaleAtoms(reading),
    choices,
    migrations,
    chains: chainAtoms(reading),
    deeds: deedAtoms(reading),
    projects: projectAtoms(reading),
    incidents: incidentAtoms(reading),
    tools,
    stale: staleAtoms(reading, tools),
    pairs: pairAtoms(reading, tools),
    transfers: transferAtoms(reading, tools),
    gaps: gapAtoms(reading, tools),
    contradictions: contradictionAtoms(reading),
    regrets: regretAtoms(reading),
    retractions: retractionAtoms(reading),
    ratings: facts.ratings.flatMap((rating) => {
      const noun = reading.noun(rating.skillId);
      return noun === null ? [] : [{ ...rating, noun }];
    }),
  };
}

/**
 * Every question a person's facts give rise to: the same facts, the same questions. Ids come from family and content, so they survive
 * a new import of the same evidence.
 * @param owner a part of the id that keeps two people with the same evidence apart.
 */
export function generateQuestions(facts: ProfileFacts, owner: string): GeneratedQuestion[] {
  const atoms = atomsOf(facts);
  const made = new Map<string, GeneratedQuestion>();
  for (const family of FAMILIES) {
    family.each(atoms, (definition, firing) => {
      const one = questionOf(definition, firing, facts, owner);
      if (!made.has(one.question.id)) made.set(one.question.id, one);
    });
  }
  return [...made.values()];
}

function questionOf<S extends Slots>(family: Family<S>, firing: Firing<S>, facts: ProfileFacts, owner: string): GeneratedQuestion {
  const { slots, sources, stance } = firing;
  const atom = firing.atom.split('.').map(slug).join('.');
  const variant = Math.floor(seededNumber(`${family.id} ${firing.atom}`) * family.en.length);
  const prompt = { en: (family.en[variant] ?? family.en[0])(slots), fr: typography((family.fr[variant] ?? family.fr[0])(slots)) };
  const competencies = competenciesFor(facts, firing);
  const [main] = competencies;
  const fromCompetency = main === undefined ? null : competencyPoint(main, family.level, prompt.en);
  const keyPoints: KeyPoint[] = [
    ...family.points.map(({ id, essential, text, aliases }) => keyPointOf(id, essential, text, aliases)),
    ...(fromCompetency === null ? [] : [fromCompetency.point]),
  ];
  const question: Question = {
    id: `gen.${family.id}.${atom}.${owner}`,
    version: 1,
    kind: family.kind,
    level: family.level,
    timeLimitSec: family.timeLimitSec,
    competencies: competencies.map(({ id }, index) => ({ id, weight: index === 0 ? 1 : 0.4 })),
    prompt,
    modelAnswer: skeletonOf(family, sources, fromCompetency),
    keyPoints,
    ...(family.parts === undefined ? {} : { parts: family.parts(slots) }),
    followUps: family.followUps.map(({ when, prompt: ask }) => ({
      when,
      level: Math.min(5, family.level + 1),
      prompt: { en: ask.en, fr: typography(ask.fr) },
    })),
    commonMistakes: [french(family.mistake)],
    sources: [],
    family: `gen.${firing.atom.split('.')[0] ?? firing.atom}.${owner}`,
  };
  const why = { en: family.why.en(slots), fr: typography(family.why.fr(slots)) };
  const nouns = Object.values(slots).flatMap(nounsIn);
  return {
    question,
    provenance: {
      family: family.id,
      atom: firing.atom,
      stance,
      sources,
      slots: writtenSlots(slots),
      why,
      borrowed: nouns.filter(({ isBorrowed }) => isBorrowed).map(({ en }) => en),
    },
  };
}

function keyPointOf(id: string, essential: boolean, text: Required<Localized>, aliases: KeyPointAliases): KeyPoint {
  return { id, weight: essential ? 1 : 0.5, essential, text: french(text), aliases: { en: [...aliases.en], fr: [...aliases.fr] } };
}
type KeyPointAliases = { readonly en: readonly string[]; readonly fr: readonly string[] };

function french({ en, fr }: Required<Localized>): Required<Localized> {
  return { en, fr: typography(fr ?? en) };
}

/** The competency asked about, and those that rest on the atom's first skills: the role's own order decides, those that need it most first. */
function competenciesFor(
  { competencies, skills }: ProfileFacts,
  { competencyId, skillIds }: Pick<Firing<Slots>, 'competencyId' | 'skillIds'>,
): RoleCompetency[] {
  const named = competencies.filter(({ id }) => id === competencyId);
  const restsOn = (id: string): RoleCompetency[] => {
    const core = competencies.filter(({ skillsAll }) => skillsAll.includes(id));
    return [...core, ...competencies.filter(({ skillsAny }) => skillsAny.some((group) => group.includes(id)))];
  };
  const direct = skillIds.flatMap(restsOn);
  const above = direct.length > 0 || named.length > 0 ? [] : skillIds.flatMap((id) => restsOn(skills.get(id)?.parentId ?? ''));
  return [...new Set([...named, ...direct, ...above])].slice(0, 2);
}

function nounsIn(value: SlotValue | null | undefined): readonly Noun[] {
  const values = value === null || value === undefined ? [] : isList(value) ? value : [value];
  return values.filter((one) => one.class !== 'figure' && one.class !== 'title');
}

function isList(value: SlotValue): value is readonly Noun[] | readonly Title[] {
  return Array.isArray(value);
}

function writtenSlots(slots: Slots): Record<string, string> {
  return Object.fromEntries(
    Object.entries(slots).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, written(value)]])),
  );
}

function written(value: SlotValue): string {
  if (isList(value)) return value.map(written).join(', ');
  if (value.class === 'figure') return figure(value);
  if (value.class !== 'title') return value.en;
  return value.under === undefined ? value.text : `${value.under}: ${value.text}`;
}

import type { CaveatFact, Statement } from '../facts.ts';
import type { Figure, Noun, Source, Title } from '../types.ts';
import { isInside, kindOfLimit } from './limits.ts';
import { quoteAt, remarkAt, words } from './quotes.ts';
import { lastHeading, type Reading, slug } from './reading.ts';
import { asSource, type ToolAtom } from './tools.ts';

/** Something the person says they lack. */
export interface GapAtom {
  readonly atom: string;
  readonly noun: Noun;
  /** The gap in the person's own words. */
  readonly told: Title;
  readonly nearest: ToolAtom | null;
  readonly source: Source | null;
}

const MAX_GAP_WORDS = 9;
const MIN_SHARE = 0.2;

/** Open gaps told in a few words, one atom for each; a sentence of regret or a to-do is none. */
export function gapAtoms(reading: Reading, tools: readonly ToolAtom[]): GapAtom[] {
  const held = new Map(tools.map((tool) => [tool.noun.skillId, tool]));
  const atoms = new Map<string, GapAtom>();
  for (const { text, skills, isClosed, source } of reading.facts.gaps) {
    const noun =
      isClosed || !isShortGap(text) ? undefined : skills.map((id) => reading.noun(id)).find((one) => one !== null && names(text, one));
    const told = words(text, MAX_GAP_WORDS);
    if (!noun || told === null || atoms.has(noun.skillId) || GROWN_OLD.test(text)) continue;
    const edge = reading.facts.edges
      .filter(({ toId, fromId, share }) => toId === noun.skillId && share >= MIN_SHARE && held.has(fromId))
      .toSorted((a, b) => b.share - a.share)[0];
    atoms.set(noun.skillId, {
      atom: slug(noun.skillId),
      noun,
      told,
      nearest: edge === undefined ? null : (held.get(edge.fromId) ?? null),
      source,
    });
  }
  return [...atoms.values()];
}

/** What has grown old was known once: it is no gap to be learnt from the start. */
const GROWN_OLD = /(?<!\p{L})(?:old|ageing|outdated|rusty|vieilli\p{L}*|daté\p{L}*|rouillé\p{L}*|veraltet|eingerostet)(?!\p{L})/iu;

/** A few words that name what is lacking: no to-do, and no sentence about what could have been. */
function isShortGap(text: string): boolean {
  if (/^\W*(?:todo|à faire)\b/i.test(text) || text.trim().split(/\s+/).length > MAX_GAP_WORDS) return false;
  return !/\b(?:would|should|could|never|was|were|aurais|aurait|jamais)\b|n['’]t\b/i.test(text);
}

function names(text: string, { en, fr }: Noun): boolean {
  const said = text.toLowerCase();
  return said.includes(en.toLowerCase()) || said.includes(fr.toLowerCase());
}

/** What the person says should have been otherwise, in words that can be quoted. */
export interface RegretAtom {
  readonly atom: string;
  readonly told: Title;
  readonly skillIds: readonly string[];
  readonly source: Source;
}

const REGRET =
  /(?<!\p{L})(?:(?:should|could|would)(?:n['’]t)?(?: not)?(?: probably| also)?(?:['’]ve| have)|but should have|aura(?:is|it|ient) (?:dû|du|fallu|pu)|aurions (?:dû|du|pu))(?!\p{L})/iu;

/** What it is about stands in the sentence before. */
const LEANS_ON_OTHERS =
  /^(?:perhaps|i didn['’]t because)|as well$|like to|aimerais|(?<!\p{L})(?:of|to|about|with|tried) (?:this|it|that|them)(?!\p{L})/iu;

const FEWEST_WORDS = 6;

export function regretAtoms({ facts }: Reading): RegretAtom[] {
  const atoms = new Map<string, RegretAtom>();
  for (const { text, skills, isClosed, source } of facts.gaps) {
    const told = isClosed || source === null || !REGRET.test(text) ? null : remarkAt(text);
    if (
      told === null ||
      source === null ||
      !REGRET.test(told.text) ||
      LEANS_ON_OTHERS.test(told.text) ||
      told.text.split(' ').length < FEWEST_WORDS
    )
      continue;
    const atom = slug(told.text);
    if (!atoms.has(atom)) atoms.set(atom, { atom, told, skillIds: skills, source });
  }
  return [...atoms.values()];
}

/** Two places that do not say the same of one skill. */
export interface ContradictionAtom {
  readonly atom: string;
  readonly noun: Noun;
  /** What speaks low: it is named among the gaps, or a caveat limits the level. */
  readonly low: 'gap' | 'limit';
  /** What speaks high: it was built, led or operated, or rated 4 and more. */
  readonly high: 'done' | 'rated';
  /** Both places in their own words, where both can be quoted. */
  readonly told: readonly [low: Title, high: Title] | null;
  readonly sources: readonly Source[];
}

const HIGH = 4;

/** "User-level Kubernetes" and Helm charts for it; a gap in BGP and routers that speak it. */
export function contradictionAtoms(reading: Reading): ContradictionAtom[] {
  const lows = [
    ...reading.facts.gaps.flatMap(({ skills, source, isClosed, text }) =>
      isClosed || source === null || !isShortGap(text)
        ? []
        : skills.flatMap((id) => (isNamed(reading, id, text) ? [{ id, low: 'gap' as const, source }] : [])),
    ),
    ...reading.facts.caveats.flatMap((caveat) =>
      limitedSkills(reading, caveat).map((id) => ({ id, low: 'limit' as const, source: asSource(caveat) })),
    ),
  ];
  const seen = new Set<string>();
  return lows.flatMap(({ id, low, source }): ContradictionAtom[] => {
    const noun = reading.noun(id);
    if (noun === null || seen.has(id)) return [];
    const done =
      [...reading.done(id), ...builtBeside(reading, source, noun)].find((one) => !isInside(one, source) && one.stance !== 'operated') ??
      reading.done(id).find((one) => !isInside(one, source) && one.text.trim().split(/\s+/).length > 2);
    const isRated = reading.facts.ratings.some(({ skillId, level }) => skillId === id && level >= HIGH);
    if (done === undefined && !isRated) return [];
    seen.add(id);
    return [
      {
        atom: slug(id),
        noun,
        low,
        high: done === undefined ? 'rated' : 'done',
        told: done === undefined ? null : bothTold(source, done),
        sources: done === undefined ? [source] : [source, asSource(done)],
      },
    ];
  });
}

const MOST_QUOTED = 25;

/** Null where one of the two does not stand for itself, or both are too long to be heard together. */
function bothTold(low: Source, high: Statement): readonly [Title, Title] | null {
  const first = words(low.text, MAX_GAP_WORDS) ?? remarkAt(low.text);
  const second = quoteAt(high.text, high.mentionStart - high.start);
  if (first === null || second === null || `${first.text} ${second.text}`.split(' ').length > MOST_QUOTED) return null;
  return [first, second];
}

function isNamed(reading: Reading, id: string, text: string): boolean {
  const noun = reading.noun(id);
  return noun !== null && names(text, noun);
}

/** A caveat about a level is about what its heading names, if that is a skill; else about the names in it. */
function limitedSkills(reading: Reading, caveat: CaveatFact): readonly string[] {
  if (kindOfLimit(caveat.text) !== 'level') return [];
  const heading = reading.headingNoun(reading.facts.statements.find((one) => isInside(one, caveat))?.section ?? null);
  if (heading !== null && caveat.skills.includes(heading.skillId)) return [heading.skillId];
  return caveat.skills.filter((id) => isNamed(reading, id, caveat.text));
}

/** Something built under the heading that names the skill. */
function builtBeside(reading: Reading, source: Source, noun: Noun): readonly Statement[] {
  const section = reading.facts.statements.find((one) => isInside(one, source))?.section ?? null;
  if (section === null || reading.headingNoun(section)?.skillId !== noun.skillId) return [];
  return reading.facts.statements.filter((one) => one.section === section && one.stance === 'built');
}

/** What the person wants said with care: a claim they took back, or gave to their team. */
export interface RetractionAtom {
  readonly atom: string;
  readonly about: Noun | Figure;
  /** The caveat in its own words. */
  readonly told: Title;
  readonly skillIds: readonly string[];
  readonly source: Source;
}

/** Caveats about whose work it was, by their figure or else by the first name in them. */
export function retractionAtoms(reading: Reading): RetractionAtom[] {
  const atoms = new Map<string, RetractionAtom>();
  for (const caveat of reading.facts.caveats) {
    const kind = kindOfLimit(caveat.text);
    if (kind !== 'team' && kind !== 'part') continue;
    const about = subjectOf(reading, caveat);
    const told = about === null ? null : toldOf(reading, caveat, about);
    if (about === null || told === null) continue;
    const key = slug(about.class === 'figure' ? `${about.value} ${about.unit} ${about.per ?? ''}` : about.skillId);
    if (!atoms.has(key)) atoms.set(key, { atom: key, about, told, skillIds: caveat.skills, source: asSource(caveat) });
  }
  return [...atoms.values()];
}

const CLEAR_WORDS = 8;

/** The caveat; a short one with the heading it stands under, where that is what it is about. */
function toldOf(reading: Reading, caveat: CaveatFact, about: Noun | Figure): Title | null {
  const told = remarkAt(caveat.text);
  if (told === null || about.class === 'figure' || told.text.toLowerCase().includes(about.en.toLowerCase())) return told;
  const section = reading.facts.statements.find((one) => isInside(one, caveat))?.section ?? null;
  if (reading.headingNoun(section)?.skillId === about.skillId) return { ...told, under: lastHeading(section) ?? about.en };
  return told.text.split(' ').length < CLEAR_WORDS ? null : told;
}

function subjectOf(reading: Reading, caveat: CaveatFact): Noun | Figure | null {
  const scale = reading.facts.scales.find((one) => isInside(one, caveat));
  if (scale !== undefined) {
    const [unit = scale.unit, rate] = scale.unit.split('/');
    const per = rate === 'day' || rate === 'month' || rate === 'hour' || rate === 's' ? rate : null;
    return { class: 'figure', value: scale.value, unit, per, precision: 'exact' };
  }
  const first = caveat.skills
    .map((id) => ({
      noun: reading.noun(id),
      at: caveat.text.toLowerCase().indexOf((reading.facts.skills.get(id)?.name ?? '\0').toLowerCase()),
    }))
    .filter(({ noun }) => noun?.isProper)
    .toSorted((a, b) => (a.at < 0 ? 1 : b.at < 0 ? -1 : a.at - b.at))[0];
  return first?.noun ?? null;
}

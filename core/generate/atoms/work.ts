import type { StoryFact } from '../facts.ts';
import type { ClaimStance, Noun, Source, Title } from '../types.ts';
import { isInside, kindOfLimit } from './limits.ts';
import { lastHeading, type Reading, slug } from './reading.ts';

/** A thing of several parts, named by its heading: a title in quotes or the name of a service. */
export interface SystemAtom {
  readonly atom: string;
  readonly head: Noun | Title;
  readonly parts: readonly Noun[];
  readonly skillIds: readonly string[];
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
}

/** Work with a title that the document tells as a story. */
export interface ProjectAtom {
  readonly atom: string;
  readonly title: Title;
  readonly skillIds: readonly string[];
  readonly hasFigure: boolean;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
}

/** An incident with what played a part in it and what was changed. */
export interface IncidentAtom {
  readonly atom: string;
  readonly title: Title;
  readonly cause: Noun;
  readonly fixed: readonly Noun[];
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
}

const MAX_TITLE_WORDS = 9;
const MAX_PARTS = 4;
const OLD_YEARS = 10;
/** A title that begins with what somebody did is a sentence, and does not stand in one. */
const SENTENCE =
  /^(?:wrote|drove|created|built|migrated|designed|led|ran|made|set|worked|helped|developed|deployed|as|i|we|my|our|how|what|why|when|each|to|the|there|it|in|for|je|nous|mon|ma|mes|part|phase|step|chapter|étape|partie)\b/i;
/** Headings under which things are listed, not built. */
const LISTING =
  /\b(?:world|time|about|skills?|tools?|misc|divers|outils|languages?|overview|compétences|savoir|objecti\p{L}+|stack|mise en œuvre|résultats?|résumé|summary|hardware|learning|notes?|honesty|working style|scale|numbers|scope|responsibility|story|formateur|ingénieur|développeur|administrateur|engineer|developer|administrator|manager|consultant|did|would|load balancers|databases|well|improvements|accomplishments)\b/iu;

/** What can be quoted as the name of a piece of work; null for a sentence, a list's heading, a date, a position or one everyday word. */
export function titleOf(heading: string | null): Title | null {
  const text = heading?.replace(/[:.]+$/, '').trim() ?? '';
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > MAX_TITLE_WORDS) return null;
  if (/[.!?…|@]|\b(?:19|20)\d\d\b|https?:|^\W/.test(text) || SENTENCE.test(text) || LISTING.test(text)) return null;
  return { class: 'title', text };
}

/** Two services or more that a piece of built work rests on. */
export function systemAtoms(reading: Reading): SystemAtom[] {
  const sections = Map.groupBy(
    reading.lines.filter(({ section }) => section !== null),
    ({ section, source }) => `${source.documentId} ${section}`,
  );
  return [...sections.values()].flatMap((lines) => {
    const section = lines[0]?.section ?? null;
    const head = headOf(reading, section);
    if (head === null) return [];
    const headId = head.class === 'title' ? '' : head.skillId;
    const positive = lines
      .flatMap(({ statements }) => statements)
      .filter(({ stance }) => stance === 'built' || stance === 'operated' || stance === 'used');
    const gone = new Set(
      reading.facts.statements
        .filter(({ stance, section: one }) => one === section && stance !== 'used' && stance !== 'built' && stance !== 'operated')
        .map(({ skillId }) => skillId),
    );
    const ids = [...new Set(positive.map(({ skillId }) => skillId))].filter((id) => id !== headId && !gone.has(id));
    const parts = ids
      .flatMap((id) => reading.named(id, ['service']) ?? [])
      .filter(({ skillId }) => !isFamily(reading, skillId, headId) && !reading.isOf(skillId, ['platform']))
      .slice(0, MAX_PARTS);
    const isOld = positive.every(
      ({ periodTo }) => periodTo !== null && periodTo < String(Number(reading.facts.month.slice(0, 4)) - OLD_YEARS),
    );
    if (parts.length < 2 || isOld || areAlternatives(reading, parts)) return [];
    const sources = lines
      .filter(({ nouns }) => nouns.some((noun) => parts.includes(noun)))
      .map(({ source }) => source)
      .slice(0, 3);
    const stances = sources.map((source) => reading.limits.stanceOf({ skillIds: headId === '' ? [] : [headId], source }));
    const stance = stances.find((one) => one !== 'own') ?? 'own';
    return [
      {
        atom: slug(head.class === 'title' ? head.text : headId),
        head,
        parts,
        skillIds: parts.map(({ skillId }) => skillId),
        stance,
        sources,
      },
    ];
  });
}

/** Two tools for one job under one heading are a choice, not parts of one thing. */
function areAlternatives(reading: Reading, parts: readonly Noun[]): boolean {
  return (
    parts.length < 3 &&
    reading.facts.edges.some(
      ({ fromId, toId, share }) => share >= 0.4 && [fromId, toId].every((id) => parts.some(({ skillId }) => skillId === id)),
    )
  );
}

function isFamily({ facts }: Reading, id: string, otherId: string): boolean {
  return facts.skills.get(id)?.parentId === otherId || facts.skills.get(otherId)?.parentId === id;
}

function headOf(reading: Reading, section: string | null): Noun | Title | null {
  const noun = reading.headingNoun(section);
  if (noun !== null)
    return noun.isProper && reading.isOf(noun.skillId, ['service']) && !reading.isOf(noun.skillId, ['platform']) ? noun : null;
  const heading = lastHeading(section);
  return /\s\/\s|→/.test(heading ?? '') ? null : titleOf(heading);
}

const STACK = /\b(?:components?|stack|pipelines?|architecture|composants?|chaîne|workflow)\b/i;
const FEWEST_LISTED = 3;

/** One line that lists what works together, where no heading names the whole. */
export function stackAtoms(reading: Reading, systems: readonly SystemAtom[]): StackAtom[] {
  const seen = new Set(systems.flatMap(({ skillIds }) => skillIds));
  return reading.lines.flatMap(({ source, statements, nouns, pattern }) => {
    if (!STACK.test(pattern)) return [];
    const listed = nouns.filter(
      ({ skillId }) =>
        reading.isOf(skillId, ['service']) &&
        !reading.isOf(skillId, ['platform']) &&
        statements.some((one) => one.skillId === skillId && (one.stance === 'used' || one.stance === 'operated' || one.stance === 'built')),
    );
    const parts = [...new Set(listed)].filter(({ skillId }) => !seen.has(skillId)).slice(0, MAX_PARTS);
    if (parts.length < FEWEST_LISTED) return [];
    for (const { skillId } of parts) seen.add(skillId);
    const skillIds = parts.map(({ skillId }) => skillId);
    const stance = reading.limits.stanceOf({ skillIds: [], source, work: statements.some(({ work }) => work === 'team') ? 'team' : null });
    return [{ atom: slug(skillIds.join(' ')), parts, skillIds, stance, sources: [source] }];
  });
}

/** Services that work together, without a name for the whole. */
export type StackAtom = Omit<SystemAtom, 'head'>;

/** Projects and migrations with a title that can be quoted. */
export function projectAtoms(reading: Reading): ProjectAtom[] {
  return reading.facts.stories.flatMap((story) => {
    const title = story.kind === 'incident' ? null : titleOf(lastHeading(story.title));
    if (title === null || story.skills.length === 0) return [];
    const source = sourceOf(story);
    const stance = storyStance(reading, story);
    const hasFigure = reading.facts.scales.some((scale) => isInside(scale, story)) || /\d\s?%|[€$]\s?\d/.test(story.text);
    return [{ atom: slug(title.text), title, skillIds: story.skills, hasFigure, stance, sources: [source] }];
  });
}

/** Incidents of which the document tells what happened and what was done. */
export function incidentAtoms(reading: Reading): IncidentAtom[] {
  return reading.facts.stories.flatMap((story) => {
    const { situation, task, action } = story.parts;
    const title = story.kind === 'incident' ? quoted(story.title) : null;
    if (title === null || action === null || (situation ?? task) === null) return [];
    const fixed = nounsIn(reading, story, action).filter(({ skillId }) => reading.isOf(skillId, ['service', 'tool', 'standard']));
    const told = [task, situation].flatMap((part) => (part === null ? [] : nounsIn(reading, story, part)));
    const cause = told.find(({ skillId }) => fixed.some((one) => one.skillId === skillId)) ?? told[0];
    if (cause === undefined || fixed.length === 0) return [];
    return [
      { atom: slug(title.text), title, cause, fixed: fixed.slice(0, 3), stance: storyStance(reading, story), sources: [sourceOf(story)] },
    ];
  });
}

/** An incident's own title may begin with "The": it is one of a kind. */
function quoted(title: string): Title | null {
  const bare = (lastHeading(title) ?? '').replace(/^(?:the|le|la|l['’])\s?/i, '');
  const words = bare.split(/\s+/).length;
  return words < 2 || words > MAX_TITLE_WORDS || /[.!?…]/.test(bare) ? null : { class: 'title', text: bare };
}

function nounsIn(reading: Reading, story: StoryFact, part: { readonly start: number; readonly end: number }): Noun[] {
  const ids = reading.facts.statements
    .filter(
      ({ documentId, mentionStart, mentionEnd }) => documentId === story.documentId && mentionStart >= part.start && mentionEnd <= part.end,
    )
    .map(({ skillId }) => skillId);
  return [...new Set(ids)].flatMap((id) => reading.named(id, ['service', 'tool', 'standard', 'platform']) ?? []);
}

/** What is said inside a story of a team, or under a caveat, holds for all of it. */
function storyStance({ limits, facts }: Reading, story: StoryFact): ClaimStance {
  const inside = facts.statements.filter((statement) => isInside(statement, story));
  const stance = limits.stanceOf({
    skillIds: [],
    source: sourceOf(story),
    work: inside.some(({ work }) => work === 'team') ? 'team' : null,
  });
  if (stance !== 'own') return stance;
  const inStory = facts.caveats.filter((caveat) => isInside(caveat, story));
  if (inStory.some(({ text }) => kindOfLimit(text) === 'team' || kindOfLimit(text) === 'part')) return 'team';
  return inStory.length > 0 ? 'limited' : 'own';
}

const SHOWN = 500;

function sourceOf({ documentId, start, end, text }: StoryFact): Source {
  return { documentId, start, end, text: text.slice(0, SHOWN) };
}

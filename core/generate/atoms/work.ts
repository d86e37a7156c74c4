import type { Statement, StoryFact } from '../facts.ts';
import type { ClaimStance, Noun, Source, Title } from '../types.ts';
import { isInside, kindOfLimit } from './limits.ts';
import { counts, quoteAt, remarkAt, saysDone, tellingOf } from './quotes.ts';
import { lastHeading, type Reading, slug } from './reading.ts';

/** Services that work together in one sentence. */
export interface ChainAtom {
  readonly atom: string;
  readonly told: Title;
  readonly parts: readonly Noun[];
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
}

/** Work with a title that the document tells as a story. */
export interface ProjectAtom {
  readonly atom: string;
  readonly title: Title;
  readonly skillIds: readonly string[];
  /** A sentence of it that says what was done; the title where there is none. */
  readonly told: Title;
  /** It gives a number, or tells what came of it. */
  readonly hasResult: boolean;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
}

/** An incident with what played a part in it and what was changed. */
export interface IncidentAtom {
  readonly atom: string;
  readonly title: Title;
  readonly cause: Noun;
  readonly fixed: readonly Noun[];
  /** What was done, in the document's words; null where it cannot be quoted. */
  readonly action: Title | null;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
}

const MAX_TITLE_WORDS = 9;
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

/** One thing passes on to the next, and is not only listed beside it. */
const FLOW =
  /→|->|(?<!\p{L})(?:feeds?|fed|buffer\p{L}*|quer(?:y|ies)|stack|pipelines?|workflow|chain|via|in front of|frontend|clustering|registers? in|ship(?:s|ped)?|stores? in|writes? to|reads? from|push(?:es)?|global querier|cache|chaîne|alimente|tampon)(?!\p{L})/iu;
const MOVE = /migrat|upgrade|replac|instead|passage|déménage/i;

/** Sentences in which two services or more work together. */
export function chainAtoms(reading: Reading): ChainAtom[] {
  const atoms = new Map<string, ChainAtom>();
  for (const { source, statements } of reading.lines) {
    const running = statements.filter(({ stance }) => RUNNING.has(stance));
    const parts = [...new Set(running.filter((one) => !isInParentheses(one)).map(({ skillId }) => skillId))]
      .flatMap((id) => reading.named(id, ['service']) ?? [])
      .filter(({ skillId }) => !reading.isOf(skillId, ['platform']));
    const [first] = running;
    const told = first === undefined ? null : quoteAt(source.text, first.mentionStart - source.start);
    if (told === null || parts.length < 2 || !FLOW.test(told.text) || MOVE.test(told.text)) continue;
    if (running.length < statements.length || isOld(reading, running) || areAlternatives(reading, parts)) continue;
    const work = statements.some((one) => one.work === 'team') ? 'team' : null;
    const atom = slug(told.text);
    if (!atoms.has(atom))
      atoms.set(atom, { atom, told, parts, stance: reading.limits.stanceOf({ skillIds: [], source, work }), sources: [source] });
  }
  return [...atoms.values()];
}
const RUNNING: ReadonlySet<string> = new Set(['built', 'operated', 'used']);

/** What stands in parentheses explains the rest. */
function isInParentheses({ text, start, mentionStart }: Statement): boolean {
  const before = text.slice(0, mentionStart - start);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

function isOld(reading: Reading, statements: readonly Statement[]): boolean {
  const before = String(Number(reading.facts.month.slice(0, 4)) - OLD_YEARS);
  return statements.every(({ periodTo }) => periodTo !== null && periodTo < before);
}

/** Two tools for one job in one sentence are a choice, not parts of one thing. */
function areAlternatives(reading: Reading, parts: readonly Noun[]): boolean {
  return (
    parts.length < 3 &&
    reading.facts.edges.some(
      ({ fromId, toId, share }) => share >= 0.4 && [fromId, toId].every((id) => parts.some(({ skillId }) => skillId === id)),
    )
  );
}

/** Projects and migrations with a title that can be quoted. */
export function projectAtoms(reading: Reading): ProjectAtom[] {
  return reading.facts.stories.flatMap((story) => {
    const title = story.kind === 'incident' ? null : titleOf(lastHeading(story.title));
    if (title === null || story.skills.length === 0) return [];
    const source = sourceOf(story);
    const stance = storyStance(reading, story);
    const told = toldIn(reading, story) ?? title;
    return [{ atom: slug(title.text), title, told, skillIds: story.skills, hasResult: hasResult(story), stance, sources: [source] }];
  });
}

/** A story gives a number, or tells what came of it. */
export function hasResult({ parts, text }: StoryFact): boolean {
  return parts.result !== null || /\d\s?[%kM](?!\p{L})|[€$]\s?\d/u.test(text) || counts(text.replaceAll(/\b(?:19|20)\d\d\b/g, ''));
}

/** The most telling sentence of a story that says what was done. */
function toldIn(reading: Reading, story: StoryFact): Title | null {
  const quotes = reading.lines
    .filter(({ source }) => isInside(source, story))
    .flatMap(({ source, statements }) => statements.map((one) => quoteAt(source.text, one.mentionStart - source.start)))
    .filter((one) => one !== null)
    .filter((one) => saysDone(one) && one.text.split(' ').length >= FEWEST_TOLD_WORDS);
  return quotes.toSorted((a, b) => tellingOf(b, []) - tellingOf(a, []) || (a.text < b.text ? -1 : 1))[0] ?? null;
}
const FEWEST_TOLD_WORDS = 6;

const ACTION_LABEL = /^\s*(?:[-*•]\s*)?(?:\*\*)?[\p{L} ]{3,24}(?:\*\*)?\s*:\s*(?:\*\*)?\s*/u;

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
      {
        atom: slug(title.text),
        title,
        cause,
        fixed: fixed.slice(0, 3),
        action: remarkAt(story.text.slice(action.start - story.start, action.end - story.start).replace(ACTION_LABEL, '')),
        stance: storyStance(reading, story),
        sources: [sourceOf(story), asPart(story, action)],
      },
    ];
  });
}

/** An incident's own title, as it stands. */
function quoted(title: string): Title | null {
  const bare = lastHeading(title) ?? '';
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
    work: inside.some(({ work }) => work === 'team') && !inside.some(({ work }) => work === 'own') ? 'team' : null,
  });
  if (stance !== 'own') return stance;
  const inStory = facts.caveats.filter((caveat) => isInside(caveat, story));
  if (inStory.some(({ text }) => kindOfLimit(text) === 'team' || kindOfLimit(text) === 'part')) return 'team';
  return inStory.length > 0 ? 'limited' : 'own';
}

const SHOWN = 500;

function asPart({ documentId, start, text }: StoryFact, part: { readonly start: number; readonly end: number }): Source {
  return { documentId, ...part, text: text.slice(part.start - start, part.end - start) };
}

function sourceOf({ documentId, start, end, text }: StoryFact): Source {
  return { documentId, start, end, text: text.length <= SHOWN ? text : `${text.slice(0, SHOWN).replace(/\s\S*$/, '')} …` };
}

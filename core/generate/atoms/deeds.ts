import type { Statement } from '../facts.ts';
import type { ClaimStance, Source, Title } from '../types.ts';
import { isInside } from './limits.ts';
import { counts, listUnder, quoteAt, sentencePlace, tellingOf } from './quotes.ts';
import { isLongAgo, type Line, lastHeading, type Reading, slug } from './reading.ts';
import { hasResult, titleOf } from './work.ts';

/** Something a document says was done, in words that can be quoted. */
export interface DeedAtom {
  readonly atom: string;
  readonly told: Title;
  readonly skillIds: readonly string[];
  /** One thing stands afterwards that could be made again. */
  readonly isMade: boolean;
  /** A list of names, told with the heading that says what it was for. */
  readonly isList: boolean;
  /** It gives a number, or the story it stands in tells what came of it. */
  readonly hasFigureNear: boolean;
  /** A caveat covers it, or takes back a figure in it. */
  readonly isTakenBack: boolean;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
  readonly strength: number;
}

const POSITIVE: ReadonlySet<string> = new Set(['built', 'led', 'operated', 'used']);
const MAKING =
  /(?<!\p{L})(?:installed|deployed|designed|created|built|set up|setting up|wrote|writing|automated|implemented|introduced|developed|mise? en place|création|conception|conçu|développement|déploiement|automatisation|from scratch)(?!\p{L})/iu;
const MOVE = /migrat|upgrade|replac|passage|déménage/i;
/** Several things in one line are not made again as one. */
const SEVERAL =
  /(?<!\p{L})(?:multiple|several|various|plusieurs|divers\p{L}*|mehrere|verschiedene\p{L}*)(?!\p{L})|\([^()]*,[^()]*,[^()]*\)/iu;
const FEWEST_TELLING = 1.25;
const FEWEST_MADE = 0.75;
/** A line that names more is an inventory. */
const MOST_NAMES = 7;
/** What a list adds to the heading it stands under. */
const LISTED = 0.5;
const TECHNICAL = ['service', 'platform', 'tool', 'standard', 'technique'] as const;

/** Quotable lines about work with something, the most telling first; one atom for each wording. */
export function deedAtoms(reading: Reading): DeedAtom[] {
  const atoms = new Map<string, DeedAtom>();
  for (const line of reading.lines.flatMap(sentencesOf)) {
    const deed = deedOf(reading, line);
    if (deed !== null && !atoms.has(deed.atom)) atoms.set(deed.atom, deed);
  }
  const labels = new Set<string>();
  return [...atoms.values()]
    .sort((a, b) => b.strength - a.strength || (a.atom < b.atom ? -1 : 1))
    .filter(({ told }) => {
      const label = labelOf(told);
      return label === null || (!labels.has(label) && labels.add(label));
    });
}

/** A longer heading is a sentence, and says what was done. */
const TITLE_WORDS = 9;
const LABEL_WORDS = 3;

/** The heading or label before a colon; null where it is one or two words, as in "Scale: …", or none. */
export function labelOf({ text, under }: Title): string | null {
  if (under !== undefined && !LABEL.test(text)) return under;
  const at = text.indexOf(': ');
  const label = at < 0 ? '' : text.slice(0, at);
  return label.split(' ').length < LABEL_WORDS ? null : label;
}

/** The line, sentence by sentence. */
function sentencesOf(line: Line): Line[] {
  const { text, start } = line.source;
  const sentences = Map.groupBy(line.statements, ({ mentionStart }) => sentencePlace(text, mentionStart - start).start);
  return [...sentences.values()].map((statements) => ({ ...line, statements }));
}

function deedOf(reading: Reading, line: Line): DeedAtom | null {
  const { source, statements, section } = line;
  const done = statements.filter(({ stance }) => POSITIVE.has(stance));
  const [first] = done;
  if (first === undefined || statements.length > MOST_NAMES || done.length < statements.length || isBesideWork(section)) return null;
  if (done.every((one) => isLongAgo(reading, one))) return null;
  const quote = quoteOf(line, first);
  if (quote === null) return null;
  const { told, telling, isList } = quote;
  const isMade = MAKING.test(told.text) && !MOVE.test(told.text) && !SEVERAL.test(told.text);
  const skillIds = [...new Set(done.map(({ skillId }) => skillId))];
  if (telling < (isMade ? FEWEST_MADE : FEWEST_TELLING) || !(isMade || skillIds.some((id) => isTechnical(reading, id)))) return null;
  if (reading.facts.stories.some((story) => story.kind === 'incident' && isInside(source, story))) return null;
  const work = statements.some((one) => one.work === 'team') ? 'team' : null;
  const stance = reading.limits.stanceOf({ skillIds, source, work });
  return {
    atom: slug(told.under === undefined ? told.text : `${told.under} ${told.text}`),
    told,
    skillIds,
    isMade,
    isList,
    hasFigureNear: counts(source.text) || reading.facts.stories.some((story) => isInside(source, story) && hasResult(story)),
    isTakenBack: reading.limits.isTakenBack(source),
    stance,
    sources: [source],
    strength: telling + (isMade ? 1 : 0),
  };
}

/** "Cache: one rack of memory": a label that says little without the name in the heading. */
const LABEL = /^\p{Lu}[\p{L} ]{2,20}: /u;
const MOST_HEADING_WORDS = 4;

function inContext(told: Title, heading: string | null): Title {
  const needsIt = heading !== null && LABEL.test(told.text) && heading.split(' ').length <= MOST_HEADING_WORDS;
  return needsIt && !told.text.toLowerCase().includes(heading.toLowerCase()) ? { ...told, under: heading } : told;
}

/** What a line says at a statement, and how telling it is; a mere list together with its heading, where that is no list's title. */
export function quoteOf(
  { source, section, statements }: Line,
  { mentionStart }: Statement,
): { told: Title; telling: number; isList: boolean } | null {
  const names = namesIn(statements);
  const told = quoteAt(source.text, mentionStart - source.start);
  const isTitle = told !== null && told.text === lastHeading(section) && told.text.split(' ').length <= TITLE_WORDS;
  const telling = told === null || isTitle ? 0 : tellingOf(told, names);
  if (told !== null && telling > 0) return { told: inContext(told, lastHeading(section)), telling, isList: false };
  const isList = names.length > 1 && /[,+/]/.test(source.text) && !isTitle;
  const heading = isList ? titleOf(lastHeading(section)) : null;
  const listed = heading === null ? null : listUnder(heading, source.text);
  if (heading === null || listed === null) return null;
  return { told: listed, telling: heading.text.split(' ').length / 4 + LISTED, isList: true };
}

const BESIDE_WORK =
  /(?<!\p{L})(?:objecti\p{L}+|goals?|aims?|ziele?|university|school|student|studies|études|scolaire|studium|schule|hobby|hobbies|at home|loisirs|freizeit)(?!\p{L})/iu;

/** What was to be reached, and what was done for oneself, is no work that was done. */
function isBesideWork(section: string | null): boolean {
  return section !== null && BESIDE_WORK.test(section);
}

function isTechnical(reading: Reading, id: string): boolean {
  return reading.facts.skills.get(id)?.category !== 'collaboration' && reading.isOf(id, TECHNICAL);
}

/** The names of a line's skills, as they are written there. */
function namesIn(statements: readonly Statement[]): string[] {
  return statements.map(({ text, start, mentionStart, mentionEnd }) => text.slice(mentionStart - start, mentionEnd - start));
}

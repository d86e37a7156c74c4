import type { Outline, PlacedBlock } from '../import/blocks.ts';
import type { Mention } from '../import/mentions.ts';
import { latin } from '../import/patterns.ts';
import { type Reading, sentenceAt, spanOf } from '../import/reading.ts';
import type { Span } from '../import/types.ts';
import {
  ASKING_SIGN,
  COMPANY_SIGN,
  LEVEL_WORDINGS,
  levelOfYears,
  MUST_SIGN,
  NICE_AFTER,
  NICE_BEFORE,
  NOT_NEEDED_AFTER,
  NOT_NEEDED_BEFORE,
  type SectionKind,
  yearsIn,
} from './wording.ts';

/** A place of a job description that asks for something: the clause, and the name in it. */
export interface AskingPlace extends Span {
  readonly mention: Span;
}

type Verdict = 'must' | 'nice' | 'company' | 'not-needed';

export interface Judged {
  readonly mention: Mention;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly place: AskingPlace;
  readonly level: number | null;
  readonly levelReason: string;
  readonly years: number | null;
  /** Text between the name and the one before it in the clause, to see "or". */
  readonly kind: SectionKind;
}

/** Where one sentence asks for several things in different words, each clause by itself. */
const CLAUSE_END = latin(
  /[;•|]|\s[–—-]\s|[.!?](?=\s)|\r?\n|,\s(?=(?:but|ideally|preferably|idéalement|de préférence|aber|idealerweise|gern)\b)/giu,
);

function clauseAt(text: string, at: number): { start: number; end: number } {
  let start = 0;
  for (const match of text.matchAll(CLAUSE_END)) {
    if (match.index >= at) return { start, end: match.index };
    start = match.index + match[0].length;
  }
  return { start, end: text.length };
}

export function judge(reading: Reading, kinds: readonly SectionKind[], block: PlacedBlock, mention: Mention): Judged {
  const { outline, document } = reading;
  const whole = block.kind === 'row' ? block : sentenceAt(outline, block, mention.start);
  const sentence = { start: Math.max(whole.start, mention.start - MAX_SENTENCE), end: Math.min(whole.end, mention.end + MAX_SENTENCE) };
  const text = outline.masked.slice(sentence.start, sentence.end);
  const at = mention.start - sentence.start;
  const clause = block.kind === 'row' ? { start: 0, end: text.length } : clauseAt(text, at);
  const kind = kinds[block.index] ?? 'none';
  const before = text.slice(clause.start, at);
  const after = text.slice(mention.end - sentence.start, clause.end);
  const { verdict, reason } = verdictOf(kind, { text, clause: text.slice(clause.start, clause.end), before, after });
  const trimmed = trim(text, around(clause, at, mention.end - sentence.start));
  const cells = block.kind === 'row' ? cellWords(outline, block) : '';
  return {
    mention,
    verdict: cells === '' ? verdict : rowVerdict(cells, verdict),
    reason,
    kind,
    place: {
      ...spanOf(document, sentence.start + trimmed.start, sentence.start + trimmed.end),
      mention: spanOf(document, mention.start, mention.end),
    },
    ...levelOf(before, after, text.slice(clause.start, clause.end)),
  };
}

/** The stretch of a very long clause around the name: nobody reads more of a sentence to see what it asks for. */
function around({ start, end }: { start: number; end: number }, at: number, to: number): { start: number; end: number } {
  if (end - start <= MAX_PLACE) return { start, end };
  return { start: Math.max(start, at - MAX_PLACE / 2), end: Math.max(to, Math.min(end, at + MAX_PLACE / 2)) };
}

const MAX_PLACE = 400;
/** What stands further away in a sentence says nothing of a name, and a sentence without an end must not take for ever. */
const MAX_SENTENCE = 1000;

export function trim(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const inner = text.slice(start, end);
  return { start: start + inner.length - inner.trimStart().length, end: end - (inner.length - inner.trimEnd().length) };
}

/** A table says must or nice in a cell of its own. */
function cellWords(outline: Outline, block: PlacedBlock): string {
  return block.cells.map(({ start, end }) => outline.masked.slice(start, end).trim()).join(' | ');
}

const ROW_NICE = latin(
  /(?:^|\| )(?:nice(?: to have)?|plus|bonus|optional|preferred|soll|kann|wünschenswert|von vorteil|wunsch|souhaité|un plus|atout|nein|no|non)(?= \||$)/iu,
);
const ROW_MUST = latin(
  /(?:^|\| )(?:must(?:[- ]have)?|required|muss|zwingend|pflicht|erforderlich|requis|obligatoire|indispensable)(?= \||$)/iu,
);

function rowVerdict(cells: string, verdict: Verdict): Verdict {
  if (verdict === 'company' || verdict === 'not-needed') return verdict;
  if (ROW_NICE.test(cells)) return 'nice';
  return ROW_MUST.test(cells) ? 'must' : verdict;
}

interface Words {
  /** The whole sentence. */
  readonly text: string;
  readonly clause: string;
  readonly before: string;
  readonly after: string;
}

function verdictOf(kind: SectionKind, { text, clause, before, after }: Words): { verdict: Verdict; reason: string } {
  const negated = NOT_NEEDED_BEFORE.exec(clause);
  const isNegated = negated !== null && negated.index + negated[0].length <= before.length + 1;
  if (kind === 'not-needed' || isNegated || NOT_NEEDED_AFTER.test(after))
    return { verdict: 'not-needed', reason: 'The text says that it is not needed.' };
  const inside = bracketed(before, after);
  if (inside !== null && (NICE_AFTER.test(inside) || NICE_BEFORE.test(inside)))
    return { verdict: 'nice', reason: 'The words in the brackets call it a plus.' };
  // "(SAST, SBOM) would be welcome": what follows the brackets speaks of all in them.
  const behind = inside === null ? after : after.slice(after.indexOf(')') + 1);
  if (inside !== null && after.includes(')') && NICE_AFTER.test(behind)) return { verdict: 'nice', reason: 'The wording calls it a plus.' };
  const isNiceHere = NICE_BEFORE.test(withoutBrackets(before)) || (inside === null && NICE_AFTER.test(withoutBrackets(after)));
  if (isNiceHere && !isTurned(before)) return { verdict: 'nice', reason: 'The wording calls it a plus.' };
  if (REASON_BEFORE.test(before)) return { verdict: 'company', reason: 'It only says why something else is asked for.' };
  if (kind === 'nice') return { verdict: 'nice', reason: 'It stands under what is nice to have.' };
  if (MUST_SIGN.test(clause)) return { verdict: 'must', reason: 'The wording calls it required.' };
  if (kind === 'must') return { verdict: 'must', reason: 'It stands under the requirements.' };
  const isOwnStory = COMPANY_SIGN.test(text) && !asksFor(text);
  if (kind === 'tasks') return { verdict: 'must', reason: 'It is part of the work.' };
  if (kind === 'company' || isOwnStory) return { verdict: 'company', reason: 'It stands in what the employer says of itself.' };
  if (asksFor(text)) return { verdict: 'must', reason: 'The sentence asks for it.' };
  return { verdict: 'company', reason: 'Nothing in the sentence asks for it.' };
}

/** "… , because our API is written in it": what follows is a reason and no wish. */
const REASON_BEFORE = latin(
  /(?<!\p{L})(?:because|(?<=, )(?:since|as|so that) (?:we|our|the|it)|(?<=, )car|puisque|parce qu[e'’]|étant donné|weil|da (?:wir|unser\p{L}*|die|das|der)|denn)(?!\p{L})/iu,
);

export function asksFor(text: string): boolean {
  return ASKING_SIGN.test(text);
}

/** "Ideally Go. Required: Python": a later sign in the same clause takes over. */
function isTurned(before: string): boolean {
  const nice = [...before.matchAll(new RegExp(NICE_BEFORE.source, 'giu'))].at(-1)?.index ?? -1;
  const must = [...before.matchAll(new RegExp(MUST_SIGN.source, 'giu'))].at(-1)?.index ?? -1;
  return must > nice && nice !== -1;
}

/** The words inside the brackets the name stands in; null outside brackets. */
function bracketed(before: string, after: string): string | null {
  const open = before.lastIndexOf('(');
  if (open === -1 || before.lastIndexOf(')') > open) return null;
  const close = after.indexOf(')');
  return `${before.slice(open + 1)} ${after.slice(0, close === -1 ? undefined : close)}`;
}

function withoutBrackets(text: string): string {
  return text.replaceAll(/\([^)]*\)/g, ' ').replace(/\([^)]*$/, ' ');
}

function levelOf(before: string, after: string, clause: string): Pick<Judged, 'level' | 'levelReason' | 'years'> {
  const near = `${before.slice(-MAX_REACH)}`;
  const behind = after.slice(0, MAX_REACH);
  const years = yearsIn(near) ?? yearsIn(behind) ?? null;
  const wording =
    wordingOf(near) ?? wordingOf(behind.split(/[,;(]/)[0] ?? '') ?? (years === null ? wordingOf(clause.slice(0, MAX_REACH)) : null);
  if (years !== null) {
    const value = Math.max(levelOfYears(years), wording !== null && wording.value >= 4 ? wording.value : 0);
    return { level: value, levelReason: `${years} ${years === 1 ? 'year' : 'years'} of it are asked for.`, years };
  }
  if (wording === null) return { level: null, levelReason: 'No words say how well.', years };
  return { level: wording.value, levelReason: `“${wording.raw}”: ${wording.meaning}.`, years };
}

const MAX_REACH = 140;

/** The wording nearest to the end of the text, the stronger of two at the same place. */
function wordingOf(text: string): { value: number; meaning: string; raw: string } | null {
  let best: { value: number; meaning: string; raw: string; end: number } | null = null;
  for (const { pattern, value, meaning } of LEVEL_WORDINGS) {
    for (const match of text.matchAll(new RegExp(pattern.source, 'giu'))) {
      const end = match.index + match[0].length;
      // "Strong experience with": the general word right behind the strong one adds nothing.
      const isNearer = best === null || (value === PLAIN ? end > best.end + PLAIN_REACH : end > best.end - PLAIN_REACH);
      if (isNearer) best = { value, meaning, raw: match[0].trim(), end };
    }
  }
  return best;
}

const PLAIN = 3;
const PLAIN_REACH = 30;

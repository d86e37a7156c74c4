import type { Line } from './blocks-text.ts';
import { findPeriod } from './periods.ts';

const MAX_TITLE = 90;
/** A whole sentence can stand as a title between blank lines in long personal pages. */
const MAX_STANDING_TITLE = 160;
const MAX_LIST_TITLE_WORDS = 12;
const NOT_A_TITLE =
  /^(?:[“"'«]|(?:this|that|these|those|i|we|it|he|she|they|you|when|while|later|then|the|there|in|at|to|on|after|before|if|since|but|and|so|my|our|je|nous|il|elle|on|ce|cette|lorsque|quand|depuis|dans|pour|après)\b)/iu;

/** "3. Title", "IV) Title", "a. Title"; numbering may jump. */
export function numberedTitle(text: string): boolean {
  return /^(?:\d{1,2}|[IVX]{1,4})[.)]\s+\p{Lu}/u.test(text);
}

/** Whether a line of plain text is a heading, judged by itself and its neighbours. */
export function isHeadingLine(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.text === '') return false;
  if (/^#{1,6} \S/.test(line.text)) return true;
  if (line.text.length > MAX_STANDING_TITLE || !/\p{L}/u.test(line.text)) return false;
  const next = lines[index + 1];
  if (line.bullet > 0) return isNumberedHeading(lines, index);
  if (!startsLikeTitle(line.text) || !endsLikeTitle(line.text) || isOnlyPeriod(line.text)) return false;
  if (isBeforeList(lines, index)) return true;
  const isAlone = isBlank(lines[index - 1]) && isBlank(next);
  if (isAlone && lines.length > 1) return isTitle(line.text) || isLongTitle(line.text);
  return isBlank(lines[index - 1]) && line.text.length <= 40 && isTitle(line.text) && isUpperCase(line.text);
}

/** "March 2019 – present": the dates of what the line above names. */
function isOnlyPeriod(text: string): boolean {
  const period = findPeriod(text);
  return period?.isRange === true && period.end - period.at >= text.length - 3;
}

/** A numbered line is a heading when what follows is not the next number and it is short. */
function isNumberedHeading(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !numberedTitle(line.text) || line.text.length > 70 || line.indent > 0) return false;
  const next = lines[index + 1];
  if (next === undefined || !endsLikeTitle(line.text)) return false;
  if (numberedTitle(next.text)) return false;
  const previous = lines[index - 1];
  return previous === undefined || !numberedTitle(previous.text);
}

function isBeforeList(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || next === undefined || line.text.length > MAX_TITLE) return false;
  if (line.text.split(/\s+/).length > MAX_LIST_TITLE_WORDS) return false;
  if (next.bullet > 0 && !numberedTitle(next.text)) return true;
  const afterNext = lines[index + 2];
  const isTitleChain = next.text !== '' && next.bullet === 0 && isTitle(next.text) && startsLikeTitle(next.text);
  return isTitleChain && endsLikeTitle(next.text) && line.text.length <= 40 && (afterNext?.bullet ?? 0) > 0;
}

function startsLikeTitle(text: string): boolean {
  return /^[^\p{Ll}]/u.test(text) || /^[a-z][.)]\s/.test(text);
}

function endsLikeTitle(text: string): boolean {
  return !/[.,;:!]$/.test(text) && !/\betc$/i.test(text);
}

function isTitle(text: string): boolean {
  return text.length <= MAX_TITLE && text.split(/\s+/).length <= MAX_LIST_TITLE_WORDS;
}

/** A sentence-long title: it starts with a deed ("Wrote the …") or its frame, not with a pronoun or a time. */
export function isLongTitle(text: string): boolean {
  return text.length > 60 && !/[)”"?]$/.test(text) && !NOT_A_TITLE.test(text);
}

function isUpperCase(text: string): boolean {
  return !/\p{Ll}/u.test(text) || /^\p{Lu}[\p{L} &/-]*$/u.test(text);
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text === '';
}

import { latin } from './patterns.ts';
import type { Period } from './types.ts';

/** A period of time as the text tells it, with where it stands in the searched stretch. */
export interface FoundPeriod extends Period {
  readonly at: number;
  readonly end: number;
  /** False for a lone date ("2019"), which can be anything: a version, a year of a certificate. */
  readonly isRange: boolean;
}

/** Beginnings of the months' names in English, French and German, in the order of the year. */
const MONTHS: readonly RegExp[] = [
  /^jan/i,
  /^(?:feb|f[ée]v)/i,
  /^(?:mar|mär|mrz)/i,
  /^(?:apr|avr)/i,
  /^(?:may|mai)/i,
  /^(?:june?|juin|juni)\b|^jun/i,
  /^(?:jul|juil)/i,
  /^(?:aug|ao[uû]t)/i,
  /^sep/i,
  /^(?:oct|okt)/i,
  /^nov/i,
  /^(?:dec|d[ée]c|dez)/i,
];
const MONTH_NAME = String.raw`(?:jan(?:uar[yi]?|vier|v)?|feb(?:ruar[yi]?)?|f[ée]v(?:rier|r)?|mar(?:ch|s)?|märz?|mrz|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|juni|jul[yi]?|juil(?:let)?|aug(?:ust)?|ao[uû]t|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember)?|d[ée]c(?:embre)?|dez(?:ember)?)\.?`;
const YEAR = String.raw`(?:19[6-9]\d|20[0-4]\d)`;
/** "March 2016", "03/2016", "12.03.2016", "2016-03", "2016". */
const DATE = String.raw`(?:(?:\d{1,2}(?:st|nd|rd|th|er|\.)?\s)?${MONTH_NAME}[\s,]{0,2}${YEAR}|(?:\d{1,2}[./])?(?:0?[1-9]|1[0-2])[./]${YEAR}|${YEAR}[-/.](?:0?[1-9]|1[0-2])(?!\d)(?:[-/.]\d{1,2}(?!\d))?|${YEAR})`;
const NOW = String.raw`(?:present|presently|now|today|current(?:ly)?|ongoing|date|aujourd['’]hui|présent|actuel(?:lement)?|maintenant|ce jour|en cours|heute|jetzt|dato|laufend)`;
const TO = String.raw`(?:\s*(?:-|–|—|→|->|‑|\/(?=\s))\s*|\s+(?:to|till?|until|through|à|au|jusqu['’](?:à|en|au)|bis(?: zum)?)\s+)`;
const START = String.raw`(?<![\p{L}\p{N}./-])`;
const STOP = String.raw`(?![\p{L}\p{N}]|[./-]\d)`;

const RANGE = latin(new RegExp(String.raw`${START}(?:(?:from|du|de|von|vom)\s+)?(${DATE})${TO}(${DATE}|${NOW}|\d{2}(?!\d))${STOP}`, 'iu'));
/** "Jan–Mar 2020" names the year once. */
const MONTHS_OF_YEAR = latin(
  new RegExp(String.raw`${START}(${MONTH_NAME})\s?(?:-|–|—|to|à|bis)\s?(${MONTH_NAME}\s(${YEAR}))${STOP}`, 'iu'),
);
const ONLY_NOW = new RegExp(`^${NOW}$`, 'i');
const SINCE = latin(
  new RegExp(
    String.raw`(?<!\p{L})(?:since|depuis|seit|from|à partir de|ab)\s+(?:early |late |mid-?|le |début |fin |Anfang |Mitte |Ende )?(${DATE})${STOP}`,
    'iu',
  ),
);
const UNTIL = latin(new RegExp(String.raw`(?<!\p{L})(?:until|till|up to|jusqu['’](?:en|à)|bis)\s+(${DATE})${STOP}`, 'iu'));
const OPEN = latin(new RegExp(String.raw`${START}(${DATE})\s*[-–—](?=\s*(?:$|[),|:;]))`, 'iu'));
const LONE = latin(new RegExp(String.raw`${START}(${DATE})${STOP}`, 'iu'));

const HAS_YEAR = /(?:19|20)\d\d/;

/** The first period of a short stretch of text; ranges go before lone dates. */
export function findPeriod(text: string): FoundPeriod | null {
  if (!HAS_YEAR.test(text)) return null;
  const range = RANGE.exec(text);
  if (range !== null) return fromRange(range);
  const months = MONTHS_OF_YEAR.exec(text);
  if (months !== null) return at(months, `${months[3]}-${monthOf(months[1] ?? '')}`, toIso(months[2] ?? ''), true);
  const since = SINCE.exec(text);
  if (since !== null) return at(since, toIso(since[1] ?? ''), null, true);
  const until = UNTIL.exec(text);
  if (until !== null) return at(until, null, toIso(until[1] ?? ''), true);
  const open = OPEN.exec(text);
  if (open !== null) return at(open, toIso(open[1] ?? ''), null, true);
  const lone = LONE.exec(text);
  const date = lone === null ? null : toIso(lone[1] ?? '');
  return lone === null ? null : at(lone, date, date, false);
}

function fromRange(match: RegExpExecArray): FoundPeriod | null {
  const [, start = '', stop = ''] = match;
  const from = toIso(start);
  let to = ONLY_NOW.test(stop) ? null : toIso(stop);
  // "2018–20": the century is the beginning's; less than it ("2018-05") was a month and is no range.
  if (/^\d{2}$/.test(stop)) {
    to = `${start.slice(-4, -2)}${stop}`;
    if (!/^\d{4}$/.test(start) || Number(to) < Number(start)) return at(match, from, from, false);
  }
  if (from !== null && to !== null && from.slice(0, 4) > to.slice(0, 4)) return null;
  return at(match, from, to, true);
}

function at(match: RegExpExecArray, from: string | null, to: string | null, isRange: boolean): FoundPeriod {
  return { from, to, at: match.index, end: match.index + match[0].length, isRange };
}

const MONTH_WORD = latin(/\p{L}{3,}/u);

/** "März 2016" → "2016-03"; "2016" → "2016". */
function toIso(date: string): string | null {
  const year = /(?:19|20)\d{2}/.exec(date)?.[0];
  if (year === undefined) return null;
  const name = MONTH_WORD.exec(date)?.[0];
  if (name !== undefined) return `${year}-${monthOf(name)}`;
  const number = /^(\d{1,2}[./])?(\d{1,2})[./]\d{4}$/.exec(date)?.[2] ?? /^\d{4}[-/.](\d{1,2})/.exec(date)?.[1];
  return number === undefined ? year : `${year}-${number.padStart(2, '0')}`;
}

function monthOf(name: string): string {
  return String(MONTHS.findIndex((each) => each.test(name)) + 1).padStart(2, '0');
}

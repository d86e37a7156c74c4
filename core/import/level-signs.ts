import { LEVEL_CAPS, type LevelRule, PROSE_LEVELS, SCALE_WORDS, YEAR_STEPS } from './level-rules.ts';
import { latin, makeScreen } from './patterns.ts';

/** How a level was said, strongest first. */
export type SignKind = 'table' | 'scale' | 'line' | 'prose' | 'years';

/** A sign of a level in the text. */
export interface LevelSign {
  readonly kind: SignKind;
  readonly value: number;
  readonly raw: string;
  readonly reason: string;
  readonly isCap: boolean;
}

/** A sign found in a stretch, with where it stands there. */
export interface FoundSign extends LevelSign {
  readonly at: number;
  readonly end: number;
}

const FILLED = '★⭐●■█▰⬤▓';
const EMPTY = '☆○□░▱◯▒';
const GRAPHIC = new RegExp(`[${FILLED}]{1,10}[ ]?[${EMPTY}]{0,10}|[${EMPTY}]{3,10}`, 'u');
/** "***" as the whole value of a pair or cell, or up to the comma after it. */
const STARS = /^\s*(\*{1,5})\s*(?:,|$)/;
/** Bars of plain letters: "[####----]". */
const BAR = /\[([#=*|>x■]{0,20})([-.·_ ]{0,20})\]/;
const FRACTION = /(?<![\d.,/])(\d{1,2}(?:[.,]5)?)\s?\/\s?(5|10|20)(?![\d/])/u;
const PERCENT = /(?<![\d.,])(\d{1,3})\s?%/u;
const YEARS = latin(/(?<![\d.,-])(\d{1,2})\s?\+?\s?(?:years?|yrs?|ans|années|jahren?)(?!\p{L}| old| ago|\s?min)/iu);
const MAX_YEARS = 45;

/** A scale read from a cell or the value of a pair: words, stars, bars, "4/5", "80 %". */
export function readScale(text: string, hasAdvanced: boolean, kind: SignKind): LevelSign | null {
  const graphic = readGraphic(text);
  if (graphic !== null) return { ...graphic, kind };
  // The longest wording is meant: "sehr gut" and not "gut".
  const [longest] = SCALE_WORDS.flatMap((rule) => ({ rule, raw: rule.pattern.exec(text)?.[0] ?? '' }))
    .filter((each) => each.raw !== '')
    .sort((a, b) => b.raw.length - a.raw.length);
  if (longest === undefined) return null;
  const { rule, raw } = longest;
  const isTop = hasAdvanced && /^(?:expert|master|guru)/iu.test(raw);
  const value = isTop ? 5 : rule.value;
  return {
    kind,
    value,
    raw,
    isCap: false,
    reason: `The document says "${raw}": ${isTop ? 'the step above advanced' : rule.meaning} (${value}).`,
  };
}

/** Whether a word is nothing but a step of a scale: "basic", "expert". */
export function isScaleWord(word: string): boolean {
  return SCALE_WORDS.some((rule) => rule.pattern.exec(word)?.[0].length === word.length);
}

/** Stars, bars, fractions and percentages, brought to 0–5. */
function readGraphic(text: string): LevelSign | null {
  const graphic = GRAPHIC.exec(text)?.[0];
  if (graphic !== undefined) {
    const full = [...graphic].filter((sign) => FILLED.includes(sign)).length;
    const all = Math.max(5, [...graphic].filter((sign) => FILLED.includes(sign) || EMPTY.includes(sign)).length);
    return measured(graphic.trim(), full / all, `${full} of ${all} marks`);
  }
  const stars = STARS.exec(text)?.[1];
  if (stars !== undefined) return measured(stars, stars.length / 5, `${stars.length} of 5 stars`);
  const bar = BAR.exec(text);
  const marks = (bar?.[1]?.length ?? 0) + (bar?.[2]?.length ?? 0);
  if (bar !== null && marks >= 4 && (bar[1]?.length ?? 0) > 0)
    return measured(bar[0], (bar[1]?.length ?? 0) / marks, `${bar[1]?.length} of ${marks} marks`);
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    const part = Number((fraction[1] ?? '0').replace(',', '.'));
    const whole = Number(fraction[2]);
    if (part <= whole) return measured(fraction[0], part / whole, `${part} of ${whole}`);
  }
  const percent = PERCENT.exec(text);
  if (percent !== null && Number(percent[1]) <= 100) return measured(percent[0], Number(percent[1]) / 100, `${percent[1]} of 100`);
  return null;
}

function measured(raw: string, share: number, said: string): LevelSign {
  const value = Math.round(share * 5);
  return { kind: 'scale', value, raw, isCap: false, reason: `The document shows ${said}, which is ${value} of 5.` };
}

/** Graphic scales only; used behind a name in running text, where words are read as prose. */
export function findGraphic(text: string): FoundSign | null {
  const match = GRAPHIC.exec(text) ?? BAR.exec(text) ?? FRACTION.exec(text) ?? PERCENT.exec(text);
  const sign = match === null ? null : readGraphic(text);
  return match === null || sign === null ? null : { ...sign, at: match.index, end: match.index + match[0].length };
}

const mayHaveProse = makeScreen([...PROSE_LEVELS, ...LEVEL_CAPS].map((rule) => rule.pattern));

/** The level wordings of a clause: one of prose, and those that hold the level down. */
export function findProse(text: string): FoundSign[] {
  if (!mayHaveProse(text.toLowerCase())) return [];
  const signs: FoundSign[] = [];
  // "Python: fluent. Rust: a little bit. Bash: solid." judges three times.
  for (let start = 0; start < text.length && signs.length < MAX_SIGNS; ) {
    const end = start + (SENTENCE_END.exec(text.slice(start))?.index ?? text.length - start);
    const sentence = text.slice(start, end);
    const [chosen] = PROSE_LEVELS.flatMap((rule) => found(rule, sentence)).sort((a, b) => a.at - b.at);
    if (chosen !== undefined) signs.push({ ...chosen, at: start + chosen.at, end: start + chosen.end });
    start = end + 1;
  }
  for (const rule of LEVEL_CAPS) signs.push(...found(rule, text));
  return signs;
}

const SENTENCE_END = /[.;!?](?=\s)/;
const MAX_SIGNS = 12;

function found(rule: LevelRule, text: string): FoundSign[] {
  const match = rule.pattern.exec(text);
  if (match === null) return [];
  const isCap = rule.isCap ?? false;
  const reason = isCap
    ? `"${match[0]}": ${rule.meaning}, so at most ${rule.value}.`
    : `"${match[0]}" suggests ${rule.value}, ${rule.meaning}.`;
  return [
    {
      kind: 'prose',
      value: rule.value,
      raw: match[0],
      isCap,
      reason,
      at: match.index,
      end: match.index + match[0].length,
    },
  ];
}

/** Years of experience stated in a stretch: "5 years", "10 ans". */
export function findYears(text: string): { years: number; at: number; end: number; raw: string } | null {
  const match = YEARS.exec(text);
  if (match === null) return null;
  const years = Number(match[1]);
  return years >= 1 && years <= MAX_YEARS ? { years, at: match.index, end: match.index + match[0].length, raw: match[0] } : null;
}

const SINCE = latin(/(?<!\p{L})(?:since|depuis|seit)\s+(?:\p{L}{3,9}\.?\s+)?((?:19|20)\d{2})(?!\d)/iu);

/** Years that follow from "since 2016" and the day of the import; null where no day is known or the year lies ahead of it. */
export function findSince(text: string, thisYear: number | null): { years: number; at: number; end: number; raw: string } | null {
  const match = thisYear === null ? null : SINCE.exec(text);
  if (match === null || thisYear === null) return null;
  const years = thisYear - Number(match[1]);
  return years >= 1 && years <= MAX_YEARS ? { years, at: match.index, end: match.index + match[0].length, raw: match[0] } : null;
}

/** The level years alone suggest. */
export function yearsSign(years: number, raw: string): LevelSign {
  const value = YEAR_STEPS.find((step) => years >= step.atLeast)?.value ?? 1;
  return {
    kind: 'years',
    value,
    raw,
    isCap: false,
    reason: `"${raw}" makes ${years} ${years === 1 ? 'year' : 'years'}; by themselves they suggest ${value} and never more than 4.`,
  };
}

import type { Outline, PlacedBlock } from './blocks.ts';
import { LEVEL_COLUMN } from './level-rules.ts';
import { readScale } from './level-signs.ts';
import { latin } from './patterns.ts';
import type { DecodedDocument, ImportedLegend } from './types.ts';

/** A document's own scale: what its marks mean on the scale of 0 to 5. */
export interface OwnScale {
  readonly legend: ImportedLegend | null;
  /** The step a cell such as "3", "B" or "+++" stands for; null where the document gives its marks no meaning. */
  valueOf(mark: string): { value: number; reason: string } | null;
}

type Step = ImportedLegend['steps'][number];

const MARK = String.raw`\d{1,2}|[A-E]|[★⭐●■]{1,10}[☆○□]{0,10}|\+{1,5}|x{1,5}|[✓✔]{1,5}`;
/** "3 = daily use", "★★: used with help"; the meaning ends where the next mark or a separator begins. */
const PAIR = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,+★⭐●■☆○□])(${MARK})\s*(?:=|:|–|—|-|→)\s*(\p{L}[^,;|=\r\n]{1,70}?)(?=\s*(?:[,;|]|\r?\n|$|\)|\s(?:${MARK})\s*(?:=|:|–|→)))`,
  'gu',
);
const LEGEND_WORD = latin(
  /(?<!\p{L})(?:legend|scale|key|levels?|ratings?|grading|self[- ]assessment|légende|échelle|niveaux?|barème|notation|legende|skala|stufen?|bewertung|einstufung|selbsteinschätzung)(?!\p{L})/iu,
);
/** "(1-5)", "from 0 to 10", "von 1 bis 6": how far a scale of numbers goes. */
const RANGE = latin(
  /(?<!\p{L})(?:scale|levels?|ratings?|rated|scores?|échelle|niveau|niveaux|note|notes|skala|stufe|stufen|bewertung)(?!\p{L})[^\r\n\d]{0,25}[01]\s*(?:-|–|\.\.|to|à|bis|…)\s*(3|4|5|6|10|100)(?!\d)|(?:out of|sur|von|auf)\s(5|10)(?!\d)|\(\s*[01]\s*(?:-|–|\.\.|to|à|bis)\s*(3|4|5|6|10)\s*\)/iu,
);
const WORD_LEGEND = latin(/(?<!\p{L})\p{L}{3,20}(?:\s?[-–/<>→,|]\s?\p{L}{3,20}){2,5}/u);
const MAY_BE_LEGEND = latin(/[\dA-E★⭐●■☆○□+x✓✔]\s?(?:=|:|–|—|-|→)\s?\p{L}[\s\S]*[=:–—→-]/u);
const MAX_BLOCK = 600;
const MAX_LIST = 8;

/** Finds the meaning a document gives to its marks: in one line, in a list under a title such as "Scale", or in a table's head. */
export function readOwnScale(document: DecodedDocument, outline: Outline): OwnScale {
  const found = lineLegend(outline) ?? listLegend(outline) ?? headLegend(outline);
  const legend: ImportedLegend | null =
    found === null ? null : { text: document.text.slice(found.start, found.end), start: found.start, end: found.end, steps: found.steps };
  const top = topOf(outline);
  return {
    legend,
    valueOf: (mark) => {
      const step = legend?.steps.find((each) => each.raw.toLowerCase() === mark.toLowerCase());
      if (step !== undefined)
        return { value: step.value, reason: `The document's own scale says ${step.raw} is "${step.meaning}" (${step.value}).` };
      if (!/^\d{1,3}(?:[.,]\d)?$/.test(mark)) return null;
      const number = Number(mark.replace(',', '.'));
      if (top === null || number > top) return null;
      const value = Math.round((number / top) * 5);
      return { value, reason: `The document's scale goes to ${top}, so ${mark} is ${value} of 5.` };
    },
  };
}

interface FoundLegend {
  readonly start: number;
  readonly end: number;
  readonly steps: readonly Step[];
}

function lineLegend(outline: Outline): FoundLegend | null {
  for (const block of outline.blocks) {
    if (block.kind === 'code' || block.end - block.start > MAX_BLOCK) continue;
    const text = outline.masked.slice(block.start, block.end);
    const counted = LEGEND_WORD.test(text) ? countedIn(text) : [];
    if (counted.length > 0) return { start: block.start, end: block.end, steps: valued(counted) };
    if (!MAY_BE_LEGEND.test(text)) continue;
    const pairs = pairsIn(text);
    const isCalled = (block.kind !== 'row' && LEGEND_WORD.test(text)) || LEGEND_WORD.test(outline.sections[block.section]?.title ?? '');
    const hasEqualSigns = (text.match(/=/g)?.length ?? 0) >= pairs.length;
    if (pairs.length >= (isCalled ? 2 : 3) && (isCalled || hasEqualSigns))
      return { start: block.start, end: block.end, steps: valued(pairs) };
  }
  return null;
}

/** Each step an item or row of its own under a title or line that says it is a scale. */
function listLegend(outline: Outline): FoundLegend | null {
  for (const block of outline.blocks) {
    const isTitle = block.kind === 'heading' || block.kind === 'paragraph';
    if (!isTitle || block.end - block.start > 80 || !LEGEND_WORD.test(outline.masked.slice(block.start, block.end))) continue;
    const pairs: { raw: string; meaning: string }[] = [];
    let last: PlacedBlock = block;
    for (const step of outline.blocks.slice(block.index + 1, block.index + 1 + MAX_LIST)) {
      const [first, second] = step.cells;
      const text = first !== undefined && second !== undefined ? `${at(outline, first)} = ${at(outline, second)}` : at(outline, step);
      const [pair] = pairsIn(text.slice(0, MAX_BLOCK));
      if (step.kind === 'heading' || pair === undefined) break;
      pairs.push(pair);
      last = step;
    }
    if (pairs.length >= 3) return { start: block.start, end: last.end, steps: valued(pairs) };
  }
  return null;
}

/** "Niveau (Débutant-Confirmé-Expert)": the head of a column, or a title, that names all its words. */
function headLegend(outline: Outline): FoundLegend | null {
  const head = /(?:niveaux?|levels?|stufe|kenntnisstand|rating|maîtrise|proficiency)[^\r\n|]{0,10}\(([^)\r\n]{8,90})\)?/iu.exec(
    outline.masked,
  );
  const words = head === null ? undefined : WORD_LEGEND.exec(head[1] ?? '')?.[0];
  if (head === null || words === undefined) return null;
  const steps = words.split(/\s?[-–/<>→,|]\s?/).flatMap((raw) => {
    const sign = readScale(raw, false, 'table');
    return sign === null ? [] : [{ raw, meaning: raw, value: sign.value }];
  });
  const start = head.index + head[0].indexOf(head[1] ?? '');
  return steps.length >= 3 ? { start, end: start + (head[1]?.length ?? 0), steps } : null;
}

function at(outline: Outline, { start, end }: { start: number; end: number }): string {
  return outline.masked.slice(start, end).trim();
}

/** "0 none, 1 theory, 2 with help": steps told without a sign, known by their numbers counting up. */
const COUNTED = /(?<![\d.,])(\d)\s+(\p{L}[^,;|\d\r\n]{1,40}?)(?=\s*(?:[,;|]|\r?\n|$))/gu;

function countedIn(text: string): { raw: string; meaning: string }[] {
  const pairs = [...text.matchAll(COUNTED)].map(([, raw = '', meaning = '']) => ({ raw, meaning: meaning.trim() }));
  const counts = pairs.every(({ raw }, index) => Number(raw) === Number(pairs[0]?.raw) + index);
  return counts && pairs.length >= 3 ? pairs : [];
}

function pairsIn(text: string): { raw: string; meaning: string }[] {
  const pairs = new Map<string, string>();
  for (const [, raw = '', meaning = ''] of text.matchAll(PAIR)) if (!pairs.has(raw)) pairs.set(raw, meaning.trim());
  return [...pairs].map(([raw, meaning]) => ({ raw, meaning }));
}

/** The value of each step: by its words where they are known, else by its place between the first and the last. */
function valued(pairs: readonly { raw: string; meaning: string }[]): Step[] {
  const said = pairs.map(({ meaning }) => readScale(meaning, false, 'table')?.value ?? null);
  const ranks = pairs.map(({ raw }, index) => (/^\d+$/.test(raw) ? Number(raw) : index + 1));
  const top = Math.max(...ranks);
  const bottom = Math.min(...ranks);
  // The top of a short scale does not say authority.
  const best = pairs.length >= 5 || top >= 5 ? 5 : 4;
  const upwards = (rank: number): number => (bottom === 0 ? rank / Math.max(1, top) : rank / top) * best;
  const downwards = (rank: number): number => ((top + bottom - rank) / top) * best;
  // German school marks and letters run downwards: 1 and A are the best. The steps whose words are known tell which way.
  const distance = (byPlace: (rank: number) => number): number =>
    said.reduce<number>((sum, value, index) => sum + (value === null ? 0 : Math.abs(value - byPlace(ranks[index] ?? 0))), 0);
  const isUntold = said.every((value) => value === null);
  const runsDown = isUntold ? pairs.every(({ raw }) => /^[A-E]$/.test(raw)) : distance(downwards) < distance(upwards);
  return pairs.map(({ raw, meaning }, index) => {
    const rank = ranks[index] ?? 0;
    const byPlace = Math.round(runsDown ? downwards(rank) : upwards(rank));
    return { raw, meaning, value: said[index] ?? Math.min(5, Math.max(0, byPlace)) };
  });
}

/** How far the document's scale of numbers goes: said in words, or by the largest number of its column of levels. */
function topOf(outline: Outline): number | null {
  const said = RANGE.exec(outline.masked.slice(0, 200_000));
  const top = said === null ? undefined : (said[1] ?? said[2] ?? said[3]);
  if (top !== undefined) return Number(top);
  let largest = 0;
  let cells = 0;
  for (const block of outline.blocks) {
    for (const cell of block.cells) {
      if (!LEVEL_COLUMN.test(cell.header) || cell.end - cell.start > 4) continue;
      const mark = at(outline, cell);
      if (!/^\d{1,3}$/.test(mark)) continue;
      largest = Math.max(largest, Number(mark));
      cells += 1;
    }
  }
  if (cells < 2 || largest > 100) return null;
  return [5, 10, 100].find((each) => largest <= each) ?? null;
}

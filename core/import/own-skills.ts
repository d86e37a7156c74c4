import type { Outline, PlacedBlock } from './blocks.ts';
import { fold } from './fold.ts';
import { JOB_TITLE } from './job-words.ts';
import { LEVEL_COLUMN } from './level-rules.ts';
import { isScaleWord } from './level-signs.ts';
import { findMadeNames } from './made-names.ts';
import { isInNameList, type Mention } from './mentions.ts';
import { nameColumnOf } from './name-lists.ts';
import { type Element, ORDINARY } from './own-names.ts';
import { latin } from './patterns.ts';
import { isSpokenLanguage } from './spoken-languages.ts';
import { WORD_ENDING } from './typos.ts';

/** Names the structure gives as skills though the taxonomy does not know them. */
export interface OwnNames {
  readonly mentions: readonly Mention[];
  /** Name as written by id. */
  readonly names: ReadonlyMap<string, string>;
}

const DELIMITER = latin(/[,;|•·()[\]:]|\/|\s[+&–—-]\s|(?<!\p{L})(?:and|or|et|ou|und|oder|with|for|pour|via)(?!\p{L})/giu);
const MAX_CELL_WORDS = 6;
const MAX_ELEMENT_LENGTH = 32;
const MIN_KNOWN = 2;
/** Sections whose enumerations are of skills, so that fewer known ones vouch for the others. */
const SKILL_SECTION =
  /(?:skills?|tools?|toolbox|technolog|stack|knowledge|expertise|kenntnisse|fähigkeiten|werkzeug|technik|compétences|outils|environnements? techniques?|savoir-faire|software|logiciels)/i;

/** Finds the unknown names of tables of skills and of lists whose other members are known. */
export function findOwnNames(outline: Outline, known: readonly Mention[], unread: ReadonlySet<number> = new Set()): OwnNames {
  const names = new Map<string, string>();
  const mentions: Mention[] = [];
  const byBlock = new Map<number, Mention[]>();
  // A name the document uses elsewhere as a known skill (an everyday word there, perhaps) is that skill here too.
  const spokenOf = new Map(known.map(({ start, end, skillId }) => [fold(outline.masked.slice(start, end)), skillId]));
  for (const mention of known) byBlock.set(mention.block, [...(byBlock.get(mention.block)?.slice(-400) ?? []), mention]);
  const bareItems = itemsAmongNames(outline, byBlock);
  for (const block of outline.blocks) {
    // Where known names were left unread nobody can say what is unknown.
    if (unread.has(block.index)) continue;
    const inBlock = byBlock.get(block.index) ?? [];
    const elements = block.kind === 'row' ? namedCells(outline, block, inBlock) : listedNames(outline, block, inBlock);
    const bare = bareItems.has(block.index) ? bareName(outline, block) : null;
    for (const element of [...(bare === null ? elements : [bare]), ...findMadeNames(outline, block, inBlock)]) {
      const knownId = spokenOf.get(fold(element.text));
      const id = knownId ?? ownId(element.text);
      if (id === null) continue;
      if (knownId === undefined && !names.has(id)) names.set(id, element.text);
      mentions.push({
        skillId: id,
        start: element.start,
        end: element.end,
        block: block.index,
        isTypo: false,
        isAmbiguous: true,
        isNested: false,
        ...(element.isMade && { isMade: true }),
      });
    }
  }
  return { mentions, names };
}

/** Items of lists whose other items are mostly known names and nothing else: "ethereum, bitcoin, waves". */
function itemsAmongNames(outline: Outline, byBlock: ReadonlyMap<number, readonly Mention[]>): Set<number> {
  const lists = new Map<string, PlacedBlock[]>();
  for (const block of outline.blocks) {
    if (block.kind !== 'item') continue;
    const key = `${block.section} ${block.parent} ${block.depth}`;
    lists.set(key, [...(lists.get(key)?.slice(-200) ?? []), block]);
  }
  const found = new Set<number>();
  for (const items of lists.values()) {
    if (items.length < 3) continue;
    const unknown = items.filter(({ index }) => (byBlock.get(index) ?? []).length === 0);
    const names = items.filter((block) => {
      const text = outline.masked.slice(block.start, block.end).trim();
      return (byBlock.get(block.index) ?? []).some(({ start, end }) => end - start >= text.length * 0.6);
    });
    if (names.length >= 2 && names.length >= items.length / 2) for (const { index } of unknown) found.add(index);
  }
  return found;
}

function bareName(outline: Outline, block: PlacedBlock): Element | null {
  const text = outline.masked.slice(block.start, block.end);
  const name = text.replace(/^[\s•*–-]+|[\s.,;]+$/g, '');
  const isName = /^\p{L}[\p{L}\p{N}._+-]{2,20}$/u.test(name) && isNameShaped(name) && !WORD_ENDING.test(name);
  if (!isName) return null;
  const start = block.start + text.indexOf(name);
  return { start, end: start + name.length, text: name, isKnown: false };
}

function ownId(name: string): string | null {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug.length < 2 ? null : `own-${slug}`;
}

/** The name cells of a table with a column of names and one of levels; "Hirschmann, Moxa" and "zenon (COPA-DATA)" hold two. */
function namedCells(outline: Outline, block: PlacedBlock, known: readonly Mention[]): Element[] {
  const cell = block.cells[nameColumnOf(block.cells.map(({ header }) => header))];
  if (cell === undefined || !block.cells.some((each) => LEVEL_COLUMN.test(each.header))) return [];
  const text = outline.masked.slice(cell.start, cell.end);
  const parts = [...text.matchAll(CELL_PART)].map(([part], index, all) => {
    const start = cell.start + (all[index]?.index ?? 0) + (part.length - part.trimStart().length);
    const name = part.trim();
    const isKnown = known.some((mention) => mention.start < start + name.length && mention.end > start);
    return { start, end: start + name.length, text: name, isKnown };
  });
  if (parts.length > 1 && parts.every((part) => part.isKnown || isCellName(part.text))) return parts.filter((part) => !part.isKnown);
  const name = text.trim();
  if (parts.some((part) => part.isKnown) || !isRowName(name)) return [];
  const start = cell.start + text.indexOf(name);
  return [{ start, end: start + name.length, text: name, isKnown: false }];
}

const CELL_PART = /[^,;/()|]+(?=[,;/()|]|$)/g;

function isRowName(name: string): boolean {
  return (
    name !== '' &&
    name.split(/\s+/).length <= MAX_CELL_WORDS &&
    /\p{L}{2}/u.test(name) &&
    !ORDINARY.has(name.toLowerCase()) &&
    !isSpokenLanguage(name) &&
    !isScaleWord(name)
  );
}

/** Stricter than for a whole cell, as what stands beside a name may be a remark on it. */
function isCellName(name: string): boolean {
  const words = name.split(/\s+/);
  return (
    name.length >= 2 &&
    words.length <= 3 &&
    /^\p{Lu}/u.test(name) &&
    !words.some((word) => ORDINARY.has(word.toLowerCase())) &&
    !/^\p{Lu}\p{Ll}+(?:en|ung|heit|keit|tion|ment|ing|ance|é|ée|és)$/u.test(name) &&
    !isSpokenLanguage(name) &&
    !isScaleWord(name)
  );
}

function listedNames(outline: Outline, block: PlacedBlock, known: readonly Mention[]): Element[] {
  if (block.kind !== 'item' && block.kind !== 'paragraph') return [];
  const isNameList = block.kind === 'item' && isInNameList(outline, block);
  if (known.length < MIN_KNOWN && !isNameList) return [];
  const isSkillSection = SKILL_SECTION.test(outline.sections[block.section]?.title ?? '');
  const elements = splitElements(outline, block, known);
  const found: Element[] = [];
  for (const run of runsOf(elements, outline.masked)) {
    const knownHere = run.filter((element) => element.isKnown);
    const isDense =
      (knownHere.length >= MIN_KNOWN && knownHere.length >= run.length / 3) ||
      (isSkillSection && knownHere.length >= run.length / 4 && knownHere.length > 0);
    const isLower = knownHere.length > 0 && knownHere.every((element) => element.text === element.text.toLowerCase());
    for (const element of run) {
      if (element.isKnown || !isNameShaped(element.text)) continue;
      if (
        isDense
          ? isCapitalised(element.text) || (isLower && block.kind === 'item' && isLowerName(element.text))
          : isNameList && isUnmistakable(element.text)
      )
        found.push(element);
    }
  }
  return found;
}

function splitElements(outline: Outline, block: PlacedBlock, known: readonly Mention[]): Element[] {
  const end = Math.min(block.end, block.start + 2000);
  const text = outline.masked.slice(block.start, end);
  const elements: Element[] = [];
  let from = 0;
  const add = (to: number): void => {
    const piece = text.slice(from, to);
    const trimmed = piece.trim().replace(/[.!?…]+$/, '');
    if (trimmed === '') return;
    const start = block.start + from + piece.indexOf(trimmed);
    const isKnown = known.some((mention) => mention.start < start + trimmed.length && mention.end > start);
    elements.push({ start, end: start + trimmed.length, text: trimmed, isKnown });
  };
  for (const match of text.matchAll(DELIMITER)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return elements;
}

/** Elements that stand in one enumeration: a colon ends what comes before it, and so does a long element. */
function runsOf(elements: readonly Element[], masked: string): Element[][] {
  const runs: Element[][] = [];
  let run: Element[] = [];
  for (const element of elements) {
    const last = run.at(-1);
    const isCut = last !== undefined && /[:;]/.test(masked.slice(last.end, element.start));
    if (isCut || element.text.length > MAX_ELEMENT_LENGTH) {
      runs.push(run);
      run = [];
    }
    if (element.text.length <= MAX_ELEMENT_LENGTH) run.push(element);
  }
  runs.push(run);
  return runs.filter((each) => each.length > 0);
}

/** A line of a CV begins with what was done: "Ran Puppet", "Introduced Backstage". */
const DEED = /^(?:ran|wrote|built|led|made|set|kept|took|moved|brought|did|cut|got|\p{L}+ed) \S/iu;

function isNameShaped(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length > 3 || /\d-\d/.test(text) || text.length < 3 || !/^\p{L}/u.test(text) || !/^[\p{L}\p{N} ._+#-]+$/u.test(text))
    return false;
  if (words.some((word) => isSpokenLanguage(word)) || isScaleWord(text) || JOB_TITLE.test(text) || DEED.test(text)) return false;
  return !words.some((word) => ORDINARY.has(word.toLowerCase())) && !/^\d|\d{4}$/.test(text);
}

function isLowerName(text: string): boolean {
  return /^[a-z][a-z0-9._-]{3,}$/.test(text) && !WORD_ENDING.test(text);
}

function isCapitalised(text: string): boolean {
  return text.split(/\s+/).every((word) => /^\p{Lu}|\d/u.test(word)) || isUnmistakable(text);
}

/** A capital inside a word, or an underscore between letters: nobody writes an ordinary word so. */
function isUnmistakable(text: string): boolean {
  return /^\p{L}+(?:\p{Ll}\p{Lu}|_\p{Ll})[\p{L}\p{N}._-]*$/u.test(text);
}

import type { Outline, PlacedBlock, Section } from './blocks.ts';
import type { Mention } from './mentions.ts';
import type { DecodedDocument, Span } from './types.ts';

/** Everything the later steps read: the document, its outline and the names found in it. */
export interface Reading {
  readonly document: DecodedDocument;
  readonly outline: Outline;
  readonly mentions: readonly Mention[];
  /** Mentions by block index. */
  readonly byBlock: ReadonlyMap<number, readonly Mention[]>;
}

/** Puts the parts together and indexes the mentions. */
export function makeReading(document: DecodedDocument, outline: Outline, mentions: readonly Mention[]): Reading {
  const byBlock = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const list = byBlock.get(mention.block);
    if (list === undefined) byBlock.set(mention.block, [mention]);
    else list.push(mention);
  }
  return { document, outline, mentions, byBlock };
}

/** The stretch of the document between two offsets, as it is written. */
export function spanOf(document: DecodedDocument, start: number, end: number): Span {
  return { text: document.text.slice(start, end), start, end };
}

const lowerCase = new WeakMap<Outline, string>();

/** The block without markup in lower case, for quick tests. The whole text is kept so, since each step asks for every block. */
export function lowerCaseOf(outline: Outline, block: PlacedBlock): string {
  let whole = lowerCase.get(outline);
  if (whole === undefined) {
    // The dotted İ is the only letter whose small form is longer, which would move all that follows.
    whole = outline.masked.replaceAll('İ', 'i').toLowerCase();
    lowerCase.set(outline, whole);
  }
  return whole.slice(block.start, block.end);
}

/** Distinct skills named in a block, in order. */
export function skillsIn(reading: Reading, block: number): string[] {
  return [...new Set((reading.byBlock.get(block) ?? []).filter((mention) => !mention.isNested).map((mention) => mention.skillId))];
}

/** The block's section and those around it, innermost first. */
export function sectionsAround(outline: Outline, block: PlacedBlock): Section[] {
  const around: Section[] = [];
  for (let index = block.section; index !== -1; ) {
    const section = outline.sections[index];
    if (section === undefined) break;
    around.push(section);
    index = section.parent;
  }
  return around;
}

const titled = new WeakMap<RegExp, WeakMap<Section, boolean>>();

/** Whether the section's title fits; asked for every block below it, so it is kept. The pattern must not be global. */
export function isTitled(section: Section, title: RegExp): boolean {
  let sections = titled.get(title);
  if (sections === undefined) {
    sections = new WeakMap();
    titled.set(title, sections);
  }
  let fits = sections.get(section);
  if (fits === undefined) {
    fits = title.test(section.title);
    sections.set(section, fits);
  }
  return fits;
}

/** The skills the nearest heading names: what a line such as "Level: …" under it is about. */
export function headingSkills(reading: Reading, block: PlacedBlock): string[] {
  const section = reading.outline.sections[block.section];
  return section === undefined ? [] : skillsIn(reading, section.heading);
}

/** A heading that names more skills than this is a topic, and its lines are about the ones they name. */
const MAX_HEADING_SKILLS = 2;

/** The skills a statement is about: those it names, and for a line under a heading those of the heading. */
export function subjectsOf(reading: Reading, block: PlacedBlock, named: readonly string[] = skillsIn(reading, block.index)): string[] {
  const heads = headingSkills(reading, block);
  const isLine = block.kind === 'item' && heads.length <= MAX_HEADING_SKILLS;
  return named.length === 0 || isLine ? [...new Set([...named, ...heads])] : [...named];
}

const sentenceEnds = new WeakMap<PlacedBlock, number[]>();

/** The sentence of the block around an offset. */
export function sentenceAt(outline: Outline, block: PlacedBlock, offset: number): { start: number; end: number } {
  let ends = sentenceEnds.get(block);
  if (ends === undefined) {
    const text = outline.masked.slice(block.start, block.end);
    ends = [...text.matchAll(/[.!?;](?=[\s)”"']+(?:\p{Lu}|\p{N}|$)|\s*$)/gu)].map((match) => block.start + match.index + 1);
    ends.push(block.end);
    sentenceEnds.set(block, ends);
  }
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? block.end) > offset) high = middle;
    else low = middle + 1;
  }
  return { start: ends[low - 1] ?? block.start, end: ends[low] ?? block.end };
}

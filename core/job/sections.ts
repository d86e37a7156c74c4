import type { Outline, PlacedBlock } from '../import/blocks.ts';
import { sectionsAround } from '../import/reading.ts';
import { DENYING_TITLE, type SectionKind, sectionKindOf } from './wording.ts';

/** What each block is for, by its own introduction, its heading and those around it. */
export function sectionKinds(outline: Outline): SectionKind[] {
  let lastLine: SectionKind | null = null;
  let lastNamed: SectionKind | null = null;
  return outline.blocks.map((block) => {
    const around = sectionsAround(outline, block);
    const told = around.map(({ title }) => sectionKindOf(title)).find((kind) => kind !== null) ?? null;
    const named = told ?? guessed(block, around[0]?.title ?? '', lastNamed);
    if (told !== null) lastNamed = told;
    if (block.kind === 'heading') lastLine = null;
    const text = outline.masked.slice(block.start, block.end).trim();
    // "You bring:" before a list announces it as a heading would.
    if (block.kind === 'paragraph')
      lastLine = /:\s*$/.test(text)
        ? sectionKindOf(
            text
              .slice(0, -1)
              .split(/[.!?]\s/)
              .at(-1) ?? '',
          )
        : null;
    const own = block.kind === 'paragraph' ? announcedBy(text) : null;
    if (own !== null) {
      lastNamed = own;
      return own;
    }
    const parent = outline.blocks[block.parent];
    const introduced = parent === undefined ? null : sectionKindOf(outline.masked.slice(parent.start, parent.end).trim());
    const isListed = block.kind === 'item' || block.kind === 'row';
    return (isListed ? (introduced ?? lastLine) : null) ?? named ?? 'none';
  });
}

const MAX_ANNOUNCEMENT = 60;
/** Behind more words than this a colon belongs to a sentence, unless the line ends there. */
const MAX_ANNOUNCING_WORDS = 5;

/** "you: → 3 years of AWS → …": a paragraph that begins with its own title. */
function announcedBy(text: string): SectionKind | null {
  const colon = text.indexOf(':');
  if (colon === -1 || colon > MAX_ANNOUNCEMENT || colon >= text.length - 1) return null;
  const isLine = /^\s*\n/.test(text.slice(colon + 1));
  if (!isLine && text.slice(0, colon).trim().split(/\s+/).length > MAX_ANNOUNCING_WORDS) return null;
  return sectionKindOf(text.slice(0, colon).trim());
}

/** Under a title of somebody's own wit: what says no is not needed; a list after the tasks asks, one after that asks for extras. */
function guessed(block: PlacedBlock, title: string, last: SectionKind | null): SectionKind | null {
  if (title === '' || last === null || last === 'company') return null;
  if (DENYING_TITLE.test(title)) return 'not-needed';
  if (block.kind !== 'item') return null;
  return last === 'tasks' ? 'must' : last === 'must' || last === 'nice' ? 'nice' : null;
}

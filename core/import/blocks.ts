import { readMarkdownBlocks } from './blocks-markdown.ts';
import { readTextBlocks } from './blocks-text.ts';
import { maskNoise } from './mask.ts';
import type { DecodedDocument } from './types.ts';

/** One cell of a table row, with the words at the head of its column. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly header: string;
}

/** A piece of the document that is read as a whole. Offsets are into the document's text. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code';
  /** Heading: 1 is outermost. Item: 0 is outermost. Else 0. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** The cells of a row, else empty. */
  readonly cells: readonly Cell[];
  /** The index of the item a nested item belongs to, or of the line that introduces a list; -1 without one. */
  readonly parent: number;
}

/** A block with its place in the outline. */
export interface PlacedBlock extends Block {
  readonly index: number;
  /** Index into `Outline.sections`; -1 above the first heading. */
  readonly section: number;
}

/** A heading and what stands under it, to the next heading of its depth or above. */
export interface Section {
  readonly title: string;
  readonly depth: number;
  readonly heading: number;
  readonly parent: number;
  /** Titles from the outermost, joined by " › ". */
  readonly path: string;
}

export interface Outline {
  readonly blocks: readonly PlacedBlock[];
  readonly sections: readonly Section[];
  /** The document's text with markup, link targets and addresses blanked, of exactly equal length. */
  readonly masked: string;
}

/** Reads the structure of a document. Never throws on any text; linear in its length. */
export function readOutline(document: DecodedDocument): Outline {
  const { text } = document;
  if (document.blocks !== undefined) return place(document.blocks, maskNoise(text));
  const isMarkup = document.format === 'markdown' && /^ {0,3}(?:#{1,6} \S|\|.*\|)/m.test(text);
  const { blocks, masked } = isMarkup ? readMarkdownBlocks(text) : readTextBlocks(text, maskNoise(text));
  return place(blocks, masked);
}

function place(blocks: readonly Block[], masked: string): Outline {
  const sections: Section[] = [];
  const placed: PlacedBlock[] = [];
  let open = -1;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      while (open !== -1 && (sections[open]?.depth ?? 0) >= block.depth) open = sections[open]?.parent ?? -1;
      const title = cleanTitle(masked.slice(block.start, block.end));
      const above = sections[open]?.path;
      sections.push({
        title,
        depth: block.depth,
        heading: index,
        parent: open,
        path: above === undefined ? title : `${above} › ${title}`,
      });
      open = sections.length - 1;
    }
    placed.push({ ...block, index, section: open });
  }
  return { blocks: placed, sections, masked };
}

function cleanTitle(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 120);
}

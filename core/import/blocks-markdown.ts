import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Cell } from './blocks.ts';
import { readTextBlocks } from './blocks-text.ts';
import { Mask } from './mask.ts';

/** The part of a syntax tree's node this reader uses; the parser's own types are wider. */
interface SyntaxNode {
  readonly type: string;
  readonly depth?: number;
  readonly children?: readonly SyntaxNode[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);

/** Parsing is done in parts of about this size, cut before headings: the parser is slower than linear on large texts. */
const PART_CHARS = 60_000;
/** A stretch this long without any blank line is no prose; it is read line by line, which is linear whatever it contains. */
const MAX_PART_CHARS = PART_CHARS * 4;

/** Reads Markdown into blocks; `masked` is the text with addresses already blanked. */
export function readMarkdownBlocks(text: string, masked: string): { blocks: Block[]; masked: string } {
  const reader = new MarkdownReader(text);
  for (const part of cutBeforeHeadings(text)) {
    if (part.end - part.start <= MAX_PART_CHARS) reader.read(part.start, part.end);
    else reader.readAsText(part.start, part.end);
  }
  return { blocks: reader.blocks, masked: reader.mask.apply(masked) };
}

function cutBeforeHeadings(text: string): Range[] {
  if (text.length <= PART_CHARS * 2) return [{ start: 0, end: text.length }];
  const parts: Range[] = [];
  let start = 0;
  let isInFence = false;
  for (const line of text.matchAll(/^(?: {0,3}(```|~~~).*|#{1,6} .*|\s*)$/gm)) {
    if (line[1] !== undefined) isInFence = !isInFence;
    const isDue = line.index - start >= PART_CHARS;
    const isOverdue = line.index - start >= PART_CHARS * 3;
    if ((isDue && !isInFence) || isOverdue) {
      parts.push({ start, end: line.index });
      start = line.index;
    }
  }
  parts.push({ start, end: text.length });
  return parts;
}

class MarkdownReader {
  readonly blocks: Block[] = [];
  readonly mask = new Mask();
  private readonly text: string;
  private offset = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(start: number, end: number): void {
    this.offset = start;
    const tree: SyntaxNode = parser.parse(this.text.slice(start, end));
    this.readChildren(tree, 0, -1);
  }

  readAsText(start: number, end: number): void {
    const slice = this.text.slice(start, end);
    const first = this.blocks.length;
    for (const block of readTextBlocks(slice, slice).blocks) {
      const parent = block.parent === -1 ? -1 : block.parent + first;
      this.blocks.push({ ...block, start: block.start + start, end: block.end + start, parent });
    }
  }

  private range(node: SyntaxNode): Range {
    const start = this.offset + (node.position?.start.offset ?? 0);
    return { start, end: Math.max(start, this.offset + (node.position?.end.offset ?? 0)) };
  }

  private readChildren(node: SyntaxNode, depth: number, parent: number): void {
    for (const child of node.children ?? []) this.readNode(child, depth, parent);
  }

  private readNode(node: SyntaxNode, depth: number, parent: number): void {
    const range = this.range(node);
    if (node.type === 'heading') this.readInlineBlock('heading', node, node.depth ?? 1, -1);
    else if (node.type === 'paragraph') this.readParagraph(node, parent);
    else if (node.type === 'list') this.readList(node, depth, parent);
    else if (node.type === 'table') this.readTable(node);
    else if (node.type === 'blockquote') this.readChildren(node, depth, parent);
    else if (node.type === 'code') this.add('code', range, 0, -1);
    else if (node.type !== 'thematicBreak') this.mask.add(range.start, range.end);
  }

  private readParagraph(node: SyntaxNode, parent: number): void {
    this.readInlineBlock('paragraph', node, 0, parent);
  }

  private readList(list: SyntaxNode, depth: number, parent: number): void {
    const last = this.blocks.length - 1;
    const before = this.blocks[last];
    const introducing = parent === -1 && before?.kind === 'paragraph' ? last : parent;
    for (const item of list.children ?? []) {
      const [first, ...rest] = item.children ?? [];
      let own = introducing;
      if (first?.type === 'paragraph') {
        this.readInlineBlock('item', first, depth, introducing);
        own = this.blocks.length - 1;
      } else if (first !== undefined) this.readNode(first, depth + 1, own);
      for (const child of rest) this.readNode(child, depth + 1, own);
    }
  }

  private readTable(table: SyntaxNode): void {
    const [head, ...rows] = table.children ?? [];
    const headers = (head?.children ?? []).map((cell) => {
      const range = this.range(cell);
      return this.text
        .slice(range.start, range.end)
        .replace(/[|*_`]/g, ' ')
        .trim();
    });
    for (const row of rows) {
      const range = this.range(row);
      const cells: Cell[] = (row.children ?? []).map((cell, index) => {
        this.maskInline(cell);
        return { ...this.inside(cell), header: headers[index] ?? '' };
      });
      this.blocks.push({ kind: 'row', depth: 0, ...range, cells, parent: -1 });
    }
  }

  private inside(node: SyntaxNode): Range {
    const children = node.children ?? [];
    const [first] = children;
    const last = children.at(-1);
    if (first === undefined || last === undefined) return { start: this.range(node).start, end: this.range(node).start };
    return { start: this.range(first).start, end: this.range(last).end };
  }

  private readInlineBlock(kind: 'heading' | 'paragraph' | 'item', node: SyntaxNode, depth: number, parent: number): void {
    this.maskInline(node);
    this.add(kind, this.inside(node), depth, parent);
  }

  private add(kind: Block['kind'], range: Range, depth: number, parent: number): void {
    if (range.end > range.start) this.blocks.push({ kind, depth, ...range, cells: [], parent });
  }

  /** Blanks everything of inline nodes that is not their visible text. */
  private maskInline(node: SyntaxNode): void {
    for (const child of node.children ?? []) {
      const range = this.range(child);
      if (child.type === 'html' || child.type === 'image' || child.type === 'imageReference' || child.type === 'footnoteReference') {
        this.mask.add(range.start, range.end);
      } else if (child.type === 'inlineCode') {
        const ticks = /^`*/.exec(this.text.slice(range.start, range.end))?.[0].length ?? 0;
        this.mask.add(range.start, range.start + ticks);
        this.mask.add(range.end - ticks, range.end);
      } else if (child.children !== undefined) {
        const inside = this.inside(child);
        this.mask.add(range.start, inside.start);
        this.mask.add(inside.end, range.end);
        this.maskInline(child);
      }
    }
  }
}

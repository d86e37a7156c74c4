import { parser as commonMark, type MarkdownConfig, Strikethrough, Table, TaskList } from '@lezer/markdown';
import type { Block, Cell } from './blocks.ts';
import { readTextBlocks } from './blocks-text.ts';
import { Mask, maskNoise } from './mask.ts';

/** The part of a tree cursor this reader uses: the parser's own types belong to a package that only it depends on. */
interface Cursor {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  firstChild(): boolean;
  nextSibling(): boolean;
  parent(): boolean;
}

/** A run of text without any sign that inline syntax begins or ends with. */
const PLAIN = /[^`<*_[!\]~]+/y;
/** Passes over plain text in one step, where the parser would ask each kind of syntax at every letter. */
const plainText: MarkdownConfig = {
  parseInline: [
    {
      name: 'PlainText',
      before: 'Escape',
      parse: (inline, _, at) => {
        PLAIN.lastIndex = at - inline.offset;
        return PLAIN.test(inline.text) ? inline.offset + PLAIN.lastIndex : -1;
      },
    },
  ],
};
/** Of the inline syntax only what hides words or parts them is read; addresses are blanked before. */
const parser = commonMark.configure([Table, TaskList, Strikethrough, plainText, { remove: ['Escape', 'Entity', 'HardBreak', 'Autolink'] }]);

/** Parsing is done in parts of about this size, cut at headings and blank lines: a tree of a whole large text takes much memory. */
const PART_CHARS = 200_000;
/** Lists deeper than this are no outline of anything; what is inside is read as lines. */
const MAX_DEPTH = 40;
/** Signs at the beginning of a line that nest the rest of it. */
const NESTING = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){${MAX_DEPTH}}|^[ \t]{${MAX_DEPTH * 4}}`);
/** A paragraph this long is no prose, and the parser's search for pairs of brackets in it would be slower than linear. */
const MAX_PARAGRAPH_CHARS = 10_000;
/** A line that begins a block of its own, so that it does not lengthen the paragraph before it. */
const OWN_BLOCK = /^ *(?:[-*+|#>]|\d{1,9}[.)])/;
const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,200}?(?:---|\+\+\+)[ \t]*(?:\r?\n|$)/;

/** Nodes that are markup and no words. */
const MARKS: ReadonlySet<string> = new Set([
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'LinkMark',
  'EmphasisMark',
  'CodeMark',
  'StrikethroughMark',
  'TaskMarker',
  'TableDelimiter',
  'URL',
  'LinkTitle',
  'LinkLabel',
  'Image',
  'HTMLTag',
  'HTMLBlock',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
  'LinkReference',
  'HorizontalRule',
]);
/** A line break in HTML, as tables of Markdown have it. */
const LINE_BREAK = /^<br\s*\/?>$/i;

/** Reads Markdown into blocks; `masked` is the text with addresses and markup blanked, part by part to spare memory. */
export function readMarkdownBlocks(text: string): { blocks: Block[]; masked: string } {
  const reader = new MarkdownReader(text);
  const bodyAt = reader.readFrontMatter();
  const maskedParts = [maskNoise(text.slice(0, bodyAt))];
  for (const { start, end, isRegular } of cutIntoParts(text, bodyAt)) {
    const part = maskNoise(text.slice(start, end));
    if (isRegular) maskedParts.push(reader.read(start, end).apply(part));
    else {
      reader.readAsText(start, end);
      maskedParts.push(part);
    }
  }
  return { blocks: reader.blocks, masked: maskedParts.join('') };
}

const NO_CELLS: readonly Cell[] = [];

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Part extends Range {
  /** False where the parser would take too long: such a part is read line by line, which is linear whatever it contains. */
  readonly isRegular: boolean;
}

function cutIntoParts(text: string, from: number): Part[] {
  const parts: Part[] = [];
  let start = from;
  let isRegular = true;
  let isInFence = false;
  let paragraph = 0;
  for (let at = from; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at);
    const end = lineBreak === -1 ? text.length : lineBreak + 1;
    const head = text.slice(at, Math.min(end, at + MAX_DEPTH * 6));
    const isBlank = head.length === end - at && head.trim() === '';
    const isDue = at - start >= PART_CHARS && !isInFence && (isBlank || head.startsWith('#'));
    if (isDue || at - start >= PART_CHARS * 3) {
      parts.push({ start, end: at, isRegular });
      start = at;
      isRegular = true;
    }
    if (/^ {0,3}(?:```|~~~)/.test(head)) isInFence = !isInFence;
    paragraph = isBlank || OWN_BLOCK.test(head) ? 0 : paragraph + end - at;
    isRegular &&= paragraph <= MAX_PARAGRAPH_CHARS && end - at <= MAX_PARAGRAPH_CHARS && !NESTING.test(head);
    at = end;
  }
  parts.push({ start, end: text.length, isRegular });
  return parts;
}

class MarkdownReader {
  readonly blocks: Block[] = [];
  private readonly text: string;
  /** Where the part that is being read begins, and what is to be blanked in it. */
  private offset = 0;
  private mask = new Mask();

  constructor(text: string) {
    this.text = text;
  }

  /** The lines of a front matter are read as items ("tags: [Ceph, Proxmox]"). Returns where the body begins. */
  readFrontMatter(): number {
    const found = FRONT_MATTER.exec(this.text)?.[0];
    if (found === undefined) return 0;
    for (const line of found.matchAll(/^[ \t]*(?:- )?([^\s#-][^\r\n]*)$/gm)) {
      const value = line[1]?.trimEnd() ?? '';
      const start = line.index + line[0].length - (line[1]?.length ?? 0);
      if (value !== '+++') this.add('item', { start, end: start + value.length }, 0, -1);
    }
    return found.length;
  }

  /** Returns what is markup in this part, by offsets into the part. */
  read(start: number, end: number): Mask {
    this.offset = start;
    this.mask = new Mask();
    const cursor = parser.parse(forParser(this.text.slice(start, end))).cursor();
    this.readChildren(cursor, 0, -1);
    return this.mask;
  }

  readAsText(start: number, end: number): void {
    const slice = this.text.slice(start, end);
    const first = this.blocks.length;
    for (const block of readTextBlocks(slice, slice).blocks) {
      const parent = block.parent === -1 ? -1 : block.parent + first;
      this.blocks.push({ ...block, start: block.start + start, end: block.end + start, parent });
    }
  }

  private range(node: Cursor): Range {
    return { start: this.offset + node.from, end: this.offset + node.to };
  }

  private readChildren(node: Cursor, depth: number, parent: number): void {
    for (const child of children(node)) this.readNode(child, depth, parent);
  }

  private readNode(node: Cursor, depth: number, parent: number): void {
    const { name } = node;
    if (name === 'Paragraph') this.readInlineBlock('paragraph', node, 0, parent);
    else if (name === 'BulletList' || name === 'OrderedList') this.readList(node, depth, parent);
    else if (name === 'Table') this.readTable(node);
    else if (name === 'Blockquote') this.readChildren(node, depth, parent);
    else if (name === 'FencedCode' || name === 'CodeBlock') this.add('code', this.range(node), 0, -1);
    else if (/^(?:ATX|Setext)Heading/.test(name)) this.readInlineBlock('heading', node, Number(name.at(-1)), -1);
    else this.blank(node);
  }

  private readList(list: Cursor, depth: number, parent: number): void {
    const last = this.blocks.length - 1;
    const introducing = parent === -1 && this.blocks[last]?.kind === 'paragraph' ? last : parent;
    for (const item of children(list)) {
      let own = introducing;
      let isFirst = true;
      for (const child of children(item)) {
        if (child.name === 'ListMark') this.blank(child);
        else if (isFirst && (child.name === 'Paragraph' || child.name === 'Task')) {
          this.readInlineBlock('item', child, depth, introducing);
          own = this.blocks.length - 1;
          isFirst = false;
        } else {
          this.readNode(child, depth + 1, own);
          isFirst = false;
        }
      }
    }
  }

  private readTable(table: Cursor): void {
    let headers: string[] = [];
    for (const row of children(table)) {
      if (row.name === 'TableHeader') {
        headers = this.readRow(row).map(({ start, end }) => {
          const title = this.text.slice(start, end);
          return title.replace(/[|*_`]/g, ' ').trim();
        });
      } else if (row.name === 'TableRow') {
        const range = this.range(row);
        const cells: Cell[] = this.readRow(row).map((cell, index) => ({ ...cell, header: headers[index] ?? '' }));
        this.blocks.push({ kind: 'row', depth: 0, ...range, cells, parent: -1 });
      } else this.blank(row);
    }
  }

  /** The cells of a row, the empty ones too: the parser only tells the signs between them. */
  private readRow(row: Cursor): Range[] {
    const cells: Range[] = [];
    const rowStart = this.range(row).start;
    let open: Range | null = null;
    let from = rowStart;
    for (const part of children(row)) {
      const range = this.range(part);
      if (part.name === 'TableDelimiter') {
        if (open !== null || range.start > rowStart) cells.push(open ?? { start: from, end: from });
        this.mask.add(part.from, part.to);
        open = null;
        from = range.end;
      } else {
        open = range;
        this.maskInline(part);
      }
    }
    if (open !== null) cells.push(open);
    return cells;
  }

  private readInlineBlock(kind: 'heading' | 'paragraph' | 'item', node: Cursor, depth: number, parent: number): void {
    this.maskInline(node);
    let { start, end } = this.range(node);
    if (kind === 'heading') {
      // The signs of a heading are part of its node; its words are not all of it.
      const raw = this.text.slice(start, end);
      start += /^\s*#*\s*/.exec(raw)?.[0].length ?? 0;
      const closing = /(?:\s+#+\s*|\s*\r?\n {0,3}(?:=+|-+)[ \t]*)$/.exec(raw)?.[0].length ?? 0;
      end = Math.max(start, end - closing);
    } else if (kind === 'item') start += /^\[[ xX]\]\s+/.exec(this.text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0;
    this.add(kind, { start, end }, depth, parent);
  }

  private add(kind: Block['kind'], range: Range, depth: number, parent: number): void {
    if (range.end > range.start) this.blocks.push({ kind, depth, ...range, cells: NO_CELLS, parent });
  }

  private blank(node: Cursor): void {
    this.mask.add(node.from, node.to);
  }

  /** Blanks everything of inline nodes that is not their visible text. */
  private maskInline(node: Cursor): void {
    for (const child of children(node)) {
      if (child.name === 'HTMLTag' && LINE_BREAK.test(this.text.slice(this.offset + child.from, this.offset + child.to))) {
        this.mask.add(child.from, child.to, ';');
      } else if (MARKS.has(child.name)) this.blank(child);
      else this.maskInline(child);
    }
  }
}

/** The text at equal length in the form the parser knows: no carriage returns, no white space after the line under a table's head. */
function forParser(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll('\r', ' ') : text;
  return lines.replace(/^([ \t:|-]{1,1000}[-|])([ \t]+)$/gm, (line, rule: string, rest: string) =>
    rule.includes('|') && rule.includes('-') ? `${rule.replace('-', '-'.repeat(rest.length + 1))}` : line,
  );
}

/** The children of the node the cursor stands on. The cursor itself moves: it is back where it was when the loop has ended. */
function* children(cursor: Cursor): Generator<Cursor> {
  if (!cursor.firstChild()) return;
  do yield cursor;
  while (cursor.nextSibling());
  cursor.parent();
}

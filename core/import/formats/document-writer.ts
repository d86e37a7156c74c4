import type { Block, Cell } from '../blocks.ts';

/** A document set as readable text, with its structure. */
export interface WrittenDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Deeper lists are set as if they ended here. */
const MAX_DEPTH = 12;
/** Text beyond this is left out: no document of a person's own is that long, and a hostile one must not fill the memory. */
export const MAX_TEXT_CHARS = 24 * 1024 * 1024;

/** Builds a document's text and its blocks together, so that every block is exactly a stretch of the text. */
export class DocumentWriter {
  private readonly parts: string[] = [];
  private readonly blocks: Block[] = [];
  private length = 0;
  /** The index of the last item of each depth, for the items nested in it. */
  private readonly openItems: number[] = [];
  private introduction = -1;

  heading(text: string, depth: number): void {
    this.closeList();
    this.put('heading', clean(text), Math.min(6, Math.max(1, depth)), { before: this.blocks.length > 0 ? '\n' : '', parent: -1 });
  }

  paragraph(text: string): void {
    this.closeList();
    this.put('paragraph', clean(text), 0, { before: this.blocks.length > 0 ? '\n' : '', parent: -1 });
  }

  /** A line that stands directly under the one before: an entry of an address, a verse. */
  line(text: string): void {
    this.closeList();
    this.put('paragraph', clean(text), 0, { before: '', parent: -1 });
  }

  /** An item of a list; `depth` 0 is outermost. */
  item(text: string, depth = 0): void {
    const level = Math.min(MAX_DEPTH, depth, this.openItems.length);
    if (this.openItems.length === 0) this.introduction = this.blocks.at(-1)?.kind === 'paragraph' ? this.blocks.length - 1 : -1;
    const parent = level === 0 ? this.introduction : (this.openItems[level - 1] ?? -1);
    const index = this.blocks.length;
    const indent = '  '.repeat(level);
    if (!this.put('item', clean(text), level, { before: `${indent}• `, parent })) return;
    this.openItems.length = level;
    this.openItems.push(index);
  }

  /** A row of a table; `headers` are the heads of its columns, empty where there are none. */
  row(values: readonly string[], headers: readonly string[] = []): void {
    this.closeList();
    const texts = values.map(clean);
    if (texts.every((text) => text === '') || this.isFull()) return;
    const start = this.length;
    const cells: Cell[] = [];
    for (const [index, text] of texts.entries()) {
      if (index > 0) this.push(' | ');
      cells.push({ start: this.length, end: this.length + text.length, header: clean(headers[index] ?? '') });
      this.push(text);
    }
    this.blocks.push({ kind: 'row', depth: 0, start, end: this.length, cells, parent: -1 });
    this.push('\n');
  }

  /** Text that is not prose; its line breaks are kept. */
  code(text: string): void {
    this.closeList();
    this.put('code', text.replace(/^\s*\n|\s+$/g, ''), 0, { before: '\n', parent: -1 });
  }

  isFull(): boolean {
    return this.length > MAX_TEXT_CHARS;
  }

  done(): WrittenDocument {
    return { text: this.parts.join(''), blocks: this.blocks };
  }

  private put(kind: Block['kind'], text: string, depth: number, { before, parent }: { before: string; parent: number }): boolean {
    if (text === '' || this.isFull()) return false;
    this.push(before);
    this.blocks.push({ kind, depth, start: this.length, end: this.length + text.length, cells: [], parent });
    this.push(`${text}\n`);
    return true;
  }

  private push(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  private closeList(): void {
    this.openItems.length = 0;
    this.introduction = -1;
  }
}

/** One line without ligatures, soft hyphens and doubled white space: the reader sets the text, so it sets it plainly. */
export function clean(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKD'))
    .replace(/\s+/g, ' ')
    .trim();
}

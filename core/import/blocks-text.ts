import type { Block } from './blocks.ts';
import { isHeadingLine, isLongTitle, numberedTitle } from './heading-lines.ts';

/** A line of plain text; `start` and `end` leave out the white space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly text: string;
  /** Length of the bullet or number and the space after it; 0 for a line without one. */
  readonly bullet: number;
}

const BULLET = /^(?:[•‣▪◦●○■➢►✓✔](?=[\p{L}\p{N}])|-(?=\p{Lu}\p{L})|(?:[-•*–—‣▪◦●○·✔✓+➢►]|\(?\d{1,2}[.)]|[oO](?= {2,}))[ \t]+(?=\S))/u;
/** A list item that lost its line break: a dash, a short key and a colon. */
const GLUED_ITEM = /[ \t]-[ \t](?=\p{Lu}[\p{L}\p{N}&/ -]{1,28}:[ \t])/gu;

/** Titles that stand under another one: parts, steps, looks back. */
const SUB_TITLE = /^(?:(?:part|phase|step|étape|partie|layer)\s+\d|[a-z][.)]\s)/i;
/** Looks back at the whole of what stands above. */
const LOOK_BACK_TITLE = /^(?:what (?:we|i) |how i |ce que |lessons? )/i;

function isOuterTitle(text: string): boolean {
  return numberedTitle(text) || isLongTitle(text);
}

/** Reads plain text, also text that has lost its markup: bullets, numbers and short lines give the structure back. */
export function readTextBlocks(text: string, masked: string): { blocks: Block[]; masked: string } {
  const lines = readLines(text);
  const reader = new TextReader(text, lines);
  for (let index = 0; index < lines.length; index += 1) reader.read(index);
  reader.close();
  return { blocks: reader.blocks, masked };
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    const isBreak = match[0] === '\n' || match[0] === '\r' || match[0] === '\r\n';
    if (isBreak) {
      const isBlank = match.index === 0 || /[\r\n]/.test(text[match.index - 1] ?? '');
      if (isBlank) lines.push({ start: match.index, end: match.index, indent: 0, text: '', bullet: 0 });
      continue;
    }
    const trimmed = match[0].trim();
    const indent = match[0].length - match[0].trimStart().length;
    const start = match.index + indent;
    lines.push({
      start,
      end: start + trimmed.length,
      indent,
      text: trimmed,
      bullet: BULLET.exec(trimmed)?.[0].length ?? 0,
    });
  }
  return lines;
}

class TextReader {
  readonly blocks: Block[] = [];
  private readonly text: string;
  private readonly lines: readonly Line[];
  private readonly hasOuterTitles: boolean;
  private open: { kind: 'paragraph' | 'item'; start: number; end: number; depth: number; parent: number } | null = null;
  private indents: { indent: number; block: number }[] = [];
  /** The line that introduces the list being read; -1 without one. */
  private introduction = -1;

  constructor(text: string, lines: readonly Line[]) {
    this.text = text;
    this.lines = lines;
    this.hasOuterTitles = lines.some((line, index) => isHeadingLine(lines, index) && isOuterTitle(line.text));
  }

  read(index: number): void {
    const line = this.lines[index];
    if (line === undefined) return;
    if (line.text === '') this.close();
    else if (isHeadingLine(this.lines, index)) this.addHeading(line);
    else if (line.bullet > 0) this.openItem(line);
    else if (this.open !== null && this.continues(line)) this.open.end = line.end;
    else this.openParagraph(line);
  }

  close(): void {
    if (this.open === null) return;
    const { kind, start, end, depth, parent } = this.open;
    this.open = null;
    let from = start;
    for (const glued of kind === 'item' ? this.text.slice(start, end).matchAll(GLUED_ITEM) : []) {
      if (start + glued.index > from) this.add(kind, from, start + glued.index, depth, parent);
      from = start + glued.index + glued[0].length;
    }
    this.add(kind, from, end, depth, parent);
  }

  private add(kind: Block['kind'], start: number, end: number, depth: number, parent: number): void {
    if (end > start) this.blocks.push({ kind, start, end, depth, parent, cells: [] });
  }

  private addHeading(line: Line): void {
    this.close();
    this.indents = [];
    const depth = isOuterTitle(line.text) || !this.hasOuterTitles ? 1 : 2;
    const isMarked = /^#{1,6} /.exec(line.text)?.[0].length ?? 0;
    const start = line.start + isMarked;
    if (isMarked > 0) this.add('heading', start, line.end, isMarked - 1, -1);
    else if (LOOK_BACK_TITLE.test(line.text)) this.add('heading', start, line.end, 2, -1);
    else this.add('heading', start, line.end, SUB_TITLE.test(line.text) ? depth + 1 : depth, -1);
  }

  private openItem(line: Line): void {
    this.close();
    while ((this.indents.at(-1)?.indent ?? -1) >= line.indent) this.indents.pop();
    if (this.indents.length === 0 && this.blocks.at(-1)?.kind !== 'item') this.introduction = this.introducingLine();
    const parent = this.indents.at(-1)?.block ?? this.introduction;
    this.open = { kind: 'item', start: line.start + line.bullet, end: line.end, depth: this.indents.length, parent };
    this.indents.push({ indent: line.indent, block: this.blocks.length });
  }

  /** "A few things I remember are:" before a list. */
  private introducingLine(): number {
    const last = this.blocks.at(-1);
    return last?.kind === 'paragraph' && this.text[last.end - 1] === ':' ? this.blocks.length - 1 : -1;
  }

  private openParagraph(line: Line): void {
    this.close();
    if (line.indent === 0) this.indents = [];
    this.open = { kind: 'paragraph', start: line.start, end: line.end, depth: 0, parent: -1 };
  }

  /** A paragraph goes on; an item only when its sentence is plainly broken off. */
  private continues(line: Line): boolean {
    if (this.open?.kind === 'paragraph') return true;
    const before = this.text[(this.open?.end ?? 1) - 1] ?? '';
    return line.indent > 0 || /^[\p{Ll}(]/u.test(line.text) || /[,;(–-]/.test(before);
  }
}

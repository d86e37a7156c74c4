import { Parser } from 'htmlparser2';
import { LEVEL_COLUMN } from '../level-rules.ts';
import { isNameColumn } from '../name-lists.ts';
import { clean, DocumentWriter, type WrittenDocument } from './document-writer.ts';

/** Elements whose content is not part of the document's text. */
const SKIPPED = new Set(
  'script style template noscript svg math head iframe object select button input textarea canvas audio video nav'.split(' '),
);
/** Elements without an end tag. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr param'.split(' '));
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Icons that draw a rating: a star, filled or empty. */
const STAR = /(?:^|[\s_-])(?:fa-)?star(?:-(o|empty|outline|border|regular|off))?(?:$|\s)/i;
const MAX_TITLE = 60;
/** Elements open at once; pages that leave out end tags stay far below it. */
const MAX_OPEN = 10_000;

type Piece =
  | { readonly kind: 'heading' | 'item'; readonly text: string; readonly depth: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isBold: boolean }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly headers: readonly string[] };

interface Table {
  headers: string[];
  row: { text: string; isHead: boolean }[];
  rows: number;
  /** A table that only arranges the page: its cells hold headings, lists or tables of their own. */
  isLayout: boolean;
}

/** Sets an HTML page as text. Never throws; linear in its length, however deep its elements are nested. */
export function readHtml(html: string): WrittenDocument {
  if (isTooDeep(html)) return writeLines(html);
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.write(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return writePieces(reader.finish());
}

/** The parser searches its open elements for each new one, so a page of endlessly nested ones is read without it. */
function isTooDeep(html: string): boolean {
  let open = 0;
  for (const tag of html.matchAll(/<(\/?)[a-z]/gi)) {
    open += tag[1] === '' ? 1 : -1;
    if (open > MAX_OPEN) return true;
  }
  return false;
}

function writeLines(html: string): WrittenDocument {
  const writer = new DocumentWriter();
  for (const line of html.split(/<[^<>]{0,500}>|\n/)) if (!writer.isFull()) writer.paragraph(line);
  return writer.done();
}

class HtmlReader {
  private readonly pieces: Piece[] = [];
  private text = '';
  private boldText = 0;
  private isBold = 0;
  private skipping = 0;
  private heading = 0;
  private lists = 0;
  private isItem = false;
  private itemDepth = 0;
  private term = '';
  private inPre = 0;
  private readonly tables: Table[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.skipping > 0) {
      if (!VOID.has(name)) this.skipping += 1;
      return;
    }
    if (!VOID.has(name) && (SKIPPED.has(name) || isHidden(attributes))) {
      this.skipping = 1;
      return;
    }
    this.writeGraphic(name, attributes);
    if (name === 'br') this.breakLine();
    else if (name === 'b' || name === 'strong') this.isBold += 1;
    else if (BLOCKS.has(name)) this.openBlock(name);
  }

  close(name: string): void {
    if (this.skipping > 0) {
      if (!VOID.has(name)) this.skipping -= 1;
      return;
    }
    if (name === 'b' || name === 'strong') this.isBold = Math.max(0, this.isBold - 1);
    else if (BLOCKS.has(name)) this.closeBlock(name);
  }

  write(text: string): void {
    if (this.skipping > 0) return;
    this.text += text;
    if (this.isBold > 0) this.boldText += text.trim().length;
  }

  finish(): readonly Piece[] {
    while (this.tables.length > 0) this.closeBlock('table');
    this.flush();
    return this.pieces;
  }

  /** Stars and bars drawn by icons and elements are read as what they show. */
  private writeGraphic(name: string, { class: classes = '', value, max, 'aria-valuenow': now }: Readonly<Record<string, string>>): void {
    const star = name === 'i' || name === 'span' ? STAR.exec(classes) : null;
    if (star !== null) this.write(star[1] === undefined ? '★' : '☆');
    const share =
      name === 'progress' || name === 'meter' ? Number(value) / Number(max ?? 1) : now === undefined ? Number.NaN : Number(now) / 100;
    if (share >= 0 && share <= 1) this.write(` ${Math.round(share * 100)} % `);
  }

  private openBlock(name: string): void {
    const isStructure = name === 'ul' || name === 'ol' || name === 'table' || /^h[1-6]$/.test(name);
    const cellHeld = this.tables.at(-1);
    if (isStructure && cellHeld !== undefined && !cellHeld.isLayout) this.asLayout(cellHeld);
    if (name === 'td' || name === 'th' || name === 'tr') {
      this.openCell(name);
      return;
    }
    if (!this.isInCell()) this.flush();
    else this.text += ' ';
    if (/^h[1-6]$/.test(name)) this.heading = Number(name[1]);
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.lists += 1;
    else if (name === 'li') {
      this.isItem = true;
      this.itemDepth = Math.max(0, this.lists - 1);
    } else if (name === 'pre') this.inPre += 1;
    else if (name === 'table') this.tables.push({ headers: [], row: [], rows: 0, isLayout: false });
  }

  private closeBlock(name: string): void {
    if (name === 'td' || name === 'th') this.closeCell(name);
    else if (name === 'tr') this.closeRow();
    else if (name === 'table') {
      this.closeRow();
      this.tables.pop();
    } else if (name === 'dt') {
      this.term = clean(this.text);
      this.text = '';
    } else if (name === 'pre') {
      if (clean(this.text) !== '') this.pieces.push({ kind: 'code', text: this.text });
      this.text = '';
      this.inPre = Math.max(0, this.inPre - 1);
    } else if (this.isInCell()) this.text += ' ';
    else this.flush();
    if (/^h[1-6]$/.test(name)) this.heading = 0;
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.lists = Math.max(0, this.lists - 1);
    else if (name === 'li') this.isItem = false;
  }

  private breakLine(): void {
    if (this.inPre > 0) this.text += '\n';
    else if (this.isInCell() || this.isItem || this.heading > 0) this.text += '; ';
    else this.flush();
  }

  private isInCell(): boolean {
    const table = this.tables.at(-1);
    return table !== undefined && !table.isLayout;
  }

  private openCell(name: string): void {
    const table = this.tables.at(-1);
    if (table === undefined || table.isLayout) this.flush();
    else if (name === 'tr') this.closeRow();
    else this.text = '';
  }

  private closeCell(name: string): void {
    const table = this.tables.at(-1);
    if (table === undefined || table.isLayout) this.flush();
    else {
      table.row.push({ text: clean(this.text), isHead: name === 'th' });
      this.text = '';
    }
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined || table.row.length === 0) return;
    const cells = table.row.map((cell) => cell.text);
    const isHead = table.rows === 0 && (table.row.every((cell) => cell.isHead) || looksLikeHead(cells));
    if (isHead) table.headers = cells;
    this.pieces.push({ kind: 'row', cells, headers: isHead ? [] : table.headers });
    table.rows += 1;
    table.row = [];
  }

  private asLayout(table: Table): void {
    table.isLayout = true;
    for (const cell of table.row) if (cell.text !== '') this.pieces.push({ kind: 'paragraph', text: cell.text, isBold: false });
    table.row = [];
    this.flush();
  }

  private flush(): void {
    const text = clean(this.text);
    const isBold = this.boldText > 0 && this.boldText >= text.replace(/\s/g, '').length * 0.9;
    this.text = '';
    this.boldText = 0;
    if (text === '') return;
    const whole = this.term === '' ? text : `${this.term}: ${text}`;
    this.term = '';
    if (this.heading > 0) this.pieces.push({ kind: 'heading', text: whole, depth: this.heading });
    else if (this.isItem) {
      this.pieces.push({ kind: 'item', text: whole, depth: this.itemDepth });
      // A second paragraph of the item stands under it.
      this.itemDepth = this.lists;
    } else this.pieces.push({ kind: 'paragraph', text: whole, isBold });
  }
}

function isHidden({ hidden, style = '', 'aria-hidden': ariaHidden, class: classes = '' }: Readonly<Record<string, string>>): boolean {
  return (
    hidden !== undefined || (ariaHidden === 'true' && !STAR.test(classes)) || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

function looksLikeHead(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.some((cell) => isNameColumn(cell)) && cells.some((cell) => LEVEL_COLUMN.test(cell));
}

/** Where a page has no headings its short bold lines are what it has of them. */
function writePieces(pieces: readonly Piece[]): WrittenDocument {
  const writer = new DocumentWriter();
  const hasHeadings = pieces.some((piece) => piece.kind === 'heading');
  for (const piece of pieces) {
    if (piece.kind === 'heading') writer.heading(piece.text, piece.depth);
    else if (piece.kind === 'item') writer.item(piece.text, piece.depth);
    else if (piece.kind === 'code') writer.code(piece.text);
    else if (piece.kind === 'row') writer.row(piece.cells, piece.headers);
    else if (!hasHeadings && 'isBold' in piece && piece.isBold && piece.text.length <= MAX_TITLE && !/[.;,]$/.test(piece.text))
      writer.heading(piece.text, 2);
    else writer.paragraph(piece.text);
  }
  return writer.done();
}

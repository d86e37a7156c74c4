import { AppError } from '../../errors.ts';
import { writeTable } from './delimited.ts';
import { clean, DocumentWriter, type WrittenDocument } from './document-writer.ts';
import { type Glyphs, layOut, median, type PageLine } from './pdf-layout.ts';

const MAX_PAGES = 300;
const MIN_ENTRIES = 3;
const MAX_ENTRY = 60;
const BULLET = /^\s*(?:[•▪‣●○◦■➢►✓✔*\uf0a7\uf0b7\uf0d8–]|-(?=\s)|o(?=\s{2,}))\s*/u;
/** A page with more runs than this is no text of a person, and laying it out would take too long. */
const MAX_RUNS = 20_000;

declare global {
  // pdf.js looks for its worker's code here before it would load it from an address.
  var pdfjsWorker: unknown;
}

/**
 * Sets a PDF's text layer as text in reading order, one or two columns.
 * @throws AppError `unsupported` for scans and encrypted files, `invalid` for damaged ones
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<WrittenDocument> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  globalThis.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES) throw new AppError('too_large', tooLong(name, document.numPages));
    const pages: PageLine[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(layOut(items.slice(0, MAX_RUNS).flatMap(toGlyphs)));
      page.cleanup();
    }
    const lines = withoutMargins(pages).flat();
    if (lines.length === 0) throw new AppError('unsupported', noText(name));
    return write(lines);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof Error && error.name === 'PasswordException') throw new AppError('unsupported', encrypted(name));
    throw new AppError('invalid', damaged(name), { cause: error });
  } finally {
    await task.destroy();
  }
}

function toGlyphs(item: unknown): Glyphs[] {
  if (typeof item !== 'object' || item === null || !('str' in item) || !('transform' in item) || !Array.isArray(item.transform)) return [];
  const [a, b, , d, x, y] = item.transform.map(Number);
  const width = 'width' in item ? Number(item.width) : 0;
  const size = Math.hypot(Number(a), Number(b)) || Math.abs(Number(d));
  // Text that runs upwards stands in a margin.
  if (x === undefined || y === undefined || Math.abs(Number(b)) > Math.abs(Number(a)) || !Number.isFinite(x + y + width + size)) return [];
  return [{ text: String(item.str), x, y, width, height: size }];
}

/** Without page numbers, and without lines that stand at the top or bottom of most pages. */
function withoutMargins(pages: readonly PageLine[][]): PageLine[][] {
  const seen = new Map<string, number>();
  const key = (line: PageLine): string => `${Math.round(line.y / 4)} ${line.cells.join(' ').replace(/\d+/g, '#')}`;
  for (const page of pages)
    for (const line of new Set([...page.slice(0, 2), ...page.slice(-2)].map(key))) seen.set(line, (seen.get(line) ?? 0) + 1);
  return pages.map((page) =>
    page.filter((line, index) => {
      const isAtEdge = index < 2 || index >= page.length - 2;
      const text = line.cells.join(' ').trim();
      if (isAtEdge && /^(?:page|seite)?\s*\d{1,3}(?:\s*(?:\/|of|von|sur|de)\s*\d{1,3})?$/i.test(text)) return false;
      return !(isAtEdge && pages.length > 2 && (seen.get(key(line)) ?? 0) > pages.length / 2);
    }),
  );
}

function write(lines: readonly PageLine[]): WrittenDocument {
  const writer = new DocumentWriter();
  const body = median(lines.flatMap((line) => Array.from({ length: Math.min(40, line.cells.join('').length) }, () => line.height)));
  const state: { open: OpenText | null } = { open: null };
  const short: string[] = [];
  const flush = (): void => {
    const { open } = state;
    state.open = null;
    if (open !== null && !open.isItem && isEntry(open)) {
      short.push(open.text);
      return;
    }
    flushShort();
    if (open?.isItem) writer.item(open.text);
    else if (open !== null) writer.paragraph(open.text);
  };
  // Several short lines one below the other are a list whose bullets are drawn and not written.
  const flushShort = (): void => {
    for (const text of short) {
      if (short.length >= MIN_ENTRIES) writer.item(text);
      else writer.paragraph(text);
    }
    short.length = 0;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const table = tableAt(lines, index);
    if (table.length > 1) {
      flush();
      flushShort();
      writeTable(writer, table);
      index += table.length - 1;
      continue;
    }
    const text = clean(line.cells.join(' | '));
    const bullet = BULLET.exec(text)?.[0];
    if (isHeading(text, line, body)) {
      flush();
      flushShort();
      writer.heading(text, line.height > body * 1.6 ? 1 : line.height > body * 1.15 ? 2 : 3);
    } else if (bullet !== undefined && text.length > bullet.length) {
      flush();
      state.open = { text: text.slice(bullet.length), isItem: true, line };
    } else if (state.open !== null && continues(state.open, line)) {
      state.open = { ...state.open, text: joinLines(state.open.text, text), line };
    } else {
      flush();
      state.open = { text, isItem: false, line };
    }
  }
  flush();
  flushShort();
  return writer.done();
}

/** A line that stands for itself: short, on one line, and no sentence. */
function isEntry({ text, line }: OpenText): boolean {
  return text.length <= MAX_ENTRY && !/[.!?:]$/.test(text) && line.cells.length <= 2 && text === clean(line.cells.join(' | '));
}

/** A paragraph or item that the next line may go on with. */
interface OpenText {
  readonly text: string;
  readonly isItem: boolean;
  readonly line: PageLine;
}

/** Larger than the text, or a short line in capitals. */
function isHeading(text: string, line: PageLine, body: number): boolean {
  if (text.length > 90 || !/\p{L}{2}/u.test(text) || BULLET.test(text)) return false;
  if (line.height > body * 1.12) return true;
  return (
    text.length <= 45 &&
    text === text.toUpperCase() &&
    /\p{Lu}{3}/u.test(text) &&
    !/[.,;:]$/.test(text) &&
    line.cells.length === 1 &&
    text.split(' ').length <= 5 &&
    !/,/.test(text)
  );
}

/** A line goes on in the next when it fills its column, or breaks off in mid-word. */
function continues(before: OpenText, next: PageLine): boolean {
  const { line } = before;
  const gap = line.y - next.y;
  if (next.cells.length > 1 || gap < 0 || gap > Math.max(line.height, next.height) * 1.75 || Math.abs(line.height - next.height) > 1)
    return false;
  if (before.isItem && next.x < line.column.left + 1 && line.x > line.column.left + 1) return false;
  const isFull = line.right > line.column.left + (line.column.right - line.column.left) * 0.82;
  return isFull || /[-‐,;(/&]$|\s(?:and|or|et|ou|und|oder|with|the|of|for|de|der|die|das)$/i.test(before.text);
}

function joinLines(text: string, next: string): string {
  if (/\p{L}[-‐]$/u.test(text) && /^\p{Ll}/u.test(next)) return `${text.slice(0, -1)}${next}`;
  return `${text} ${next}`;
}

/** Rows of cells that begin at the same places. */
function tableAt(lines: readonly PageLine[], from: number): string[][] {
  const rows: string[][] = [];
  const first = lines[from];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || first === undefined || line.cells.length < 2 || line.cells.length !== first.cells.length) break;
    if (Math.abs(line.x - first.x) > line.height || line.cells.some((cell) => cell.length > 80)) break;
    rows.push(line.cells.map(clean));
  }
  return rows;
}

const UNCHANGED = 'Nothing was changed.';
function noText(name: string): string {
  return `"${name}" has no text in it, only pictures of pages, as scanners make them. Run it through text recognition (OCR), or paste the text. ${UNCHANGED}`;
}
function encrypted(name: string): string {
  return `"${name}" is protected by a password. Save it without one and import that. ${UNCHANGED}`;
}
function damaged(name: string): string {
  return `"${name}" is a damaged PDF file. Open it in the program it was made with, export it again and import that. ${UNCHANGED}`;
}
function tooLong(name: string, pages: number): string {
  return `"${name}" has ${pages} pages; PDF files of up to ${MAX_PAGES} can be read. Export the pages about you and import those. ${UNCHANGED}`;
}

import Papa from 'papaparse';
import { LEVEL_COLUMN, YEARS_COLUMN } from '../level-rules.ts';
import { isNameColumn } from '../name-lists.ts';
import { clean, DocumentWriter, type WrittenDocument } from './document-writer.ts';

/** Columns beyond this are left out: a matrix a person can read has fewer. */
const MAX_COLUMNS = 200;
const MAX_ROWS = 100_000;
const MAX_PREAMBLE = 8;
const MAX_HEAD = 60;

/** The rows of a table in CSV or TSV, empty ones left out. Never throws. */
export function parseDelimited(text: string): string[][] {
  const rows: string[][] = [];
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: MAX_ROWS,
    step: ({ data }) => {
      rows.push(data.slice(0, MAX_COLUMNS));
    },
  });
  return rows;
}

/** Sets a skills matrix as rows with the heads of their columns. Never throws. */
export function readDelimited(text: string): WrittenDocument {
  const writer = new DocumentWriter();
  writeTable(writer, parseDelimited(text));
  return writer.done();
}

/** Writes a table; its first row is its head when it reads like one. */
export function writeTable(writer: DocumentWriter, rows: readonly (readonly string[])[]): void {
  const [first] = rows;
  if (first === undefined) return;
  // Notes often stand above the table: its head is the row that names a column of names or levels.
  const headAt = rows.slice(0, MAX_PREAMBLE).findIndex((row) => row.length > 1 && namesColumns(row));
  if (headAt > 0) {
    for (const row of rows.slice(0, headAt)) writer.row(row);
    writeTable(writer, rows.slice(headAt));
    return;
  }
  const isHead = rows.length > 1 && looksLikeHead(first);
  const isTransposed = !isHead && first.length > 2 && rows.length <= 6 && rows.some((row) => LEVEL_COLUMN.test(row[0] ?? ''));
  if (isTransposed) {
    writeTransposed(writer, rows);
    return;
  }
  for (const [index, row] of rows.entries()) writer.row(row, isHead && index > 0 ? first : []);
}

/** Names across, levels below: turned so that each name has a row. */
function writeTransposed(writer: DocumentWriter, rows: readonly (readonly string[])[]): void {
  const heads = rows.map((row) => row[0] ?? '');
  for (let column = 1; column < (rows[0]?.length ?? 0); column += 1)
    writer.row(
      rows.map((row) => row[column] ?? ''),
      heads.map((head, index) => (index === 0 && !isNameColumn(head) ? 'Skill' : head)),
    );
}

/** Heads are short and say what their columns hold. */
function namesColumns(cells: readonly string[]): boolean {
  const heads = cells.map(clean).filter((text) => isNameColumn(text) || LEVEL_COLUMN.test(text) || YEARS_COLUMN.test(text));
  return (
    heads.length > 0 &&
    heads.every((text) => text.length <= MAX_HEAD) &&
    (heads.length > 1 || cells.length <= 3 || isNameColumn(heads[0] ?? ''))
  );
}

function looksLikeHead(cells: readonly string[]): boolean {
  const texts = cells.map(clean);
  return namesColumns(cells) || texts.every((text) => text !== '' && text.length <= 40 && !/\d/.test(text));
}

import Papa from 'papaparse';
import type { Question } from '../content/question.ts';
import { AppError } from '../errors.ts';
import { COLUMNS, type Column, type FlatQuestion, flatten, unflatten } from './flat-question.ts';
import { type Incoming, IncomingList, MAX_QUESTIONS, type NameOf } from './incoming.ts';

/** What other programs call the columns. */
const OTHER_NAMES: Readonly<Record<string, Column>> = {
  question: 'prompt',
  front: 'prompt',
  back: 'answer',
  'model answer': 'answer',
  model_answer: 'answer',
  'key points': 'key_points',
  tag: 'tags',
  competency: 'competencies',
};
/** A cell that a spreadsheet would take for a formula gets an apostrophe before it, and loses it again when it is read. */
const FORMULA = /^'*[=+\-@\t\r]/;
const ESCAPED_FORMULA = /^'+[=+\-@\t\r]/;
const UTF8_MARK = '\uFEFF';

/** Questions as a table (RFC 4180, UTF-8 with its mark), one row each, with every column of {@link COLUMNS}. */
export function questionsAsCsv(questions: readonly Question[]): string {
  const rows = questions.map((question) => {
    const flat = flatten(question);
    return COLUMNS.map((column) => (FORMULA.test(flat[column]) ? `'${flat[column]}` : flat[column]));
  });
  return `${UTF8_MARK}${Papa.unparse([[...COLUMNS], ...rows], { newline: '\r\n' })}\r\n`;
}

/**
 * Reads a table of questions. Its first row names the columns; without such a row the first column is the question, the second the
 * answer, the third the tags.
 * @throws AppError `invalid` when no row has two columns, `too_large` past 100,000 rows.
 */
export function readCsv(text: string, nameOf: NameOf): Incoming {
  const rows = rowsIn(text);
  const head = headIn(rows[0] ?? []);
  const columns: readonly (Column | null)[] = head ?? ['prompt', 'answer', 'tags'];
  const list = new IncomingList();
  for (const [index, row] of rows.entries()) {
    if (head !== null && index === 0) continue;
    const question = unflatten(flatRow(row, columns), (prompt) => `imported.table.${nameOf(prompt)}`);
    if (typeof question === 'string') list.leaveOut(`Row ${index + 1}: ${question}.`);
    else list.add(question);
  }
  return list.done();
}

function rowsIn(text: string): string[][] {
  const rows: string[][] = [];
  Papa.parse<string[]>(text.startsWith(UTF8_MARK) ? text.slice(1) : text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: MAX_QUESTIONS + 2,
    step: ({ data }) => {
      rows.push(data);
    },
  });
  if (rows.length > MAX_QUESTIONS + 1)
    throw new AppError('too_large', `This table has more than ${MAX_QUESTIONS} rows. Import it in parts. Nothing was changed.`);
  if (!rows.some((row) => row.length > 1))
    throw new AppError(
      'invalid',
      'This is no table of questions: a row has a question and its answer in columns of their own. Nothing was changed.',
    );
  return rows;
}

/** The columns a first row names; null when it names no question. */
function headIn(row: readonly string[]): (Column | null)[] | null {
  const columns = row.map((cell) => {
    const name = cell.trim().toLowerCase();
    return COLUMNS.find((column) => column === name) ?? OTHER_NAMES[name] ?? null;
  });
  return columns.includes('prompt') ? columns : null;
}

function flatRow(row: readonly string[], columns: readonly (Column | null)[]): Partial<FlatQuestion> {
  const flat: Partial<Record<Column, string>> = {};
  for (const [index, column] of columns.entries()) {
    const cell = row[index];
    if (column !== null && cell !== undefined) flat[column] = ESCAPED_FORMULA.test(cell) ? cell.slice(1) : cell;
  }
  return flat;
}

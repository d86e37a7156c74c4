import { AppError } from '../../errors.ts';
import { unpack } from './archive.ts';
import { parseDelimited, writeTable } from './delimited.ts';
import { DocumentWriter, type WrittenDocument } from './document-writer.ts';

/** The files of an export that tell of skills and work; the others are about contacts and messages and are not opened. */
const FILES = ['Profile.csv', 'Skills.csv', 'Positions.csv', 'Projects.csv', 'Education.csv', 'Certifications.csv', 'Languages.csv'];

/** Whether the names in an archive are those of LinkedIn's data export. */
export function isLinkedInExport(bytes: Uint8Array): boolean {
  // The names stand unpacked in the archive's directory, at its end.
  const directory = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 200_000)));
  return /(?:Skills|Positions)\.csv/.test(directory);
}

/** Sets LinkedIn's data export as a document with a section for each file. */
export function readLinkedIn(bytes: Uint8Array, name: string): WrittenDocument {
  const files = unpack(bytes, name, (entry) => FILES.includes(fileName(entry)));
  if (files.size === 0) throw new AppError('unsupported', notAnExport(name));
  const writer = new DocumentWriter();
  for (const wanted of FILES) {
    for (const [entry, content] of files) {
      if (fileName(entry) !== wanted) continue;
      const records = recordsOf(new TextDecoder().decode(content));
      if (records.length > 0) writeSection(writer, wanted.replace('.csv', ''), records);
    }
  }
  return writer.done();
}

export function notAnExport(name: string): string {
  return `"${name}" is an archive that is neither a Word document nor LinkedIn's data export. Unpack it and import the document inside. Nothing was changed.`;
}

function fileName(entry: string): string {
  return entry.split('/').at(-1) ?? '';
}

type Row = Readonly<Record<string, string>>;

/** Rows by the names of their columns; LinkedIn sometimes puts notes above the head, which has the most columns. */
function recordsOf(csv: string): Row[] {
  const rows = parseDelimited(csv);
  const widest = Math.max(0, ...rows.slice(0, 6).map((row) => row.length));
  const at = rows.findIndex((row) => row.length === widest);
  const heads = rows[at] ?? [];
  return rows
    .slice(at + 1)
    .map((row) => Object.fromEntries(heads.map((head, index) => [head.trim().toLowerCase(), row[index]?.trim() ?? ''])));
}

function writeSection(writer: DocumentWriter, title: string, records: readonly Row[]): void {
  writer.heading(title, 1);
  for (const record of records) {
    if (title === 'Skills') writer.item(Object.values(record)[0] ?? '');
    else if (title === 'Languages') writer.item(present([record.name, record.proficiency]).join(': '));
    else if (title === 'Positions') writeWork(writer, present([record.title, record['company name']]).join(', '), record);
    else if (title === 'Projects') writeWork(writer, record.title ?? '', record);
    else if (title === 'Education') {
      const dates = range(record['start date'], record['end date']);
      writer.item(present([record['degree name'], record['school name'], dates, record.notes]).join(', '));
    } else if (title === 'Certifications') {
      writer.item(present([record.name, record.authority, record['started on']]).join(', '));
    } else if (title === 'Profile') {
      const name = present([record['first name'], record['last name']]).join(' ');
      if (name !== '') writer.paragraph(`Name: ${name}`);
      for (const text of present([record.headline, record.summary])) writer.paragraph(text);
    } else writeTable(writer, [Object.keys(record), Object.values(record)]);
  }
}

function writeWork(writer: DocumentWriter, title: string, record: Row): void {
  writer.heading(title, 2);
  writer.paragraph(present([range(record['started on'], record['finished on']), record.location]).join(', '));
  for (const line of (record.description ?? '').split(/\r?\n/)) {
    const item = /^\s*[-•*–]\s*(.+)$/.exec(line)?.[1];
    if (item !== undefined) writer.item(item);
    else if (line.trim() !== '') writer.paragraph(line);
  }
}

function range(from: string | undefined, to: string | undefined): string {
  if (from === undefined || from === '') return to ?? '';
  return `${from} – ${to === undefined || to === '' ? 'present' : to}`;
}

function present(values: readonly (string | undefined)[]): string[] {
  return values.filter((value): value is string => value !== undefined && value !== '');
}

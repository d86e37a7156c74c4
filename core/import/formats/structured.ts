import { AppError } from '../../errors.ts';
import { DocumentWriter, type WrittenDocument } from './document-writer.ts';

/** Deeper structures are no résumé. */
const MAX_DEPTH = 30;
/** An alias in YAML can stand for a tree of aliases; this many nodes are written and no more. */
const MAX_NODES = 200_000;

/** Words for keys that would read oddly as titles; all other keys are set as they are, in words. */
const TITLES: Readonly<Record<string, string>> = {
  basics: 'Profile',
  cv: 'Profile',
  work: 'Work experience',
  volunteer: 'Volunteering',
  summary: 'Summary',
};
/** Keys of places and pictures that say nothing of what the person can do. */
const LEFT_OUT =
  /^(?:\$schema|schema|meta|image|photo|picture|avatar|icon|color|colour|theme|design|locale|latitude|longitude|countryCode|rendercv_settings|id|uuid)$/i;
const TITLE_KEYS = ['position', 'title', 'role', 'studyType', 'degree', 'label', 'name', 'job', 'poste', 'titre', 'stelle'];
const PLACE_KEYS = [
  'name',
  'company',
  'organization',
  'organisation',
  'employer',
  'institution',
  'school',
  'entity',
  'entreprise',
  'firma',
  'arbeitgeber',
  'kunde',
  'client',
];
const FROM_KEYS = ['startDate', 'start_date', 'start', 'from', 'begin', 'debut', 'début', 'von', 'beginn'];
const TO_KEYS = ['endDate', 'end_date', 'end', 'to', 'until', 'fin', 'bis', 'ende'];
const LEVEL_KEYS = ['level', 'proficiency', 'rating', 'niveau', 'stufe', 'fluency', 'score'];
const YEARS_KEYS = ['years', 'yearsOfExperience', 'experience_years', 'années', 'ans', 'jahre'];
const DATED = new Set([...FROM_KEYS, ...TO_KEYS]);

/** JSON as a résumé. @throws AppError `invalid` with the place of the error */
export function readJsonResume(text: string, name: string): WrittenDocument {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw notReadable(name, 'JSON', error);
  }
  return writeValue(value, name);
}

/** YAML as a résumé. @throws AppError `invalid` with the place of the error */
export async function readYamlResume(text: string, name: string): Promise<WrittenDocument> {
  const { parse } = await import('yaml');
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 100, logLevel: 'error' });
  } catch (error) {
    throw notReadable(name, 'YAML', error);
  }
  return writeValue(value, name);
}

function notReadable(name: string, language: string, cause: unknown): AppError {
  const said = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
  return new AppError('invalid', `"${name}" is not valid ${language}: ${said}. Correct it and import it again. Nothing was changed.`, {
    cause,
  });
}

function writeValue(value: unknown, name: string): WrittenDocument {
  const writer = new ResumeWriter();
  writer.write(value);
  const written = writer.done();
  if (written.text.trim() === '') throw new AppError('invalid', `"${name}" contains no text. Nothing was changed.`);
  return written;
}

type Fields = Readonly<Record<string, unknown>>;

class ResumeWriter {
  private readonly writer = new DocumentWriter();
  private nodes = 0;

  done(): WrittenDocument {
    return this.writer.done();
  }

  write(value: unknown): void {
    if (Array.isArray(value)) this.writeList('Entries', value, 1);
    else if (isFields(value)) this.writeFields(value, 1);
    else if (value !== null && value !== undefined) this.writer.paragraph(String(value));
  }

  /** Single values become lines, lists and maps become sections. */
  private writeFields(fields: Fields, depth: number): void {
    if (this.isTooMuch(depth)) return;
    const entries = Object.entries(fields).filter(([key, value]) => !LEFT_OUT.test(key) && value !== null && value !== '');
    for (const [key, value] of entries) {
      if (typeof value === 'object') continue;
      const text = String(value);
      if (isProse(text)) this.writeProse(text);
      else this.writer.line(`${inWords(key)}: ${text}`);
    }
    for (const [key, value] of entries) {
      if (Array.isArray(value)) this.writeList(key, value, depth);
      else if (isFields(value)) {
        this.writer.heading(TITLES[key] ?? inWords(key), depth);
        this.writeFields(value, depth + 1);
      }
    }
  }

  private writeList(key: string, list: readonly unknown[], depth: number): void {
    if (this.isTooMuch(depth) || list.length === 0) return;
    this.writer.heading(TITLES[key] ?? inWords(key), depth);
    for (const entry of list) {
      if (this.isTooMuch(depth)) return;
      if (isFields(entry)) this.writeEntry(entry, depth + 1);
      else if (Array.isArray(entry)) this.writer.item(entry.map(inText).join(', '));
      else if (entry !== null && entry !== undefined) this.writer.item(String(entry));
    }
  }

  /** A job or school gets a heading with its dates, a skill one line with its level. */
  private writeEntry(fields: Fields, depth: number): void {
    const single = Object.keys(fields);
    const [only] = single;
    if (single.length === 1 && only !== undefined) {
      this.writeSingle(only, fields[only], depth);
      return;
    }
    if (this.writeAsLine(fields)) return;
    const title = pick(fields, TITLE_KEYS);
    const place = PLACE_KEYS.map((key) => [key, fields[key]] as const).find(
      ([key, value]) => typeof value === 'string' && key !== title?.key,
    );
    const dates = datesOf(fields);
    const head = [title?.value, typeof place?.[1] === 'string' ? place[1] : undefined].filter((part) => part !== undefined && part !== '');
    const used = new Set([title?.key, place?.[0], ...DATED]);
    if (head.length > 0) this.writer.heading(head.join(', '), depth);
    if (dates !== '') this.writer.paragraph(dates);
    const rest = Object.entries(fields).filter(([key, value]) => !used.has(key) && !LEFT_OUT.test(key) && value !== null && value !== '');
    for (const [key, value] of rest) {
      if (Array.isArray(value)) this.writeItems(key, value);
      else if (isFields(value)) this.writeFields(value, depth + 1);
      else if (isProse(String(value))) this.writeProse(String(value));
      else this.writer.line(/^(?:url|website|summary|description)$/i.test(key) ? String(value) : `${inWords(key)}: ${String(value)}`);
    }
  }

  /** "- Kubernetes: 4" of a YAML list. */
  private writeSingle(key: string, value: unknown, depth: number): void {
    if (Array.isArray(value)) {
      if (value.every((each) => typeof each !== 'object')) this.writer.item(`${inWords(key)}: ${value.map(inText).join(', ')}`);
      else this.writeList(key, value, depth);
    } else if (isFields(value)) this.writeEntry({ name: key, ...value }, depth);
    else this.writer.item(key === 'name' || key === 'bullet' ? inText(value) : `${key}: ${inText(value)}`);
  }

  /** A skill, a language, a certificate: short values only. */
  private writeAsLine(fields: Fields): boolean {
    const name = pick(fields, [
      'name',
      'skill',
      'label',
      'language',
      'title',
      'tool',
      'technology',
      'nom',
      'compétence',
      'outil',
      'kenntnis',
      'bezeichnung',
    ]);
    const level = pick(fields, LEVEL_KEYS);
    const years = pick(fields, YEARS_KEYS);
    const lists = Object.entries(fields).filter(([, value]) => Array.isArray(value) && value.every((each) => typeof each !== 'object'));
    const isShort = Object.entries(fields).every(
      ([key, value]) => (typeof value !== 'object' || lists.some(([list]) => list === key)) && !isProse(inText(value)),
    );
    const isDated = Object.keys(fields).some((key) => DATED.has(key));
    if (
      name === null ||
      !isShort ||
      isDated ||
      (lists.length > 0 && !lists.every(([key]) => /keywords|details|items|tools|tags|skills/i.test(key)))
    )
      return false;
    const known = new Set([name.key, level?.key, years?.key]);
    const isList = lists.length > 0;
    const said = level === null ? '' : isList ? ` (${level.value})` : `: ${level.value}`;
    const head = [name.value, said, years === null ? '' : ` (${years.value} years)`].join('');
    const rest = Object.entries(fields)
      .filter(([key, value]) => !known.has(key) && !LEFT_OUT.test(key) && value !== null && value !== '')
      .map(([key, value]) =>
        Array.isArray(value) || /^(?:issuer|date|details|summary|description|institution|area)$/i.test(key)
          ? inText(value)
          : `${inWords(key)} ${inText(value)}`,
      );
    this.writer.item(rest.length === 0 ? head : `${head}${isList ? ': ' : ' – '}${rest.join(', ')}`);
    return true;
  }

  private writeItems(key: string, values: readonly unknown[]): void {
    if (
      !/^(?:highlights?|bullets?|details|responsibilities|tasks|achievements|points|description|summary|aufgaben|tâches|missions)$/i.test(
        key,
      ) &&
      values.every((each) => typeof each !== 'object')
    ) {
      this.writer.paragraph(`${inWords(key)}: ${values.map(inText).join(', ')}`);
      return;
    }
    for (const value of values) {
      if (isFields(value)) this.writeEntry(value, 4);
      else this.writer.item(inText(value));
    }
  }

  private writeProse(text: string): void {
    for (const line of text.split(/\r?\n/)) {
      const item = /^\s*[-•*–]\s+(.+)$/.exec(line)?.[1];
      if (item !== undefined) this.writer.item(item);
      else this.writer.paragraph(line);
    }
  }

  private isTooMuch(depth: number): boolean {
    this.nodes += 1;
    return depth > MAX_DEPTH || this.nodes > MAX_NODES || this.writer.isFull();
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isProse(text: string): boolean {
  return text.length > 100 || text.includes('\n') || /[.!?]\s+\p{Lu}/u.test(text);
}

function inText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .slice(0, 500)
      .map((each) => (typeof each === 'object' ? '' : inText(each)))
      .join(', ');
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'object'
    ? Object.values(value)
        .filter((each) => typeof each !== 'object')
        .map(inText)
        .join(', ')
    : String(value);
}

function pick(fields: Fields, keys: readonly string[]): { key: string; value: string } | null {
  for (const key of keys) {
    const value = fields[key];
    if (typeof value === 'string' || typeof value === 'number') return { key, value: String(value) };
  }
  return null;
}

function datesOf(fields: Fields): string {
  const from = FROM_KEYS.map((key) => fields[key]).find((value) => value !== undefined && value !== null);
  const to = TO_KEYS.map((key) => fields[key]).find((value) => value !== undefined && value !== null);
  if (from === undefined) return inText(to);
  return `${inText(from)} – ${to === undefined || to === '' ? 'present' : inText(to)}`;
}

/** "yearsOfExperience" and "tech_stack" as a person would write them. */
function inWords(key: string): string {
  const words = key
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

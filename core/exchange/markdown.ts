import type { Question } from '../content/question.ts';
import { AppError } from '../errors.ts';
import { type Column, type FlatQuestion, flatten, unflatten } from './flat-question.ts';
import { type Incoming, IncomingList, MAX_QUESTIONS, type NameOf } from './incoming.ts';

/** What stands in the short list under a question's head. */
const FACTS: Readonly<Partial<Record<Column, string>>> = {
  kind: 'Kind',
  level: 'Level',
  time_limit_sec: 'Seconds',
  tags: 'Tags',
  competencies: 'Competencies',
};
/** What has a heading of its own. */
const TEXTS: Readonly<Partial<Record<Column, string>>> = { prompt: 'Question', material: 'Material', answer: 'Answer' };
const LISTS: Readonly<Partial<Record<Column, string>>> = {
  options: 'Options',
  steps: 'Steps',
  commands: 'Commands',
  parts: 'Numbers',
  key_points: 'Key points',
  sources: 'Sources',
};
const ORDER: readonly Column[] = ['prompt', 'material', 'options', 'steps', 'commands', 'parts', 'answer', 'key_points', 'sources'];
const DATA = /^<!-- plumbline (\{.*\}) -->$/s;
const HEAD = /^## +(\S.*)$/s;

/** Questions as a document to read and to change; what Markdown has no place for stands in a comment that no reader shows. */
export function questionsAsMarkdown(questions: readonly Question[]): string {
  return `# Questions\n\n${questions.map(asMarkdown).join('\n')}`;
}

function asMarkdown(question: Question): string {
  const flat = flatten(question);
  const facts = entries(FACTS)
    .filter(([column]) => flat[column] !== '')
    .map(([column, name]) => `- ${name}: ${flat[column]}`);
  const sections = ORDER.filter((column) => flat[column] !== '').map((column) =>
    TEXTS[column] !== undefined
      ? `### ${TEXTS[column]}\n\n${protectedLines(flat[column])}\n`
      : `### ${LISTS[column]}\n\n${flat[column]
          .split('\n')
          .map((line) => `- ${line}`)
          .join('\n')}\n`,
  );
  // No > in it, so that nothing of it can end the comment.
  const data = `<!-- plumbline ${flat.data.replaceAll('>', '\\u003e').replaceAll('<', '\\u003c')} -->`;
  return `## ${flat.id}\n\n${facts.join('\n')}\n\n${sections.join('\n')}\n${data}\n`;
}

/** A line of a text that would read as a heading or a comment of the document gets a backslash before it. */
function protectedLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (/^\\*(?:#{1,3} |<!-- plumbline)/.test(line) ? `\\${line}` : line))
    .join('\n');
}

function unprotected(line: string): string {
  return /^\\+(?:#{1,3} |<!-- plumbline)/.test(line) ? line.slice(1) : line;
}

function entries(names: Readonly<Partial<Record<Column, string>>>): [Column, string][] {
  return ALL_COLUMNS.flatMap((column): [Column, string][] => {
    const name = names[column];
    return name === undefined ? [] : [[column, name]];
  });
}
const ALL_COLUMNS: readonly Column[] = ['kind', 'level', 'time_limit_sec', 'tags', 'competencies', ...ORDER];

/**
 * Reads a document of questions: a heading of the second level for each, its texts under headings of the third. The heading is the id
 * where it looks like one, else the question itself, and what stands under it the answer.
 * @throws AppError `invalid` when there is no such heading, `too_large` past 100,000 of them.
 */
export function readMarkdown(text: string, nameOf: NameOf): Incoming {
  const parts = partsOf(text);
  if (parts.length === 0)
    throw new AppError(
      'invalid',
      'This document holds no questions: each is wanted under a heading of its own (## …). Nothing was changed.',
    );
  if (parts.length > MAX_QUESTIONS)
    throw new AppError('too_large', `This document has more than ${MAX_QUESTIONS} questions. Import it in parts. Nothing was changed.`);
  const list = new IncomingList();
  for (const { head, lines } of parts) {
    const question = unflatten(flatOf(head, lines), (prompt) => `imported.text.${nameOf(prompt)}`);
    if (typeof question === 'string') list.leaveOut(`“${head.slice(0, 60)}”: ${question}.`);
    else list.add(question);
  }
  return list.done();
}

interface Part {
  readonly head: string;
  readonly lines: string[];
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const head = HEAD.exec(line)?.[1];
    if (head !== undefined) parts.push({ head: head.trim(), lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

const ID = /^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/;

function flatOf(head: string, lines: readonly string[]): Partial<FlatQuestion> {
  const flat: Partial<Record<Column, string>> = ID.test(head) ? { id: head } : { prompt: head };
  const columns = new Map([...entries(TEXTS), ...entries(LISTS)].map(([column, name]) => [name.toLowerCase(), column]));
  const facts = new Map(entries(FACTS).map(([column, name]) => [name.toLowerCase(), column]));
  // Without headings of its own, what stands under a question is its answer.
  let column: Column | null = ID.test(head) ? null : 'answer';
  let isInHead = true;
  const texts = new Map<Column, string[]>();
  for (const line of lines) {
    const data = DATA.exec(line)?.[1];
    const name = /^### +(\S.*)$/.exec(line)?.[1];
    const fact = isInHead ? /^- ([A-Za-z ]+): (.*)$/.exec(line) : null;
    const factColumn = facts.get(fact?.[1]?.toLowerCase() ?? '');
    if (data !== undefined) flat.data = data;
    else if (name !== undefined) {
      column = columns.get(name.trim().toLowerCase()) ?? null;
      isInHead = false;
    } else if (factColumn !== undefined) flat[factColumn] = fact?.[2] ?? '';
    else if (column !== null) {
      const found = texts.get(column) ?? [];
      found.push(isList(column) ? line.replace(/^\s*- /, '') : unprotected(line));
      texts.set(column, found);
    }
  }
  for (const [named, found] of texts) flat[named] = found.join('\n').trim();
  return flat;
}

function isList(column: Column): boolean {
  return LISTS[column] !== undefined;
}

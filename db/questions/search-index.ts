import { languagesOf } from '../../core/content/language.ts';
import type { Question } from '../../core/content/question.ts';
import { plainQuestion } from '../../core/practice/draw.ts';
import { command, query, type WritableDb } from '../statement.ts';

export const ORIGINS = ['shipped', 'own', 'imported', 'generated'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What questions are filtered by; each value is a word of its own in the index, so that a filter costs no more than a word. */
export type Facet = 'all' | 'owner' | 'kind' | 'level' | 'origin' | 'competency' | 'tag' | 'language';

/**
 * The word that stands for a value of a facet. It begins with what nobody types and holds the value's bytes in hexadecimal, so that no two
 * values meet whatever signs are in them.
 */
export function facetWord(facet: Facet, value: string): string {
  return `zzq${facet}${Buffer.from(value.normalize('NFC').toLowerCase(), 'utf8').toString('hex')}`;
}

const addNumber = command<[questionId: string]>(
  'INSERT INTO question_numbers (question_id) VALUES (?) ON CONFLICT (question_id) DO NOTHING',
);
const findNumber = query<[questionId: string], { number: number }>(
  'SELECT number FROM question_numbers WHERE question_id = ?',
  ['number'],
  { hot: true },
);
const removeRow = command<[number: number]>('DELETE FROM question_search WHERE rowid = ?');
const addRow = command<[number: number, prompt: string, answer: string, labels: string]>(
  'INSERT INTO question_search (rowid, prompt, answer, labels) VALUES (?, ?, ?, ?)',
);

/** Makes a question findable as it is now. @param profileId of the only person to find it; none: for everybody. */
export function indexQuestion(db: WritableDb, question: Question, origin: Origin, profileId?: number): void {
  addNumber.run(db, question.id);
  const { number } = findNumber.get(db, question.id) ?? { number: 0 };
  removeRow.run(db, number);
  const plain = plainQuestion(question);
  addRow.run(db, number, promptWords(plain), answerWords(plain), labelWords(question, origin, profileId));
}

/** Takes a question out of the search. */
export function unindexQuestion(db: WritableDb, id: string): void {
  const row = findNumber.get(db, id);
  if (row) removeRow.run(db, row.number);
}

function promptWords({ prompt, stimulus }: Question): string {
  return [prompt.en, prompt.fr, stimulus?.text].filter((text) => text !== undefined).join('\n');
}

function answerWords({ modelAnswer, keyPoints, options = [], steps = [], accepts = [] }: Question): string {
  const texts = [...keyPoints, ...options, ...steps].flatMap(({ text }) => [text.en, text.fr]);
  return [modelAnswer.en, modelAnswer.fr, ...texts, ...accepts].filter((text) => text !== undefined).join('\n');
}

function labelWords(question: Question, origin: Origin, profileId: number | undefined): string {
  const { id, kind, level, competencies, tags = [] } = question;
  return [
    id,
    ...tags,
    ...competencies.map((competency) => competency.id),
    facetWord('all', ''),
    ...(profileId === undefined ? [] : [facetWord('owner', String(profileId))]),
    facetWord('kind', kind),
    facetWord('level', String(level)),
    facetWord('origin', origin),
    ...languagesOf(question).map((language) => facetWord('language', language)),
    ...competencies.map((competency) => facetWord('competency', competency.id)),
    ...tags.map((tag) => facetWord('tag', tag)),
  ].join(' ');
}

import { type Question, questionSchema } from '../../core/content/question.ts';
import { AppError } from '../../core/errors.ts';
import { plainQuestion } from '../../core/practice/draw.ts';
import type { Candidate } from '../../core/practice/queue.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import { indexQuestion, type Origin, unindexQuestion } from './search-index.ts';

type Saved = [
  id: string,
  version: number,
  kind: string,
  level: number,
  main: string,
  prompt: string,
  body: string,
  origin: string,
  family: string | null,
  changedAtMs: number | null,
  profileId: number | null,
];
const save = command<Saved>(
  `INSERT INTO questions (id, version, kind, level, main_competency_id, prompt, body, origin, family, changed_at_ms, profile_id, retired)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
   ON CONFLICT (id) DO UPDATE SET version = excluded.version, kind = excluded.kind, level = excluded.level,
     main_competency_id = excluded.main_competency_id, prompt = excluded.prompt, body = excluded.body, origin = excluded.origin,
     family = excluded.family, changed_at_ms = excluded.changed_at_ms, profile_id = excluded.profile_id, retired = 0`,
);
const clearCompetencies = command<[questionId: string]>('DELETE FROM question_competencies WHERE question_id = ?');
const addCompetency = command<[questionId: string, competencyId: string, weight: number]>(
  `INSERT INTO question_competencies (question_id, competency_id, weight) VALUES (?, ?, ?)
   ON CONFLICT (question_id, competency_id) DO UPDATE SET weight = max(weight, excluded.weight)`,
);
const clearTags = command<[questionId: string]>('DELETE FROM question_tags WHERE question_id = ?');
const addTag = command<[questionId: string, tag: string]>(
  'INSERT INTO question_tags (question_id, tag) VALUES (?, ?) ON CONFLICT (question_id, tag) DO NOTHING',
);
const retire = command<[changedAtMs: number | null, id: string]>('UPDATE questions SET retired = 1, changed_at_ms = ? WHERE id = ?');
const selectShipped = query<[], { id: string }>("SELECT id FROM questions WHERE origin = 'shipped' AND retired = 0", ['id']);
const selectShippedBodies = query<[], { id: string; body: string }>(
  "SELECT id, body FROM questions WHERE origin = 'shipped' AND retired = 0",
  ['id', 'body'],
);
const find = query<[id: string], { body: string }>('SELECT body FROM questions WHERE id = ?', ['body'], { hot: true });
const findRecord = query<[id: string], { body: string; origin: Origin; retired: number; changedAtMs: number | null }>(
  'SELECT body, origin, retired, changed_at_ms AS changedAtMs FROM questions WHERE id = ?',
  ['body', 'origin', 'retired', 'changedAtMs'],
  { hot: true },
);
const remove = command<[id: string]>('DELETE FROM questions WHERE id = ?');
const selectAll = query<[], { body: string }>('SELECT body FROM questions WHERE retired = 0 AND profile_id IS NULL ORDER BY id', ['body']);
const selectForRole = query<[roleId: string], { body: string }>(
  `SELECT body FROM questions WHERE retired = 0 AND profile_id IS NULL AND id IN (
     SELECT question_id FROM question_competencies WHERE competency_id IN (SELECT competency_id FROM role_competencies WHERE role_id = ?))
   ORDER BY id`,
  ['body'],
);

/** Whose a question is, and when a person changed it; the bank's have no such time. */
export interface Ownership {
  readonly origin: Origin;
  /** Milliseconds since 1970. */
  readonly changedAtMs: number | null;
  /** Of whose evidence it was made: it is asked of nobody else. */
  readonly profileId?: number;
}

const SHIPPED: Ownership = { origin: 'shipped', changedAtMs: null };

/**
 * Writes a question, its competencies, tags and place in the search; a card of it stays as it is.
 * @throws AppError `conflict` when the bank would overwrite a person's own question.
 */
export function saveQuestion(db: WritableDb, question: Question, { origin, changedAtMs, profileId }: Ownership = SHIPPED): void {
  const { id, version, kind, level, competencies, tags = [], family = null } = question;
  // In a list it stands with the first value of each number that is drawn.
  const plain = plainQuestion(question);
  const known = findRecord.get(db, id);
  if (origin === 'shipped' && known !== undefined && known.origin !== 'shipped')
    throw new AppError('conflict', `The question ${id} is a person’s own; the bank may not use its id.`);
  const main = competencies[0]?.id ?? '';
  save.run(db, id, version, kind, level, main, plain.prompt.en, JSON.stringify(question), origin, family, changedAtMs, profileId ?? null);
  if (known !== undefined) {
    clearCompetencies.run(db, id);
    clearTags.run(db, id);
  }
  for (const competency of competencies) addCompetency.run(db, id, competency.id, competency.weight);
  for (const tag of tags) addTag.run(db, id, tag);
  indexQuestion(db, question, origin, profileId);
}

/** Those of the bank's questions that do not stand in the database as they are now. */
export function changedQuestions(db: ReadableDb, questions: readonly Question[]): Question[] {
  const known = new Map(selectShippedBodies.all(db).map(({ id, body }) => [id, body]));
  return questions.filter((question) => known.get(question.id) !== JSON.stringify(question));
}

/** The bank's questions that no longer ship are not asked any more; their cards and answers stay. A person's own are never touched. */
export function retireShippedExcept(db: WritableDb, ids: readonly string[]): void {
  const kept = new Set(ids);
  for (const { id } of selectShipped.all(db)) if (!kept.has(id)) retireQuestion(db, id, null);
}

/** Takes a question out of what is asked and found; what was answered stays. */
export function retireQuestion(db: WritableDb, id: string, changedAtMs: number | null): void {
  retire.run(db, changedAtMs, id);
  unindexQuestion(db, id);
}

/** Removes a question as if it had never been there. Its cards must be gone. */
export function deleteQuestion(db: WritableDb, id: string): void {
  unindexQuestion(db, id);
  remove.run(db, id);
}

/** A question with whose it is. */
export interface QuestionRecord extends Ownership {
  readonly question: Question;
  readonly isRetired: boolean;
}

/** Null when there is none, of any origin, retired or not. @throws AppError `corrupt`. */
export function findQuestion(db: ReadableDb, id: string): QuestionRecord | null {
  const row = findRecord.get(db, id);
  if (!row) return null;
  const question = readJson(questionSchema, row.body, `Question ${id}`);
  return { question, origin: row.origin, isRetired: row.retired === 1, changedAtMs: row.changedAtMs };
}

/** @throws AppError `not_found`. */
export function getQuestion(db: ReadableDb, id: string): Question {
  const row = find.get(db, id);
  if (!row) throw new AppError('not_found', `There is no question “${id}”.`);
  return readJson(questionSchema, row.body, `Question ${id}`);
}

/** All questions for everybody, or those of one role's competencies, by id; what was made from one person's evidence is not among them. */
export function listQuestions(db: ReadableDb, roleId?: string): Question[] {
  const rows = roleId === undefined ? selectAll.all(db) : selectForRole.all(db, roleId);
  return rows.map(({ body }) => readJson(questionSchema, body, 'A question'));
}

const countAll = query<[], { competencyId: string; count: number }>(
  `SELECT competency_id AS competencyId, count(*) AS count FROM question_competencies
   JOIN questions ON questions.id = question_id WHERE retired = 0 AND profile_id IS NULL GROUP BY competency_id`,
  ['competencyId', 'count'],
);

/** How many questions there are to each competency, by its id. */
export function questionCounts(db: ReadableDb): Map<string, number> {
  return new Map(countAll.all(db).map(({ competencyId, count }) => [competencyId, count]));
}

const selectCandidates = query<[ids: string], Candidate>(
  `SELECT id AS questionId, level, main_competency_id AS competencyId, family FROM questions
   WHERE id IN (SELECT value FROM json_each(?))`,
  ['questionId', 'level', 'competencyId', 'family'],
);

/** These questions as the queue sees them, by id. */
export function candidatesById(db: ReadableDb, ids: readonly string[]): Map<string, Candidate> {
  return new Map(selectCandidates.all(db, JSON.stringify(ids)).map((one) => [one.questionId, one]));
}

const selectTags = query<[], { tag: string; count: number }>(
  `SELECT tag, count(*) AS count FROM question_tags JOIN questions ON questions.id = question_id WHERE retired = 0
   GROUP BY tag ORDER BY tag`,
  ['tag', 'count'],
);

/** Every tag in use with how many questions carry it. */
export function listTags(db: ReadableDb): { readonly tag: string; readonly count: number }[] {
  return selectTags.all(db);
}

import { type Question, questionSchema } from '../../core/content/question.ts';
import { AppError } from '../../core/errors.ts';
import type { Candidate } from '../../core/practice/queue.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

const save = command<[id: string, version: number, kind: string, level: number, main: string, prompt: string, body: string]>(
  `INSERT INTO questions (id, version, kind, level, main_competency_id, prompt, body, retired) VALUES (?, ?, ?, ?, ?, ?, ?, 0)
   ON CONFLICT (id) DO UPDATE SET version = excluded.version, kind = excluded.kind, level = excluded.level,
     main_competency_id = excluded.main_competency_id, prompt = excluded.prompt, body = excluded.body, retired = 0`,
);
const clearCompetencies = command<[questionId: string]>('DELETE FROM question_competencies WHERE question_id = ?');
const addCompetency = command<[questionId: string, competencyId: string, weight: number]>(
  'INSERT INTO question_competencies (question_id, competency_id, weight) VALUES (?, ?, ?)',
);
const retireOthers = command<[ids: string]>('UPDATE questions SET retired = 1 WHERE id NOT IN (SELECT value FROM json_each(?))');
const find = query<[id: string], { body: string }>('SELECT body FROM questions WHERE id = ?', ['body'], { hot: true });
const selectAll = query<[], { body: string }>('SELECT body FROM questions WHERE retired = 0 ORDER BY id', ['body']);
const selectForRole = query<[roleId: string], { body: string }>(
  `SELECT body FROM questions WHERE retired = 0 AND id IN (
     SELECT question_id FROM question_competencies WHERE competency_id IN (SELECT competency_id FROM role_competencies WHERE role_id = ?))
   ORDER BY id`,
  ['body'],
);

export function saveQuestion(db: WritableDb, question: Question): void {
  const { id, version, kind, level, prompt, competencies } = question;
  save.run(db, id, version, kind, level, competencies[0]?.id ?? '', prompt.en, JSON.stringify(question));
  clearCompetencies.run(db, id);
  for (const competency of competencies) addCompetency.run(db, id, competency.id, competency.weight);
}

/** Questions that no longer ship are not asked any more; their cards and answers stay. */
export function retireQuestionsExcept(db: WritableDb, ids: readonly string[]): void {
  retireOthers.run(db, JSON.stringify(ids));
}

/** @throws AppError `not_found`. */
export function getQuestion(db: ReadableDb, id: string): Question {
  const row = find.get(db, id);
  if (!row) throw new AppError('not_found', `There is no question “${id}”.`);
  return readJson(questionSchema, row.body, `Question ${id}`);
}

/** All questions, or those of one role's competencies, by id. */
export function listQuestions(db: ReadableDb, roleId?: string): Question[] {
  const rows = roleId === undefined ? selectAll.all(db) : selectForRole.all(db, roleId);
  return rows.map(({ body }) => readJson(questionSchema, body, 'A question'));
}

const countAll = query<[], { competencyId: string; count: number }>(
  `SELECT competency_id AS competencyId, count(*) AS count FROM question_competencies
   JOIN questions ON questions.id = question_id WHERE retired = 0 GROUP BY competency_id`,
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

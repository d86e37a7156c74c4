import { type Answer, answerSchema } from '../../core/practice/answer.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

const find = query<[profileId: number, questionId: string], { answer: string }>(
  'SELECT answer FROM drafts WHERE profile_id = ? AND question_id = ?',
  ['answer'],
  { hot: true },
);
const save = command<[profileId: number, questionId: string, answer: string, changedAtMs: number]>(
  `INSERT INTO drafts (profile_id, question_id, answer, changed_at_ms) VALUES (?, ?, ?, ?)
   ON CONFLICT (profile_id, question_id) DO UPDATE SET answer = excluded.answer, changed_at_ms = excluded.changed_at_ms`,
);
const remove = command<[profileId: number, questionId: string]>('DELETE FROM drafts WHERE profile_id = ? AND question_id = ?');

/** What was answered and not yet graded; null when nothing was. */
export function findDraft(db: ReadableDb, profileId: number, questionId: string): Answer | null {
  const row = find.get(db, profileId, questionId);
  return row ? readJson(answerSchema, row.answer, 'A draft') : null;
}

export function saveDraft(db: WritableDb, profileId: number, questionId: string, answer: Answer, nowMs: number): void {
  save.run(db, profileId, questionId, JSON.stringify(answer), nowMs);
}

export function removeDraft(db: WritableDb, profileId: number, questionId: string): void {
  remove.run(db, profileId, questionId);
}

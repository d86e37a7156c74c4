import type { Schedule } from '../../core/practice/schedule.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import { SCHEDULE_COLUMNS, SCHEDULE_FIELDS } from './schedule-columns.ts';

export interface Card extends Schedule {
  readonly id: number;
  readonly questionId: string;
}

const FIELDS = `id, question_id AS questionId, ${SCHEDULE_FIELDS}`;
const COLUMNS = ['id', 'questionId', ...SCHEDULE_COLUMNS] as const;

const find = query<[profileId: number, questionId: string], Card>(
  `SELECT ${FIELDS} FROM cards WHERE profile_id = ? AND question_id = ?`,
  COLUMNS,
  { hot: true },
);
const selectDue = query<[profileId: number, untilMs: number], Card>(
  `SELECT ${FIELDS} FROM cards WHERE profile_id = ? AND due_at_ms <= ? ORDER BY due_at_ms, id`,
  COLUMNS,
  { hot: true },
);
const selectAll = query<[profileId: number], Card>(`SELECT ${FIELDS} FROM cards WHERE profile_id = ? ORDER BY due_at_ms, id`, COLUMNS, {
  hot: true,
});
const add = command<[number, string, string, number, number, number, number, number, number, number, number, number | null]>(
  `INSERT INTO cards (profile_id, question_id, state, due_at_ms, stability, difficulty, elapsed_days, scheduled_days, learning_steps, reps, lapses, last_review_at_ms)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const save = command<[string, number, number, number, number, number, number, number, number, number | null, number]>(
  `UPDATE cards SET state = ?, due_at_ms = ?, stability = ?, difficulty = ?, elapsed_days = ?, scheduled_days = ?, learning_steps = ?,
     reps = ?, lapses = ?, last_review_at_ms = ? WHERE id = ?`,
);

export function findCard(db: ReadableDb, profileId: number, questionId: string): Card | null {
  return find.get(db, profileId, questionId) ?? null;
}

/** Cards due at `untilMs` or before, longest overdue first. */
export function dueCards(db: ReadableDb, profileId: number, untilMs: number): Card[] {
  return selectDue.all(db, profileId, untilMs);
}

export function listCards(db: ReadableDb, profileId: number): Card[] {
  return selectAll.all(db, profileId);
}

export function addCard(db: WritableDb, profileId: number, questionId: string, schedule: Schedule): number {
  const { state, dueAtMs, stability, difficulty, elapsedDays, scheduledDays, learningSteps, reps, lapses, lastReviewAtMs } = schedule;
  return add.insert(
    db,
    profileId,
    questionId,
    state,
    dueAtMs,
    stability,
    difficulty,
    elapsedDays,
    scheduledDays,
    learningSteps,
    reps,
    lapses,
    lastReviewAtMs,
  );
}

export function saveSchedule(db: WritableDb, cardId: number, schedule: Schedule): void {
  const { state, dueAtMs, stability, difficulty, elapsedDays, scheduledDays, learningSteps, reps, lapses, lastReviewAtMs } = schedule;
  save.run(db, state, dueAtMs, stability, difficulty, elapsedDays, scheduledDays, learningSteps, reps, lapses, lastReviewAtMs, cardId);
}

import { z } from 'zod';
import type { Schedule } from '../../core/practice/schedule.ts';
import { SCHEDULE_COLUMNS, SCHEDULE_FIELDS, scheduleSchema } from '../practice/schedule-columns.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export const cardStateSchema = scheduleSchema.strict().extend({
  suspendedAtMs: z.number().nullable(),
  buriedUntilMs: z.number().nullable(),
  leechAtMs: z.number().nullable(),
});
/** All that a card holds: its schedule, and whether it is put aside. */
export type CardState = Schedule & z.infer<typeof cardStateSchema>;

const FIELDS = `${SCHEDULE_FIELDS}, suspended_at_ms AS suspendedAtMs, buried_until_ms AS buriedUntilMs, leech_at_ms AS leechAtMs`;
const COLUMNS = [...SCHEDULE_COLUMNS, 'suspendedAtMs', 'buriedUntilMs', 'leechAtMs'] as const;

const find = query<[profileId: number, questionId: string], CardState>(
  `SELECT ${FIELDS} FROM cards WHERE profile_id = ? AND question_id = ?`,
  COLUMNS,
  { hot: true },
);
const put = command<
  [
    profileId: number,
    questionId: string,
    state: string,
    dueAtMs: number,
    stability: number,
    difficulty: number,
    elapsedDays: number,
    scheduledDays: number,
    learningSteps: number,
    reps: number,
    lapses: number,
    lastReviewAtMs: number | null,
    suspendedAtMs: number | null,
    buriedUntilMs: number | null,
    leechAtMs: number | null,
  ]
>(
  `INSERT INTO cards (profile_id, question_id, state, due_at_ms, stability, difficulty, elapsed_days, scheduled_days, learning_steps, reps,
     lapses, last_review_at_ms, suspended_at_ms, buried_until_ms, leech_at_ms)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (profile_id, question_id) DO UPDATE SET state = excluded.state, due_at_ms = excluded.due_at_ms,
     stability = excluded.stability, difficulty = excluded.difficulty, elapsed_days = excluded.elapsed_days,
     scheduled_days = excluded.scheduled_days, learning_steps = excluded.learning_steps, reps = excluded.reps, lapses = excluded.lapses,
     last_review_at_ms = excluded.last_review_at_ms, suspended_at_ms = excluded.suspended_at_ms,
     buried_until_ms = excluded.buried_until_ms, leech_at_ms = excluded.leech_at_ms`,
);
const removeUnanswered = command<[profileId: number, questionId: string]>(
  `DELETE FROM cards WHERE profile_id = ? AND question_id = ? AND NOT EXISTS (SELECT 1 FROM reviews WHERE card_id = cards.id)`,
);
const countCards = query<[questionId: string], { count: number }>('SELECT count(*) AS count FROM cards WHERE question_id = ?', ['count']);
const selectAll = query<[profileId: number], CardState & { readonly questionId: string }>(
  `SELECT question_id AS questionId, ${FIELDS} FROM cards WHERE profile_id = ?`,
  ['questionId', ...COLUMNS],
);

/** The card of a question, as it is; null without one. */
export function cardState(db: ReadableDb, profileId: number, questionId: string): CardState | null {
  return find.get(db, profileId, questionId) ?? null;
}

/** All cards of a profile, by their question. */
export function cardStates(db: ReadableDb, profileId: number): Map<string, CardState> {
  return new Map(selectAll.all(db, profileId).map(({ questionId, ...card }) => [questionId, card]));
}

/** Makes the card of a question what is given; its answers stay. */
export function putCard(db: WritableDb, profileId: number, questionId: string, card: CardState): void {
  const { state, dueAtMs, stability, difficulty, elapsedDays, scheduledDays, learningSteps, reps, lapses, lastReviewAtMs } = card;
  put.run(
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
    card.suspendedAtMs,
    card.buriedUntilMs,
    card.leechAtMs,
  );
}

/** Removes the card of a question unless it was answered. */
export function removeUnansweredCard(db: WritableDb, profileId: number, questionId: string): void {
  removeUnanswered.run(db, profileId, questionId);
}

/** Whether anybody has a card of this question. */
export function hasCards(db: ReadableDb, questionId: string): boolean {
  return (countCards.get(db, questionId)?.count ?? 0) > 0;
}

/** A schedule as a card that is not put aside. */
export function asCard(schedule: Schedule, suspendedAtMs: number | null = null): CardState {
  return { ...schedule, suspendedAtMs, buriedUntilMs: null, leechAtMs: null };
}

import type { QuestionKind } from '../../core/content/question.ts';
import type { RepetitionsOfDay } from '../../core/practice/retention.ts';
import { query, type ReadableDb } from '../statement.ts';

/** What was practised on one local day. */
export interface PractisedDay extends RepetitionsOfDay {
  readonly answers: number;
  readonly durationMs: number;
}

type Between = [profileId: number, fromMs: number, untilMs: number];
const DAY_COLUMNS = ['answers', 'durationMs', 'young', 'youngKnown', 'mature', 'matureKnown', 'desired'] as const;
/** Days the card had been put off for when it was in review; null otherwise. As in the index, letter by letter. */
const INTERVAL = `CASE WHEN cram = 0 AND before ->> '$.state' = 'review' THEN before ->> '$.scheduledDays' END`;

const selectFirst = query<[profileId: number], { atMs: number }>(
  'SELECT answered_at_ms AS atMs FROM reviews WHERE profile_id = ? AND undone_at_ms IS NULL ORDER BY answered_at_ms LIMIT 1',
  ['atMs'],
  { hot: true },
);
/** Read from the index reviews_for_statistics alone: neither the rows nor their JSON are touched. */
const sumDay = query<Between, Omit<PractisedDay, 'startMs'>>(
  `SELECT count(*) AS answers, total(duration_ms) AS durationMs,
     total(${INTERVAL} < 21) AS young, total(${INTERVAL} < 21 AND grade <> 'again') AS youngKnown,
     total(${INTERVAL} >= 21) AS mature, total(${INTERVAL} >= 21 AND grade <> 'again') AS matureKnown,
     total((${INTERVAL} IS NOT NULL) * coalesce(desired_retention, 0.9)) AS desired
   FROM reviews WHERE profile_id = ? AND answered_at_ms >= ? AND answered_at_ms < ? AND undone_at_ms IS NULL`,
  DAY_COLUMNS,
  { hot: true },
);
const countDue = query<Between, { due: number }>(
  `SELECT count(*) AS due FROM cards
   WHERE profile_id = ? AND due_at_ms >= ? AND due_at_ms < ? AND state <> 'new' AND suspended_at_ms IS NULL`,
  ['due'],
  { hot: true },
);
/** The time of the first answer that stands, or null. */
export function firstAnswerAtMs(db: ReadableDb, profileId: number): number | null {
  return selectFirst.get(db, profileId)?.atMs ?? null;
}

/**
 * Answers, time and repetitions per local day.
 * @param starts of the days, ascending, and the end of the last (core/day.ts). One range of the index is read for each: SQLite's own
 * local time would be asked for every answer.
 */
export function practisedDays(db: ReadableDb, profileId: number, starts: readonly number[]): PractisedDay[] {
  return starts.slice(0, -1).flatMap((startMs, index) => {
    const sums = sumDay.get(db, profileId, startMs, starts[index + 1] ?? startMs);
    return sums ? [{ startMs, ...sums }] : [];
  });
}

/** Cards that fall due within each day, new and suspended ones left out. @param starts as for {@link practisedDays}. */
export function dueByDay(db: ReadableDb, profileId: number, starts: readonly number[]): number[] {
  return starts.slice(0, -1).map((startMs, index) => dueBetween(db, profileId, startMs, starts[index + 1] ?? startMs));
}

/** Cards that were due before a time and still wait. */
export function overdue(db: ReadableDb, profileId: number, beforeMs: number): number {
  return dueBetween(db, profileId, 0, beforeMs);
}

function dueBetween(db: ReadableDb, profileId: number, fromMs: number, untilMs: number): number {
  return countDue.get(db, profileId, fromMs, untilMs)?.due ?? 0;
}

export interface LatestAnswer {
  readonly questionId: string;
  readonly durationMs: number;
  /** 0–1; null where the answer was not scored. */
  readonly share: number | null;
}

const selectLatest = query<[profileId: number, sinceMs: number, most: number], LatestAnswer>(
  `SELECT question_id AS questionId, duration_ms AS durationMs, share FROM reviews
   WHERE profile_id = ? AND answered_at_ms >= ? AND undone_at_ms IS NULL ORDER BY answered_at_ms DESC LIMIT ?`,
  ['questionId', 'durationMs', 'share'],
  { hot: true },
);
const selectEstimates = query<[profileId: number, sinceMs: number, most: number], { confidence: number; share: number }>(
  `SELECT confidence, share FROM reviews
   WHERE profile_id = ? AND answered_at_ms >= ? AND undone_at_ms IS NULL AND confidence IS NOT NULL AND share IS NOT NULL
   ORDER BY answered_at_ms DESC LIMIT ?`,
  ['confidence', 'share'],
  { hot: true },
);

/** The newest answers since a time, newest first. */
export function latestAnswers(db: ReadableDb, profileId: number, sinceMs: number, most: number): LatestAnswer[] {
  return selectLatest.all(db, profileId, sinceMs, most);
}

/** The newest answers with an own estimate before the reveal and a result, both 0–1. */
export function latestEstimates(db: ReadableDb, profileId: number, sinceMs: number, most: number): { confidence: number; share: number }[] {
  return selectEstimates.all(db, profileId, sinceMs, most);
}

export interface QuestionFacts {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly timeLimitSec: number;
}

const selectFacts = query<[ids: string], QuestionFacts>(
  `SELECT id, kind, body ->> '$.timeLimitSec' AS timeLimitSec FROM questions WHERE id IN (SELECT value FROM json_each(?))`,
  ['id', 'kind', 'timeLimitSec'],
);

/** Kind and time limit of these questions, by id; one that is gone is not in it. */
export function questionFacts(db: ReadableDb, ids: readonly string[]): Map<string, QuestionFacts> {
  return new Map(selectFacts.all(db, JSON.stringify(ids)).map((facts) => [facts.id, facts]));
}

export interface Forgotten {
  readonly questionId: string;
  readonly lapses: number;
}

/** The sort comes before the join: a question's row is large. Some more are taken, for retired ones among them. */
const selectForgotten = query<[profileId: number, most: number, sameMost: number], Forgotten>(
  `SELECT questionId, lapses FROM (
     SELECT question_id AS questionId, lapses, difficulty FROM cards
     WHERE profile_id = ? AND lapses > 0 AND suspended_at_ms IS NULL ORDER BY lapses DESC, difficulty DESC, question_id LIMIT 5 * ?)
   JOIN questions ON questions.id = questionId AND retired = 0 ORDER BY lapses DESC, difficulty DESC, questionId LIMIT ?`,
  ['questionId', 'lapses'],
);

/** The questions known once and forgotten most often since. */
export function mostForgotten(db: ReadableDb, profileId: number, most: number): Forgotten[] {
  return selectForgotten.all(db, profileId, most, most);
}

export interface SessionSummary {
  readonly id: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly questions: number;
  readonly answered: number;
}

const selectSessions = query<[profileId: number, most: number], SessionSummary>(
  `SELECT id, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs, json_array_length(queue) AS questions,
     (SELECT count(*) FROM reviews WHERE session_id = sessions.id AND undone_at_ms IS NULL) AS answered
   FROM sessions WHERE profile_id = ? ORDER BY started_at_ms DESC LIMIT ?`,
  ['id', 'startedAtMs', 'endedAtMs', 'questions', 'answered'],
  { hot: true },
);

/** The newest sessions, newest first. */
export function latestSessions(db: ReadableDb, profileId: number, most: number): SessionSummary[] {
  return selectSessions.all(db, profileId, most);
}

const selectCounted = query<[profileId: number, most: number], { durationMs: number }>(
  `SELECT duration_ms AS durationMs FROM reviews
   WHERE profile_id = ? AND undone_at_ms IS NULL AND EXISTS (SELECT 1 FROM measurements WHERE review_id = reviews.id)
   ORDER BY answered_at_ms DESC LIMIT ?`,
  ['durationMs'],
  { hot: true },
);

/** How long the newest answers took that count for a level, in milliseconds. */
export function countedDurations(db: ReadableDb, profileId: number, most: number): number[] {
  return selectCounted.all(db, profileId, most).map(({ durationMs }) => durationMs);
}

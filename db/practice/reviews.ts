import { z } from 'zod';
import { type Answer, answerSchema } from '../../core/practice/answer.ts';
import type { Detected } from '../../core/practice/key-points.ts';
import type { ReviewGrade, Schedule } from '../../core/practice/schedule.ts';
import type { LoggedReview } from '../../core/practice/training.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import { scheduleSchema } from './schedule-columns.ts';

/** One answer given. Append-only: undoing it says when, and takes nothing away; redoing lets it stand again. */
export interface Review {
  readonly id: number;
  readonly cardId: number;
  readonly questionId: string;
  readonly sessionId: number;
  readonly grade: ReviewGrade;
  readonly answer: Answer;
  /** Ids of the key points the person ticked. */
  readonly points: readonly string[];
  /** Weighted share of the key points, 0–1; null where the answer was not scored. */
  readonly share: number | null;
  readonly checkedBy: 'app' | 'person' | 'choice';
  readonly durationMs: number;
  readonly answeredAtMs: number;
  readonly before: Schedule;
  /** Given in a sitting that leaves the schedule as it is. */
  readonly cram: boolean;
}

export interface NewReview extends Omit<Review, 'id'> {
  readonly profileId: number;
  readonly questionVersion: number;
  readonly spoken: boolean;
  readonly after: Schedule;
  readonly scheduler: string;
  readonly desiredRetention: number;
  /** The trained parameters used; null: the scheduler's own. */
  readonly parametersId: number | null;
  /** The own estimate before the reveal, 0 to 1. */
  readonly confidence: number | null;
  /** What the app had found in the words, by the rules of the day; never written anew. */
  readonly detected: Detected | null;
}

interface Row extends Omit<Review, 'answer' | 'points' | 'before' | 'cram'> {
  readonly answer: string;
  readonly points: string;
  readonly before: string;
  readonly cram: number;
}
const FIELDS = `id, card_id AS cardId, question_id AS questionId, session_id AS sessionId, grade, answer, points, share, checked_by AS checkedBy,
  duration_ms AS durationMs, answered_at_ms AS answeredAtMs, before, cram`;
const COLUMNS = [
  'id',
  'cardId',
  'questionId',
  'sessionId',
  'grade',
  'answer',
  'points',
  'share',
  'checkedBy',
  'durationMs',
  'answeredAtMs',
  'before',
  'cram',
] as const;

const add = command<
  [
    ...[
      number,
      number,
      string,
      number,
      number,
      string,
      string,
      number,
      string,
      number | null,
      string,
      number,
      number,
      string,
      string,
      string,
    ],
    ...[cram: number, desiredRetention: number, parametersId: number | null],
    ...[confidence: number | null, foundPoints: string | null, band: string | null, scoring: string | null],
  ]
>(
  `INSERT INTO reviews (profile_id, card_id, question_id, question_version, session_id, grade, answer, spoken, points, share, checked_by,
     duration_ms, answered_at_ms, before, after, scheduler, cram, desired_retention, parameters_id,
     confidence, found_points, band, scoring)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const selectSession = query<[sessionId: number], Row>(
  `SELECT ${FIELDS} FROM reviews WHERE session_id = ? AND undone_at_ms IS NULL ORDER BY id`,
  COLUMNS,
  { hot: true },
);
const selectProfile = query<[profileId: number], Row>(
  `SELECT ${FIELDS} FROM reviews WHERE profile_id = ? AND undone_at_ms IS NULL ORDER BY answered_at_ms, id`,
  COLUMNS,
  { hot: true },
);
const selectUndone = query<[sessionId: number, sameSessionId: number], Row & { readonly after: string }>(
  `SELECT ${FIELDS}, after FROM reviews WHERE session_id = ? AND undone_at_ms IS NOT NULL
     AND id > (SELECT coalesce(max(id), 0) FROM reviews WHERE session_id = ? AND undone_at_ms IS NULL)
   ORDER BY undone_at_ms DESC, id LIMIT 1`,
  [...COLUMNS, 'after'],
);
const markStanding = command<[id: number]>('UPDATE reviews SET undone_at_ms = NULL WHERE id = ?');
const markUndone = command<[atMs: number, id: number]>('UPDATE reviews SET undone_at_ms = ? WHERE id = ? AND undone_at_ms IS NULL');

export function addReview(db: WritableDb, review: NewReview): number {
  const { profileId, cardId, questionId, questionVersion, sessionId, grade, answer, spoken, points, share, checkedBy } = review;
  const { durationMs, answeredAtMs, before, after, scheduler, cram, desiredRetention, parametersId, confidence, detected } = review;
  return add.insert(
    db,
    profileId,
    cardId,
    questionId,
    questionVersion,
    sessionId,
    grade,
    JSON.stringify(answer),
    spoken ? 1 : 0,
    JSON.stringify(points),
    share,
    checkedBy,
    durationMs,
    answeredAtMs,
    JSON.stringify(before),
    JSON.stringify(after),
    scheduler,
    cram ? 1 : 0,
    desiredRetention,
    parametersId,
    confidence,
    detected && JSON.stringify(detected.points),
    detected?.band ?? null,
    detected?.scoring ?? null,
  );
}

const selectAnswered = query<[sessionId: number], { questionId: string }>(
  'SELECT question_id AS questionId FROM reviews WHERE session_id = ? AND undone_at_ms IS NULL',
  ['questionId'],
  { hot: true },
);

/** The questions with an answer that stands in a session. */
export function answeredIn(db: ReadableDb, sessionId: number): Set<string> {
  return new Set(selectAnswered.all(db, sessionId).map(({ questionId }) => questionId));
}

/** The answers of a session that stand, in order. */
export function sessionReviews(db: ReadableDb, sessionId: number): Review[] {
  return selectSession.all(db, sessionId).map(toReview);
}

/** All answers of a profile that stand, in order. */
export function profileReviews(db: ReadableDb, profileId: number): Review[] {
  return selectProfile.all(db, profileId).map(toReview);
}

const selectLog = query<[profileId: number], { cardId: number; grade: ReviewGrade; answeredAtMs: number }>(
  `SELECT card_id AS cardId, grade, answered_at_ms AS answeredAtMs FROM reviews
   WHERE profile_id = ? AND undone_at_ms IS NULL AND cram = 0 ORDER BY answered_at_ms, id`,
  ['cardId', 'grade', 'answeredAtMs'],
  { hot: true },
);

/** What the scheduler was told: every standing answer outside cramming, in order. */
export function reviewLog(db: ReadableDb, profileId: number): LoggedReview[] {
  return selectLog.all(db, profileId);
}

const countLater = query<[profileId: number], { count: number }>(
  `SELECT count(*) AS count FROM reviews WHERE profile_id = ? AND undone_at_ms IS NULL AND cram = 0
     AND answered_at_ms - (before ->> '$.lastReviewAtMs') >= 43200000`,
  ['count'],
  { hot: true },
);

/** How many answers were repetitions half a day or more after the one before: about what a training can use. */
export function countRepeated(db: ReadableDb, profileId: number): number {
  return countLater.get(db, profileId)?.count ?? 0;
}

const countAll = query<[profileId: number], { count: number }>(
  'SELECT count(*) AS count FROM reviews WHERE profile_id = ? AND undone_at_ms IS NULL',
  ['count'],
  { hot: true },
);

/** How many answers of a profile stand. */
export function countReviews(db: ReadableDb, profileId: number): number {
  return countAll.get(db, profileId)?.count ?? 0;
}

export function markReviewUndone(db: WritableDb, id: number, nowMs: number): void {
  markUndone.run(db, nowMs, id);
}

/** The answer undone last, unless another was given since; with the schedule it led to. */
export function undoneReview(db: ReadableDb, sessionId: number): (Review & { readonly after: Schedule }) | null {
  const row = selectUndone.get(db, sessionId, sessionId);
  return row ? { ...toReview(row), after: readJson(scheduleSchema, row.after, 'A review') } : null;
}

export function markReviewStanding(db: WritableDb, id: number): void {
  markStanding.run(db, id);
}

function toReview(row: Row): Review {
  return {
    ...row,
    cram: row.cram === 1,
    answer: readJson(answerSchema, row.answer, 'A review'),
    points: readJson(z.array(z.string()), row.points, 'A review'),
    before: readJson(scheduleSchema, row.before, 'A review'),
  };
}

import { type Asked, countingAnswers, type GivenAnswer, measurementOf } from '../../core/practice/counted-answers.ts';
import type { CountedAnswer } from '../../core/practice/level-tracker.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import { extendBelief } from './observed-levels.ts';

interface StandingAnswer extends GivenAnswer {
  readonly id: number;
}

const selectStanding = query<[profileId: number, questionId: string], StandingAnswer>(
  `SELECT id, question_id AS questionId, answered_at_ms AS answeredAtMs, share, checked_by AS checkedBy FROM reviews
   WHERE profile_id = ? AND question_id = ? AND undone_at_ms IS NULL ORDER BY answered_at_ms, id`,
  ['id', 'questionId', 'answeredAtMs', 'share', 'checkedBy'],
  { hot: true },
);
const selectWritten = query<[profileId: number, questionId: string], { reviewId: number }>(
  `SELECT DISTINCT measurement.review_id AS reviewId FROM reviews AS review
   JOIN measurements AS measurement ON measurement.review_id = review.id
   WHERE review.profile_id = ? AND question_id = ?`,
  ['reviewId'],
  { hot: true },
);
const add = command<[number, string, number, number, number, number, number, number]>(
  `INSERT INTO measurements (review_id, competency_id, profile_id, level, share, points, false_credit, answered_at_ms)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const removeOf = command<[reviewId: number]>('DELETE FROM measurements WHERE review_id = ?');

type Row = CountedAnswer & { readonly competencyId: string };
const FIELDS = `competency_id AS competencyId, share, level, points, false_credit AS falseCredit, answered_at_ms AS answeredAtMs`;
const COLUMNS = ['competencyId', 'share', 'level', 'points', 'falseCredit', 'answeredAtMs'] as const;
const selectAll = query<[profileId: number], Row>(
  `SELECT ${FIELDS} FROM measurements WHERE profile_id = ? ORDER BY competency_id, answered_at_ms, review_id`,
  COLUMNS,
  { hot: true },
);
const selectOf = query<[profileId: number, competencyId: string], Row>(
  `SELECT ${FIELDS} FROM measurements WHERE profile_id = ? AND competency_id = ? ORDER BY answered_at_ms, review_id`,
  COLUMNS,
  { hot: true },
);
/** From each competency to the next by the index, instead of through all rows. */
const selectMeasured = query<[profileId: number, sameProfileId: number], { id: string }>(
  `WITH RECURSIVE measured (id) AS (
     SELECT min(competency_id) FROM measurements WHERE profile_id = ?
     UNION ALL
     SELECT (SELECT min(competency_id) FROM measurements WHERE profile_id = ? AND competency_id > measured.id) FROM measured
     WHERE measured.id IS NOT NULL)
   SELECT id FROM measured WHERE id IS NOT NULL`,
  ['id'],
);

/**
 * Brings the measurements of one question in line with its answers that stand, after one was given, undone or redone. An
 * undone answer can make a later one count, so the rule is asked anew for all of them; what counted before keeps the level
 * and rubric the question had then.
 */
export function measureAnswers(db: WritableDb, profileId: number, question: Asked): void {
  const written = new Set(selectWritten.all(db, profileId, question.id).map(({ reviewId }) => reviewId));
  const counting = new Map(countingAnswers(selectStanding.all(db, profileId, question.id)).map((answer) => [answer.id, answer]));
  for (const reviewId of written) if (!counting.has(reviewId)) removeOf.run(db, reviewId);
  for (const [reviewId, given] of counting) {
    if (!written.has(reviewId)) addMeasurement(db, profileId, reviewId, measurementOf(given, question));
  }
}

function addMeasurement(
  db: WritableDb,
  profileId: number,
  reviewId: number,
  { answer, competencyIds }: ReturnType<typeof measurementOf>,
): void {
  const { level, share, points, falseCredit, answeredAtMs } = answer;
  for (const competencyId of competencyIds) {
    add.run(db, reviewId, competencyId, profileId, level, share, points, falseCredit, answeredAtMs);
    extendBelief(db, profileId, competencyId, answer);
  }
}

/** The competencies with at least one counted answer. */
export function measuredCompetencies(db: ReadableDb, profileId: number): string[] {
  return selectMeasured.all(db, profileId, profileId).map(({ id }) => id);
}

/** The counted answers of one competency, in order of time. */
export function measurementsOf(db: ReadableDb, profileId: number, competencyId: string): CountedAnswer[] {
  return selectOf.all(db, profileId, competencyId);
}

/** All counted answers per competency, in order of time. */
export function allMeasurements(db: ReadableDb, profileId: number): Map<string, CountedAnswer[]> {
  return Map.groupBy(selectAll.all(db, profileId), ({ competencyId }) => competencyId);
}

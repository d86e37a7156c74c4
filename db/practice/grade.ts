import { isDeepStrictEqual } from 'node:util';
import type { Question } from '../../core/content/question.ts';
import { AppError } from '../../core/errors.ts';
import { type Answer, checkExactly } from '../../core/practice/answer.ts';
import { drawQuestion } from '../../core/practice/draw.ts';
import type { Detected } from '../../core/practice/key-points.ts';
import { newSchedule, type ReviewGrade, SCHEDULER_VERSION, type Schedule, type Spread } from '../../core/practice/schedule.ts';
import { isLeech, type SchedulingSettings } from '../../core/practice/scheduling.ts';
import type { Changed } from '../changes.ts';
import { getQuestion } from '../questions/questions.ts';
import type { ReadableDb, WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { addCard, findCard, saveSchedule } from './cards.ts';
import { findDraft, removeDraft, saveDraft } from './drafts.ts';
import { measureAnswers } from './measurements.ts';
import { markLeech, unmarkLeech } from './put-aside.ts';
import { addReview, answeredIn, markReviewStanding, markReviewUndone, type Review, sessionReviews, undoneReview } from './reviews.ts';
import { dayLoads, getScheduling, schedulerOf } from './scheduling.ts';
import { endSession, getSession, reopenSession } from './sessions.ts';

export interface GradedAnswer {
  readonly sessionId: number;
  readonly questionId: string;
  readonly grade: ReviewGrade;
  readonly answer: Answer;
  /** Ids of the key points the person ticked. */
  readonly points: readonly string[];
  readonly durationMs: number;
  /** What the app had found in the words; none where words are not checked. */
  readonly detected?: Detected | null;
}

export interface GradeResult {
  readonly reviewId: number;
  readonly dueAtMs: number;
}

/**
 * Writes an answer with its grade: review, what it measures, schedule and draft in one transaction, on disk when it returns.
 * @throws AppError `not_found` for a session or question that does not exist; `conflict` for a question not in the session or
 * answered in it already; `invalid` for a key point the question does not have.
 */
export function gradeAnswer(store: Store, profileId: number, answer: GradedAnswer, nowMs: number): Changed<GradeResult> {
  return store.transact('Answer', (db) => {
    const session = getSession(db, profileId, answer.sessionId);
    const question = drawQuestion(getQuestion(db, answer.questionId), `session ${answer.sessionId}`);
    if (!session.queue.some(({ questionId }) => questionId === question.id)) {
      throw new AppError('conflict', 'This question is not part of the session. Nothing was written.');
    }
    const given = answeredIn(db, session.id);
    if (given.has(question.id)) {
      throw new AppError(
        'conflict',
        'This question was graded in this session already. Nothing was written twice; undo to grade it again.',
      );
    }
    const card = findCard(db, profileId, question.id);
    const before = card ?? newSchedule(nowMs);
    const scheduling = getScheduling(db, profileId);
    const after = session.cram ? before : schedulerOf(scheduling).review(before, answer.grade, nowMs, spreadOf(db, profileId, question.id));
    const cardId = card?.id ?? addCard(db, profileId, question.id, before);
    saveSchedule(db, cardId, after);
    noteLeech(db, cardId, { before, after, atMs: nowMs }, scheduling.settings);
    const exact = checkExactly(question, answer.answer);
    const ticked = shareOf(question, answer.points);
    const reviewId = addReview(db, {
      ...answer,
      profileId,
      cardId,
      questionVersion: question.version,
      spoken: answer.answer.spoken,
      share: exact === null ? ticked : HALF_TEXT.has(question.kind) ? (exact.share + ticked) / 2 : exact.share,
      checkedBy: exact === null || HALF_TEXT.has(question.kind) ? 'person' : exact.kind === 'choice' ? 'choice' : 'app',
      answeredAtMs: nowMs,
      before,
      after,
      scheduler: SCHEDULER_VERSION,
      cram: session.cram,
      desiredRetention: scheduling.settings.desiredRetention,
      parametersId: scheduling.parameters?.id ?? null,
      confidence: answer.answer.confidence,
      detected: answer.detected ?? null,
    });
    measureAnswers(db, profileId, question);
    removeDraft(db, profileId, question.id);
    if (given.size + 1 === session.queue.length) endSession(db, session.id, nowMs);
    return { result: { reviewId, dueAtMs: after.dueAtMs }, changed: ['reviews', 'sessions'] };
  });
}

/**
 * Takes the last answer of a session back: the card is as it was before, the text is a draft again. Can be repeated down to
 * the first answer, also after a restart.
 * @throws AppError `conflict` when the session has no answer to undo, or the question was answered again elsewhere since.
 */
export function undoAnswer(store: Store, profileId: number, sessionId: number, nowMs: number): Changed<{ readonly questionId: string }> {
  return store.transact('Undo of an answer', (db) => {
    const session = getSession(db, profileId, sessionId);
    const last = sessionReviews(db, session.id).at(-1);
    if (!last) throw new AppError('conflict', 'There is no answer to undo in this session.');
    const card = findCard(db, profileId, last.questionId);
    if (!last.cram && (card?.reps !== last.before.reps + 1 || card.lastReviewAtMs !== last.answeredAtMs)) {
      throw new AppError('conflict', 'This question was answered again in a later session. Undo that answer first.');
    }
    if (!last.cram) saveSchedule(db, last.cardId, last.before);
    unmarkLeech(db, last.cardId, last.answeredAtMs);
    markReviewUndone(db, last.id, nowMs);
    measureAnswers(db, profileId, getQuestion(db, last.questionId));
    reopenSession(db, session.id);
    saveDraft(db, profileId, last.questionId, last.answer, nowMs);
    return { result: { questionId: last.questionId }, changed: ['reviews', 'sessions'] };
  });
}

/**
 * Lets the answer undone last stand again, with its grade and the schedule it led to; the exact opposite of an undo.
 * @throws AppError `conflict` when there is none: nothing was undone, another answer was given since, or the text was changed.
 */
export function redoAnswer(store: Store, profileId: number, sessionId: number): Changed<{ readonly questionId: string }> {
  return store.transact('Redo of an answer', (db) => {
    const session = getSession(db, profileId, sessionId);
    const last = undoneReview(db, session.id);
    if (!last) throw new AppError('conflict', 'There is nothing to redo in this session.');
    if (!isAsUndone(db, profileId, last)) {
      throw new AppError(
        'conflict',
        'You have changed this answer since, and redoing would lose that. Reveal and grade it as it is now. Nothing was changed.',
      );
    }
    if (!last.cram) saveSchedule(db, last.cardId, last.after);
    noteLeech(db, last.cardId, { ...last, atMs: last.answeredAtMs }, getScheduling(db, profileId).settings);
    markReviewStanding(db, last.id);
    measureAnswers(db, profileId, getQuestion(db, last.questionId));
    removeDraft(db, profileId, last.questionId);
    if (answeredIn(db, session.id).size === session.queue.length) endSession(db, session.id, last.answeredAtMs);
    return { result: { questionId: last.questionId }, changed: ['reviews', 'sessions'] };
  });
}

/** Whether `redoAnswer` would go through. */
export function canRedo(db: ReadableDb, profileId: number, sessionId: number): boolean {
  const last = undoneReview(db, sessionId);
  return last !== null && isAsUndone(db, profileId, last);
}

/** Neither the draft nor the card were touched since the answer was undone. */
function isAsUndone(db: ReadableDb, profileId: number, { questionId, answer, before, cram }: Review): boolean {
  if (!isDeepStrictEqual(findDraft(db, profileId, questionId), answer)) return false;
  const card = findCard(db, profileId, questionId);
  return cram || (card?.reps === before.reps && card.lastReviewAtMs === before.lastReviewAtMs);
}

/** What tells this card's days from another's, and what is on each day already. */
export function spreadOf(db: ReadableDb, profileId: number, questionId: string): Spread {
  return { seed: questionId, load: dayLoads(db, profileId) };
}

interface Step {
  readonly before: Schedule;
  readonly after: Schedule;
  readonly atMs: number;
}

/** A card just forgotten once more may be one that does not stick. */
function noteLeech(db: WritableDb, cardId: number, { before, after, atMs }: Step, { leechLapses }: SchedulingSettings): void {
  if (after.lapses > before.lapses && isLeech(after.lapses, leechLapses)) markLeech(db, cardId, atMs);
}

/** What the app checks is half of the answer here, the cause or the design in words the other. */
const HALF_TEXT: ReadonlySet<Question['kind']> = new Set(['diagnose', 'design']);

/** Weighted share of the ticked key points. @throws AppError `invalid` for a point the question does not have. */
function shareOf({ id, keyPoints }: Question, ticked: readonly string[]): number {
  const unknown = ticked.find((point) => !keyPoints.some((keyPoint) => keyPoint.id === point));
  if (unknown !== undefined) throw new AppError('invalid', `Question ${id} has no key point “${unknown}”.`);
  const total = keyPoints.reduce((sum, { weight }) => sum + weight, 0);
  return keyPoints.filter((point) => ticked.includes(point.id)).reduce((sum, { weight }) => sum + weight, 0) / total;
}

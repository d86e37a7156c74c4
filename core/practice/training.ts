import { FSRS, generatorParameters } from 'ts-fsrs';
import { practiceDay } from '../day.ts';
import { DAY_MS, GRADES, type ReviewGrade } from './schedule.ts';

/** One answer as the training sees it. */
export interface LoggedReview {
  readonly cardId: number;
  readonly grade: ReviewGrade;
  readonly answeredAtMs: number;
}

/** An answer to a card: rating 1–4 (again to easy), whole days of practice since the one before (0 for the first). */
export interface Repetition {
  readonly rating: number;
  readonly days: number;
  readonly answeredAtMs: number;
}

/** Repetitions a training needs; with fewer the optimizer returns what it started from. */
export const MIN_REPETITIONS = 200;
/** Share of the repetitions, the latest, that are held back. */
const HELD_BACK = 0.2;
/** What a prediction is kept away from 0 and 1, so that one surprise does not count without end. */
const EPSILON = 1e-4;

/** The answers of each card, in order of time. @param log in order of time. */
export function historiesOf(log: readonly LoggedReview[]): Repetition[][] {
  return [...Map.groupBy(log, ({ cardId }) => cardId).values()].map((reviews) =>
    reviews.map(({ grade, answeredAtMs }, index) => {
      const before = reviews[index - 1]?.answeredAtMs;
      const days = before === undefined ? 0 : Math.round((dayStart(answeredAtMs) - dayStart(before)) / DAY_MS);
      return { rating: GRADES.indexOf(grade) + 1, days, answeredAtMs };
    }),
  );
}

function dayStart(ms: number): number {
  return practiceDay(ms).startMs;
}

/** Answers given at least a day after the one before: those that say something about forgetting. */
export function countRepetitions(histories: readonly (readonly Repetition[])[]): number {
  return histories.flat().filter(({ days }) => days > 0).length;
}

/** The time from which repetitions are held back: the latest fifth. */
export function splitTime(histories: readonly (readonly Repetition[])[]): number {
  const times = histories
    .flat()
    .filter(({ days }) => days > 0)
    .map(({ answeredAtMs }) => answeredAtMs)
    .sort((a, b) => a - b);
  return times[Math.floor(times.length * (1 - HELD_BACK))] ?? Number.POSITIVE_INFINITY;
}

/** What the optimizer is given: for each repetition before `splitMs` the card's answers up to it. */
export function trainingItems(histories: readonly (readonly Repetition[])[], splitMs: number): Repetition[][] {
  return histories.flatMap((history) =>
    history.flatMap(({ days, answeredAtMs }, index) => (days > 0 && answeredAtMs < splitMs ? [history.slice(0, index + 1)] : [])),
  );
}

/**
 * Mean log loss of the predictions for repetitions from `splitMs` on: −ln p where it was known, −ln(1 − p) where not, p by FSRS-6
 * replayed with these parameters. Lower is better; always saying one half gives 0.693.
 * @param weights the 21 parameters; null for the scheduler's own.
 */
export function heldBackLoss(histories: readonly (readonly Repetition[])[], weights: readonly number[] | null, splitMs: number): number {
  const fsrs = new FSRS(generatorParameters(weights === null ? {} : { w: [...weights] }));
  let sum = 0;
  let count = 0;
  for (const history of histories) {
    let state: ReturnType<typeof fsrs.next_state> | null = null;
    for (const { rating, days, answeredAtMs } of history) {
      if (state !== null && days > 0 && answeredAtMs >= splitMs) {
        const p = Math.min(1 - EPSILON, Math.max(EPSILON, fsrs.forgetting_curve(days, state.stability)));
        sum -= Math.log(rating > 1 ? p : 1 - p);
        count += 1;
      }
      state = fsrs.next_state(state, days, rating);
    }
  }
  return count === 0 ? 0 : sum / count;
}

/** What a training came to. */
export interface Training {
  readonly weights: readonly number[];
  /** Repetitions in all, those held back among them. */
  readonly reviews: number;
  readonly heldBack: number;
  /** Mean log loss on those held back: with these parameters, and with those in use. */
  readonly logLoss: number;
  readonly logLossBefore: number;
}

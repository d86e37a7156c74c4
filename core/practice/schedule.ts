import {
  createEmptyCard,
  FSRSVersion,
  type Card as FsrsCard,
  forgetting_curve,
  fsrs,
  type Grade,
  generatorParameters,
  get_fuzz_range,
  Rating,
  State,
} from 'ts-fsrs';
import { seededNumber } from './draw.ts';
import { DEFAULT_SCHEDULING, type SchedulingSettings } from './scheduling.ts';

/** A card's memory state, times in milliseconds since 1970. Stability in days, difficulty 1–10 (FSRS-6). */
export interface Schedule {
  readonly state: 'new' | 'learning' | 'review' | 'relearning';
  readonly dueAtMs: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly elapsedDays: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly lastReviewAtMs: number | null;
}

export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type ReviewGrade = (typeof GRADES)[number];

/** Written with every review, so that a later scheduler knows what made it. */
export const SCHEDULER_VERSION = `ts-fsrs ${FSRSVersion}`;

export const DAY_MS = 24 * 3_600_000;

/** Cards due on the day that holds this time. */
export type DayLoad = (atMs: number) => number;

/** When questions come back, by a person's settings and parameters. */
export interface Scheduler {
  /**
   * The schedule after an answer graded `grade` at `nowMs`. Intervals from 2.5 days on are spread over the days FSRS allows around
   * them: the day with the least on it by `load`, else by `seed`; the same input gives the same day.
   */
  review(schedule: Schedule, grade: ReviewGrade, nowMs: number, spread?: Spread): Schedule;
  /** Milliseconds until the card would be due again, per grade: what the four buttons show. */
  previewIntervals(schedule: Schedule, nowMs: number, spread?: Spread): Record<ReviewGrade, number>;
  /** Chance, 0–1, that it is known at `nowMs`; null for a question never answered. */
  retrievability(schedule: Schedule, nowMs: number): number | null;
}

export interface Spread {
  /** Tells cards apart: its number. */
  readonly seed: string;
  readonly load: DayLoad;
}

const RATINGS: Readonly<Record<ReviewGrade, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};
const STATES = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning } as const;
const STATE_NAMES: Readonly<Record<State, Schedule['state']>> = {
  [State.New]: 'new',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
};
/** Below this FSRS does not spread. */
const MIN_SPREAD_DAYS = 2.5;

/** FSRS-6 with these settings. @param weights the 21 trained parameters; null for the scheduler's own. */
export function createScheduler(settings: SchedulingSettings = DEFAULT_SCHEDULING, weights: readonly number[] | null = null): Scheduler {
  const parameters = generatorParameters({
    request_retention: settings.desiredRetention,
    maximum_interval: settings.maxIntervalDays,
    learning_steps: settings.learningStepsMin.map((minutes) => `${minutes}m` as const),
    relearning_steps: settings.relearningStepsMin.map((minutes) => `${minutes}m` as const),
    // Done here, where the load of the days is known.
    enable_fuzz: false,
    ...(weights === null ? {} : { w: [...weights] }),
  });
  const scheduler = fsrs(parameters);
  const spreadOut = (after: Schedule, elapsedDays: number, nowMs: number, spread: Spread | undefined): Schedule => {
    if (spread === undefined || !settings.fuzz || after.state !== 'review' || after.scheduledDays < MIN_SPREAD_DAYS) return after;
    const { min_ivl: min, max_ivl: max } = get_fuzz_range(after.scheduledDays, elapsedDays, settings.maxIntervalDays);
    const load: DayLoad = settings.balanceLoad ? spread.load : () => 0;
    const days = chooseDays({ min, max, seed: `${spread.seed} ${after.reps}`, nowMs, load });
    return { ...after, scheduledDays: days, dueAtMs: nowMs + days * DAY_MS };
  };
  return {
    review: (schedule, grade, nowMs, spread) => {
      const after = fromFsrs(scheduler.next(toFsrs(schedule), new Date(nowMs), RATINGS[grade]).card);
      return spreadOut(after, daysSince(schedule, nowMs), nowMs, spread);
    },
    previewIntervals: (schedule, nowMs, spread) => {
      const all = scheduler.repeat(toFsrs(schedule), new Date(nowMs));
      const interval = (grade: ReviewGrade): number =>
        spreadOut(fromFsrs(all[RATINGS[grade]].card), daysSince(schedule, nowMs), nowMs, spread).dueAtMs - nowMs;
      return { again: interval('again'), hard: interval('hard'), good: interval('good'), easy: interval('easy') };
    },
    retrievability: (schedule, nowMs) =>
      schedule.lastReviewAtMs === null || schedule.stability === 0
        ? null
        : forgetting_curve(parameters.w, Math.max(0, (nowMs - schedule.lastReviewAtMs) / DAY_MS), schedule.stability),
  };
}

interface DayChoice {
  readonly min: number;
  readonly max: number;
  readonly seed: string;
  readonly nowMs: number;
  readonly load: DayLoad;
}

/** Of the days allowed one with the least load; between equals by chance, so that what was learnt together drifts apart. */
function chooseDays({ min, max, seed, nowMs, load }: DayChoice): number {
  const days = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const loads = days.map((day) => load(nowMs + day * DAY_MS));
  const least = Math.min(...loads);
  const lightest = days.filter((_, index) => loads[index] === least);
  return lightest[Math.floor(seededNumber(seed) * lightest.length)] ?? min;
}

function daysSince({ lastReviewAtMs }: Schedule, nowMs: number): number {
  return lastReviewAtMs === null ? 0 : Math.max(0, Math.floor((nowMs - lastReviewAtMs) / DAY_MS));
}

/** The schedule of a card never seen, due now. */
export function newSchedule(nowMs: number): Schedule {
  return fromFsrs(createEmptyCard(new Date(nowMs)));
}

function toFsrs(schedule: Schedule): FsrsCard {
  return {
    due: new Date(schedule.dueAtMs),
    stability: schedule.stability,
    difficulty: schedule.difficulty,
    elapsed_days: schedule.elapsedDays,
    scheduled_days: schedule.scheduledDays,
    learning_steps: schedule.learningSteps,
    reps: schedule.reps,
    lapses: schedule.lapses,
    state: STATES[schedule.state],
    ...(schedule.lastReviewAtMs === null ? {} : { last_review: new Date(schedule.lastReviewAtMs) }),
  };
}

function fromFsrs(card: FsrsCard): Schedule {
  return {
    state: STATE_NAMES[card.state],
    dueAtMs: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsedDays: card.elapsed_days,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    lastReviewAtMs: card.last_review?.getTime() ?? null,
  };
}

import { createEmptyCard, FSRSVersion, type Card as FsrsCard, fsrs, type Grade, Rating, State } from 'ts-fsrs';

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

const DESIRED_RETENTION = 0.9;
const scheduler = fsrs({ request_retention: DESIRED_RETENTION, enable_fuzz: false });

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

/** The schedule of a card never seen, due now. */
export function newSchedule(nowMs: number): Schedule {
  return fromFsrs(createEmptyCard(new Date(nowMs)));
}

/** The schedule after an answer graded `grade` at `nowMs` (FSRS-6 with default parameters, desired retention 0.9). */
export function review(schedule: Schedule, grade: ReviewGrade, nowMs: number): Schedule {
  return fromFsrs(scheduler.next(toFsrs(schedule), new Date(nowMs), RATINGS[grade]).card);
}

/** Milliseconds until the card would be due again, per grade: what the four buttons show. */
export function previewIntervals(schedule: Schedule, nowMs: number): Record<ReviewGrade, number> {
  const after = scheduler.repeat(toFsrs(schedule), new Date(nowMs));
  const interval = (grade: ReviewGrade): number => after[RATINGS[grade]].card.due.getTime() - nowMs;
  return { again: interval('again'), hard: interval('hard'), good: interval('good'), easy: interval('easy') };
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

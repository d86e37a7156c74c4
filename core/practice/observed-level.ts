import { localDay } from '../day.ts';
import { type Belief, type CountedAnswer, LevelTracker, type Observed, type ObservedLevel, type Prior } from './level-tracker.ts';

/** Answers under this number are "not enough evidence yet". */
export const ENOUGH_ANSWERS = 10;
export const FALSE_CREDIT = { selfGraded: 0.18, checked: 0.02 } as const;

/** How much of a self-rating's distance from the person's mean is believed, and the sd of levels among people. */
const SELF_CORRELATION = 0.3;
const LEVEL_SD = 1.5;
const UNKNOWN_MEAN = 2.5;

/**
 * Prior from a self-rating: mean c + 0.30 (self − c), variance (1 − 0.30²) · 1.5², where c is the person's own mean over
 * competencies (2.5 without one). Self-ratings correlate with performance at about .30 (Mabe & West 1982; Zell & Krizan 2014).
 */
export function priorFromSelf(self: number | null, ownMean: number | null): Prior {
  const centre = ownMean ?? UNKNOWN_MEAN;
  return {
    mean: self === null ? centre : centre + SELF_CORRELATION * (self - centre),
    variance: (1 - SELF_CORRELATION ** 2) * LEVEL_SD ** 2,
  };
}

/** The prior of each competency, given the person's own ratings of competencies by id (0–5). */
export function priorsFromRatings(ratings: ReadonlyMap<string, { readonly value: number }>): (competencyId: string) => Prior {
  const own = [...ratings.values()].map(({ value }) => value);
  const ownMean = own.length === 0 ? null : own.reduce((sum, value) => sum + value, 0) / own.length;
  return (id) => priorFromSelf(ratings.get(id)?.value ?? null, ownMean);
}

/** What is believed after these answers, which come in order of time. */
export function believe(answers: readonly CountedAnswer[], prior: Prior): Belief {
  const tracker = LevelTracker.start(prior);
  for (const answer of answers) tracker.take(answer);
  return tracker.belief();
}

/** What is believed after one more answer; not earlier than the last. Equal to believing all of them from the start. */
export function believeNext(belief: Belief, answer: CountedAnswer): Belief {
  const tracker = LevelTracker.resume(belief);
  tracker.take(answer);
  return tracker.belief();
}

/** The level at `atMs`: what was believed after the last answer, widened by the idle time since. */
export function observedAt(belief: Belief, atMs: number): Observed {
  return LevelTracker.resume(belief).at(atMs);
}

/**
 * The level at each of these times from the answers given until then, in one pass.
 * @param answers in order of time; @param timesMs ascending.
 * @returns one entry per time; null before the first answer.
 */
export function observedOver(answers: readonly CountedAnswer[], prior: Prior, timesMs: readonly number[]): (Observed | null)[] {
  const tracker = LevelTracker.start(prior);
  let taken = 0;
  return timesMs.map((atMs) => {
    for (let next = answers[taken]; next !== undefined && next.answeredAtMs <= atMs; next = answers[taken]) {
      tracker.take(next);
      taken += 1;
    }
    return taken === 0 ? null : tracker.at(atMs);
  });
}

export interface LevelPoint extends ObservedLevel {
  readonly atMs: number;
}

/** The level with its band after each day with counted answers, and now; in one pass. Empty without answers. */
export function levelHistory(answers: readonly CountedAnswer[], prior: Prior, nowMs: number): LevelPoint[] {
  const days = new Map(answers.map(({ answeredAtMs }) => [localDay(answeredAtMs), answeredAtMs]));
  const last = answers.at(-1)?.answeredAtMs;
  const times = [...days.values(), ...(last !== undefined && last < nowMs ? [nowMs] : [])];
  return observedOver(answers, prior, times).flatMap((observed, index) =>
    observed === null ? [] : [{ atMs: times[index] ?? nowMs, ...observed.level }],
  );
}

import { periodStart, type StatisticsRange } from './statistics-range.ts';

/** A share with its 95 % interval, all 0–1. */
export interface Share {
  readonly known: number;
  readonly total: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Repetitions of cards that were in review, on one local day, by how long they had been waited for. */
export interface RepetitionsOfDay {
  readonly startMs: number;
  /** Interval under 21 days. */
  readonly young: number;
  readonly youngKnown: number;
  /** Interval of 21 days or more. */
  readonly mature: number;
  readonly matureKnown: number;
  /** Sum of the retention aimed at over these repetitions. */
  readonly desired: number;
}

export interface Retention {
  /** Null under 20 repetitions: not enough yet. */
  readonly all: Share | null;
  readonly young: Share | null;
  readonly mature: Share | null;
  readonly repetitions: number;
  /** Mean of the retention aimed at, 0–1; null without a repetition. */
  readonly desired: number | null;
}

export interface RetentionPeriod extends Retention {
  readonly startMs: number;
}

/** Under this number of repetitions nothing is said. */
export const ENOUGH_REPETITIONS = 20;
const Z = 1.96;

/**
 * Wilson's score interval at 95 % (Wilson 1927): unlike the normal approximation it stays within 0–1 and is right near the ends,
 * where retention lives.
 * @param total above 0.
 */
export function wilson(known: number, total: number): Share {
  const share = known / total;
  const shrink = 1 + Z ** 2 / total;
  const centre = (share + Z ** 2 / (2 * total)) / shrink;
  const half = (Z / shrink) * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
  return { known, total, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** True retention over these days: the share of repetitions graded other than “again”. */
export function retentionOf(days: readonly RepetitionsOfDay[]): Retention {
  const sum = (of: (day: RepetitionsOfDay) => number): number => days.reduce((total, day) => total + of(day), 0);
  const [young, mature] = [sum((day) => day.young), sum((day) => day.mature)];
  const [youngKnown, matureKnown] = [sum((day) => day.youngKnown), sum((day) => day.matureKnown)];
  const repetitions = young + mature;
  return {
    all: enough(youngKnown + matureKnown, repetitions),
    young: enough(youngKnown, young),
    mature: enough(matureKnown, mature),
    repetitions,
    desired: repetitions === 0 ? null : sum(({ desired }) => desired) / repetitions,
  };
}

/** The same per week (short ranges) or month, oldest first; periods without a repetition are left out. */
export function retentionOverTime(days: readonly RepetitionsOfDay[], range: StatisticsRange): RetentionPeriod[] {
  const repeated = days.filter(({ young, mature }) => young + mature > 0);
  return [...Map.groupBy(repeated, ({ startMs }) => periodStart(range, startMs))]
    .sort(([a], [b]) => a - b)
    .map(([startMs, list]) => ({ startMs, ...retentionOf(list) }));
}

function enough(known: number, total: number): Share | null {
  return total < ENOUGH_REPETITIONS ? null : wilson(known, total);
}

import type { ObservedLevel } from './level-tracker.ts';
import { ENOUGH_ANSWERS } from './observed-level.ts';

/** An own estimate before the reveal, and what came out of it; both shares of the answer, 0 to 1. */
export interface Estimated {
  readonly confidence: number;
  readonly share: number;
}

export interface ReliabilityBin {
  /** The estimates in it: from this (included) up to this (excluded, but in the last). */
  readonly from: number;
  readonly to: number;
  readonly answers: number;
  /** Mean estimate and mean share; null under {@link ENOUGH_IN_BIN} answers, where they would say nothing. */
  readonly means: Estimated | null;
}

export interface Calibration {
  readonly answers: number;
  /** Mean squared difference of estimate and share, 0 (always right) to 1 (Brier 1950). */
  readonly brier: number;
  /** Mean estimate minus mean share, −1 to 1: above 0 the person thinks they know more than they do. */
  readonly bias: number;
  readonly bins: readonly ReliabilityBin[];
}

const BINS = 5;
const EDGES = Array.from({ length: BINS - 1 }, (_, index) => (index + 1) / BINS);
export const ENOUGH_IN_BIN = 10;

/** How well a person knows what they know. @returns null without answers. */
export function calibrate(answers: readonly Estimated[]): Calibration | null {
  const all = meansOf(answers);
  if (all === null) return null;
  const squares = answers.reduce((sum, { confidence, share }) => sum + (confidence - share) ** 2, 0);
  const binned = Map.groupBy(answers, ({ confidence }) => EDGES.filter((edge) => confidence >= edge).length);
  return {
    answers: answers.length,
    brier: squares / answers.length,
    bias: all.confidence - all.share,
    bins: Array.from({ length: BINS }, (_, index) => binOf(index, binned.get(index) ?? [])),
  };
}

function binOf(index: number, answers: readonly Estimated[]): ReliabilityBin {
  return {
    from: index / BINS,
    to: (index + 1) / BINS,
    answers: answers.length,
    means: answers.length < ENOUGH_IN_BIN ? null : meansOf(answers),
  };
}

function meansOf(answers: readonly Estimated[]): Estimated | null {
  if (answers.length === 0) return null;
  const sum = answers.reduce((a, b) => ({ confidence: a.confidence + b.confidence, share: a.share + b.share }), {
    confidence: 0,
    share: 0,
  });
  return { confidence: sum.confidence / answers.length, share: sum.share / answers.length };
}

/** How a self-rating stands to the observed level; `unknown` under {@link ENOUGH_ANSWERS} counted answers or without a rating. */
export type SelfJudgement = 'over' | 'under' | 'in-line' | 'unknown';

/** A self-rating (0–5) is called over or under only where it lies outside the observed level's 95 % band. */
export function judgeSelfRating(self: number | null, observed: Pick<ObservedLevel, 'low' | 'high' | 'answers'> | null): SelfJudgement {
  if (self === null || observed === null || observed.answers < ENOUGH_ANSWERS) return 'unknown';
  if (self > observed.high) return 'over';
  return self < observed.low ? 'under' : 'in-line';
}

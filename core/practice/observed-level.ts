import { clampLevel } from '../levels.ts';

/** One counted answer: `share` (0–1) of the key points on a question of `level` (1–5) with `points` key points. */
export interface CountedAnswer {
  readonly share: number;
  readonly level: number;
  readonly points: number;
  /** Chance of credit without knowledge: 0.18 self-graded, 0.02 checked by the app, 1/options for a choice. */
  readonly falseCredit: number;
}

export interface ObservedLevel {
  /** Posterior mean and 95 % band on the 0–5 scale. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Variance of the posterior on the unclamped scale, levels squared. */
  readonly variance: number;
  readonly answers: number;
}

export interface Prior {
  readonly mean: number;
  readonly variance: number;
}

/** Answers under this number are "not enough evidence yet". */
export const ENOUGH_ANSWERS = 10;
export const FALSE_CREDIT = { selfGraded: 0.18, checked: 0.02 } as const;

const GRID_MIN = -6;
const GRID_MAX = 6;
const GRID_STEP = 0.1;
const MAX_POINTS = 3;
const SLIP = 0.02;
/** Doubt about the question's difficulty (sd 0.5), by Glicko's shrink: 1 / sqrt(1 + 3·0.5² / π²). */
const SHRINK = 1 / Math.sqrt(1 + (3 * 0.5 ** 2) / Math.PI ** 2);

/**
 * Prior from a self-rating: mean c + 0.30 (self − c), variance (1 − 0.30²) · 1.5², where c is the person's own mean over
 * competencies (2.5 without one). Self-ratings correlate with performance at about .30 (Mabe & West 1982; Zell & Krizan 2014).
 */
export function priorFromSelf(self: number | null, ownMean: number | null): Prior {
  const centre = ownMean ?? 2.5;
  return { mean: self === null ? centre : centre + 0.3 * (self - centre), variance: (1 - 0.3 ** 2) * 1.5 ** 2 };
}

/**
 * Bayesian item response on a grid, one logit per level (methods notes, section 1): per answer adds
 * m · (s ln p + (1 − s) ln(1 − p)) with p = g + (1 − g − 0.02) · logistic(k (theta − b)), m the number of key points, at most 3.
 */
export function observeLevel(answers: readonly CountedAnswer[], prior: Prior): ObservedLevel {
  const grid: { theta: number; log: number }[] = [];
  for (let step = 0; step <= Math.round((GRID_MAX - GRID_MIN) / GRID_STEP); step += 1) {
    const theta = GRID_MIN + step * GRID_STEP;
    let log = -((theta - prior.mean) ** 2) / (2 * prior.variance);
    for (const answer of answers) log += logLikelihood(answer, theta);
    grid.push({ theta, log });
  }
  const top = Math.max(...grid.map(({ log }) => log));
  const weights = grid.map(({ log }) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const expectation = (of: (theta: number) => number): number =>
    grid.reduce((sum, { theta }, index) => sum + of(theta) * (weights[index] ?? 0), 0) / total;
  const mean = expectation((theta) => theta);
  return {
    mean: clampLevel(mean),
    low: clampLevel(quantile(grid, weights, total, 0.025)),
    high: clampLevel(quantile(grid, weights, total, 0.975)),
    variance: expectation((theta) => (theta - mean) ** 2),
    answers: answers.length,
  };
}

function logLikelihood({ share, level, points, falseCredit }: CountedAnswer, theta: number): number {
  const p = falseCredit + (1 - falseCredit - SLIP) / (1 + Math.exp(-SHRINK * (theta - level)));
  return Math.min(points, MAX_POINTS) * (share * Math.log(p) + (1 - share) * Math.log(1 - p));
}

function quantile(grid: readonly { theta: number }[], weights: readonly number[], total: number, share: number): number {
  let sum = 0;
  for (const [index, { theta }] of grid.entries()) {
    sum += (weights[index] ?? 0) / total;
    if (sum >= share) return theta;
  }
  return GRID_MAX;
}

/**
 * What the answers alone say, the prior taken out by precision, so that it can be combined with other observations without
 * counting a self-rating twice.
 * @returns null where the answers have not narrowed the prior.
 */
export function withoutPrior(observed: ObservedLevel, prior: Prior): { value: number; variance: number } | null {
  // The prior as the grid holds it: its ends cut a little off both moments.
  const start = observeLevel([], prior);
  const precision = 1 / observed.variance - 1 / start.variance;
  if (observed.answers === 0 || precision <= 0.01) return null;
  const value = (observed.mean / observed.variance - start.mean / start.variance) / precision;
  return { value: clampLevel(value), variance: 1 / precision };
}

import { clampLevel } from '../levels.ts';
import { widen } from './widening.ts';

/** One counted answer: `share` (0–1) of the key points on a question of `level` (1–5) with `points` key points. */
export interface CountedAnswer {
  readonly share: number;
  readonly level: number;
  readonly points: number;
  /** Chance of credit without knowledge: 0.18 self-graded, 0.02 checked by the app, 1/options for a choice. */
  readonly falseCredit: number;
  /** Milliseconds since 1970. */
  readonly answeredAtMs: number;
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

/** Mean and variance in levels, of a normal distribution. */
export interface Prior {
  readonly mean: number;
  readonly variance: number;
}

/** A level with what the answers alone say of it; null where they have not narrowed the prior. */
export interface Observed {
  readonly level: ObservedLevel;
  readonly alone: { readonly value: number; readonly variance: number } | null;
}

/** All that is believed about one level after its last counted answer: enough to go on from there without the answers. */
export interface Belief {
  readonly prior: Prior;
  /** The probability of each level of the grid. */
  readonly weights: readonly number[];
  /** What of the belief is still the prior's: precision, and precision times mean. */
  readonly priorLeft: { readonly precision: number; readonly information: number };
  readonly answers: number;
  /** Of the last counted answer; null without one. */
  readonly atMs: number | null;
}

const GRID_MIN = -6;
const GRID_STEP = 0.1;
/** From −6 to 6. */
export const GRID_SIZE = 121;
const MAX_POINTS = 3;
const SLIP = 0.02;
/** Doubt about the question's difficulty (sd 0.5), by Glicko's shrink: 1 / sqrt(1 + 3·0.5² / π²). */
const SHRINK = 1 / Math.sqrt(1 + (3 * 0.5 ** 2) / Math.PI ** 2);
const IDLE_VARIANCE_PER_DAY = 0.0023;
/** What nobody has looked at for long is as unknown as a stranger's level. */
const MAX_IDLE_VARIANCE = 1.5 ** 2;
const DAY_MS = 24 * 3_600_000;
/** So that no run of answers at one moment makes a level impossible for good. */
const LEAST_WEIGHT = 1e-250;
/** Precision under which the answers say nothing. */
const LEAST_PRECISION = 0.01;

const levelAt = (index: number): number => GRID_MIN + index * GRID_STEP;

/**
 * Follows one level through its counted answers: Bayesian item response on a grid from −6 to 6, one logit per level (methods
 * notes, section 1). An answer multiplies by exp(m · (s ln p + (1 − s) ln(1 − p))) with p = g + (1 − g − 0.02) · logistic(k (θ − b)),
 * m the number of key points, at most 3. Idle time before it adds 0.0023 per day to the variance, up to 1.5², by a
 * convolution with the grid's heat kernel ({@link widen}): a random walk between −6 and 6, so that a belief at an end of the
 * grid, which can go one way only, widens by less.
 */
export class LevelTracker {
  readonly #prior: Prior;
  readonly #weights: Float64Array;
  readonly #likelihoods = new Map<string, Likelihood>();
  #priorLeft: Belief['priorLeft'];
  #answers: number;
  #atMs: number | null;

  private constructor({ prior, weights, priorLeft, answers, atMs }: Belief) {
    this.#prior = prior;
    this.#weights = Float64Array.from(weights);
    this.#priorLeft = priorLeft;
    this.#answers = answers;
    this.#atMs = atMs;
  }

  static start(prior: Prior): LevelTracker {
    const weights = Float64Array.from({ length: GRID_SIZE }, (_, index) =>
      Math.exp(-((levelAt(index) - prior.mean) ** 2) / (2 * prior.variance)),
    );
    normalise(weights);
    // The prior as the grid holds it: its ends cut a little off both moments.
    const { mean, variance } = momentsOf(weights);
    const priorLeft = { precision: 1 / variance, information: mean / variance };
    return new LevelTracker({ prior, weights: [...weights], priorLeft, answers: 0, atMs: null });
  }

  static resume(belief: Belief): LevelTracker {
    return new LevelTracker(belief);
  }

  /** Takes the next answer; answers come in order of time. */
  take(answer: CountedAnswer): void {
    this.#idleUntil(answer.answeredAtMs);
    const { right, wrong } = this.#likelihoodOf(answer);
    const points = Math.min(answer.points, MAX_POINTS);
    const [hit, miss] = [points * answer.share, points * (1 - answer.share)];
    const weights = this.#weights;
    for (let i = 0; i < GRID_SIZE; i += 1) {
      weights[i] = Math.max((weights[i] ?? 0) * Math.exp(hit * (right[i] ?? 0) + miss * (wrong[i] ?? 0)), LEAST_WEIGHT);
    }
    normalise(weights);
    this.#answers += 1;
    this.#atMs = Math.max(answer.answeredAtMs, this.#atMs ?? answer.answeredAtMs);
  }

  /** The level as it is believed at a time, not before the last answer; the tracker stays where it is. */
  at(atMs: number): Observed {
    if (this.#atMs === null || atMs <= this.#atMs) return this.#observed();
    const later = LevelTracker.resume(this.belief());
    later.#idleUntil(atMs);
    return later.#observed();
  }

  belief(): Belief {
    return { prior: this.#prior, weights: [...this.#weights], priorLeft: this.#priorLeft, answers: this.#answers, atMs: this.#atMs };
  }

  #observed(): Observed {
    const { mean, variance } = momentsOf(this.#weights);
    const [low, high] = [quantileOf(this.#weights, 0.025), quantileOf(this.#weights, 0.975)];
    const level = { mean: clampLevel(mean), low: clampLevel(low), high: clampLevel(high), variance, answers: this.#answers };
    return { level, alone: this.#withoutPrior(mean, variance) };
  }

  /**
   * What the answers alone say: what is left of the prior taken out by precision, so that it can be combined with other
   * observations without counting a self-rating twice.
   */
  #withoutPrior(mean: number, variance: number): Observed['alone'] {
    const precision = 1 / variance - this.#priorLeft.precision;
    if (this.#answers === 0 || precision <= LEAST_PRECISION) return null;
    return { value: clampLevel((mean / variance - this.#priorLeft.information) / precision), variance: 1 / precision };
  }

  /** Nothing is widened before the first answer: a prior is of today. */
  #idleUntil(atMs: number): void {
    if (this.#atMs === null || atMs <= this.#atMs) return;
    const before = momentsOf(this.#weights);
    const idle = (IDLE_VARIANCE_PER_DAY * (atMs - this.#atMs)) / DAY_MS;
    const added = Math.min(idle, MAX_IDLE_VARIANCE - before.variance);
    if (added <= 0) return;
    widen(this.#weights, added / GRID_STEP ** 2);
    this.#fadePrior(before, momentsOf(this.#weights));
  }

  /**
   * Idle time wears off what the prior said as it wears off what the answers said. In information form the answers' own
   * precision J' becomes J' / (1 + J' W) when W is added to the variance (Kalman prediction); the rest is still the prior's.
   */
  #fadePrior(before: Moments, after: Moments): void {
    const ownPrecision = 1 / before.variance - this.#priorLeft.precision;
    const ownInformation = before.mean / before.variance - this.#priorLeft.information;
    const kept = 1 / (1 + Math.max(ownPrecision, 0) * (after.variance - before.variance));
    this.#priorLeft = {
      precision: 1 / after.variance - ownPrecision * kept,
      information: after.mean / after.variance - ownInformation * kept,
    };
  }

  #likelihoodOf({ level, falseCredit }: CountedAnswer): Likelihood {
    const key = `${level} ${falseCredit}`;
    const known = this.#likelihoods.get(key);
    if (known) return known;
    const chances = Float64Array.from(
      { length: GRID_SIZE },
      (_, index) => falseCredit + (1 - falseCredit - SLIP) / (1 + Math.exp(-SHRINK * (levelAt(index) - level))),
    );
    const likelihood = { right: chances.map((p) => Math.log(p)), wrong: chances.map((p) => Math.log(1 - p)) };
    this.#likelihoods.set(key, likelihood);
    return likelihood;
  }
}

/** Logarithms of the chance of a hit and of a miss, over the grid. */
interface Likelihood {
  readonly right: Float64Array;
  readonly wrong: Float64Array;
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

function normalise(weights: Float64Array): void {
  let total = 0;
  for (const weight of weights) total += weight;
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) / total;
}

function momentsOf(weights: Float64Array): Moments {
  let mean = 0;
  for (let i = 0; i < weights.length; i += 1) mean += (weights[i] ?? 0) * levelAt(i);
  let variance = 0;
  for (let i = 0; i < weights.length; i += 1) variance += (weights[i] ?? 0) * (levelAt(i) - mean) ** 2;
  return { mean, variance };
}

function quantileOf(weights: Float64Array, share: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) {
    sum += weights[i] ?? 0;
    if (sum >= share) return levelAt(i);
  }
  return levelAt(GRID_SIZE - 1);
}

import type { Stance } from '../import/types.ts';
import { clampLevel } from '../levels.ts';
import { JUDGEMENT } from './judgement.ts';

/** One sign of a level: a rating, a document's words, a statement, a run of answers. */
export interface Observation {
  /** 0–5. */
  readonly value: number;
  /** In levels squared, above 0. */
  readonly variance: number;
  readonly source: 'self' | 'imported' | 'evidence' | 'answers';
  /** For the person: where this comes from. */
  readonly reason: string;
}

/** A level as a mean with its variance. `selfShare` (0–1) is how much of it rests on own ratings. */
export interface Estimate {
  readonly mean: number;
  readonly variance: number;
  readonly selfShare: number;
  readonly observations: readonly Observation[];
}

/**
 * Combines observations by precision: mean Σ(x/v) / Σ(1/v), variance 1/Σ(1/v) (inverse-variance weighting).
 * @returns null without observations: unknown is not zero.
 */
export function combine(observations: readonly Observation[]): Estimate | null {
  if (observations.length === 0) return null;
  let precision = 0;
  let weighted = 0;
  let selfPrecision = 0;
  for (const { value, variance, source } of observations) {
    precision += 1 / variance;
    weighted += value / variance;
    if (source === 'self') selfPrecision += 1 / variance;
  }
  return {
    mean: clampLevel(weighted / precision),
    variance: 1 / precision,
    selfShare: selfPrecision / precision,
    observations,
  };
}

export interface EvidenceSign {
  readonly stance: Stance;
  /** A number that says how big stands in the statement. */
  readonly hasScale: boolean;
}

const STANCE_LEVEL: Readonly<Partial<Record<Stance, number>>> = JUDGEMENT.evidenceLevel;

/**
 * What the statements of documents about one skill suggest. Statements about one skill are correlated, so only the
 * strongest counts, however many there are.
 * @param cap the most a document may suggest: 2 under a declared gap, 3 under a caveat, otherwise 4.
 * @returns null where no statement claims experience.
 */
export function observeEvidence(signs: readonly EvidenceSign[], cap: number): Observation | null {
  let best: Observation | null = null;
  for (const { stance, hasScale } of signs) {
    const level = STANCE_LEVEL[stance];
    if (level === undefined) continue;
    const value = Math.min(level + (hasScale ? JUDGEMENT.scaleBonus : 0), cap, JUDGEMENT.evidenceCap);
    const { variance } = JUDGEMENT;
    const spread = stance === 'used' ? variance.used : hasScale ? variance.evidenceWithScale : variance.evidence;
    if (best === null || value > best.value || (value === best.value && spread < best.variance)) {
      best = { value, variance: spread, source: 'evidence', reason: describe(stance, hasScale, cap) };
    }
  }
  return best;
}

function describe(stance: Stance, hasScale: boolean, cap: number): string {
  const scale = hasScale ? ' with a number that says how big' : '';
  const capped = cap < JUDGEMENT.evidenceCap ? `, held at ${cap} because of a gap or caveat you declared` : '';
  return `The document says “${stance}”${scale}${capped}.`;
}

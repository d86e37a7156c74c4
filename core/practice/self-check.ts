import { ENOUGH_ANSWERS } from './observed-level.ts';

/** A self-rating held against what the answers say. */
export type SelfCheck = 'over' | 'under' | 'inLine' | 'unknown';

/**
 * Over or under only where the rating lies outside the 95 % band of the observed level; unknown without a rating or with fewer
 * than ten counted answers.
 * @param self 0–5.
 */
export function checkSelf(self: number | null, observed: { readonly low: number; readonly high: number; readonly answers: number } | null): SelfCheck {
  if (self === null || observed === null || observed.answers < ENOUGH_ANSWERS) return 'unknown';
  if (self > observed.high) return 'over';
  return self < observed.low ? 'under' : 'inLine';
}

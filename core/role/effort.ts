import { MAX_LEVEL } from '../levels.ts';
import { JUDGEMENT } from './judgement.ts';

/** Points of effort behind a level 0–5: 0, 1, 3, 6, 12, 20, and between whole levels in proportion. */
export function effortPoints(level: number): number {
  const points = JUDGEMENT.effortPoints;
  const below = Math.min(MAX_LEVEL, Math.max(0, Math.floor(level)));
  const [low, high] = [points[below] ?? 0, points[Math.min(MAX_LEVEL, below + 1)] ?? 0];
  return low + (high - low) * Math.min(1, Math.max(0, level - below));
}

/** Hours from one level to a higher one; 0 where there is nothing to do. */
export function effortHours(from: number, to: number): number {
  return Math.max(0, effortPoints(to) - effortPoints(from)) * JUDGEMENT.hoursPerPoint;
}

import { LEVELS, MAX_LEVEL } from '../levels.ts';

/** The whole step of a level, 0–5. Halfway counts as the lower one: a word for a level never says more than the figure. */
export function levelStep(level: number): number {
  return Math.min(MAX_LEVEL, Math.max(0, Math.ceil(level - 0.5)));
}

/** The name of that step: 2.5 is "Guided", 2.6 is "Independent". */
export function levelName(level: number): string {
  return LEVELS[levelStep(level)]?.name ?? '';
}

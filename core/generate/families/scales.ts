import type { ScaleAtom } from '../atoms/scales.ts';
import type { Figure, Firing, Noun } from '../types.ts';

/** A number and what it is of. */
export interface ScaleSlots {
  readonly noun: Noun;
  readonly figure: Figure;
  readonly [slot: string]: Noun | Figure;
}

export function firingOf({ atom, noun, figure, stance, source }: ScaleAtom): Firing<ScaleSlots> {
  return { atom, skillIds: [noun.skillId], stance, sources: [source], slots: { noun, figure }, strength: figure.value };
}

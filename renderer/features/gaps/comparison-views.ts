import type { Outputs } from '../../api/client.ts';

export type Comparison = Outputs['roles']['compare'];
export type Layer = Comparison['layers'][number];
export type Competency = Layer['competencies'][number];

export interface Placed {
  readonly competency: Competency;
  readonly layer: Layer;
}

/** Every competency with its layer, in the role's order. */
export function placed(comparison: Comparison): Placed[] {
  return comparison.layers.flatMap((layer) => layer.competencies.map((competency) => ({ competency, layer })));
}

/** Competencies something is known about and that fall short, the heaviest first. */
export function knownGaps(comparison: Comparison): Placed[] {
  return placed(comparison)
    .filter(({ competency }) => competency.level !== null && competency.gap > 0.05)
    .sort((a, b) => b.competency.priority - a.competency.priority);
}

/** Competencies nobody knows the level of, what weighs most first. */
export function unknown(comparison: Comparison): Placed[] {
  return placed(comparison)
    .filter(({ competency }) => competency.level === null)
    .sort((a, b) => b.competency.priority - a.competency.priority);
}

export function unknownMusts(comparison: Comparison): Placed[] {
  return unknown(comparison).filter(({ competency }) => competency.importance === 'must');
}

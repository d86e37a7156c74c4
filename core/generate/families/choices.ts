import type { ChoiceAtom } from '../atoms/choices.ts';
import type { Firing, Noun, Title } from '../types.ts';

/** What was taken, instead of what, and the sentence that says why. */
export interface ChoiceSlots {
  readonly chosen: Noun;
  readonly other: Noun;
  readonly reason: Title;
  readonly [slot: string]: Noun | Title;
}

/** Only choices whose reason is told. */
export function withReason(choices: readonly ChoiceAtom[]): Firing<ChoiceSlots>[] {
  return choices.flatMap(({ atom, chosen, other, reason, stance, sources }) =>
    reason === null
      ? []
      : [{ atom, skillIds: [chosen.skillId, other.skillId], stance, sources, slots: { chosen, other, reason }, strength: sources.length }],
  );
}

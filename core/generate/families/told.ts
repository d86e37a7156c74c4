import type { Title } from '../types.ts';

/** What a question quotes, and nothing else of the person. */
export interface ToldSlots {
  readonly told: Title;
  readonly [slot: string]: Title;
}

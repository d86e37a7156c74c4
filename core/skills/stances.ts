import type { Stance } from '../import/types.ts';

/** From the strongest word about the person's own work to what is not theirs at all. */
export const STANCES_BY_STRENGTH: readonly Stance[] = [
  'built',
  'led',
  'operated',
  'taught',
  'used',
  'evaluated',
  'dropped',
  'mentioned',
  'gap',
  'todo',
  'required',
  'absent',
];

const EXPERIENCE: ReadonlySet<Stance> = new Set<Stance>(['built', 'led', 'operated', 'taught', 'used', 'evaluated', 'dropped']);

/** The strongest of several stances; null without any. */
export function strongestStance(stances: readonly Stance[]): Stance | null {
  return STANCES_BY_STRENGTH.find((stance) => stances.includes(stance)) ?? null;
}

/** Whether a statement of this stance tells of something the person did. */
export function isExperience(stance: Stance): boolean {
  return EXPERIENCE.has(stance);
}

/** Strongest first, for lists of statements. */
export function byStance(a: { readonly stance: Stance }, b: { readonly stance: Stance }): number {
  return STANCES_BY_STRENGTH.indexOf(a.stance) - STANCES_BY_STRENGTH.indexOf(b.stance);
}

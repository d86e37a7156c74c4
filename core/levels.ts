/** The one scale, 0–5 (see docs/ARCHITECTURE.md). The words are shown wherever a person chooses a level. */
export const LEVELS = [
  { level: 0, name: 'None', words: 'No contact, or could not say what it is for.' },
  { level: 1, name: 'Aware', words: 'Can say what it is for; followed a lab or watched others.' },
  { level: 2, name: 'Guided', words: 'Has done it with help or a guide, at small scale, or as its user.' },
  { level: 3, name: 'Independent', words: 'Runs it alone in production: routine work and the usual faults.' },
  { level: 4, name: 'Advanced', words: 'Designs and automates it, handles failures, others come to them.' },
  { level: 5, name: 'Authority', words: 'Sets the standard across teams or sites; knows scale and internals.' },
] as const;

export const MAX_LEVEL = 5;

/** @returns `value` held between 0 and 5. */
export function clampLevel(value: number): number {
  return Math.min(MAX_LEVEL, Math.max(0, value));
}

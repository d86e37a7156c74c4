/** The rules of the gate, by name. */
export const RULES = [
  'schema',
  'duplicate-id',
  'near-duplicate',
  'formula',
  'slip',
  'placeholder',
  'model-answer',
  'echo',
  'gibberish',
  'stuffing',
  'unrelated',
  'dead-alias',
  'option-length',
  'option-position',
  'misconception',
  'all-of-the-above',
  'negative-stem',
  'follow-ups',
  'sources',
  'second-reading',
  'time-limit',
  'coverage',
  'french',
] as const;
export type Rule = (typeof RULES)[number];

/** What a question, or the bank as a whole, does against a rule. */
export interface Problem {
  /** Id of the question; `bank` for a rule about all of them. */
  readonly question: string;
  readonly rule: Rule;
  readonly words: string;
}

export const BANK = 'bank';

/** A problem as one line. */
export function problemLine({ question, rule, words }: Problem): string {
  return `${question} [${rule}]: ${words}`;
}

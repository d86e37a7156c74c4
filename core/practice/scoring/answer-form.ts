import { DENIALS, isDismissal } from './denials.ts';
import { isLittleWord } from './little-words.ts';
import type { AnswerLanguage, Word } from './words.ts';

/**
 * Why words that matched do not make an answer complete: `short`, too few words to say anything; `list`, terms in a row and
 * no sentences; `dense`, hardly a word between the terms; `denials`, what is said is mostly what is not so.
 */
export type Doubt = 'short' | 'list' | 'dense' | 'denials';

/** Answers shorter than this get no credit for single words: a list of terms is not an answer. */
export const MIN_ANSWER_WORDS = 12;
/** Running text of engineers has 30 to 50 % little words (measured on the written answers, tests/practice-answers); lists under 15 %. */
const MIN_LITTLE_SHARE = 0.2;
/** Share of the words that matched some wording. */
const MAX_HIT_SHARE = 0.5;
/** One sentence may well say what is not needed; an answer made of such says nothing else. */
const MIN_DISMISSING = 2;
const MAX_DISMISSING_SHARE = 0.4;
const MIN_SENTENCE_WORDS = 3;

/** What speaks against an answer as a whole, whatever words it has; empty for an ordinary one. @param matched words that some wording needed. */
export function doubtsOf(sentences: readonly (readonly Word[])[], matched: number, language: AnswerLanguage): Doubt[] {
  const words = sentences.flat();
  if (words.length < MIN_ANSWER_WORDS) return ['short'];
  const little = words.filter(({ folded }) => isLittleWord(folded, language) || DENIALS.has(folded)).length;
  const doubts: Doubt[] = [];
  if (little / words.length < MIN_LITTLE_SHARE) doubts.push('list');
  if (matched / words.length > MAX_HIT_SHARE) doubts.push('dense');
  if (isMostlyDismissing(sentences)) doubts.push('denials');
  return doubts;
}

function isMostlyDismissing(sentences: readonly (readonly Word[])[]): boolean {
  const real = sentences.filter((words) => words.length >= MIN_SENTENCE_WORDS);
  const dismissing = real.filter(isDismissal).length;
  return dismissing >= MIN_DISMISSING && dismissing / real.length >= MAX_DISMISSING_SHARE;
}

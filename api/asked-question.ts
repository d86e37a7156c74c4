import { type Language, languageOf, languagesOf, said } from '../core/content/language.ts';
import type { Question } from '../core/content/question.ts';
import { type Answer, shuffled } from '../core/practice/answer.ts';

interface Asking {
  /** The same one gives the same order. */
  readonly seed: string;
  /** What was typed before; it keeps the language it was typed in. */
  readonly draft: Answer | null;
  /** The language wanted. */
  readonly language: Language;
}

/**
 * A question as it is asked: without what would give the answer away, its lists in an order of their own, in each language it
 * has. The order is the same in all of them, so that changing the language moves nothing.
 */
export function askedQuestion(question: Question, { seed, draft, language }: Asking) {
  const { id, kind, level, timeLimitSec, competencies, stimulus } = question;
  return {
    id,
    kind,
    level,
    timeLimitSec,
    competencies,
    stimulus: stimulus ?? null,
    versions: { en: askedIn(question, 'en', seed), fr: languagesOf(question).includes('fr') ? askedIn(question, 'fr', seed) : null },
    wanted: language,
    language: languageOf(question, draft?.language ?? language),
    draft,
  };
}

/** What of a question is words. */
function askedIn({ prompt, parts, options, steps, acts }: Question, language: Language, seed: string) {
  return {
    language,
    prompt: said(prompt, language),
    parts: parts?.map(({ id, ask, unit }) => ({ id, ask: said(ask, language), unit })) ?? [],
    // In another order each session: a place in the list must not tell which is right.
    options: shuffled(options ?? [], seed).map(({ id, text }) => ({ id, text: said(text, language) })),
    steps: shuffled(steps ?? [], seed).map(({ id, text }) => ({ id, text: said(text, language) })),
    // The outputs come along: they are shown as each act is chosen, and the person grades themself.
    acts: shuffled(acts ?? [], seed).map(({ id, label, output, outputBefore, tags }) => ({
      id,
      label: said(label, language),
      output,
      outputBefore: outputBefore ?? null,
      mends: tags.includes('mends'),
    })),
  };
}

/** What is shown once an answer was given, in the language the question was asked in. */
export function revealedQuestion(question: Question, wanted: Language) {
  const { keyPoints, modelAnswer, followUps, commonMistakes, sources, secondReading, parts, options, steps, acts, accepts } = question;
  const language = languageOf(question, wanted);
  return {
    language,
    keyPoints: keyPoints.map(({ id, text, essential, weight }) => ({ id, text: said(text, language), essential, weight })),
    modelAnswer: said(modelAnswer, language),
    followUps: followUps.map(({ when, prompt }) => ({ when, prompt: said(prompt, language) })),
    commonMistakes: commonMistakes.map((mistake) => said(mistake, language)),
    sources,
    secondReading: secondReading ?? null,
    parts: parts?.map(({ id, ask, unit, value, formula }) => ({ id, ask: said(ask, language), unit, value, formula })) ?? [],
    options:
      options?.map(({ id, correct, text, misconception }) => ({
        id,
        correct,
        text: said(text, language),
        misconception: misconception ? said(misconception, language) : null,
      })) ?? [],
    steps: steps?.map(({ id, text }) => ({ id, text: said(text, language) })) ?? [],
    acts: acts?.map(({ id, label, tags, gives }) => ({ id, label: said(label, language), tags, gives })) ?? [],
    accepts: accepts ?? [],
  };
}

import type { Question } from '../core/content/question.ts';
import { type Answer, shuffled } from '../core/practice/answer.ts';

/**
 * A question as it is asked: without what would give the answer away, its lists in an order of their own.
 * @param seed the same one gives the same order. @param draft what was typed before.
 */
export function askedQuestion(question: Question, seed: string, draft: Answer | null) {
  const { id, kind, level, timeLimitSec, competencies, prompt, stimulus, parts, options, steps, acts } = question;
  return {
    id,
    kind,
    level,
    timeLimitSec,
    competencies,
    prompt: prompt.en,
    stimulus: stimulus ?? null,
    parts: parts?.map(({ id: partId, ask, unit }) => ({ id: partId, ask: ask.en, unit })) ?? [],
    // In another order each session: a place in the list must not tell which is right.
    options: shuffled(options ?? [], seed).map(({ id: optionId, text }) => ({ id: optionId, text: text.en })),
    steps: shuffled(steps ?? [], seed).map(({ id: stepId, text }) => ({ id: stepId, text: text.en })),
    // The outputs come along: they are shown as each act is chosen, and the person grades themself.
    acts: shuffled(acts ?? [], seed).map(({ id: actId, label, output, outputBefore, tags }) => ({
      id: actId,
      label: label.en,
      output,
      outputBefore: outputBefore ?? null,
      mends: tags.includes('mends'),
    })),
    draft,
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Question } from '../../core/content/question.ts';
import { type Band, bandOf, checkText, type TextCheck } from '../../core/practice/key-points.ts';
import { readBankWords } from '../../core/practice/scoring/bank-words.ts';
import { readContent } from '../../db/content/load.ts';

const INTENTS = ['good', 'partial', 'wrong', 'off-topic', 'negated', 'stuffed'] as const;
export type Intent = (typeof INTENTS)[number];
export type Half = 'tuned' | 'held-out';

const answerSchema = z.strictObject({
  question: z.string(),
  intent: z.enum(INTENTS),
  text: z.string().min(1),
  /** Ids of the key points a strict interviewer would tick. */
  states: z.array(z.string()),
});

/** A written answer with its marks, and what the checker says of it. */
export interface MeasuredAnswer extends z.infer<typeof answerSchema> {
  readonly half: Half;
  readonly check: TextCheck;
  readonly keyPoints: Question['keyPoints'];
}

/**
 * Which half of the questions one belongs to, by its id (FNV-1a): the rules were improved on the one half only, so that the
 * other says what they are worth on questions they have never seen.
 */
function halfOf(questionId: string): Half {
  const hash = [...questionId].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);
  return ((hash >>> 7) & 1) === 0 ? 'tuned' : 'held-out';
}

/** Every written answer, checked. @throws Error for an answer to a question or with a key point that is not there. */
export function measureAnswers(): MeasuredAnswer[] {
  const folder = import.meta.dirname;
  const { questions } = readContent(join(folder, '../../assets')).parse();
  const bank = readBankWords(questions, 'en');
  const byId = new Map(questions.map((question) => [question.id, question]));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => z.strictObject({ answers: z.array(answerSchema) }).parse(parse(readFileSync(join(folder, name), 'utf8'))).answers)
    .map((answer) => {
      const question = byId.get(answer.question);
      const unknown = answer.states.find((id) => !question?.keyPoints.some((point) => point.id === id));
      if (question === undefined || unknown !== undefined)
        throw new Error(`The written answer to ${answer.question} (${answer.intent}) does not fit: ${unknown ?? 'no such question'}`);
      const { keyPoints, prompt, modelAnswer } = question;
      const check = checkText(answer.text, { keyPoints, prompt: prompt.en, modelAnswer: modelAnswer.en, bank });
      return { ...answer, half: halfOf(question.id), check, keyPoints };
    });
}

/** How well the points found agree with the points marked. */
export interface Agreement {
  readonly answers: number;
  readonly marked: number;
  readonly found: number;
  readonly both: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function agreementOf(answers: readonly MeasuredAnswer[]): Agreement {
  let [marked, found, both] = [0, 0, 0];
  for (const { states, check } of answers) {
    const ids = check.points.filter(({ state }) => state === 'found').map(({ id }) => id);
    marked += states.length;
    found += ids.length;
    both += ids.filter((id) => states.includes(id)).length;
  }
  const precision = found === 0 ? 1 : both / found;
  const recall = marked === 0 ? 1 : both / marked;
  return {
    answers: answers.length,
    marked,
    found,
    both,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Whether the marks themselves make an answer complete: at least 80 % of the weight and every essential point. */
export function isComplete({ keyPoints, states }: MeasuredAnswer): boolean {
  const marks = keyPoints.map(({ id }) => ({ id, state: states.includes(id) ? ('found' as const) : ('not-detected' as const) }));
  return bandOf(keyPoints, marks) === 'likely-complete';
}

/** Those called likely complete. */
export function calledComplete(answers: readonly MeasuredAnswer[]): MeasuredAnswer[] {
  return answers.filter(({ check }) => check.band === 'likely-complete');
}

/** How many answers of each intent got each band. */
export function bandTable(answers: readonly MeasuredAnswer[]): Map<Intent, Record<Band, number>> {
  return new Map(
    INTENTS.map((intent) => {
      const bands = { 'likely-complete': 0, 'check-yourself': 0, 'little-detected': 0 };
      for (const { check } of answers.filter((one) => one.intent === intent)) if (check.band !== null) bands[check.band] += 1;
      return [intent, bands];
    }),
  );
}

/** Pearson's correlation of the share found with the share marked, by weight. */
export function shareCorrelation(answers: readonly MeasuredAnswer[]): number {
  const pairs = answers.map(({ keyPoints, states, check }) => {
    const found = new Set(check.points.filter(({ state }) => state === 'found').map(({ id }) => id));
    const weight = (has: (id: string) => boolean): number =>
      keyPoints.reduce((sum, point) => sum + (has(point.id) ? point.weight : 0), 0) /
      keyPoints.reduce((sum, point) => sum + point.weight, 0);
    return [weight((id) => states.includes(id)), weight((id) => found.has(id))] as const;
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const covariance = mean(pairs.map(([a, b]) => (a - x) * (b - y)));
  return covariance / Math.sqrt(mean(pairs.map(([a]) => (a - x) ** 2)) * mean(pairs.map(([, b]) => (b - y) ** 2)));
}

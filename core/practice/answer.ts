import { z } from 'zod';
import { languageSchema } from '../content/language.ts';
import type { Question } from '../content/question.ts';
import { type ActsCheck, checkActs } from './acts.ts';
import { normaliseCommand } from './command.ts';
import { checkNumber, type NumberCheck } from './numbers.ts';

/** What a person gave as their answer; the parts a kind does not use stay empty. */
export const answerSchema = z.strictObject({
  text: z.string().max(20_000),
  /** Typed numbers by part id (estimate). */
  numbers: z.record(z.string(), z.string().max(100)),
  /** Chosen option id (choice). */
  choice: z.string().max(100).nullable(),
  /** Step ids in the person's order (order). */
  order: z.array(z.string().max(100)).max(50),
  /** Ids of the acts in the order they were taken (diagnose). */
  acts: z.array(z.string().max(100)).max(50).default([]),
  /** Said aloud rather than typed. */
  spoken: z.boolean(),
  /** The own estimate before the reveal: the share of it held to be right, 0 to 1; null when none was given. */
  confidence: z.number().min(0).max(1).nullable().default(null),
  /** The language the question was asked in; older answers were to English ones. */
  language: languageSchema.default('en'),
});
export type Answer = z.infer<typeof answerSchema>;

export const EMPTY_ANSWER: Answer = {
  text: '',
  numbers: {},
  choice: null,
  order: [],
  acts: [],
  spoken: false,
  confidence: null,
  language: 'en',
};

/** What the app can check exactly. `share` 0–1. */
export type ExactCheck =
  | { readonly kind: 'numbers'; readonly share: number; readonly numbers: readonly NumberCheck[] }
  | { readonly kind: 'choice'; readonly share: number; readonly correct: string; readonly chosen: string }
  | { readonly kind: 'order'; readonly share: number; readonly wrongPairs: number }
  | { readonly kind: 'command'; readonly share: number }
  | { readonly kind: 'acts'; readonly share: number; readonly acts: ActsCheck };

const CREDIT = { full: 1, partial: 0.5, none: 0 } as const;

/**
 * Checks numbers, options, order and commands exactly.
 * @returns null where the app cannot decide (text), or where nothing of the kind was answered: then the person's ticks count.
 */
export function checkExactly(question: Question, answer: Answer): ExactCheck | null {
  switch (question.kind) {
    case 'estimate':
    case 'design':
      return checkNumbers(question, answer);
    case 'choice': {
      const correct = question.options?.find((option) => option.correct);
      if (!correct || answer.choice === null) return null;
      return { kind: 'choice', share: answer.choice === correct.id ? 1 : 0, correct: correct.id, chosen: answer.choice };
    }
    case 'order':
      return checkOrder(question, answer);
    case 'command': {
      const given = normaliseCommand(answer.text);
      // Only a match is certain: another spelling may be right too, and the person decides.
      return question.accepts?.some((accepted) => normaliseCommand(accepted) === given) ? { kind: 'command', share: 1 } : null;
    }
    case 'diagnose': {
      const acts = checkActs(question, answer.acts);
      return acts === null ? null : { kind: 'acts', share: acts.share, acts };
    }
    default:
      return null;
  }
}

function checkNumbers({ parts = [] }: Question, { numbers }: Answer): ExactCheck | null {
  if (!parts.some(({ id }) => (numbers[id] ?? '').trim() !== '')) return null;
  const checks = parts.map((part) => checkNumber(part, numbers[part.id] ?? ''));
  return { kind: 'numbers', share: checks.reduce((sum, { credit }) => sum + CREDIT[credit], 0) / parts.length, numbers: checks };
}

/** Share of the pairs of steps that must stand in an order and do; where steps say what they come after, only those pairs count. */
function checkOrder({ steps = [] }: Question, { order }: Answer): ExactCheck | null {
  const positions = new Map(steps.map(({ id }) => [id, order.indexOf(id)]));
  if (positions.size < 2 || [...positions.values()].includes(-1)) return null;
  const pairs = mustPairs(steps);
  const wrongPairs = pairs.filter(([first, second]) => (positions.get(first) ?? 0) > (positions.get(second) ?? 0)).length;
  return { kind: 'order', share: 1 - wrongPairs / pairs.length, wrongPairs };
}

/** Every pair of steps of which the first must come before the second. */
function mustPairs(steps: NonNullable<Question['steps']>): [first: string, second: string][] {
  if (steps.every(({ after }) => after === undefined))
    return steps.flatMap((first, index) => steps.slice(index + 1).map((second): [string, string] => [first.id, second.id]));
  return steps.flatMap(({ id, after = [] }) => after.map((first): [string, string] => [first, id]));
}

/** The same items in an order that depends on `seed` only (mulberry32, Fisher–Yates), and never the given order. */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  let state = [...seed].reduce((hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261);
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const result = [...items];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [result[index], result[other]];
    if (a !== undefined && b !== undefined) [result[index], result[other]] = [b, a];
  }
  const unchanged = result.every((item, index) => item === items[index]);
  return unchanged && result.length > 1 ? [...result.slice(1), ...result.slice(0, 1)] : result;
}

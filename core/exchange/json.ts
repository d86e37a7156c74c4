import { z } from 'zod';
import { type Question, questionSchema } from '../content/question.ts';
import { AppError } from '../errors.ts';
import { unflatten } from './flat-question.ts';
import { type Incoming, IncomingList, MAX_QUESTIONS, type NameOf } from './incoming.ts';

export const QUESTIONS_FORMAT = 'plumbline-questions/1';

const fileSchema = z.union([z.object({ questions: z.array(z.unknown()) }), z.array(z.unknown()).transform((questions) => ({ questions }))]);
/** Just a question and its answer, as people write them by hand. */
const simpleSchema = z.object({ prompt: z.string(), answer: z.string(), tags: z.array(z.string()).default([]) });

/** Questions with every field, as JSON. */
export function questionsAsJson(questions: readonly Question[]): string {
  return `${JSON.stringify({ format: QUESTIONS_FORMAT, questions }, null, 2)}\n`;
}

/**
 * Reads `{"questions": […]}` or a bare list; each entry a whole question, or `{"prompt", "answer", "tags"}`.
 * @throws AppError `invalid` when it is no JSON or holds no list, `too_large` past 100,000 questions.
 */
export function readJsonQuestions(text: string, nameOf: NameOf): Incoming {
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success)
    throw new AppError('invalid', 'This JSON holds no questions: a list of them is wanted, as the export writes it. Nothing was changed.');
  const { questions } = file.data;
  if (questions.length > MAX_QUESTIONS)
    throw new AppError('too_large', `This file has more than ${MAX_QUESTIONS} questions. Import it in parts. Nothing was changed.`);
  const list = new IncomingList();
  for (const [index, entry] of questions.entries()) {
    const question = questionIn(entry, nameOf);
    if (typeof question === 'string') list.leaveOut(`Question ${index + 1}: ${question}.`);
    else list.add(question);
  }
  return list.done();
}

function questionIn(entry: unknown, nameOf: NameOf): Question | string {
  const simple = simpleSchema.safeParse(entry);
  if (simple.success) {
    const { prompt, answer, tags } = simple.data;
    return unflatten({ prompt, answer, tags: tags.join(', ') }, (words) => `imported.list.${nameOf(words)}`);
  }
  const whole = questionSchema.safeParse(entry);
  if (whole.success) return whole.data;
  const issue = whole.error.issues[0];
  return `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is no question'}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AppError('invalid', `This is not valid JSON (${error instanceof Error ? error.message : ''}). Nothing was changed.`, {
      cause: error,
    });
  }
}

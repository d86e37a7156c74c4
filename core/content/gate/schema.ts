import { shippedQuestionSchema } from '../question.ts';
import type { Problem } from './problem.ts';

/** What of a question as it was read is not of the shape the bank demands. */
export function schemaProblems(raw: unknown): Problem[] {
  const { error } = shippedQuestionSchema.safeParse(raw);
  const question = typeof raw === 'object' && raw !== null && 'id' in raw ? String(raw.id) : 'a question without an id';
  return (error?.issues ?? []).map(({ path, message }) => ({ question, rule: 'schema', words: `${path.join('.')}: ${message}` }));
}

import type { z } from 'zod';
import { AppError } from '../core/errors.ts';

/** Reads a JSON column through its schema. @throws AppError `corrupt` when the column does not hold what it should. */
export function readJson<T>(schema: z.ZodType<T>, text: string, what: string): T {
  const result = schema.safeParse(JSON.parse(text));
  if (!result.success)
    throw new AppError('corrupt', `${what} in the database cannot be read: ${result.error.issues[0]?.message ?? 'unknown shape'}.`);
  return result.data;
}

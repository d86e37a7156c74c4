import type { z } from 'zod';
import { type Competency, type Role, resolveRole, roleFileSchema, roleSchema } from '../content/role.ts';
import { AppError } from '../errors.ts';

/** The most problems of a file that are told at once. */
const MAX_PROBLEMS = 5;

/**
 * A role from a file's data: whole, as it is exported, or as demands on shared competencies.
 * @param data what the YAML or JSON says.
 * @throws AppError `invalid` that names the places that do not fit.
 */
export function readRole(data: unknown, shared: ReadonlyMap<string, Competency>): Role {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new AppError('invalid', 'This is no role: a role file holds id, version, name, summary and layers. Nothing was stored.');
  const whole = roleSchema.safeParse(data);
  if (whole.success) return whole.data;
  const demands = roleFileSchema.safeParse(data);
  if (!demands.success) throw new AppError('invalid', `This role cannot be read. ${problemsOf(whole.error, data)} Nothing was stored.`);
  try {
    const resolved = roleSchema.safeParse(resolveRole(demands.data, shared));
    if (resolved.success) return resolved.data;
    throw new AppError('invalid', `This role cannot be read. ${problemsOf(resolved.error, data)} Nothing was stored.`);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'invalid',
      `This role cannot be read: ${error instanceof Error ? error.message : String(error)}. Nothing was stored.`,
      {
        cause: error,
      },
    );
  }
}

/** Where it does not fit, with the names of layer and competency rather than their numbers. */
function problemsOf(error: z.ZodError, data: object): string {
  const problems = error.issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => `${placeOf(path, data)}: ${message}.`);
  const more = error.issues.length - problems.length;
  return `${problems.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`;
}

function placeOf(path: readonly PropertyKey[], data: unknown): string {
  const words: string[] = [];
  let here: unknown = data;
  for (const key of path) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
    const id = typeof here === 'object' && here !== null && 'id' in here ? here.id : undefined;
    words.push(typeof id === 'string' ? `“${id}”` : typeof key === 'number' ? `number ${key + 1}` : String(key));
  }
  return words.join(' › ') || 'the role';
}

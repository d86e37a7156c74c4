import type { Candidate } from './queue.ts';

/** At most so many questions of one atom, and of one family, in a session. */
const MOST_ALIKE = 2;
/** One of so many questions of a session may be a generated one. */
const SHARE = 3;

export interface GeneratedKey {
  readonly family: string;
  readonly atom: string;
}

/** What a generated question's id says of it (`gen.<family>.<atom>…`); null for any other. */
export function generatedKey(questionId: string): GeneratedKey | null {
  const [head, family, atom] = questionId.split('.');
  return head === 'gen' && family !== undefined && atom !== undefined ? { family, atom } : null;
}

/** Counts what was taken, so that a session does not ask the same kind of thing of the same fact again and again. */
class Taken {
  readonly #counts = new Map<string, number>();

  /** Whether one more is allowed; if so it is counted. */
  take({ questionId }: Candidate): boolean {
    const key = generatedKey(questionId);
    if (key === null) return true;
    const names = [`family ${key.family}`, `atom ${key.atom}`];
    if (names.some((name) => (this.#counts.get(name) ?? 0) >= MOST_ALIKE)) return false;
    for (const name of names) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    return true;
  }
}

/**
 * Questions from the person's own experience among the others, every third one, as long as there are both; what is left of either
 * follows. Of one atom and of one family at most two.
 */
export function withGenerated<T extends Candidate>(others: readonly T[], generated: readonly T[]): T[] {
  const taken = new Taken();
  const own = generated.filter((one) => taken.take(one));
  const mixed: T[] = [];
  let next = 0;
  for (const [index, other] of others.entries()) {
    mixed.push(other);
    const one = (index + 1) % (SHARE - 1) === 0 ? own[next] : undefined;
    if (one === undefined) continue;
    mixed.push(one);
    next += 1;
  }
  return [...mixed, ...own.slice(next)];
}

/** Repetitions in their order, those generated beyond a third of a session, or too many of a kind, behind the others. */
export function withFewGenerated<T extends Candidate>(due: readonly T[], size: number): T[] {
  const taken = new Taken();
  const first: T[] = [];
  const later: T[] = [];
  let generated = 0;
  for (const one of due) {
    const isGenerated = generatedKey(one.questionId) !== null;
    const isAllowed = !isGenerated || (generated < Math.max(1, Math.floor(size / SHARE)) && taken.take(one));
    if (isGenerated && isAllowed) generated += 1;
    (isAllowed ? first : later).push(one);
  }
  return [...first, ...later];
}

/** Whether two questions may follow each other: never two of one generated family. */
export function canFollow(before: Candidate | undefined, { questionId }: Candidate): boolean {
  const family = generatedKey(questionId)?.family;
  return before === undefined || family === undefined || generatedKey(before.questionId)?.family !== family;
}

import { canFollow, withFewGenerated, withGenerated } from './generated-mix.ts';

/** A question as the queue sees it. */
export interface Candidate {
  readonly questionId: string;
  readonly level: number;
  /** Main competency; empty for a person's own question that belongs to none. */
  readonly competencyId: string;
  /** Siblings share it; null without any. */
  readonly family: string | null;
}

/** How urgent a competency is and which level of question measures it best. */
export interface CompetencyNeed {
  /** Severity of the gap, or the weight at stake where nothing is known; higher comes first. */
  readonly priority: number;
  /** Level at which a question tells most: about the estimate − 0.4; the requirement − 1 where nothing is known. */
  readonly aimLevel: number;
}

export interface QueueOptions {
  readonly size: number;
  /** At most this many new questions of one competency in a session. */
  readonly maxPerCompetency: number;
  /** Families of which one was asked today, when only one a day is wanted; null asks siblings together. */
  readonly askedFamilies: ReadonlySet<string> | null;
}

export interface QueueEntry {
  readonly questionId: string;
  /** due: for repetition; last: once more before the interview; gap: new, from the largest gaps; chosen: asked for by the person; cram: without effect on the schedule. */
  readonly why: 'due' | 'last' | 'gap' | 'chosen' | 'cram';
}

/**
 * A session: what is due first, in the order given, at most two thirds of it while there is something new, then new questions by
 * round: one of each competency in the order given, every third one from the person's own experience. Of siblings one. Never two of one
 * competency or of one generated family in a row where that can be avoided. Same input, same queue.
 * @param due in the order in which they are to be asked, each with why.
 * @param fresh per competency, most urgent competency first, best question first.
 * @param generated new ones made from the person's evidence, the most urgent first.
 */
export function buildQueue(
  due: readonly (Candidate & { readonly why: 'due' | 'last' })[],
  fresh: readonly (readonly Candidate[])[],
  { size, maxPerCompetency, askedFamilies }: QueueOptions,
  generated: readonly Candidate[] = [],
): QueueEntry[] {
  const seen = new Set(askedFamilies);
  const isFree = ({ family }: Candidate): boolean => {
    if (askedFamilies === null || family === null) return true;
    if (seen.has(family)) return false;
    seen.add(family);
    return true;
  };
  const dueNow = withFewGenerated(due.filter(isFree), size);
  const newNow = withGenerated(roundRobin(fresh, maxPerCompetency), generated).filter(isFree);
  const roomForDue = Math.max(size - Math.min(newNow.length, Math.floor(size / 3)), 0);
  const chosenDue = dueNow.slice(0, roomForDue);
  const chosenNew = newNow.slice(0, size - chosenDue.length).map((candidate) => ({ ...candidate, why: 'gap' as const }));
  const rest = dueNow.slice(roomForDue, roomForDue + size - chosenDue.length - chosenNew.length);
  return spread([...chosenDue, ...chosenNew, ...rest]).map(({ questionId, why }) => ({ questionId, why }));
}

/** One question per competency and round. */
function roundRobin(fresh: readonly (readonly Candidate[])[], maxPerCompetency: number): Candidate[] {
  const rounds = Array.from({ length: maxPerCompetency }, (_, round) => fresh.flatMap((list) => list.slice(round, round + 1)));
  return rounds.flat();
}

/** Moves a question that would follow one of the same competency, or of the same generated family, behind the next of another. */
function spread<T extends Candidate>(queue: readonly T[]): T[] {
  const waiting = [...queue];
  const result: T[] = [];
  while (waiting.length > 0) {
    const last = result.at(-1)?.competencyId;
    const follows = (one: T): boolean => canFollow(result.at(-1), one);
    const best = waiting.findIndex((one) => one.competencyId !== last && follows(one));
    const next = best >= 0 ? best : waiting.findIndex(follows);
    result.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return result;
}

/** A question as the queue sees it. */
export interface Candidate {
  readonly questionId: string;
  readonly level: number;
  /** Main competency. */
  readonly competencyId: string;
  /** Milliseconds since 1970; null for a question never answered. */
  readonly dueAtMs: number | null;
}

/** How urgent a competency is and which level of question measures it best. */
export interface CompetencyNeed {
  /** Severity of the gap, or the weight at stake where nothing is known; higher comes first. */
  readonly priority: number;
  /** Level at which a question tells most: about the estimate − 0.4; the requirement − 1 where nothing is known. */
  readonly aimLevel: number;
}

export interface QueueOptions {
  readonly nowMs: number;
  readonly size: number;
  /** At most this many of one competency in a session. */
  readonly maxPerCompetency: number;
}

export interface QueueEntry {
  readonly questionId: string;
  /** due: for repetition; gap: from the largest gaps; chosen: asked for by the person. */
  readonly why: 'due' | 'gap' | 'chosen';
}

/**
 * A session: what is due first (longest overdue first), at most two thirds of it while there are gaps to measure, then new
 * questions by the priority of their competency, the level nearest to the aim first. Never two of one competency in a row
 * where that can be avoided. Same input, same queue.
 */
export function buildQueue(
  candidates: readonly Candidate[],
  needs: ReadonlyMap<string, CompetencyNeed>,
  { nowMs, size, maxPerCompetency }: QueueOptions,
): QueueEntry[] {
  const due = candidates
    .filter((candidate) => candidate.dueAtMs !== null && candidate.dueAtMs <= nowMs)
    .sort((a, b) => (a.dueAtMs ?? 0) - (b.dueAtMs ?? 0) || byId(a, b));
  const fresh = candidates.filter(({ dueAtMs }) => dueAtMs === null).sort((a, b) => distance(a, needs) - distance(b, needs) || byId(a, b));
  const roomForDue = Math.max(size - Math.min(fresh.length, Math.floor(size / 3)), 0);
  const chosenDue = due.slice(0, roomForDue);
  const chosenNew = roundRobin(fresh, needs, size - chosenDue.length, maxPerCompetency);
  const rest = due.slice(roomForDue, roomForDue + size - chosenDue.length - chosenNew.length);
  return spread([...chosenDue, ...chosenNew, ...rest]).map(({ questionId, dueAtMs }) => ({
    questionId,
    why: dueAtMs === null ? 'gap' : 'due',
  }));
}

function byId(a: Candidate, b: Candidate): number {
  return a.questionId < b.questionId ? -1 : 1;
}

function distance({ competencyId, level }: Candidate, needs: ReadonlyMap<string, CompetencyNeed>): number {
  return Math.abs(level - (needs.get(competencyId)?.aimLevel ?? level));
}

/** One question per competency and round, most urgent competency first. */
function roundRobin(
  fresh: readonly Candidate[],
  needs: ReadonlyMap<string, CompetencyNeed>,
  size: number,
  maxPerCompetency: number,
): Candidate[] {
  const byCompetency = Map.groupBy(fresh, ({ competencyId }) => competencyId);
  const priority = (id: string): number => needs.get(id)?.priority ?? 0;
  const order = [...byCompetency.keys()].sort((a, b) => priority(b) - priority(a) || (a < b ? -1 : 1));
  const chosen: Candidate[] = [];
  for (let round = 0; round < maxPerCompetency; round += 1) {
    for (const id of order) {
      const candidate = byCompetency.get(id)?.[round];
      if (candidate && chosen.length < size) chosen.push(candidate);
    }
  }
  return chosen;
}

/** Moves a question that would follow one of the same competency behind the next of another. */
function spread(queue: readonly Candidate[]): Candidate[] {
  const waiting = [...queue];
  const result: Candidate[] = [];
  while (waiting.length > 0) {
    const last = result.at(-1)?.competencyId;
    const other = waiting.findIndex(({ competencyId }) => competencyId !== last);
    result.push(...waiting.splice(Math.max(other, 0), 1));
  }
  return result;
}

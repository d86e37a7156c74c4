import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { type Belief, type CountedAnswer, GRID_SIZE, type Prior } from '../../core/practice/level-tracker.ts';
import { believe, believeNext } from '../../core/practice/observed-level.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';

/** Of the model the beliefs were computed with; another number, and all are computed anew. */
const MODEL = 1;

const keptSchema = z.object({
  model: z.literal(MODEL),
  prior: z.object({ mean: z.number(), variance: z.number() }),
  weights: z.array(z.number()).length(GRID_SIZE),
  priorLeft: z.object({ precision: z.number(), information: z.number() }),
  answers: z.int(),
  atMs: z.number().nullable(),
});

const selectAll = query<[profileId: number], { competencyId: string; level: string }>(
  'SELECT competency_id AS competencyId, level FROM observed_levels WHERE profile_id = ?',
  ['competencyId', 'level'],
  { hot: true },
);
const find = query<[profileId: number, competencyId: string], { level: string }>(
  'SELECT level FROM observed_levels WHERE profile_id = ? AND competency_id = ?',
  ['level'],
  { hot: true },
);
const save = command<[profileId: number, competencyId: string, level: string]>(
  `INSERT INTO observed_levels (profile_id, competency_id, level) VALUES (?, ?, ?)
   ON CONFLICT (profile_id, competency_id) DO UPDATE SET level = excluded.level`,
);
const remove = command<[profileId: number, competencyId: string]>('DELETE FROM observed_levels WHERE profile_id = ? AND competency_id = ?');

/** A belief as it was kept; none when another version of the model kept it. */
function read(level: string): Belief | null {
  const kept = keptSchema.safeParse(JSON.parse(level));
  return kept.success ? kept.data : null;
}

function keep(db: WritableDb, profileId: number, competencyId: string, belief: Belief): void {
  save.run(db, profileId, competencyId, JSON.stringify({ model: MODEL, ...belief }));
}

/**
 * To be called when a measurement was added: the newest of all takes the kept belief one step further, which is what computing
 * it anew would give; any other makes it be forgotten. (Where one is taken away, a trigger has it forgotten.)
 */
export function extendBelief(db: WritableDb, profileId: number, competencyId: string, answer: CountedAnswer): void {
  const row = find.get(db, profileId, competencyId);
  if (!row) return;
  const belief = read(row.level);
  if (belief?.atMs != null && answer.answeredAtMs > belief.atMs) keep(db, profileId, competencyId, believeNext(belief, answer));
  else remove.run(db, profileId, competencyId);
}

export interface Measured {
  readonly competencyIds: readonly string[];
  readonly answersTo: (competencyId: string) => readonly CountedAnswer[];
}

/**
 * What is believed of each measured competency after its last counted answer. Beliefs kept with the same prior are taken as
 * they are; the others are computed from their answers and kept.
 */
export function currentBeliefs(
  store: Store,
  profileId: number,
  { competencyIds, answersTo }: Measured,
  priorOf: (competencyId: string) => Prior,
): Map<string, Belief> {
  const kept = keptBeliefs(store.read, profileId);
  const computed = new Map<string, Belief>();
  const beliefs = new Map<string, Belief>();
  for (const id of competencyIds) {
    const prior = priorOf(id);
    const before = kept.get(id);
    const isSame = before?.prior.mean === prior.mean && before.prior.variance === prior.variance;
    const belief = before && isSame ? before : believe(answersTo(id), prior);
    if (belief !== before) computed.set(id, belief);
    beliefs.set(id, belief);
  }
  if (computed.size > 0) keepAll(store, profileId, computed);
  return beliefs;
}

function keptBeliefs(db: ReadableDb, profileId: number): Map<string, Belief> {
  return new Map(
    selectAll.all(db, profileId).flatMap(({ competencyId, level }) => {
      const belief = read(level);
      return belief ? [[competencyId, belief] as const] : [];
    }),
  );
}

/** Beliefs that cannot be kept now (the disk is full, another program writes) are computed again the next time. */
function keepAll(store: Store, profileId: number, beliefs: ReadonlyMap<string, Belief>): void {
  try {
    store.transact('Keeping of observed levels', (db) => {
      for (const [id, belief] of beliefs) keep(db, profileId, id, belief);
      return { result: null, changed: [] };
    });
  } catch (error) {
    if (!(error instanceof AppError && (error.code === 'io' || error.code === 'busy'))) throw error;
  }
}

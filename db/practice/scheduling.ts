import { z } from 'zod';
import { practiceDay } from '../../core/day.ts';
import { createScheduler, type DayLoad, type Scheduler } from '../../core/practice/schedule.ts';
import { DEFAULT_SCHEDULING, type SchedulingSettings, schedulingSchema } from '../../core/practice/scheduling.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

/** What came out of a training on a person's own reviews. */
export interface TrainedParameters {
  readonly id: number;
  /** The 21 parameters of FSRS-6. */
  readonly weights: readonly number[];
  readonly scheduler: string;
  /** Reviews it was trained and held against. */
  readonly reviews: number;
  /** Mean log loss on the held-back reviews: with these, and with those in use until then. */
  readonly logLoss: number;
  readonly logLossBefore: number;
  readonly trainedAtMs: number;
}

export interface Scheduling {
  readonly settings: SchedulingSettings;
  /** The trained parameters in use; null: the scheduler's own. */
  readonly parameters: TrainedParameters | null;
}

interface ParameterRow extends Omit<TrainedParameters, 'weights'> {
  readonly weights: string;
}
const PARAMETER_FIELDS = `id, weights, scheduler, reviews, log_loss AS logLoss, log_loss_before AS logLossBefore, trained_at_ms AS trainedAtMs`;
const PARAMETER_COLUMNS = ['id', 'weights', 'scheduler', 'reviews', 'logLoss', 'logLossBefore', 'trainedAtMs'] as const;

const find = query<[profileId: number], { settings: string; parametersId: number | null }>(
  'SELECT settings, parameters_id AS parametersId FROM scheduling WHERE profile_id = ?',
  ['settings', 'parametersId'],
  { hot: true },
);
const save = command<[profileId: number, settings: string, parametersId: number | null]>(
  `INSERT INTO scheduling (profile_id, settings, parameters_id) VALUES (?, ?, ?)
   ON CONFLICT (profile_id) DO UPDATE SET settings = excluded.settings, parameters_id = excluded.parameters_id`,
);
const findParameters = query<[id: number], ParameterRow>(
  `SELECT ${PARAMETER_FIELDS} FROM scheduler_parameters WHERE id = ?`,
  PARAMETER_COLUMNS,
  { hot: true },
);
const selectParameters = query<[profileId: number], ParameterRow>(
  `SELECT ${PARAMETER_FIELDS} FROM scheduler_parameters WHERE profile_id = ? ORDER BY id DESC`,
  PARAMETER_COLUMNS,
);
const insertParameters = command<[number, string, string, number, number, number, number]>(
  `INSERT INTO scheduler_parameters (profile_id, weights, scheduler, reviews, log_loss, log_loss_before, trained_at_ms)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
/** Days with as many cards as this are all too full; counting on would take time. */
const FULL_DAY = 200;
const countDue = query<[profileId: number, fromMs: number, toMs: number], { count: number }>(
  `SELECT count(*) AS count FROM (SELECT 1 FROM cards WHERE profile_id = ? AND due_at_ms >= ? AND due_at_ms < ? LIMIT ${FULL_DAY})`,
  ['count'],
  { hot: true },
);

/** Keys that a newer program wrote are left out, those it lacks are as shipped. */
const storedSchema = z.unknown().transform((value) => {
  const known = schedulingSchema.partial().strip().safeParse(value);
  return { ...DEFAULT_SCHEDULING, ...(known.success ? known.data : {}) };
});

export function getScheduling(db: ReadableDb, profileId: number): Scheduling {
  const row = find.get(db, profileId);
  if (!row) return { settings: DEFAULT_SCHEDULING, parameters: null };
  const parameters = row.parametersId === null ? undefined : findParameters.get(db, row.parametersId);
  return { settings: readJson(storedSchema, row.settings, 'The scheduling'), parameters: parameters ? toParameters(parameters) : null };
}

export function saveSchedulingSettings(db: WritableDb, profileId: number, settings: SchedulingSettings): void {
  save.run(db, profileId, JSON.stringify(settings), getScheduling(db, profileId).parameters?.id ?? null);
}

/** Keeps the result of a training; it is used only when told so. @returns its id. */
export function addParameters(db: WritableDb, profileId: number, trained: Omit<TrainedParameters, 'id'>): number {
  const { weights, scheduler, reviews, logLoss, logLossBefore, trainedAtMs } = trained;
  return insertParameters.insert(db, profileId, JSON.stringify(weights), scheduler, reviews, logLoss, logLossBefore, trainedAtMs);
}

/** @param parametersId of a training of this profile; null goes back to the scheduler's own. */
export function chooseParameters(db: WritableDb, profileId: number, parametersId: number | null): void {
  save.run(db, profileId, JSON.stringify(getScheduling(db, profileId).settings), parametersId);
}

/** All trainings, the newest first. */
export function listParameters(db: ReadableDb, profileId: number): TrainedParameters[] {
  return selectParameters.all(db, profileId).map(toParameters);
}

function toParameters(row: ParameterRow): TrainedParameters {
  return { ...row, weights: readJson(z.array(z.number()), row.weights, 'Trained parameters') };
}

/** The scheduler as this person has set it. */
export function schedulerOf({ settings, parameters }: Scheduling): Scheduler {
  return createScheduler(settings, parameters?.weights ?? null);
}

/** How many cards are due on a day, up to a number no day should have; each day is counted once. */
export function dayLoads(db: ReadableDb, profileId: number): DayLoad {
  const counted = new Map<number, number>();
  return (atMs) => {
    const { startMs, endMs } = practiceDay(atMs);
    const known = counted.get(startMs);
    if (known !== undefined) return known;
    const count = countDue.get(db, profileId, startMs, endMs)?.count ?? 0;
    counted.set(startMs, count);
    return count;
  };
}

import { AppError } from '../../core/errors.ts';
import type { GapState, GapStatus } from '../../core/role/merged-gaps.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

/** What the person has until the interview. */
export interface PlanSettings {
  /** A day, as 2027-03-01; null while none is set. */
  readonly interviewOn: string | null;
  readonly weeklyHours: number;
}

export const DEFAULT_WEEKLY_HOURS = 6;

export interface GapEvent {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly status: GapStatus;
  readonly atMs: number;
}

export interface Task {
  readonly id: number;
  readonly gapKey: string | null;
  readonly title: string;
  /** Effort; null while not estimated. */
  readonly hours: number | null;
  readonly dueOn: string | null;
  readonly createdAtMs: number;
  readonly doneAtMs: number | null;
}

export interface NewTask {
  readonly gapKey: string | null;
  readonly title: string;
  readonly hours: number | null;
  readonly dueOn: string | null;
}

const findPlan = query<[profileId: number], PlanSettings>(
  'SELECT interview_on AS interviewOn, weekly_hours AS weeklyHours FROM profile_plans WHERE profile_id = ?',
  ['interviewOn', 'weeklyHours'],
);
const savePlan = command<[profileId: number, interviewOn: string | null, weeklyHours: number]>(
  `INSERT INTO profile_plans (profile_id, interview_on, weekly_hours) VALUES (?, ?, ?)
   ON CONFLICT (profile_id) DO UPDATE SET interview_on = excluded.interview_on, weekly_hours = excluded.weekly_hours`,
);
const selectStates = query<[profileId: number], GapState>(
  'SELECT gap_key AS key, status, note, due_on AS dueOn FROM gap_states WHERE profile_id = ?',
  ['key', 'status', 'note', 'dueOn'],
);
const saveState = command<[number, string, string | null, string, string | null, number]>(
  `INSERT INTO gap_states (profile_id, gap_key, status, note, due_on, changed_at_ms) VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT (profile_id, gap_key) DO UPDATE SET status = excluded.status, note = excluded.note, due_on = excluded.due_on,
     changed_at_ms = excluded.changed_at_ms`,
);
const addEvent = command<[profileId: number, key: string, title: string, status: string, atMs: number]>(
  'INSERT INTO gap_events (profile_id, gap_key, title, status, at_ms) VALUES (?, ?, ?, ?, ?)',
);
const selectEvents = query<[profileId: number], GapEvent>(
  'SELECT id, gap_key AS key, title, status, at_ms AS atMs FROM gap_events WHERE profile_id = ? ORDER BY id DESC',
  ['id', 'key', 'title', 'status', 'atMs'],
);
const selectTasks = query<[profileId: number], Task>(
  `SELECT id, gap_key AS gapKey, title, hours, due_on AS dueOn, created_at_ms AS createdAtMs, done_at_ms AS doneAtMs
   FROM tasks WHERE profile_id = ? ORDER BY done_at_ms IS NOT NULL, due_on IS NULL, due_on, id`,
  ['id', 'gapKey', 'title', 'hours', 'dueOn', 'createdAtMs', 'doneAtMs'],
);
const insertTask = command<[number, string | null, string, number | null, string | null, number]>(
  'INSERT INTO tasks (profile_id, gap_key, title, hours, due_on, created_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
);
const updateTask = command<[string, number | null, string | null, number | null, number, number]>(
  'UPDATE tasks SET title = ?, hours = ?, due_on = ?, done_at_ms = ? WHERE profile_id = ? AND id = ?',
);
const removeTask = command<[profileId: number, id: number]>('DELETE FROM tasks WHERE profile_id = ? AND id = ?');

export function getPlan(db: ReadableDb, profileId: number): PlanSettings {
  return findPlan.get(db, profileId) ?? { interviewOn: null, weeklyHours: DEFAULT_WEEKLY_HOURS };
}

export function setPlan(db: WritableDb, profileId: number, { interviewOn, weeklyHours }: PlanSettings): void {
  savePlan.run(db, profileId, interviewOn, weeklyHours);
}

export function listGapStates(db: ReadableDb, profileId: number): GapState[] {
  return selectStates.all(db, profileId);
}

export function setGapState(db: WritableDb, profileId: number, { key, status, note, dueOn }: GapState, nowMs: number): void {
  saveState.run(db, profileId, key, status, note, dueOn, nowMs);
}

/** Notes a change of status for the history. */
export function addGapEvent(db: WritableDb, profileId: number, event: Pick<GapEvent, 'key' | 'title' | 'status'>, nowMs: number): void {
  addEvent.run(db, profileId, event.key, event.title, event.status, nowMs);
}

/** Newest first. */
export function listGapEvents(db: ReadableDb, profileId: number): GapEvent[] {
  return selectEvents.all(db, profileId);
}

/** What is to be done first, by its day; what is done comes last. */
export function listTasks(db: ReadableDb, profileId: number): Task[] {
  return selectTasks.all(db, profileId);
}

/** @returns the id of the task. */
export function addTask(db: WritableDb, profileId: number, { gapKey, title, hours, dueOn }: NewTask, nowMs: number): number {
  return insertTask.insert(db, profileId, gapKey, title, hours, dueOn, nowMs);
}

/** @throws AppError `not_found`. */
export function changeTask(db: WritableDb, profileId: number, task: Pick<Task, 'id' | 'title' | 'hours' | 'dueOn' | 'doneAtMs'>): void {
  if (updateTask.run(db, task.title, task.hours, task.dueOn, task.doneAtMs, profileId, task.id) === 0)
    throw new AppError('not_found', 'This task is not there any more.');
}

export function deleteTask(db: WritableDb, profileId: number, id: number): void {
  removeTask.run(db, profileId, id);
}

import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Wanted } from '../../core/practice/wanted.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

const queueSchema = z.array(z.object({ questionId: z.string(), why: z.enum(['due', 'last', 'gap', 'chosen', 'cram']) }));
export type StoredQueue = z.infer<typeof queueSchema>;

/** A sitting. */
export interface Session {
  readonly id: number;
  readonly roleId: string;
  readonly competencyId: string | null;
  readonly queue: StoredQueue;
  /** Leaves the schedule as it is. */
  readonly cram: boolean;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
}

type Row = Omit<Session, 'queue' | 'cram'> & { readonly queue: string; readonly cram: number };
const FIELDS = `id, role_id AS roleId, competency_id AS competencyId, queue, cram, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs`;
const COLUMNS = ['id', 'roleId', 'competencyId', 'queue', 'cram', 'startedAtMs', 'endedAtMs'] as const;

const add = command<[number, string, string | null, string, number, string, number]>(
  `INSERT INTO sessions (profile_id, role_id, competency_id, kind, queue, cram, wanted, started_at_ms)
   VALUES (?, ?, ?, 'drill', ?, ?, ?, ?)`,
);
const find = query<[profileId: number, id: number], Row>(`SELECT ${FIELDS} FROM sessions WHERE profile_id = ? AND id = ?`, COLUMNS, {
  hot: true,
});
const findOpen = query<[profileId: number], Row>(
  `SELECT ${FIELDS} FROM sessions WHERE profile_id = ? AND ended_at_ms IS NULL ORDER BY started_at_ms DESC LIMIT 1`,
  COLUMNS,
  { hot: true },
);
const end = command<[atMs: number, id: number]>('UPDATE sessions SET ended_at_ms = ? WHERE id = ? AND ended_at_ms IS NULL');
const reopen = command<[id: number]>('UPDATE sessions SET ended_at_ms = NULL WHERE id = ?');
const endAll = command<[atMs: number, profileId: number]>(
  'UPDATE sessions SET ended_at_ms = ? WHERE profile_id = ? AND ended_at_ms IS NULL',
);

export interface NewSession {
  readonly roleId: string;
  readonly competencyId: string | null;
  readonly queue: StoredQueue;
  readonly cram?: boolean;
  /** What was asked for. */
  readonly wanted?: Wanted;
}

/** Starts a session; one still open is ended. */
export function addSession(db: WritableDb, profileId: number, session: NewSession, nowMs: number): number {
  endAll.run(db, nowMs, profileId);
  const { roleId, competencyId, queue, cram = false, wanted } = session;
  return add.insert(db, profileId, roleId, competencyId, JSON.stringify(queue), cram ? 1 : 0, JSON.stringify(wanted ?? {}), nowMs);
}

/** @throws AppError `not_found`. */
export function getSession(db: ReadableDb, profileId: number, id: number): Session {
  const row = find.get(db, profileId, id);
  if (!row) throw new AppError('not_found', 'This session is not there any more. Start a new one.');
  return toSession(row);
}

/** The session that was not finished, if there is one. */
export function openSession(db: ReadableDb, profileId: number): Session | null {
  const row = findOpen.get(db, profileId);
  return row ? toSession(row) : null;
}

const setQueue = command<[queue: string, id: number]>('UPDATE sessions SET queue = ? WHERE id = ?');

/** Takes a question out of what a session still asks. @throws AppError `not_found`. */
export function removeFromQueue(db: WritableDb, profileId: number, sessionId: number, questionId: string): void {
  const { queue } = getSession(db, profileId, sessionId);
  setQueue.run(db, JSON.stringify(queue.filter((entry) => entry.questionId !== questionId)), sessionId);
}

export function endSession(db: WritableDb, id: number, nowMs: number): void {
  end.run(db, nowMs, id);
}

export function reopenSession(db: WritableDb, id: number): void {
  reopen.run(db, id);
}

function toSession(row: Row): Session {
  return { ...row, cram: row.cram === 1, queue: readJson(queueSchema, row.queue, 'A session') };
}

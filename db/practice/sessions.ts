import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

const queueSchema = z.array(z.object({ questionId: z.string(), why: z.enum(['due', 'gap', 'chosen']) }));
export type StoredQueue = z.infer<typeof queueSchema>;

/** A sitting. */
export interface Session {
  readonly id: number;
  readonly roleId: string;
  readonly competencyId: string | null;
  readonly queue: StoredQueue;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
}

type Row = Omit<Session, 'queue'> & { readonly queue: string };
const FIELDS = `id, role_id AS roleId, competency_id AS competencyId, queue, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs`;
const COLUMNS = ['id', 'roleId', 'competencyId', 'queue', 'startedAtMs', 'endedAtMs'] as const;

const add = command<[number, string, string | null, string, number]>(
  `INSERT INTO sessions (profile_id, role_id, competency_id, kind, queue, started_at_ms) VALUES (?, ?, ?, 'drill', ?, ?)`,
);
const find = query<[profileId: number, id: number], Row>(`SELECT ${FIELDS} FROM sessions WHERE profile_id = ? AND id = ?`, COLUMNS, {
  hot: true,
});
const findOpen = query<[profileId: number], Row>(
  `SELECT ${FIELDS} FROM sessions WHERE profile_id = ? AND ended_at_ms IS NULL ORDER BY started_at_ms DESC LIMIT 1`,
  COLUMNS,
  { hot: true },
);
const selectAll = query<[profileId: number], Row>(
  `SELECT ${FIELDS} FROM sessions WHERE profile_id = ? ORDER BY started_at_ms DESC`,
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
}

/** Starts a session; one still open is ended. */
export function addSession(db: WritableDb, profileId: number, session: NewSession, nowMs: number): number {
  endAll.run(db, nowMs, profileId);
  return add.insert(db, profileId, session.roleId, session.competencyId, JSON.stringify(session.queue), nowMs);
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

/** All sessions, newest first. */
export function listSessions(db: ReadableDb, profileId: number): Session[] {
  return selectAll.all(db, profileId).map(toSession);
}

export function endSession(db: WritableDb, id: number, nowMs: number): void {
  end.run(db, nowMs, id);
}

export function reopenSession(db: WritableDb, id: number): void {
  reopen.run(db, id);
}

function toSession(row: Row): Session {
  return { ...row, queue: readJson(queueSchema, row.queue, 'A session') };
}

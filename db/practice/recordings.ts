import { AppError } from '../../core/errors.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

/** A spoken answer: what is known of it; the sound is the file of that name in the data folder's recordings/. */
export interface Recording {
  readonly id: number;
  readonly questionId: string;
  readonly sessionId: number;
  readonly file: string;
  readonly mimeType: string;
  /** Of the file, those that are safely written. */
  readonly bytes: number;
  readonly durationMs: number;
  readonly recordedAtMs: number;
}

export type NewRecording = Omit<Recording, 'id'> & { readonly profileId: number };

const FIELDS = `id, question_id AS questionId, session_id AS sessionId, file, mime_type AS mimeType, bytes, duration_ms AS durationMs,
  recorded_at_ms AS recordedAtMs`;
const COLUMNS = ['id', 'questionId', 'sessionId', 'file', 'mimeType', 'bytes', 'durationMs', 'recordedAtMs'] as const;

const add = command<[number, string, number, string, string, number, number, number]>(
  `INSERT INTO recordings (profile_id, question_id, session_id, file, mime_type, bytes, duration_ms, recorded_at_ms)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const find = query<[id: number, profileId: number], Recording>(
  `SELECT ${FIELDS} FROM recordings WHERE id = ? AND profile_id = ?`,
  COLUMNS,
  { hot: true },
);
const selectQuestion = query<[questionId: string, profileId: number], Recording>(
  `SELECT ${FIELDS} FROM recordings WHERE question_id = ? AND profile_id = ? ORDER BY recorded_at_ms, id`,
  COLUMNS,
  { hot: true },
);
const selectProfile = query<[profileId: number], Recording>(
  `SELECT ${FIELDS} FROM recordings WHERE profile_id = ? ORDER BY recorded_at_ms, id`,
  COLUMNS,
  { hot: true },
);
const selectFiles = query<[], { id: number; file: string }>('SELECT id, file FROM recordings ORDER BY id', ['id', 'file']);
const grow = command<[bytes: number, durationMs: number, id: number]>('UPDATE recordings SET bytes = ?, duration_ms = ? WHERE id = ?');
const remove = command<[id: number]>('DELETE FROM recordings WHERE id = ?');

/** Puts a recording on record. Its file must be in place. @returns its id. */
export function addRecording(db: WritableDb, recording: NewRecording): number {
  const { profileId, questionId, sessionId, file, mimeType, bytes, durationMs, recordedAtMs } = recording;
  return add.insert(db, profileId, questionId, sessionId, file, mimeType, bytes, durationMs, recordedAtMs);
}

/** @throws AppError `not_found`, also for a recording of another profile. */
export function getRecording(db: ReadableDb, profileId: number, id: number): Recording {
  const recording = find.get(db, id, profileId);
  if (!recording) throw new AppError('not_found', 'This recording is not there any more.');
  return recording;
}

/** The recordings of a question in all sessions, oldest first. */
export function questionRecordings(db: ReadableDb, profileId: number, questionId: string): Recording[] {
  return selectQuestion.all(db, questionId, profileId);
}

/** All recordings of a profile, oldest first. */
export function listRecordings(db: ReadableDb, profileId: number): Recording[] {
  return selectProfile.all(db, profileId);
}

/** The files of all recordings of all profiles. */
export function recordingFiles(db: ReadableDb): { readonly id: number; readonly file: string }[] {
  return selectFiles.all(db);
}

/** Says how much of a recording is written by now. @param size in bytes and milliseconds, of the whole. */
export function setRecordingSize(db: WritableDb, id: number, size: { readonly bytes: number; readonly durationMs: number }): void {
  grow.run(db, size.bytes, size.durationMs, id);
}

/** Forgets a recording; its file is removed first, by whoever calls this. */
export function removeRecording(db: WritableDb, id: number): void {
  remove.run(db, id);
}

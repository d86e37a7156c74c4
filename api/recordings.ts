import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../core/errors.ts';
import { beginsAs, MAX_RECORDING_BYTES, MAX_RECORDING_MS, readRange, type SoundType, soundTypeOf } from '../core/practice/recording.ts';
import type { Changed } from '../db/changes.ts';
import {
  addRecording,
  getRecording,
  listRecordings,
  type Recording,
  recordingFiles,
  removeRecording,
  setRecordingSize,
} from '../db/practice/recordings.ts';
import { getSession } from '../db/practice/sessions.ts';
import { type App, currentProfile } from './context.ts';

const FOLDER = 'recordings';
const UNFINISHED = '.part';
const EXTENSIONS: Readonly<Record<SoundType, string>> = { 'audio/webm': 'webm', 'audio/ogg': 'ogg', 'audio/mp4': 'm4a' };
/** A file nobody knows of is kept this long: after an older backup was put in place it can still be listened to in the folder. */
const KEEP_UNKNOWN_MS = 7 * 24 * 3_600_000;

/** Folder of the spoken answers inside a data folder. */
export function recordingsFolder(dataDir: string): string {
  return join(dataDir, FOLDER);
}

/** The beginning of a spoken answer, as its recorder hands it over. */
export interface FirstPart {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
  readonly durationMs: number;
  readonly sessionId: number;
  readonly questionId: string;
}

/** More of a recording that has begun. */
export interface NextPart {
  readonly bytes: Uint8Array;
  /** How many bytes come before these. Sending a part again, because its answer was lost, writes it once. */
  readonly at: number;
  /** Of the recording with this part. */
  readonly durationMs: number;
}

/**
 * Begins a recording: the file under a name of its own, safely written before a row says it is there.
 * @throws AppError `unsupported` for what is not sound, `too_large`, `not_found` for the session, `conflict` when the question is
 * not in it, `io`. Nothing is stored then.
 */
export async function beginRecording(app: App, part: FirstPart): Promise<Changed<{ readonly id: number; readonly bytes: number }>> {
  const profileId = currentProfile(app).id;
  const session = getSession(app.store.read, profileId, part.sessionId);
  if (!session.queue.some(({ questionId }) => questionId === part.questionId))
    throw new AppError('conflict', 'This question is not part of the session. Nothing was recorded.');
  const type = soundTypeOf(part.mimeType);
  if (type === null || !beginsAs(type, part.bytes))
    throw new AppError('unsupported', 'This is not a sound Plumbline can keep (WebM, Ogg or MP4 audio). Nothing was recorded.');
  demandSize(part.bytes.length, part.durationMs);
  const file = `${randomUUID()}.${EXTENSIONS[type]}`;
  await writeNew(app.store.dataDir, file, part.bytes);
  return app.store.transact('Recording', (db) => {
    const bytes = part.bytes.length;
    const { questionId, sessionId, durationMs } = part;
    const id = addRecording(db, { profileId, questionId, sessionId, file, mimeType: type, bytes, durationMs, recordedAtMs: app.now() });
    return { result: { id, bytes }, changed: ['recordings'] };
  });
}

/**
 * Adds to a recording: first the file, then the row, so that a row never promises more than there is.
 * @throws AppError `not_found`, `conflict` when something before this part is missing, `too_large`, `io`.
 */
export async function continueRecording(
  app: App,
  id: number,
  part: NextPart,
): Promise<Changed<{ readonly id: number; readonly bytes: number }>> {
  const profileId = currentProfile(app).id;
  const recording = getRecording(app.store.read, profileId, id);
  if (part.at > recording.bytes) throw new AppError('conflict', 'A part of this recording is missing. What came before it is kept.');
  const bytes = part.at + part.bytes.length;
  demandSize(bytes, part.durationMs);
  if (bytes <= recording.bytes) return { result: { id, bytes: recording.bytes }, changed: [] };
  await onDisk('The recording could not be written', () =>
    withFile(pathOf(app, recording), 'r+', async (file) => {
      const { bytesWritten } = await file.write(part.bytes, 0, part.bytes.length, part.at);
      if (bytesWritten < part.bytes.length) throw new Error('the disk took only a part of it');
      await file.sync();
    }),
  );
  return app.store.transact('Recording', (db) => {
    setRecordingSize(db, id, { bytes, durationMs: Math.max(part.durationMs, recording.durationMs) });
    return { result: { id, bytes }, changed: ['recordings'] };
  });
}

/** A recording of the profile in use, or the stretch of it that a Range header asks for. @throws AppError `not_found`. */
export async function recordingResponse(app: App, id: number, rangeHeader: string | null): Promise<Response> {
  const recording = getRecording(app.store.read, currentProfile(app).id, id);
  const size = recording.bytes;
  const range = readRange(rangeHeader, size);
  const headers = { 'content-type': recording.mimeType, 'accept-ranges': 'bytes', 'cache-control': 'no-store' };
  if (range === 'outside') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range;
  const bytes = await readStretch(pathOf(app, recording), first, last - first + 1);
  if (range === 'whole') return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.length) } });
  return new Response(bytes, {
    status: 206,
    headers: { ...headers, 'content-length': String(bytes.length), 'content-range': `bytes ${first}-${last}/${size}` },
  });
}

/** Removes a recording, file and row. @throws AppError `not_found`, `io`: then it is still there. */
export async function deleteRecording(app: App, profileId: number, id: number): Promise<Changed<null>> {
  await removeAll(app, [getRecording(app.store.read, profileId, id)]);
  return { result: null, changed: ['recordings'] };
}

/** Removes every recording of a profile. @returns how many. @throws AppError `io`: then some may still be there, and are listed. */
export async function deleteAllRecordings(app: App, profileId: number): Promise<Changed<{ readonly count: number }>> {
  const recordings = listRecordings(app.store.read, profileId);
  await removeAll(app, recordings);
  return { result: { count: recordings.length }, changed: ['recordings'] };
}

/**
 * Makes folder and rows agree, when a host starts and before anybody records: what was left half written goes, rows whose file
 * is gone go, and files no row knows of go a week after they were last written.
 */
export async function tidyRecordings(app: App): Promise<void> {
  const folder = recordingsFolder(app.store.dataDir);
  const known = recordingFiles(app.store.read);
  const lost = known.filter(({ file }) => !existsSync(join(folder, file)));
  if (lost.length > 0)
    app.store.transact('Tidying of recordings', (db) => {
      for (const { id } of lost) removeRecording(db, id);
      return { result: null, changed: ['recordings'] };
    });
  if (!existsSync(folder)) return;
  const names = new Set(known.map(({ file }) => file));
  for (const name of readdirSync(folder)) {
    if (names.has(name)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (name.endsWith(UNFINISHED) || app.now() - mtimeMs > KEEP_UNKNOWN_MS) await rm(join(folder, name), { force: true });
  }
}

/** The file goes first: if that is interrupted, a row without a file is left, which the next start removes; never a voice. */
async function removeAll(app: App, recordings: readonly Recording[]): Promise<void> {
  for (const recording of recordings) {
    await onDisk('The recording could not be deleted', () => rm(pathOf(app, recording), { force: true }));
    app.store.transact('Deletion of a recording', (db) => {
      removeRecording(db, recording.id);
      return { result: null, changed: ['recordings'] };
    });
  }
}

function pathOf({ store }: App, { file }: Recording): string {
  return join(recordingsFolder(store.dataDir), file);
}

function demandSize(bytes: number, durationMs: number): void {
  if (bytes > MAX_RECORDING_BYTES || durationMs > MAX_RECORDING_MS * 1.1)
    throw new AppError('too_large', 'A recording ends after half an hour or 24 MB. What was recorded until then is kept.');
}

async function writeNew(dataDir: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(recordingsFolder(dataDir), name);
  await onDisk('The recording could not be written', async () => {
    mkdirSync(recordingsFolder(dataDir), { recursive: true, mode: 0o700 });
    await withFile(path + UNFINISHED, 'w', async (file) => {
      await file.writeFile(bytes);
      await file.sync();
    });
    await rename(path + UNFINISHED, path);
  });
}

async function readStretch(path: string, first: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Math.max(0, length));
  const bytesRead = await withFile(path, 'r', async (file) => (await file.read(bytes, 0, bytes.length, first)).bytesRead).catch(
    (error: unknown) => {
      throw new AppError('not_found', 'The sound of this recording is not in the data folder any more.', { cause: error });
    },
  );
  return bytes.subarray(0, bytesRead);
}

async function withFile<T>(path: string, flags: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags, 0o600);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

async function onDisk(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('io', `${what}: ${reason}. Everything else is as it was.`, { cause: error });
  }
}

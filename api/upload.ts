import { createHash } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import type { Changed } from '../db/changes.ts';
import { addDocument, findDocumentByHash } from '../db/documents/documents.ts';
import { findEarlierVersion, followVersion } from '../db/documents/versions.ts';
import { type App, currentProfile } from './context.ts';

const MAX_NAME = 200;

/** A file to import; `upload` is the sender's id, under which the progress can be asked for. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly upload: string | null;
}

export interface Upload {
  readonly id: number;
  /** False when the very same bytes were imported before: nothing is stored twice. */
  readonly isNew: boolean;
}

/**
 * Reads a document and keeps it with what was found, ready for review. Nothing enters the profile yet.
 * @throws AppError as the importer does; nothing is stored then.
 */
export async function storeDocument(app: App, { bytes, name, upload }: Source, signal: AbortSignal): Promise<Changed<Upload>> {
  const profileId = currentProfile(app).id;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = findDocumentByHash(app.store.read, profileId, sha256);
  if (known) return { result: { id: known.id, isNew: false }, changed: [] };
  const { text, result } = await readInWorker(app, { bytes, name: cleanName(name), upload }, signal);
  return app.store.transact('Import of a document', (db) => {
    const id = addDocument(db, { profileId, sha256, bytes, text, proposal: result }, app.now());
    const earlier = findEarlierVersion(db, profileId, id);
    if (earlier !== null) followVersion(db, profileId, id, earlier);
    return { result: { id, isNew: true }, changed: ['documents'] };
  });
}

async function readInWorker(app: App, { bytes, name, upload }: Source, signal: AbortSignal): ReturnType<App['importDocument']> {
  try {
    return await app.importDocument(bytes, name, {
      signal,
      thisYear: new Date(app.now()).getFullYear(),
      onProgress: (progress) => {
        if (upload !== null) app.running.set(upload, progress);
      },
    });
  } finally {
    if (upload !== null) app.running.delete(upload);
  }
}

/** The last part of a path, without control characters. @throws AppError `invalid` when nothing is left. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, MAX_NAME);
  if (clean === '') throw new AppError('invalid', 'The document has no name. Give it one and import it again.');
  return clean;
}

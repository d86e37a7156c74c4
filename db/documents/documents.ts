import { AppError } from '../../core/errors.ts';
import type { ImportResult } from '../../core/import/types.ts';
import { type Decisions, decisionsSchema, NO_DECISIONS } from '../../core/review/decisions.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import { importResultSchema } from './import-result.ts';

export interface DocumentSummary {
  readonly id: number;
  readonly name: string;
  readonly format: string;
  readonly language: string;
  readonly byteCount: number;
  readonly status: 'proposed' | 'confirmed';
  readonly importedAtMs: number;
  readonly confirmedAtMs: number | null;
  /** The document this one is a newer version of. */
  readonly previousId: number | null;
  /** The confirmed newer version, in whose favour this one does not count. */
  readonly supersededBy: number | null;
}

export interface StoredDocument extends DocumentSummary {
  readonly profileId: number;
  readonly text: string;
  readonly proposal: ImportResult;
  readonly decisions: Decisions;
}

export interface NewDocument {
  readonly profileId: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly proposal: ImportResult;
}

const SUMMARY = `id, name, format, language, length(bytes) AS byteCount, status, imported_at_ms AS importedAtMs, confirmed_at_ms AS confirmedAtMs,
  previous_id AS previousId, superseded_by AS supersededBy`;
const SUMMARY_COLUMNS = [
  'id',
  'name',
  'format',
  'language',
  'byteCount',
  'status',
  'importedAtMs',
  'confirmedAtMs',
  'previousId',
  'supersededBy',
] as const;

const add = command<[number, string, string, string, string, Uint8Array, string, string, string, number]>(
  `INSERT INTO documents (profile_id, name, format, language, sha256, bytes, text, status, proposal, decisions, imported_at_ms)
   VALUES (?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?, ?)`,
);
const selectSummaries = query<[profileId: number], DocumentSummary>(
  `SELECT ${SUMMARY} FROM documents WHERE profile_id = ? ORDER BY imported_at_ms DESC, id DESC`,
  SUMMARY_COLUMNS,
);
const findByHash = query<[profileId: number, sha256: string], DocumentSummary>(
  `SELECT ${SUMMARY} FROM documents WHERE profile_id = ? AND sha256 = ?`,
  SUMMARY_COLUMNS,
  { hot: true },
);
interface FullRow extends DocumentSummary {
  readonly profileId: number;
  readonly text: string;
  readonly proposal: string;
  readonly decisions: string;
}
const findFull = query<[profileId: number, id: number], FullRow>(
  `SELECT ${SUMMARY}, profile_id AS profileId, text, proposal, decisions FROM documents WHERE profile_id = ? AND id = ?`,
  [...SUMMARY_COLUMNS, 'profileId', 'text', 'proposal', 'decisions'],
);
const saveDecisions = command<[decisions: string, id: number]>('UPDATE documents SET decisions = ? WHERE id = ?');
const markConfirmed = command<[atMs: number, id: number]>("UPDATE documents SET status = 'confirmed', confirmed_at_ms = ? WHERE id = ?");
const markProposed = command<[id: number]>("UPDATE documents SET status = 'proposed', confirmed_at_ms = NULL WHERE id = ?");
const setSuperseded = command<[by: number | null, id: number]>('UPDATE documents SET superseded_by = ? WHERE id = ?');
const setPrevious = command<[previousId: number | null, id: number]>('UPDATE documents SET previous_id = ? WHERE id = ?');
const findBytes = query<[profileId: number, id: number], { name: string; bytes: Uint8Array }>(
  'SELECT name, bytes FROM documents WHERE profile_id = ? AND id = ?',
  ['name', 'bytes'],
);
const remove = command<[profileId: number, id: number]>('DELETE FROM documents WHERE profile_id = ? AND id = ?');

/** Keeps a document whole with what was found in it. @returns its id. */
export function addDocument(db: WritableDb, document: NewDocument, nowMs: number): number {
  const { profileId, sha256, bytes, text, proposal } = document;
  const { name, format, language } = proposal.document;
  return add.insert(
    db,
    profileId,
    name,
    format,
    language,
    sha256,
    bytes,
    text,
    JSON.stringify(proposal),
    JSON.stringify(NO_DECISIONS),
    nowMs,
  );
}

export function listDocuments(db: ReadableDb, profileId: number): DocumentSummary[] {
  return selectSummaries.all(db, profileId);
}

/** The names of a profile's documents, by id. */
export function documentNames(db: ReadableDb, profileId: number): Map<number, string> {
  return new Map(selectSummaries.all(db, profileId).map(({ id, name }) => [id, name]));
}

export function findDocumentByHash(db: ReadableDb, profileId: number, sha256: string): DocumentSummary | null {
  return findByHash.get(db, profileId, sha256) ?? null;
}

/** @throws AppError `not_found`. */
export function getDocument(db: ReadableDb, profileId: number, id: number): StoredDocument {
  const row = findFull.get(db, profileId, id);
  if (!row) throw new AppError('not_found', 'This document is not there any more. Import it again.');
  return {
    ...row,
    proposal: readJson(importResultSchema, row.proposal, `Document ${row.name}`),
    decisions: readJson(decisionsSchema, row.decisions, `The review of ${row.name}`),
  };
}

export function storeDecisions(db: WritableDb, id: number, decisions: Decisions): void {
  saveDecisions.run(db, JSON.stringify(decisions), id);
}

/** The file as it was imported. @throws AppError `not_found`. */
export function getOriginal(db: ReadableDb, profileId: number, id: number): { name: string; bytes: Uint8Array } {
  const row = findBytes.get(db, profileId, id);
  if (!row) throw new AppError('not_found', 'This document is not there any more.');
  return row;
}

export function markDocumentProposed(db: WritableDb, id: number): void {
  markProposed.run(db, id);
}

export function markSuperseded(db: WritableDb, id: number, by: number | null): void {
  setSuperseded.run(db, by, id);
}

export function setPreviousVersion(db: WritableDb, id: number, previousId: number | null): void {
  setPrevious.run(db, previousId, id);
}

export function markDocumentConfirmed(db: WritableDb, id: number, nowMs: number): void {
  markConfirmed.run(db, nowMs, id);
}

/** Takes a document out with everything that rests on it alone: evidence, levels, gaps, caveats, stories. @throws AppError `not_found`. */
export function removeDocument(db: WritableDb, profileId: number, id: number): void {
  if (remove.run(db, profileId, id) === 0) throw new AppError('not_found', 'This document is not there any more.');
}

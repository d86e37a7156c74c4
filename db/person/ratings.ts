import { z } from 'zod';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export interface Rating {
  readonly id: number;
  readonly subject: 'skill' | 'competency';
  readonly subjectId: string;
  /** 0–5. */
  readonly level: number;
  /** self: given by the person; imported: read from a document's words. */
  readonly source: 'self' | 'imported';
  /** Given after reading what the level means. */
  readonly withWords: boolean;
  readonly raw: string | null;
  readonly reasons: readonly string[];
  readonly documentId: number | null;
  readonly ratedAtMs: number;
}

export type NewRating = Omit<Rating, 'id' | 'ratedAtMs'>;

type Row = Omit<Rating, 'withWords' | 'reasons'> & { readonly withWords: 0 | 1; readonly reasons: string };
const FIELDS = `id, subject, subject_id AS subjectId, level, source, with_words AS withWords, raw, reasons, document_id AS documentId, rated_at_ms AS ratedAtMs`;
const COLUMNS = ['id', 'subject', 'subjectId', 'level', 'source', 'withWords', 'raw', 'reasons', 'documentId', 'ratedAtMs'] as const;

const add = command<[number, string, string, number, string, number, string | null, string, number | null, number]>(
  `INSERT INTO ratings (profile_id, subject, subject_id, level, source, with_words, raw, reasons, document_id, rated_at_ms)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
/** The newest rating per subject, source and document: an own rating replaces the own one before, documents stand side by side. */
const selectLatest = query<[profileId: number], Row>(
  `SELECT ${FIELDS} FROM ratings WHERE id IN (
     SELECT max(id) FROM ratings WHERE profile_id = ? GROUP BY subject, subject_id, source, document_id)`,
  COLUMNS,
);
const selectHistory = query<[profileId: number, subject: string, subjectId: string], Row>(
  `SELECT ${FIELDS} FROM ratings WHERE profile_id = ? AND subject = ? AND subject_id = ? ORDER BY id DESC`,
  COLUMNS,
  { hot: true },
);

export function addRating(db: WritableDb, profileId: number, rating: NewRating, nowMs: number): void {
  const { subject, subjectId, level, source, withWords, raw, reasons, documentId } = rating;
  add.run(db, profileId, subject, subjectId, level, source, withWords ? 1 : 0, raw, JSON.stringify(reasons), documentId, nowMs);
}

/**
 * What counts today: per subject the newest own rating, and the newest level of each document. A level set in a document's
 * review is an own rating too, so own ratings are reduced to the newest over all documents.
 */
export function latestRatings(db: ReadableDb, profileId: number): Rating[] {
  const ratings = selectLatest.all(db, profileId).map(toRating);
  const newestOwn = new Map<string, number>();
  for (const { id, subject, subjectId, source } of ratings) {
    const key = `${subject} ${subjectId}`;
    if (source === 'self') newestOwn.set(key, Math.max(id, newestOwn.get(key) ?? 0));
  }
  return ratings.filter(({ id, subject, subjectId, source }) => source === 'imported' || newestOwn.get(`${subject} ${subjectId}`) === id);
}

/** All ratings of one subject, newest first. */
export function ratingHistory(db: ReadableDb, profileId: number, subject: Rating['subject'], subjectId: string): Rating[] {
  return selectHistory.all(db, profileId, subject, subjectId).map(toRating);
}

function toRating(row: Row): Rating {
  return { ...row, withWords: row.withWords === 1, reasons: readJson(z.array(z.string()), row.reasons, 'A rating') };
}

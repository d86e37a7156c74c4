import { z } from 'zod';
import { newestOf, type RecordedRating } from '../../core/role/person-record.ts';
import { readJson } from '../json.ts';
import { idsReadAs, readAs } from '../skills/person-taxonomy.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export interface Rating extends RecordedRating {
  readonly id: number;
}

export type NewRating = Omit<Rating, 'id' | 'ratedAtMs'>;

type Row = Omit<Rating, 'withWords' | 'reasons'> & { readonly withWords: 0 | 1; readonly reasons: string };
const FIELDS = `id, subject, subject_id AS subjectId, level, source, with_words AS withWords, raw, reasons, document_id AS documentId, rated_at_ms AS ratedAtMs`;
const COLUMNS = ['id', 'subject', 'subjectId', 'level', 'source', 'withWords', 'raw', 'reasons', 'documentId', 'ratedAtMs'] as const;

const add = command<[number, string, string, number, string, number, string | null, string, number | null, number]>(
  `INSERT INTO ratings (profile_id, subject, subject_id, level, source, with_words, raw, reasons, document_id, rated_at_ms)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
/** What was said of a skill before the person removed it does not count. */
const selectCounted = query<[profileId: number], Row>(
  `SELECT ${FIELDS} FROM ratings AS rating WHERE profile_id = ? AND NOT EXISTS (
     SELECT 1 FROM removed_skills AS removed
     WHERE removed.profile_id = rating.profile_id AND rating.subject = 'skill' AND removed.skill_id = rating.subject_id
       AND rated_at_ms <= removed_at_ms)
   ORDER BY id`,
  COLUMNS,
);
const removeOne = command<[profileId: number, id: number]>('DELETE FROM ratings WHERE profile_id = ? AND id = ?');
const selectHistory = query<[profileId: number, subject: string, subjectId: string], Row>(
  `SELECT ${FIELDS} FROM ratings WHERE profile_id = ? AND subject = ? AND subject_id = ? ORDER BY id DESC`,
  COLUMNS,
  { hot: true },
);

/** @returns the id of the rating. */
export function addRating(db: WritableDb, profileId: number, rating: NewRating, nowMs: number): number {
  const { subject, subjectId, level, source, withWords, raw, reasons, documentId } = rating;
  return add.insert(db, profileId, subject, subjectId, level, source, withWords ? 1 : 0, raw, JSON.stringify(reasons), documentId, nowMs);
}

/** All ratings that count, in the order in which they were given, each under the skill it is read as. */
export function countedRatings(db: ReadableDb, profileId: number): Rating[] {
  const canonical = readAs(db);
  return selectCounted.all(db, profileId).map((row) => {
    const rating = toRating(row);
    return rating.subject === 'skill' ? { ...rating, subjectId: canonical(rating.subjectId) } : rating;
  });
}

/** What counts today: per subject the newest own rating, and the newest level of each document. */
export function latestRatings(db: ReadableDb, profileId: number): Rating[] {
  return newestOf(countedRatings(db, profileId));
}

/** Takes back a rating given by mistake. */
export function removeRating(db: WritableDb, profileId: number, id: number): void {
  removeOne.run(db, profileId, id);
}

/** All ratings of one subject, newest first; those of skills merged into it among them. */
export function ratingHistory(db: ReadableDb, profileId: number, subject: Rating['subject'], subjectId: string): Rating[] {
  const ids = subject === 'skill' ? idsReadAs(db, subjectId) : [subjectId];
  return ids
    .flatMap((id) => selectHistory.all(db, profileId, subject, id))
    .map(toRating)
    .sort((a, b) => b.id - a.id);
}

function toRating(row: Row): Rating {
  return { ...row, withWords: row.withWords === 1, reasons: readJson(z.array(z.string()), row.reasons, 'A rating') };
}

import { AppError } from '../../core/errors.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

/** A sentence the person ticked as a key point, which from then on counts as it. */
export interface PointWording {
  readonly id: number;
  readonly questionId: string;
  readonly pointId: string;
  readonly text: string;
  readonly addedAtMs: number;
}

const FIELDS = 'id, question_id AS questionId, point_id AS pointId, text, added_at_ms AS addedAtMs';
const COLUMNS = ['id', 'questionId', 'pointId', 'text', 'addedAtMs'] as const;
const selectForQuestion = query<[profileId: number, questionId: string], PointWording>(
  `SELECT ${FIELDS} FROM point_wordings WHERE profile_id = ? AND question_id = ? ORDER BY id`,
  COLUMNS,
  { hot: true },
);
const selectAll = query<[profileId: number], PointWording>(
  `SELECT ${FIELDS} FROM point_wordings WHERE profile_id = ? ORDER BY question_id, point_id, id`,
  COLUMNS,
  { hot: true },
);
const find = query<[profileId: number, id: number], PointWording>(
  `SELECT ${FIELDS} FROM point_wordings WHERE profile_id = ? AND id = ?`,
  COLUMNS,
  {
    hot: true,
  },
);
const add = command<[profileId: number, questionId: string, pointId: string, text: string, atMs: number]>(
  `INSERT INTO point_wordings (profile_id, question_id, point_id, text, added_at_ms) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (profile_id, question_id, point_id, text) DO NOTHING`,
);
const remove = command<[profileId: number, id: number]>('DELETE FROM point_wordings WHERE profile_id = ? AND id = ?');

/** The person's wordings for one question, in the order they were added. */
export function wordingsOf(db: ReadableDb, profileId: number, questionId: string): PointWording[] {
  return selectForQuestion.all(db, profileId, questionId);
}

/** All wordings of a profile, by question and point. */
export function listWordings(db: ReadableDb, profileId: number): PointWording[] {
  return selectAll.all(db, profileId);
}

export type NewWording = Pick<PointWording, 'questionId' | 'pointId' | 'text'>;

/** Adds a wording; the same again changes nothing. @returns the wording as it stands. */
export function addWording(db: WritableDb, profileId: number, { questionId, pointId, text }: NewWording, nowMs: number): PointWording {
  const trimmed = text.trim();
  add.run(db, profileId, questionId, pointId, trimmed, nowMs);
  const added = wordingsOf(db, profileId, questionId).find((one) => one.pointId === pointId && one.text === trimmed);
  if (added === undefined) throw new AppError('internal', 'The wording could not be read back. Nothing was written.');
  return added;
}

/** @returns the wording removed, so that it can be added again. @throws AppError `not_found`. */
export function removeWording(db: WritableDb, profileId: number, id: number): PointWording {
  const wording = find.get(db, profileId, id);
  if (wording === undefined) throw new AppError('not_found', 'This wording was removed before. Nothing was changed.');
  remove.run(db, profileId, id);
  return wording;
}

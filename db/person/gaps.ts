import { AppError } from '../../core/errors.ts';
import type { GapStatus } from '../../core/role/merged-gaps.ts';
import { readAs } from '../skills/person-taxonomy.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

/** Something the person says they lack. */
export interface LearningGap {
  readonly id: number;
  readonly text: string;
  readonly documentId: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly status: GapStatus;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
  readonly skills: readonly string[];
}

const add = command<[number, number | null, string, number | null, number | null, number, number]>(
  `INSERT INTO learning_gaps (profile_id, document_id, text, start_offset, end_offset, status, created_at_ms, changed_at_ms)
   VALUES (?, ?, ?, ?, ?, 'open', ?, ?)`,
);
const addSkill = command<[gapId: number, skillId: string]>(
  'INSERT INTO learning_gap_skills (gap_id, skill_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
);
const selectAll = query<[profileId: number], Omit<LearningGap, 'skills'>>(
  `SELECT id, text, document_id AS documentId, start_offset AS start, end_offset AS "end", status, created_at_ms AS createdAtMs, changed_at_ms AS changedAtMs
   FROM learning_gaps WHERE profile_id = ? ORDER BY id`,
  ['id', 'text', 'documentId', 'start', 'end', 'status', 'createdAtMs', 'changedAtMs'],
);
const selectSkills = query<[profileId: number], { gapId: number; skillId: string }>(
  `SELECT gap_id AS gapId, skill_id AS skillId FROM learning_gap_skills
   WHERE gap_id IN (SELECT id FROM learning_gaps WHERE profile_id = ?) ORDER BY gap_id, skill_id`,
  ['gapId', 'skillId'],
);
const removeOne = command<[profileId: number, id: number]>('DELETE FROM learning_gaps WHERE profile_id = ? AND id = ?');
const setStatus = command<[status: string, changedAtMs: number, profileId: number, id: number]>(
  'UPDATE learning_gaps SET status = ?, changed_at_ms = ? WHERE profile_id = ? AND id = ?',
);

const setStatusByText = command<[status: string, documentId: number, text: string]>(
  'UPDATE learning_gaps SET status = ? WHERE document_id = ? AND text = ?',
);

export interface NewGap {
  readonly text: string;
  readonly documentId: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly skills: readonly string[];
}

export function addGap(db: WritableDb, profileId: number, gap: NewGap, nowMs: number): number {
  const id = add.insert(db, profileId, gap.documentId, gap.text, gap.start, gap.end, nowMs, nowMs);
  for (const skill of gap.skills) addSkill.run(db, id, skill);
  return id;
}

export function listGaps(db: ReadableDb, profileId: number): LearningGap[] {
  const canonical = readAs(db);
  const skills = Map.groupBy(selectSkills.all(db, profileId), ({ gapId }) => gapId);
  return selectAll
    .all(db, profileId)
    .map((gap) => ({ ...gap, skills: [...new Set((skills.get(gap.id) ?? []).map(({ skillId }) => canonical(skillId)))] }));
}

/** The statuses a document's gaps were given, to be given to the same gaps of its newer version. */
export function copyGapStatus(db: WritableDb, profileId: number, documentId: number): { apply(newDocumentId: number): void } {
  const given = selectAll.all(db, profileId).filter((gap) => gap.documentId === documentId && gap.status !== 'open');
  return {
    apply: (newDocumentId) => {
      for (const { text, status } of given) setStatusByText.run(db, status, newDocumentId, text);
    },
  };
}

/** Takes back a gap added by mistake. */
export function removeGap(db: WritableDb, profileId: number, id: number): void {
  removeOne.run(db, profileId, id);
}

/** @throws AppError `not_found`. */
export function setGapStatus(db: WritableDb, profileId: number, id: number, status: GapStatus, nowMs: number): void {
  if (setStatus.run(db, status, nowMs, profileId, id) === 0) throw new AppError('not_found', 'This learning gap is not there any more.');
}

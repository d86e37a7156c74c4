import type { UndoStep } from '../skills/undo-steps.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

const selectAll = query<[profileId: number], { skillId: string; note: string }>(
  'SELECT skill_id AS skillId, note FROM skill_notes WHERE profile_id = ? ORDER BY skill_id',
  ['skillId', 'note'],
);
const find = query<[profileId: number, skillId: string], { note: string }>(
  'SELECT note FROM skill_notes WHERE profile_id = ? AND skill_id = ?',
  ['note'],
  { hot: true },
);
const save = command<[profileId: number, skillId: string, note: string]>(
  `INSERT INTO skill_notes (profile_id, skill_id, note) VALUES (?, ?, ?)
   ON CONFLICT (profile_id, skill_id) DO UPDATE SET note = excluded.note`,
);
const remove = command<[profileId: number, skillId: string]>('DELETE FROM skill_notes WHERE profile_id = ? AND skill_id = ?');

/** The person's own notes, by skill id. */
export function listSkillNotes(db: ReadableDb, profileId: number): Map<string, string> {
  return new Map(selectAll.all(db, profileId).map(({ skillId, note }) => [skillId, note]));
}

/** Keeps a note on a skill; null takes it away. @returns the step that undoes it. */
export function setSkillNote(db: WritableDb, profileId: number, skillId: string, note: string | null): UndoStep {
  const before = find.get(db, profileId, skillId)?.note ?? null;
  if (note === null) remove.run(db, profileId, skillId);
  else save.run(db, profileId, skillId, note);
  return { set: 'note', skillId, note: before };
}

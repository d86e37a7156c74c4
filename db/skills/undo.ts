import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Changed, ChangeKind } from '../changes.ts';
import { readJson } from '../json.ts';
import { removeGap } from '../person/gaps.ts';
import { removeProfileSkill, setByHand, setSkillRemoved } from '../person/profile-skills.ts';
import { removeRating } from '../person/ratings.ts';
import { setSkillNote } from '../person/skill-notes.ts';
import { command, query, type WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { setSkillAlias, setSkillMerge, setSkillName } from './person-taxonomy.ts';
import { removeOwnSkill } from './skills.ts';
import { type UndoStep, undoStepSchema } from './undo-steps.ts';

/** What every change on the Skills screen may touch. */
export const SKILL_KINDS: readonly ChangeKind[] = ['skills', 'ratings', 'gaps'];
const KEEP = 200;

const add = command<[profileId: number, name: string, undo: string, atMs: number]>(
  'INSERT INTO skill_changes (profile_id, name, undo, made_at_ms) VALUES (?, ?, ?, ?)',
);
const removeOld = command<[profileId: number, upTo: number]>('DELETE FROM skill_changes WHERE profile_id = ? AND id <= ?');
const find = query<[profileId: number, id: number], { name: string; undo: string; undoneAtMs: number | null }>(
  'SELECT name, undo, undone_at_ms AS undoneAtMs FROM skill_changes WHERE profile_id = ? AND id = ?',
  ['name', 'undo', 'undoneAtMs'],
  { hot: true },
);
const markUndone = command<[atMs: number, id: number]>('UPDATE skill_changes SET undone_at_ms = ? WHERE id = ?');

/** Keeps what was done with the steps that take it back; the newest 200 are kept. @returns the id to undo it by. */
export function recordChange(db: WritableDb, profileId: number, name: string, steps: readonly UndoStep[], nowMs: number): number {
  const id = add.insert(db, profileId, name, JSON.stringify(steps), nowMs);
  removeOld.run(db, profileId, id - KEEP);
  return id;
}

/**
 * Takes a change back, all its steps in one transaction, the last first.
 * @throws AppError `not_found` when it is too long ago; `conflict` when it was taken back before.
 */
export function undoChange(store: Store, profileId: number, id: number, nowMs: number): Changed<{ readonly name: string }> {
  return store.transact('Undo', (db) => {
    const change = find.get(db, profileId, id);
    if (!change) throw new AppError('not_found', 'This change is too long ago to be taken back. Nothing was changed.');
    if (change.undoneAtMs !== null) throw new AppError('conflict', `“${change.name}” was taken back before. Nothing was changed.`);
    for (const step of readJson(z.array(undoStepSchema), change.undo, 'A change').reverse()) takeBack(db, profileId, step);
    markUndone.run(db, nowMs, id);
    return { result: { name: change.name }, changed: SKILL_KINDS };
  });
}

function takeBack(db: WritableDb, profileId: number, step: UndoStep): void {
  switch (step.set) {
    case 'name':
      setSkillName(db, step.skillId, step.name);
      return;
    case 'alias':
      setSkillAlias(db, step.skillId, step.alias, step.present);
      return;
    case 'merge':
      setSkillMerge(db, step.fromId, step.intoId);
      return;
    case 'removed':
      setSkillRemoved(db, profileId, step.skillId, step.atMs);
      return;
    case 'note':
      setSkillNote(db, profileId, step.skillId, step.note);
      return;
    case 'by-hand':
      setByHand(db, profileId, step.skillId, step.byHand);
      return;
    case 'no-rating':
      removeRating(db, profileId, step.id);
      return;
    case 'no-gap':
      removeGap(db, profileId, step.id);
      return;
    case 'not-in-profile':
      removeProfileSkill(db, profileId, step.skillId);
      return;
    case 'no-own-skill':
      removeOwnSkill(db, step.skillId);
  }
}

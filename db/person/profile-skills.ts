import { readAs } from '../skills/person-taxonomy.ts';
import type { UndoStep } from '../skills/undo-steps.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export interface ProfileSkill {
  readonly skillId: string;
  readonly years: number | null;
  /** Added by the person rather than by a document. */
  readonly byHand: boolean;
}

interface Row {
  readonly skillId: string;
  readonly years: number | null;
  readonly byHand: 0 | 1;
}

const add = command<[profileId: number, skillId: string, years: number | null, addedAtMs: number]>(
  `INSERT INTO profile_skills (profile_id, skill_id, years, added_at_ms) VALUES (?, ?, ?, ?)
   ON CONFLICT (profile_id, skill_id) DO UPDATE SET years = coalesce(excluded.years, years)`,
);
/** A removed skill is there again when something newer than its removal rests on it. */
const selectAll = query<[profileId: number], Row>(
  `SELECT skill_id AS skillId, years, by_hand AS byHand FROM profile_skills AS own WHERE profile_id = ?
     AND NOT EXISTS (
       SELECT 1 FROM removed_skills AS removed WHERE removed.profile_id = own.profile_id AND removed.skill_id = own.skill_id
         AND own.added_at_ms <= removed_at_ms
         AND NOT EXISTS (SELECT 1 FROM evidence JOIN documents ON documents.id = evidence.document_id
                         WHERE evidence.profile_id = own.profile_id AND evidence.skill_id = own.skill_id AND confirmed_at_ms > removed_at_ms)
         AND NOT EXISTS (SELECT 1 FROM ratings
                         WHERE ratings.profile_id = own.profile_id AND subject = 'skill' AND subject_id = own.skill_id AND rated_at_ms > removed_at_ms))
   ORDER BY skill_id`,
  ['skillId', 'years', 'byHand'],
);
const find = query<[profileId: number, skillId: string], Row>(
  'SELECT skill_id AS skillId, years, by_hand AS byHand FROM profile_skills WHERE profile_id = ? AND skill_id = ?',
  ['skillId', 'years', 'byHand'],
  { hot: true },
);
const removeBare = command<[profileId: number]>(
  `DELETE FROM profile_skills WHERE profile_id = ? AND by_hand = 0
     AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.profile_id = profile_skills.profile_id AND evidence.skill_id = profile_skills.skill_id)
     AND NOT EXISTS (SELECT 1 FROM ratings WHERE ratings.profile_id = profile_skills.profile_id AND subject = 'skill' AND subject_id = profile_skills.skill_id)`,
);
const removeOne = command<[profileId: number, skillId: string]>('DELETE FROM profile_skills WHERE profile_id = ? AND skill_id = ?');
const saveByHand = command<[byHand: number, profileId: number, skillId: string]>(
  'UPDATE profile_skills SET by_hand = ? WHERE profile_id = ? AND skill_id = ?',
);
const findRemoved = query<[profileId: number, skillId: string], { atMs: number }>(
  'SELECT removed_at_ms AS atMs FROM removed_skills WHERE profile_id = ? AND skill_id = ?',
  ['atMs'],
  { hot: true },
);
const saveRemoved = command<[profileId: number, skillId: string, atMs: number]>(
  `INSERT INTO removed_skills (profile_id, skill_id, removed_at_ms) VALUES (?, ?, ?)
   ON CONFLICT (profile_id, skill_id) DO UPDATE SET removed_at_ms = excluded.removed_at_ms`,
);
const clearRemoved = command<[profileId: number, skillId: string]>('DELETE FROM removed_skills WHERE profile_id = ? AND skill_id = ?');

export function addProfileSkill(db: WritableDb, profileId: number, skillId: string, years: number | null, nowMs: number): void {
  add.run(db, profileId, skillId, years, nowMs);
}

/** Puts a skill in the profile if it is not there. @returns the steps that undo it. */
export function bringIntoProfile(db: WritableDb, profileId: number, skillId: string, nowMs: number): UndoStep[] {
  const steps: UndoStep[] = [];
  if (findRemoved.get(db, profileId, skillId) !== undefined) steps.push(setSkillRemoved(db, profileId, skillId, null));
  if (find.get(db, profileId, skillId) === undefined) {
    add.run(db, profileId, skillId, null, nowMs);
    steps.push({ set: 'not-in-profile', skillId });
  }
  return steps;
}

/** The skills of a profile, each once under the id it is read as; removed ones are left out. */
export function listProfileSkills(db: ReadableDb, profileId: number): ProfileSkill[] {
  const canonical = readAs(db);
  const skills = new Map<string, ProfileSkill>();
  for (const { skillId, years, byHand } of selectAll.all(db, profileId)) {
    const id = canonical(skillId);
    const known = skills.get(id);
    const most = known?.years == null || years === null ? (known?.years ?? years) : Math.max(known.years, years);
    skills.set(id, { skillId: id, years: most, byHand: byHand === 1 || (known?.byHand ?? false) });
  }
  return [...skills.values()];
}

/** Says whether the person added the skill themself. @returns the step that undoes it. */
export function setByHand(db: WritableDb, profileId: number, skillId: string, byHand: boolean): UndoStep {
  const before = find.get(db, profileId, skillId)?.byHand === 1;
  saveByHand.run(db, byHand ? 1 : 0, profileId, skillId);
  return { set: 'by-hand', skillId, byHand: before };
}

/** Takes a skill out of the profile as of `atMs`; null takes the removal back. @returns the step that undoes it. */
export function setSkillRemoved(db: WritableDb, profileId: number, skillId: string, atMs: number | null): UndoStep {
  const before = findRemoved.get(db, profileId, skillId)?.atMs ?? null;
  if (atMs === null) clearRemoved.run(db, profileId, skillId);
  else saveRemoved.run(db, profileId, skillId, atMs);
  return { set: 'removed', skillId, atMs: before };
}

export function removeProfileSkill(db: WritableDb, profileId: number, skillId: string): void {
  removeOne.run(db, profileId, skillId);
}

/** Takes out skills that nothing rests on any more, after an import was undone. Those added by hand stay. */
export function removeBareSkills(db: WritableDb, profileId: number): void {
  removeBare.run(db, profileId);
}

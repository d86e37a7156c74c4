import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export interface ProfileSkill {
  readonly skillId: string;
  readonly years: number | null;
}

const add = command<[profileId: number, skillId: string, years: number | null, addedAtMs: number]>(
  `INSERT INTO profile_skills (profile_id, skill_id, years, added_at_ms) VALUES (?, ?, ?, ?)
   ON CONFLICT (profile_id, skill_id) DO UPDATE SET years = coalesce(excluded.years, years)`,
);
const selectAll = query<[profileId: number], ProfileSkill>(
  'SELECT skill_id AS skillId, years FROM profile_skills WHERE profile_id = ? ORDER BY skill_id',
  ['skillId', 'years'],
);
const removeBare = command<[profileId: number]>(
  `DELETE FROM profile_skills WHERE profile_id = ?
     AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.profile_id = profile_skills.profile_id AND evidence.skill_id = profile_skills.skill_id)
     AND NOT EXISTS (SELECT 1 FROM ratings WHERE ratings.profile_id = profile_skills.profile_id AND subject = 'skill' AND subject_id = profile_skills.skill_id)`,
);

export function addProfileSkill(db: WritableDb, profileId: number, skillId: string, years: number | null, nowMs: number): void {
  add.run(db, profileId, skillId, years, nowMs);
}

export function listProfileSkills(db: ReadableDb, profileId: number): ProfileSkill[] {
  return selectAll.all(db, profileId);
}

/** Takes out skills that nothing rests on any more, after an import was undone. */
export function removeBareSkills(db: WritableDb, profileId: number): void {
  removeBare.run(db, profileId);
}

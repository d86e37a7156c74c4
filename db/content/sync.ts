import { z } from 'zod';
import { retireShippedExcept, saveQuestion } from '../questions/questions.ts';
import { retireRolesExcept, saveRole } from '../roles/roles.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import { replaceTransfers, retireSkillsExcept, saveSkill } from '../skills/skills.ts';
import type { Store } from '../store.ts';
import type { ContentFiles } from './load.ts';

const HASH_SETTING = 'content.hash';

/**
 * Brings shipped content into the database when its files have changed since the last time, in one transaction. What a
 * person owns (own skills, schedules, answers) is never touched; content that no longer ships is retired, not deleted.
 * @returns whether anything was written.
 */
export function syncContent(store: Store, files: ContentFiles, nowMs: number): boolean {
  if (readSetting(store.read, HASH_SETTING, z.string()) === files.hash) return false;
  const { skills, roles, questions } = files.parse();
  store.transact('Update of the shipped content', (db) => {
    for (const skill of skills) saveSkill(db, skill);
    retireSkillsExcept(
      db,
      skills.map(({ id }) => id),
    );
    replaceTransfers(db, skills);
    for (const role of roles) saveRole(db, role, 'shipped', nowMs);
    retireRolesExcept(
      db,
      roles.map(({ id }) => id),
      nowMs,
    );
    for (const question of questions) saveQuestion(db, question);
    retireShippedExcept(
      db,
      questions.map(({ id }) => id),
    );
    writeSetting(db, HASH_SETTING, files.hash);
    return { result: null, changed: ['skills', 'roles', 'questions'] };
  });
  return true;
}

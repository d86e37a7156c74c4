import { z } from 'zod';
import type { ChangeKind } from '../changes.ts';
import { changedQuestions, retireShippedExcept, saveQuestion } from '../questions/questions.ts';
import { retireRolesExcept, saveRole } from '../roles/roles.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import { replaceTransfers, retireSkillsExcept, saveSkill } from '../skills/skills.ts';
import type { ReadableDb, WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { CONTENT_PARTS, type Content, type ContentFiles, type ContentPart } from './load.ts';

const HASH_SETTING = 'content.hash';
/** By part of the content; one hash of everything as older programs wrote it counts as none. */
const hashesSchema = z.union([z.partialRecord(z.enum(CONTENT_PARTS), z.string()), z.string().transform(() => ({}))]);

/** Hashes of the shipped content the database holds, by part; a part never brought in has none. */
export function storedHashes(db: ReadableDb): Readonly<Partial<Record<ContentPart, string>>> {
  return readSetting(db, HASH_SETTING, hashesSchema) ?? {};
}

/**
 * Brings the parts of the shipped content whose files have changed since the last time into the database, in one transaction. What
 * a person owns (own skills, schedules, answers) is never touched; content that no longer ships is retired, not deleted.
 * @returns whether anything was written.
 */
export function syncContent(store: Store, { hashes, parsers }: Pick<ContentFiles, 'hashes' | 'parsers'>, nowMs: number): boolean {
  const stored = storedHashes(store.read);
  const outdated = CONTENT_PARTS.filter((part) => stored[part] !== hashes[part]);
  if (outdated.length === 0) return false;
  // Parsed before the transaction: what cannot be read leaves everything as it was.
  const writes = outdated.map((part) => writer(part, parsers, stored[part] !== undefined));
  store.transact('Update of the shipped content', (db) => {
    for (const write of writes) write(db, nowMs);
    writeSetting(db, HASH_SETTING, hashes);
    return { result: null, changed: outdated satisfies readonly ChangeKind[] };
  });
  return true;
}

type Write = (db: WritableDb, nowMs: number) => void;

/** @param isKnown the part was brought in before; without its hash (a migration takes it away) all of it is written anew. */
function writer(part: ContentPart, parsers: ContentFiles['parsers'], isKnown: boolean): Write {
  switch (part) {
    case 'skills': {
      const skills = parsers.skills();
      return (db) => writeSkills(db, skills);
    }
    case 'roles': {
      const roles = parsers.roles();
      return (db, nowMs) => writeRoles(db, roles, nowMs);
    }
    case 'questions': {
      const questions = parsers.questions();
      return (db) => {
        const written = isKnown ? changedQuestions(db, questions) : questions;
        for (const question of written) saveQuestion(db, question);
        retireShippedExcept(db, idsOf(questions));
      };
    }
  }
}

function writeSkills(db: WritableDb, skills: Content['skills']): void {
  for (const skill of skills) saveSkill(db, skill);
  retireSkillsExcept(db, idsOf(skills));
  replaceTransfers(db, skills);
}

function writeRoles(db: WritableDb, roles: Content['roles'], nowMs: number): void {
  for (const role of roles) saveRole(db, role, 'shipped', nowMs);
  retireRolesExcept(db, idsOf(roles), nowMs);
}

function idsOf(all: readonly { readonly id: string }[]): string[] {
  return all.map(({ id }) => id);
}

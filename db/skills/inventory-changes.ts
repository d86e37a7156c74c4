import { AppError } from '../../core/errors.ts';
import { foldedKey } from '../../core/import/matcher.ts';
import { addGap, listGaps } from '../person/gaps.ts';
import { bringIntoProfile, setSkillRemoved } from '../person/profile-skills.ts';
import { addRating } from '../person/ratings.ts';
import type { WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { idsReadAs, readAs, setSkillMerge } from './person-taxonomy.ts';
import { type KnownSkill, knownSkills } from './skills.ts';
import { recordChange, SKILL_KINDS } from './undo.ts';
import type { UndoStep } from './undo-steps.ts';

/** Who changes their inventory, and when. */
export interface Actor {
  readonly store: Store;
  readonly profileId: number;
  readonly nowMs: number;
}

/** A change that can be taken back by its id. */
export interface SkillChange {
  readonly changeId: number;
  /** How many skills it changed. */
  readonly count: number;
}

/** Runs a change in one transaction and keeps the steps that take it back. */
export function change(
  { store, profileId, nowMs }: Actor,
  name: string,
  act: (db: WritableDb) => { readonly steps: readonly UndoStep[]; readonly count: number },
) {
  return store.transact<SkillChange>(name, (db) => {
    const { steps, count } = act(db);
    return { result: { changeId: recordChange(db, profileId, name, steps, nowMs), count }, changed: SKILL_KINDS };
  });
}

/** The skills of these ids as they are read now, each once. @throws AppError `not_found` naming the one that is not there. */
export function demandSkills(db: WritableDb, ids: readonly string[]): KnownSkill[] {
  const known = knownSkills(db);
  const canonical = readAs(db);
  return [...new Set(ids.map(canonical))].map((id) => {
    const skill = known.get(id);
    if (!skill) throw new AppError('not_found', `There is no skill “${id}”. Nothing was changed.`);
    return skill;
  });
}

/**
 * Gives all of them the person's own level. @throws AppError `not_found`.
 * @param withWords whether it was given with the words of the levels in view, which makes it more trusted.
 */
export function rateSkills(actor: Actor, ids: readonly string[], level: number, withWords: boolean) {
  return change(actor, 'Rating', (db) => {
    const skills = demandSkills(db, ids);
    return { steps: skills.flatMap(({ id }) => rate(db, actor, id, { level, withWords })), count: skills.length };
  });
}

/** One own rating, the skill brought into the profile first. @returns the steps that undo it. */
export function rate(
  db: WritableDb,
  { profileId, nowMs }: Actor,
  skillId: string,
  { level, withWords }: { readonly level: number; readonly withWords: boolean },
): UndoStep[] {
  const rating = {
    subject: 'skill',
    subjectId: skillId,
    level,
    source: 'self',
    withWords,
    raw: null,
    reasons: [],
    documentId: null,
  } as const;
  const steps = bringIntoProfile(db, profileId, skillId, nowMs);
  return [...steps, { set: 'no-rating', id: addRating(db, profileId, rating, nowMs) }];
}

/** Takes skills out of the profile; their documents keep what they say. @throws AppError `not_found`. */
export function removeSkills(actor: Actor, ids: readonly string[]) {
  return change(actor, 'Removal of skills', (db) => {
    const skills = demandSkills(db, ids);
    const all = skills.flatMap(({ id }) => idsReadAs(db, id));
    return { steps: all.map((id) => setSkillRemoved(db, actor.profileId, id, actor.nowMs)), count: skills.length };
  });
}

/**
 * Reads skills as another from now on: their statements, ratings and gaps count for it, their names are found as it.
 * @throws AppError `not_found`; `invalid` when nothing is left to merge.
 */
export function mergeSkills(actor: Actor, ids: readonly string[], intoId: string) {
  return change(actor, 'Merge of skills', (db) => {
    const [into] = demandSkills(db, [intoId]);
    const from = demandSkills(db, ids).filter(({ id }) => id !== into?.id);
    if (into === undefined || from.length === 0) throw new AppError('invalid', 'A skill is merged into another one. Choose which.');
    const wasGone = bringIntoProfile(db, actor.profileId, into.id, actor.nowMs);
    return { steps: [...wasGone, ...from.map(({ id }) => setSkillMerge(db, id, into.id))], count: from.length };
  });
}

/** Reads a merged skill as itself again. @throws AppError `not_found`. */
export function separateSkill(actor: Actor, id: string) {
  return change(actor, 'Separation of skills', (db) => {
    if (!knownSkills(db).has(id)) throw new AppError('not_found', 'This skill is not there any more. Nothing was changed.');
    return { steps: [setSkillMerge(db, id, null)], count: 1 };
  });
}

/** Adds each as a learning gap of its own; those with an open one by their name are left as they are. @throws AppError `not_found`. */
export function addSkillGaps(actor: Actor, ids: readonly string[]) {
  return change(actor, 'New learning gaps', (db) => {
    const { profileId, nowMs } = actor;
    const open = listGaps(db, profileId).filter(({ status }) => status !== 'closed');
    const isThere = (skill: KnownSkill): boolean =>
      open.some(({ text, skills }) => skills.includes(skill.id) && foldedKey(text) === foldedKey(skill.name));
    const missing = demandSkills(db, ids).filter((skill) => !isThere(skill));
    const steps = missing.map(({ id, name }): UndoStep => {
      const gap = { text: name, documentId: null, start: null, end: null, skills: [id] };
      return { set: 'no-gap', id: addGap(db, profileId, gap, nowMs) };
    });
    return { steps, count: missing.length };
  });
}

import { AppError } from '../../core/errors.ts';
import { fold } from '../../core/import/fold.ts';
import { foldedKey } from '../../core/import/matcher.ts';
import { ownerOf } from '../../core/skills/person-taxonomy.ts';
import { bringIntoProfile, setByHand } from '../person/profile-skills.ts';
import { setSkillNote } from '../person/skill-notes.ts';
import type { ReadableDb, WritableDb } from '../statement.ts';
import { type Actor, change, demandSkills, rate } from './inventory-changes.ts';
import { idsReadAs, readAs, setSkillAlias, setSkillName } from './person-taxonomy.ts';
import { addOwnSkill, knownSkills, taxonomy } from './skills.ts';
import type { UndoStep } from './undo-steps.ts';

/** A skill to add by hand: one that is known, or a new one of the person's own. */
export interface HandMadeSkill {
  readonly skill: { readonly id: string } | { readonly name: string; readonly category: string };
  readonly level: number | null;
  readonly note: string | null;
}

/** Adds a skill without a document. @throws AppError `not_found`; `conflict` naming the skill that has this name. */
export function addSkillByHand(actor: Actor, { skill, level, note }: HandMadeSkill) {
  const added: { id: string } = { id: '' };
  const { result, changed } = change(actor, 'New skill', (db) => {
    const { profileId, nowMs } = actor;
    const made = 'id' in skill ? { id: demandSkills(db, [skill.id])[0]?.id ?? skill.id, steps: [] } : makeOwnSkill(db, skill);
    added.id = made.id;
    const steps = [...made.steps, ...bringIntoProfile(db, profileId, made.id, nowMs), setByHand(db, profileId, made.id, true)];
    if (level !== null) steps.push(...rate(db, actor, made.id, { level, withWords: true }));
    if (note !== null) steps.push(setSkillNote(db, profileId, made.id, note));
    return { steps, count: 1 };
  });
  return { result: { ...result, id: added.id }, changed };
}

/** Calls a skill by another name; the old one stays a spelling. @throws AppError `not_found`, `invalid`, `conflict`. */
export function renameSkill(actor: Actor, id: string, name: string) {
  return change(actor, 'Rename of a skill', (db) => {
    const [skill] = demandSkills(db, [id]);
    demandFree(db, name, skill?.id ?? id);
    return { steps: [setSkillName(db, skill?.id ?? id, name)], count: 1 };
  });
}

/** Gives a skill a further spelling, or takes an own one back. @throws AppError `not_found`, `invalid`, `conflict`. */
export function changeAlias(actor: Actor, id: string, alias: string, present: boolean) {
  return change(actor, present ? 'New spelling' : 'Removal of a spelling', (db) => {
    const [skill] = demandSkills(db, [id]);
    if (present) demandFree(db, alias, skill?.id ?? id);
    const holders = present ? [skill?.id ?? id] : idsReadAs(db, skill?.id ?? id);
    const steps = holders.map((holder) => setSkillAlias(db, holder, alias, present)).filter((step) => step !== null);
    return { steps, count: steps.length };
  });
}

/** Keeps the person's note on a skill; null takes it away. @throws AppError `not_found`. */
export function changeNote(actor: Actor, id: string, note: string | null) {
  return change(actor, 'Note', (db) => {
    const [skill] = demandSkills(db, [id]);
    return { steps: [setSkillNote(db, actor.profileId, skill?.id ?? id, note)], count: 1 };
  });
}

function makeOwnSkill(db: WritableDb, { name, category }: { name: string; category: string }): { id: string; steps: UndoStep[] } {
  demandFree(db, name, null);
  const id = freeId(db, name);
  addOwnSkill(db, { id, name, category });
  // A name given by the person takes part in later imports; see applyPersonTaxonomy.
  return { id, steps: [{ set: 'no-own-skill', skillId: id }, setSkillName(db, id, name)] };
}

/** The id the importer would give the name, so that a document that lists it later speaks of the same skill. */
function freeId(db: ReadableDb, name: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const known = knownSkills(db);
  const wanted = `own-${slug === '' ? 'skill' : slug}`;
  let id = wanted;
  for (let count = 2; known.has(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

/** A name must say something, and nobody else may have it. */
function demandFree(db: ReadableDb, name: string, forId: string | null): void {
  if (foldedKey(name) === '') throw new AppError('invalid', `“${name}” has no letter or digit to be found by. Choose another name.`);
  const canonical = readAs(db);
  const skills = [...taxonomy(db), ...ownAsNamed(db)].map((skill) => ({ ...skill, id: canonical(skill.id) }));
  const owner = ownerOf(skills, name, forId);
  if (owner === null) return;
  const named = knownSkills(db).get(owner.id)?.name ?? owner.name;
  throw new AppError('conflict', `“${name}” already stands for ${named}. Choose another name, or merge the two. Nothing was changed.`);
}

function ownAsNamed(db: ReadableDb) {
  return [...knownSkills(db).values()].filter(({ kind }) => kind === 'own').map(({ id, name }) => ({ id, name, aliases: [], exact: [] }));
}

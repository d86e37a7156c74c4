import { z } from 'zod';
import { fold } from '../../core/import/fold.ts';
import { listEvidence } from '../../db/person/evidence.ts';
import { listProfileSkills } from '../../db/person/profile-skills.ts';
import type { Profile } from '../../db/person/profiles.ts';
import { type Actor, addSkillGaps, mergeSkills, rateSkills, removeSkills, separateSkill } from '../../db/skills/inventory-changes.ts';
import { addSkillByHand, changeAlias, changeNote, renameSkill } from '../../db/skills/naming.ts';
import { mergesOf, personTaxonomy } from '../../db/skills/person-taxonomy.ts';
import { knownSkills, skillSpellings } from '../../db/skills/skills.ts';
import { undoChange } from '../../db/skills/undo.ts';
import type { App } from '../context.ts';
import { inventory } from '../inventory.ts';
import { skillDetails } from '../skill-details.ts';
import { profileProcedure, router } from '../trpc.ts';

const MAX_SKILLS = 5_000;
const id = z.string().min(1).max(200);
const ids = z.array(id).min(1).max(MAX_SKILLS);
const level = z.number().min(0).max(5);
const name = z.string().trim().min(1).max(120);
const category = z.string().trim().min(1).max(60);
const note = z.string().trim().max(2_000);
const newSkill = z.strictObject({
  skill: z.union([z.strictObject({ id }), z.strictObject({ name, category })]),
  level: level.nullable(),
  note: note.nullable(),
});

function actor({ store, now, profile }: App & { readonly profile: Profile }): Actor {
  return { store, profileId: profile.id, nowMs: now() };
}

const wordsOrNull = (text: string | null): string | null => (text === null || text === '' ? null : text);

export const skills = router({
  list: profileProcedure.query(({ ctx }) => inventory(ctx, ctx.profile)),
  get: profileProcedure.input(z.strictObject({ id })).query(({ ctx, input }) => skillDetails(ctx, ctx.profile, input.id)),
  /** Every skill there is to choose from, merged and retired ones left out. */
  known: profileProcedure.query(({ ctx }) => {
    const db = ctx.store.read;
    const merges = mergesOf(db);
    const spellings = skillSpellings(db, personTaxonomy(db));
    const inProfile = new Set(listProfileSkills(db, ctx.profile.id).map(({ skillId }) => skillId));
    return [...knownSkills(db).values()]
      .filter((skill) => skill.retired === 0 && !merges.has(skill.id))
      .map((skill) => ({
        id: skill.id,
        name: skill.name,
        category: skill.category,
        aliases: spellings.get(skill.id) ?? [],
        inProfile: inProfile.has(skill.id),
      }));
  }),
  /** Ids of the skills whose statements hold these words, without regard to case and accents. */
  findInStatements: profileProcedure.input(z.strictObject({ words: z.string().trim().min(1).max(200) })).query(({ ctx, input }) => {
    const words = fold(input.words);
    const rows = listEvidence(ctx.store.read, ctx.profile.id);
    return [...new Set(rows.filter(({ text }) => fold(text).includes(words)).map(({ skillId }) => skillId))];
  }),
  rate: profileProcedure
    .input(z.strictObject({ ids, level, withWords: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => rateSkills(actor(ctx), input.ids, input.level, input.withWords)),
  remove: profileProcedure.input(z.strictObject({ ids })).mutation(({ ctx, input }) => removeSkills(actor(ctx), input.ids)),
  merge: profileProcedure
    .input(z.strictObject({ ids, into: id }))
    .mutation(({ ctx, input }) => mergeSkills(actor(ctx), input.ids, input.into)),
  separate: profileProcedure.input(z.strictObject({ id })).mutation(({ ctx, input }) => separateSkill(actor(ctx), input.id)),
  addGaps: profileProcedure.input(z.strictObject({ ids })).mutation(({ ctx, input }) => addSkillGaps(actor(ctx), input.ids)),
  add: profileProcedure
    .input(newSkill)
    .mutation(({ ctx, input }) => addSkillByHand(actor(ctx), { ...input, note: wordsOrNull(input.note) })),
  rename: profileProcedure.input(z.strictObject({ id, name })).mutation(({ ctx, input }) => renameSkill(actor(ctx), input.id, input.name)),
  setAlias: profileProcedure
    .input(z.strictObject({ id, alias: name, present: z.boolean() }))
    .mutation(({ ctx, input }) => changeAlias(actor(ctx), input.id, input.alias, input.present)),
  setNote: profileProcedure
    .input(z.strictObject({ id, note: note.nullable() }))
    .mutation(({ ctx, input }) => changeNote(actor(ctx), input.id, wordsOrNull(input.note))),
  undo: profileProcedure
    .input(z.strictObject({ changeId: z.int() }))
    .mutation(({ ctx, input }) => undoChange(ctx.store, ctx.profile.id, input.changeId, ctx.now())),
});

import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Stance } from '../../core/import/types.ts';
import { listEvidence, listSkillEvidence } from '../../db/person/evidence.ts';
import { loadPersonLevels } from '../../db/person/person-levels.ts';
import { addProfileSkill, listProfileSkills } from '../../db/person/profile-skills.ts';
import type { Profile } from '../../db/person/profiles.ts';
import { addRating, latestRatings, ratingHistory } from '../../db/person/ratings.ts';
import { skillNames } from '../../db/skills/skills.ts';
import type { App } from '../context.ts';
import { profileProcedure, router } from '../trpc.ts';

const level = z.number().min(0).max(5);

export interface InventorySkill {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Current best estimate, 0–5, and its standard deviation; null without a sign. */
  readonly level: number | null;
  readonly spread: number | null;
  readonly self: number | null;
  readonly raw: string | null;
  readonly years: number | null;
  readonly evidence: number;
  readonly stances: readonly Stance[];
  readonly declaredGap: boolean;
}

/** Every skill of the profile with its level and how much it rests on. */
export function inventory(app: App, profile: Profile): InventorySkill[] {
  const db = app.store.read;
  const names = skillNames(db);
  const person = loadPersonLevels(db, profile.id);
  const evidence = Map.groupBy(listEvidence(db, profile.id), ({ skillId }) => skillId);
  const ratings = Map.groupBy(
    latestRatings(db, profile.id).filter(({ subject }) => subject === 'skill'),
    ({ subjectId }) => subjectId,
  );
  return listProfileSkills(db, profile.id).map(({ skillId, years }) => {
    const name = names.get(skillId);
    const estimate = person.skills.get(skillId);
    const items = evidence.get(skillId) ?? [];
    const rated = ratings.get(skillId) ?? [];
    return {
      id: skillId,
      name: name?.name ?? skillId,
      category: name?.category ?? 'own',
      level: estimate?.mean ?? null,
      spread: estimate ? Math.sqrt(estimate.variance) : null,
      self: rated.find(({ source }) => source === 'self')?.level ?? null,
      raw: rated.find(({ source }) => source === 'imported')?.raw ?? null,
      years,
      evidence: items.length,
      stances: [...new Set(items.map(({ stance }) => stance))],
      declaredGap: person.gapSkills.has(skillId),
    };
  });
}

export const skills = router({
  list: profileProcedure.query(({ ctx }) => inventory(ctx, ctx.profile)),
  get: profileProcedure.input(z.strictObject({ id: z.string() })).query(({ ctx, input }) => {
    const db = ctx.store.read;
    const name = skillNames(db).get(input.id);
    if (!name) throw new AppError('not_found', `There is no skill “${input.id}”.`);
    const estimate = loadPersonLevels(db, ctx.profile.id).skills.get(input.id);
    return {
      ...name,
      level: estimate?.mean ?? null,
      spread: estimate ? Math.sqrt(estimate.variance) : null,
      reasons: estimate?.observations.map(({ reason, value }) => ({ reason, value })) ?? [],
      history: ratingHistory(db, ctx.profile.id, 'skill', input.id),
      evidence: listSkillEvidence(db, ctx.profile.id, input.id),
    };
  }),
  rate: profileProcedure.input(z.strictObject({ id: z.string(), level })).mutation(({ ctx, input }) =>
    ctx.store.transact('Rating', (db) => {
      if (!skillNames(db).has(input.id)) throw new AppError('not_found', `There is no skill “${input.id}”. Nothing was changed.`);
      addProfileSkill(db, ctx.profile.id, input.id, null, ctx.now());
      const rating = {
        subject: 'skill',
        subjectId: input.id,
        level: input.level,
        source: 'self',
        withWords: true,
        raw: null,
        reasons: [],
        documentId: null,
      } as const;
      addRating(db, ctx.profile.id, rating, ctx.now());
      return { result: null, changed: ['skills', 'ratings'] };
    }),
  ),
});

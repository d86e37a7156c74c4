import { z } from 'zod';
import { competenciesOf } from '../../core/content/role.ts';
import { AppError } from '../../core/errors.ts';
import { listEvidence } from '../../db/person/evidence.ts';
import { loadPersonLevels } from '../../db/person/person-record.ts';
import { addRating, ratingHistory, removeRating } from '../../db/person/ratings.ts';
import { questionCounts } from '../../db/questions/questions.ts';
import { getRole, isCompetencyAsked } from '../../db/roles/roles.ts';
import { skillNames } from '../../db/skills/skills.ts';
import { roleIdOf } from '../comparisons.ts';
import { profileProcedure, router } from '../trpc.ts';

const EVIDENCE_SHOWN = 3;

export const competencies = router({
  /** Everything a level of one competency rests on. */
  get: profileProcedure.input(z.strictObject({ id: z.string(), roleId: z.string().optional() })).query(({ ctx, input }) => {
    const db = ctx.store.read;
    const role = getRole(db, roleIdOf(ctx.profile, input.roleId));
    const definition = competenciesOf(role).find(({ id }) => id === input.id);
    if (!definition) throw new AppError('not_found', `The role ${role.name} has no competency “${input.id}”.`);
    const person = loadPersonLevels(ctx.store, ctx.profile.id, ctx.now());
    const names = skillNames(db);
    const evidence = Map.groupBy(listEvidence(db, ctx.profile.id), ({ skillId }) => skillId);
    const groups = [...definition.skillsAll.map((id) => [id]), ...definition.skillsAny];
    const own = person.competencyRatings.get(input.id);
    return {
      definition,
      questions: questionCounts(db).get(input.id) ?? 0,
      /** What was said or answered about the competency as a whole. */
      signs: [...(own ? [own] : []), ...(person.answers.has(input.id) ? [person.answers.get(input.id)] : [])].flatMap((sign) =>
        sign ? [{ value: sign.value, reason: sign.reason }] : [],
      ),
      groups: groups.map((group) =>
        group.map((id) => {
          const estimate = person.skills.get(id);
          return {
            id,
            name: names.get(id)?.name ?? id,
            level: estimate?.mean ?? null,
            reasons: estimate?.observations.map(({ reason, value }) => ({ reason, value })) ?? [],
            evidence: (evidence.get(id) ?? []).slice(0, EVIDENCE_SHOWN),
          };
        }),
      ),
      history: ratingHistory(db, ctx.profile.id, 'competency', input.id),
    };
  }),
  rate: profileProcedure
    .input(z.strictObject({ id: z.string(), level: z.number().min(0).max(5), withWords: z.boolean().default(true) }))
    .mutation(({ ctx, input }) =>
      ctx.store.transact('Rating', (db) => {
        if (!isCompetencyAsked(db, input.id)) throw new AppError('not_found', `There is no competency “${input.id}”. Nothing was changed.`);
        const rating = {
          subject: 'competency',
          subjectId: input.id,
          level: input.level,
          source: 'self',
          raw: null,
          reasons: [],
          documentId: null,
        } as const;
        const id = addRating(db, ctx.profile.id, { ...rating, withWords: input.withWords }, ctx.now());
        return { result: { id }, changed: ['ratings'] };
      }),
    ),
  /** Takes a rating back that was given by mistake. */
  unrate: profileProcedure.input(z.strictObject({ ratingId: z.int() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Rating taken back', (db) => {
      removeRating(db, ctx.profile.id, input.ratingId);
      return { result: null, changed: ['ratings'] };
    }),
  ),
});

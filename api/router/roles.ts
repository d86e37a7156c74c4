import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { LEVELS } from '../../core/levels.ts';
import { compareWithRole, type RoleComparison } from '../../core/role/compare.ts';
import { JUDGEMENT } from '../../core/role/judgement.ts';
import { listEvidence } from '../../db/person/evidence.ts';
import { listGaps, setGapStatus } from '../../db/person/gaps.ts';
import { loadPersonLevels } from '../../db/person/person-levels.ts';
import { type Profile, setProfileRole } from '../../db/person/profiles.ts';
import { addRating, ratingHistory } from '../../db/person/ratings.ts';
import { getRole, listRoles } from '../../db/roles/roles.ts';
import { skillNames, transferEdges } from '../../db/skills/skills.ts';
import type { App } from '../context.ts';
import { profileProcedure, router } from '../trpc.ts';

/** Where a profile stands against a role. @throws AppError `not_found` naming the roles there are. */
export function compare({ store }: App, profile: Profile, roleId: string): RoleComparison {
  return compareWithRole(getRole(store.read, roleId), loadPersonLevels(store.read, profile.id), transferEdges(store.read));
}

/** The role asked for, else the profile's. @throws AppError `invalid` without either. */
export function roleIdOf(profile: Profile, asked: string | undefined): string {
  const id = asked ?? profile.roleId;
  if (id === null) throw new AppError('invalid', 'No role is chosen yet. Choose one under Roles.');
  return id;
}

const optionalRole = z.strictObject({ roleId: z.string().optional() });

export const roles = router({
  list: profileProcedure.query(({ ctx }) => listRoles(ctx.store.read)),
  get: profileProcedure.input(z.strictObject({ id: z.string() })).query(({ ctx, input }) => {
    const names = skillNames(ctx.store.read);
    const role = getRole(ctx.store.read, input.id);
    return { ...role, skillNames: Object.fromEntries([...names].map(([id, { name }]) => [id, name])) };
  }),
  choose: profileProcedure.input(z.strictObject({ id: z.string() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Choice of a role', (db) => {
      getRole(db, input.id);
      setProfileRole(db, ctx.profile.id, input.id);
      return { result: null, changed: ['profiles', 'roles'] };
    }),
  ),
  compare: profileProcedure.input(optionalRole).query(({ ctx, input }) => compare(ctx, ctx.profile, roleIdOf(ctx.profile, input.roleId))),
  judgement: profileProcedure.query(() => ({
    ...JUDGEMENT,
    bands: JUDGEMENT.bands.map(({ id, minFit }) => ({ id, minFit })),
    levels: LEVELS,
  })),
});

export const competencies = router({
  /** Everything a level of one competency rests on. */
  get: profileProcedure.input(z.strictObject({ id: z.string(), roleId: z.string().optional() })).query(({ ctx, input }) => {
    const db = ctx.store.read;
    const role = getRole(db, roleIdOf(ctx.profile, input.roleId));
    const definition = role.layers.flatMap((layer) => layer.competencies).find(({ id }) => id === input.id);
    if (!definition) throw new AppError('not_found', `The role ${role.name} has no competency “${input.id}”.`);
    const person = loadPersonLevels(db, ctx.profile.id);
    const names = skillNames(db);
    const evidence = Map.groupBy(listEvidence(db, ctx.profile.id), ({ skillId }) => skillId);
    const groups = [...definition.skillsAll.map((id) => [id]), ...definition.skillsAny];
    return {
      definition,
      groups: groups.map((group) =>
        group.map((id) => {
          const estimate = person.skills.get(id);
          return {
            id,
            name: names.get(id)?.name ?? id,
            level: estimate?.mean ?? null,
            reasons: estimate?.observations.map(({ reason, value }) => ({ reason, value })) ?? [],
            evidence: (evidence.get(id) ?? []).slice(0, 3),
          };
        }),
      ),
      history: ratingHistory(db, ctx.profile.id, 'competency', input.id),
    };
  }),
  rate: profileProcedure.input(z.strictObject({ id: z.string(), level: z.number().min(0).max(5) })).mutation(({ ctx, input }) =>
    ctx.store.transact('Rating', (db) => {
      const known = listRoles(db).some(({ id }) =>
        getRole(db, id).layers.some((layer) => layer.competencies.some((one) => one.id === input.id)),
      );
      if (!known) throw new AppError('not_found', `There is no competency “${input.id}”. Nothing was changed.`);
      const rating = {
        subject: 'competency',
        subjectId: input.id,
        level: input.level,
        source: 'self',
        withWords: true,
        raw: null,
        reasons: [],
        documentId: null,
      } as const;
      addRating(db, ctx.profile.id, rating, ctx.now());
      return { result: null, changed: ['ratings'] };
    }),
  ),
});

export const gaps = router({
  list: profileProcedure.query(({ ctx }) => {
    const names = skillNames(ctx.store.read);
    return listGaps(ctx.store.read, ctx.profile.id).map((gap) => ({
      ...gap,
      skills: gap.skills.map((id) => ({ id, name: names.get(id)?.name ?? id })),
    }));
  }),
  setStatus: profileProcedure
    .input(z.strictObject({ id: z.int(), status: z.enum(['open', 'in_progress', 'closed']) }))
    .mutation(({ ctx, input }) =>
      ctx.store.transact('Change of a learning gap', (db) => {
        setGapStatus(db, ctx.profile.id, input.id, input.status, ctx.now());
        return { result: null, changed: ['gaps'] };
      }),
    ),
});

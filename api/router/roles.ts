import { parse } from 'yaml';
import { z } from 'zod';
import { competenciesOf, importanceSchema, type Role, roleSchema } from '../../core/content/role.ts';
import { AppError } from '../../core/errors.ts';
import { roleFromDemands, slug } from '../../core/job/to-role.ts';
import { LEVELS } from '../../core/levels.ts';
import { JUDGEMENT } from '../../core/role/judgement.ts';
import { readRole } from '../../core/role/read-role.ts';
import { getProfile, listProfiles, setProfileRole } from '../../db/person/profiles.ts';
import { sharedCompetencies } from '../../db/roles/catalogue.ts';
import { getJobText, getRole, listRoles, listVersions, roleIds, saveRole, setJobText, setRoleRemoved } from '../../db/roles/roles.ts';
import { skillNames } from '../../db/skills/skills.ts';
import type { ReadableDb } from '../../db/statement.ts';
import { compare, roleIdOf, standingOverTime, standings } from '../comparisons.ts';
import { whatIf } from '../planning.ts';
import { profileProcedure, router } from '../trpc.ts';

const optionalRole = z.strictObject({ roleId: z.string().optional() });
const roleId = z.strictObject({ id: z.string() });
const MAX_JOB = 1_000_000;
/** A role of four hundred competencies is a third of this. */
const LARGEST = 600_000;

/** What a person makes is told apart from what ships by its id, so that neither ever takes the other's place. */
const OWN = 'own-';
const MAX_ID = 50;

/** An id nobody has: the name's, with a number where it is taken. */
function freeId(db: ReadableDb, name: string): string {
  const taken = roleIds(db);
  const plain = slug(name);
  const base = (plain.startsWith(OWN) ? plain : OWN + plain).slice(0, MAX_ID).replace(/-+$/, '');
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

function namesOf(db: ReadableDb, role: Role): Record<string, string> {
  const names = skillNames(db);
  const ids = competenciesOf(role).flatMap(({ skillsAll, skillsAny }) => [...skillsAll, ...skillsAny.flat()]);
  return Object.fromEntries(ids.map((id) => [id, names.get(id)?.name ?? id]));
}

function isOwn(db: ReadableDb, id: string): boolean {
  return listRoles(db).some((role) => role.id === id && role.origin === 'own');
}

export const roles = router({
  list: profileProcedure.query(({ ctx }) => listRoles(ctx.store.read)),
  /** Every role with where the person stands, the nearest first. */
  standings: profileProcedure.query(({ ctx }) => standings(ctx, ctx.profile.id)),
  get: profileProcedure.input(z.strictObject({ id: z.string(), version: z.int().optional() })).query(({ ctx, input }) => {
    const db = ctx.store.read;
    const role = getRole(db, input.id, input.version);
    return {
      role,
      origin: isOwn(db, input.id) ? ('own' as const) : ('shipped' as const),
      versions: listVersions(db, input.id),
      jobText: getJobText(db, input.id),
      skillNames: namesOf(db, role),
    };
  }),
  /** The competencies that roles share, to choose from. */
  catalogue: profileProcedure.query(({ ctx }) => sharedCompetencies(ctx.store.read)),
  choose: profileProcedure.input(roleId).mutation(({ ctx, input }) =>
    ctx.store.transact('Choice of a role', (db) => {
      getRole(db, input.id);
      setProfileRole(db, ctx.profile.id, input.id);
      return { result: null, changed: ['profiles', 'roles'] };
    }),
  ),
  /** A copy to change, or an empty role. */
  create: profileProcedure
    .input(z.strictObject({ name: z.string().trim().min(1).max(80), from: z.string().optional() }))
    .mutation(({ ctx, input }) =>
      ctx.store.transact('New role', (db) => {
        const id = freeId(db, input.name);
        const empty: Role = {
          id,
          version: 1,
          name: input.name,
          summary: '',
          layers: [{ id: 'main', name: 'Main', part: 'layer', summary: '', competencies: [] }],
        };
        const role = input.from === undefined ? empty : { ...getRole(db, input.from), id, version: 1, name: input.name };
        saveRole(db, role, 'own', ctx.now());
        return { result: { id }, changed: ['roles'] };
      }),
    ),
  /** Keeps a changed role as its next version; the same again changes nothing. */
  save: profileProcedure.input(z.strictObject({ role: roleSchema })).mutation(({ ctx, input: { role } }) =>
    ctx.store.transact('Change of a role', (db) => {
      if (!isOwn(db, role.id)) throw new AppError('invalid', 'This role comes with the program. Make a copy of it and change that.');
      const { version, ...before } = getRole(db, role.id);
      const { version: from, ...after } = role;
      if (from !== version)
        throw new AppError(
          'conflict',
          `This role was changed elsewhere: version ${version} is there, you changed version ${from}. Open it again.`,
        );
      if (JSON.stringify(before) === JSON.stringify(after)) return { result: { version }, changed: [] };
      saveRole(db, { ...role, version: version + 1 }, 'own', ctx.now());
      return { result: { version: version + 1 }, changed: ['roles'] };
    }),
  ),
  /** Makes an earlier version the newest again, as a version of its own. */
  bringBack: profileProcedure.input(z.strictObject({ id: z.string(), version: z.int() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Return to an earlier version of a role', (db) => {
      if (!isOwn(db, input.id)) throw new AppError('invalid', 'This role comes with the program and has no versions of yours.');
      const version = getRole(db, input.id).version + 1;
      saveRole(db, { ...getRole(db, input.id, input.version), version }, 'own', ctx.now());
      return { result: { version }, changed: ['roles'] };
    }),
  ),
  remove: profileProcedure.input(roleId).mutation(({ ctx, input }) =>
    ctx.store.transact('Removal of a role', (db) => {
      const user = listProfiles(db).find(({ roleId: chosen }) => chosen === input.id);
      if (user)
        throw new AppError(
          'conflict',
          `This is the role that the profile “${user.name}” is compared with. Choose another one there first.`,
        );
      setRoleRemoved(db, input.id, ctx.now());
      return { result: null, changed: ['roles'] };
    }),
  ),
  restore: profileProcedure.input(roleId).mutation(({ ctx, input }) =>
    ctx.store.transact('Return of a role', (db) => {
      setRoleRemoved(db, input.id, null);
      return { result: null, changed: ['roles'] };
    }),
  ),
  /** A role from the text of a YAML or JSON file. */
  importFile: profileProcedure.input(z.strictObject({ text: z.string() })).mutation(({ ctx, input }) => importRole(ctx, input.text)),
  /** A role of what was taken from a job description. */
  fromJob: profileProcedure
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(80),
        text: z.string().max(MAX_JOB),
        demands: z
          .array(
            z.strictObject({
              key: z.string().min(1).max(200),
              name: z.string().trim().min(1).max(300),
              skills: z.array(z.string().max(200)).min(1).max(50),
              importance: importanceSchema,
              required: z.int().min(0).max(5),
              weight: z.int().min(1).max(5),
              note: z.string().max(2000),
            }),
          )
          .min(1)
          .max(400),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.store.transact('Role from a job description', (db) => {
        const id = freeId(db, input.name);
        const role = roleFromDemands({ id, name: input.name, summary: '' }, input.demands, sharedCompetencies(db));
        saveRole(db, role, 'own', ctx.now());
        setJobText(db, id, input.text);
        return { result: { id }, changed: ['roles'] };
      }),
    ),
  compare: profileProcedure
    .input(optionalRole)
    .query(({ ctx, input }) => compare(ctx, ctx.profile.id, roleIdOf(ctx.profile, input.roleId))),
  /** The same comparison for another profile, or as it was at a time. */
  compareWith: profileProcedure
    .input(z.strictObject({ roleId: z.string(), profileId: z.int().optional(), atMs: z.number().optional() }))
    .query(({ ctx, input }) => compare(ctx, getProfile(ctx.store.read, input.profileId ?? ctx.profile.id).id, input.roleId, input.atMs)),
  overTime: profileProcedure.input(optionalRole).query(({ ctx, input }) => {
    const role = getRole(ctx.store.read, roleIdOf(ctx.profile, input.roleId));
    return { role: { id: role.id, name: role.name, version: role.version }, points: standingOverTime(ctx, ctx.profile.id, role) };
  }),
  whatIf: profileProcedure
    .input(z.strictObject({ roleId: z.string(), levels: z.record(z.string(), z.number().min(0).max(5)) }))
    .query(({ ctx, input }) => whatIf(ctx, ctx.profile.id, input.roleId, new Map(Object.entries(input.levels)))),
  judgement: profileProcedure.query(() => ({
    ...JUDGEMENT,
    bands: JUDGEMENT.bands.map(({ id, minFit }) => ({ id, minFit })),
    levels: LEVELS,
  })),
});

/** Stores a role of the person's own from a file; one whose id is taken gets another. @throws AppError `invalid`. */
export function importRole({ store, now }: Pick<Parameters<typeof compare>[0], 'store' | 'now'>, text: string) {
  const shared = new Map(sharedCompetencies(store.read).map(({ competency }) => [competency.id, competency]));
  const role = readRole(parsed(text), shared);
  return store.transact('Import of a role', (db) => {
    const id = freeId(db, role.id);
    saveRole(db, { ...role, id, version: 1 }, 'own', now());
    return { result: { id, name: role.name }, changed: ['roles' as const] };
  });
}

/** JSON first: it is the quicker of the two to read. Keys that stand twice are not looked for, which takes long in a hostile file. */
function parsed(text: string): unknown {
  if (text.length > LARGEST) throw new AppError('too_large', 'This file is larger than any role. Nothing was stored.');
  try {
    return text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text, { uniqueKeys: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new AppError('invalid', `This is neither YAML nor JSON: ${reason} Nothing was stored.`, { cause: error });
  }
}

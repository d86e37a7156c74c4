import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupFolder, backupName, makeBackup } from '../../db/backup.ts';
import { listDocuments } from '../../db/documents/documents.ts';
import { listStories } from '../../db/person/evidence.ts';
import { listProfileSkills } from '../../db/person/profile-skills.ts';
import { listProfiles, renameProfile } from '../../db/person/profiles.ts';
import { countReviews } from '../../db/practice/reviews.ts';
import { readSetting, writeSetting } from '../../db/settings/settings.ts';
import { createProfile, selectProfile } from '../context.ts';
import { createCallerFactory, profileProcedure, router } from '../trpc.ts';
import { assistant } from './assistant.ts';
import { competencies } from './competencies.ts';
import { documents } from './documents.ts';
import { drill } from './drill.ts';
import { gaps, plan } from './gaps.ts';
import { practice } from './practice.ts';
import { progress } from './progress.ts';
import { questions } from './questions.ts';
import { recordings } from './recordings.ts';
import { roles } from './roles.ts';
import { scoring } from './scoring.ts';
import { skills } from './skills.ts';

const themeSchema = z.enum(['light', 'dark', 'auto']);
const name = z.string().trim().min(1).max(80);

const app = router({
  /** What the shell needs at start, and where the person is on the way from import to drill. */
  state: profileProcedure.query(({ ctx }) => {
    const db = ctx.store.read;
    const docs = listDocuments(db, ctx.profile.id);
    return {
      version: ctx.version,
      host: ctx.host,
      dataDir: ctx.store.dataDir,
      profile: ctx.profile,
      profiles: listProfiles(db),
      theme: readSetting(db, 'theme', themeSchema) ?? 'auto',
      documents: docs.length,
      toReview: docs.filter(({ status }) => status === 'proposed').map(({ id, name: title }) => ({ id, name: title })),
      skills: listProfileSkills(db, ctx.profile.id).length,
      answers: countReviews(db, ctx.profile.id),
      integrity: ctx.integrity,
    };
  }),
  setTheme: profileProcedure.input(z.strictObject({ theme: themeSchema })).mutation(({ ctx, input }) =>
    ctx.store.transact('Theme', (db) => {
      writeSetting(db, 'theme', input.theme);
      return { result: null, changed: ['settings'] };
    }),
  ),
  backup: profileProcedure.mutation(async ({ ctx }) => {
    const folder = backupFolder(ctx.store.dataDir);
    mkdirSync(folder, { recursive: true });
    const path = await makeBackup(ctx.store.backup, join(folder, backupName(ctx.now(), 'manual')));
    return { result: { path }, changed: [] };
  }),
});

const profiles = router({
  create: profileProcedure.input(z.strictObject({ name })).mutation(({ ctx, input }) => ({
    result: { id: createProfile(ctx, input.name) },
    changed: ['profiles'] as const,
  })),
  select: profileProcedure.input(z.strictObject({ id: z.int() })).mutation(({ ctx, input }) => {
    selectProfile(ctx, input.id);
    return {
      result: null,
      changed: ['profiles', 'documents', 'skills', 'ratings', 'gaps', 'roles', 'reviews', 'sessions', 'plans', 'wordings'] as const,
    };
  }),
  rename: profileProcedure.input(z.strictObject({ id: z.int(), name })).mutation(({ ctx, input }) =>
    ctx.store.transact('Rename of a profile', (db) => {
      renameProfile(db, input.id, input.name);
      return { result: null, changed: ['profiles'] };
    }),
  ),
});

const stories = router({ list: profileProcedure.query(({ ctx }) => listStories(ctx.store.read, ctx.profile.id)) });

export const appRouter = router({
  app,
  profiles,
  documents,
  skills,
  roles,
  competencies,
  gaps,
  plan,
  questions,
  drill,
  practice,
  progress,
  recordings,
  assistant,
  scoring,
  stories,
});
export type AppRouter = typeof appRouter;

/** The router called without HTTP, for the command line and tests. */
export const createCaller = createCallerFactory(appRouter);

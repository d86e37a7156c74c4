import { z } from 'zod';
import { competenciesOf } from '../../core/content/role.ts';
import { AppError } from '../../core/errors.ts';
import type { GapState } from '../../core/role/merged-gaps.ts';
import { addGap, listGaps, removeGap, setGapStatus } from '../../db/person/gaps.ts';
import {
  addGapEvent,
  addTask,
  changeTask,
  deleteTask,
  getPlan,
  listGapEvents,
  listGapStates,
  listTasks,
  setGapState,
  setPlan,
} from '../../db/person/plans.ts';
import { questionCounts } from '../../db/questions/questions.ts';
import { getRole } from '../../db/roles/roles.ts';
import { skillNames } from '../../db/skills/skills.ts';
import { roleIdOf } from '../comparisons.ts';
import { gapsOf, planFor } from '../planning.ts';
import { profileProcedure, router } from '../trpc.ts';

const day = z.iso.date();
const statusSchema = z.enum(['open', 'in_progress', 'closed']);
const key = z.string().min(1).max(200);
const hours = z.number().positive().max(1000);

export const gaps = router({
  /** What the person said, what the role shows and what practice shows, merged; without a role only what was said. */
  list: profileProcedure.query(({ ctx }) => {
    const db = ctx.store.read;
    const { roleId } = ctx.profile;
    const names = skillNames(db);
    const role = roleId === null ? null : getRole(db, roleId);
    const definitions = new Map(role === null ? [] : competenciesOf(role).map((one) => [one.id, one]));
    const counts = questionCounts(db);
    const stored = new Map(listGaps(db, ctx.profile.id).map((gap) => [gap.id, gap]));
    return gapsOf(ctx, ctx.profile.id, roleId).map(({ said, ...gap }) => ({
      ...gap,
      said: said.map(({ id, text, status, skills }) => ({
        id,
        text,
        status,
        documentId: stored.get(id)?.documentId ?? null,
        skills: skills.map((skill) => ({ id: skill, name: names.get(skill)?.name ?? skill })),
      })),
      questions: counts.get(gap.key) ?? 0,
      resources: definitions.get(gap.key)?.resources ?? [],
    }));
  }),
  /** A gap in the person's own words. */
  add: profileProcedure
    .input(z.strictObject({ text: z.string().trim().min(1).max(500), skills: z.array(z.string()).max(20).default([]) }))
    .mutation(({ ctx, input }) =>
      ctx.store.transact('New learning gap', (db) => {
        const known = skillNames(db);
        const skills = input.skills.filter((id) => known.has(id));
        const id = addGap(db, ctx.profile.id, { text: input.text, documentId: null, start: null, end: null, skills }, ctx.now());
        return { result: { id }, changed: ['gaps', 'skills'] };
      }),
    ),
  /** Takes back a gap the person added. */
  remove: profileProcedure.input(z.strictObject({ id: z.int() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Removal of a learning gap', (db) => {
      const gap = listGaps(db, ctx.profile.id).find(({ id }) => id === input.id);
      if (gap?.documentId != null) throw new AppError('invalid', 'This gap stands in a document. Close it instead.');
      removeGap(db, ctx.profile.id, input.id);
      return { result: null, changed: ['gaps', 'skills'] };
    }),
  ),
  set: profileProcedure
    .input(
      z.strictObject({ key, status: statusSchema.optional(), note: z.string().max(5000).optional(), dueOn: day.nullable().optional() }),
    )
    .mutation(({ ctx, input }) =>
      ctx.store.transact('Change of a gap', (db) => {
        const profileId = ctx.profile.id;
        const gap = gapsOf(ctx, profileId, ctx.profile.roleId).find((one) => one.key === input.key);
        if (!gap) throw new AppError('not_found', 'This gap is not there any more.');
        const before = listGapStates(db, profileId).find((state) => state.key === input.key);
        const state: GapState = {
          key: input.key,
          status: input.status ?? before?.status ?? null,
          note: input.note ?? gap.note,
          dueOn: input.dueOn === undefined ? gap.dueOn : input.dueOn,
        };
        setGapState(db, profileId, state, ctx.now());
        if (input.status !== undefined && input.status !== gap.status) {
          for (const { id } of gap.said) setGapStatus(db, profileId, id, input.status, ctx.now());
          addGapEvent(db, profileId, { key: input.key, title: gap.title, status: input.status }, ctx.now());
        }
        return { result: null, changed: ['gaps', 'skills'] };
      }),
    ),
  /** What was closed, opened and taken up, newest first. */
  history: profileProcedure.query(({ ctx }) => listGapEvents(ctx.store.read, ctx.profile.id)),
});

const taskInput = { title: z.string().trim().min(1).max(300), hours: hours.nullable(), dueOn: day.nullable() };

export const plan = router({
  get: profileProcedure
    .input(z.strictObject({ roleId: z.string().optional() }))
    .query(({ ctx, input }) => planFor(ctx, ctx.profile.id, roleIdOf(ctx.profile, input.roleId))),
  settings: profileProcedure.query(({ ctx }) => getPlan(ctx.store.read, ctx.profile.id)),
  set: profileProcedure
    .input(z.strictObject({ interviewOn: day.nullable().optional(), weeklyHours: z.number().positive().max(80).optional() }))
    .mutation(({ ctx, input }) =>
      ctx.store.transact('Plan', (db) => {
        const before = getPlan(db, ctx.profile.id);
        const { interviewOn = before.interviewOn, weeklyHours = before.weeklyHours } = input;
        setPlan(db, ctx.profile.id, { interviewOn, weeklyHours });
        return { result: null, changed: ['plans'] };
      }),
    ),
  tasks: profileProcedure.query(({ ctx }) => listTasks(ctx.store.read, ctx.profile.id)),
  addTask: profileProcedure.input(z.strictObject({ ...taskInput, gapKey: key.nullable() })).mutation(({ ctx, input }) =>
    ctx.store.transact('New task', (db) => {
      const id = addTask(db, ctx.profile.id, input, ctx.now());
      return { result: { id }, changed: ['plans'] };
    }),
  ),
  changeTask: profileProcedure.input(z.strictObject({ ...taskInput, id: z.int(), isDone: z.boolean() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Change of a task', (db) => {
      const before = listTasks(db, ctx.profile.id).find(({ id }) => id === input.id);
      const doneAtMs = input.isDone ? (before?.doneAtMs ?? ctx.now()) : null;
      changeTask(db, ctx.profile.id, { ...input, doneAtMs });
      return { result: null, changed: ['plans'] };
    }),
  ),
  removeTask: profileProcedure.input(z.strictObject({ id: z.int() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Removal of a task', (db) => {
      deleteTask(db, ctx.profile.id, input.id);
      return { result: null, changed: ['plans'] };
    }),
  ),
});

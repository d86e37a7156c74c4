import { z } from 'zod';
import { languageSchema, said } from '../../core/content/language.ts';
import { practiceDay } from '../../core/day.ts';
import { AppError } from '../../core/errors.ts';
import { schedulingSchema } from '../../core/practice/scheduling.ts';
import { bury, clearLeech, easierThan, historyOf, listPutAside, setSuspension } from '../../db/practice/put-aside.ts';
import { answeredIn } from '../../db/practice/reviews.ts';
import { chooseParameters, getScheduling, listParameters, saveSchedulingSettings } from '../../db/practice/scheduling.ts';
import { endSession, getSession, removeFromQueue } from '../../db/practice/sessions.ts';
import { getQuestion, listTags } from '../../db/questions/questions.ts';
import { sharedCompetencies } from '../../db/roles/catalogue.ts';
import { questionLanguage, saveQuestionLanguage } from '../../db/settings/question-language.ts';
import type { WritableDb } from '../../db/statement.ts';
import { roleIdOf } from '../comparisons.ts';
import { interviewPlan } from '../practice.ts';
import { trainingBasis, trainScheduler } from '../training.ts';
import { profileProcedure, router } from '../trpc.ts';

const onQuestion = z.strictObject({ questionId: z.string() });
/** The session it is being asked in, when it is. */
const inSession = onQuestion.extend({ sessionId: z.int().optional() });

/** A session does not go on asking what was put aside; with nothing left to ask it ends. */
function leaveOut(db: WritableDb, profileId: number, { questionId, sessionId }: z.infer<typeof inSession>, nowMs: number): void {
  if (sessionId === undefined || answeredIn(db, sessionId).has(questionId)) return;
  removeFromQueue(db, profileId, sessionId, questionId);
  if (answeredIn(db, sessionId).size === getSession(db, profileId, sessionId).queue.length) endSession(db, sessionId, nowMs);
}

export const practice = router({
  scheduling: profileProcedure.query(({ ctx }) => getScheduling(ctx.store.read, ctx.profile.id)),
  setScheduling: profileProcedure.input(schedulingSchema).mutation(({ ctx, input }) =>
    ctx.store.transact('Settings of the schedule', (db) => {
      saveSchedulingSettings(db, ctx.profile.id, input);
      return { result: null, changed: ['settings', 'sessions'] };
    }),
  ),
  /** The language questions are asked in where they have it. */
  language: profileProcedure.query(({ ctx }) => questionLanguage(ctx.store.read, ctx.profile.id)),
  setLanguage: profileProcedure.input(z.strictObject({ language: languageSchema })).mutation(({ ctx, input }) =>
    ctx.store.transact('Language of the questions', (db) => {
      saveQuestionLanguage(db, ctx.profile.id, input.language);
      return { result: null, changed: ['settings', 'sessions'] };
    }),
  ),
  /** The days until the interview, and what does not fit; null without one ahead. */
  interview: profileProcedure.input(z.strictObject({ roleId: z.string().optional() })).query(({ ctx, input }) => {
    const planned = interviewPlan(ctx, ctx.profile, roleIdOf(ctx.profile, input.roleId));
    if (planned === null) return null;
    const { plan, cards, interviewOn, daysLeft, limits } = planned;
    const names = new Map(sharedCompetencies(ctx.store.read).map(({ competency }) => [competency.id, competency.name]));
    const grouped = (ids: readonly string[]) =>
      [...Map.groupBy(ids, (id) => cards.get(id)?.competencyId ?? '')].map(([competencyId, list]) => ({
        competencyId,
        name: names.get(competencyId) ?? competencyId,
        isMust: cards.get(list[0] ?? '')?.isMust ?? false,
        questions: list.length,
      }));
    return {
      interviewOn,
      daysLeft,
      limits,
      lastDays: plan.lastDays,
      days: plan.days.map(({ day, due, last, fresh, minutes }) => ({
        day,
        due: due.length,
        last: last.length,
        fresh: fresh.length,
        minutes: Math.round(minutes),
      })),
      unfit: {
        unseen: grouped(plan.unfit.unseen),
        notRepeated: grouped(plan.unfit.notRepeated),
        waiting: plan.unfit.waiting.length,
      },
      newPerDayForMusts: plan.newPerDayForMusts,
    };
  }),
  /** Trainings so far, what there is to train on, and how far one that runs is (null when none does). */
  trainings: profileProcedure.query(({ ctx }) => ({
    ...trainingBasis(ctx, ctx.profile.id),
    running: ctx.training.get(ctx.profile.id) ?? null,
    list: listParameters(ctx.store.read, ctx.profile.id),
    usedId: getScheduling(ctx.store.read, ctx.profile.id).parameters?.id ?? null,
  })),
  train: profileProcedure.mutation(async ({ ctx, signal }) => ({
    result: await trainScheduler(ctx, ctx.profile.id, signal),
    changed: ['settings'] as const,
  })),
  /** Takes parameters of an earlier training, or with null the scheduler's own. */
  useParameters: profileProcedure.input(z.strictObject({ id: z.int().nullable() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Parameters of the schedule', (db) => {
      if (input.id !== null && !listParameters(db, ctx.profile.id).some(({ id }) => id === input.id))
        throw new AppError('not_found', 'There is no such training.');
      chooseParameters(db, ctx.profile.id, input.id);
      return { result: null, changed: ['settings'] };
    }),
  ),
  tags: profileProcedure.query(({ ctx }) => listTags(ctx.store.read)),
  /** Suspended questions and those that do not stick, with why and with an easier one where there is one. */
  putAside: profileProcedure.query(({ ctx }) => {
    const db = ctx.store.read;
    const language = questionLanguage(db, ctx.profile.id);
    return listPutAside(db, ctx.profile.id).map((one) => {
      if (one.leechAtMs === null) return { ...one, leech: null };
      const { forgottenAtMs, ticked, answers } = historyOf(db, ctx.profile.id, one.questionId);
      const { keyPoints } = getQuestion(db, one.questionId);
      const missed = keyPoints.map(({ id, text }) => ({ text: said(text, language), missed: answers - (ticked.get(id) ?? 0) }));
      return {
        ...one,
        leech: {
          forgottenAtMs,
          answers,
          missed: missed.filter((point) => point.missed > 0).sort((a, b) => b.missed - a.missed),
          easier: easierThan(db, ctx.profile.id, one),
        },
      };
    });
  }),
  suspend: profileProcedure.input(inSession.extend({ suspended: z.boolean() })).mutation(({ ctx, input }) =>
    ctx.store.transact(input.suspended ? 'Suspension of a question' : 'Return of a question', (db) => {
      getQuestion(db, input.questionId);
      setSuspension(db, ctx.profile.id, input.questionId, input.suspended, ctx.now());
      leaveOut(db, ctx.profile.id, input, ctx.now());
      return { result: null, changed: ['reviews', 'questions', 'sessions'] };
    }),
  ),
  /** Puts a question off to tomorrow, or takes that back. */
  bury: profileProcedure.input(inSession.extend({ buried: z.boolean() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Putting off of a question', (db) => {
      getQuestion(db, input.questionId);
      bury(db, ctx.profile.id, input.questionId, input.buried ? practiceDay(ctx.now()).endMs : null, ctx.now());
      leaveOut(db, ctx.profile.id, input, ctx.now());
      return { result: null, changed: ['reviews', 'questions', 'sessions'] };
    }),
  ),
  keepLeech: profileProcedure.input(onQuestion).mutation(({ ctx, input }) =>
    ctx.store.transact('A question that did not stick', (db) => {
      clearLeech(db, ctx.profile.id, input.questionId);
      return { result: null, changed: ['reviews', 'questions'] };
    }),
  ),
});

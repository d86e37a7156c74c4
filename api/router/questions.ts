import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { questionSchema } from '../../core/content/question.ts';
import { AppError } from '../../core/errors.ts';
import { plainQuestion } from '../../core/practice/draw.ts';
import { REPORT_REASONS } from '../../core/practice/question-report.ts';
import { standingChanges, undoQuestionChange } from '../../db/questions/changes.ts';
import { REPORTS_TO_RETIRE } from '../../db/questions/generated.ts';
import { IMPORT_NAME } from '../../db/questions/import-questions.ts';
import { addOwnQuestion, copyIdOf, editQuestion, originalIdOf, removeOwnQuestion } from '../../db/questions/own-questions.ts';
import { cardState } from '../../db/questions/question-cards.ts';
import { findQuestion, getQuestion, listQuestions, retireQuestion } from '../../db/questions/questions.ts';
import { addReport, listReports, removeReport, reportsOf } from '../../db/questions/reports.ts';
import { countQuestions, listTags, MAX_COUNTED, questionNumbers, searchQuestions } from '../../db/questions/search.ts';
import { sharedCompetencies } from '../../db/roles/catalogue.ts';
import { questionLanguage } from '../../db/settings/question-language.ts';
import { askedQuestion } from '../asked-question.ts';
import type { App } from '../context.ts';
import { experienceOf, generatedFamilies, refreshGenerated } from '../generated.ts';
import { filterFor, personOf, wantedSchema } from '../question-filter.ts';
import { profileProcedure, router } from '../trpc.ts';

const MAX_PAGE = 200;
const SHOWN_IMPORTS = 5;
const MAX_REPORT = 4_000;
const byId = z.strictObject({ id: z.string() });
const byChange = z.strictObject({ changeId: z.int() });

function competencyNames({ store }: App): ReadonlyMap<string, string> {
  return store.memo(
    'names of competencies',
    ['roles'],
    () => new Map(sharedCompetencies(store.read).map(({ competency }) => [competency.id, competency.name])),
  );
}

export const questions = router({
  /** The whole bank of a role, each read; for a page of many there is `search`. */
  list: profileProcedure.input(z.strictObject({ roleId: z.string().optional() })).query(({ ctx, input }) => {
    const names = competencyNames(ctx);
    return listQuestions(ctx.store.read, input.roleId)
      .map(plainQuestion)
      .map(({ id, kind, level, timeLimitSec, competencies, prompt }) => ({
        id,
        kind,
        level,
        timeLimitSec,
        competencies: competencies.map((one) => ({ ...one, name: names.get(one.id) ?? one.id })),
        prompt,
      }));
  }),
  /** A page of the questions wanted; `total` ends at `countedTo` where a state is asked for. */
  search: profileProcedure
    .input(z.strictObject({ wanted: wantedSchema, limit: z.int().min(1).max(MAX_PAGE).default(50), offset: z.int().min(0).default(0) }))
    .query(({ ctx, input }) => {
      const filter = filterFor(ctx, input.wanted);
      const person = personOf(ctx);
      const names = competencyNames(ctx);
      const items = searchQuestions(ctx.store.read, filter, person, input).map((item) => ({
        ...item,
        competency: names.get(item.competencyId) ?? item.competencyId,
      }));
      const total = countQuestions(ctx.store.read, filter, person);
      return { items, total, isMore: filter.state !== undefined && total >= MAX_COUNTED };
    }),
  /** How many there are of each kind, level and main competency. */
  numbers: profileProcedure.input(z.strictObject({ wanted: wantedSchema })).query(({ ctx, input }) => {
    const names = competencyNames(ctx);
    return questionNumbers(ctx.store.read, filterFor(ctx, input.wanted), personOf(ctx)).map((row) => ({
      ...row,
      competency: names.get(row.competencyId) ?? row.competencyId,
    }));
  }),
  /** Brings the questions from the person's own experience up to date, and says how many there are of each family. */
  refreshGenerated: profileProcedure
    .input(z.strictObject({ isForced: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => refreshGenerated(ctx, ctx.profile, input.isForced)),
  generated: profileProcedure.query(({ ctx }) => generatedFamilies(ctx, ctx.profile.id)),
  /** What questions can be filtered by: tags in use, competencies by name. */
  facets: profileProcedure.query(({ ctx }) => ({
    tags: listTags(ctx.store.read),
    competencies: [...competencyNames(ctx)].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en')),
  })),
  get: profileProcedure.input(byId).query(({ ctx, input }) => plainQuestion(getQuestion(ctx.store.read, input.id))),
  /** One question whole, with what this person has to do with it. @throws AppError `not_found`. */
  details: profileProcedure.input(byId).query(({ ctx, input: { id } }) => {
    const db = ctx.store.read;
    const record = findQuestion(db, id);
    if (record === null || record.isRetired) throw new AppError('not_found', `There is no question “${id}” any more.`);
    const card = cardState(db, ctx.profile.id, id);
    const copy = findQuestion(db, copyIdOf(id));
    const original = originalIdOf(id);
    const bank = original === null ? null : findQuestion(db, original);
    return {
      question: record.question,
      plain: plainQuestion(record.question),
      origin: record.origin,
      experience: experienceOf(ctx, ctx.profile.id, id),
      card: card && {
        state: card.state,
        dueAtMs: card.dueAtMs,
        isSuspended: card.suspendedAtMs !== null,
        isLeech: card.leechAtMs !== null,
      },
      /** The own copy beside this question of the bank. */
      copyId: copy === null || copy.isRetired ? null : copy.question.id,
      /** The bank's question that this own one stands beside. */
      originalId: bank === null || bank.isRetired ? null : bank.question.id,
      reports: reportsOf(db, ctx.profile.id, id),
    };
  }),
  /** A question as it will be asked, before it is kept. */
  preview: profileProcedure.input(z.strictObject({ question: questionSchema })).query(({ ctx, input }) => {
    const language = questionLanguage(ctx.store.read, ctx.profile.id);
    return { ...askedQuestion(plainQuestion(input.question), { seed: 'preview', draft: null, language }), experience: null };
  }),
  create: profileProcedure
    .input(z.strictObject({ question: questionSchema }))
    .mutation(({ ctx, input }) =>
      addOwnQuestion(ctx.store, ctx.profile.id, { ...input.question, id: `own.question.${randomUUID()}` }, ctx.now()),
    ),
  edit: profileProcedure
    .input(z.strictObject({ question: questionSchema }))
    .mutation(({ ctx, input }) => editQuestion(ctx.store, ctx.profile.id, input.question, ctx.now())),
  remove: profileProcedure.input(byId).mutation(({ ctx, input }) => removeOwnQuestion(ctx.store, ctx.profile.id, input.id, ctx.now())),
  /** Takes an edit, a removal or an import back, as a whole. */
  undo: profileProcedure
    .input(byChange)
    .mutation(({ ctx, input }) => undoQuestionChange(ctx.store, ctx.profile.id, input.changeId, ctx.now())),
  /** The imports that can still be taken back, the newest first. */
  imports: profileProcedure.query(({ ctx }) => standingChanges(ctx.store.read, ctx.profile.id, IMPORT_NAME, SHOWN_IMPORTS)),
  reports: profileProcedure.query(({ ctx }) => listReports(ctx.store.read, ctx.profile.id)),
  /** Says that a question is wrong; kept here, nothing is sent. */
  report: profileProcedure
    .input(z.strictObject({ id: z.string(), reason: z.enum(REPORT_REASONS), text: z.string().trim().max(MAX_REPORT) }))
    .mutation(({ ctx, input: { id, reason, text } }) =>
      ctx.store.transact('Report of a question', (db) => {
        const record = findQuestion(db, id);
        if (record === null) throw new AppError('not_found', `There is no question “${id}”.`);
        const report = { questionId: id, questionVersion: record.question.version, reason, text, reportedAtMs: ctx.now() };
        const result = { id: addReport(db, ctx.profile.id, report) };
        const isOver = record.origin === 'generated' && reportsOf(db, ctx.profile.id, id).length >= REPORTS_TO_RETIRE;
        if (isOver) retireQuestion(db, id, ctx.now());
        return { result: { ...result, isRetired: isOver }, changed: ['questions'] };
      }),
    ),
  withdrawReport: profileProcedure.input(z.strictObject({ id: z.int() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Withdrawal of a report', (db) => {
      if (!removeReport(db, ctx.profile.id, input.id)) throw new AppError('not_found', 'This report is not there any more.');
      return { result: null, changed: ['questions'] };
    }),
  ),
});

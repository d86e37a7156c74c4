import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { answerSchema, checkExactly, shuffled } from '../../core/practice/answer.ts';
import { drawQuestion } from '../../core/practice/draw.ts';
import { bandOf, checkKeyPoints } from '../../core/practice/key-points.ts';
import { buildQueue, type Candidate, type CompetencyNeed, type QueueEntry } from '../../core/practice/queue.ts';
import { GRADES, newSchedule, previewIntervals } from '../../core/practice/schedule.ts';
import type { RoleComparison } from '../../core/role/compare.ts';
import type { Profile } from '../../db/person/profiles.ts';
import { findCard, listCards } from '../../db/practice/cards.ts';
import { findDraft, saveDraft } from '../../db/practice/drafts.ts';
import { canRedo, gradeAnswer, redoAnswer, undoAnswer } from '../../db/practice/grade.ts';
import { sessionReviews } from '../../db/practice/reviews.ts';
import { addSession, endSession, getSession, openSession, type Session } from '../../db/practice/sessions.ts';
import { getQuestion, listQuestions } from '../../db/questions/questions.ts';
import { compare, roleIdOf } from '../comparisons.ts';
import type { App } from '../context.ts';
import { profileProcedure, router } from '../trpc.ts';

const MAX_SESSION = 50;
const PER_COMPETENCY = 2;

/** How urgent each competency is: its severity, or what is at stake where nothing is known. */
function needsOf(comparison: RoleComparison): Map<string, CompetencyNeed> {
  const all = comparison.layers.flatMap((layer) => layer.competencies);
  return new Map(
    all.map(({ id, priority, level, required }) => [
      id,
      { priority, aimLevel: level === null ? Math.max(1, required - 1) : Math.max(1, level - 0.4) },
    ]),
  );
}

function sessionView(app: App, profileId: number, session: Session) {
  const reviews = sessionReviews(app.store.read, session.id);
  const graded = new Map(reviews.map((review) => [review.questionId, review]));
  return {
    id: session.id,
    roleId: session.roleId,
    competencyId: session.competencyId,
    startedAtMs: session.startedAtMs,
    endedAtMs: session.endedAtMs,
    canRedo: canRedo(app.store.read, profileId, session.id),
    items: session.queue.map(({ questionId, why }) => {
      const review = graded.get(questionId);
      const { prompt, kind, level, competencies, keyPoints } = drawQuestion(getQuestion(app.store.read, questionId), seedOf(session.id));
      return {
        questionId,
        why,
        kind,
        level,
        competencyId: competencies[0]?.id ?? '',
        prompt: prompt.en,
        grade: review?.grade ?? null,
        // Numbers, order, options and acts are exact; of words only what was ticked can be said.
        result: review
          ? { checkedBy: review.checkedBy, share: review.share, ticked: review.points.length, points: keyPoints.length }
          : null,
        durationMs: review?.durationMs ?? null,
      };
    }),
  };
}

/** Questions of a role (or of one competency) with what is known of their schedule. */
function candidatesOf(app: App, profile: Profile, roleId: string, competencyId: string | undefined): Candidate[] {
  const dueAt = new Map(
    listCards(app.store.read, profile.id)
      .filter(({ state }) => state !== 'new')
      .map((card) => [card.questionId, card.dueAtMs]),
  );
  return listQuestions(app.store.read, roleId)
    .filter(({ competencies }) => competencyId === undefined || competencies.some(({ id }) => id === competencyId))
    .map(({ id, level, competencies }) => ({
      questionId: id,
      level,
      competencyId: competencies[0]?.id ?? '',
      dueAtMs: dueAt.get(id) ?? null,
    }));
}

/** In one session a question keeps its numbers, whatever is undone; in the next they are others. */
function seedOf(sessionId: number): string {
  return `session ${sessionId}`;
}

interface Wanted {
  readonly competencyId?: string | undefined;
  readonly questionId?: string | undefined;
  readonly size: number;
}

function queueFor(app: App, profile: Profile, roleId: string, { competencyId, questionId, size }: Wanted): QueueEntry[] {
  if (questionId !== undefined) return [{ questionId: getQuestion(app.store.read, questionId).id, why: 'chosen' }];
  const needs = needsOf(compare(app, profile.id, roleId));
  const maxPerCompetency = competencyId === undefined ? PER_COMPETENCY : size;
  return buildQueue(candidatesOf(app, profile, roleId, competencyId), needs, { nowMs: app.now(), size, maxPerCompetency });
}

const inSession = z.strictObject({ sessionId: z.int() });
const onQuestion = z.strictObject({ sessionId: z.int(), questionId: z.string() });

export const drill = router({
  /** The session that was not finished, or null. */
  open: profileProcedure.query(({ ctx }) => {
    const session = openSession(ctx.store.read, ctx.profile.id);
    return session ? sessionView(ctx, ctx.profile.id, session) : null;
  }),
  session: profileProcedure
    .input(inSession)
    .query(({ ctx, input }) => sessionView(ctx, ctx.profile.id, getSession(ctx.store.read, ctx.profile.id, input.sessionId))),
  due: profileProcedure.input(z.strictObject({ roleId: z.string().optional() })).query(({ ctx, input }) => {
    const nowMs = ctx.now();
    const candidates = candidatesOf(ctx, ctx.profile, roleIdOf(ctx.profile, input.roleId), undefined);
    const due = candidates.filter(({ dueAtMs }) => dueAtMs !== null && dueAtMs <= nowMs);
    return { due: due.length, fresh: candidates.filter(({ dueAtMs }) => dueAtMs === null).length, total: candidates.length };
  }),
  start: profileProcedure
    .input(
      z.strictObject({
        roleId: z.string().optional(),
        competencyId: z.string().optional(),
        questionId: z.string().optional(),
        size: z.int().min(1).max(MAX_SESSION).default(10),
      }),
    )
    .mutation(({ ctx, input }) => {
      const roleId = roleIdOf(ctx.profile, input.roleId);
      const queue = queueFor(ctx, ctx.profile, roleId, input);
      if (queue.length === 0)
        throw new AppError(
          'conflict',
          'Nothing is due here, and every question was asked. Come back when the next one is due, or practise another competency.',
        );
      return ctx.store.transact('Start of a session', (db) => ({
        result: { sessionId: addSession(db, ctx.profile.id, { roleId, competencyId: input.competencyId ?? null, queue }, ctx.now()) },
        changed: ['sessions'],
      }));
    }),
  /** The question without what would give the answer away, and what was typed before. */
  question: profileProcedure.input(onQuestion).query(({ ctx, input }) => {
    getSession(ctx.store.read, ctx.profile.id, input.sessionId);
    const question = drawQuestion(getQuestion(ctx.store.read, input.questionId), seedOf(input.sessionId));
    const { id, kind, level, timeLimitSec, competencies, prompt, stimulus, parts, options, steps, acts } = question;
    const seed = `${id} ${input.sessionId}`;
    return {
      id,
      kind,
      level,
      timeLimitSec,
      competencies,
      prompt: prompt.en,
      stimulus: stimulus ?? null,
      parts: parts?.map(({ id: partId, ask, unit }) => ({ id: partId, ask: ask.en, unit })) ?? [],
      // In another order each session: a place in the list must not tell which is right.
      options: shuffled(options ?? [], seed).map(({ id: optionId, text }) => ({ id: optionId, text: text.en })),
      steps: shuffled(steps ?? [], seed).map(({ id: stepId, text }) => ({ id: stepId, text: text.en })),
      // The outputs come along: they are shown as each act is chosen, and the person grades themself.
      acts: shuffled(acts ?? [], seed).map(({ id: actId, label, output, outputBefore, tags }) => ({
        id: actId,
        label: label.en,
        output,
        outputBefore: outputBefore ?? null,
        mends: tags.includes('mends'),
      })),
      draft: findDraft(ctx.store.read, ctx.profile.id, id),
    };
  }),
  saveDraft: profileProcedure.input(z.strictObject({ questionId: z.string(), answer: answerSchema })).mutation(({ ctx, input }) =>
    ctx.store.transact('Draft', (db) => {
      getQuestion(db, input.questionId);
      saveDraft(db, ctx.profile.id, input.questionId, input.answer, ctx.now());
      return { result: null, changed: [] };
    }),
  ),
  /** The answer's check, the model answer, and the interval each grade would give. Writes nothing. */
  reveal: profileProcedure.input(onQuestion.extend({ answer: answerSchema })).query(({ ctx, input }) => {
    const question = drawQuestion(getQuestion(ctx.store.read, input.questionId), seedOf(input.sessionId));
    const card = findCard(ctx.store.read, ctx.profile.id, question.id);
    const { keyPoints, modelAnswer, followUps, commonMistakes, sources, secondReading, parts, options, steps, acts, accepts, prompt } =
      question;
    const points = checkKeyPoints(input.answer.text, keyPoints, prompt.en);
    return {
      exact: checkExactly(question, input.answer),
      points,
      band: bandOf(keyPoints, points),
      keyPoints: keyPoints.map(({ id, text, essential, weight }) => ({ id, text: text.en, essential, weight })),
      modelAnswer: modelAnswer.en,
      followUps: followUps.map(({ when, prompt: ask }) => ({ when, prompt: ask.en })),
      commonMistakes: commonMistakes.map(({ en }) => en),
      sources,
      secondReading: secondReading ?? null,
      parts: parts?.map(({ id, ask, unit, value, formula }) => ({ id, ask: ask.en, unit, value, formula })) ?? [],
      options:
        options?.map(({ id, correct, text, misconception }) => ({
          id,
          correct,
          text: text.en,
          misconception: misconception?.en ?? null,
        })) ?? [],
      steps: steps?.map(({ id, text }) => ({ id, text: text.en })) ?? [],
      acts: acts?.map(({ id, label, tags, gives }) => ({ id, label: label.en, tags, gives })) ?? [],
      accepts: accepts ?? [],
      intervalsMs: previewIntervals(card ?? newSchedule(ctx.now()), ctx.now()),
    };
  }),
  grade: profileProcedure
    .input(
      z.strictObject({
        sessionId: z.int(),
        questionId: z.string(),
        grade: z.enum(GRADES),
        answer: answerSchema,
        points: z.array(z.string()),
        durationMs: z.int().min(0),
      }),
    )
    .mutation(({ ctx, input }) => gradeAnswer(ctx.store, ctx.profile.id, input, ctx.now())),
  undo: profileProcedure.input(inSession).mutation(({ ctx, input }) => undoAnswer(ctx.store, ctx.profile.id, input.sessionId, ctx.now())),
  redo: profileProcedure.input(inSession).mutation(({ ctx, input }) => redoAnswer(ctx.store, ctx.profile.id, input.sessionId)),
  end: profileProcedure.input(inSession).mutation(({ ctx, input }) =>
    ctx.store.transact('End of a session', (db) => {
      getSession(db, ctx.profile.id, input.sessionId);
      endSession(db, input.sessionId, ctx.now());
      return { result: null, changed: ['sessions'] };
    }),
  ),
});

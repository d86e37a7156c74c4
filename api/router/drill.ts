import { z } from 'zod';
import { languageOf, said } from '../../core/content/language.ts';
import { answerSchema, checkExactly } from '../../core/practice/answer.ts';
import { drawQuestion } from '../../core/practice/draw.ts';
import { detectedIn } from '../../core/practice/key-points.ts';
import { GRADES, newSchedule, type ReviewGrade } from '../../core/practice/schedule.ts';
import { wantedSchema } from '../../core/practice/wanted.ts';
import { findCard } from '../../db/practice/cards.ts';
import { findDraft, saveDraft } from '../../db/practice/drafts.ts';
import { canRedo, gradeAnswer, redoAnswer, spreadOf, undoAnswer } from '../../db/practice/grade.ts';
import { sessionReviews } from '../../db/practice/reviews.ts';
import { getScheduling, schedulerOf } from '../../db/practice/scheduling.ts';
import { addSession, endSession, getSession, openSession, type Session } from '../../db/practice/sessions.ts';
import { getQuestion } from '../../db/questions/questions.ts';
import { questionLanguage } from '../../db/settings/question-language.ts';
import { askedQuestion, revealedQuestion } from '../asked-question.ts';
import { prepareBankWords } from '../bank-words.ts';
import { roleIdOf } from '../comparisons.ts';
import type { App } from '../context.ts';
import { experienceOf, refreshGenerated } from '../generated.ts';
import { demandSome, dueToday, queueFor } from '../practice.ts';
import { checkWords, wordsView } from '../scoring.ts';
import { profileProcedure, router } from '../trpc.ts';
import { whyAsked } from '../why-asked.ts';

function sessionView(app: App, profileId: number, session: Session) {
  const reviews = sessionReviews(app.store.read, session.id);
  const graded = new Map(reviews.map((review) => [review.questionId, review]));
  const wanted = questionLanguage(app.store.read, profileId);
  return {
    id: session.id,
    roleId: session.roleId,
    competencyId: session.competencyId,
    cram: session.cram,
    startedAtMs: session.startedAtMs,
    endedAtMs: session.endedAtMs,
    canRedo: canRedo(app.store.read, profileId, session.id),
    items: session.queue.map(({ questionId, why }) => {
      const review = graded.get(questionId);
      const { prompt, kind, level, competencies, keyPoints } = drawQuestion(getQuestion(app.store.read, questionId), seedOf(session.id));
      const language = languageOf({ prompt }, review?.answer.language ?? wanted);
      return {
        questionId,
        why,
        kind,
        level,
        competencyId: competencies[0]?.id ?? '',
        prompt: said(prompt, language),
        language,
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

/** In one session a question keeps its numbers, whatever is undone; in the next they are others. */
function seedOf(sessionId: number): string {
  return `session ${sessionId}`;
}

/** Milliseconds until the question would come back, per grade. */
function previewOf({ store, now }: App, profileId: number, questionId: string): Record<ReviewGrade, number> {
  const db = store.read;
  const schedule = findCard(db, profileId, questionId) ?? newSchedule(now());
  return schedulerOf(getScheduling(db, profileId)).previewIntervals(schedule, now(), spreadOf(db, profileId, questionId));
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
  /** What there is to practise, of everything or of what is wanted. */
  due: profileProcedure.input(wantedSchema).query(({ ctx, input }) => dueToday(ctx, ctx.profile, input)),
  start: profileProcedure.input(wantedSchema).mutation(({ ctx, input }) => {
    refreshGenerated(ctx, ctx.profile);
    const roleId = roleIdOf(ctx.profile, input.roleId);
    const queue = queueFor(ctx, ctx.profile, input);
    demandSome(ctx, ctx.profile, input, queue);
    const session = { roleId, competencyId: input.competencyId ?? null, queue, cram: input.cram, wanted: input };
    return ctx.store.transact('Start of a session', (db) => ({
      result: { sessionId: addSession(db, ctx.profile.id, session, ctx.now()) },
      changed: ['sessions', 'questions'],
    }));
  }),
  /** The question without what would give the answer away, and what was typed before. */
  question: profileProcedure.input(onQuestion).query(({ ctx, input }) => {
    getSession(ctx.store.read, ctx.profile.id, input.sessionId);
    const question = drawQuestion(getQuestion(ctx.store.read, input.questionId), seedOf(input.sessionId));
    const asked = askedQuestion(question, {
      seed: `${question.id} ${input.sessionId}`,
      draft: findDraft(ctx.store.read, ctx.profile.id, question.id),
      language: questionLanguage(ctx.store.read, ctx.profile.id),
    });
    prepareBankWords(ctx, asked.language);
    return { ...asked, experience: experienceOf(ctx, ctx.profile.id, question.id) };
  }),
  /** Why a question of a session is asked, in figures. */
  why: profileProcedure
    .input(onQuestion)
    .query(({ ctx, input }) =>
      whyAsked(ctx, ctx.profile.id, getSession(ctx.store.read, ctx.profile.id, input.sessionId), input.questionId),
    ),
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
    const session = getSession(ctx.store.read, ctx.profile.id, input.sessionId);
    return {
      exact: checkExactly(question, input.answer),
      ...wordsView(ctx, ctx.profile.id, question, input.answer),
      ...revealedQuestion(question, input.answer.language),
      intervalsMs: session.cram ? null : previewOf(ctx, ctx.profile.id, question.id),
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
    .mutation(({ ctx, input }) => {
      const question = drawQuestion(getQuestion(ctx.store.read, input.questionId), seedOf(input.sessionId));
      const check = input.answer.text.trim() === '' ? null : checkWords(ctx, ctx.profile.id, question, input.answer);
      const detected = check && detectedIn(check);
      return gradeAnswer(ctx.store, ctx.profile.id, { ...input, detected }, ctx.now());
    }),
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

import { z } from 'zod';
import { answerSchema } from '../../core/practice/answer.ts';
import { getSession } from '../../db/practice/sessions.ts';
import { askAssistant, describeAssistant, setAssistant, testAssistant } from '../assistant.ts';
import { profileProcedure, router } from '../trpc.ts';

const NEVER = new AbortController().signal;

export const assistant = router({
  settings: profileProcedure.query(({ ctx }) => describeAssistant(ctx)),
  save: profileProcedure
    .input(
      z.strictObject({
        enabled: z.boolean(),
        address: z.string().max(500),
        model: z.string().max(200),
        key: z.string().max(500).nullable(),
        agreedOrigin: z.string().max(500).nullable(),
        stories: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) => setAssistant(ctx, input)),
  test: profileProcedure.query(({ ctx, signal }) => testAssistant(ctx, signal ?? NEVER)),
  /** The key points the model says an answer states, each with the answer's own words. Writes nothing. */
  find: profileProcedure
    .input(z.strictObject({ sessionId: z.int(), questionId: z.string(), answer: answerSchema }))
    .query(({ ctx, input: { sessionId, questionId, answer }, signal }) => {
      const session = getSession(ctx.store.read, ctx.profile.id, sessionId);
      return askAssistant(ctx, { questionId, seed: `session ${session.id}`, answer }, signal ?? NEVER);
    }),
});

import { z } from 'zod';
import { listRecordings, questionRecordings } from '../../db/practice/recordings.ts';
import { deleteAllRecordings, deleteRecording } from '../recordings.ts';
import { profileProcedure, router } from '../trpc.ts';

export const recordings = router({
  /** What was said to a question, in this session and before. */
  ofQuestion: profileProcedure.input(z.strictObject({ questionId: z.string() })).query(({ ctx, input }) =>
    questionRecordings(ctx.store.read, ctx.profile.id, input.questionId).map(({ id, sessionId, durationMs, bytes, recordedAtMs }) => ({
      id,
      sessionId,
      durationMs,
      bytes,
      recordedAtMs,
    })),
  ),
  /** How many there are and what they take on disk. */
  total: profileProcedure.query(({ ctx }) => {
    const all = listRecordings(ctx.store.read, ctx.profile.id);
    return { count: all.length, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) };
  }),
  remove: profileProcedure
    .input(z.strictObject({ id: z.int() }))
    .mutation(({ ctx, input }) => deleteRecording(ctx, ctx.profile.id, input.id)),
  removeAll: profileProcedure.mutation(({ ctx }) => deleteAllRecordings(ctx, ctx.profile.id)),
});

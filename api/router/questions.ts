import { z } from 'zod';
import { plainQuestion } from '../../core/practice/draw.ts';
import { getQuestion, listQuestions } from '../../db/questions/questions.ts';
import { profileProcedure, router } from '../trpc.ts';

export const questions = router({
  list: profileProcedure.input(z.strictObject({ roleId: z.string().optional() })).query(({ ctx, input }) =>
    listQuestions(ctx.store.read, input.roleId)
      .map(plainQuestion)
      .map(({ id, kind, level, timeLimitSec, competencies, prompt }) => ({
        id,
        kind,
        level,
        timeLimitSec,
        competencies,
        prompt,
      })),
  ),
  get: profileProcedure
    .input(z.strictObject({ id: z.string() }))
    .query(({ ctx, input }) => plainQuestion(getQuestion(ctx.store.read, input.id))),
});

import { z } from 'zod';
import { plainQuestion } from '../../core/practice/draw.ts';
import { getQuestion, listQuestions } from '../../db/questions/questions.ts';
import { sharedCompetencies } from '../../db/roles/catalogue.ts';
import { profileProcedure, router } from '../trpc.ts';

export const questions = router({
  list: profileProcedure.input(z.strictObject({ roleId: z.string().optional() })).query(({ ctx, input }) => {
    const names = new Map(sharedCompetencies(ctx.store.read).map(({ competency }) => [competency.id, competency.name]));
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
  get: profileProcedure
    .input(z.strictObject({ id: z.string() }))
    .query(({ ctx, input }) => plainQuestion(getQuestion(ctx.store.read, input.id))),
});

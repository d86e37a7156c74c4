import { z } from 'zod';
import { languageSchema } from '../../core/content/language.ts';
import { AppError } from '../../core/errors.ts';
import { canBeWording } from '../../core/practice/nearest-sentence.ts';
import { addWording, removeWording } from '../../db/practice/point-wordings.ts';
import { getQuestion } from '../../db/questions/questions.ts';
import { readSetting, writeSetting } from '../../db/settings/settings.ts';
import { rubricOf, wordingsView } from '../scoring.ts';
import { profileProcedure, router } from '../trpc.ts';

const ASK_ESTIMATE = 'drill.askEstimate';
const MAX_WORDING = 500;

export const scoring = router({
  settings: profileProcedure.query(({ ctx }) => ({ askEstimate: readSetting(ctx.store.read, ASK_ESTIMATE, z.boolean()) ?? true })),
  setSettings: profileProcedure.input(z.strictObject({ askEstimate: z.boolean() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Settings of the drill', (db) => {
      writeSetting(db, ASK_ESTIMATE, input.askEstimate);
      return { result: null, changed: ['settings'] };
    }),
  ),
  /** The person's wordings, of all questions. */
  wordings: profileProcedure.query(({ ctx }) => wordingsView(ctx, ctx.profile.id)),
  addWording: profileProcedure

    .input(
      z.strictObject({
        questionId: z.string(),
        pointId: z.string(),
        text: z.string().trim().min(1).max(MAX_WORDING),
        /** The language the question was asked in. */
        language: languageSchema.default('en'),
      }),
    )
    .mutation(({ ctx, input }) => {
      const question = getQuestion(ctx.store.read, input.questionId);
      if (!question.keyPoints.some(({ id }) => id === input.pointId))
        throw new AppError('invalid', `Question ${question.id} has no key point “${input.pointId}”.`);
      if (!canBeWording(input.text, rubricOf(ctx, ctx.profile.id, question, input.language)))
        throw new AppError(
          'invalid',
          'Apart from the words of the question this leaves too few to be known again. Take a sentence with at least two words of your own. Nothing was changed.',
        );
      return ctx.store.transact('Own wording', (db) => ({
        result: addWording(db, ctx.profile.id, input, ctx.now()),
        changed: ['wordings'],
      }));
    }),
  removeWording: profileProcedure
    .input(z.strictObject({ id: z.int() }))
    .mutation(({ ctx, input }) =>
      ctx.store.transact('Removal of a wording', (db) => ({ result: removeWording(db, ctx.profile.id, input.id), changed: ['wordings'] })),
    ),
});

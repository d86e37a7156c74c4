import { z } from 'zod';
import { RANGES } from '../../core/practice/statistics-range.ts';
import { levelOverTime, observedAndSaid, readiness } from '../observed.ts';
import { statistics } from '../statistics.ts';
import { profileProcedure, router } from '../trpc.ts';

export const progress = router({
  /** Days, forecast, retention, times, calibration and hardest questions, all from the database's own sums. */
  get: profileProcedure
    .input(z.strictObject({ range: z.enum(RANGES) }).default({ range: 'year' }))
    .query(({ ctx, input }) => statistics(ctx, ctx.profile.id, input.range)),
  /** What the answers say of each competency, against what the person said. */
  levels: profileProcedure.query(({ ctx }) => observedAndSaid(ctx, ctx.profile)),
  level: profileProcedure
    .input(z.strictObject({ competencyId: z.string() }))
    .query(({ ctx, input }) => levelOverTime(ctx, ctx.profile.id, input.competencyId)),
  /** How long until the role's musts are shown; computed apart, since it runs the model many times. */
  readiness: profileProcedure.query(({ ctx }) => readiness(ctx, ctx.profile)),
});

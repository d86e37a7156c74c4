import { z } from 'zod';

/** A schedule's columns of `cards`, under the names of its type. */
export const SCHEDULE_FIELDS = `state, due_at_ms AS dueAtMs, stability, difficulty, elapsed_days AS elapsedDays, scheduled_days AS scheduledDays,
  learning_steps AS learningSteps, reps, lapses, last_review_at_ms AS lastReviewAtMs`;
export const SCHEDULE_COLUMNS = [
  'state',
  'dueAtMs',
  'stability',
  'difficulty',
  'elapsedDays',
  'scheduledDays',
  'learningSteps',
  'reps',
  'lapses',
  'lastReviewAtMs',
] as const;

/** A schedule as it is kept in JSON. */
export const scheduleSchema = z.object({
  state: z.enum(['new', 'learning', 'review', 'relearning']),
  dueAtMs: z.number(),
  stability: z.number(),
  difficulty: z.number(),
  elapsedDays: z.number(),
  scheduledDays: z.number(),
  learningSteps: z.number(),
  reps: z.number(),
  lapses: z.number(),
  lastReviewAtMs: z.number().nullable(),
});

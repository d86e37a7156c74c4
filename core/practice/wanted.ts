import { z } from 'zod';
import { questionKindSchema } from '../content/question.ts';

const MAX_SIZE = 50;
const idsSchema = z.array(z.string().max(200)).min(1).max(400);

/** What a person wants to practise. Without anything: what is due and new for their role. */
export const wantedSchema = z.strictObject({
  roleId: z.string().optional(),
  competencyId: z.string().optional(),
  competencyIds: idsSchema.optional(),
  /** Just this one. */
  questionId: z.string().optional(),
  levels: z.array(z.int().min(1).max(5)).min(1).max(5).optional(),
  kinds: z.array(questionKindSchema).min(1).optional(),
  tags: idsSchema.optional(),
  /** Keys of gaps, as in the list of gaps. */
  gapKeys: idsSchema.optional(),
  /** Whether due or not, and without effect on the schedule. */
  cram: z.boolean().default(false),
  /** More than the daily limits leave. */
  beyondLimits: z.boolean().default(false),
  size: z.int().min(1).max(MAX_SIZE).default(10),
});
export type Wanted = z.infer<typeof wantedSchema>;

import { z } from 'zod';
import { type ImportResult, STANCES } from '../../core/import/types.ts';

const span = { text: z.string(), start: z.int().min(0), end: z.int().min(0) };
const spanSchema = z.object(span);
const skills = z.array(z.string());

/** An import's result as it is kept beside its document until the person has confirmed it. */
export const importResultSchema: z.ZodType<ImportResult> = z.object({
  document: z.object({ name: z.string(), format: z.enum(['markdown', 'text']), language: z.string(), bytes: z.int() }),
  skills: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      category: z.string(),
      surfaces: z.array(z.string()),
      section: z.string().nullable(),
      stance: z.enum(STANCES),
      level: z.object({ value: z.number().nullable(), raw: z.string().nullable(), reasons: z.array(z.string()) }),
      years: z.number().nullable(),
      evidence: z.array(z.object({ ...span, mention: spanSchema, stance: z.enum(STANCES), section: z.string().nullable() })),
      confidence: z.number(),
    }),
  ),
  gaps: z.array(z.object({ ...span, skills })),
  caveats: z.array(z.object({ ...span, skills })),
  stories: z.array(
    z.object({
      title: z.string(),
      start: z.int(),
      end: z.int(),
      kind: z.enum(['incident', 'project', 'migration', 'reflection']),
      situation: spanSchema.nullable(),
      task: spanSchema.nullable(),
      action: spanSchema.nullable(),
      result: spanSchema.nullable(),
      lesson: spanSchema.nullable(),
      skills,
    }),
  ),
  scales: z.array(z.object({ ...span, value: z.number(), unit: z.string(), skills })),
});

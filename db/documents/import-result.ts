import { z } from 'zod';
import { DOCUMENT_FORMATS, type ImportResult, PERSONAL_KINDS, STANCES } from '../../core/import/types.ts';

const span = { text: z.string(), start: z.int().min(0), end: z.int().min(0) };
const spanSchema = z.object(span);
const skills = z.array(z.string());
const period = z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable();
const credential = z.object({ ...span, name: z.string(), period, skills });

/** An import's result as it is kept beside its document until the person has confirmed it. */
export const importResultSchema: z.ZodType<ImportResult, unknown> = z.object({
  document: z.object({ name: z.string(), format: z.enum(DOCUMENT_FORMATS), language: z.string(), bytes: z.int() }),
  skills: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      category: z.string(),
      surfaces: z.array(z.string()),
      section: z.string().nullable(),
      stance: z.enum(STANCES),
      level: z.object({
        value: z.number().nullable(),
        raw: z.string().nullable(),
        reasons: z.array(z.string()),
        claims: z.array(z.object({ ...span, value: z.number(), reason: z.string() })).default([]),
      }),
      years: z.number().nullable(),
      evidence: z.array(
        z.object({
          ...span,
          mention: spanSchema,
          stance: z.enum(STANCES),
          section: z.string().nullable(),
          period: period.default(null),
          organisation: z.string().nullable().default(null),
          work: z.enum(['own', 'team']).nullable().default(null),
        }),
      ),
      places: z.int().default(0),
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
  // Documents imported before these were read have none of them.
  positions: z.array(z.object({ ...span, title: z.string().nullable(), organisation: z.string().nullable(), period, skills })).default([]),
  education: z.array(credential).default([]),
  certifications: z.array(credential).default([]),
  languages: z.array(z.object({ ...span, language: z.string(), level: z.string().nullable(), raw: z.string().nullable() })).default([]),
  personal: z.array(z.object({ ...span, kind: z.enum(PERSONAL_KINDS) })).default([]),
  legend: z
    .object({ ...span, steps: z.array(z.object({ raw: z.string(), meaning: z.string(), value: z.number() })) })
    .nullable()
    .default(null),
});

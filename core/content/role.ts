import { z } from 'zod';
import { skillIdSchema } from './taxonomy.ts';

export const importanceSchema = z.enum(['must', 'should', 'nice']);
export type Importance = z.infer<typeof importanceSchema>;

/** `layer.name`, for example `metal.boot-chain`. */
export const competencyIdSchema = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);

export const roleCompetencySchema = z.strictObject({
  id: competencyIdSchema,
  name: z.string().min(1),
  /** Required level, 0–5. */
  required: z.int().min(0).max(5),
  importance: importanceSchema,
  /** 1–5: how much this weighs beside its importance. */
  weight: z.int().min(1).max(5),
  /** One sentence: why the role needs it. */
  why: z.string().min(1),
  /** One sentence: what a person at the required level does. */
  atRequired: z.string().min(1),
  /** What would convince an interviewer. */
  proof: z.string().min(1),
  /** The competency's level is the mean of all of these and of the best of each group below. */
  skillsAll: z.array(skillIdSchema).default([]),
  skillsAny: z.array(z.array(skillIdSchema).min(1)).default([]),
  prerequisites: z.array(competencyIdSchema).default([]),
});

export const roleLayerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** `layer`: one of the stack's layers; `cross`: runs through all of them. */
  part: z.enum(['layer', 'cross']),
  summary: z.string().min(1),
  competencies: z.array(roleCompetencySchema).min(1),
});

export const roleFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  version: z.int().min(1),
  name: z.string().min(1),
  summary: z.string().min(1),
  layers: z.array(roleLayerSchema).min(1),
});

export type RoleCompetency = z.infer<typeof roleCompetencySchema>;
export type RoleLayer = z.infer<typeof roleLayerSchema>;
export type Role = z.infer<typeof roleFileSchema>;

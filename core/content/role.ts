import { z } from 'zod';
import { skillIdSchema } from './taxonomy.ts';

export const importanceSchema = z.enum(['must', 'should', 'nice']);
export type Importance = z.infer<typeof importanceSchema>;

/** `layer.name`, for example `metal.boot-chain`. */
export const competencyIdSchema = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);

const words = z.string().trim().min(1);

/** Something to learn from; a link is optional, since titles outlive addresses. */
export const resourceSchema = z.strictObject({
  kind: z.enum(['book', 'documentation', 'standard', 'paper', 'course', 'talk', 'lab']),
  title: words,
  /** Author or publisher. */
  by: words,
  url: z.url({ protocol: /^https?$/ }).optional(),
});

/** What a competency is, whichever role asks for it. */
export const competencySchema = z.strictObject({
  id: competencyIdSchema,
  name: words,
  /** One sentence: what goes wrong without it. */
  why: z.string(),
  /** What would convince an interviewer. */
  proof: z.string().default(''),
  /** What a person at level 1, 2, 3, 4, 5 does, a sentence each; empty where nobody has written them. */
  levels: z.array(z.string()).max(5).default([]),
  /** The competency's level is the mean of all of these and of the best of each group below. */
  skillsAll: z.array(skillIdSchema).default([]),
  skillsAny: z.array(z.array(skillIdSchema).min(1)).default([]),
  prerequisites: z.array(competencyIdSchema).default([]),
  /** How often an interview for a role that requires it asks about it: 1 seldom, 2 often, 3 nearly always (judgement). */
  asked: z.int().min(1).max(3).default(2),
  resources: z.array(resourceSchema).default([]),
});
export type Competency = z.infer<typeof competencySchema>;

/** A file of assets/competencies: what the shipped roles share by id. */
export const competencyFileSchema = z.strictObject({
  group: z.string().regex(/^[a-z0-9-]+$/),
  competencies: z.array(competencySchema.extend({ why: words, proof: words, levels: z.array(words).length(5) })).min(1),
});

/** How much of a competency a role asks for. */
const demandShape = {
  /** Required level, 0–5. */
  required: z.int().min(0).max(5),
  importance: importanceSchema,
  /** 1–5: how much this weighs beside its importance. */
  weight: z.int().min(1).max(5),
};

export const roleCompetencySchema = competencySchema.extend({
  ...demandShape,
  /** The person's own words about it, or those of the job description it comes from. */
  note: z.string().default(''),
});

const layerShape = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: words,
  /** `layer`: one of the stack's layers; `cross`: runs through all of them. */
  part: z.enum(['layer', 'cross']).default('layer'),
  summary: z.string().default(''),
};
const roleShape = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  version: z.int().min(1),
  name: words,
  summary: z.string(),
};

export const roleLayerSchema = z.strictObject({ ...layerShape, competencies: z.array(roleCompetencySchema) });

/** A role in full, as it is stored, exported and compared with. */
export const roleSchema = z
  .strictObject({ ...roleShape, layers: z.array(roleLayerSchema).min(1).max(40) })
  .superRefine(({ layers }, context) => {
    for (const id of twice(layers.map((layer) => layer.id))) context.addIssue(`the layer “${id}” stands twice`);
    const ids = layers.flatMap(({ competencies }) => competencies.map((one) => one.id));
    for (const id of twice(ids)) context.addIssue(`the competency “${id}” stands twice`);
    if (ids.length > MAX_COMPETENCIES) context.addIssue(`a role has at most ${MAX_COMPETENCIES} competencies`);
  });

const MAX_COMPETENCIES = 400;

/** A file of assets/roles: layers of demands on the shared competencies. */
export const roleFileSchema = z.strictObject({
  ...roleShape,
  layers: z
    .array(
      z.strictObject({
        ...layerShape,
        competencies: z
          .array(z.strictObject({ id: competencyIdSchema, ...demandShape, why: words.optional(), proof: words.optional() }))
          .min(1),
      }),
    )
    .min(1),
});

export type RoleCompetency = z.infer<typeof roleCompetencySchema>;
export type RoleLayer = z.infer<typeof roleLayerSchema>;
export type Role = z.infer<typeof roleSchema>;
export type RoleFile = z.infer<typeof roleFileSchema>;

/** The role with its competencies in full. @throws Error naming a competency that is not among the shared ones. */
export function resolveRole(file: RoleFile, shared: ReadonlyMap<string, Competency>): Role {
  return {
    ...file,
    layers: file.layers.map((layer) => ({
      ...layer,
      competencies: layer.competencies.map(({ id, ...demand }) => {
        const competency = shared.get(id);
        if (!competency) throw new Error(`the role ${file.id} asks for the competency ${id}, which is in no file of competencies`);
        return { ...competency, note: '', ...demand };
      }),
    })),
  };
}

/** All competencies of a role, in its order. */
export function competenciesOf({ layers }: Pick<Role, 'layers'>): RoleCompetency[] {
  return layers.flatMap(({ competencies }) => competencies);
}

function twice(ids: readonly string[]): Set<string> {
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}

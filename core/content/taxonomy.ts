import { z } from 'zod';

/** Ids are lower-case words joined by hyphens: `postgresql`, `zfs-replication`. */
export const skillIdSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A skill the taxonomy knows. `transfer` values follow shared judgement, 0 to 1 (see core/role). */
export const taxonomySkillSchema = z.strictObject({
  id: skillIdSchema,
  name: z.string().min(1),
  /** technology: a product, protocol, language, hardware; practice: a way of working. */
  kind: z.enum(['technology', 'practice']),
  /** Other spellings, French names included. Matched without regard to case, accents or hyphens, on word boundaries. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Spellings that count only in exactly this case ("Go", "R", "Chef"). The name itself then counts only so too. */
  exact: z.array(z.string().min(1)).default([]),
  /**
   * True for names that are also everyday words or other things (Go, Vector, Salt, Envoy, Make). A mention counts only
   * where the structure says so (a list of technologies, a heading) or one of `context` stands in the same block.
   */
  ambiguous: z.boolean().default(false),
  context: z.array(z.string().min(1)).default([]),
  /** The family this skill is a more specific member of. */
  parent: skillIdSchema.optional(),
  /** What skill here carries over TO each neighbour: `transfer` is the share (0–1) of the level that carries over. */
  neighbours: z.array(z.strictObject({ id: skillIdSchema, transfer: z.number().gt(0).lt(1), why: z.string().min(1) })).default([]),
});

export const taxonomyFileSchema = z.strictObject({
  category: z.string().min(1),
  name: z.string().min(1),
  skills: z.array(taxonomySkillSchema).min(1),
});

export type TaxonomySkill = z.infer<typeof taxonomySkillSchema> & { readonly category: string };

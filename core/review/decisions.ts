import { z } from 'zod';
import type { ImportedSkill, Stance } from '../import/types.ts';

const byIndex = z.record(z.string(), z.boolean());

/** The skill something is taken as: one of the taxonomy, another found one, or one of the person's own. */
const targetSchema = z.strictObject({
  id: z.string().min(1).max(160),
  name: z.string().trim().min(1).max(120),
  category: z.string().min(1).max(80),
});
export type SkillTarget = z.infer<typeof targetSchema>;

const spanSchema = { start: z.int().min(0), end: z.int().min(1) };

/** What the person decided in the review of one document; items not named keep their default. */
export const decisionsSchema = z.strictObject({
  skills: z.record(
    z.string(),
    z.strictObject({
      accepted: z.boolean().optional(),
      name: z.string().trim().min(1).max(120).optional(),
      level: z.number().min(0).max(5).nullable().optional(),
      /** Renamed to another known skill, or merged with another found one. */
      as: targetSchema.optional(),
    }),
  ),
  /** Places of a found skill that are about something else, by index of its evidence. */
  splits: z.array(z.strictObject({ from: z.string(), evidence: z.array(z.int().min(0)).min(1), as: targetSchema })).default([]),
  /** What the person marked in the text because the import had missed it. */
  added: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('skill'),
          ...spanSchema,
          as: targetSchema,
          level: z.number().min(0).max(5).nullable().default(null),
        }),
        z.strictObject({ kind: z.literal('gap'), ...spanSchema }),
        z.strictObject({ kind: z.literal('caveat'), ...spanSchema }),
      ]),
    )
    .default([]),
  /** By index in the import's list; all are taken unless rejected. */
  gaps: byIndex,
  caveats: byIndex,
  stories: byIndex,
  positions: byIndex.default({}),
  education: byIndex.default({}),
  certifications: byIndex.default({}),
  languages: byIndex.default({}),
  /** By index; personal data is left out unless kept. */
  personal: byIndex.default({}),
});
export type Decisions = z.infer<typeof decisionsSchema>;
export type AddedItem = Decisions['added'][number];

export const ITEM_LISTS = ['gaps', 'caveats', 'stories', 'positions', 'education', 'certifications', 'languages'] as const;
export type ItemList = (typeof ITEM_LISTS)[number];

export const NO_DECISIONS: Decisions = {
  skills: {},
  splits: [],
  added: [],
  gaps: {},
  caveats: {},
  stories: {},
  positions: {},
  education: {},
  certifications: {},
  languages: {},
  personal: {},
};

/** Below this the review shows an item first and does not take it unless the person does. */
export const DOUBTFUL_CONFIDENCE = 0.5;

/** Stances that say nothing about what the person can do. */
const NOT_OWN: ReadonlySet<Stance> = new Set<Stance>(['required', 'todo', 'absent', 'mentioned']);

/** Whether a found skill is taken when the person says nothing about it. */
export function isAcceptedByDefault(skill: Pick<ImportedSkill, 'stance' | 'confidence'>): boolean {
  return skill.confidence >= DOUBTFUL_CONFIDENCE && !NOT_OWN.has(skill.stance);
}

/** Items of a list that are taken: all but those the person rejected. */
export function acceptedItems<T>(items: readonly T[], decisions: Readonly<Record<string, boolean>>): T[] {
  return items.filter((_, index) => decisions[String(index)] ?? true);
}

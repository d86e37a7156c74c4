import { z } from 'zod';
import type { ImportedSkill, ImportResult, Stance } from '../import/types.ts';

/** What the person decided in the review of one document; items not named keep their default. */
export const decisionsSchema = z.strictObject({
  skills: z.record(
    z.string(),
    z.strictObject({
      accepted: z.boolean().optional(),
      name: z.string().trim().min(1).max(120).optional(),
      level: z.number().min(0).max(5).nullable().optional(),
    }),
  ),
  /** By index in the import's list. */
  gaps: z.record(z.string(), z.boolean()),
  caveats: z.record(z.string(), z.boolean()),
  stories: z.record(z.string(), z.boolean()),
});
export type Decisions = z.infer<typeof decisionsSchema>;

export const NO_DECISIONS: Decisions = { skills: {}, gaps: {}, caveats: {}, stories: {} };

/** Below this the review shows an item first and does not take it unless the person does. */
export const DOUBTFUL_CONFIDENCE = 0.5;

/** Stances that say nothing about what the person can do. */
const NOT_OWN: ReadonlySet<Stance> = new Set<Stance>(['required', 'todo', 'absent']);

/** Whether a found skill is taken when the person says nothing about it. */
export function isAcceptedByDefault(skill: Pick<ImportedSkill, 'stance' | 'confidence'>): boolean {
  return skill.confidence >= DOUBTFUL_CONFIDENCE && !NOT_OWN.has(skill.stance);
}

export interface AcceptedSkill {
  readonly skill: ImportedSkill;
  readonly name: string;
  readonly level: number | null;
  /** The person set the level in the review, so it is their rating and not the document's. */
  readonly levelIsOwn: boolean;
}

/** The skills that enter the profile under these decisions, in the import's order. */
export function acceptedSkills(result: Pick<ImportResult, 'skills'>, decisions: Decisions): AcceptedSkill[] {
  return result.skills.flatMap((skill) => {
    const decision = decisions.skills[skill.id];
    if (!(decision?.accepted ?? isAcceptedByDefault(skill))) return [];
    const levelIsOwn = decision?.level !== undefined;
    return [{ skill, name: decision?.name ?? skill.name, level: levelIsOwn ? (decision?.level ?? null) : skill.level.value, levelIsOwn }];
  });
}

/** Items of a list that are taken: all but those the person rejected. */
export function acceptedItems<T>(items: readonly T[], decisions: Readonly<Record<string, boolean>>): T[] {
  return items.filter((_, index) => decisions[String(index)] ?? true);
}

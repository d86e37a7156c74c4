import type { TaxonomySkill } from '../content/taxonomy.ts';
import { foldedKey } from '../import/matcher.ts';

/** A spelling that more than one skill claims. */
export interface SharedSurface {
  readonly surface: string;
  readonly skills: readonly TaxonomySkill[];
}

/** Every spelling of a skill by the key it is compared under, each key once. */
export function surfacesOf({ name, aliases, exact }: Pick<TaxonomySkill, 'name' | 'aliases' | 'exact'>): Map<string, string> {
  const surfaces = new Map<string, string>();
  for (const written of [name, ...aliases, ...exact]) {
    const key = foldedKey(written);
    if (key !== '' && !surfaces.has(key)) surfaces.set(key, written);
  }
  return surfaces;
}

/**
 * Spellings that point two ways without a rule. Two skills may share one only where a rule tells them apart: all of them but
 * one are ambiguous and name the words that must stand beside them.
 */
export function unruledSurfaces(skills: readonly TaxonomySkill[]): SharedSurface[] {
  const claims = new Map<string, { readonly surface: string; readonly skills: TaxonomySkill[] }>();
  for (const skill of skills) {
    for (const [key, surface] of surfacesOf(skill)) {
      const claim = claims.get(key);
      if (claim) claim.skills.push(skill);
      else claims.set(key, { surface, skills: [skill] });
    }
  }
  return [...claims.values()].filter((claim) => claim.skills.filter((skill) => !hasRule(skill)).length > 1);
}

function hasRule({ ambiguous, context }: TaxonomySkill): boolean {
  return ambiguous && context.length > 0;
}

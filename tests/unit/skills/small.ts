import type { TaxonomySkill } from '../../../core/content/taxonomy.ts';

/** A taxonomy skill with only what a test is about. */
export function skill(id: string, name: string, more: Partial<TaxonomySkill> = {}): TaxonomySkill {
  return {
    id,
    name,
    kind: 'technology',
    category: 'storage',
    aliases: [],
    exact: [],
    ambiguous: false,
    context: [],
    neighbours: [],
    ...more,
  };
}

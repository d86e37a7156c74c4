import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type TaxonomySkill, taxonomyFileSchema } from '../../core/content/taxonomy.ts';

const TAXONOMY = join(import.meta.dirname, '..', '..', 'assets', 'taxonomy');

/** The skills the program ships with. */
export function loadShippedTaxonomy(): TaxonomySkill[] {
  return readdirSync(TAXONOMY)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const { category, skills } = taxonomyFileSchema.parse(parse(readFileSync(join(TAXONOMY, name), 'utf8')));
      return skills.map((skill) => ({ ...skill, category }));
    });
}

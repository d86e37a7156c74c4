import { z } from 'zod';
import { type TaxonomySkill, taxonomySkillSchema } from '../../core/content/taxonomy.ts';
import type { TransferEdge } from '../../core/role/compare.ts';
import { applyPersonTaxonomy, type PersonTaxonomy, resolveMerge } from '../../core/skills/person-taxonomy.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import { personTaxonomy } from './person-taxonomy.ts';

export interface SkillName {
  readonly id: string;
  readonly name: string;
  readonly category: string;
}

export interface KnownSkill extends SkillName {
  readonly kind: 'technology' | 'practice' | 'own';
  readonly retired: 0 | 1;
}

const save = command<[id: string, name: string, category: string, kind: string, parent: string | null, definition: string]>(
  `INSERT INTO skills (id, name, category, kind, parent_id, definition, retired) VALUES (?, ?, ?, ?, ?, ?, 0)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, category = excluded.category, kind = excluded.kind,
     parent_id = excluded.parent_id, definition = excluded.definition, retired = 0`,
);
const retireOthers = command<[ids: string]>(
  "UPDATE skills SET retired = 1 WHERE kind <> 'own' AND id NOT IN (SELECT value FROM json_each(?))",
);
const addOwn = command<[id: string, name: string, category: string]>(
  `INSERT INTO skills (id, name, category, kind, definition) VALUES (?, ?, ?, 'own', '{}')
   ON CONFLICT (id) DO NOTHING`,
);
const removeOwn = command<[id: string]>(
  `DELETE FROM skills WHERE id = ? AND kind = 'own'
     AND NOT EXISTS (SELECT 1 FROM profile_skills WHERE skill_id = skills.id)
     AND NOT EXISTS (SELECT 1 FROM evidence WHERE skill_id = skills.id)
     AND NOT EXISTS (SELECT 1 FROM learning_gap_skills WHERE skill_id = skills.id)
     AND NOT EXISTS (SELECT 1 FROM ratings WHERE subject = 'skill' AND subject_id = skills.id)`,
);
/** Under the person's own name where they gave one. */
const selectAll = query<[], KnownSkill>(
  `SELECT skills.id, coalesce(skill_names.name, skills.name) AS name, category, kind, retired
   FROM skills LEFT JOIN skill_names ON skill_names.skill_id = skills.id`,
  ['id', 'name', 'category', 'kind', 'retired'],
);
const selectSpellings = query<[], { id: string; name: string; spellings: string }>(
  `SELECT id, name, coalesce(definition ->> '$.aliases', '[]') AS spellings FROM skills`,
  ['id', 'name', 'spellings'],
);
const selectOwn = query<[], SkillName>("SELECT id, name, category FROM skills WHERE kind = 'own' ORDER BY id", ['id', 'name', 'category']);
const findDefinition = query<[id: string], { definition: string }>('SELECT definition FROM skills WHERE id = ?', ['definition'], {
  hot: true,
});
const selectDefinitions = query<[], { definition: string; category: string }>(
  "SELECT definition, category FROM skills WHERE retired = 0 AND kind <> 'own' ORDER BY id",
  ['definition', 'category'],
);
const clearTransfers = command<[]>('DELETE FROM skill_transfers');
const addTransfer = command<[from: string, to: string, share: number]>(
  'INSERT INTO skill_transfers (from_id, to_id, share) VALUES (?, ?, ?)',
);
const selectTransfers = query<[], { from: string; to: string; share: number }>(
  'SELECT from_id AS "from", to_id AS "to", share FROM skill_transfers',
  ['from', 'to', 'share'],
);

export function saveSkill(db: WritableDb, skill: TaxonomySkill): void {
  const { category, ...definition } = skill;
  save.run(db, skill.id, skill.name, category, skill.kind, skill.parent ?? null, JSON.stringify(definition));
}

/** Adds a person's own skill; one that is there already stays as it is. */
export function addOwnSkill(db: WritableDb, skill: SkillName): void {
  addOwn.run(db, skill.id, skill.name, skill.category);
}

/** Takes out a person's own skill that nothing refers to; any other stays. */
export function removeOwnSkill(db: WritableDb, id: string): void {
  removeOwn.run(db, id);
}

export function retireSkillsExcept(db: WritableDb, ids: readonly string[]): void {
  retireOthers.run(db, JSON.stringify(ids));
}

export function replaceTransfers(db: WritableDb, skills: readonly TaxonomySkill[]): void {
  clearTransfers.run(db);
  for (const skill of skills) {
    for (const { id, transfer } of skill.neighbours) addTransfer.run(db, skill.id, id, transfer);
  }
}

/** Every skill by id, own and retired ones included, under the name the person gave it. */
export function skillNames(db: ReadableDb): Map<string, SkillName> {
  return new Map(selectAll.all(db).map((row) => [row.id, row]));
}

/** Every skill with what kind it is, own and retired ones included. */
export function knownSkills(db: ReadableDb): Map<string, KnownSkill> {
  return new Map(selectAll.all(db).map((row) => [row.id, row]));
}

/** The taxonomy for the matcher: what ships, with all the person changed in it. */
export function taxonomy(db: ReadableDb): TaxonomySkill[] {
  const schema = taxonomySkillSchema.extend({ category: z.string() });
  const shipped = selectDefinitions.all(db).map(({ definition, category }) => ({
    ...readJson(schema.omit({ category: true }), definition, 'The taxonomy'),
    category,
  }));
  return applyPersonTaxonomy(shipped, selectOwn.all(db), personTaxonomy(db));
}

/** The spellings each skill is found by besides its name, those of skills merged into it included. */
export function skillSpellings(db: ReadableDb, person: PersonTaxonomy): Map<string, readonly string[]> {
  const spellings = new Map<string, string[]>();
  const add = (id: string, words: readonly string[]): void => {
    const list = spellings.get(id);
    if (list) list.push(...words);
    else spellings.set(id, [...words]);
  };
  for (const row of selectSpellings.all(db)) {
    const id = resolveMerge(person.merges, row.id);
    const isOtherName = id !== row.id || person.names.has(id);
    add(id, [...(person.aliases.get(row.id) ?? []), ...(isOtherName ? [row.name] : [])]);
    add(id, readJson(z.array(z.string()), row.spellings, `The skill ${row.id}`));
  }
  return spellings;
}

/** A skill as it ships; null for one of the person's own. */
export function shippedSkill(db: ReadableDb, id: string): Omit<TaxonomySkill, 'category'> | null {
  const row = findDefinition.get(db, id);
  if (row === undefined || row.definition === '{}') return null;
  return readJson(taxonomySkillSchema, row.definition, `The skill ${id}`);
}

export function transferEdges(db: ReadableDb): TransferEdge[] {
  return selectTransfers.all(db);
}

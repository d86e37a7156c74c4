import { z } from 'zod';
import { type TaxonomySkill, taxonomySkillSchema } from '../../core/content/taxonomy.ts';
import type { TransferEdge } from '../../core/role/compare.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export interface SkillName {
  readonly id: string;
  readonly name: string;
  readonly category: string;
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
const selectAll = query<[], SkillName>('SELECT id, name, category FROM skills', ['id', 'name', 'category']);
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

export function retireSkillsExcept(db: WritableDb, ids: readonly string[]): void {
  retireOthers.run(db, JSON.stringify(ids));
}

export function replaceTransfers(db: WritableDb, skills: readonly TaxonomySkill[]): void {
  clearTransfers.run(db);
  for (const skill of skills) {
    for (const { id, transfer } of skill.neighbours) addTransfer.run(db, skill.id, id, transfer);
  }
}

/** Every skill by id, own and retired ones included. */
export function skillNames(db: ReadableDb): Map<string, SkillName> {
  return new Map(selectAll.all(db).map((row) => [row.id, row]));
}

/** The taxonomy as shipped, for the matcher. */
export function taxonomy(db: ReadableDb): TaxonomySkill[] {
  const schema = taxonomySkillSchema.extend({ category: z.string() });
  return selectDefinitions.all(db).map(({ definition, category }) => ({
    ...readJson(schema.omit({ category: true }), definition, 'The taxonomy'),
    category,
  }));
}

export function transferEdges(db: ReadableDb): TransferEdge[] {
  return selectTransfers.all(db);
}

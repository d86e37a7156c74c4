import { membersOf, type PersonTaxonomy, resolveMerge } from '../../core/skills/person-taxonomy.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import type { UndoStep } from './undo-steps.ts';

const selectNames = query<[], { id: string; name: string }>('SELECT skill_id AS id, name FROM skill_names', ['id', 'name']);
const selectAliases = query<[], { id: string; alias: string }>('SELECT skill_id AS id, alias FROM skill_aliases ORDER BY skill_id, alias', [
  'id',
  'alias',
]);
const selectMerges = query<[], { fromId: string; intoId: string }>(
  'SELECT from_id AS fromId, into_id AS intoId FROM skill_merges ORDER BY from_id',
  ['fromId', 'intoId'],
);
const findName = query<[id: string], { name: string }>('SELECT name FROM skill_names WHERE skill_id = ?', ['name']);
const findMerge = query<[fromId: string], { intoId: string }>('SELECT into_id AS intoId FROM skill_merges WHERE from_id = ?', ['intoId']);
const saveName = command<[id: string, name: string]>(
  'INSERT INTO skill_names (skill_id, name) VALUES (?, ?) ON CONFLICT (skill_id) DO UPDATE SET name = excluded.name',
);
const removeName = command<[id: string]>('DELETE FROM skill_names WHERE skill_id = ?');
const addAlias = command<[id: string, alias: string]>('INSERT INTO skill_aliases (skill_id, alias) VALUES (?, ?) ON CONFLICT DO NOTHING');
const removeAlias = command<[id: string, alias: string]>('DELETE FROM skill_aliases WHERE skill_id = ? AND alias = ?');
const saveMerge = command<[fromId: string, intoId: string]>(
  'INSERT INTO skill_merges (from_id, into_id) VALUES (?, ?) ON CONFLICT (from_id) DO UPDATE SET into_id = excluded.into_id',
);
const removeMerge = command<[fromId: string]>('DELETE FROM skill_merges WHERE from_id = ?');

/** All the person changed in the taxonomy. */
export function personTaxonomy(db: ReadableDb): PersonTaxonomy {
  const aliases = Map.groupBy(selectAliases.all(db), ({ id }) => id);
  return {
    names: new Map(selectNames.all(db).map(({ id, name }) => [id, name])),
    aliases: new Map([...aliases].map(([id, rows]) => [id, rows.map(({ alias }) => alias)])),
    merges: mergesOf(db),
  };
}

/** The skill each merged one is read as, by id. */
export function mergesOf(db: ReadableDb): Map<string, string> {
  return new Map(selectMerges.all(db).map(({ fromId, intoId }) => [fromId, intoId]));
}

/** Translates ids to the skills they are read as. */
export function readAs(db: ReadableDb): (id: string) => string {
  const merges = mergesOf(db);
  return (id) => resolveMerge(merges, id);
}

/** Every id that is read as this skill, itself first. */
export function idsReadAs(db: ReadableDb, id: string): string[] {
  return membersOf(mergesOf(db), id);
}

/** Gives a skill the person's own name; null takes it back. @returns the step that undoes it. */
export function setSkillName(db: WritableDb, skillId: string, name: string | null): UndoStep {
  const before = findName.get(db, skillId)?.name ?? null;
  if (name === null) removeName.run(db, skillId);
  else saveName.run(db, skillId, name);
  return { set: 'name', skillId, name: before };
}

/** Adds or takes back a spelling of the person's own. @returns the step that undoes it, or null when it changed nothing. */
export function setSkillAlias(db: WritableDb, skillId: string, alias: string, present: boolean): UndoStep | null {
  const count = present ? addAlias.run(db, skillId, alias) : removeAlias.run(db, skillId, alias);
  return count === 0 ? null : { set: 'alias', skillId, alias, present: !present };
}

/** Reads one skill as another from now on; null reads it as itself again. @returns the step that undoes it. */
export function setSkillMerge(db: WritableDb, fromId: string, intoId: string | null): UndoStep {
  const before = findMerge.get(db, fromId)?.intoId ?? null;
  if (intoId === null) removeMerge.run(db, fromId);
  else saveMerge.run(db, fromId, intoId);
  return { set: 'merge', fromId, intoId: before };
}

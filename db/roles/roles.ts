import { z } from 'zod';
import type { Role, RoleCompetency, RoleLayer } from '../../core/content/role.ts';
import { AppError } from '../../core/errors.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export interface RoleSummary {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly summary: string;
  readonly competencies: number;
}

const saveHead = command<[id: string, version: number, name: string, summary: string]>(
  `INSERT INTO roles (id, version, name, summary) VALUES (?, ?, ?, ?)
   ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, summary = excluded.summary`,
);
const clearLayers = command<[roleId: string]>('DELETE FROM role_layers WHERE role_id = ?');
const addLayer = command<[roleId: string, id: string, position: number, name: string, part: string, summary: string]>(
  'INSERT INTO role_layers (role_id, id, position, name, part, summary) VALUES (?, ?, ?, ?, ?, ?)',
);
const addCompetency = command<[string, string, string, number, string, number, string, number, string, string, string, string]>(
  `INSERT INTO role_competencies (role_id, id, layer_id, position, name, required, importance, weight, why, at_required, proof, prerequisites)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const addSkill = command<[roleId: string, competencyId: string, groupNo: number, skillId: string]>(
  'INSERT INTO competency_skills (role_id, competency_id, group_no, skill_id) VALUES (?, ?, ?, ?)',
);
const selectRoles = query<[], RoleSummary>(
  `SELECT id, version, name, summary, (SELECT count(*) FROM role_competencies WHERE role_id = roles.id) AS competencies
   FROM roles ORDER BY name`,
  ['id', 'version', 'name', 'summary', 'competencies'],
);
const findRole = query<[id: string], { id: string; version: number; name: string; summary: string }>(
  'SELECT id, version, name, summary FROM roles WHERE id = ?',
  ['id', 'version', 'name', 'summary'],
);
const selectLayers = query<[roleId: string], { id: string; name: string; part: RoleLayer['part']; summary: string }>(
  'SELECT id, name, part, summary FROM role_layers WHERE role_id = ? ORDER BY position',
  ['id', 'name', 'part', 'summary'],
);
interface CompetencyRow {
  readonly id: string;
  readonly layerId: string;
  readonly name: string;
  readonly required: number;
  readonly importance: RoleCompetency['importance'];
  readonly weight: number;
  readonly why: string;
  readonly atRequired: string;
  readonly proof: string;
  readonly prerequisites: string;
}
const selectCompetencies = query<[roleId: string], CompetencyRow>(
  `SELECT id, layer_id AS layerId, name, required, importance, weight, why, at_required AS atRequired, proof, prerequisites
   FROM role_competencies WHERE role_id = ? ORDER BY position`,
  ['id', 'layerId', 'name', 'required', 'importance', 'weight', 'why', 'atRequired', 'proof', 'prerequisites'],
);
const selectSkills = query<[roleId: string], { competencyId: string; groupNo: number; skillId: string }>(
  `SELECT competency_id AS competencyId, group_no AS groupNo, skill_id AS skillId
   FROM competency_skills WHERE role_id = ? ORDER BY competency_id, group_no, skill_id`,
  ['competencyId', 'groupNo', 'skillId'],
);

/** Writes a role with its layers, competencies and skills in place of what was stored under its id. */
export function saveRole(db: WritableDb, role: Role): void {
  saveHead.run(db, role.id, role.version, role.name, role.summary);
  clearLayers.run(db, role.id);
  let position = 0;
  for (const [layerPosition, layer] of role.layers.entries()) {
    addLayer.run(db, role.id, layer.id, layerPosition, layer.name, layer.part, layer.summary);
    for (const competency of layer.competencies) {
      saveCompetency(db, role.id, layer.id, position, competency);
      position += 1;
    }
  }
}

function saveCompetency(db: WritableDb, roleId: string, layerId: string, position: number, competency: RoleCompetency): void {
  const { id, name, required, importance, weight, why, atRequired, proof, prerequisites, skillsAll, skillsAny } = competency;
  addCompetency.run(
    db,
    roleId,
    id,
    layerId,
    position,
    name,
    required,
    importance,
    weight,
    why,
    atRequired,
    proof,
    JSON.stringify(prerequisites),
  );
  for (const skill of skillsAll) addSkill.run(db, roleId, id, 0, skill);
  for (const [index, group] of skillsAny.entries()) {
    for (const skill of group) addSkill.run(db, roleId, id, index + 1, skill);
  }
}

export function listRoles(db: ReadableDb): RoleSummary[] {
  return selectRoles.all(db);
}

/** A role in full. @throws AppError `not_found` naming the roles there are. */
export function getRole(db: ReadableDb, id: string): Role {
  const head = findRole.get(db, id);
  if (!head) {
    const known = listRoles(db).map((role) => role.id);
    throw new AppError('not_found', `There is no role “${id}”. Known roles: ${known.join(', ') || 'none'}.`);
  }
  const skills = Map.groupBy(selectSkills.all(db, id), ({ competencyId }) => competencyId);
  const competencies = Map.groupBy(selectCompetencies.all(db, id), ({ layerId }) => layerId);
  return {
    ...head,
    layers: selectLayers.all(db, id).map((layer) => ({
      ...layer,
      competencies: (competencies.get(layer.id) ?? []).map(({ layerId: _layer, prerequisites, ...row }) => ({
        ...row,
        prerequisites: readJson(z.array(z.string()), prerequisites, `Competency ${row.id}`),
        ...groups(skills.get(row.id) ?? []),
      })),
    })),
  };
}

function groups(rows: readonly { groupNo: number; skillId: string }[]): Pick<RoleCompetency, 'skillsAll' | 'skillsAny'> {
  const byGroup = Map.groupBy(rows, ({ groupNo }) => groupNo);
  const ids = (groupNo: number): string[] => (byGroup.get(groupNo) ?? []).map(({ skillId }) => skillId);
  const any = [...byGroup.keys()].filter((groupNo) => groupNo > 0).sort((a, b) => a - b);
  return { skillsAll: ids(0), skillsAny: any.map(ids) };
}

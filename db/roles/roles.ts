import { competenciesOf, type Role, roleSchema } from '../../core/content/role.ts';
import { AppError } from '../../core/errors.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export interface RoleSummary {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly summary: string;
  /** shipped: comes with the program and changes with it; own: made by the person. */
  readonly origin: 'shipped' | 'own';
  readonly competencies: number;
}

export interface RoleVersion {
  readonly version: number;
  readonly savedAtMs: number;
}

const saveHead = command<[id: string, version: number, name: string, summary: string, origin: string]>(
  `INSERT INTO roles (id, version, name, summary, origin) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (id) DO UPDATE SET version = excluded.version, name = excluded.name, summary = excluded.summary, origin = excluded.origin`,
);
const saveBody = command<[id: string, version: number, body: string, savedAtMs: number]>(
  `INSERT INTO role_versions (role_id, version, body, saved_at_ms) VALUES (?, ?, ?, ?)
   ON CONFLICT (role_id, version) DO UPDATE SET body = excluded.body WHERE body <> excluded.body`,
);
const clearCompetencies = command<[roleId: string]>('DELETE FROM role_competencies WHERE role_id = ?');
const addCompetency = command<[roleId: string, competencyId: string]>(
  'INSERT INTO role_competencies (role_id, competency_id) VALUES (?, ?)',
);
const saveJobText = command<[text: string | null, id: string]>('UPDATE roles SET job_text = ? WHERE id = ?');
const findJobText = query<[id: string], { jobText: string | null }>('SELECT job_text AS jobText FROM roles WHERE id = ?', ['jobText']);
const setRemoved = command<[atMs: number | null, id: string]>("UPDATE roles SET removed_at_ms = ? WHERE id = ? AND origin = 'own'");
const hideShipped = command<[atMs: number, ids: string]>(
  `UPDATE roles SET removed_at_ms = ? WHERE origin = 'shipped' AND removed_at_ms IS NULL AND id NOT IN (SELECT value FROM json_each(?))`,
);
const showShipped = command<[ids: string]>(
  `UPDATE roles SET removed_at_ms = NULL WHERE origin = 'shipped' AND id IN (SELECT value FROM json_each(?))`,
);
const selectRoles = query<[], RoleSummary>(
  `SELECT id, version, name, summary, origin, (SELECT count(*) FROM role_competencies WHERE role_id = roles.id) AS competencies
   FROM roles WHERE removed_at_ms IS NULL ORDER BY name`,
  ['id', 'version', 'name', 'summary', 'origin', 'competencies'],
);
const selectIds = query<[], { id: string }>('SELECT id FROM roles', ['id']);
const findBody = query<[id: string, version: number], { body: string }>(
  'SELECT body FROM role_versions WHERE role_id = ? AND version = ?',
  ['body'],
);
const findNewest = query<[id: string], { body: string }>(
  `SELECT body FROM role_versions JOIN roles ON roles.id = role_id AND roles.version = role_versions.version
   WHERE role_id = ? AND removed_at_ms IS NULL`,
  ['body'],
);
const selectVersions = query<[id: string], RoleVersion>(
  'SELECT version, saved_at_ms AS savedAtMs FROM role_versions WHERE role_id = ? ORDER BY version DESC',
  ['version', 'savedAtMs'],
);
const findCompetency = query<[competencyId: string], { found: number }>(
  'SELECT 1 AS found FROM role_competencies WHERE competency_id = ? LIMIT 1',
  ['found'],
);

/**
 * Writes a version of a role, which becomes its newest; earlier versions stay.
 * @throws AppError `invalid` for a role that could not be read again.
 */
export function saveRole(db: WritableDb, role: Role, origin: RoleSummary['origin'], nowMs: number): void {
  const { error } = roleSchema.safeParse(role);
  if (error) {
    const [issue] = error.issues;
    throw new AppError(
      'invalid',
      `This role cannot be stored: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}. Nothing was changed.`,
    );
  }
  saveHead.run(db, role.id, role.version, role.name, role.summary, origin);
  saveBody.run(db, role.id, role.version, JSON.stringify(role), nowMs);
  clearCompetencies.run(db, role.id);
  for (const { id } of competenciesOf(role)) addCompetency.run(db, role.id, id);
}

/** Roles that no longer ship are offered no more. */
export function retireRolesExcept(db: WritableDb, ids: readonly string[], nowMs: number): void {
  hideShipped.run(db, nowMs, JSON.stringify(ids));
  showShipped.run(db, JSON.stringify(ids));
}

export function listRoles(db: ReadableDb): RoleSummary[] {
  return selectRoles.all(db);
}

/** All ids in use, those of removed roles among them. */
export function roleIds(db: ReadableDb): Set<string> {
  return new Set(selectIds.all(db).map(({ id }) => id));
}

/** A role in full, its newest version unless told. @throws AppError `not_found` naming the roles there are. */
export function getRole(db: ReadableDb, id: string, version?: number): Role {
  const row = version === undefined ? findNewest.get(db, id) : findBody.get(db, id, version);
  if (!row) throw new AppError('not_found', version === undefined ? unknownRole(db, id) : `The role “${id}” has no version ${version}.`);
  return readJson(roleSchema, row.body, `The role ${id}`);
}

function unknownRole(db: ReadableDb, id: string): string {
  const known = listRoles(db).map((role) => role.id);
  return `There is no role “${id}”. Known roles: ${known.join(', ') || 'none'}.`;
}

/** Newest first. */
export function listVersions(db: ReadableDb, id: string): RoleVersion[] {
  return selectVersions.all(db, id);
}

/** Whether any role asks for it. */
export function isCompetencyAsked(db: ReadableDb, competencyId: string): boolean {
  return findCompetency.get(db, competencyId) !== undefined;
}

export function setJobText(db: WritableDb, id: string, text: string): void {
  saveJobText.run(db, text, id);
}

/** The job description a role was made from; null where it was made otherwise. */
export function getJobText(db: ReadableDb, id: string): string | null {
  return findJobText.get(db, id)?.jobText ?? null;
}

/** Hides an own role; it can be had back. @throws AppError `invalid` for a role that ships with the program. */
export function setRoleRemoved(db: WritableDb, id: string, atMs: number | null): void {
  if (setRemoved.run(db, atMs, id) === 0)
    throw new AppError('invalid', 'Only a role of your own can be removed; the others come with the program.');
}

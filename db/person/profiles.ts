import { AppError } from '../../core/errors.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

/** The person whose skills these are. */
export interface Profile {
  readonly id: number;
  readonly name: string;
  /** The target role; null until one is chosen. */
  readonly roleId: string | null;
}

const COLUMNS = ['id', 'name', 'roleId'] as const;
const add = command<[name: string, createdAtMs: number]>('INSERT INTO profiles (name, created_at_ms) VALUES (?, ?)');
const selectAll = query<[], Profile>('SELECT id, name, role_id AS roleId FROM profiles ORDER BY id', COLUMNS);
const find = query<[id: number], Profile>('SELECT id, name, role_id AS roleId FROM profiles WHERE id = ?', COLUMNS, { hot: true });
const rename = command<[name: string, id: number]>('UPDATE profiles SET name = ? WHERE id = ?');
const saveRole = command<[roleId: string, id: number]>('UPDATE profiles SET role_id = ? WHERE id = ?');

export function addProfile(db: WritableDb, name: string, nowMs: number): number {
  return add.insert(db, name, nowMs);
}

export function listProfiles(db: ReadableDb): Profile[] {
  return selectAll.all(db);
}

/** @throws AppError `not_found`. */
export function getProfile(db: ReadableDb, id: number): Profile {
  const profile = find.get(db, id);
  if (!profile) throw new AppError('not_found', 'This profile is not there any more.');
  return profile;
}

export function renameProfile(db: WritableDb, id: number, name: string): void {
  rename.run(db, name, id);
}

export function setProfileRole(db: WritableDb, id: number, roleId: string): void {
  saveRole.run(db, roleId, id);
}

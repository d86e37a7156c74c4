import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../core/errors.ts';

const FOLDER = 'backups';
const KEEP_DAILY = 12;
const KEEP_MONTHLY = 9;

/** Folder of the backups inside a data folder. */
export function backupFolder(dataDir: string): string {
  return join(dataDir, FOLDER);
}

/** `plumbline-2026-11-20T213004Z-<why>.db`: sorts by time, and says what it was made for. */
export function backupName(nowMs: number, why: 'daily' | 'migration' | 'manual'): string {
  const stamp = new Date(nowMs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
  return `plumbline-${stamp}-${why}.db`;
}

/** Copies the database before a migration and verifies the copy. @throws AppError `io` when the copy is not sound. */
export function backUpBeforeMigration(raw: Database.Database, dataDir: string, nowMs: number): void {
  mkdirSync(backupFolder(dataDir), { recursive: true });
  const path = join(backupFolder(dataDir), backupName(nowMs, 'migration'));
  raw.prepare('VACUUM INTO ?').run(path);
  if (!isGood(path)) throw new AppError('io', `The backup ${path} could not be verified, so the database was left as it is.`);
}

/**
 * Makes a backup, verifies it by opening and checking it, and gives it its name only then.
 * @returns the path. @throws AppError `io`.
 */
export async function makeBackup(copy: (path: string) => Promise<void>, path: string): Promise<string> {
  const unfinished = `${path}.part`;
  try {
    await copy(unfinished);
    if (!isGood(unfinished)) throw new AppError('io', 'The copy is not a sound database.');
    renameSync(unfinished, path);
    return path;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new AppError('io', `The backup ${path} was not made: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Whether a backup was already made on the day of `nowMs` (UTC). */
export function hasBackupOfDay(dataDir: string, nowMs: number): boolean {
  const day = new Date(nowMs).toISOString().slice(0, 10);
  return listBackups(dataDir).some((path) => basename(path).includes(day));
}

/** Paths of all backups, newest first. */
export function listBackups(dataDir: string): string[] {
  const folder = backupFolder(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^plumbline-.*\.db$/.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

/** The newest backup that opens and passes SQLite's check; null when there is none. */
export function newestGoodBackup(dataDir: string): string | null {
  return listBackups(dataDir).find(isGood) ?? null;
}

/** Daily backups that may go: all but the newest of each of the last 12 days with one and of 9 months. Others are kept. */
export function backupsToDelete(paths: readonly string[]): string[] {
  const daily = paths.filter((path) => path.endsWith('-daily.db'));
  const newestPer = (length: number, keep: number): string[] => {
    const seen = new Map<string, string>();
    for (const path of daily) {
      const period = basename(path).slice('plumbline-'.length, 'plumbline-'.length + length);
      if (!seen.has(period)) seen.set(period, path);
    }
    return [...seen.values()].slice(0, keep);
  };
  const kept = new Set([...newestPer(10, KEEP_DAILY), ...newestPer(7, KEEP_MONTHLY)]);
  return daily.filter((path) => !kept.has(path));
}

/**
 * Puts a backup in the database's place: copied, checked, renamed; the present file is kept as `<name>.damaged-<time>`.
 * @throws AppError `not_found` without a good backup.
 */
export function restoreNewestBackup(
  dataDir: string,
  databaseFile: string,
  nowMs: number,
): { readonly restored: string; readonly kept: string | null } {
  const backup = newestGoodBackup(dataDir);
  if (backup === null) throw new AppError('not_found', `There is no good backup in ${backupFolder(dataDir)}. Nothing was changed.`);
  const target = join(dataDir, databaseFile);
  const incoming = `${target}.incoming`;
  copyFileSync(backup, incoming);
  if (!isGood(incoming)) throw new AppError('io', `The copy of ${backup} is not sound. Nothing was changed.`);
  const kept = existsSync(target) ? `${target}.damaged-${nowMs}` : null;
  if (kept) renameSync(target, kept);
  for (const suffix of ['-wal', '-shm']) {
    if (kept && existsSync(target + suffix)) renameSync(target + suffix, kept + suffix);
  }
  renameSync(incoming, target);
  return { restored: backup, kept };
}

function isGood(path: string): boolean {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    // A file that cannot be opened or read is simply not a good backup.
    return false;
  } finally {
    db?.close();
  }
}

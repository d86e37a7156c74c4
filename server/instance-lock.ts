import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../core/errors.ts';

export interface InstanceLock {
  /** Writes down where this instance can be found, for the words a second one says. Never the key. */
  announce(address: string): void;
  release(): void;
}

/**
 * Takes the data folder for this process. The lock is an exclusive transaction on a file of its own, so the operating
 * system frees it however the process ends, and it is never stale.
 * @throws AppError `busy` naming the running instance; `io` when the folder cannot be written.
 */
export function lockDataFolder(dataDir: string): InstanceLock {
  const notice = join(dataDir, 'instance.json');
  let db: Database.Database | null = null;
  try {
    mkdirSync(dataDir, { recursive: true });
    db = new Database(join(dataDir, 'lock.db'), { timeout: 0 });
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new AppError(
        'busy',
        `Plumbline is already running on ${dataDir}${whereIn(notice)}. Use that window, or choose another folder with --data.`,
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('io', `The data folder ${dataDir} cannot be used: ${reason}. Choose a folder you can write to with --data.`, {
      cause: error,
    });
  }
  const held = db;
  return {
    announce: (address) => writeFileSync(notice, JSON.stringify({ address, pid: process.pid })),
    release: () => {
      rmSync(notice, { force: true });
      held.close();
    },
  };
}

function whereIn(notice: string): string {
  try {
    const found: unknown = JSON.parse(readFileSync(notice, 'utf8'));
    if (typeof found === 'object' && found !== null && 'address' in found) return ` at ${String(found.address)}`;
  } catch {
    // Without a readable notice the sentence simply does not name the address.
  }
  return '';
}

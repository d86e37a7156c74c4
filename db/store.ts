import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError, toAppError } from '../core/errors.ts';
import { backUpBeforeMigration, newestGoodBackup } from './backup.ts';
import type { Changed, ChangeKind } from './changes.ts';
import { Memo } from './memo.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { ReadableDb, WritableDb } from './statement.ts';

export const DATABASE_FILE = 'plumbline.db';
const BUSY_TIMEOUT_MS = 5_000;

export interface Store {
  readonly dataDir: string;
  readonly read: ReadableDb;
  /** Runs `change` in one transaction: all of it or nothing. Its name says what happened, in the words of the screen. */
  transact<T>(name: string, change: (db: WritableDb) => Changed<T>): Changed<T>;
  /**
   * The result of `compute`, kept until data of one of these kinds changes, here or by another process. What is kept is shared:
   * it must not be written to.
   */
  memo<T>(key: string, kinds: readonly ChangeKind[], compute: () => T): T;
  /** Copies the database as it is now to `path`, while it stays in use. */
  backup(path: string): Promise<void>;
  close(): void;
}

/** A file larger than this is checked beside the use rather than before it: reading all of it takes seconds. */
const CHECKED_BEFORE_USE = 16 * 1024 * 1024;

/**
 * Opens the store in `dataDir`, creating folder and database when missing, checking the file (a large one is checked by
 * {@link checkWhole} once it is open) and migrating it to this program's schema with a backup before.
 * @throws AppError `io` when the folder cannot be written, `corrupt` when the file is damaged (naming the newest good
 * backup), `unsupported` when the database is newer than the program.
 */
export function openStore(dataDir: string, nowMs: number): Store {
  makeFolder(dataDir);
  const file = join(dataDir, DATABASE_FILE);
  const raw = openDatabase(file, dataDir);
  try {
    if (isCheckedBeforeUse(dataDir)) check(raw, dataDir);
    migrate(raw, MIGRATIONS, () => backUpBeforeMigration(raw, dataDir, nowMs));
  } catch (error) {
    raw.close();
    throw toAppError(error);
  }
  const writable = new WritableDb(raw);
  const kept = new Memo(() => raw.pragma('data_version', { simple: true }));
  return {
    dataDir,
    read: new ReadableDb(raw),
    transact: (name, change) => {
      try {
        const done = raw.transaction(() => change(writable)).immediate();
        kept.forget(done.changed);
        return done;
      } catch (error) {
        throw fromSqlite(error, name);
      }
    },
    memo: (key, kinds, compute) => kept.get(key, kinds, compute),
    backup: async (path) => {
      await raw.backup(path);
    },
    close: () => {
      raw.close();
    },
  };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new AppError('io', `The data folder ${dataDir} cannot be created: ${reason(error)}. Choose another with --data.`, {
      cause: error,
    });
  }
}

function openDatabase(file: string, dataDir: string): Database.Database {
  let raw: Database.Database | null = null;
  try {
    raw = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    return raw;
  } catch (error) {
    raw?.close();
    if (isDamage(error)) throw corrupt(dataDir, error);
    const hint = existsSync(file) ? 'It must be a folder and a file you can write to' : 'The folder must be one you can write to';
    throw new AppError('io', `The data folder ${dataDir} cannot be used: ${reason(error)}. ${hint}; choose another with --data.`, {
      cause: error,
    });
  }
}

/** Whether a database is checked as a whole when it is opened. */
export function isCheckedBeforeUse(dataDir: string): boolean {
  return statSync(join(dataDir, DATABASE_FILE)).size <= CHECKED_BEFORE_USE;
}

/** Reads the whole file and checks that it is sound; a large one takes seconds. @throws AppError `corrupt`. */
export function checkWhole(dataDir: string): void {
  const raw = new Database(join(dataDir, DATABASE_FILE), { readonly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    check(raw, dataDir);
  } finally {
    raw.close();
  }
}

function check(raw: Database.Database, dataDir: string): void {
  let answer: unknown;
  try {
    answer = raw.pragma('quick_check(1)', { simple: true });
  } catch (error) {
    throw isDamage(error) ? corrupt(dataDir, error) : error;
  }
  if (answer !== 'ok') throw corrupt(dataDir, answer);
}

function corrupt(dataDir: string, cause: unknown): AppError {
  const backup = newestGoodBackup(dataDir);
  const way = backup
    ? `The newest good backup is ${backup}. To put it in place (the damaged file is kept beside it), run: npm run -s cli -- doctor --restore --data "${dataDir}"`
    : `No good backup was found in ${join(dataDir, 'backups')}. Keep the file: nothing was changed in it. To start anew, choose another folder with --data.`;
  return new AppError('corrupt', `The database in ${dataDir} is damaged. ${way}`, { cause });
}

function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB');
}

function fromSqlite(error: unknown, name: string): AppError {
  if (!(error instanceof Database.SqliteError)) return toAppError(error);
  const failed = `“${name}” was not done, and nothing of it was written`;
  if (error.code.startsWith('SQLITE_BUSY'))
    return new AppError('busy', `${failed}: another program is writing to the same data. Try again.`, { cause: error });
  if (error.code === 'SQLITE_FULL')
    return new AppError('io', `${failed}: the disk is full. Free some space and try again.`, { cause: error });
  if (error.code.startsWith('SQLITE_IOERR') || error.code === 'SQLITE_READONLY') {
    return new AppError('io', `${failed}: the data folder cannot be written (${error.message}).`, { cause: error });
  }
  return new AppError('internal', `${failed}: ${error.message}`, { cause: error });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

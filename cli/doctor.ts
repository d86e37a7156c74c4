import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, toAppError } from '../core/errors.ts';
import { listBackups, newestGoodBackup, restoreNewestBackup } from '../db/backup.ts';
import { readContent } from '../db/content/load.ts';
import { checkWhole, DATABASE_FILE, openStore } from '../db/store.ts';
import { lockDataFolder } from '../server/instance-lock.ts';
import { APP_ROOT, ASSETS_DIR } from '../server/paths.ts';
import { appVersion } from '../server/version.ts';
import type { Output } from './commands.ts';

/** What is there and whether it is sound. @param restore puts the newest good backup in place first. */
export function doctor(dataDir: string, restore: boolean, nowMs: number): Output {
  const restored = restore ? restoreUnderLock(dataDir, nowMs) : null;
  const database = existsSync(join(dataDir, DATABASE_FILE)) ? checkDatabase(dataDir, nowMs) : 'none yet';
  const { skills, roles, questions } = readContent(ASSETS_DIR).parse();
  const report = {
    version: appVersion(),
    node: process.version,
    dataDir,
    database,
    backups: listBackups(dataDir).length,
    newestGoodBackup: newestGoodBackup(dataDir),
    restored: restored?.restored ?? null,
    content: { skills: skills.length, roles: roles.length, questions: questions.length },
    electronRuntime: existsSync(join(APP_ROOT, 'node_modules', 'electron', 'path.txt'))
      ? 'there'
      : 'not there: the app runs in the browser',
  };
  if (database !== 'sound' && database !== 'none yet' && !restore) throw new AppError('corrupt', database);
  const lines = Object.entries(report).map(
    ([name, value]) => `${name.padEnd(18)} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  );
  return { json: report, text: lines.join('\n') };
}

function checkDatabase(dataDir: string, nowMs: number): string {
  try {
    openStore(dataDir, nowMs).close();
    checkWhole(dataDir);
    return 'sound';
  } catch (error) {
    return toAppError(error).message;
  }
}

/** Nobody else may have the data open while a backup takes its place. */
function restoreUnderLock(dataDir: string, nowMs: number) {
  const lock = lockDataFolder(dataDir);
  try {
    return restoreNewestBackup(dataDir, DATABASE_FILE, nowMs);
  } finally {
    lock.release();
  }
}

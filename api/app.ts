import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { backupFolder, backupName, backupsToDelete, hasBackupOfDay, listBackups, makeBackup } from '../db/backup.ts';
import { readContent } from '../db/content/load.ts';
import { syncContent } from '../db/content/sync.ts';
import { openStore } from '../db/store.ts';
import type { App } from './context.ts';
import { createReaders } from './importer.ts';
import { createModelPort } from './model-call.ts';

export interface AppOptions {
  readonly dataDir: string;
  /** Folder of taxonomy, roles and questions. */
  readonly assetsDir: string;
  readonly version: string;
  readonly host: App['host'];
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number;
}

/** The platform's usual place for an app's data, the same for every host. */
export function defaultDataDir(): string {
  return envPaths('plumbline', { suffix: '' }).data;
}

/**
 * Opens everything a host needs. @throws AppError as {@link openStore} does.
 * @returns the app and how to close it.
 */
export function openApp({ dataDir, assetsDir, version, host, now = Date.now }: AppOptions): { readonly app: App; close(): void } {
  const store = openStore(dataDir, now());
  try {
    syncContent(store, readContent(assetsDir), now());
  } catch (error) {
    store.close();
    throw error;
  }
  return {
    app: {
      version,
      host,
      store,
      ...createReaders(store.read),
      askModel: createModelPort(),
      running: new Map(),
      training: new Map(),
      integrity: { state: 'sound', damage: null },
      now,
    },
    close: store.close,
  };
}

/**
 * The backup of the day, once per day the app is used; old daily ones go.
 * @returns the backup's path, or null when today's is there. @throws AppError `io`.
 */
export async function backUpDaily({ store, now }: App): Promise<string | null> {
  if (hasBackupOfDay(store.dataDir, now())) return null;
  const folder = backupFolder(store.dataDir);
  mkdirSync(folder, { recursive: true });
  const path = await makeBackup(store.backup, join(folder, backupName(now(), 'daily')));
  for (const old of backupsToDelete(listBackups(store.dataDir))) rmSync(old, { force: true });
  return path;
}

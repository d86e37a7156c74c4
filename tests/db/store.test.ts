import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../api/router/index.ts';
import '../../api/upload.ts';
import { openApp } from '../../api/app.ts';
import { checkBesideUse } from '../../api/integrity.ts';
import { AppError } from '../../core/errors.ts';
import {
  backupFolder,
  backupName,
  backupsToDelete,
  listBackups,
  makeBackup,
  newestGoodBackup,
  restoreNewestBackup,
} from '../../db/backup.ts';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { listGaps } from '../../db/person/gaps.ts';
import { loadPersonLevels } from '../../db/person/person-record.ts';
import { addProfile, listProfiles } from '../../db/person/profiles.ts';
import { getRole } from '../../db/roles/roles.ts';
import { definedStatements } from '../../db/statement.ts';
import { DATABASE_FILE, openStore } from '../../db/store.ts';
import { ASSETS_DIR } from '../../server/paths.ts';

const NOW_MS = Date.UTC(2026, 10, 20, 21, 30);
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'plumbline-db-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof AppError ? `${error.code}: ${error.message}` : String(error);
  }
  return 'nothing was thrown';
}

function damage(file: string): void {
  const handle = openSync(file, 'r+');
  for (let page = 1; page < 12; page += 1) writeSync(handle, Buffer.alloc(3000, 0xa5), 0, 3000, page * 4096);
}

describe('the statements', () => {
  it('fit the schema: each can be prepared, and its columns are those of its row type', () => {
    const raw = new Database(':memory:');
    migrate(raw, MIGRATIONS, () => undefined);
    expect(definedStatements().length).toBeGreaterThan(40);
    for (const { sql, columns } of definedStatements()) {
      const statement = raw.prepare(sql);
      if (columns !== null)
        expect(
          statement.columns().map(({ name }) => name),
          sql,
        ).toEqual(columns);
    }
    raw.close();
  });

  it('that are hot read by an index, never through a whole table', () => {
    const raw = new Database(':memory:');
    migrate(raw, MIGRATIONS, () => undefined);
    for (const { sql, hot } of definedStatements().filter((statement) => statement.hot)) {
      expect(hot).toBe(true);
      const plan = raw
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...new Array((sql.match(/\?/g) ?? []).length).fill(1));
      expect(
        plan.map(({ detail }) => detail).filter((detail) => /^SCAN (?!CONSTANT|\(subquery)/.test(detail)),
        sql,
      ).toEqual([]);
    }
    raw.close();
  });
});

describe('the migrations', () => {
  it('are numbered from 1 without a hole, and frozen once released', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    const frozen = (version: number): string =>
      createHash('sha256')
        .update(MIGRATIONS[version - 1]?.sql ?? '')
        .digest('hex');
    expect(frozen(1)).toBe('2b4212f28138bcdb8477fce1d554ceb3272f5e69996320a606c64ebd0d1719f0');
    expect(frozen(2)).toBe('6bc96458ecd618a94ac2a444ec26b87ab58a36e511d1a6e4bfcaf7d92f6be1ab');
    expect(frozen(3)).toBe('8ddf2b4af99337b852f822a0ae44566a07000661079b2d07bb71967504ba36d5');
    expect(frozen(4)).toBe('82e1e5927879dcefbf77d4a2640b6911d55ae8b527880c8d9f7ef4f43865f42d');
    expect(frozen(5)).toBe('c60c4b446190469f240020fd0f7dbde7c5a11843b503f571991b09bb93b8a7df');
  });

  it('keep the data, after a backup, when a newer program opens an older database', () => {
    const store = openStore(dataDir, NOW_MS);
    store.transact('add', (db) => ({ result: addProfile(db, 'Ada', NOW_MS), changed: ['profiles'] }));
    store.close();
    const raw = new Database(join(dataDir, DATABASE_FILE));
    let backups = 0;
    const next = [
      ...MIGRATIONS,
      { version: MIGRATIONS.length + 1, name: 'next', sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT' },
    ];
    migrate(raw, next, () => {
      backups += 1;
    });
    expect(backups).toBe(1);
    expect(raw.prepare('SELECT name FROM profiles').pluck().all()).toEqual(['Ada']);
    raw.close();
    expect(codeOf(() => openStore(dataDir, NOW_MS))).toMatch(/^unsupported: .*newer Plumbline/);
  });

  it('to own roles and plans keep ratings, answers’ sessions and the chosen role; the shipped roles are written anew', () => {
    const raw = new Database(join(dataDir, DATABASE_FILE));
    migrate(raw, MIGRATIONS.slice(0, 3), () => undefined);
    raw.exec(`
      INSERT INTO profiles (id, name, role_id, created_at_ms) VALUES (1, 'Ada', 'multi-dc-sre', 1);
      INSERT INTO settings (key, value) VALUES ('content.hash', '"old"');
      INSERT INTO roles (id, version, name, summary) VALUES ('multi-dc-sre', 1, 'Old name', 's');
      INSERT INTO role_layers (role_id, id, position, name, part, summary) VALUES ('multi-dc-sre', 'hw', 0, 'Hardware', 'layer', 's');
      INSERT INTO ratings (profile_id, subject, subject_id, level, source, rated_at_ms) VALUES (1, 'competency', 'hw.standards', 4, 'self', 5);
      INSERT INTO learning_gaps (profile_id, text, status, created_at_ms, changed_at_ms) VALUES (1, 'BGP', 'closed', 1, 2);
      INSERT INTO sessions (profile_id, role_id, kind, queue, started_at_ms) VALUES (1, 'multi-dc-sre', 'drill', '[]', 1);`);
    raw.close();
    const { app, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => NOW_MS });
    const { read } = app.store;
    expect(getRole(read, 'multi-dc-sre')).toMatchObject({ version: 2, name: 'Multi-datacenter SRE' });
    expect(loadPersonLevels(app.store, 1, NOW_MS).competencyRatings.get('hw.standards')?.value).toBe(4);
    expect(listGaps(read, 1)).toMatchObject([{ text: 'BGP', status: 'closed' }]);
    close();
    const after = new Database(join(dataDir, DATABASE_FILE));
    expect(after.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(1);
    expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
    after.close();
  });

  it('roll back whole when one fails, and stop there', () => {
    const raw = new Database(':memory:');
    const broken = { version: 2, name: 'broken', sql: 'CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)' };
    expect(() => migrate(raw, [...MIGRATIONS.slice(0, 1), broken], () => undefined)).toThrow();
    expect(raw.pragma('user_version', { simple: true })).toBe(1);
    expect(raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    raw.close();
  });
});

describe('the store', () => {
  it('writes all of a transaction or nothing of it', () => {
    const store = openStore(dataDir, NOW_MS);
    const failing = codeOf(() =>
      store.transact('add two', (db) => {
        addProfile(db, 'first', NOW_MS);
        throw new AppError('invalid', 'the second is not valid');
      }),
    );
    expect(failing).toBe('invalid: the second is not valid');
    expect(listProfiles(store.read)).toEqual([]);
    store.close();
  });

  it('runs with foreign keys, write-ahead log and full synchronisation', () => {
    const store = openStore(dataDir, NOW_MS);
    const pragma = (name: string): unknown => Object.values(store.read.prepared(`PRAGMA ${name}`).get() ?? {})[0];
    expect([pragma('foreign_keys'), pragma('journal_mode'), pragma('synchronous')]).toEqual([1, 'wal', 2]);
    store.close();
  });

  it('says which folder cannot be written and what to do', () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    expect(codeOf(() => openStore(join(file, 'x'), NOW_MS))).toMatch(/^io: .*--data/);
  });

  it('names the newest good backup when the database is damaged, and puts it back when asked', async () => {
    const store = openStore(dataDir, NOW_MS);
    store.transact('add', (db) => ({ result: addProfile(db, 'Ada', NOW_MS), changed: ['profiles'] }));
    const folder = backupFolder(dataDir);
    mkdirSync(folder);
    const path = await makeBackup(store.backup, join(folder, backupName(NOW_MS, 'daily')));
    store.close();
    damage(join(dataDir, DATABASE_FILE));
    const bad = join(folder, backupName(NOW_MS + 1000, 'daily'));
    writeFileSync(bad, 'not a database');
    expect(newestGoodBackup(dataDir)).toBe(path);
    expect(codeOf(() => openStore(dataDir, NOW_MS))).toContain(path);
    const damaged = readFileSync(join(dataDir, DATABASE_FILE));
    const { kept } = restoreNewestBackup(dataDir, DATABASE_FILE, NOW_MS);
    expect(readFileSync(kept ?? '')).toEqual(damaged);
    const restored = openStore(dataDir, NOW_MS);
    expect(listProfiles(restored.read).map(({ name }) => name)).toEqual(['Ada']);
    restored.close();
  });

  it('opens a large database without reading all of it first, and finds its damage beside the use', async () => {
    openApp({ dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => NOW_MS }).close();
    const raw = new Database(join(dataDir, DATABASE_FILE));
    raw.exec('CREATE TABLE padding (bytes BLOB); INSERT INTO padding VALUES (zeroblob(66000000)); CREATE TABLE last (n INTEGER)');
    raw.exec('INSERT INTO last WITH RECURSIVE c(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < 20000) SELECT n FROM c');
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    const sound = openApp({ dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => NOW_MS });
    await checkBesideUse(sound.app);
    expect(sound.app.integrity).toEqual({ state: 'sound', damage: null });
    sound.close();
    const bytes = readFileSync(join(dataDir, DATABASE_FILE));
    bytes.fill(0xff, bytes.length - 60_000, bytes.length - 8_000);
    writeFileSync(join(dataDir, DATABASE_FILE), bytes);
    const damaged = openApp({ dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => NOW_MS });
    await checkBesideUse(damaged.app);
    expect(damaged.app.integrity).toMatchObject({ state: 'damaged', damage: expect.stringContaining('No good backup was found') });
    damaged.close();
  });

  it('keeps a daily backup of twelve days and nine months, and every other kind', () => {
    const daily = Array.from({ length: 400 }, (_, day) => backupName(NOW_MS - day * 86_400_000, 'daily'));
    const migration = backupName(NOW_MS - 399 * 86_400_000, 'migration');
    const kept = daily.filter((name) => !backupsToDelete([...daily, migration]).includes(name));
    expect(kept.slice(0, 12)).toEqual(daily.slice(0, 12));
    expect(kept.length).toBe(12 + 8);
    expect(backupsToDelete([...daily, migration])).not.toContain(migration);
    expect(listBackups(dataDir)).toEqual([]);
  });
});

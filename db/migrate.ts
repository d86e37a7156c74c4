import type Database from 'better-sqlite3';
import { AppError } from '../core/errors.ts';
import type { Migration } from './migrations/index.ts';

/**
 * Brings the database to the newest schema, one transaction per migration, foreign keys off outside it and checked inside.
 * A failure rolls its migration back and stops; nothing is ever deleted to go on.
 * @param backUp called once before the first migration of a database that already holds data.
 * @throws AppError `unsupported` when the database comes from a newer program.
 */
export function migrate(raw: Database.Database, migrations: readonly Migration[], backUp: () => void): void {
  const current = Number(raw.pragma('user_version', { simple: true }));
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new AppError(
      'unsupported',
      `This data was written by a newer Plumbline (schema ${current}; this program knows ${newest}). Nothing was changed. Update Plumbline to open it.`,
    );
  }
  const pending = migrations.filter(({ version }) => version > current);
  if (pending.length === 0) return;
  if (current > 0) backUp();
  raw.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) apply(raw, migration);
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

function apply(raw: Database.Database, { version, name, sql }: Migration): void {
  raw
    .transaction(() => {
      raw.exec(sql);
      const broken = raw.prepare('SELECT count(*) AS count FROM pragma_foreign_key_check').pluck().get();
      if (broken !== 0)
        throw new AppError(
          'corrupt',
          `Migration ${version} (${name}) would leave ${String(broken)} broken references. It was rolled back.`,
        );
      raw.pragma(`user_version = ${version}`);
    })
    .exclusive();
}

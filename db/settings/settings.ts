import type { z } from 'zod';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

const find = query<[key: string], { value: string }>('SELECT value FROM settings WHERE key = ?', ['value'], { hot: true });
const save = command<[key: string, value: string]>(
  'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
);

/** The setting's value, or null when it was never set. @throws AppError `corrupt` when it is not of the schema's shape. */
export function readSetting<T>(db: ReadableDb, key: string, schema: z.ZodType<T>): T | null {
  const row = find.get(db, key);
  return row ? readJson(schema, row.value, `The setting ${key}`) : null;
}

export function writeSetting(db: WritableDb, key: string, value: unknown): void {
  save.run(db, key, JSON.stringify(value));
}

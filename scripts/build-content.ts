import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { CONTENT_FOLDERS } from '../db/content/load.ts';
import { preparedPath, readPrepared, sha256 } from '../db/content/prepared.ts';
import { ASSETS_DIR } from '../server/paths.ts';

const PREPARED_CONTENT = preparedPath(ASSETS_DIR);

/** Parses the content files to one JSON in dist/, by the hash of each; files that have not changed since are not parsed again. */
export function buildContent(): void {
  const before = readPrepared(PREPARED_CONTENT);
  const texts = CONTENT_FOLDERS.map((folder) => join(ASSETS_DIR, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    );
  const hashed = texts.map((text) => ({ hash: sha256(text), text }));
  if (hashed.length === before.size && hashed.every(({ hash }) => before.has(hash))) return;
  const prepared = Object.fromEntries(hashed.map(({ hash, text }): [string, unknown] => [hash, before.get(hash) ?? parse(text)]));
  mkdirSync(dirname(PREPARED_CONTENT), { recursive: true });
  // Written whole before it has its name: an app that starts meanwhile reads the old one.
  writeFileSync(`${PREPARED_CONTENT}.new`, JSON.stringify(prepared));
  renameSync(`${PREPARED_CONTENT}.new`, PREPARED_CONTENT);
}

if (import.meta.main) buildContent();

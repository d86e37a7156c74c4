import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CONTENT_FOLDERS } from '../db/content/load.ts';
import { preparedFolder, sha256 } from '../db/content/prepared.ts';
import { ASSETS_DIR } from '../server/paths.ts';

/** Parses each content file to JSON in dist/content, named by the hash of its text; those that are there already are kept, others go. */
export function buildContent(): void {
  const folder = preparedFolder(ASSETS_DIR);
  mkdirSync(folder, { recursive: true });
  const texts = CONTENT_FOLDERS.map((name) => join(ASSETS_DIR, name))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      readdirSync(path)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => readFileSync(join(path, name), 'utf8')),
    );
  const wanted = new Map(texts.map((text) => [`${sha256(text)}.json`, text]));
  const there = new Set(readdirSync(folder));
  for (const [name, text] of wanted) {
    if (there.has(name)) continue;
    // Written whole before it has its name: an app that starts meanwhile finds all of it or nothing.
    writeFileSync(join(folder, `${name}.new`), JSON.stringify(parse(text)));
    renameSync(join(folder, `${name}.new`), join(folder, name));
  }
  for (const name of there) if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
}

if (import.meta.main) buildContent();

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a content file holds, parsed when the program was built. Reading YAML takes fifty times as long as reading the same as JSON.
 * It is kept under the hash of the file's text, so an edited file is never answered from an old build.
 * @returns undefined when it was not built or cannot be read: then the file is parsed.
 */
export function readPrepared(folder: string, hash: string): unknown {
  const path = join(folder, `${hash}.json`);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // Cut short while it was written: the YAML says the same.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The folder where the build of a program with these assets puts them. */
export function preparedFolder(assetsDir: string): string {
  return join(assetsDir, '..', 'dist', 'content');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What content files hold, by the SHA-256 of their text. */
export type Prepared = ReadonlyMap<string, unknown>;

const preparedSchema = z.record(z.string(), z.unknown());

/**
 * Files parsed when the program was built. Reading YAML takes a hundred times as long as reading the same as JSON; what a file
 * says is looked up by the hash of the file as it is now, so an edited one is never answered from an old build. Nothing when it
 * was not built or cannot be read: then the files are parsed.
 */
export function readPrepared(path: string): Prepared {
  if (!existsSync(path)) return new Map();
  try {
    return new Map(Object.entries(preparedSchema.parse(JSON.parse(readFileSync(path, 'utf8')))));
  } catch (error) {
    // Cut short while it was written: the YAML beside it says the same.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return new Map();
    throw error;
  }
}

/** Where the build of a program with these assets puts them. */
export function preparedPath(assetsDir: string): string {
  return join(assetsDir, '..', 'dist', 'content.json');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { APP_ROOT } from './paths.ts';

/** The program's version, as package.json says it. */
export function appVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(APP_ROOT, 'package.json'), 'utf8'))).version;
}

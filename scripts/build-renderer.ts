import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { APP_ROOT, RENDERER_DIR } from '../server/paths.ts';

/** What the built renderer is made of. */
const SOURCES = ['renderer', 'core', 'api', 'db', 'vite.config.ts', 'package-lock.json'];

/** Builds the renderer when a source is newer than what was built. @returns whether it was built. */
export async function buildRenderer(): Promise<boolean> {
  const built = join(RENDERER_DIR, 'index.html');
  const builtAtMs = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (newest(SOURCES.map((name) => join(APP_ROOT, name))) <= builtAtMs) return false;
  await build({ configFile: join(APP_ROOT, 'vite.config.ts'), logLevel: 'warn' });
  return true;
}

function newest(paths: readonly string[]): number {
  return Math.max(
    0,
    ...paths.map((path) => {
      const stats = statSync(path);
      return stats.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stats.mtimeMs;
    }),
  );
}

if (import.meta.main) console.log((await buildRenderer()) ? 'Renderer built.' : 'Renderer is up to date.');

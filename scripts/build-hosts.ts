import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { APP_ROOT } from '../server/paths.ts';
import { buildContent } from './build-content.ts';

const INPUT = {
  electron: 'electron/main.ts',
  server: 'server/main.ts',
  cli: 'cli/main.ts',
  'import-worker': 'api/import-worker.ts',
  'integrity-worker': 'api/integrity-worker.ts',
  'training-worker': 'api/training-worker.ts',
};

/** Bundles the hosts to dist/hosts and parses the content, for Electron and for packages; from a checkout Node runs the sources as they are. */
export async function buildHosts(): Promise<void> {
  const bundle = await rolldown({
    cwd: APP_ROOT,
    input: INPUT,
    platform: 'node',
    external: ['electron', 'better-sqlite3', '@open-spaced-repetition/binding'],
  });
  await bundle.write({
    dir: join(APP_ROOT, 'dist', 'hosts'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
  });
  await bundle.close();
  buildContent();
}

if (import.meta.main) await buildHosts();

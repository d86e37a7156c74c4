import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json: two levels up in a bundle (dist/hosts), one from source. */
function appRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export const APP_ROOT = appRoot();
export const ASSETS_DIR = join(APP_ROOT, 'assets');
export const RENDERER_DIR = join(APP_ROOT, 'dist', 'renderer');

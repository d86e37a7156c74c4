/** Finds the Chromium the tests run in, and installs one where there is none. Plain JavaScript: it also runs before the build. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a Chromium of the system's, or null: then Playwright's own is used. */
export function findChromium() {
  const named = process.env.PLUMBLINE_CHROMIUM;
  return [...(named ? [named] : []), ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** What Chromium needs: as root it has no sandbox; the rest keeps it from calling home. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** @returns whether a browser is there afterwards. */
export function ensureChromium() {
  if (findChromium() !== null) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the tests…');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    return findChromium() !== null;
  }
  console.log('Fetching Chromium for the tests…');
  return run('npx', ['playwright', 'install', 'chromium']);
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env, shell: process.platform === 'win32' }).status === 0;
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APP_ROOT } from '../server/paths.ts';

const PACKAGE = join(APP_ROOT, 'node_modules', 'electron');
const FAILED = join(APP_ROOT, 'node_modules', '.plumbline-electron-failed');
const DAY_MS = 24 * 3_600_000;
/** Without a byte for this long the download is given up. */
const SILENCE_MS = 45_000;

/** Electron's executable, or null. Looks at files only: requiring the package would start a download. */
export function electronExecutable(): string | null {
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/**
 * Electron's executable, fetched when it is not there. A failure is remembered for a day, so that the next start is quick.
 * @param again tries even so.
 * @returns the path, or one sentence why it is not there.
 */
export async function fetchElectron(again: boolean, nowMs: number): Promise<{ readonly path: string } | { readonly reason: string }> {
  const present = electronExecutable();
  if (present !== null) return { path: present };
  if (!existsSync(join(PACKAGE, 'install.js'))) return { reason: 'Electron is not installed' };
  if (!again && existsSync(FAILED) && nowMs - statSync(FAILED).mtimeMs < DAY_MS) return { reason: readFileSync(FAILED, 'utf8') };
  console.log('Fetching Electron’s runtime (about 100 MB, only once)…');
  const failure = await download();
  const fetched = electronExecutable();
  if (fetched !== null) {
    rmSync(FAILED, { force: true });
    return { path: fetched };
  }
  const reason = `Electron’s runtime could not be fetched (${failure ?? 'it is not there after the download'})`;
  writeFileSync(FAILED, reason);
  return { reason };
}

/** @returns why it failed, or null. */
function download(): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(PACKAGE, 'install.js')], {
      stdio: ['ignore', 'inherit', 'pipe'],
      env: { ...process.env, npm_config_progress: 'true' },
    });
    let words = '';
    const giveUp = (): void => {
      child.kill();
      resolve(`no progress for ${SILENCE_MS / 1000} s`);
    };
    let timer = setTimeout(giveUp, SILENCE_MS);
    child.stderr.on('data', (chunk: Buffer) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENCE_MS);
      words += chunk.toString();
    });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? null : (/Error: (.+)/.exec(words)?.[1] ?? `exit status ${code}`).slice(0, 160));
    });
  });
}

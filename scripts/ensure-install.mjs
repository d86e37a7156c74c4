/**
 * Installs what is missing before anything else runs. Runs on whatever Node the system has (20 and up), before there are
 * any dependencies: plain JavaScript, Node's own modules only.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.plumbline-lock-hash');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  if (!existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === lockHash() && existsSync(join(root, 'node_modules', 'node', 'package.json'));
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Plumbline needs Node 20 or newer to install itself; this is ${process.version}. Install a newer Node and try again.`);
  process.exit(1);
}
if (!isInstalled()) {
  console.log('Installing dependencies (a minute or two, only now and after updates)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      `The installation failed${error ? `: ${error.message}` : ''}. Check the network and the messages above, then run the same command again.`,
    );
    process.exit(1);
  }
  writeFileSync(stamp, lockHash());
}

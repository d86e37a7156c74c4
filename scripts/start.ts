/** `npm start`: builds what is out of date and opens the app, in Electron's window or in the browser. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../server/main.ts';
import { APP_ROOT } from '../server/paths.ts';
import { buildContent } from './build-content.ts';
import { buildHosts } from './build-hosts.ts';
import { buildRenderer } from './build-renderer.ts';
import { fetchElectron } from './electron-runtime.ts';

const HELP = `npm start -- [options]
  --browser     open in the browser, not in Electron's window
  --electron    try to fetch Electron's runtime even if that failed today
  --port N      port of the browser host (any free one unless told)
  --data DIR    folder of the data (the platform's usual one unless told)
  --sample      add a made-up person, so that every screen has something to show
  --no-open     print the address, open nothing
  --help        these lines`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      electron: { type: 'boolean', default: false },
      port: { type: 'string' },
      data: { type: 'string' },
      sample: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

type Options = ReturnType<typeof readOptions>;

function hostArguments({ port, data, sample }: Options): string[] {
  return [
    ...(port === undefined ? [] : ['--port', port]),
    ...(data === undefined ? [] : ['--data', data]),
    ...(sample ? ['--sample'] : []),
  ];
}

/** Opens the address in the system's browser where there is a display; the address is printed in any case. */
function openInBrowser(address: string): void {
  const { platform, env } = process;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return;
  const [command, args] =
    platform === 'darwin'
      ? ['open', [address]]
      : platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]];
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
    .once('error', () => console.log('The browser could not be opened: please open the address above yourself.'))
    .unref();
}

async function runElectron(executable: string, options: Options): Promise<number> {
  await buildHosts();
  const child = spawn(executable, [join(APP_ROOT, 'dist', 'hosts', 'electron.js'), ...hostArguments(options)], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Electron did not start: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 0));
  });
}

async function start(options: Options): Promise<number> {
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (await buildRenderer()) console.log('Built.');
  buildContent();
  if (!options.browser) {
    const electron = await fetchElectron(options.electron, Date.now());
    if ('path' in electron) return runElectron(electron.path, options);
    console.log(`${electron.reason}, so Plumbline opens in your browser instead.`);
  }
  return serve(hostArguments(options), options['no-open'] ? () => undefined : openInBrowser);
}

try {
  process.exitCode = await start(readOptions());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

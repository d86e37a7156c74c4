/** Host 2: the app in this machine's browser. */
import { parseArgs } from 'node:util';
import { defaultDataDir } from '../api/app.ts';
import { AppError, toAppError } from '../core/errors.ts';
import { startBrowserHost } from './browser-host.ts';
import { appVersion } from './version.ts';

export interface HostArguments {
  readonly dataDir: string;
  readonly port: number;
  readonly sample: boolean;
}

/** @throws AppError `invalid` for options that do not exist or do not fit. */
export function readArguments(args: readonly string[]): HostArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, port: { type: 'string' }, sample: { type: 'boolean' } },
    });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port wants a number from 1 to 65535, not “${values.port}”.`);
    return { dataDir: values.data ?? defaultDataDir(), port, sample: values.sample ?? false };
  } catch (error) {
    throw new AppError('invalid', error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Runs until it is told to stop. @returns the exit status. */
export async function serve(args: readonly string[], onAddress: (address: string) => void): Promise<number> {
  try {
    const host = await startBrowserHost({ ...readArguments(args), version: appVersion() });
    console.log(`Plumbline is at ${host.address}`);
    console.log('Stop it with Ctrl-C.');
    onAddress(host.address);
    await stopSignal();
    await host.stop();
    return 0;
  } catch (error) {
    const { code, message } = toAppError(error);
    console.error(message);
    return code === 'internal' ? 2 : 1;
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

if (import.meta.main) process.exitCode = await serve(process.argv.slice(2), () => undefined);

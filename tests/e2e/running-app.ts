import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The real browser host on a data folder of its own; can be stopped, killed and started again on the same data. */
export class RunningApp {
  readonly dataDir: string;
  #child: ChildProcess | null = null;

  constructor() {
    this.dataDir = mkdtempSync(join(tmpdir(), 'plumbline-e2e-'));
  }

  /** @returns the address with its key. */
  async start(...args: string[]): Promise<string> {
    const child = spawn(process.execPath, ['server/main.ts', '--data', this.dataDir, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) return address;
    }
    throw new Error('The app ended without printing its address.');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

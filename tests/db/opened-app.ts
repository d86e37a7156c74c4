import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../api/app.ts';
import type { App } from '../../api/context.ts';
import { createCaller } from '../../api/router/index.ts';
import { ASSETS_DIR } from '../../server/paths.ts';

/** The real app on a folder of its own, with a clock that the test sets; `reopen` is a restart. */
export class OpenedApp {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  #opened: { readonly app: App; close(): void };
  caller: ReturnType<typeof createCaller>;
  nowMs: number;

  constructor(nowMs: number) {
    this.nowMs = nowMs;
    this.#opened = this.#open();
    this.caller = createCaller(this.app);
  }

  get app(): App {
    return this.#opened.app;
  }

  reopen(): void {
    this.#opened.close();
    this.#opened = this.#open();
    this.caller = createCaller(this.app);
  }

  remove(): void {
    this.#opened.close();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  #open(): { readonly app: App; close(): void } {
    return openApp({ dataDir: this.#dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => this.nowMs });
  }
}

import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { isCheckedBeforeUse } from '../db/store.ts';
import type { App } from './context.ts';

const WORKER_URL = new URL(import.meta.url.endsWith('.ts') ? './integrity-worker.ts' : './integrity-worker.js', import.meta.url);

/** Checks a database that was too large to be checked before it was opened; what is found wrong is shown until the next start. */
export async function checkBesideUse(app: App): Promise<void> {
  if (isCheckedBeforeUse(app.store.dataDir)) return;
  app.integrity.state = 'checking';
  try {
    const damage = await damageOf(app.store.dataDir);
    app.integrity.state = damage === null ? 'sound' : 'damaged';
    app.integrity.damage = damage;
  } catch (error) {
    app.integrity.state = 'sound';
    console.error('The check of the database did not run:', error instanceof Error ? error.message : error);
  }
}

function damageOf(dataDir: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_URL, { workerData: dataDir });
    // It must not keep a program alive that is told to stop.
    worker.unref();
    worker.once('message', (message: unknown) => resolve(z.string().nullable().parse(message)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('it ended early')));
  });
}

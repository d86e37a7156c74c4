import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../core/errors.ts';
import type { ImportResult } from '../core/import/types.ts';
import { taxonomy } from '../db/skills/skills.ts';
import type { ReadableDb } from '../db/statement.ts';
import type { ImportPort } from './context.ts';

type Reply =
  | { readonly ok: true; readonly text: string; readonly result: ImportResult }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

/** From source the worker is TypeScript, which Node runs as it is; in a bundle it lies beside the host's file. */
const WORKER_URL = new URL(import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js', import.meta.url);

/** The importer in a worker thread, with the taxonomy as it stands in the database. */
export function createImporter(db: ReadableDb): ImportPort {
  return (bytes, name, signal) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(WORKER_URL, { workerData: { bytes, name, taxonomy: taxonomy(db) } });
      const stop = (): void => {
        void worker.terminate();
        reject(new AppError('conflict', `The import of ${name} was cancelled. Nothing was stored.`));
      };
      const settle = (finish: () => void): void => {
        signal.removeEventListener('abort', stop);
        finish();
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
      worker.once('message', (reply: Reply) =>
        settle(() => (reply.ok ? resolve({ text: reply.text, result: reply.result }) : reject(new AppError(reply.code, reply.message)))),
      );
      worker.once('error', (error) => settle(() => reject(error)));
      worker.once('exit', () =>
        settle(() => reject(new AppError('internal', `The import of ${name} ended without a result. Nothing was stored.`))),
      );
    });
}

import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../core/errors.ts';
import type { ImportResult } from '../core/import/types.ts';
import { taxonomy } from '../db/skills/skills.ts';
import type { ReadableDb } from '../db/statement.ts';
import type { ImportPort, ImportProgress } from './context.ts';

type Message =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly text: string; readonly result: ImportResult }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/** From source the worker is TypeScript, which Node runs as it is; in a bundle it lies beside the host's file. */
const WORKER_URL = new URL(import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js', import.meta.url);

/** The longest a document may take. The largest that is accepted takes a few seconds, so what takes longer never ends. */
const DEADLINE_MS = 60_000;
const MAX_HEAP_MB = 1024;

/** The importer in a worker thread, with the taxonomy as it stands in the database. */
export function createImporter(db: ReadableDb): ImportPort {
  return (bytes, name, { signal, onProgress, thisYear }) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(WORKER_URL, {
        workerData: { bytes, name, thisYear, taxonomy: taxonomy(db) },
        resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
      });
      const end = (error: Error): void => {
        void worker.terminate();
        settle(() => reject(error));
      };
      const cancel = (): void => end(new AppError('conflict', `The import of ${name} was cancelled. Nothing was stored.`));
      const deadline = setTimeout(
        () => end(new AppError('too_large', `"${name}" could not be read within a minute. Import it in parts. Nothing was stored.`)),
        DEADLINE_MS,
      );
      const settle = (finish: () => void): void => {
        clearTimeout(deadline);
        signal.removeEventListener('abort', cancel);
        finish();
      };
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
      worker.on('message', (message: Message) => {
        if (message.kind === 'progress') onProgress?.(message.progress);
        else if (message.kind === 'done') settle(() => resolve({ text: message.text, result: message.result }));
        else settle(() => reject(new AppError(message.code, message.message)));
      });
      worker.once('error', (error) => settle(() => reject(readable(error, name))));
      worker.once('exit', () =>
        settle(() => reject(new AppError('internal', `The import of ${name} ended without a result. Nothing was stored.`))),
      );
    });
}

/** A worker that ran out of memory tells so by a code of Node's. */
function readable(error: Error, name: string): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new AppError('too_large', `"${name}" needs more memory than an import may take. Import it in parts. Nothing was stored.`, {
    cause: error,
  });
}

import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../core/errors.ts';
import type { Incoming } from '../core/exchange/incoming.ts';
import type { ImportResult } from '../core/import/types.ts';
import type { JobReading } from '../core/job/read-job.ts';
import { taxonomy } from '../db/skills/skills.ts';
import type { ReadableDb } from '../db/statement.ts';
import type { App, ImportProgress } from './context.ts';

type Done =
  | { readonly kind: 'document'; readonly text: string; readonly result: ImportResult }
  | { readonly kind: 'job'; readonly text: string; readonly reading: JobReading }
  | { readonly kind: 'questions'; readonly incoming: Incoming };
type Message =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | Done
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/** From source the worker is TypeScript, which Node runs as it is; in a bundle it lies beside the host's file. */
const WORKER_URL = new URL(import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js', import.meta.url);

/** The longest a document may take. The largest that is accepted takes a few seconds, so what takes longer never ends. */
const DEADLINE_MS = 60_000;
const MAX_HEAP_MB = 1024;

interface Work {
  readonly kind: Done['kind'];
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly thisYear: number;
  readonly nowMs?: number;
  readonly signal: AbortSignal;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** What reads documents, job descriptions and files of questions, in worker threads, with the taxonomy as it stands in the database. */
export function createReaders(db: ReadableDb): Pick<App, 'importDocument' | 'readJob' | 'readQuestions'> {
  return {
    importDocument: async (bytes, name, run) => {
      const done = await inWorker(db, { kind: 'document', bytes, name, ...run });
      if (done.kind !== 'document') throw new AppError('internal', `The import of ${name} answered with something else.`);
      return done;
    },
    readJob: async (bytes, name, signal) => {
      const done = await inWorker(db, { kind: 'job', bytes, name, signal, thisYear: 0 });
      if (done.kind !== 'job') throw new AppError('internal', `The reading of ${name} answered with something else.`);
      return done;
    },
    readQuestions: async (bytes, name, { signal, nowMs }) => {
      const done = await inWorker(db, { kind: 'questions', bytes, name, signal, thisYear: 0, nowMs });
      if (done.kind !== 'questions') throw new AppError('internal', `The import of ${name} answered with something else.`);
      return done.incoming;
    },
  };
}

function inWorker(db: ReadableDb, { kind, bytes, name, thisYear, nowMs = 0, signal, onProgress }: Work): Promise<Done> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_URL, {
      workerData: { kind, bytes, name, thisYear, nowMs, taxonomy: kind === 'questions' ? [] : taxonomy(db) },
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
      else if (message.kind === 'failed') settle(() => reject(new AppError(message.code, message.message)));
      else settle(() => resolve(message));
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

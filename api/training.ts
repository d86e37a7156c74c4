import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../core/errors.ts';
import { SCHEDULER_VERSION } from '../core/practice/schedule.ts';
import { countRepetitions, historiesOf, MIN_REPETITIONS, type Training } from '../core/practice/training.ts';
import { countRepeated, reviewLog } from '../db/practice/reviews.ts';
import { addParameters, chooseParameters, getScheduling, type Scheduling, type TrainedParameters } from '../db/practice/scheduling.ts';
import type { App } from './context.ts';

type Message =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly training: Training }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

const WORKER_URL = new URL(import.meta.url.endsWith('.ts') ? './training-worker.ts' : './training-worker.js', import.meta.url);

/** How many repetitions there are to train on, and how many it takes. */
export function trainingBasis({ store }: App, profileId: number): { readonly have: number; readonly need: number } {
  return { have: countRepeated(store.read, profileId), need: MIN_REPETITIONS };
}

/**
 * Trains the scheduler on a profile's own answers, in a worker; the parameters are kept, and used when they predict the
 * held-back answers better than those in use.
 * @throws AppError `conflict` when there are too few answers, a training runs already, or it was cancelled.
 */
export async function trainScheduler(app: App, profileId: number, signal: AbortSignal | undefined): Promise<TrainedParameters> {
  if (app.training.has(profileId)) throw new AppError('conflict', 'A training is running already.');
  const log = reviewLog(app.store.read, profileId);
  const have = countRepetitions(historiesOf(log));
  if (have < MIN_REPETITIONS) {
    throw new AppError('conflict', `A training needs ${MIN_REPETITIONS} repetitions, and there are ${have} so far. Nothing was changed.`);
  }
  const scheduling = getScheduling(app.store.read, profileId);
  app.training.set(profileId, 0);
  try {
    const work = { log, weights: scheduling.parameters?.weights ?? null, relearningSteps: scheduling.settings.relearningStepsMin.length };
    const training = await inWorker(work, signal, (share) => app.training.set(profileId, share));
    return keep(app, profileId, scheduling, training);
  } finally {
    app.training.delete(profileId);
  }
}

function keep({ store, now }: App, profileId: number, before: Scheduling, training: Training): TrainedParameters {
  const { weights, reviews, logLoss, logLossBefore } = training;
  const trained = { weights, reviews, logLoss, logLossBefore, scheduler: SCHEDULER_VERSION, trainedAtMs: now() };
  return store.transact('Training of the schedule', (db) => {
    const id = addParameters(db, profileId, trained);
    if (logLoss < logLossBefore) chooseParameters(db, profileId, id);
    else chooseParameters(db, profileId, before.parameters?.id ?? null);
    return { result: { id, ...trained }, changed: ['settings'] };
  }).result;
}

function inWorker(workerInput: object, signal: AbortSignal | undefined, onProgress: (share: number) => void): Promise<Training> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_URL, { workerData: workerInput });
    const cancel = (): void => {
      void worker.terminate();
      reject(new AppError('conflict', 'The training was cancelled. Nothing was changed.'));
    };
    if (signal?.aborted) return cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    const settle = (finish: () => void): void => {
      signal?.removeEventListener('abort', cancel);
      finish();
    };
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.share);
      else if (message.kind === 'failed') settle(() => reject(new AppError(message.code, message.message)));
      else settle(() => resolve(message.training));
    });
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', () => settle(() => reject(new AppError('internal', 'The training ended without a result. Nothing was changed.'))));
  });
}

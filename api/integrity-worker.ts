/** Checks the whole database beside its use. Says what is wrong with it, or null. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { toAppError } from '../core/errors.ts';
import { checkWhole } from '../db/store.ts';

try {
  checkWhole(z.string().parse(workerData));
  parentPort?.postMessage(null);
} catch (error) {
  parentPort?.postMessage(toAppError(error).message);
}

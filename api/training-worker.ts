/** Fits the scheduler's parameters to a person's own answers, away from the host's main thread. Ending the thread cancels it. */
import { parentPort, workerData } from 'node:worker_threads';
import { computeParameters, FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding';
import { z } from 'zod';
import { toAppError } from '../core/errors.ts';
import { GRADES } from '../core/practice/schedule.ts';
import { countRepetitions, heldBackLoss, historiesOf, splitTime, trainingItems } from '../core/practice/training.ts';

const work = z
  .object({
    log: z.array(z.object({ cardId: z.number(), grade: z.enum(GRADES), answeredAtMs: z.number() })),
    weights: z.array(z.number()).nullable(),
    relearningSteps: z.int(),
  })
  .parse(workerData);

const PROGRESS_EVERY_MS = 100;

try {
  const histories = historiesOf(work.log);
  const splitMs = splitTime(histories);
  const items = trainingItems(histories, splitMs).map(
    (item) => new FSRSBindingItem(item.map(({ rating, days }) => new FSRSBindingReview(rating, days))),
  );
  const weights = await computeParameters(items, {
    enableShortTerm: true,
    numRelearningSteps: work.relearningSteps,
    timeout: PROGRESS_EVERY_MS,
    progress: (done, total) => parentPort?.postMessage({ kind: 'progress', share: total === 0 ? 0 : done / total }),
  });
  parentPort?.postMessage({
    kind: 'done',
    training: {
      weights,
      reviews: countRepetitions(histories),
      heldBack: histories.flat().filter(({ days, answeredAtMs }) => days > 0 && answeredAtMs >= splitMs).length,
      logLoss: heldBackLoss(histories, weights, splitMs),
      logLossBefore: heldBackLoss(histories, work.weights, splitMs),
    },
  });
} catch (error) {
  const { code, message } = toAppError(error);
  parentPort?.postMessage({ kind: 'failed', code, message });
}

/** Runs the importer away from the host's main thread. One document per worker: ending the thread cancels it. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { TaxonomySkill } from '../core/content/taxonomy.ts';
import { toAppError } from '../core/errors.ts';
import { buildMatcher, importDocument, readDocument } from '../core/import/index.ts';
import type { ImportStep } from '../core/import/types.ts';
import { readJob } from '../core/job/read-job.ts';
import { readQuestionFile } from './question-files.ts';

const work = z
  .object({
    kind: z.enum(['document', 'job', 'questions']),
    bytes: z.instanceof(Uint8Array),
    name: z.string(),
    thisYear: z.int(),
    nowMs: z.number(),
    taxonomy: z.custom<readonly TaxonomySkill[]>((value) => Array.isArray(value)),
  })
  .parse(workerData);

function report(step: ImportStep, share: number): void {
  parentPort?.postMessage({ kind: 'progress', progress: { step, share } });
}

async function read(): Promise<void> {
  const document = await readDocument(work.bytes, work.name);
  const matcher = buildMatcher(work.taxonomy);
  const { text } = document;
  if (work.kind === 'job') parentPort?.postMessage({ kind: 'job', text, reading: readJob(document, matcher) });
  else {
    const result = importDocument(document, matcher, { onProgress: report, thisYear: work.thisYear });
    parentPort?.postMessage({ kind: 'document', text, result });
  }
}

try {
  report('reading', 0);
  if (work.kind === 'questions')
    parentPort?.postMessage({ kind: 'questions', incoming: readQuestionFile(work.bytes, work.name, work.nowMs) });
  else await read();
} catch (error) {
  const { code, message } = toAppError(error);
  parentPort?.postMessage({ kind: 'failed', code, message });
}

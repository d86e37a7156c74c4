/** Runs the importer away from the host's main thread. One document per worker: ending the thread cancels it. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { TaxonomySkill } from '../core/content/taxonomy.ts';
import { toAppError } from '../core/errors.ts';
import { buildMatcher, decodeDocument, importDocument } from '../core/import/index.ts';

const job = z
  .object({
    bytes: z.instanceof(Uint8Array),
    name: z.string(),
    taxonomy: z.custom<readonly TaxonomySkill[]>((value) => Array.isArray(value)),
  })
  .parse(workerData);

try {
  const document = decodeDocument(job.bytes, job.name);
  const result = importDocument(document, buildMatcher(job.taxonomy));
  parentPort?.postMessage({ ok: true, text: document.text, result });
} catch (error) {
  const { code, message } = toAppError(error);
  parentPort?.postMessage({ ok: false, code, message });
}

import { AppError } from '../core/errors.ts';
import type { ModelPort } from './context.ts';

export interface ModelLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** A model on a laptop's processor may need a minute for an answer. No reply to what is asked is longer than a few kilobytes. */
const LIMITS: ModelLimits = { timeoutMs: 90_000, maxBytes: 512 * 1024 };

/**
 * What calls a person's own model: one request, no redirect (it could lead elsewhere), a deadline, a limit to the reply.
 * Every failure is an AppError with one sentence that leaves out what the server said.
 */
export function createModelPort({ timeoutMs, maxBytes }: ModelLimits = LIMITS): ModelPort {
  return async ({ url, key, body }, signal) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        method: body === null ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          ...(body === null ? {} : { 'content-type': 'application/json' }),
          ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
        },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.any([signal, deadline]),
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw refused(response.status);
      }
      return await readLimited(response, maxBytes);
    } catch (error) {
      throw inWords(error, { isCancelled: signal.aborted, isLate: deadline.aborted, timeoutMs });
    }
  };
}

async function readLimited(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new AppError('too_large', 'The local model sent more than any reply should hold.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refused(status: number): AppError {
  if (status === 401 || status === 403) return new AppError('invalid', 'The local model wants another key.');
  if (status === 404) return new AppError('not_found', 'The local model’s address or its name is not known there.');
  return new AppError('io', `The local model failed (status ${status}).`);
}

interface Circumstances {
  readonly isCancelled: boolean;
  readonly isLate: boolean;
  readonly timeoutMs: number;
}

function inWords(error: unknown, { isCancelled, isLate, timeoutMs }: Circumstances): AppError {
  if (error instanceof AppError) return error;
  if (isCancelled) return new AppError('conflict', 'The question to the local model was stopped.', { cause: error });
  if (isLate)
    return new AppError('busy', `The local model did not answer within ${Math.ceil(timeoutMs / 1000)} seconds.`, { cause: error });
  return new AppError('io', 'The local model cannot be reached.', { cause: error });
}

import { AppError } from '../core/errors.ts';

export const BODY_LIMIT = 32 * 1024 * 1024;

/**
 * Reads a request's body whole, stopping as soon as it is too large.
 * @throws AppError `too_large` past 32 MB.
 */
export async function readBody(request: Request): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > BODY_LIMIT) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > BODY_LIMIT) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function tooLarge(): AppError {
  return new AppError(
    'too_large',
    'This is larger than 32 MB, the most Plumbline takes. Nothing was stored. Split the document, or import the part about your skills.',
  );
}

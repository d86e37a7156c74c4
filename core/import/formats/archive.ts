import { Unzip, UnzipInflate } from 'fflate';
import { AppError } from '../../errors.ts';

/** More than this is never unpacked: a person's document is far smaller, and a small archive can hold gigabytes. */
const MAX_INFLATED_BYTES = 48 * 1024 * 1024;
const MAX_ENTRIES = 5000;
/** The unpacker calls itself for each entry of what it is given, so it is given little at a time. */
const CHUNK = 16 * 1024;

export interface UnpackLimits {
  readonly maxBytes: number;
  readonly maxEntries: number;
  /** What to say when it is more. */
  readonly tooLarge: (name: string) => AppError;
}

const DOCUMENT_LIMITS: UnpackLimits = { maxBytes: MAX_INFLATED_BYTES, maxEntries: MAX_ENTRIES, tooLarge };

/**
 * Unpacks the entries of a ZIP archive whose names are wanted; the others are only counted.
 * @throws AppError `too_large` when it would unpack to more than the limits (48 MB for a document), `invalid` when it is broken
 */
export function unpack(
  bytes: Uint8Array,
  name: string,
  isWanted: (entry: string) => boolean,
  limits: UnpackLimits = DOCUMENT_LIMITS,
): Map<string, Uint8Array> {
  const chunks = new Map<string, Uint8Array[]>();
  let inflated = 0;
  let entries = 0;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > limits.maxEntries) throw limits.tooLarge(name);
    const parts: Uint8Array[] = [];
    if (isWanted(file.name)) chunks.set(file.name, parts);
    file.ondata = (error, data) => {
      if (error) throw error;
      inflated += data.length;
      if (inflated > limits.maxBytes) throw limits.tooLarge(name);
      if (chunks.get(file.name) === parts) parts.push(data);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw broken(name, error);
  }
  return new Map([...chunks].map(([entry, parts]) => [entry, joined(parts)]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function tooLarge(name: string): AppError {
  return new AppError(
    'too_large',
    `"${name}" unpacks to more than ${MAX_INFLATED_BYTES / 1024 / 1024} MB, which no document of one person needs. Save it without its pictures, or as plain text, and import that. Nothing was changed.`,
  );
}

export function broken(name: string, cause: unknown): AppError {
  return new AppError(
    'invalid',
    `"${name}" is damaged and cannot be unpacked. Open it in the program it was made with, save it again and import that. Nothing was changed.`,
    { cause },
  );
}

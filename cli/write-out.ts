import { writeFileSync } from 'node:fs';
import { AppError } from '../core/errors.ts';

/** Writes a file that was asked for. @throws AppError `io`. */
export function writeOut(path: string, text: string | Uint8Array): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new AppError('io', `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}

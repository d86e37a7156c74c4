/** The closed set of reasons an operation can fail for; api maps each to one HTTP status, the command line to an exit status. */
export type ErrorCode = 'not_found' | 'invalid' | 'conflict' | 'busy' | 'corrupt' | 'too_large' | 'unsupported' | 'io' | 'internal';

/** An error a person can act on: the message says what happened, what is safe, and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** Any thrown value as an AppError; what is not one already is a defect and becomes `internal`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', error instanceof Error ? error.message : String(error), { cause: error });
}

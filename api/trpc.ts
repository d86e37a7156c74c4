import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { AppError, type ErrorCode, toAppError } from '../core/errors.ts';
import { type App, currentProfile } from './context.ts';

type TrpcCode = ConstructorParameters<typeof TRPCError>[0]['code'];

const TRPC_CODES: Readonly<Record<ErrorCode, TrpcCode>> = {
  not_found: 'NOT_FOUND',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  busy: 'TOO_MANY_REQUESTS',
  corrupt: 'INTERNAL_SERVER_ERROR',
  too_large: 'PAYLOAD_TOO_LARGE',
  unsupported: 'UNSUPPORTED_MEDIA_TYPE',
  io: 'INTERNAL_SERVER_ERROR',
  internal: 'INTERNAL_SERVER_ERROR',
};

/** What the renderer gets of an error: the code, and words made for a person. Never a stack. */
const t = initTRPC.context<App>().create({
  errorFormatter: ({ shape, error }) => {
    const code = error.cause instanceof AppError ? error.cause.code : codeOf(error);
    return { ...shape, message: wordsOf(error), data: { code, httpStatus: shape.data.httpStatus } };
  },
});

function codeOf(error: TRPCError): ErrorCode {
  if (error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST') return 'invalid';
  return error.code === 'NOT_FOUND' ? 'not_found' : 'internal';
}

function wordsOf(error: TRPCError): string {
  if (error.cause instanceof AppError) return error.cause.message;
  if (error.cause instanceof z.ZodError) {
    return `The request does not fit: ${error.cause.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`).join('; ')}. Nothing was changed.`;
  }
  if (error.code === 'PARSE_ERROR' || error.cause instanceof SyntaxError) return 'The request is not valid JSON. Nothing was changed.';
  return error.message;
}

const mapped = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok || result.error.code !== 'INTERNAL_SERVER_ERROR') return result;
  const cause = toAppError(result.error.cause ?? result.error);
  throw new TRPCError({ code: TRPC_CODES[cause.code], message: cause.message, cause });
});

export const { router, createCallerFactory } = t;

/** A call without a profile. */
export const procedure = t.procedure.use(mapped);

/** A call on the profile in use. */
export const profileProcedure = procedure.use(({ ctx, next }) => next({ ctx: { ...ctx, profile: currentProfile(ctx) } }));

import { z } from 'zod';

/** One step that brings back how something was. Every write of the Skills screen answers with its own. */
export const undoStepSchema = z.discriminatedUnion('set', [
  z.strictObject({ set: z.literal('name'), skillId: z.string(), name: z.string().nullable() }),
  z.strictObject({ set: z.literal('alias'), skillId: z.string(), alias: z.string(), present: z.boolean() }),
  z.strictObject({ set: z.literal('merge'), fromId: z.string(), intoId: z.string().nullable() }),
  z.strictObject({ set: z.literal('removed'), skillId: z.string(), atMs: z.int().nullable() }),
  z.strictObject({ set: z.literal('note'), skillId: z.string(), note: z.string().nullable() }),
  z.strictObject({ set: z.literal('by-hand'), skillId: z.string(), byHand: z.boolean() }),
  z.strictObject({ set: z.literal('no-rating'), id: z.int() }),
  z.strictObject({ set: z.literal('no-gap'), id: z.int() }),
  z.strictObject({ set: z.literal('not-in-profile'), skillId: z.string() }),
  z.strictObject({ set: z.literal('no-own-skill'), skillId: z.string() }),
]);
export type UndoStep = z.infer<typeof undoStepSchema>;

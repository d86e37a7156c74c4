import { z } from 'zod';
import { decisionsSchema } from '../../core/review/decisions.ts';
import { confirmImport, removeImport } from '../../db/documents/confirm.ts';
import { getDocument, listDocuments, storeDecisions } from '../../db/documents/documents.ts';
import { profileProcedure, router } from '../trpc.ts';

const byId = z.strictObject({ id: z.int() });
const reviewed = z.strictObject({ id: z.int(), decisions: decisionsSchema });

export const documents = router({
  list: profileProcedure.query(({ ctx }) => listDocuments(ctx.store.read, ctx.profile.id)),
  get: profileProcedure.input(byId).query(({ ctx, input }) => getDocument(ctx.store.read, ctx.profile.id, input.id)),
  saveDecisions: profileProcedure.input(reviewed).mutation(({ ctx, input }) =>
    ctx.store.transact('Review', (db) => {
      getDocument(db, ctx.profile.id, input.id);
      storeDecisions(db, input.id, input.decisions);
      return { result: null, changed: [] };
    }),
  ),
  confirm: profileProcedure
    .input(reviewed)
    .mutation(({ ctx, input }) => confirmImport(ctx.store, ctx.profile.id, input.id, input.decisions, ctx.now())),
  remove: profileProcedure.input(byId).mutation(({ ctx, input }) => removeImport(ctx.store, ctx.profile.id, input.id)),
});

import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { ImportResult } from '../../core/import/types.ts';
import { decisionsSchema } from '../../core/review/decisions.ts';
import { confirmImport, removeImport, undoImport } from '../../db/documents/confirm.ts';
import { getDocument, listDocuments, storeDecisions } from '../../db/documents/documents.ts';
import { earlierVersion, followVersion, versionCandidates } from '../../db/documents/versions.ts';
import { procedure, profileProcedure, router } from '../trpc.ts';

const byId = z.strictObject({ id: z.int() });
const reviewed = z.strictObject({ id: z.int(), decisions: decisionsSchema });

/** Statements are stretches of the text, which is sent once; a long document would be sent many times over with each. */
function withoutStatements(proposal: ImportResult): ImportResult {
  return {
    ...proposal,
    skills: proposal.skills.map((skill) => ({ ...skill, evidence: skill.evidence.map((item) => ({ ...item, text: '' })) })),
  };
}

export const documents = router({
  list: profileProcedure.query(({ ctx }) => listDocuments(ctx.store.read, ctx.profile.id)),
  get: profileProcedure.input(byId).query(({ ctx, input }) => {
    const document = getDocument(ctx.store.read, ctx.profile.id, input.id);
    return {
      ...document,
      proposal: withoutStatements(document.proposal),
      earlier: earlierVersion(ctx.store.read, document),
      candidates: versionCandidates(ctx.store.read, ctx.profile.id, input.id),
    };
  }),
  /** How far an upload is; null when it has ended, or has not begun. */
  progress: procedure
    .input(z.strictObject({ upload: z.string().max(80) }))
    .query(({ ctx, input }) => ctx.running.get(input.upload) ?? null),
  saveDecisions: profileProcedure.input(reviewed).mutation(({ ctx, input }) =>
    ctx.store.transact('Review', (db) => {
      getDocument(db, ctx.profile.id, input.id);
      storeDecisions(db, input.id, input.decisions);
      return { result: null, changed: [] };
    }),
  ),
  /** Says which earlier document this one is a newer version of; null for none. */
  follow: profileProcedure.input(z.strictObject({ id: z.int(), previousId: z.int().nullable() })).mutation(({ ctx, input }) =>
    ctx.store.transact('Version of a document', (db) => {
      if (getDocument(db, ctx.profile.id, input.id).status === 'confirmed')
        throw new AppError('conflict', 'This import is in your profile already. Undo it first. Nothing was changed.');
      followVersion(db, ctx.profile.id, input.id, input.previousId);
      return { result: null, changed: ['documents'] };
    }),
  ),
  confirm: profileProcedure
    .input(reviewed)
    .mutation(({ ctx, input }) => confirmImport(ctx.store, ctx.profile.id, input.id, input.decisions, ctx.now())),
  undo: profileProcedure.input(byId).mutation(({ ctx, input }) => undoImport(ctx.store, ctx.profile.id, input.id)),
  remove: profileProcedure.input(byId).mutation(({ ctx, input }) => removeImport(ctx.store, ctx.profile.id, input.id)),
});

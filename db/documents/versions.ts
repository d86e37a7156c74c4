import { carryDecisions, compareVersions, documentTitle, type VersionDiff } from '../../core/review/versions.ts';
import type { ReadableDb, WritableDb } from '../statement.ts';
import { type DocumentSummary, getDocument, listDocuments, type StoredDocument, setPreviousVersion, storeDecisions } from './documents.ts';

/** A document of the profile that another may be a newer version of. */
export type VersionCandidate = Pick<DocumentSummary, 'id' | 'name' | 'importedAtMs'>;

/** The earlier version with what the newer one says differently. */
export interface EarlierVersion extends VersionCandidate {
  readonly diff: VersionDiff;
}

/** The confirmed document a new one is a newer version of, by its name; null where none has the same. */
export function findEarlierVersion(db: ReadableDb, profileId: number, id: number): number | null {
  const all = listDocuments(db, profileId);
  const title = documentTitle(all.find((each) => each.id === id)?.name ?? '');
  return candidates(all, id).find((each) => documentTitle(each.name) === title)?.id ?? null;
}

/** The documents a person can choose the earlier version from, newest first. */
export function versionCandidates(db: ReadableDb, profileId: number, id: number): VersionCandidate[] {
  return candidates(listDocuments(db, profileId), id).map(({ id: other, name, importedAtMs }) => ({ id: other, name, importedAtMs }));
}

function candidates(all: readonly DocumentSummary[], id: number): DocumentSummary[] {
  const own = all.find((each) => each.id === id);
  return all.filter(
    (each) =>
      each.id !== id &&
      each.status === 'confirmed' &&
      (each.supersededBy === null || each.supersededBy === id) &&
      each.importedAtMs <= (own?.importedAtMs ?? 0),
  );
}

/** Makes a document the newer version of another, or of none; decisions about what is the same go over. @throws AppError `not_found`. */
export function followVersion(db: WritableDb, profileId: number, id: number, previousId: number | null): void {
  const document = getDocument(db, profileId, id);
  if (previousId !== null) {
    const earlier = getDocument(db, profileId, previousId);
    const carried = carryDecisions(earlier.proposal, earlier.decisions, document.proposal);
    storeDecisions(db, id, { ...document.decisions, ...carried, skills: { ...carried.skills, ...document.decisions.skills } });
  }
  setPreviousVersion(db, id, previousId);
}

export function earlierVersion(db: ReadableDb, { profileId, previousId, proposal }: StoredDocument): EarlierVersion | null {
  if (previousId === null) return null;
  const earlier = getDocument(db, profileId, previousId);
  return { id: earlier.id, name: earlier.name, importedAtMs: earlier.importedAtMs, diff: compareVersions(earlier.proposal, proposal) };
}

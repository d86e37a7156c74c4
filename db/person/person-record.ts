import { priorsFromRatings } from '../../core/practice/observed-level.ts';
import type { PersonLevels } from '../../core/role/compare.ts';
import {
  type AnswerRecord,
  newestOf,
  observeCompetencies,
  type PersonRecord,
  personLevelsAt,
  type RecordedRating,
} from '../../core/role/person-record.ts';
import { resolveMerge } from '../../core/skills/person-taxonomy.ts';
import { listDocuments } from '../documents/documents.ts';
import { allMeasurements, measuredCompetencies, measurementsOf } from '../practice/measurements.ts';
import { currentBeliefs } from '../practice/observed-levels.ts';
import { mergesOf } from '../skills/person-taxonomy.ts';
import type { ReadableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { listCaveats, listEvidence } from './evidence.ts';
import { listGaps } from './gaps.ts';
import { countedRatings } from './ratings.ts';

/** Everything the database knows about a person's levels, with its times; `nowMs` is the time it is read at. */
export function loadPersonRecord(store: Store, profileId: number, nowMs: number): PersonRecord {
  const db = store.read;
  const merges = mergesOf(db);
  const since = confirmedSince(db, profileId);
  const ratings = countedRatings(db, profileId).map((rating) =>
    rating.source === 'imported' && rating.documentId !== null ? { ...rating, ratedAtMs: since(rating.documentId) } : rating,
  );
  return {
    ratings,
    statements: listEvidence(db, profileId).map(({ skillId, stance, hasScale, documentId }) => ({
      skillId,
      stance,
      hasScale: hasScale === 1,
      sinceMs: since(documentId),
    })),
    gaps: listGaps(db, profileId).map((gap) => (gap.documentId === null ? gap : { ...gap, createdAtMs: since(gap.documentId) })),
    caveats: listCaveats(db, profileId).map(({ skills, documentId }) => ({ skills, sinceMs: since(documentId) })),
    answers: answerRecord(store, profileId, ratings, nowMs),
    merged: new Map([...merges.keys()].map((id) => [id, resolveMerge(merges, id)])),
  };
}

export function loadPersonLevels(store: Store, profileId: number, nowMs: number): PersonLevels {
  return personLevelsAt(loadPersonRecord(store, profileId, nowMs));
}

function answerRecord(store: Store, profileId: number, ratings: readonly RecordedRating[], readAtMs: number): AnswerRecord {
  const db = store.read;
  const measured = {
    competencyIds: measuredCompetencies(db, profileId),
    answersTo: (id: string) => measurementsOf(db, profileId, id),
  };
  const beliefs = currentBeliefs(store, profileId, measured, priorsFromRatings(observeCompetencies(newestOf(ratings))));
  let counted: ReturnType<AnswerRecord['counted']> | null = null;
  return {
    beliefs,
    readAtMs,
    counted: () => {
      counted ??= allMeasurements(db, profileId);
      return counted;
    },
  };
}

/**
 * A newer version replaces what the one before said, and a document may be confirmed again: what it says dates from the
 * import of its first version.
 */
function confirmedSince(db: ReadableDb, profileId: number): (documentId: number) => number {
  const documents = new Map(listDocuments(db, profileId).map((document) => [document.id, document]));
  return (documentId) => {
    let document = documents.get(documentId);
    let sinceMs = document?.importedAtMs ?? 0;
    for (let steps = 0; steps < documents.size && document?.previousId != null; steps += 1) {
      document = documents.get(document.previousId);
      sinceMs = Math.min(sinceMs, document?.importedAtMs ?? sinceMs);
    }
    return sinceMs;
  };
}

import type { PersonLevels } from '../../core/role/compare.ts';
import { type PersonRecord, personLevelsAt } from '../../core/role/person-record.ts';
import { resolveMerge } from '../../core/skills/person-taxonomy.ts';
import { listDocuments } from '../documents/documents.ts';
import { profileReviews } from '../practice/reviews.ts';
import { listQuestions } from '../questions/questions.ts';
import { mergesOf } from '../skills/person-taxonomy.ts';
import type { ReadableDb } from '../statement.ts';
import { listCaveats, listEvidence } from './evidence.ts';
import { listGaps } from './gaps.ts';
import { countedRatings } from './ratings.ts';

/** Everything the database knows about a person's levels, with its times. */
export function loadPersonRecord(db: ReadableDb, profileId: number): PersonRecord {
  const merges = mergesOf(db);
  const since = confirmedSince(db, profileId);
  const answers = profileReviews(db, profileId);
  return {
    ratings: countedRatings(db, profileId).map((rating) =>
      rating.source === 'imported' && rating.documentId !== null ? { ...rating, ratedAtMs: since(rating.documentId) } : rating,
    ),
    statements: listEvidence(db, profileId).map(({ skillId, stance, hasScale, documentId }) => ({
      skillId,
      stance,
      hasScale: hasScale === 1,
      sinceMs: since(documentId),
    })),
    gaps: listGaps(db, profileId).map((gap) => (gap.documentId === null ? gap : { ...gap, createdAtMs: since(gap.documentId) })),
    caveats: listCaveats(db, profileId).map(({ skills, documentId }) => ({ skills, sinceMs: since(documentId) })),
    answers,
    questions: new Map(answers.length === 0 ? [] : listQuestions(db).map((question) => [question.id, question])),
    merged: new Map([...merges.keys()].map((id) => [id, resolveMerge(merges, id)])),
  };
}

export function loadPersonLevels(db: ReadableDb, profileId: number): PersonLevels {
  return personLevelsAt(loadPersonRecord(db, profileId));
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

import { listDocuments } from '../db/documents/documents.ts';
import { listCaveats, listEvidence, listStories } from '../db/person/evidence.ts';
import { listGaps } from '../db/person/gaps.ts';
import { latestRatings } from '../db/person/ratings.ts';
import { listCards } from '../db/practice/cards.ts';
import { profileReviews } from '../db/practice/reviews.ts';
import type { App } from './context.ts';
import { currentProfile } from './context.ts';
import { inventory } from './router/skills.ts';

/** Everything Plumbline knows about the profile in use, as plain data. */
export function exportProfile(app: App) {
  const profile = currentProfile(app);
  const db = app.store.read;
  return {
    format: 'plumbline-profile/1',
    exportedAt: new Date(app.now()).toISOString(),
    profile,
    documents: listDocuments(db, profile.id),
    skills: inventory(app, profile),
    evidence: listEvidence(db, profile.id),
    ratings: latestRatings(db, profile.id),
    gaps: listGaps(db, profile.id),
    caveats: listCaveats(db, profile.id),
    stories: listStories(db, profile.id),
    cards: listCards(db, profile.id),
    reviews: profileReviews(db, profile.id),
  };
}

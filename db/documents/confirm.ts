import { AppError } from '../../core/errors.ts';
import type { ImportedScale, Span } from '../../core/import/types.ts';
import { type AcceptedSkill, acceptedItems, acceptedSkills, type Decisions } from '../../core/review/decisions.ts';
import type { Changed } from '../changes.ts';
import { addCaveatItem, addEvidence, addScaleNumber, addStoryItem, type Origin } from '../person/evidence.ts';
import { addGap } from '../person/gaps.ts';
import { addProfileSkill, removeBareSkills } from '../person/profile-skills.ts';
import { addRating } from '../person/ratings.ts';
import { addOwnSkill, skillNames } from '../skills/skills.ts';
import type { WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { getDocument, markDocumentConfirmed, removeDocument, type StoredDocument, storeDecisions } from './documents.ts';

export interface ConfirmedImport {
  readonly documentId: number;
  readonly skills: number;
  readonly gaps: number;
  readonly caveats: number;
  readonly stories: number;
}

/**
 * Takes what the person accepted of a reviewed document into their profile, all of it in one transaction.
 * @throws AppError `not_found`; `conflict` when the document was confirmed before (nothing is taken twice).
 */
export function confirmImport(
  store: Store,
  profileId: number,
  documentId: number,
  decisions: Decisions,
  nowMs: number,
): Changed<ConfirmedImport> {
  return store.transact('Import', (db) => {
    const document = getDocument(db, profileId, documentId);
    if (document.status === 'confirmed')
      throw new AppError('conflict', `${document.name} is in your profile already. Nothing was added twice.`);
    storeDecisions(db, documentId, decisions);
    const result = takeIn(db, document, decisions, nowMs);
    markDocumentConfirmed(db, documentId, nowMs);
    return { result, changed: ['documents', 'skills', 'ratings', 'gaps'] };
  });
}

/** Undoes an import, or discards one not yet confirmed: the document and all that rests on it alone leave the profile. */
export function removeImport(store: Store, profileId: number, documentId: number): Changed<null> {
  return store.transact('Removal of a document', (db) => {
    removeDocument(db, profileId, documentId);
    removeBareSkills(db, profileId);
    return { result: null, changed: ['documents', 'skills', 'ratings', 'gaps'] };
  });
}

function takeIn(db: WritableDb, { id, profileId, proposal }: StoredDocument, decisions: Decisions, nowMs: number): ConfirmedImport {
  const origin: Origin = { profileId, documentId: id };
  const accepted = acceptedSkills(proposal, decisions);
  const known = skillNames(db);
  for (const one of accepted) {
    takeSkill(db, origin, one, proposal.scales, nowMs);
    known.set(one.skill.id, { id: one.skill.id, name: one.name, category: one.skill.category });
  }
  for (const scale of proposal.scales) addScaleNumber(db, origin, scale);
  const gaps = acceptedItems(proposal.gaps, decisions.gaps);
  for (const { text, start, end, skills } of gaps) {
    addGap(db, profileId, { text, start, end, documentId: id, skills: skills.filter((skill) => known.has(skill)) }, nowMs);
  }
  const caveats = acceptedItems(proposal.caveats, decisions.caveats);
  for (const caveat of caveats) addCaveatItem(db, origin, caveat);
  const stories = acceptedItems(proposal.stories, decisions.stories);
  for (const story of stories) addStoryItem(db, origin, story);
  return { documentId: id, skills: accepted.length, gaps: gaps.length, caveats: caveats.length, stories: stories.length };
}

function takeSkill(db: WritableDb, origin: Origin, accepted: AcceptedSkill, scales: readonly ImportedScale[], nowMs: number): void {
  const { skill, name, level, levelIsOwn } = accepted;
  addOwnSkill(db, { id: skill.id, name, category: skill.category });
  addProfileSkill(db, origin.profileId, skill.id, skill.years, nowMs);
  for (const item of skill.evidence) addEvidence(db, origin, skill.id, item, hasScale(item, skill.id, scales));
  if (level === null) return;
  addRating(
    db,
    origin.profileId,
    {
      subject: 'skill',
      subjectId: skill.id,
      level,
      source: levelIsOwn ? 'self' : 'imported',
      withWords: levelIsOwn,
      raw: skill.level.raw,
      reasons: levelIsOwn ? ['You set this level in the review.'] : skill.level.reasons,
      documentId: origin.documentId,
    },
    nowMs,
  );
}

/** Whether a number that says how big, about this skill, stands inside the statement. */
function hasScale(statement: Span, skillId: string, scales: readonly ImportedScale[]): boolean {
  return scales.some(
    ({ start, end, skills }) => start >= statement.start && end <= statement.end && (skills.length === 0 || skills.includes(skillId)),
  );
}

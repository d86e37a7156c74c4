import { AppError } from '../../core/errors.ts';
import type { ImportedScale, Span } from '../../core/import/types.ts';
import type { Decisions } from '../../core/review/decisions.ts';
import { resolveReview, type TakenSkill } from '../../core/review/resolve.ts';
import type { Changed, ChangeKind } from '../changes.ts';
import { addBackground } from '../person/background.ts';
import { addCaveatItem, addEvidence, addScaleNumber, addStoryItem, type Origin } from '../person/evidence.ts';
import { addGap, copyGapStatus } from '../person/gaps.ts';
import { addProfileSkill, removeBareSkills } from '../person/profile-skills.ts';
import { addRating } from '../person/ratings.ts';
import { addOwnSkill, skillNames } from '../skills/skills.ts';
import { command, type WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import {
  getDocument,
  markDocumentConfirmed,
  markDocumentProposed,
  markSuperseded,
  removeDocument,
  type StoredDocument,
  setPreviousVersion,
  storeDecisions,
} from './documents.ts';

export interface ConfirmedImport {
  readonly documentId: number;
  readonly skills: number;
  readonly gaps: number;
  readonly caveats: number;
  readonly stories: number;
}

const CHANGED: readonly ChangeKind[] = ['documents', 'skills', 'ratings', 'gaps'];

/** Everything a document gave to the profile. */
const CONTRIBUTIONS = ['evidence', 'scales', 'caveats', 'stories', 'learning_gaps', 'ratings', 'background'].map((table) =>
  command<[documentId: number]>(`DELETE FROM ${table} WHERE document_id = ?`),
);

/**
 * Takes what the person accepted of a reviewed document into their profile, all of it in one transaction. What an earlier
 * version of the document gave leaves the profile; a review confirmed before is replaced by this one.
 * @throws AppError `not_found`
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
    if (document.supersededBy !== null)
      throw new AppError('conflict', `A newer version of ${document.name} is in your profile. Undo its import first. Nothing was changed.`);
    storeDecisions(db, documentId, decisions);
    const replaced = document.status === 'confirmed' ? document : earlierVersion(db, document);
    const result = takeIn(db, document, decisions, nowMs, replaced);
    markDocumentConfirmed(db, documentId, nowMs);
    removeBareSkills(db, profileId);
    return { result, changed: CHANGED };
  });
}

/** Undoes an import: what the document gave leaves the profile, its review is open again, an earlier version counts again. */
export function undoImport(store: Store, profileId: number, documentId: number): Changed<null> {
  return store.transact('Undo of an import', (db) => {
    const document = getDocument(db, profileId, documentId);
    const earlier = replacedBy(db, document);
    clear(db, documentId);
    markDocumentProposed(db, documentId);
    if (earlier !== null) restore(db, earlier);
    removeBareSkills(db, profileId);
    return { result: null, changed: CHANGED };
  });
}

/** Removes a document with all that rests on it alone; an earlier version of it counts again. */
export function removeImport(store: Store, profileId: number, documentId: number): Changed<null> {
  return store.transact('Removal of a document', (db) => {
    const document = getDocument(db, profileId, documentId);
    const earlier = replacedBy(db, document);
    if (document.supersededBy !== null) relink(db, document.supersededBy, document);
    removeDocument(db, profileId, documentId);
    if (earlier !== null) restore(db, earlier);
    removeBareSkills(db, profileId);
    return { result: null, changed: CHANGED };
  });
}

/** The confirmed version this one takes the place of, marked as such. */
function earlierVersion(db: WritableDb, { id, profileId, previousId }: StoredDocument): StoredDocument | null {
  if (previousId === null) return null;
  const earlier = getDocument(db, profileId, previousId);
  if (earlier.status !== 'confirmed' || earlier.supersededBy !== null) return null;
  markSuperseded(db, earlier.id, id);
  return earlier;
}

/** The earlier version whose place this document holds, or null. */
function replacedBy(db: WritableDb, { id, profileId, previousId, supersededBy }: StoredDocument): StoredDocument | null {
  if (previousId === null || supersededBy !== null) return null;
  const earlier = getDocument(db, profileId, previousId);
  return earlier.supersededBy === id ? earlier : null;
}

function restore(db: WritableDb, earlier: StoredDocument): void {
  markSuperseded(db, earlier.id, null);
  takeIn(db, earlier, earlier.decisions, earlier.confirmedAtMs ?? earlier.importedAtMs, null);
}

/** Takes a version out of the middle: the newer one now follows the one before it. */
function relink(db: WritableDb, newerId: number, { previousId }: StoredDocument): void {
  setPreviousVersion(db, newerId, previousId);
  if (previousId !== null) markSuperseded(db, previousId, newerId);
}

function clear(db: WritableDb, documentId: number): void {
  for (const table of CONTRIBUTIONS) table.run(db, documentId);
}

/** Adds what a review gives; the statuses of gaps go over from the version whose place it takes. */
function takeIn(
  db: WritableDb,
  { id, profileId, proposal, text }: StoredDocument,
  decisions: Decisions,
  nowMs: number,
  replaced: StoredDocument | null,
): ConfirmedImport {
  const origin: Origin = { profileId, documentId: id };
  const taken = resolveReview(proposal, text, decisions);
  const statuses = replaced === null ? null : copyGapStatus(db, profileId, replaced.id);
  if (replaced !== null) clear(db, replaced.id);
  const known = skillNames(db);
  for (const skill of taken.skills) {
    takeSkill(db, origin, skill, taken.scales, nowMs);
    known.set(skill.id, { id: skill.id, name: skill.name, category: skill.category });
  }
  for (const scale of taken.scales) addScaleNumber(db, origin, scale);
  for (const { text: said, start, end, skills } of taken.gaps)
    addGap(db, profileId, { text: said, start, end, documentId: id, skills: skills.filter((skill) => known.has(skill)) }, nowMs);
  statuses?.apply(id);
  for (const caveat of taken.caveats) addCaveatItem(db, origin, caveat);
  for (const story of taken.stories) addStoryItem(db, origin, story);
  for (const position of taken.positions) addBackground(db, origin, 'position', position);
  for (const school of taken.education) addBackground(db, origin, 'education', school);
  for (const certificate of taken.certifications) addBackground(db, origin, 'certification', certificate);
  for (const language of taken.languages) addBackground(db, origin, 'language', language);
  const { skills, gaps, caveats, stories } = taken;
  return { documentId: id, skills: skills.length, gaps: gaps.length, caveats: caveats.length, stories: stories.length };
}

function takeSkill(db: WritableDb, origin: Origin, skill: TakenSkill, scales: readonly ImportedScale[], nowMs: number): void {
  const { id, name, category, level, levelIsOwn, raw, reasons } = skill;
  addOwnSkill(db, { id, name, category });
  addProfileSkill(db, origin.profileId, id, skill.years, nowMs);
  for (const item of skill.evidence) addEvidence(db, origin, id, item, hasScale(item, id, scales));
  if (level === null) return;
  addRating(
    db,
    origin.profileId,
    {
      subject: 'skill',
      subjectId: id,
      level,
      source: levelIsOwn ? 'self' : 'imported',
      withWords: levelIsOwn,
      raw,
      reasons: levelIsOwn ? ['You set this level in the review.'] : reasons,
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

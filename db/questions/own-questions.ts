import type { Question } from '../../core/content/question.ts';
import { AppError } from '../../core/errors.ts';
import { newSchedule } from '../../core/practice/schedule.ts';
import type { Changed } from '../changes.ts';
import type { WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { QuestionChange } from './changes.ts';
import { asCard, cardState } from './question-cards.ts';
import { findQuestion, type QuestionRecord } from './questions.ts';

const OWN = 'own.';

export interface SavedQuestion {
  readonly id: string;
  readonly changeId: number;
}

/** The id of the own copy that stands beside a question of the bank. */
export function copyIdOf(id: string): string {
  return `${OWN}${id}`;
}

/** The id of the bank's question that a copy stands beside; the id alone does not say whether there is one. */
export function originalIdOf(id: string): string | null {
  return id.startsWith(OWN) ? id.slice(OWN.length) : null;
}

/** Adds a question of one's own. @param id begins with `own.`. @throws AppError `conflict` when it is taken. */
export function addOwnQuestion(store: Store, profileId: number, question: Question, nowMs: number): Changed<SavedQuestion> {
  return store.transact('New question', (db) => {
    if (findQuestion(db, question.id) !== null) throw new AppError('conflict', `There is a question ${question.id} already.`);
    const change = new QuestionChange(db, profileId, nowMs);
    change.save({ ...question, version: 1 }, 'own');
    return { result: { id: question.id, changeId: change.record('New question') }, changed: ['questions'] };
  });
}

/**
 * Writes a question as it was changed, as its next version; its card goes on. The bank's own stay as they ship: the change becomes an own
 * copy beside it, which takes the card's schedule over, and the bank's is suspended for this profile.
 * @param question with the version that the change was begun on. @throws AppError `not_found`; `invalid` for a generated one; `conflict` when it was
 * changed since.
 */
export function editQuestion(store: Store, profileId: number, question: Question, nowMs: number): Changed<SavedQuestion> {
  return store.transact('Change of a question', (db) => {
    const record = recordOf(db, question.id);
    if (record.question.version !== question.version)
      throw new AppError('conflict', 'This question was changed elsewhere since you opened it. Nothing was written; open it anew.');
    if (record.origin === 'generated')
      throw new AppError(
        'invalid',
        'This question is made from your documents. Report it if it is wrong, or write one of your own beside it.',
      );
    const change = new QuestionChange(db, profileId, nowMs);
    const isOwn = record.origin === 'own' || record.origin === 'imported';
    const id = isOwn ? question.id : copyIdOf(question.id);
    if (isOwn) change.save({ ...question, version: question.version + 1 }, record.origin);
    else saveBesideBank(db, change, { profileId, nowMs, question });
    return { result: { id, changeId: change.record('Change of a question') }, changed: ['questions', 'reviews'] };
  });
}

interface Copy {
  readonly profileId: number;
  readonly nowMs: number;
  readonly question: Question;
}

function saveBesideBank(db: WritableDb, change: QuestionChange, { profileId, nowMs, question }: Copy): void {
  const id = copyIdOf(question.id);
  // It was read against its sources as the bank words it, not as it is now.
  const { secondReading: _, ...rest } = question;
  change.save({ ...rest, id, version: (findQuestion(db, id)?.question.version ?? 0) + 1 }, 'own');
  const card = cardState(db, profileId, question.id);
  const hasOwnAnswers = (cardState(db, profileId, id)?.reps ?? 0) > 0;
  if (card !== null && !hasOwnAnswers) change.putCard(id, card);
  change.putCard(question.id, { ...(card ?? asCard(newSchedule(nowMs))), suspendedAtMs: card?.suspendedAtMs ?? nowMs });
}

/**
 * Takes a question of one's own out of what is asked; its answers stay. Where it stood beside one of the bank's, that one is asked again.
 * @throws AppError `not_found`; `invalid` for one of the bank's, which can be suspended instead.
 */
export function removeOwnQuestion(store: Store, profileId: number, id: string, nowMs: number): Changed<{ readonly changeId: number }> {
  return store.transact('Removal of a question', (db) => {
    const { origin } = recordOf(db, id);
    if (origin === 'shipped' || origin === 'generated')
      throw new AppError('invalid', 'Only your own and imported questions can be removed. One of the bank can be suspended.');
    const change = new QuestionChange(db, profileId, nowMs);
    change.retire(id);
    const original = originalIdOf(id);
    const card = original === null ? null : cardState(db, profileId, original);
    if (original !== null && card !== null) change.putCard(original, { ...card, suspendedAtMs: null });
    return { result: { changeId: change.record('Removal of a question') }, changed: ['questions', 'reviews'] };
  });
}

function recordOf(db: WritableDb, id: string): QuestionRecord {
  const record = findQuestion(db, id);
  if (record === null || record.isRetired) throw new AppError('not_found', `There is no question “${id}” any more.`);
  return record;
}

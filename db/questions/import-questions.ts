import { isDeepStrictEqual } from 'node:util';
import { NOT_SHIPPED, type Question } from '../../core/content/question.ts';
import type { Incoming, IncomingQuestion } from '../../core/exchange/incoming.ts';
import { newSchedule } from '../../core/practice/schedule.ts';
import type { Changed } from '../changes.ts';
import { query, type ReadableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { QuestionChange } from './changes.ts';
import { asCard, cardState } from './question-cards.ts';
import { findQuestion } from './questions.ts';

/**
 * new: not there yet; updated: there under the same id, with other words; same: there as it is; twin: another question has the same
 * words; bank: the bank has it, and the bank's are never changed.
 */
export type ImportAction = 'new' | 'updated' | 'same' | 'twin' | 'bank';

export interface ImportCounts extends Readonly<Record<ImportAction, number>> {
  /** Cards whose schedule comes along, since it is newer than what is known here. */
  readonly schedules: number;
  /** Entries that could not be read. */
  readonly leftOut: number;
}

interface PlannedQuestion extends IncomingQuestion {
  readonly action: ImportAction;
  /** The schedule of the file is taken. */
  readonly takesSchedule: boolean;
}

export interface ImportPlan {
  readonly counts: ImportCounts;
  readonly questions: readonly PlannedQuestion[];
  readonly problems: readonly string[];
}

const selectPrompts = query<[], { prompt: string }>('SELECT prompt FROM questions WHERE retired = 0', ['prompt']);

/** What an import would do, held against what there is. Writes nothing. */
export function planImport(db: ReadableDb, profileId: number, incoming: Incoming): ImportPlan {
  const prompts = new Set(selectPrompts.all(db).map(({ prompt }) => folded(prompt)));
  const ids = new Set<string>();
  const counts = { new: 0, updated: 0, same: 0, twin: 0, bank: 0, schedules: 0, leftOut: incoming.leftOut };
  const questions = incoming.questions.map((one): PlannedQuestion => {
    const question = withOwnId(db, one.question);
    const words = folded(question.prompt.en);
    const action = ids.has(question.id) ? 'twin' : actionFor(db, question, prompts.has(words));
    ids.add(question.id);
    prompts.add(words);
    const takesSchedule = action !== 'twin' && isNewer(db, profileId, { ...one, question });
    counts[action] += 1;
    if (takesSchedule) counts.schedules += 1;
    return { ...one, question, action, takesSchedule };
  });
  return { counts, questions, problems: incoming.problems };
}

/** An id of somebody else's bank is made one of an import, so that a later bank never meets it. */
function withOwnId(db: ReadableDb, question: Question): Question {
  const isOthersGenerated = question.id.startsWith('gen.') && findQuestion(db, question.id)?.origin !== 'generated';
  if ((NOT_SHIPPED.test(question.id) && !isOthersGenerated) || findQuestion(db, question.id)?.origin === 'shipped') return question;
  return { ...question, id: `imported.${question.id}` };
}

function actionFor(db: ReadableDb, question: Question, hasTwin: boolean): ImportAction {
  const known = findQuestion(db, question.id);
  if (known === null) return hasTwin ? 'twin' : 'new';
  if (known.origin === 'shipped' || known.origin === 'generated') return 'bank';
  if (known.isRetired) return 'updated';
  return isDeepStrictEqual({ ...known.question, version: 0 }, { ...question, version: 0 }) ? 'same' : 'updated';
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The later answer wins; where there is none here, a card put aside stays aside. */
function isNewer(db: ReadableDb, profileId: number, { question, schedule, isSuspended }: IncomingQuestion): boolean {
  if (schedule === null && !isSuspended) return false;
  const card = cardState(db, profileId, question.id);
  if (card === null) return true;
  return schedule !== null && (card.reps === 0 || (card.lastReviewAtMs ?? 0) < (schedule.lastReviewAtMs ?? 0));
}

/** What an import is called among the changes that can be taken back. */
export const IMPORT_NAME = 'Import of questions';

export interface ImportDone {
  readonly counts: ImportCounts;
  /** To take the import back as a whole; null when it changed nothing. */
  readonly changeId: number | null;
}

/** Brings questions in, all of them in one transaction or none. */
export function importQuestions(store: Store, profileId: number, incoming: Incoming, nowMs: number): Changed<ImportDone> {
  return store.transact(IMPORT_NAME, (db) => {
    const { counts, questions } = planImport(db, profileId, incoming);
    const change = new QuestionChange(db, profileId, nowMs);
    for (const { question, schedule, isSuspended, action, takesSchedule } of questions) {
      if (action === 'new') change.save(question, question.id.startsWith('own.') ? 'own' : 'imported');
      else if (action === 'updated') {
        const known = findQuestion(db, question.id);
        change.save({ ...question, version: (known?.question.version ?? 0) + 1 }, known?.origin ?? 'imported');
      }
      if (takesSchedule) change.putCard(question.id, asCard(schedule ?? newSchedule(nowMs), isSuspended ? nowMs : null));
    }
    const changesNothing = counts.new + counts.updated + counts.schedules === 0;
    return {
      result: { counts, changeId: changesNothing ? null : change.record(IMPORT_NAME) },
      changed: changesNothing ? [] : ['questions', 'reviews'],
    };
  });
}

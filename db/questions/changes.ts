import { z } from 'zod';
import { type Question, questionSchema } from '../../core/content/question.ts';
import { AppError } from '../../core/errors.ts';
import type { Changed } from '../changes.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import type { Store } from '../store.ts';
import { type CardState, cardState, cardStateSchema, hasCards, putCard, removeUnansweredCard } from './question-cards.ts';
import { deleteQuestion, findQuestion, type Ownership, retireQuestion, saveQuestion } from './questions.ts';
import { ORIGINS } from './search-index.ts';

const KEEP = 100;

const undoSchema = z.strictObject({
  /** What each question was before; null where there was none. */
  questions: z.array(
    z.strictObject({
      id: z.string(),
      before: z
        .strictObject({ question: questionSchema, origin: z.enum(ORIGINS), changedAtMs: z.number().nullable(), isRetired: z.boolean() })
        .nullable(),
    }),
  ),
  /** What each card was before, and how the change left it. */
  cards: z.array(z.strictObject({ questionId: z.string(), before: cardStateSchema.nullable(), after: cardStateSchema })),
});
type Undo = z.infer<typeof undoSchema>;

const add = command<[profileId: number, name: string, undo: string, atMs: number]>(
  'INSERT INTO question_changes (profile_id, name, undo, made_at_ms) VALUES (?, ?, ?, ?)',
);
const removeOld = command<[profileId: number, upTo: number]>('DELETE FROM question_changes WHERE profile_id = ? AND id <= ?');
const find = query<[profileId: number, id: number], { name: string; undo: string; madeAtMs: number; undoneAtMs: number | null }>(
  'SELECT name, undo, made_at_ms AS madeAtMs, undone_at_ms AS undoneAtMs FROM question_changes WHERE profile_id = ? AND id = ?',
  ['name', 'undo', 'madeAtMs', 'undoneAtMs'],
  { hot: true },
);
const markUndone = command<[atMs: number, id: number]>('UPDATE question_changes SET undone_at_ms = ? WHERE id = ?');
const selectAsked = query<[], { id: string }>(
  `SELECT DISTINCT json_extract(entry.value, '$.questionId') AS id FROM sessions, json_each(sessions.queue) AS entry`,
  ['id'],
);

const selectNamed = query<[profileId: number, name: string, limit: number], { id: number; madeAtMs: number }>(
  `SELECT id, made_at_ms AS madeAtMs FROM question_changes WHERE profile_id = ? AND name = ? AND undone_at_ms IS NULL ORDER BY id DESC
   LIMIT ?`,
  ['id', 'madeAtMs'],
  { hot: true },
);

/** The newest changes of a name that stand, the newest first. */
export function standingChanges(db: ReadableDb, profileId: number, name: string, limit: number): { id: number; madeAtMs: number }[] {
  return selectNamed.all(db, profileId, name, limit);
}

/** Writes questions and cards, and remembers what they were, so that all of it can be taken back as one. */
export class QuestionChange {
  readonly #db: WritableDb;
  readonly #profileId: number;
  readonly #nowMs: number;
  readonly #undo: { questions: Undo['questions']; cards: Undo['cards'] } = { questions: [], cards: [] };

  constructor(db: WritableDb, profileId: number, nowMs: number) {
    this.#db = db;
    this.#profileId = profileId;
    this.#nowMs = nowMs;
  }

  save(question: Question, origin: Ownership['origin']): void {
    this.#remember(question.id);
    saveQuestion(this.#db, question, { origin, changedAtMs: this.#nowMs });
  }

  retire(id: string): void {
    this.#remember(id);
    retireQuestion(this.#db, id, this.#nowMs);
  }

  putCard(questionId: string, card: CardState): void {
    this.#undo.cards.push({ questionId, before: cardState(this.#db, this.#profileId, questionId), after: card });
    putCard(this.#db, this.#profileId, questionId, card);
  }

  /** @param name what was done, in the words of the screen. @returns the id to take it back by; the newest 100 are kept. */
  record(name: string): number {
    const id = add.insert(this.#db, this.#profileId, name, JSON.stringify(this.#undo), this.#nowMs);
    removeOld.run(this.#db, this.#profileId, id - KEEP);
    return id;
  }

  #remember(id: string): void {
    this.#undo.questions.push({ id, before: findQuestion(this.#db, id) });
  }
}

export interface TakenBack {
  readonly name: string;
  /** Questions that were changed again since, and are left as they are. */
  readonly kept: number;
}

/**
 * Takes a change back, all of it in one transaction. A question changed again since stays as it is; one that was asked in the meantime is
 * retired rather than removed, since its answers stay.
 * @throws AppError `not_found` when it is too long ago; `conflict` when it was taken back before.
 */
export function undoQuestionChange(store: Store, profileId: number, id: number, nowMs: number): Changed<TakenBack> {
  return store.transact('Undo', (db) => {
    const change = find.get(db, profileId, id);
    if (!change) throw new AppError('not_found', 'This change is too long ago to be taken back. Nothing was changed.');
    if (change.undoneAtMs !== null) throw new AppError('conflict', `“${change.name}” was taken back before. Nothing was changed.`);
    const { questions, cards } = readJson(undoSchema, change.undo, 'A change');
    for (const { questionId, before, after } of cards.reverse()) restoreCard(db, profileId, questionId, before, after);
    const asked = new Set(selectAsked.all(db).map((row) => row.id));
    let kept = 0;
    for (const { id: questionId, before } of questions.reverse()) {
      const now = findQuestion(db, questionId);
      if (now?.changedAtMs !== change.madeAtMs) kept += 1;
      else restoreQuestion(db, questionId, before, asked);
    }
    markUndone.run(db, nowMs, id);
    return { result: { name: change.name, kept }, changed: ['questions', 'reviews'] };
  });
}

type Before = Undo['questions'][number]['before'];

function restoreQuestion(db: WritableDb, id: string, before: Before, asked: ReadonlySet<string>): void {
  if (before !== null) {
    saveQuestion(db, before.question, before);
    if (before.isRetired) retireQuestion(db, id, before.changedAtMs);
  } else if (asked.has(id) || hasCards(db, id)) retireQuestion(db, id, null);
  else deleteQuestion(db, id);
}

/** A card that was answered or put aside since is left as it is. */
function restoreCard(db: WritableDb, profileId: number, questionId: string, before: CardState | null, after: CardState): void {
  const now = cardState(db, profileId, questionId);
  if (now === null || JSON.stringify(cardStateSchema.parse(now)) !== JSON.stringify(cardStateSchema.parse(after))) return;
  if (before === null) removeUnansweredCard(db, profileId, questionId);
  else putCard(db, profileId, questionId, before);
}

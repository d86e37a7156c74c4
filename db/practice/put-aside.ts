import { z } from 'zod';
import { newSchedule } from '../../core/practice/schedule.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import { addCard, findCard } from './cards.ts';

/** A card that is not asked as others are, or that does not stick. */
export interface PutAside {
  readonly questionId: string;
  readonly prompt: string;
  readonly kind: string;
  readonly level: number;
  readonly competencyId: string;
  readonly suspendedAtMs: number | null;
  /** Not asked before then. */
  readonly buriedUntilMs: number | null;
  /** When it was marked as forgotten again and again. */
  readonly leechAtMs: number | null;
  readonly lapses: number;
}

const COLUMNS = ['questionId', 'prompt', 'kind', 'level', 'competencyId', 'suspendedAtMs', 'buriedUntilMs', 'leechAtMs', 'lapses'] as const;
const selectPutAside = query<[profileId: number, profileId2: number], PutAside>(
  `SELECT q.id AS questionId, q.prompt, q.kind, q.level, q.main_competency_id AS competencyId, c.suspended_at_ms AS suspendedAtMs,
     c.buried_until_ms AS buriedUntilMs, c.leech_at_ms AS leechAtMs, c.lapses
   FROM (SELECT id FROM cards WHERE profile_id = ? AND suspended_at_ms IS NOT NULL
     UNION SELECT id FROM cards WHERE profile_id = ? AND leech_at_ms IS NOT NULL) AS aside
   JOIN cards AS c ON c.id = aside.id JOIN questions AS q ON q.id = c.question_id
   WHERE q.retired = 0 ORDER BY c.leech_at_ms DESC, c.suspended_at_ms DESC, q.id`,
  COLUMNS,
);
const setSuspended = command<[atMs: number | null, cardId: number]>('UPDATE cards SET suspended_at_ms = ? WHERE id = ?');
const setBuried = command<[untilMs: number | null, cardId: number]>('UPDATE cards SET buried_until_ms = ? WHERE id = ?');
const setLeech = command<[atMs: number, cardId: number]>('UPDATE cards SET leech_at_ms = ? WHERE id = ? AND leech_at_ms IS NULL');
const clearLeechOf = command<[cardId: number]>('UPDATE cards SET leech_at_ms = NULL WHERE id = ?');
const takeLeechBack = command<[cardId: number, atMs: number]>('UPDATE cards SET leech_at_ms = NULL WHERE id = ? AND leech_at_ms = ?');
const selectMissed = query<[profileId: number, questionId: string], { answeredAtMs: number; grade: string; points: string }>(
  `SELECT answered_at_ms AS answeredAtMs, grade, points FROM reviews
   WHERE profile_id = ? AND question_id = ? AND undone_at_ms IS NULL ORDER BY answered_at_ms`,
  ['answeredAtMs', 'grade', 'points'],
  { hot: true },
);
const selectEasier = query<[profileId: number, competencyId: string, level: number, questionId: string], { questionId: string }>(
  `SELECT q.id AS questionId FROM questions AS q LEFT JOIN cards AS c ON c.profile_id = ? AND c.question_id = q.id
   WHERE q.main_competency_id = ? AND q.retired = 0 AND q.level < ? AND q.id <> ? AND c.suspended_at_ms IS NULL AND c.leech_at_ms IS NULL
   ORDER BY coalesce(c.state, 'new') <> 'new', q.level DESC, q.id LIMIT 1`,
  ['questionId'],
  { hot: true },
);

/** The card of a question, made when there is none. */
function cardIdOf(db: WritableDb, profileId: number, questionId: string, nowMs: number): number {
  return findCard(db, profileId, questionId)?.id ?? addCard(db, profileId, questionId, newSchedule(nowMs));
}

/** A suspended question is not asked until it is resumed; its schedule waits. */
export function setSuspension(db: WritableDb, profileId: number, questionId: string, isSuspended: boolean, nowMs: number): void {
  setSuspended.run(db, isSuspended ? nowMs : null, cardIdOf(db, profileId, questionId, nowMs));
}

/** Puts a question off until `untilMs`; null asks it again. */
export function bury(db: WritableDb, profileId: number, questionId: string, untilMs: number | null, nowMs: number): void {
  setBuried.run(db, untilMs, cardIdOf(db, profileId, questionId, nowMs));
}

/** Marks a card as one that does not stick; an older mark stays as it is. */
export function markLeech(db: WritableDb, cardId: number, atMs: number): void {
  setLeech.run(db, atMs, cardId);
}

/** Takes back the mark that the answer of this time made. */
export function unmarkLeech(db: WritableDb, cardId: number, atMs: number): void {
  takeLeechBack.run(db, cardId, atMs);
}

/** The person has dealt with it. */
export function clearLeech(db: WritableDb, profileId: number, questionId: string): void {
  const card = findCard(db, profileId, questionId);
  if (card) clearLeechOf.run(db, card.id);
}

/** Suspended questions and those that do not stick. */
export function listPutAside(db: ReadableDb, profileId: number): PutAside[] {
  return selectPutAside.all(db, profileId, profileId);
}

/** When a question was forgotten, and how often each of its key points was ticked, of how many answers. */
export function historyOf(
  db: ReadableDb,
  profileId: number,
  questionId: string,
): { readonly forgottenAtMs: readonly number[]; readonly ticked: ReadonlyMap<string, number>; readonly answers: number } {
  const rows = selectMissed.all(db, profileId, questionId);
  const ticked = new Map<string, number>();
  for (const { points } of rows) {
    for (const id of readJson(z.array(z.string()), points, 'A review')) ticked.set(id, (ticked.get(id) ?? 0) + 1);
  }
  return {
    forgottenAtMs: rows.filter(({ grade }) => grade === 'again').map(({ answeredAtMs }) => answeredAtMs),
    ticked,
    answers: rows.length,
  };
}

/** The hardest of the easier questions of the same competency, one never asked before others; null when there is none. */
export function easierThan(db: ReadableDb, profileId: number, { questionId, competencyId, level }: PutAside): string | null {
  return selectEasier.get(db, profileId, competencyId, level, questionId)?.questionId ?? null;
}

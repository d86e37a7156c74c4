import type { Candidate } from '../../core/practice/queue.ts';
import type { Schedule } from '../../core/practice/schedule.ts';
import { query, type ReadableDb } from '../statement.ts';
import { SCHEDULE_COLUMNS, SCHEDULE_FIELDS } from './schedule-columns.ts';

/** Which questions are meant; a part left out does not limit. */
export interface Scope {
  /** Questions about the competencies of a role, and the person's own ones that belong to no competency. */
  readonly roleId?: string | undefined;
  readonly competencyIds?: readonly string[] | undefined;
  readonly levels?: readonly number[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** The scope as JSON, bound once; read by itself, so that the tables keep the order of their index. */
const SCOPE = '(SELECT scope FROM wanted)';
const scopeOf = (scope: Scope, profileId: number): string => JSON.stringify({ ...scope, profileId });
/** Conditions of a scope on `questions AS q`; what was made from others' evidence is in none. */
const IN_SCOPE = `q.retired = 0 AND (q.profile_id IS NULL OR q.profile_id = ${SCOPE} ->> '$.profileId')
  AND (${SCOPE} ->> '$.levels' IS NULL OR q.level IN (SELECT value FROM json_each(${SCOPE}, '$.levels')))
  AND (${SCOPE} ->> '$.kinds' IS NULL OR q.kind IN (SELECT value FROM json_each(${SCOPE}, '$.kinds')))
  AND (${SCOPE} ->> '$.tags' IS NULL
    OR EXISTS (SELECT 1 FROM question_tags AS t WHERE t.question_id = q.id AND t.tag IN (SELECT value FROM json_each(${SCOPE}, '$.tags'))))
  AND (${SCOPE} ->> '$.competencyIds' IS NULL OR EXISTS (
    SELECT 1 FROM question_competencies AS c WHERE c.question_id = q.id
      AND c.competency_id IN (SELECT value FROM json_each(${SCOPE}, '$.competencyIds'))))
  AND (${SCOPE} ->> '$.roleId' IS NULL OR q.main_competency_id = ''
    OR q.main_competency_id IN (SELECT competency_id FROM role_competencies WHERE role_id = ${SCOPE} ->> '$.roleId')
    OR EXISTS (
    SELECT 1 FROM question_competencies AS c JOIN role_competencies AS r ON r.role_id = ${SCOPE} ->> '$.roleId' AND r.competency_id = c.competency_id
    WHERE c.question_id = q.id))`;
/** Repetitions are due for the day, what is being learnt at its minute. The plus keeps the planner to the order of the index. */
const IS_DUE = "c.state <> 'new' AND (+c.state = 'review' OR +c.due_at_ms <= ?)";
/** A card that may be asked, given the time now. */
const IS_FREE = 'c.suspended_at_ms IS NULL AND (c.buried_until_ms IS NULL OR c.buried_until_ms <= ?)';
const CANDIDATE = `q.id AS questionId, q.level, q.main_competency_id AS competencyId, q.family`;
const CANDIDATE_COLUMNS = ['questionId', 'level', 'competencyId', 'family'] as const;

const selectDue = query<[scope: string, profileId: number, dayEndMs: number, nowMs: number, freeMs: number, limit: number], Candidate>(
  `WITH wanted (scope) AS (VALUES (?))
   SELECT ${CANDIDATE} FROM cards AS c CROSS JOIN questions AS q INDEXED BY questions_in_short ON q.id = c.question_id
   WHERE c.profile_id = ? AND c.due_at_ms < ? AND ${IS_DUE} AND ${IS_FREE} AND ${IN_SCOPE}
   ORDER BY c.due_at_ms, c.id LIMIT ?`,
  CANDIDATE_COLUMNS,
);
const countDue = query<[scope: string, profileId: number, dayEndMs: number, nowMs: number, freeMs: number], { count: number }>(
  `WITH wanted (scope) AS (VALUES (?))
   SELECT count(*) AS count FROM cards AS c CROSS JOIN questions AS q INDEXED BY questions_in_short ON q.id = c.question_id
   WHERE c.profile_id = ? AND c.due_at_ms < ? AND ${IS_DUE} AND ${IS_FREE} AND ${IN_SCOPE}`,
  ['count'],
);
const NOT_ASKED = `NOT EXISTS (SELECT 1 FROM cards AS c WHERE c.profile_id = ? AND c.question_id = q.id
  AND (c.state <> 'new' OR c.suspended_at_ms IS NOT NULL OR c.buried_until_ms > ?))`;
const selectNew = query<[scope: string, competencyId: string, level: number, profileId: number, nowMs: number, limit: number], Candidate>(
  `WITH wanted (scope) AS (VALUES (?))
   SELECT ${CANDIDATE} FROM questions AS q INDEXED BY questions_by_competency
   WHERE q.main_competency_id = ? AND q.level = ? AND q.profile_id IS NULL AND ${NOT_ASKED} AND ${IN_SCOPE} ORDER BY q.id LIMIT ?`,
  CANDIDATE_COLUMNS,
);
const selectNewOfRole = query<
  [roleId: string, competencyId: string, level: number, profileId: number, nowMs: number, limit: number],
  Candidate
>(
  `SELECT ${CANDIDATE} FROM role_competencies AS r CROSS JOIN questions AS q INDEXED BY questions_by_competency
   WHERE r.role_id = ? AND r.competency_id = ? AND q.main_competency_id = r.competency_id AND q.retired = 0 AND q.level = ? AND q.profile_id IS NULL AND ${NOT_ASKED}
   ORDER BY q.id LIMIT ?`,
  CANDIDATE_COLUMNS,
  { hot: true },
);
const selectMain = query<[], { competencyId: string }>(
  'SELECT DISTINCT main_competency_id AS competencyId FROM questions WHERE retired = 0',
  ['competencyId'],
);
const countNew = query<[scope: string, profileId: number, nowMs: number], { competencyId: string; count: number }>(
  `WITH wanted (scope) AS (VALUES (?))
   SELECT q.main_competency_id AS competencyId, count(*) AS count FROM questions AS q
   WHERE ${NOT_ASKED} AND ${IN_SCOPE} GROUP BY q.main_competency_id`,
  ['competencyId', 'count'],
);
const selectWeakest = query<[scope: string, profileId: number, limit: number], Candidate>(
  `WITH wanted (scope) AS (VALUES (?))
   SELECT ${CANDIDATE} FROM questions AS q LEFT JOIN cards AS c ON c.profile_id = ? AND c.question_id = q.id
   WHERE c.suspended_at_ms IS NULL AND ${IN_SCOPE}
   ORDER BY coalesce(c.state, 'new') = 'new', c.stability, q.id LIMIT ?`,
  CANDIDATE_COLUMNS,
);
const selectFamilies = query<[profileId: number, fromMs: number], { family: string }>(
  `SELECT DISTINCT q.family FROM reviews AS r JOIN questions AS q ON q.id = r.question_id
   WHERE r.profile_id = ? AND r.answered_at_ms >= ? AND r.undone_at_ms IS NULL AND q.family IS NOT NULL`,
  ['family'],
  { hot: true },
);
const countToday = query<[profileId: number, fromMs: number], { fresh: number; due: number }>(
  `SELECT count(*) FILTER (WHERE before ->> '$.state' = 'new') AS fresh,
     count(*) FILTER (WHERE before ->> '$.state' = 'review') AS due
   FROM reviews WHERE profile_id = ? AND answered_at_ms >= ? AND undone_at_ms IS NULL AND cram = 0`,
  ['fresh', 'due'],
  { hot: true },
);

export interface Today {
  readonly nowMs: number;
  /** When the day of practice ends: what is due until then is due today. */
  readonly dayEndMs: number;
}

/** What is due, longest overdue first: repetitions until the day ends, questions being learnt when their minutes are over. */
export function dueCandidates(db: ReadableDb, profileId: number, scope: Scope, { nowMs, dayEndMs }: Today, limit: number): Candidate[] {
  return selectDue.all(db, scopeOf(scope, profileId), profileId, dayEndMs, nowMs, nowMs, limit);
}

export function countDueCandidates(db: ReadableDb, profileId: number, scope: Scope, { nowMs, dayEndMs }: Today): number {
  return countDue.get(db, scopeOf(scope, profileId), profileId, dayEndMs, nowMs, nowMs)?.count ?? 0;
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** Questions for everybody of one main competency, never asked, those nearest to `aimLevel` first. */
export function newCandidates(
  db: ReadableDb,
  profileId: number,
  scope: Scope,
  { competencyId, aimLevel, nowMs, limit }: { competencyId: string; aimLevel: number; nowMs: number; limit: number },
): Candidate[] {
  const { roleId, ...narrower } = scope;
  const json = scopeOf(scope, profileId);
  // By far the most frequent question needs no scope to be looked at: a competency of the role, and nothing else asked for.
  const isPlain = competencyId !== '' && Object.values(narrower).every((part) => part === undefined);
  const found: Candidate[] = [];
  for (const level of LEVELS.toSorted((a, b) => Math.abs(a - aimLevel) - Math.abs(b - aimLevel))) {
    if (found.length >= limit) break;
    const room = limit - found.length;
    if (isPlain && roleId !== undefined) found.push(...selectNewOfRole.all(db, roleId, competencyId, level, profileId, nowMs, room));
    else found.push(...selectNew.all(db, json, competencyId, level, profileId, nowMs, room));
  }
  return found;
}

const selectNewGenerated = query<[scope: string, ofProfile: number, profileId: number, nowMs: number], Candidate>(
  `WITH wanted (scope) AS (VALUES (?))
   SELECT ${CANDIDATE} FROM questions AS q WHERE q.profile_id = ? AND ${NOT_ASKED} AND ${IN_SCOPE} ORDER BY q.id`,
  CANDIDATE_COLUMNS,
);

/** Questions made from the person's own evidence that were never asked. */
export function newGenerated(db: ReadableDb, profileId: number, scope: Scope, nowMs: number): Candidate[] {
  return selectNewGenerated.all(db, scopeOf(scope, profileId), profileId, profileId, nowMs);
}

/** The main competencies there are questions of; empty for own ones that belong to none. */
export function mainCompetencies(db: ReadableDb): string[] {
  return selectMain.all(db).map(({ competencyId }) => competencyId);
}

/** How many questions were never asked, by main competency. */
export function countNewCandidates(db: ReadableDb, profileId: number, scope: Scope, nowMs: number): Map<string, number> {
  return new Map(countNew.all(db, scopeOf(scope, profileId), profileId, nowMs).map(({ competencyId, count }) => [competencyId, count]));
}

/** All questions of a scope whether due or not, what is known worst first and what was never asked last. */
export function weakestCandidates(db: ReadableDb, profileId: number, scope: Scope, limit: number): Candidate[] {
  return selectWeakest.all(db, scopeOf(scope, profileId), profileId, limit);
}

/** Families of which a question was answered since `fromMs`. */
export function familiesAskedSince(db: ReadableDb, profileId: number, fromMs: number): Set<string> {
  return new Set(selectFamilies.all(db, profileId, fromMs).map(({ family }) => family));
}

/** Answers since `fromMs` to new questions and to repetitions, for the daily limits; cramming does not count. */
export function answersSince(db: ReadableDb, profileId: number, fromMs: number): { readonly fresh: number; readonly due: number } {
  return countToday.get(db, profileId, fromMs) ?? { fresh: 0, due: 0 };
}

type PlanRow = { readonly [Part in keyof Schedule]: Schedule[Part] | null } & Omit<ScheduledQuestion, 'schedule'>;

const selectForPlan = query<[scope: string, profileId: number], PlanRow>(
  `WITH wanted (scope) AS (VALUES (?))
   SELECT q.id AS questionId, q.main_competency_id AS competencyId, q.level, q.body ->> '$.timeLimitSec' AS timeLimitSec,
     ${SCHEDULE_FIELDS}
   FROM questions AS q LEFT JOIN cards AS c ON c.profile_id = ? AND c.question_id = q.id
   WHERE c.suspended_at_ms IS NULL AND ${IN_SCOPE}`,
  ['questionId', 'competencyId', 'level', 'timeLimitSec', ...SCHEDULE_COLUMNS],
);

export interface ScheduledQuestion {
  readonly questionId: string;
  readonly competencyId: string;
  readonly level: number;
  readonly timeLimitSec: number;
  /** null for a question never answered. */
  readonly schedule: Schedule | null;
}

/** Every question of a scope with its schedule; suspended ones are left out. */
export function scheduledQuestions(db: ReadableDb, profileId: number, scope: Scope): ScheduledQuestion[] {
  return selectForPlan.all(db, scopeOf(scope, profileId), profileId).map(({ questionId, competencyId, level, timeLimitSec, ...row }) => ({
    questionId,
    competencyId,
    level,
    timeLimitSec,
    schedule: toSchedule(row),
  }));
}

function toSchedule(row: Omit<PlanRow, 'questionId' | 'competencyId' | 'level' | 'timeLimitSec'>): Schedule | null {
  const { state, dueAtMs, stability, difficulty, elapsedDays, scheduledDays, learningSteps, reps, lapses, lastReviewAtMs } = row;
  if (state === null || state === 'new' || dueAtMs === null) return null;
  return {
    state,
    dueAtMs,
    stability: stability ?? 0,
    difficulty: difficulty ?? 0,
    elapsedDays: elapsedDays ?? 0,
    scheduledDays: scheduledDays ?? 0,
    learningSteps: learningSteps ?? 0,
    reps: reps ?? 0,
    lapses: lapses ?? 0,
    lastReviewAtMs,
  };
}

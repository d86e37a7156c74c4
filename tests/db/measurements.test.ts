import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../core/content/question.ts';
import { AppError } from '../../core/errors.ts';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { type Asked, countedAnswers, type GivenAnswer } from '../../core/practice/counted-answers.ts';
import type { CountedAnswer } from '../../core/practice/level-tracker.ts';
import { believe, observedAt, priorFromSelf } from '../../core/practice/observed-level.ts';
import { levelsToday } from '../../core/role/observed-levels.ts';
import { readContent } from '../../db/content/load.ts';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { loadPersonRecord } from '../../db/person/person-record.ts';
import { addProfile } from '../../db/person/profiles.ts';
import { addRating } from '../../db/person/ratings.ts';
import { gradeAnswer, redoAnswer, undoAnswer } from '../../db/practice/grade.ts';
import { allMeasurements } from '../../db/practice/measurements.ts';
import { profileReviews } from '../../db/practice/reviews.ts';
import { addSession } from '../../db/practice/sessions.ts';
import { saveQuestion } from '../../db/questions/questions.ts';
import { DATABASE_FILE, openStore, type Store } from '../../db/store.ts';
import { ASSETS_DIR } from '../../server/paths.ts';

const START_MS = Date.UTC(2027, 0, 4, 9);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const KINDS: readonly Question['kind'][] = ['explain', 'choice', 'estimate', 'diagnose'];

let questions: readonly Question[];
let dataDir: string;
let store: Store;
let profileId: number;
let nowMs: number;

beforeAll(() => {
  const all = readContent(ASSETS_DIR).parse().questions;
  // All about one competency too, so that the answers to one follow those to another.
  questions = KINDS.flatMap((kind) => all.filter((question) => question.kind === kind).slice(0, 1)).map((question) => ({
    ...question,
    competencies: [...question.competencies, { id: 'shared.by-all', weight: 0.5 }],
  }));
  expect(questions).toHaveLength(KINDS.length);
});

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'plumbline-measured-'));
  nowMs = START_MS;
  store = openStore(dataDir, nowMs);
  profileId = store.transact('test', (db) => {
    for (const question of questions) saveQuestion(db, question);
    return { result: addProfile(db, 'Ada', nowMs), changed: [] };
  }).result;
});
afterEach(() => {
  store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** `cram`: a sitting that leaves the schedule alone; what it measures is measured by the same rule. */
function startSession(cram = false): number {
  const queue = questions.map(({ id }) => ({ questionId: id, why: 'chosen' as const }));
  return store.transact('test', (db) => ({
    result: addSession(db, profileId, { roleId: 'r', competencyId: null, queue, cram }, nowMs),
    changed: [],
  })).result;
}

function answer(sessionId: number, number: number, isRight = true): void {
  const question = questions[number % questions.length];
  if (!question) return;
  const points = isRight ? question.keyPoints.map(({ id }) => id) : [];
  const choice = question.options?.find(({ correct }) => correct === isRight)?.id ?? null;
  const given = { sessionId, questionId: question.id, grade: 'good' as const, points, durationMs: 1000 };
  gradeAnswer(store, profileId, { ...given, answer: { ...EMPTY_ANSWER, choice } }, nowMs);
}

/** Without the competency it is filed under. */
function measured(): Map<string, CountedAnswer[]> {
  return new Map(
    [...allMeasurements(store.read, profileId)].map(([id, rows]) => [
      id,
      rows.map(({ share, level, points, falseCredit, answeredAtMs }) => ({ share, level, points, falseCredit, answeredAtMs })),
    ]),
  );
}

function replayed(): Map<string, CountedAnswer[]> {
  return countedAnswers(profileReviews(store.read, profileId), new Map(questions.map((question) => [question.id, question])));
}

const levels = () => levelsToday(loadPersonRecord(store, profileId, nowMs).answers);
const fromScratch = () =>
  new Map([...replayed()].map(([id, answers]) => [id, observedAt(believe(answers, priorFromSelf(null, null)), nowMs)]));
const keptRows = (): unknown => store.read.prepared('SELECT count(*) AS kept FROM observed_levels').get();

/** Undo and redo say so when there is nothing to take back or put back. */
function where(allowed: 'conflict', act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof AppError && error.code === allowed)) throw error;
  }
}

const step = fc.record({
  act: fc.constantFrom('answer', 'answer', 'answer', 'undo', 'undo', 'redo', 'redo', 'new session', 'look', 'restart'),
  /** 0 for the last session, 1 for the one before. */
  back: fc.constantFrom(0, 0, 0, 1),
  number: fc.nat(KINDS.length - 1),
  isRight: fc.boolean(),
  laterMs: fc.constantFrom(MINUTE_MS, DAY_MS, 16 * DAY_MS, 30 * DAY_MS, 45 * DAY_MS),
  cram: fc.boolean(),
});

function play(
  { act, back, number, isRight, laterMs, cram }: typeof step extends fc.Arbitrary<infer S> ? S : never,
  sessions: number[],
): void {
  nowMs += laterMs;
  const sessionId = sessions[sessions.length - 1 - back] ?? sessions[0] ?? 0;
  if (act === 'new session') sessions.push(startSession(cram));
  if (act === 'answer') where('conflict', () => answer(sessionId, number, isRight));
  if (act === 'undo') where('conflict', () => undoAnswer(store, profileId, sessionId, nowMs));
  if (act === 'redo') where('conflict', () => redoAnswer(store, profileId, sessionId));
  if (act === 'look') levels();
  if (act === 'restart') {
    store.close();
    store = openStore(dataDir, nowMs);
  }
}

describe('measurements', () => {
  it('are a replay of the answers that stand, after any answers, undos and redos, and so are the levels kept', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 40 }), (steps) => {
        profileId = store.transact('test', (db) => ({ result: addProfile(db, 'Ada', nowMs), changed: [] })).result;
        const sessions = [startSession()];
        for (const one of steps) play(one, sessions);
        expect(measured()).toEqual(new Map([...replayed()].sort(([a], [b]) => (a < b ? -1 : 1))));
        expect(levels()).toEqual(fromScratch());
        // Once more, from what was kept.
        expect(levels()).toEqual(fromScratch());
      }),
      { numRuns: 40 },
    );
  });

  it('take an answer of a sitting that leaves the schedule alone like any other, and the next one in its place when it is undone', () => {
    const days = (): (number | undefined)[] => [...measured().values()].map(([first]) => ((first?.answeredAtMs ?? 0) - START_MS) / DAY_MS);
    const cram = startSession(true);
    answer(cram, 0);
    nowMs += 10 * DAY_MS;
    answer(startSession(), 0);
    expect(new Set(days())).toEqual(new Set([0]));
    undoAnswer(store, profileId, cram, nowMs);
    expect(new Set(days())).toEqual(new Set([10]));
    redoAnswer(store, profileId, cram);
    expect(new Set(days())).toEqual(new Set([0]));
  });

  it('keep the level a question had when it was answered', () => {
    answer(startSession(), 0);
    const [before] = questions;
    const changed = { ...before, level: (before?.level ?? 1) === 5 ? 4 : 5 } as Question;
    store.transact('test', (db) => {
      saveQuestion(db, changed);
      return { result: null, changed: [] };
    });
    nowMs += 40 * DAY_MS;
    answer(startSession(), 0);
    expect([...measured().values()][0]?.map(({ level }) => level)).toEqual([before?.level, changed.level]);
  });
});

describe('the levels that are kept', () => {
  const ofFirst = (): string => questions[0]?.competencies[0]?.id ?? '';
  const level = () => levels().get(ofFirst())?.level;

  it('are read instead of the answers, also after a restart', () => {
    answer(startSession(), 0);
    levels();
    store.close();
    const raw = new Database(join(dataDir, DATABASE_FILE));
    raw.exec(`UPDATE observed_levels SET level = json_set(level, '$.answers', 99)`);
    raw.close();
    store = openStore(dataDir, nowMs);
    expect(level()?.answers).toBe(99);
  });

  it('are computed anew when they were kept by another version of the model, and when the own rating is another', () => {
    answer(startSession(), 0);
    const before = level();
    store.transact('test', (db) => ({
      result: db.prepared(`UPDATE observed_levels SET level = json_set(level, '$.model', 0, '$.answers', 99)`).run(),
      changed: [],
    }));
    expect(level()).toEqual(before);
    store.transact('test', (db) => {
      const rating = { subject: 'competency', subjectId: ofFirst(), level: 5, source: 'self', withWords: true } as const;
      addRating(db, profileId, { ...rating, raw: null, reasons: [], documentId: null }, nowMs);
      return { result: null, changed: ['ratings'] };
    });
    const [answers] = [...measured().values()];
    expect(level()).toEqual(observedAt(believe(answers ?? [], priorFromSelf(5, 5)), nowMs).level);
    expect(level()).not.toEqual(before);
  });

  it('are computed anew when an answer is redone that is older than the last', () => {
    const first = startSession();
    answer(first, 0);
    undoAnswer(store, profileId, first, nowMs);
    nowMs += DAY_MS;
    answer(startSession(), 1, false);
    levels();
    redoAnswer(store, profileId, first);
    expect(measured()).toEqual(new Map([...replayed()].sort(([a], [b]) => (a < b ? -1 : 1))));
    expect(levels()).toEqual(fromScratch());
  });

  it('widen with the days, without being written again', () => {
    answer(startSession(), 0);
    const before = level();
    nowMs += 100 * DAY_MS;
    expect(level()?.variance).toBeGreaterThan(before?.variance ?? 9);
  });

  it('go when the answers they rest on go with their session', () => {
    const sessionId = startSession();
    answer(sessionId, 0);
    expect(level()?.answers).toBe(1);
    store.transact('test', (db) => ({ result: db.prepared('DELETE FROM sessions WHERE id = ?').run(sessionId), changed: [] }));
    expect(keptRows()).toEqual({ kept: 0 });
    expect(level()).toBeUndefined();
  });
});

const oldQuestion = fc.record({
  level: fc.integer({ min: 1, max: 5 }),
  points: fc.integer({ min: 1, max: 5 }),
  parts: fc.option(fc.integer({ min: 0, max: 4 })),
  options: fc.option(fc.constant(3)),
  weights: fc.array(fc.constantFrom(0.3, 0.49, 0.5, 1), { minLength: 1, maxLength: 3 }),
});
const oldReview = fc.record({
  question: fc.nat(3),
  share: fc.option(fc.constantFrom(0, 0.5, 1), { freq: 6 }),
  checkedBy: fc.constantFrom('app' as const, 'person' as const, 'choice' as const),
  /** Often exactly 30 apart. */
  day: fc.integer({ min: 0, max: 20 }).map((tens) => tens * 10),
  isUndone: fc.constantFrom(false, false, false, true),
});
type OldQuestion = typeof oldQuestion extends fc.Arbitrary<infer Q> ? Q : never;
type OldReview = typeof oldReview extends fc.Arbitrary<infer R> ? R : never;

function asked({ level, points, parts, options, weights }: OldQuestion, number: number): Asked {
  const many = (count: number): unknown[] => Array.from({ length: count }, (_, index) => ({ id: `p${index}` }));
  const body = {
    keyPoints: many(points),
    ...(parts === null ? {} : { parts: many(parts) }),
    ...(options === null ? {} : { options: many(options) }),
  };
  // Only the numbers of points, parts and options are read.
  return { id: `q${number}`, level, competencies: weights.map((weight, index) => ({ id: `c.${index}`, weight })), ...body } as Asked;
}

/** A database of the version before, with plain rows in it. */
function oldDatabase(asks: readonly Asked[], reviews: readonly OldReview[]): Database.Database {
  const raw = new Database(':memory:');
  migrate(raw, MIGRATIONS.slice(0, 4), () => undefined);
  raw.exec(`INSERT INTO profiles (id, name, created_at_ms) VALUES (1, 'Ada', 0), (2, 'Bob', 0);
    INSERT INTO sessions (id, profile_id, role_id, kind, queue, started_at_ms) VALUES (1, 1, 'r', 'drill', '[]', 0)`);
  for (const { competencies, ...ask } of asks) {
    raw
      .prepare(
        `INSERT INTO questions (id, version, kind, level, main_competency_id, prompt, body) VALUES (?, 1, 'explain', ?, 'c.0', 'p', ?)`,
      )
      .run(ask.id, ask.level, JSON.stringify(ask));
    for (const { id, weight } of competencies) raw.prepare('INSERT INTO question_competencies VALUES (?, ?, ?)').run(ask.id, id, weight);
    raw
      .prepare(`INSERT INTO cards (profile_id, question_id, state, due_at_ms, stability, difficulty, elapsed_days, scheduled_days, learning_steps, reps, lapses)
        VALUES (1, ?, 'review', 0, 1, 1, 0, 0, 0, 1, 0), (2, ?, 'review', 0, 1, 1, 0, 0, 0, 1, 0)`)
      .run(ask.id, ask.id);
  }
  for (const [index, { question, share, checkedBy, day, isUndone }] of reviews.entries()) {
    raw
      .prepare(`INSERT INTO reviews (profile_id, card_id, question_id, question_version, session_id, grade, answer, spoken, points, share, checked_by,
        duration_ms, answered_at_ms, before, after, scheduler, undone_at_ms)
        SELECT ?, id, question_id, 1, 1, 'good', '{}', 0, '[]', ?, ?, 1, ?, '{}', '{}', 's', ? FROM cards WHERE profile_id = ? AND question_id = ?`)
      .run(1 + (index % 2), share, checkedBy, day * DAY_MS, isUndone ? 1 : null, 1 + (index % 2), `q${question}`);
  }
  return raw;
}

describe('an older database', () => {
  it('gets the measurements that a replay of its answers gives', () => {
    fc.assert(
      fc.property(
        fc.array(oldQuestion, { minLength: 4, maxLength: 4 }),
        fc.array(oldReview, { minLength: 1, maxLength: 40 }),
        (some, reviews) => {
          const asks = some.map(asked);
          const raw = oldDatabase(asks, reviews);
          migrate(raw, MIGRATIONS.slice(0, 5), () => undefined);
          for (const profile of [1, 2]) {
            const standing: GivenAnswer[] = reviews
              .filter((review, index) => 1 + (index % 2) === profile && !review.isUndone)
              .map(({ question, share, checkedBy, day }) => ({ questionId: `q${question}`, share, checkedBy, answeredAtMs: day * DAY_MS }))
              .sort((a, b) => a.answeredAtMs - b.answeredAtMs);
            const expected = [...countedAnswers(standing, new Map(asks.map((ask) => [ask.id, ask])))].flatMap(([competencyId, answers]) =>
              answers.map((one) => ({ competencyId, ...one })),
            );
            const rows = raw
              .prepare(
                `SELECT competency_id AS competencyId, share, level, points, false_credit AS falseCredit, answered_at_ms AS answeredAtMs
                 FROM measurements WHERE profile_id = ? ORDER BY competency_id, answered_at_ms, review_id`,
              )
              .all(profile);
            expect(rows).toEqual(
              expected.sort((a, b) => (a.competencyId === b.competencyId ? 0 : a.competencyId < b.competencyId ? -1 : 1)),
            );
          }
          raw.close();
        },
      ),
      { numRuns: 100 },
    );
  });
});

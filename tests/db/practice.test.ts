import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../api/app.ts';
import type { App } from '../../api/context.ts';
import { createCaller } from '../../api/router/index.ts';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { GRADES, newSchedule, type ReviewGrade, review, type Schedule } from '../../core/practice/schedule.ts';
import { listProfiles } from '../../db/person/profiles.ts';
import { listCards } from '../../db/practice/cards.ts';
import { profileReviews } from '../../db/practice/reviews.ts';
import { ASSETS_DIR } from '../../server/paths.ts';

const START_MS = Date.UTC(2027, 0, 4, 9);
const MINUTE_MS = 60_000;
const SIZE = 5;
let dataDir: string;
let nowMs: number;
let app: App;
let close: () => void;
let caller: ReturnType<typeof createCaller>;

function open(): void {
  ({ app, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => nowMs }));
  caller = createCaller(app);
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'plumbline-practice-'));
  nowMs = START_MS;
  open();
});
afterEach(() => {
  close();
  rmSync(dataDir, { recursive: true, force: true });
});

const profileId = (): number => listProfiles(app.store.read)[0]?.id ?? 0;
const started = async (): Promise<number> => (await caller.drill.start({ roleId: 'multi-dc-sre', size: SIZE })).result.sessionId;

/** Answers the next question of the session; each answer says which it is, by number. */
async function answer(sessionId: number, grade: ReviewGrade, text: string): Promise<string> {
  const { items } = await caller.drill.session({ sessionId });
  const questionId = items.find((item) => item.grade === null)?.questionId ?? '';
  nowMs += MINUTE_MS;
  await caller.drill.grade({ sessionId, questionId, grade, answer: { ...EMPTY_ANSWER, text }, points: [], durationMs: 1000 });
  return questionId;
}

async function undo(sessionId: number): Promise<void> {
  nowMs += MINUTE_MS;
  await caller.drill.undo({ sessionId });
}

/** All that practice has written and that an undo or redo may touch. */
async function state(sessionId: number) {
  const { items, endedAtMs } = await caller.drill.session({ sessionId });
  const drafts = await Promise.all(
    items.map(async ({ questionId }) => (await caller.drill.question({ sessionId, questionId })).draft?.text ?? null),
  );
  return { items, endedAtMs, drafts, cards: listCards(app.store.read, profileId()), reviews: profileReviews(app.store.read, profileId()) };
}

describe('undo and redo of answers', () => {
  it('restores the state before n answers exactly, and redoing them the state after, also over a restart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...GRADES), { minLength: 1, maxLength: SIZE }), fc.nat(SIZE), async (grades, take) => {
        const sessionId = await started();
        const states = [await state(sessionId)];
        for (const grade of grades) {
          await answer(sessionId, grade, `answer ${grade} at ${nowMs}`);
          states.push(await state(sessionId));
        }
        const undone = Math.min(take, grades.length);
        for (let i = 0; i < undone; i += 1) await undo(sessionId);
        close();
        open();
        const before = states[grades.length - undone];
        const now = await state(sessionId);
        const known = new Set(before?.cards.map(({ id }) => id));
        expect([now.items, now.reviews, now.cards.filter(({ id }) => known.has(id))]).toEqual([
          before?.items,
          before?.reviews,
          before?.cards,
        ]);
        expect(now.cards.filter(({ id }) => !known.has(id)).every((card) => card.reps === 0 && card.state === 'new')).toBe(true);
        for (let i = 0; i < undone; i += 1) await caller.drill.redo({ sessionId });
        expect(await state(sessionId)).toEqual(states.at(-1));
        expect((await caller.drill.session({ sessionId })).canRedo).toBe(false);
      }),
      { numRuns: 12 },
    );
  });

  it('offers no redo once another answer was given or the text was changed', async () => {
    const sessionId = await started();
    await answer(sessionId, 'good', 'first');
    await answer(sessionId, 'easy', 'second');
    await undo(sessionId);
    expect((await caller.drill.session({ sessionId })).canRedo).toBe(true);
    const questionId = (await caller.drill.session({ sessionId })).items[1]?.questionId ?? '';
    await caller.drill.saveDraft({ questionId, answer: { ...EMPTY_ANSWER, text: 'second, better' } });
    expect((await caller.drill.session({ sessionId })).canRedo).toBe(false);
    await expect(caller.drill.redo({ sessionId })).rejects.toThrow(/would lose that/);
    expect((await caller.drill.question({ sessionId, questionId })).draft?.text).toBe('second, better');
    await answer(sessionId, 'hard', 'second, better');
    await expect(caller.drill.redo({ sessionId })).rejects.toThrow(/nothing to redo/);
  });

  it('takes back no answer whose question was answered again in a later session', async () => {
    const first = await started();
    const questionId = await answer(first, 'good', 'early');
    const later = (await caller.drill.start({ roleId: 'multi-dc-sre', questionId, size: 1 })).result.sessionId;
    await answer(later, 'good', 'late');
    const before = listCards(app.store.read, profileId());
    await expect(caller.drill.undo({ sessionId: first })).rejects.toThrow(/later session/);
    expect(listCards(app.store.read, profileId())).toEqual(before);
  });
});

describe('the schedule', () => {
  it('of every card equals a replay of its review log', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...GRADES), fc.integer({ min: 1, max: 40_000 }), fc.boolean()), { minLength: 1, maxLength: 20 }),
        async (steps) => {
          let sessionId = await started();
          for (const [grade, minutes, goesBack] of steps) {
            nowMs += minutes * MINUTE_MS;
            if ((await caller.drill.session({ sessionId })).endedAtMs !== null) sessionId = await started();
            await answer(sessionId, grade, 'an answer');
            if (goesBack) await undo(sessionId);
          }
          const replayed = new Map<number, Schedule>();
          for (const { cardId, grade, answeredAtMs } of profileReviews(app.store.read, profileId())) {
            replayed.set(cardId, review(replayed.get(cardId) ?? newSchedule(answeredAtMs), grade, answeredAtMs));
          }
          for (const { id, questionId, ...schedule } of listCards(app.store.read, profileId())) {
            if (schedule.reps > 0) expect([questionId, schedule]).toEqual([questionId, replayed.get(id)]);
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});

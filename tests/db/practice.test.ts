import fc from 'fast-check';
import { get_fuzz_range } from 'ts-fsrs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { createScheduler, GRADES, newSchedule, type ReviewGrade, type Schedule } from '../../core/practice/schedule.ts';
import { DEFAULT_SCHEDULING } from '../../core/practice/scheduling.ts';
import { listProfiles } from '../../db/person/profiles.ts';
import { listCards } from '../../db/practice/cards.ts';
import { profileReviews } from '../../db/practice/reviews.ts';
import { OpenedApp } from './opened-app.ts';

const START_MS = Date.UTC(2027, 0, 4, 9);
const MINUTE_MS = 60_000;
const SIZE = 5;
let opened: OpenedApp;

beforeEach(() => {
  opened = new OpenedApp(START_MS);
});
afterEach(() => opened.remove());

const profileId = (): number => listProfiles(opened.app.store.read)[0]?.id ?? 0;
const started = async (): Promise<number> =>
  (await opened.caller.drill.start({ roleId: 'multi-dc-sre', size: SIZE, beyondLimits: true })).result.sessionId;

/** Answers the next question of the session; each answer says which it is, by number. */
async function answer(sessionId: number, grade: ReviewGrade, text: string): Promise<string> {
  const { items } = await opened.caller.drill.session({ sessionId });
  const questionId = items.find((item) => item.grade === null)?.questionId ?? '';
  opened.nowMs += MINUTE_MS;
  await opened.caller.drill.grade({ sessionId, questionId, grade, answer: { ...EMPTY_ANSWER, text }, points: [], durationMs: 1000 });
  return questionId;
}

async function undo(sessionId: number): Promise<void> {
  opened.nowMs += MINUTE_MS;
  await opened.caller.drill.undo({ sessionId });
}

/** All that practice has written and that an undo or redo may touch. */
async function state(sessionId: number) {
  const { items, endedAtMs } = await opened.caller.drill.session({ sessionId });
  const drafts = await Promise.all(
    items.map(async ({ questionId }) => (await opened.caller.drill.question({ sessionId, questionId })).draft?.text ?? null),
  );
  return {
    items,
    endedAtMs,
    drafts,
    cards: listCards(opened.app.store.read, profileId()),
    reviews: profileReviews(opened.app.store.read, profileId()),
  };
}

describe('undo and redo of answers', () => {
  it('restores the state before n answers exactly, and redoing them the state after, also over a restart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...GRADES), { minLength: 1, maxLength: SIZE }), fc.nat(SIZE), async (grades, take) => {
        const sessionId = await started();
        const states = [await state(sessionId)];
        for (const grade of grades) {
          await answer(sessionId, grade, `answer ${grade} at ${opened.nowMs}`);
          states.push(await state(sessionId));
        }
        const undone = Math.min(take, grades.length);
        for (let i = 0; i < undone; i += 1) await undo(sessionId);
        opened.reopen();
        const before = states[grades.length - undone];
        const now = await state(sessionId);
        const known = new Set(before?.cards.map(({ id }) => id));
        expect([now.items, now.reviews, now.cards.filter(({ id }) => known.has(id))]).toEqual([
          before?.items,
          before?.reviews,
          before?.cards,
        ]);
        expect(now.cards.filter(({ id }) => !known.has(id)).every((card) => card.reps === 0 && card.state === 'new')).toBe(true);
        for (let i = 0; i < undone; i += 1) await opened.caller.drill.redo({ sessionId });
        expect(await state(sessionId)).toEqual(states.at(-1));
        expect((await opened.caller.drill.session({ sessionId })).canRedo).toBe(false);
      }),
      { numRuns: 12 },
    );
  });

  it('offers no redo once another answer was given or the text was changed', async () => {
    const sessionId = await started();
    await answer(sessionId, 'good', 'first');
    await answer(sessionId, 'easy', 'second');
    await undo(sessionId);
    expect((await opened.caller.drill.session({ sessionId })).canRedo).toBe(true);
    const questionId = (await opened.caller.drill.session({ sessionId })).items[1]?.questionId ?? '';
    await opened.caller.drill.saveDraft({ questionId, answer: { ...EMPTY_ANSWER, text: 'second, better' } });
    expect((await opened.caller.drill.session({ sessionId })).canRedo).toBe(false);
    await expect(opened.caller.drill.redo({ sessionId })).rejects.toThrow(/would lose that/);
    expect((await opened.caller.drill.question({ sessionId, questionId })).draft?.text).toBe('second, better');
    await answer(sessionId, 'hard', 'second, better');
    await expect(opened.caller.drill.redo({ sessionId })).rejects.toThrow(/nothing to redo/);
  });

  it('takes back no answer whose question was answered again in a later session', async () => {
    const first = await started();
    const questionId = await answer(first, 'good', 'early');
    const later = (await opened.caller.drill.start({ roleId: 'multi-dc-sre', questionId, size: 1 })).result.sessionId;
    await answer(later, 'good', 'late');
    const before = listCards(opened.app.store.read, profileId());
    await expect(opened.caller.drill.undo({ sessionId: first })).rejects.toThrow(/later session/);
    expect(listCards(opened.app.store.read, profileId())).toEqual(before);
  });
});

describe('the schedule', () => {
  const { review } = createScheduler();
  const memoryOf = ({ state, stability, difficulty, learningSteps, reps, lapses, lastReviewAtMs }: Schedule) => ({
    ...{ state, stability, difficulty, learningSteps, reps, lapses, lastReviewAtMs },
  });

  it('of every card equals a replay of its review log, its day within what FSRS allows around the replayed one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...GRADES), fc.integer({ min: 1, max: 40_000 }), fc.boolean()), { minLength: 1, maxLength: 20 }),
        async (steps) => {
          let sessionId = await started();
          for (const [grade, minutes, goesBack] of steps) {
            opened.nowMs += minutes * MINUTE_MS;
            if ((await opened.caller.drill.session({ sessionId })).endedAtMs !== null) sessionId = await started();
            await answer(sessionId, grade, 'an answer');
            if (goesBack) await undo(sessionId);
          }
          const replayed = new Map<number, Schedule>();
          for (const { cardId, grade, answeredAtMs } of profileReviews(opened.app.store.read, profileId())) {
            replayed.set(cardId, review(replayed.get(cardId) ?? newSchedule(answeredAtMs), grade, answeredAtMs));
          }
          for (const { id, questionId, ...schedule } of listCards(opened.app.store.read, profileId())) {
            const replay = replayed.get(id);
            if (schedule.reps === 0 || replay === undefined) continue;
            expect([questionId, memoryOf(schedule)]).toEqual([questionId, memoryOf(replay)]);
            const { min_ivl: least, max_ivl: most } = get_fuzz_range(replay.scheduledDays, 0, DEFAULT_SCHEDULING.maxIntervalDays);
            const isSpread = replay.state === 'review' && replay.scheduledDays >= 2.5;
            expect(schedule.scheduledDays).toBeGreaterThanOrEqual(isSpread ? least : replay.scheduledDays);
            expect(schedule.scheduledDays).toBeLessThanOrEqual(isSpread ? most : replay.scheduledDays);
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('what is asked', () => {
  it('stands in another order in another session, so that a place in the list never tells the answer', async () => {
    const questionId = 'metal.boot-chain.half-a-rack';
    const orders = new Set<string>();
    for (let i = 0; i < 6; i += 1) {
      const { sessionId } = (await opened.caller.drill.start({ roleId: 'multi-dc-sre', questionId, size: 1 })).result;
      const { acts } = (await opened.caller.drill.question({ sessionId, questionId })).versions.en;
      expect(await opened.caller.drill.question({ sessionId, questionId })).toMatchObject({ versions: { en: { acts } } });
      orders.add(acts.map(({ id }) => id).join(' '));
    }
    expect(orders.size).toBeGreaterThan(3);
  });

  it('names the competency it is about', async () => {
    const { items, total } = await opened.caller.questions.search({ wanted: {}, limit: 200 });
    expect(total).toBeGreaterThan(200);
    expect(items.filter(({ competency, competencyId }) => competency === '' || competency === competencyId)).toEqual([]);
  });
});

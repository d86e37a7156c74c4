import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlanCard, planInterview } from '../../../core/practice/interview-plan.ts';
import { createScheduler, DAY_MS, newSchedule, type Schedule } from '../../../core/practice/schedule.ts';

const scheduler = createScheduler();
const NOW_MS = Date.UTC(2027, 0, 4, 9);
const base = { nowMs: NOW_MS, dayEndMs: NOW_MS + DAY_MS / 2 };

/** Seen once, so many days ago, with this grade. */
const seenAgo = (days: number): Schedule => scheduler.review(newSchedule(NOW_MS - days * DAY_MS), 'good', NOW_MS - days * DAY_MS);

function card(questionId: string, part: Partial<PlanCard> = {}): PlanCard {
  return { questionId, competencyId: 'l.a', isMust: true, round: 0, priority: 1, minutes: 5, schedule: null, ...part };
}

const cardsOf = fc.array(
  fc.record({ isMust: fc.boolean(), priority: fc.integer({ min: 0, max: 9 }), seenDays: fc.option(fc.integer({ min: 0, max: 60 })) }),
  { maxLength: 60 },
);

describe('a plan to the interview', () => {
  it('never holds more on a day than the limits, asks a question once a day, and names every question it leaves out', () => {
    fc.assert(
      fc.property(
        cardsOf,
        fc.integer({ min: 1, max: 30 }),
        fc.record({ newPerDay: fc.nat(6), duePerDay: fc.nat(8) }),
        fc.record({ newPerDay: fc.nat(6), duePerDay: fc.nat(8) }),
        (drawn, days, limits, leftToday) => {
          const cards = drawn.map(({ seenDays, ...part }, index) =>
            card(`q${index}`, { ...part, schedule: seenDays === null ? null : seenAgo(seenDays) }),
          );
          const plan = planInterview(cards, { ...base, days, limits, leftToday }, scheduler);
          expect(plan.days).toHaveLength(days);
          const asked = new Set<string>();
          for (const { day, due, last, fresh } of plan.days) {
            const limit = day === 0 ? leftToday : limits;
            expect(due.length + last.length).toBeLessThanOrEqual(limit.duePerDay);
            expect(fresh.length).toBeLessThanOrEqual(limit.newPerDay);
            const ids = [...due, ...last, ...fresh];
            expect(new Set(ids).size).toBe(ids.length);
            for (const id of ids) asked.add(id);
          }
          const neverSeen = cards.filter(({ questionId, schedule }) => schedule === null && !asked.has(questionId));
          expect(new Set(plan.unfit.unseen)).toEqual(new Set(neverSeen.map(({ questionId }) => questionId)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('asks every seen question of a must once more in the last days, where the limit allows', () => {
    const cards = Array.from({ length: 20 }, (_, index) => card(`q${index}`, { schedule: seenAgo(2) }));
    const plan = planInterview(
      cards,
      { ...base, days: 10, limits: { newPerDay: 0, duePerDay: 5 }, leftToday: { newPerDay: 0, duePerDay: 5 } },
      scheduler,
    );
    // Twenty at half of five a day: the last eight days.
    expect(plan.lastDays).toBe(8);
    const late = new Set(plan.days.slice(-8).flatMap(({ due, last }) => [...due, ...last]));
    expect(late.size).toBe(20);
    expect(plan.unfit).toEqual({ unseen: [], notRepeated: [], waiting: [] });
  });

  it('says which of them will not come again when the limit is too low', () => {
    const cards = Array.from({ length: 40 }, (_, index) => card(`q${index}`, { schedule: seenAgo(20) }));
    const limits = { newPerDay: 0, duePerDay: 2 };
    const plan = planInterview(cards, { ...base, days: 5, limits, leftToday: limits }, scheduler);
    expect(plan.days.flatMap(({ due, last }) => [...due, ...last])).toHaveLength(10);
    expect(plan.unfit.notRepeated).toHaveLength(30);
  });

  it('counts what was repeated yesterday as repeated, when the last days have begun', () => {
    const cards = [card('yesterday', { schedule: seenAgo(1) }), card('long-ago', { schedule: seenAgo(30) })];
    const limits = { newPerDay: 0, duePerDay: 10 };
    const plan = planInterview(cards, { ...base, days: 1, limits, leftToday: limits }, scheduler);
    expect(plan.days[0]?.last).toEqual(['long-ago']);
    expect(plan.days[0]?.due).toEqual([]);
  });

  it('takes musts before others, and one of each competency before the second of any', () => {
    const cards = [
      card('nice', { isMust: false, priority: 99 }),
      card('b2', { competencyId: 'l.b', round: 1, priority: 9 }),
      card('a1', { priority: 1 }),
      card('b1', { competencyId: 'l.b', priority: 9 }),
    ];
    const limits = { newPerDay: 1, duePerDay: 10 };
    const plan = planInterview(cards, { ...base, days: 3, limits, leftToday: limits }, scheduler);
    expect(plan.days.map(({ fresh }) => fresh)).toEqual([['b1'], ['a1'], ['b2']]);
    expect(plan.unfit.unseen).toEqual(['nice']);
    expect(plan.newPerDayForMusts).toBeNull();
  });

  it('says how many new a day would be needed for every must', () => {
    const cards = Array.from({ length: 30 }, (_, index) => card(`q${index}`));
    const limits = { newPerDay: 2, duePerDay: 99 };
    expect(planInterview(cards, { ...base, days: 5, limits, leftToday: limits }, scheduler).newPerDayForMusts).toBe(6);
  });
});

describe('the spread of what comes back', () => {
  it('takes the day with the least on it within what FSRS allows, and always the same one', () => {
    const seen = scheduler.review(newSchedule(NOW_MS), 'easy', NOW_MS);
    const nowMs = NOW_MS + 9 * DAY_MS;
    const plain = scheduler.review(seen, 'good', nowMs);
    const free = plain.scheduledDays + 1;
    const load = (atMs: number): number => (Math.round((atMs - nowMs) / DAY_MS) === free ? 0 : 5);
    const after = scheduler.review(seen, 'good', nowMs, { seed: 'q', load });
    expect(after.scheduledDays).toBe(free);
    expect(after.dueAtMs).toBe(nowMs + free * DAY_MS);
    expect(scheduler.review(seen, 'good', nowMs, { seed: 'q', load })).toEqual(after);
    expect(scheduler.previewIntervals(seen, nowMs, { seed: 'q', load }).good).toBe(free * DAY_MS);
  });

  it('parts cards that were learnt together', () => {
    const seen = scheduler.review(newSchedule(NOW_MS), 'easy', NOW_MS);
    const days = new Set(
      Array.from(
        { length: 40 },
        (_, index) => scheduler.review(seen, 'good', NOW_MS + 9 * DAY_MS, { seed: `q${index}`, load: () => 0 }).scheduledDays,
      ),
    );
    expect(days.size).toBeGreaterThan(3);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayStart, dayStarts, localDay } from '../../../core/day.ts';
import { quartilesOf, timesByKind } from '../../../core/practice/answer-times.ts';
import { lowestShares } from '../../../core/practice/hardest.ts';
import { LevelTracker } from '../../../core/practice/level-tracker.ts';
import { priorFromSelf } from '../../../core/practice/observed-level.ts';
import { answersToGo, MOST_ANSWERS } from '../../../core/practice/readiness.ts';
import { type RepetitionsOfDay, retentionOf, retentionOverTime, wilson } from '../../../core/practice/retention.ts';
import { rhythmOf } from '../../../core/practice/rhythm.ts';
import { periodStart, rangeStart } from '../../../core/practice/statistics-range.ts';
import { heatStep, heatWeeks } from '../../../renderer/features/progress/heat-weeks.ts';

const DAY_MS = 86_400_000;

/** Days as a line: x practised, . not; the last is today. */
const rhythm = (line: string) => rhythmOf([...line].map((one) => one === 'x'));

describe('the rhythm', () => {
  it.each([
    ['nothing', '', 0, 0],
    ['one day', 'x', 1, 1],
    ['days in a row', 'xxx', 3, 3],
    ['a free day within', 'xxx.xx', 5, 5],
    ['two free days in a row', 'xxx..xx', 2, 3],
    ['two free days within seven', 'xxx.xx.xx', 2, 5],
    ['a free day a week, for weeks', 'xxxxxx.xxxxxx.xxxxxx', 18, 18],
    ['today not practised yet', 'xxx.', 3, 3],
    ['yesterday free and today not yet', 'xxx..', 3, 3],
    ['two days free and today not yet', 'xxx...', 0, 3],
    ['free days before the first do not count', '..x', 1, 1],
  ])('counts the days of %s', (_, line, run, longestRun) => {
    expect(rhythm(line)).toMatchObject({ run, longestRun });
  });

  it('counts the days practised of the last 7 and 28, today among them', () => {
    const line = `${'x'.repeat(30)}.......x`;
    expect(rhythm(line)).toMatchObject({ last7: 1, last28: 21, practisedToday: true });
  });

  it('never takes from the longest run what a further day adds', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.boolean(), (days, next) => {
        const [before, after] = [rhythmOf(days), rhythmOf([...days, next])];
        expect(after.longestRun).toBeGreaterThanOrEqual(before.longestRun);
        expect(after.run).toBeLessThanOrEqual(after.longestRun);
        expect(after.run).toBeLessThanOrEqual([...days, next].filter(Boolean).length);
      }),
    );
  });
});

describe('days and ranges', () => {
  it('follow the local calendar, one after the other without a hole, also over a change of the clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }), fc.integer({ min: 0, max: 400 }), (fromMs, days) => {
        const starts = dayStarts(fromMs, dayStart(fromMs, days));
        expect(starts).toHaveLength(days + 2);
        expect(starts[0]).toBeLessThanOrEqual(fromMs);
        for (const [index, start] of starts.entries()) {
          expect(new Date(start).getHours()).toBe(0);
          if (index > 0) expect(localDay(start - 1)).toBe(localDay(starts[index - 1] ?? 0));
        }
      }),
    );
  });

  it('hold as many local days as their name says, today among them', () => {
    const nowMs = new Date(2027, 4, 20, 15).getTime();
    expect(rangeStart('30', nowMs)).toBe(new Date(2027, 3, 21).getTime());
    expect(rangeStart('all', nowMs)).toBe(0);
    expect(periodStart('90', nowMs)).toBe(new Date(2027, 4, 17).getTime());
    expect(periodStart('year', nowMs)).toBe(new Date(2027, 4, 1).getTime());
  });
});

describe('the heat map', () => {
  it('ends today, holds a year, starts weeks on Monday and names the week in which a month begins', () => {
    const weeks = heatWeeks([{ day: '2027-05-18', answers: 7, minutes: 21 }], '2027-05-20');
    expect(weeks).toHaveLength(53);
    expect(weeks.at(-1)?.days.map(({ day, answers }) => [day, answers])).toEqual([
      ['2027-05-17', 0],
      ['2027-05-18', 7],
      ['2027-05-19', 0],
      ['2027-05-20', 0],
    ]);
    const days = weeks.flatMap((week) => week.days);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    expect(days.length).toBe(52 * 7 + 4);
    expect(weeks.filter(({ month }) => month !== null).length).toBeGreaterThanOrEqual(12);
    expect(weeks.find(({ days: inWeek }) => inWeek.some(({ day }) => day === '2027-05-01'))?.month).toBe('May');
  });

  it('has five steps of colour', () => {
    expect([0, 1, 4, 5, 9, 10, 19, 20, 300].map(heatStep)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });
});

const day = (startMs: number, part: Partial<RepetitionsOfDay>): RepetitionsOfDay => ({
  startMs,
  young: 0,
  youngKnown: 0,
  mature: 0,
  matureKnown: 0,
  desired: 0,
  ...part,
});

describe('true retention', () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('has Wilson’s interval for %d of %d', (known, total, low, high) => {
    const share = wilson(known, total);
    expect(share.low).toBeCloseTo(low, 3);
    expect(share.high).toBeCloseTo(high, 3);
  });

  it('says nothing under 20 repetitions, for all and for each class', () => {
    const few = retentionOf([day(0, { young: 19, youngKnown: 19, desired: 17.1 })]);
    expect([few.all, few.young, few.mature, few.repetitions]).toEqual([null, null, null, 19]);
    const some = retentionOf([day(0, { young: 19, youngKnown: 15, mature: 21, matureKnown: 20, desired: 36 })]);
    expect(some.all).toMatchObject({ known: 35, total: 40 });
    expect([some.young, some.mature?.share]).toEqual([null, 20 / 21]);
    expect(some.desired).toBeCloseTo(0.9);
  });

  it('is put together by week in short ranges and by month in long ones, periods without repetitions left out', () => {
    const at = (month: number, date: number) => day(new Date(2027, month, date).getTime(), { young: 20, youngKnown: 18, desired: 18 });
    const days = [at(0, 4), at(0, 10), at(0, 11), at(2, 1), day(new Date(2027, 1, 1).getTime(), {})];
    expect(retentionOverTime(days, '90').map(({ repetitions }) => repetitions)).toEqual([40, 20, 20]);
    expect(retentionOverTime(days, 'year').map(({ startMs, repetitions }) => [localDay(startMs), repetitions])).toEqual([
      ['2027-01-01', 60],
      ['2027-03-01', 20],
    ]);
  });
});

describe('time per answer', () => {
  it('has the quartiles of Hyndman and Fan’s type 7', () => {
    expect(quartilesOf([7])).toEqual({ lower: 7, median: 7, upper: 7 });
    expect(quartilesOf([10, 1, 4, 2])).toEqual({ lower: 1.75, median: 3, upper: 5.5 });
  });

  it('is told by kind from five answers on, against what the questions allow', () => {
    const answers = [60, 90, 120, 150, 900].map((seconds) => ({ kind: 'choice' as const, durationMs: seconds * 1000, timeLimitSec: 120 }));
    const [choice, recall] = timesByKind([...answers, { kind: 'recall', durationMs: 5000, timeLimitSec: 60 }]);
    expect(choice).toMatchObject({ kind: 'choice', answers: 5, seconds: { median: 120 }, limitSec: 120, inTime: 0.6 });
    expect(recall).toMatchObject({ kind: 'recall', seconds: null });
  });
});

describe('the hardest questions', () => {
  it('are those with the least of their points, unscored answers left out', () => {
    const answers = [
      { questionId: 'a', share: 0.5 },
      { questionId: 'a', share: 0.1 },
      { questionId: 'b', share: 0.2 },
      { questionId: 'c', share: 1 },
      { questionId: 'd', share: null },
    ];
    expect(lowestShares(answers, 5).map(({ questionId, share, answers: count }) => [questionId, share, count])).toEqual([
      ['b', 0.2, 1],
      ['a', 0.3, 2],
    ]);
    expect(lowestShares(answers, 1)).toHaveLength(1);
  });
});

describe('answers to go until a level is shown', () => {
  const prior = priorFromSelf(null, null);
  const belief = (shares: readonly number[], level = 3) => {
    const tracker = LevelTracker.start(prior);
    for (const share of shares) tracker.take({ share, level, points: 3, falseCredit: 0.18, answeredAtMs: DAY_MS });
    return tracker.belief();
  };
  const toGo = (required: number, shares: readonly number[]) =>
    answersToGo([{ competencyId: 'l.a', required, belief: belief(shares) }], 2 * DAY_MS).levels[0];

  it('are a range that begins with the one who answers above the requirement, and the same each time', () => {
    const fresh = toGo(3, []);
    expect(fresh?.low).toBeGreaterThan(3);
    expect(fresh?.low).toBeLessThan(fresh?.high ?? 0);
    expect(fresh?.high).toBeLessThanOrEqual(MOST_ANSWERS);
    expect(toGo(3, [])).toEqual(fresh);
  });

  it('are none once the lower end of the band is half a level under the requirement, but never before ten answers', () => {
    expect(toGo(2, new Array(20).fill(1))).toBeUndefined();
    expect(toGo(2, new Array(8).fill(1))).toMatchObject({ low: 2, high: 2 });
  });

  it('are fewer after good answers and more after bad ones', () => {
    const [good, none, bad] = [toGo(4, new Array(4).fill(1)), toGo(4, []), toGo(4, new Array(4).fill(0))];
    expect(good?.low).toBeLessThan(none?.low ?? 0);
    expect(bad?.low).toBeGreaterThan(none?.low ?? 99);
  });

  it('add up over the levels, the longest first', () => {
    const { levels, low, high } = answersToGo(
      [
        { competencyId: 'l.a', required: 2, belief: belief([]) },
        { competencyId: 'l.b', required: 4, belief: belief([0, 0, 0]) },
      ],
      2 * DAY_MS,
    );
    expect(levels.map(({ competencyId }) => competencyId)).toEqual(['l.b', 'l.a']);
    expect([low, high]).toEqual([levels.reduce((sum, one) => sum + one.low, 0), levels.reduce((sum, one) => sum + one.high, 0)]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedAnswers, type GivenAnswer } from '../../../core/practice/counted-answers.ts';
import { type CountedAnswer, LevelTracker, type Prior } from '../../../core/practice/level-tracker.ts';
import {
  believe,
  believeNext,
  levelHistory,
  observedAt,
  observedOver,
  priorFromSelf,
  priorsFromRatings,
} from '../../../core/practice/observed-level.ts';
import { heatKernel, widen } from '../../../core/practice/widening.ts';

const DAY_MS = 86_400_000;
const NOON_MS = new Date(2027, 0, 4, 12).getTime();
const NOBODY = priorFromSelf(null, null);

function answered(part: Partial<CountedAnswer> = {}): CountedAnswer {
  return { share: 1, level: 3, points: 3, falseCredit: 0.18, answeredAtMs: NOON_MS, ...part };
}

const anyAnswer = fc.record({
  share: fc.constantFrom(0, 0.25, 1 / 3, 0.5, 0.8, 1),
  level: fc.integer({ min: 1, max: 5 }),
  points: fc.integer({ min: 1, max: 6 }),
  falseCredit: fc.constantFrom(0.02, 0.18, 1 / 3),
});
/** Answers in order of time, from minutes to years apart. */
const anyLog = fc
  .array(fc.tuple(anyAnswer, fc.constantFrom(0, 1 / 1440, 0.1, 1, 7, 40, 400)), { minLength: 1, maxLength: 25 })
  .map((steps) => {
    let atMs = NOON_MS;
    return steps.map(([answer, days]) => {
      atMs += days * DAY_MS;
      return { ...answer, answeredAtMs: atMs };
    });
  });
const anyPrior = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 5 })), fc.option(fc.integer({ min: 0, max: 5 })))
  .map(([self, own]) => priorFromSelf(self, own));

/** The formula of the methods notes, written down once more: all answers at once, no time between them. */
function atOnce(answers: readonly CountedAnswer[], prior: Prior): { readonly mean: number; readonly variance: number } {
  const shrink = 1 / Math.sqrt(1 + 0.75 / Math.PI ** 2);
  const grid = Array.from({ length: 121 }, (_, index) => -6 + index / 10);
  const logs = grid.map((theta) => {
    let log = -((theta - prior.mean) ** 2) / (2 * prior.variance);
    for (const { share, level, points, falseCredit } of answers) {
      const p = falseCredit + (0.98 - falseCredit) / (1 + Math.exp(shrink * (level - theta)));
      log += Math.min(3, points) * (share * Math.log(p) + (1 - share) * Math.log(1 - p));
    }
    return log;
  });
  const weights = logs.map((log) => Math.exp(log - Math.max(...logs)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const expectation = (of: (theta: number) => number): number =>
    grid.reduce((sum, theta, index) => sum + of(theta) * (weights[index] ?? 0), 0) / total;
  const mean = expectation((theta) => theta);
  return { mean, variance: expectation((theta) => (theta - mean) ** 2) };
}

describe('the prior', () => {
  it('is the own mean, moved by 0.30 of what the self-rating differs from it', () => {
    expect(priorFromSelf(5, null).mean).toBeCloseTo(3.25, 9);
    expect(priorFromSelf(5, null).variance).toBeCloseTo(2.0475, 9);
    expect(priorFromSelf(null, 4).mean).toBe(4);
    const priorOf = priorsFromRatings(
      new Map([
        ['a', { value: 2 }],
        ['b', { value: 4 }],
      ]),
    );
    expect([priorOf('a').mean, priorOf('b').mean, priorOf('c').mean]).toEqual([3 - 0.3, 3 + 0.3, 3]);
  });
});

describe('the observed level', () => {
  it('rises with right answers, falls with wrong ones, and narrows with every one', () => {
    const runs = [0, 0.5, 1].map((share) =>
      observedAt(
        believe(
          Array.from({ length: 10 }, () => answered({ share })),
          NOBODY,
        ),
        NOON_MS,
      ),
    );
    expect(runs[0]?.level.mean).toBeLessThan(runs[1]?.level.mean ?? 0);
    expect(runs[1]?.level.mean).toBeLessThan(runs[2]?.level.mean ?? 0);
    for (const { level } of runs) expect(level.variance).toBeLessThan(NOBODY.variance);
  });

  it('of answers given at one moment is what the formula gives for all at once', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { minLength: 1, maxLength: 20 }), anyPrior, (answers, prior) => {
        const now = answers.map((answer) => answered(answer));
        const { mean, variance } = atOnce(now, prior);
        const { level } = observedAt(believe(now, prior), NOON_MS);
        expect(level.mean).toBeCloseTo(Math.min(5, Math.max(0, mean)), 9);
        expect(level.variance).toBeCloseTo(variance, 9);
      }),
    );
  });

  it('goes on from what was kept exactly as if all answers were taken again', () => {
    fc.assert(
      fc.property(anyLog, anyPrior, (log, prior) => {
        const all = believe(log, prior);
        const kept = JSON.parse(JSON.stringify(believe(log.slice(0, -1), prior)));
        expect(believeNext(kept, log.at(-1) ?? answered())).toEqual(all);
        expect(all.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 60 },
    );
  });
});

describe('idle time', () => {
  const belief = believe(
    Array.from({ length: 12 }, (_, index) => answered({ level: 3, share: index % 2 })),
    NOBODY,
  );
  const idle = (days: number) => observedAt(belief, NOON_MS + days * DAY_MS).level;

  it('adds 0.0023 a day to the variance, also for a minute, and leaves the mean', () => {
    for (const days of [1 / 1440, 1, 30, 100]) {
      // Nothing of this belief is near the grid's ends.
      expect(idle(days).variance - idle(0).variance).toBeCloseTo(0.0023 * days, 6);
      expect(idle(days).mean).toBeCloseTo(idle(0).mean, 6);
    }
    expect(idle(100).low).toBeLessThan(idle(0).low);
    expect(idle(100).high).toBeGreaterThan(idle(0).high);
  });

  it('makes a level no less known than a stranger’s: sd 1.5', () => {
    // The grid's ends keep it a little under 1.5².
    expect(idle(20_000).variance).toBeLessThanOrEqual(2.25);
    expect(idle(20_000).variance).toBeGreaterThan(2.15);
    expect(idle(40_000).variance).toBe(idle(20_000).variance);
  });

  it('lets a level at the grid’s upper end go one way only: down', () => {
    const top = believe(
      Array.from({ length: 10 }, () => answered({ level: 5 })),
      NOBODY,
    );
    const [now, later] = [observedAt(top, NOON_MS).level, observedAt(top, NOON_MS + 200 * DAY_MS).level];
    expect(later.low).toBeLessThan(now.low);
    expect(later.variance).toBeGreaterThan(now.variance);
    expect(later.variance).toBeLessThan(now.variance + 200 * 0.0023);
  });

  it('before an answer makes that answer count more', () => {
    const wrong = (days: number) => {
      const atMs = NOON_MS + days * DAY_MS;
      return observedAt(believeNext(belief, answered({ share: 0, answeredAtMs: atMs })), atMs).level.mean;
    };
    expect(wrong(365)).toBeLessThan(wrong(0));
  });

  it('before the first answer changes nothing: a prior is of today', () => {
    expect(observedAt(believe([], NOBODY), NOON_MS).level).toEqual(observedAt(believe([], NOBODY), 0).level);
  });
});

describe('the heat kernel', () => {
  it('has the values of the modified Bessel functions', () => {
    // Abramowitz & Stegun, table 9.8: e^(−x) I0(x) and e^(−x) I1(x).
    expect(heatKernel(1)[0]).toBeCloseTo(0.4657596076, 9);
    expect(heatKernel(1)[1]).toBeCloseTo(0.2079104154, 9);
    expect(heatKernel(5)[0]).toBeCloseTo(0.1835408126, 9);
    expect(heatKernel(5)[1]).toBeCloseTo(0.1639722669, 9);
  });

  it('is a distribution with exactly the variance asked for, from milliseconds to years', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 2.36, noNaN: true }), (exponent) => {
        const variance = 10 ** exponent;
        const kernel = heatKernel(variance);
        expect(kernel.reduce((sum, share, n) => sum + (n === 0 ? 1 : 2) * share, 0)).toBeCloseTo(1, 12);
        expect(kernel.reduce((sum, share, n) => sum + 2 * n * n * share, 0) / variance).toBeCloseTo(1, 4);
      }),
    );
  });

  it('widens twice as it widens once by the sum, and loses nothing over the ends', () => {
    const variance = fc.double({ min: 1e-6, max: 110, noNaN: true });
    fc.assert(
      fc.property(variance, variance, fc.integer({ min: 0, max: 120 }), (a, b, place) => {
        const start = Float64Array.from({ length: 121 }, (_, index) => (index === place ? 1 : 0));
        const [twice, once] = [start.slice(), start.slice()];
        widen(twice, a);
        widen(twice, b);
        widen(once, a + b);
        for (const [index, weight] of once.entries()) expect(twice[index]).toBeCloseTo(weight, 10);
        expect(once.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what the answers alone say', () => {
  it('is nothing without answers', () => {
    expect(observedAt(believe([], NOBODY), NOON_MS).alone).toBeNull();
  });

  it('gives the observed level when it is combined with the prior', () => {
    const log = [answered(), answered({ share: 0, level: 4 }), answered({ level: 2 })];
    const { mean, variance } = atOnce(log, NOBODY);
    const start = atOnce([], NOBODY);
    const { alone } = observedAt(believe(log, NOBODY), NOON_MS);
    expect(1 / (alone?.variance ?? 0) + 1 / start.variance).toBeCloseTo(1 / variance, 9);
    expect((alone?.value ?? 0) / (alone?.variance ?? 1) + start.mean / start.variance).toBeCloseTo(mean / variance, 9);
  });

  it('no longer takes out what time has worn off the prior: two priors lead to one value', () => {
    const year = Array.from({ length: 120 }, (_, index) =>
      answered({ share: index % 3 ? 1 : 0, answeredAtMs: NOON_MS + index * 3 * DAY_MS }),
    );
    const [low, high] = [0, 5].map((own) => observedAt(believe(year, priorFromSelf(null, own)), NOON_MS + 360 * DAY_MS));
    expect(Math.abs((low?.alone?.value ?? 0) - (high?.alone?.value ?? 9))).toBeLessThan(0.02);
    // Taking the whole prior out again would set them apart.
    const whole = [low, high].map((one, index) => {
      const start = LevelTracker.start(priorFromSelf(null, index * 5)).at(0).level;
      const precision = 1 / (one?.level.variance ?? 1);
      return ((one?.level.mean ?? 0) * precision - start.mean / start.variance) / (precision - 1 / start.variance);
    });
    expect(Math.abs((whole[0] ?? 0) - (whole[1] ?? 0))).toBeGreaterThan(0.1);
  });

  it('is worth less the longer it is ago, and never contradicts the sign of the answers', () => {
    const belief = believe(
      Array.from({ length: 10 }, () => answered({ level: 4 })),
      NOBODY,
    );
    const variances = [0, 100, 200].map((days) => observedAt(belief, NOON_MS + days * DAY_MS).alone?.variance ?? 0);
    expect(variances[1]).toBeGreaterThan(variances[0] ?? 9);
    expect(variances[2]).toBeGreaterThan(variances[1] ?? 9);
    expect(observedAt(belief, NOON_MS + 200 * DAY_MS).alone?.value).toBeGreaterThan(2.5);
  });
});

describe('the level over time', () => {
  it('is at each time what the answers until then say', () => {
    fc.assert(
      fc.property(anyLog, anyPrior, fc.array(fc.integer({ min: -10, max: 3000 }), { maxLength: 8 }), (log, prior, days) => {
        const times = days.sort((a, b) => a - b).map((day) => NOON_MS + day * DAY_MS);
        const expected = times.map((atMs) => {
          const until = log.filter(({ answeredAtMs }) => answeredAtMs <= atMs);
          return until.length === 0 ? null : observedAt(believe(until, prior), atMs);
        });
        expect(observedOver(log, prior, times)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('has a point for the end of each day with counted answers, and today’s, which is wider', () => {
    const log = [0, 60_000, 5 * DAY_MS].map((laterMs) => answered({ share: laterMs === 0 ? 1 : 0, answeredAtMs: NOON_MS + laterMs }));
    const points = levelHistory(log, NOBODY, NOON_MS + 40 * DAY_MS);
    expect(points.map(({ atMs, answers }) => [(atMs - NOON_MS) / DAY_MS, answers])).toEqual([
      [60_000 / DAY_MS, 2],
      [5, 3],
      [40, 3],
    ]);
    expect(points[2]?.variance).toBeCloseTo((points[1]?.variance ?? 0) + 35 * 0.0023, 3);
    expect(levelHistory([], NOBODY, NOON_MS)).toEqual([]);
  });
});

describe('the answers that count', () => {
  const question = {
    id: 'q',
    level: 3,
    keyPoints: [],
    competencies: [
      { id: 'l.a', weight: 1 },
      { id: 'l.touched', weight: 0.4 },
    ],
  };
  const given = (day: number, part: Partial<GivenAnswer> = {}): GivenAnswer => ({
    questionId: 'q',
    answeredAtMs: day * DAY_MS,
    share: 1,
    checkedBy: 'person',
    ...part,
  });
  const days = (answers: readonly GivenAnswer[]) =>
    countedAnswers(answers, new Map([['q', question]]))
      .get('l.a')
      ?.map(({ answeredAtMs }) => answeredAtMs / DAY_MS);

  it('are a question’s first, and repeats after 30 days unseen', () => {
    expect(days([given(0), given(10), given(39.9), given(69.9)])).toEqual([0, 69.9]);
    expect(days([given(0), given(10), given(45)])).toEqual([0, 45]);
  });

  it('do not include one that was not scored, which was seen all the same', () => {
    expect(days([given(0, { share: null }), given(10), given(45)])).toEqual([45]);
  });

  it('say nothing of competencies the question only touches', () => {
    expect([...countedAnswers([given(0)], new Map([['q', question]])).keys()]).toEqual(['l.a']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedAnswer } from '../../../core/practice/level-tracker.ts';
import { believe, levelHistory, observedAt, priorFromSelf, priorsFromRatings } from '../../../core/practice/observed-level.ts';
import { levelsOverTime } from '../../../core/role/observed-levels.ts';
import {
  newestOf,
  observeCompetencies,
  type PersonRecord,
  personLevelsAt,
  personLevelsOver,
  type RecordedRating,
  turningPoints,
} from '../../../core/role/person-record.ts';

const DAY = 24 * 3_600_000;

function rating(part: Partial<RecordedRating>): RecordedRating {
  return {
    subject: 'skill',
    subjectId: 'a',
    level: 3,
    source: 'self',
    withWords: true,
    raw: null,
    reasons: [],
    documentId: null,
    ratedAtMs: 0,
    ...part,
  };
}

function record(part: Partial<PersonRecord>): PersonRecord {
  return {
    ratings: [],
    statements: [],
    gaps: [],
    caveats: [],
    answers: { beliefs: new Map(), counted: () => new Map(), readAtMs: 0 },
    merged: new Map(),
    ...part,
  };
}

describe('levels at a time', () => {
  it('follow from what was known then: a newer own rating replaces the one before only from its day on', () => {
    const known = record({ ratings: [rating({ level: 2, ratedAtMs: 1 * DAY }), rating({ level: 4, ratedAtMs: 5 * DAY })] });
    expect(personLevelsAt(known, 0).skills.has('a')).toBe(false);
    expect(personLevelsAt(known, 2 * DAY).skills.get('a')?.mean).toBe(2);
    expect(personLevelsAt(known, 5 * DAY).skills.get('a')?.mean).toBe(4);
    expect(personLevelsAt(known).skills.get('a')?.mean).toBe(4);
  });

  it('hold what a document says at 2 while a gap about it is open, and no longer than that', () => {
    const known = record({
      statements: [{ skillId: 'a', stance: 'built', hasScale: true, sinceMs: 0 }],
      gaps: [{ skills: ['a'], status: 'closed', createdAtMs: 0, changedAtMs: 4 * DAY }],
    });
    expect(personLevelsAt(known, 1 * DAY).skills.get('a')?.mean).toBe(2);
    // Built, with a number that says how big: 3.5 + 0.5.
    expect(personLevelsAt(known, 4 * DAY).skills.get('a')?.mean).toBe(4);
  });

  it('answer a skill that was merged away by the one it became', () => {
    const known = record({ ratings: [rating({ subjectId: 'b', level: 5 })], merged: new Map([['a', 'b']]) });
    expect(personLevelsAt(known).skills.get('a')?.mean).toBe(5);
  });
});

function answersOn(...days: number[]): CountedAnswer[] {
  return days.map((day, index) => ({ share: index % 2, level: 3, points: 3, falseCredit: 0.18, answeredAtMs: day * DAY }));
}

/** As the database would give it: today's beliefs follow from the answers and the ratings. */
function practised(ratings: readonly RecordedRating[], answers: Record<string, CountedAnswer[]>, readAtMs: number): PersonRecord {
  const counted = new Map(Object.entries(answers));
  const priorOf = priorsFromRatings(observeCompetencies(newestOf(ratings)));
  const beliefs = new Map([...counted].map(([id, list]) => [id, believe(list, priorOf(id))]));
  return record({ ratings, answers: { beliefs, counted: () => counted, readAtMs } });
}

describe('observed levels at a time', () => {
  const ten = Array.from({ length: 10 }, (_, index) => index + 1);

  it('are of the answers given until then, idle since the last one', () => {
    const answers = answersOn(...ten, 50);
    const known = practised([], { 'l.a': answers, 'l.b': answersOn(40) }, 100 * DAY);
    const then = personLevelsAt(known, 30 * DAY);
    expect([...then.answers.keys()]).toEqual(['l.a']);
    const { level, alone } = observedAt(believe(answers.slice(0, 10), priorFromSelf(null, null)), 30 * DAY);
    expect(then.observed.get('l.a')).toBe(level.mean);
    expect(then.answers.get('l.a')).toMatchObject({ ...alone, source: 'answers', reason: '10 counted answers.' });
  });

  it('are said from ten answers on, and count as a sign before', () => {
    const known = practised([], { 'l.a': answersOn(...ten.slice(1)) }, 100 * DAY);
    expect(personLevelsAt(known).observed.has('l.a')).toBe(false);
    expect(personLevelsAt(known).answers.has('l.a')).toBe(true);
  });

  it('start from the own ratings as they stood then, and the same in one pass as one by one', () => {
    const day = fc.integer({ min: 0, max: 400 });
    const ratings = fc
      .array(fc.record({ subjectId: fc.constantFrom('l.a', 'l.b', 'l.c'), level: fc.integer({ min: 0, max: 5 }), day }), { maxLength: 6 })
      .map((list) =>
        list
          .sort((a, b) => a.day - b.day)
          .map(({ subjectId, level, day: on }) => rating({ subject: 'competency', subjectId, level, ratedAtMs: on * DAY })),
      );
    const days = fc.array(day, { minLength: 1, maxLength: 15 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(ratings, days, days, days, (rated, a, b, asked) => {
        const known = practised(rated, { 'l.a': answersOn(...a), 'l.b': answersOn(...b) }, 400 * DAY);
        const times = asked.map((one) => one * DAY);
        const over = personLevelsOver(known, times);
        for (const [index, atMs] of times.entries()) {
          const until = (list: readonly CountedAnswer[]) => list.filter(({ answeredAtMs }) => answeredAtMs <= atMs);
          const then = practised(
            rated.filter(({ ratedAtMs }) => ratedAtMs <= atMs),
            Object.fromEntries(
              Object.entries({ 'l.a': until(answersOn(...a)), 'l.b': until(answersOn(...b)) }).filter(([, list]) => list.length > 0),
            ),
            atMs,
          );
          expect(over[index]).toEqual(personLevelsAt(then));
        }
        expect(personLevelsAt(known, 400 * DAY)).toEqual(personLevelsAt(known));
      }),
      { numRuns: 40 },
    );
  });

  it('have a history with today’s prior, which ends in what is believed today', () => {
    const answers = answersOn(1, 2, 9);
    const known = practised(
      [rating({ subject: 'competency', subjectId: 'l.a', level: 5, ratedAtMs: 3 * DAY })],
      { 'l.a': answers },
      30 * DAY,
    );
    const points = levelsOverTime(known).get('l.a');
    expect(points).toEqual(levelHistory(answers, priorFromSelf(5, 5), 30 * DAY));
    expect(points?.map(({ answers: count }) => count)).toEqual([1, 2, 3, 3]);
  });
});

describe('turning points', () => {
  it('are the days on which something became known, oldest first', () => {
    const known = record({
      ratings: [rating({ ratedAtMs: 3 * DAY }), rating({ ratedAtMs: 3 * DAY + 60_000 }), rating({ ratedAtMs: DAY })],
    });
    expect(turningPoints(known, 10)).toEqual([DAY, 3 * DAY + 60_000]);
  });

  it('are also the days of answers that counted', () => {
    expect(turningPoints(practised([], { 'l.a': answersOn(2, 4) }, 9 * DAY), 10)).toEqual([2 * DAY, 4 * DAY]);
  });

  it('are no more than asked for; the first and the last are always there', () => {
    const known = record({ ratings: Array.from({ length: 30 }, (_, day) => rating({ ratedAtMs: day * DAY })) });
    const points = turningPoints(known, 5);
    expect(points).toHaveLength(5);
    expect([points[0], points.at(-1)]).toEqual([0, 29 * DAY]);
  });

  it('of somebody nothing is known of are none', () => {
    expect(turningPoints(record({}), 5)).toEqual([]);
  });
});

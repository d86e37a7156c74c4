import { describe, expect, it } from 'vitest';
import { type PersonRecord, personLevelsAt, type RecordedRating, turningPoints } from '../../../core/role/person-record.ts';

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

describe('turning points', () => {
  it('are the days on which something became known, oldest first', () => {
    const known = record({
      ratings: [rating({ ratedAtMs: 3 * DAY }), rating({ ratedAtMs: 3 * DAY + 60_000 }), rating({ ratedAtMs: DAY })],
    });
    expect(turningPoints(known, 10)).toEqual([DAY, 3 * DAY + 60_000]);
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

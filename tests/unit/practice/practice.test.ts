import { describe, expect, it } from 'vitest';
import { type KeyPoint, type Question, questionSchema } from '../../../core/content/question.ts';
import { checkExactly, EMPTY_ANSWER, shuffled } from '../../../core/practice/answer.ts';
import { bandOf, checkKeyPoints, type PointCheck } from '../../../core/practice/key-points.ts';
import { readNumber } from '../../../core/practice/numbers.ts';
import { buildQueue, type Candidate } from '../../../core/practice/queue.ts';
import { createScheduler, newSchedule } from '../../../core/practice/schedule.ts';
import { DEFAULT_SCHEDULING } from '../../../core/practice/scheduling.ts';

const DAY_MS = 86_400_000;

describe('the schedule', () => {
  it('shows FSRS-6’s first steps and keeps them when the grade is given', () => {
    const { review, previewIntervals } = createScheduler({ ...DEFAULT_SCHEDULING, learningStepsMin: [1, 10] });
    const fresh = newSchedule(0);
    // Learning steps 1 and 10 minutes; easy leaves learning with the initial stability w[3] = 8.2956 → 8 days.
    expect(previewIntervals(fresh, 0)).toEqual({ again: 60_000, hard: 360_000, good: 600_000, easy: 8 * DAY_MS });
    expect(review(fresh, 'easy', 0)).toMatchObject({ state: 'review', dueAtMs: 8 * DAY_MS, reps: 1 });
    expect(review(fresh, 'easy', 0).stability).toBeCloseTo(8.2956, 4);
  });
});

describe('the queue', () => {
  const candidate = (questionId: string, competencyId: string, family: string | null = null): Candidate => ({
    questionId,
    competencyId,
    family,
    level: 3,
  });
  const due = (...list: Candidate[]) => list.map((one) => ({ ...one, why: 'due' as const }));
  const options = { size: 4, maxPerCompetency: 2, askedFamilies: null };

  it('takes what is due first and then the biggest gap, never two of one competency in a row where that can be avoided', () => {
    const fresh = [[candidate('n1', 'l.big'), candidate('n2', 'l.big')]];
    const queue = buildQueue(due(candidate('late', 'l.small'), candidate('d', 'l.small')), fresh, options);
    expect(queue.map(({ questionId }) => questionId)).toEqual(['late', 'n1', 'd', 'n2']);
    expect(queue.map(({ why }) => why)).toEqual(['due', 'gap', 'due', 'gap']);
  });

  it('takes one of each competency before the second of any, never more than asked', () => {
    const fresh = ['l.a', 'l.b', 'l.c'].map((id) => [candidate(`${id}.1`, id), candidate(`${id}.2`, id), candidate(`${id}.3`, id)]);
    const ids = buildQueue([], fresh, options).map(({ questionId }) => questionId);
    expect(ids).toEqual(['l.a.1', 'l.b.1', 'l.c.1', 'l.a.2']);
    expect(buildQueue([], fresh, { ...options, size: 50 })).toHaveLength(6);
  });

  it('asks one of siblings a day, unless siblings may come together', () => {
    const siblings = [candidate('s1', 'l.a', 'f'), candidate('s2', 'l.a', 'f'), candidate('other', 'l.a', 'g')];
    const ids = (askedFamilies: ReadonlySet<string> | null) =>
      buildQueue(due(...siblings), [], { ...options, askedFamilies }).map(({ questionId }) => questionId);
    expect(ids(new Set())).toEqual(['s1', 'other']);
    expect(ids(new Set(['f']))).toEqual(['other']);
    expect(ids(null)).toEqual(['s1', 's2', 'other']);
  });
});

function point(aliases: string[], part: Partial<KeyPoint> = {}): KeyPoint {
  return { id: 'p', weight: 1, essential: true, text: { en: 'the point' }, aliases: { en: aliases }, ...part };
}

describe('checking a typed answer', () => {
  const padding = 'Well, in my view of the whole affair one would have to begin by saying this much:';
  const state = (answer: string, aliases: string[], prompt = '', part: Partial<KeyPoint> = {}) =>
    checkKeyPoints(answer, [point(aliases, part)], prompt)[0]?.state;

  it.each([
    ['stems', `${padding} it replicates blocks.`, ['replication of blocks', 'replicate blocks'], 'found'],
    ['a prefix', `${padding} the doubling costs.`, ['doubl*'], 'found'],
    ['words up to four apart', `${padding} established old flows still pass.`, ['established ... pass'], 'found'],
    ['words too far apart', `${padding} established one two three four five six pass.`, ['established ... pass'], 'not-detected'],
    ['both in one sentence', `${padding} new ones are what it drops.`, ['drop* & new'], 'found'],
    ['both, but in two sentences', `${padding} it drops. New ones come.`, ['drop* & new'], 'not-detected'],
    ['a denial', `${padding} it does not lose packets.`, ['lose packets'], 'possibly-denied'],
    ['a number with its separator', `${padding} the table holds 1,024 entries.`, ['1,024 entries'], 'found'],
    ['a share with its sign', `${padding} that is 22 % of the calls.`, ['22 % of'], 'found'],
    ['nothing of it', `${padding} something else entirely.`, ['lose packets'], 'not-detected'],
  ])('sees %s', (_what, answer, aliases, expected) => {
    expect(state(answer, aliases)).toBe(expected);
  });

  it('finds nothing in the question echoed, nor in a bare list of terms', () => {
    expect(state(`${padding} what does quorum loss do?`, ['quorum loss'], 'What does quorum loss do?')).toBe('not-detected');
    expect(state('quorum fencing', ['quorum'])).toBe('not-detected');
  });

  it('does not take a point that is itself a denial for denied', () => {
    expect(state(`${padding} it is not persistent.`, ['not persistent'], '', { negOk: true })).toBe('found');
  });
});

describe('the band of a typed answer', () => {
  const points = [point([], { id: 'a' }), point([], { id: 'b', essential: false }), point([], { id: 'c', weight: 3, essential: false })];
  const band = (...states: PointCheck['state'][]) =>
    bandOf(
      points,
      states.map((state, index) => ({ id: 'abc'[index] ?? '', state, span: null, alias: null })),
    );

  it.each([
    ['all found', ['found', 'found', 'found'], 'likely-complete'],
    ['exactly 80 % with all essentials', ['found', 'not-detected', 'found'], 'likely-complete'],
    ['80 % without an essential', ['not-detected', 'found', 'found'], 'check-yourself'],
    ['80 % and a possible denial', ['found', 'possibly-denied', 'found'], 'check-yourself'],
    ['60 %', ['not-detected', 'not-detected', 'found'], 'check-yourself'],
    ['20 %', ['found', 'not-detected', 'not-detected'], 'little-detected'],
    ['nothing', ['not-detected', 'not-detected', 'not-detected'], 'little-detected'],
  ] as const)('with %s', (_what, states, expected) => {
    expect(band(...states)).toBe(expected);
  });

  it('is none without key points', () => {
    expect(bandOf([], [])).toBeNull();
  });
});

describe('numbers as people type them', () => {
  it.each([
    ['420000', 420_000],
    ['420 000', 420_000],
    ['420,000', 420_000],
    ['2,5', 2.5],
    ['about 93 MB/s', 93],
    ['1.5e6', 1_500_000],
    ['3k', 3000],
    ['none', null],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

function question(part: Record<string, unknown>): Question {
  return questionSchema.parse({
    id: 'l.a.q',
    version: 1,
    kind: 'explain',
    level: 3,
    timeLimitSec: 60,
    competencies: [{ id: 'l.a', weight: 1 }],
    prompt: { en: 'p' },
    modelAnswer: { en: 'm' },
    keyPoints: [point(['alias'])],
    followUps: [
      { when: 'always', level: 3, prompt: { en: 'f' } },
      { when: 'missing:p', level: 3, prompt: { en: 'f' } },
    ],
    commonMistakes: [{ en: 'c' }],
    sources: [{ title: 't', ref: 'r' }],
    ...part,
  });
}

describe('exact checks', () => {
  it('names the slip behind a wrong number', () => {
    const estimate = question({
      kind: 'estimate',
      parts: [
        {
          id: 'rate',
          ask: { en: 'rate' },
          unit: 'MB/s',
          value: 93,
          formula: '93',
          tolerance: { full: 0.02, partial: 0.1 },
          slips: [{ value: 744, says: { en: 'bits for bytes' } }],
        },
      ],
    });
    const check = checkExactly(estimate, { ...EMPTY_ANSWER, numbers: { rate: '744' } });
    expect(check).toMatchObject({ share: 0, numbers: [{ credit: 'none', slip: { en: 'bits for bytes' } }] });
    expect(checkExactly(estimate, { ...EMPTY_ANSWER, numbers: { rate: '93.5' } })?.share).toBe(1);
    expect(checkExactly(estimate, EMPTY_ANSWER)).toBeNull();
  });

  it('counts pairs of steps in the right order', () => {
    const order = question({ kind: 'order', steps: ['a', 'b', 'c'].map((id) => ({ id, text: { en: id } })) });
    expect(checkExactly(order, { ...EMPTY_ANSWER, order: ['a', 'c', 'b'] })?.share).toBeCloseTo(2 / 3, 9);
  });

  it('says that a command is right when it is an accepted one, and leaves every other to the person', () => {
    const command = question({ kind: 'command', accepts: ["ip -d link show 'vxlan0'"] });
    expect(checkExactly(command, { ...EMPTY_ANSWER, text: '$ ip  -d link show vxlan0' })?.share).toBe(1);
    expect(checkExactly(command, { ...EMPTY_ANSWER, text: 'ip -details link show vxlan0' })).toBeNull();
  });

  it('never shows the steps in their right order', () => {
    for (let seed = 0; seed < 200; seed += 1) expect(shuffled(['a', 'b', 'c'], `s${seed}`)).not.toEqual(['a', 'b', 'c']);
  });
});

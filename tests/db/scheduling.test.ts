import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { DAY_MS, type ReviewGrade } from '../../core/practice/schedule.ts';
import { DEFAULT_SCHEDULING, type SchedulingSettings } from '../../core/practice/scheduling.ts';
import type { Wanted } from '../../core/practice/wanted.ts';
import { listProfiles } from '../../db/person/profiles.ts';
import { listCards } from '../../db/practice/cards.ts';
import { OpenedApp } from './opened-app.ts';

const START_MS = Date.UTC(2027, 0, 4, 9);
const ROLE = 'multi-dc-sre';
let opened: OpenedApp;

beforeEach(() => {
  opened = new OpenedApp(START_MS);
});
afterEach(() => opened.remove());

const set = (part: Partial<SchedulingSettings>) => opened.caller.practice.setScheduling({ ...DEFAULT_SCHEDULING, ...part });
const due = () => opened.caller.drill.due({ roleId: ROLE });
const cards = () => listCards(opened.app.store.read, listProfiles(opened.app.store.read)[0]?.id ?? 0);

async function start(wanted: Partial<Wanted> = {}): Promise<number> {
  return (await opened.caller.drill.start({ roleId: ROLE, size: 5, ...wanted })).result.sessionId;
}

async function asked(sessionId: number): Promise<string[]> {
  return (await opened.caller.drill.session({ sessionId })).items.map(({ questionId }) => questionId);
}

async function answer(sessionId: number, grade: ReviewGrade, most = 50): Promise<void> {
  for (const questionId of (await asked(sessionId)).slice(0, most)) {
    opened.nowMs += 60_000;
    await opened.caller.drill.grade({ sessionId, questionId, grade, answer: EMPTY_ANSWER, points: [], durationMs: 1000 });
  }
}

/** One question answered again and again, a month between. */
async function answerOften(questionId: string, grades: readonly ReviewGrade[]): Promise<number> {
  let sessionId = 0;
  for (const grade of grades) {
    opened.nowMs += 30 * DAY_MS;
    sessionId = await start({ questionId });
    await answer(sessionId, grade);
  }
  return sessionId;
}

describe('the daily limits', () => {
  it('end the new questions of a day, until the next day or beyond them when asked to', async () => {
    await set({ newPerDay: 3 });
    const first = await start();
    expect(await asked(first)).toHaveLength(3);
    await answer(first, 'good');
    expect(await due()).toMatchObject({ freshToday: 0, dueToday: 0 });
    await expect(start()).rejects.toThrow(/limits allow/);
    expect(await asked(await start({ beyondLimits: true }))).toHaveLength(5);
    opened.nowMs += DAY_MS;
    expect(await due()).toMatchObject({ freshToday: 3 });
  });

  it('end the repetitions of a day; what waits is asked the day after', async () => {
    await set({ newPerDay: 20 });
    await answer(await start({ size: 20 }), 'good');
    await set({ newPerDay: 0, duePerDay: 4 });
    opened.nowMs += 30 * DAY_MS;
    expect(await due()).toMatchObject({ due: 20, dueToday: 4, freshToday: 0 });
    const session = await start({ size: 20 });
    expect(await asked(session)).toHaveLength(4);
    await answer(session, 'good');
    opened.nowMs += DAY_MS;
    expect((await due()).due).toBe(16);
  });
});

describe('a question put aside', () => {
  it('is not asked while it is suspended, and comes back with its schedule', async () => {
    await answer(await start(), 'good');
    const [card] = cards();
    const questionId = card?.questionId ?? '';
    opened.nowMs = (card?.dueAtMs ?? 0) + DAY_MS;
    await opened.caller.practice.suspend({ questionId, suspended: true });
    expect(await asked(await start({ size: 50 }))).not.toContain(questionId);
    expect((await opened.caller.practice.putAside()).map((one) => one.questionId)).toEqual([questionId]);
    await opened.caller.practice.suspend({ questionId, suspended: false });
    expect(await asked(await start({ size: 50 }))).toContain(questionId);
    expect(cards().find((one) => one.questionId === questionId)).toEqual(card);
  });

  it('put off is asked tomorrow, even one never asked before', async () => {
    const [questionId = ''] = await asked(await start());
    await opened.caller.practice.bury({ questionId, buried: true });
    expect(await asked(await start())).not.toContain(questionId);
    opened.nowMs += DAY_MS;
    expect(await asked(await start())).toContain(questionId);
  });
});

describe('a question forgotten again and again', () => {
  it('is marked, says what was missing and offers an easier one; undo takes the mark back, redo sets it again', async () => {
    await set({ leechLapses: 2 });
    const all = await opened.caller.questions.list({ roleId: ROLE });
    const hard = all.find(
      ({ kind, level, competencies: [main] }) =>
        kind === 'explain' && level === 4 && all.some((one) => one.competencies[0]?.id === main?.id && one.level < 4),
    );
    const questionId = hard?.id ?? '';
    const sessionId = await answerOften(questionId, ['good', 'again', 'good', 'again']);
    const marked = await opened.caller.practice.putAside();
    expect(marked).toMatchObject([{ questionId, lapses: 2, leech: { answers: 4 } }]);
    expect(marked[0]?.leech?.forgottenAtMs).toHaveLength(2);
    expect(marked[0]?.leech?.missed[0]?.missed).toBe(4);
    const easier = marked[0]?.leech?.easier ?? '';
    const found = await opened.caller.questions.get({ id: easier });
    expect(found.level).toBeLessThan(4);
    expect(found.competencies[0]?.id).toBe(hard?.competencies[0]?.id);
    await opened.caller.drill.undo({ sessionId });
    expect(await opened.caller.practice.putAside()).toEqual([]);
    await opened.caller.drill.redo({ sessionId });
    expect(await opened.caller.practice.putAside()).toEqual(marked);
    await opened.caller.practice.keepLeech({ questionId });
    expect(await opened.caller.practice.putAside()).toEqual([]);
  });
});

describe('cramming', () => {
  it('asks whether due or not, weakest first, and leaves every schedule as it is, also over undo and redo', async () => {
    const first = await start();
    await answer(first, 'easy', 4);
    const [weakest = ''] = (await asked(first)).slice(4);
    await opened.caller.drill.grade({
      sessionId: first,
      questionId: weakest,
      grade: 'hard',
      answer: EMPTY_ANSWER,
      points: [],
      durationMs: 1,
    });
    const before = cards();
    const sessionId = await start({ cram: true, size: 6 });
    const queue = await asked(sessionId);
    expect(queue[0]).toBe(weakest);
    expect(new Set(queue.slice(0, 5))).toEqual(new Set(before.map(({ questionId }) => questionId)));
    await answer(sessionId, 'again', 2);
    expect(cards()).toEqual(before);
    await opened.caller.drill.undo({ sessionId });
    await opened.caller.drill.redo({ sessionId });
    await opened.caller.drill.undo({ sessionId });
    expect(cards()).toEqual(before);
    expect((await opened.caller.drill.session({ sessionId })).items.filter(({ grade }) => grade !== null)).toHaveLength(1);
  });
});

describe('a session of one’s own', () => {
  it('holds only questions of the levels and kinds wanted', async () => {
    const sessionId = await start({ kinds: ['diagnose', 'estimate'], levels: [4], size: 10 });
    const { items } = await opened.caller.drill.session({ sessionId });
    expect(items.length).toBeGreaterThan(5);
    for (const { kind, level } of items) expect([['diagnose', 'estimate'].includes(kind), level]).toEqual([true, 4]);
  });

  it('of gaps holds questions about their competencies; without any match it says so', async () => {
    const sessionId = await start({ competencyIds: ['net.bgp'], size: 3 });
    expect((await asked(sessionId)).every((id) => id.startsWith('net.') || id.startsWith('rel.') || id.startsWith('mdc.'))).toBe(true);
    await expect(start({ cram: true, tags: ['nobody wrote this'] })).rejects.toThrow(/no question like this/);
  });
});

describe('the interview’s date', () => {
  const setInterview = (interviewOn: string | null) => opened.caller.plan.set({ interviewOn, weeklyHours: 6 });

  it('fits practice into the days left, within the limits, and says what will not fit', async () => {
    expect(await opened.caller.practice.interview({ roleId: ROLE })).toBeNull();
    await set({ newPerDay: 5, duePerDay: 8 });
    await setInterview('2027-01-13');
    const plan = await opened.caller.practice.interview({ roleId: ROLE });
    expect(plan).toMatchObject({ daysLeft: 9, limits: { newPerDay: 5, duePerDay: 8 } });
    expect(plan?.days).toHaveLength(9);
    for (const { due: dueCount, last, fresh } of plan?.days ?? []) {
      expect(dueCount + last).toBeLessThanOrEqual(8);
      expect(fresh).toBeLessThanOrEqual(5);
    }
    expect(plan?.unfit.unseen.length).toBeGreaterThan(20);
    expect(plan?.newPerDayForMusts).toBeGreaterThan(5);
  });

  it('asks musts first, and every one that was seen once more in the last days', async () => {
    await set({ newPerDay: 12, duePerDay: 30 });
    await setInterview('2027-01-09');
    const musts = new Set(
      (await opened.caller.roles.compare({ roleId: ROLE })).layers.flatMap(({ competencies }) =>
        competencies.filter(({ importance }) => importance === 'must').map(({ id }) => id),
      ),
    );
    const answeredOn = new Map<string, number>();
    const lastDays = (await opened.caller.practice.interview({ roleId: ROLE }))?.lastDays ?? 0;
    expect(lastDays).toBe(4);
    for (let day = 0; day < 5; day += 1) {
      const plan = await opened.caller.practice.interview({ roleId: ROLE });
      const today = plan?.days[0];
      const sessionId = await start({ size: 50 });
      const { items } = await opened.caller.drill.session({ sessionId });
      expect(items).toHaveLength((today?.due ?? 0) + (today?.last ?? 0) + (today?.fresh ?? 0));
      for (const { questionId, competencyId } of items) {
        expect(musts).toContain(competencyId);
        answeredOn.set(questionId, day);
      }
      await answer(sessionId, 'good');
      opened.nowMs = START_MS + (day + 1) * DAY_MS;
    }
    expect(answeredOn.size).toBe(60);
    expect(Math.min(...answeredOn.values())).toBeGreaterThanOrEqual(5 - lastDays);
  });
});

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentProfile } from '../../api/context.ts';
import { dayStart, localDay } from '../../core/day.ts';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import type { ReviewGrade } from '../../core/practice/schedule.ts';
import { DEFAULT_SCHEDULING } from '../../core/practice/scheduling.ts';
import { definedStatements } from '../../db/statement.ts';
import { addSampleHistory } from '../../server/sample-history.ts';
import { OpenedApp } from './opened-app.ts';

const START_MS = new Date(2027, 2, 26, 20).getTime();
const DAY_MS = 86_400_000;
const ROLE = 'multi-dc-sre';
let opened: OpenedApp;

beforeEach(() => {
  opened = new OpenedApp(START_MS);
});
afterEach(() => opened.remove());

/** Answers some questions of a new session. @returns the session. */
async function practise(grades: readonly ReviewGrade[], durationMs = 60_000): Promise<number> {
  const { sessionId } = (await opened.caller.drill.start({ roleId: ROLE, size: grades.length })).result;
  const { items } = await opened.caller.drill.session({ sessionId });
  for (const [index, grade] of grades.entries()) {
    opened.nowMs += 60_000;
    const questionId = items[index]?.questionId ?? '';
    await opened.caller.drill.grade({ sessionId, questionId, grade, answer: EMPTY_ANSWER, points: [], durationMs });
  }
  return sessionId;
}

function change(sql: string): void {
  const raw = new Database(join(opened.app.store.dataDir, 'plumbline.db'));
  raw.exec(sql);
  raw.close();
}

const statistics = (range: '30' | '90' | 'year' | 'all' = 'year') => opened.caller.progress.get({ range });

describe('the statistics of practice', () => {
  it('are empty for a new person, and nothing of them is made up', async () => {
    expect(await statistics()).toMatchObject({
      answersEver: 0,
      days: [],
      rhythm: { last7: 0, run: 0, longestRun: 0 },
      retention: { all: null, desired: null, periods: [] },
      times: { kinds: [] },
      calibration: null,
      hardest: { lowest: [], forgotten: [] },
      sessions: [],
    });
    expect(await opened.caller.progress.levels()).toEqual([]);
    expect(await opened.caller.progress.readiness()).toMatchObject({ hasRole: false, minutesEach: null, levels: [] });
  });

  it('count answers and minutes on the local day on which they were given, over a change of the clocks, without what was undone', async () => {
    await practise(['good', 'good', 'good']);
    opened.nowMs = dayStart(START_MS, 2) - 60_000;
    const late = await practise(['good', 'hard']);
    await opened.caller.drill.undo({ sessionId: late });
    opened.nowMs = dayStart(START_MS, 3) + 3_600_000;
    const { days, answers, minutes, daysPractised, rhythm } = await statistics('30');
    expect(days).toEqual([
      { day: localDay(START_MS), answers: 3, minutes: 3 },
      { day: localDay(dayStart(START_MS, 2)), answers: 1, minutes: 1 },
    ]);
    expect([answers, minutes, daysPractised]).toEqual([4, 4, 2]);
    expect(rhythm).toMatchObject({ last7: 2, run: 2, practisedToday: false });
  });

  it('end where the range ends, but know that there was something before', async () => {
    await practise(['good']);
    opened.nowMs += 60 * DAY_MS;
    expect(await statistics('30')).toMatchObject({ answers: 0, answersEver: 1, times: { latest: 0 }, hardest: { lowest: [] } });
    expect(await statistics('90')).toMatchObject({ answers: 1, times: { latest: 1 } });
  });

  it('take for retention what came back in review, without cramming, by the interval it had', async () => {
    await practise(['good', 'good', 'again', 'good', 'good', 'good']);
    const inState = (state: string, days: number): string => `json_set(before, '$.state', '${state}', '$.scheduledDays', ${days})`;
    change(`
      UPDATE reviews SET before = ${inState('review', 20)} WHERE id IN (1, 2);
      UPDATE reviews SET before = ${inState('review', 21)}, desired_retention = 0.8 WHERE id IN (3, 4);
      UPDATE reviews SET before = ${inState('review', 30)}, cram = 1 WHERE id = 5;
      UPDATE reviews SET before = ${inState('relearning', 30)} WHERE id = 6;`);
    const { retention } = await statistics();
    expect(retention).toMatchObject({ repetitions: 4, all: null });
    expect(retention.desired).toBeCloseTo(0.85);
    change(`
      CREATE TEMP TABLE copied AS SELECT * FROM reviews WHERE id BETWEEN 1 AND 4;
      ${[10, 20, 30, 40, 50].map((step) => `UPDATE copied SET id = id % 10 + ${step}; INSERT INTO reviews SELECT * FROM copied;`).join('\n')}`);
    expect((await statistics()).retention).toMatchObject({
      repetitions: 24,
      all: { known: 18, total: 24 },
      periods: [{ startMs: new Date(2027, 2, 1).getTime(), repetitions: 24 }],
    });
  });

  it('forecast what is due by local day, what is overdue apart, suspended questions left out, against the limit that was set', async () => {
    await practise(['good', 'good', 'good', 'good']);
    const noon = dayStart(opened.nowMs) + 12 * 3_600_000;
    change(`
      UPDATE cards SET due_at_ms = ${dayStart(opened.nowMs) - 1} WHERE id = 1;
      UPDATE cards SET due_at_ms = ${noon} WHERE id = 2;
      UPDATE cards SET due_at_ms = ${dayStart(opened.nowMs, 29) + 3_600_000} WHERE id = 3;
      UPDATE cards SET due_at_ms = ${noon}, suspended_at_ms = 1 WHERE id = 4;`);
    await opened.caller.practice.setScheduling({ ...DEFAULT_SCHEDULING, duePerDay: 12 });
    const { forecast } = await statistics();
    expect([forecast.overdue, forecast.limit, forecast.days.length]).toEqual([1, 12, 30]);
    expect(forecast.days.flatMap(({ day, due }) => (due === 0 ? [] : [[day, due]]))).toEqual([
      [localDay(noon), 1],
      [localDay(dayStart(opened.nowMs, 29)), 1],
    ]);
  });

  it('name the questions answered worst and forgotten most, retired ones left out', async () => {
    await practise(['again', 'again', 'again']);
    change(`
      UPDATE cards SET lapses = id;
      UPDATE questions SET retired = 1 WHERE id = (SELECT question_id FROM cards WHERE id = 3);`);
    const { hardest } = await statistics();
    expect(hardest.forgotten.map(({ lapses }) => lapses)).toEqual([2, 1]);
    expect(hardest.lowest.length).toBeGreaterThan(0);
    expect(hardest.lowest[0]).toMatchObject({ share: 0, answers: 1 });
    expect(hardest.lowest[0]?.prompt).not.toBe('');
  });

  it('hold estimates against results', async () => {
    await practise(new Array(12).fill('good'));
    change('UPDATE reviews SET confidence = 0.7, share = 0.5 WHERE id > 1');
    expect((await statistics()).calibration).toMatchObject({ answers: 11 });
    expect((await statistics()).calibration?.bias).toBeCloseTo(0.2);
  });

  it('read days from their index, neither rows nor JSON', () => {
    const raw = new Database(join(opened.app.store.dataDir, 'plumbline.db'));
    const sums = definedStatements().filter(({ sql }) => sql.includes('AS matureKnown'));
    expect(sums).toHaveLength(1);
    const program = raw.prepare<unknown[], { opcode: string; p4: unknown }>(`EXPLAIN ${sums[0]?.sql}`).all(1, 1, 1);
    expect(program.filter(({ opcode, p4 }) => opcode === 'Function' && String(p4).startsWith('->>'))).toEqual([]);
    raw.close();
  });
});

describe('the made-up practice', () => {
  const addHistory = async (to: OpenedApp): Promise<void> => {
    await to.caller.roles.choose({ id: ROLE });
    await to.caller.competencies.rate({ id: 'pve.ceph', level: 5 });
    addSampleHistory(to.app, currentProfile(to.app).id, ROLE, START_MS);
  };

  it('has something to show in every chart, and is the same on every run', async () => {
    await addHistory(opened);
    const all = await statistics();
    expect(all.daysPractised).toBeGreaterThan(30);
    expect(all.retention.all?.share).toBeGreaterThan(0.75);
    expect(all.retention.periods.length).toBeGreaterThan(1);
    expect(all.times.kinds.filter(({ seconds }) => seconds !== null).length).toBeGreaterThan(5);
    expect(all.calibration?.bins.filter(({ means }) => means !== null).length).toBeGreaterThan(2);
    expect(all.calibration?.bias).toBeGreaterThan(0.03);
    expect(all.hardest.lowest.length).toBeGreaterThan(3);
    expect(all.hardest.forgotten.length).toBeGreaterThan(0);
    expect(all.forecast.days.reduce((sum, { due }) => sum + due, 0)).toBeGreaterThan(20);
    const levels = await opened.caller.progress.levels();
    expect(levels[0]).toMatchObject({ competencyId: 'pve.ceph', self: 5, required: 4, check: 'over' });
    const points = await opened.caller.progress.level({ competencyId: 'pve.ceph' });
    expect(points.length).toBeGreaterThan(4);
    expect(points.at(-1)).toMatchObject({ atMs: START_MS, answers: levels[0]?.level?.answers });
    const { minutesEach, low, high } = await opened.caller.progress.readiness();
    expect([minutesEach === null, low > 0, high > low]).toEqual([false, true, true]);

    const again = new OpenedApp(START_MS);
    await addHistory(again);
    expect(await again.caller.progress.get({ range: 'year' })).toEqual(all);
    again.remove();
  });
});

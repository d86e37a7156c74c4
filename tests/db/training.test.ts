import { afterEach, beforeEach, expect, it } from 'vitest';
import { trainScheduler } from '../../api/training.ts';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { seededNumber } from '../../core/practice/draw.ts';
import { DAY_MS } from '../../core/practice/schedule.ts';
import { heldBackLoss, historiesOf, splitTime, trainingItems } from '../../core/practice/training.ts';
import { listProfiles } from '../../db/person/profiles.ts';
import { gradeAnswer } from '../../db/practice/grade.ts';
import { getScheduling } from '../../db/practice/scheduling.ts';
import { addSession } from '../../db/practice/sessions.ts';
import { OpenedApp } from './opened-app.ts';

let opened: OpenedApp;

beforeEach(() => {
  opened = new OpenedApp(Date.UTC(2027, 0, 4, 9));
});
afterEach(() => opened.remove());

const profileId = (): number => listProfiles(opened.app.store.read)[0]?.id ?? 0;

/** A person who forgets much faster than the scheduler thinks: after six days four in ten are known. */
async function practise(rounds: number): Promise<void> {
  const ids = (await opened.caller.questions.list({ roleId: 'multi-dc-sre' })).slice(0, 45).map(({ id }) => id);
  const queue = ids.map((questionId) => ({ questionId, why: 'due' as const }));
  for (let round = 0; round < rounds; round += 1) {
    const { result: sessionId } = opened.app.store.transact('test', (db) => ({
      result: addSession(db, profileId(), { roleId: 'multi-dc-sre', competencyId: null, queue }, opened.nowMs),
      changed: [],
    }));
    for (const questionId of ids) {
      const grade = round > 0 && seededNumber(`${questionId} ${round}`) < 0.6 ? 'again' : 'good';
      gradeAnswer(
        opened.app.store,
        profileId(),
        { sessionId, questionId, grade, answer: EMPTY_ANSWER, points: [], durationMs: 1 },
        opened.nowMs,
      );
    }
    opened.nowMs += 6 * DAY_MS;
  }
}

it('a training needs enough answers, and says how many there are', async () => {
  await practise(2);
  await expect(opened.caller.practice.train()).rejects.toThrow(/needs 200 repetitions, and there are 45/);
  expect(await opened.caller.practice.trainings()).toMatchObject({ have: 45, need: 200, running: null, list: [], usedId: null });
});

it('parameters are used when they predict held-back answers better, and only then; one can go back', async () => {
  await practise(8);
  const { result: first } = await opened.caller.practice.train();
  expect(first.weights).toHaveLength(21);
  expect(first.reviews).toBe(45 * 7);
  expect(first.logLoss).toBeLessThan(first.logLossBefore);
  expect(await opened.caller.practice.trainings()).toMatchObject({ usedId: first.id });
  opened.reopen();
  expect(getScheduling(opened.app.store.read, profileId()).parameters).toEqual(first);
  // The same answers again: what they teach is in use already.
  const { result: second } = await opened.caller.practice.train();
  expect(second.logLoss).toBeGreaterThanOrEqual(second.logLossBefore);
  expect(await opened.caller.practice.trainings()).toMatchObject({ usedId: first.id, list: [{ id: second.id }, { id: first.id }] });
  await opened.caller.practice.useParameters({ id: null });
  expect(await opened.caller.practice.trainings()).toMatchObject({ usedId: null });
  await expect(opened.caller.practice.useParameters({ id: 99 })).rejects.toThrow(/no such training/);
});

it('a cancelled training changes nothing', async () => {
  await practise(6);
  await expect(trainScheduler(opened.app, profileId(), AbortSignal.abort())).rejects.toThrow(/cancelled/);
  expect(await opened.caller.practice.trainings()).toMatchObject({ running: null, list: [], usedId: null });
});

it('what is held back is never trained on, and is the latest fifth', () => {
  const log = Array.from({ length: 10 }, (_, card) =>
    [0, 1, 2, 3].map((step) => ({ cardId: card, grade: 'good' as const, answeredAtMs: (step * 5 + card / 10) * DAY_MS })),
  ).flat();
  const histories = historiesOf(log.sort((a, b) => a.answeredAtMs - b.answeredAtMs));
  const splitMs = splitTime(histories);
  const trained = trainingItems(histories, splitMs);
  expect(trained).toHaveLength(24);
  expect(trained.flat().every(({ answeredAtMs }) => answeredAtMs < splitMs)).toBe(true);
  // All of them known: a loss above nothing, and below that of saying one half.
  expect(heldBackLoss(histories, null, splitMs)).toBeGreaterThan(0);
  expect(heldBackLoss(histories, null, splitMs)).toBeLessThan(Math.LN2);
});

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportWordings } from '../../api/scoring.ts';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { SCORING } from '../../core/practice/key-points.ts';
import { listProfiles } from '../../db/person/profiles.ts';
import { OpenedApp } from './opened-app.ts';

const START_MS = Date.UTC(2027, 0, 4, 9);
const QUESTION = 'rel.runbooks.automate-or-not';
const STORY = 'auto.iac.rebuild-own-part';
let opened: OpenedApp;

beforeEach(() => {
  opened = new OpenedApp(START_MS);
});
afterEach(() => opened.remove());

async function started(questionId: string): Promise<number> {
  return (await opened.caller.drill.start({ roleId: 'multi-dc-sre', questionId, size: 1 })).result.sessionId;
}

/** The columns that are kept for later and that no screen reads. */
function kept(): Record<string, unknown>[] {
  const raw = new Database(join(opened.app.store.dataDir, 'plumbline.db'), { readonly: true });
  try {
    return raw.prepare<[], Record<string, unknown>>('SELECT confidence, found_points, band, scoring FROM reviews ORDER BY id').all();
  } finally {
    raw.close();
  }
}

const TEXT = 'I would automate the agent restart first, because its blast radius is one host. A person decides about the failover.';

describe('what is kept with an answer', () => {
  it('is the own estimate, what was found, the band and the rules by name, and an undo brings the estimate back', async () => {
    const sessionId = await started(QUESTION);
    const answer = { ...EMPTY_ANSWER, text: TEXT, confidence: 0.75 };
    const revealed = await opened.caller.drill.reveal({ sessionId, questionId: QUESTION, answer });
    const found = revealed.points.filter(({ state }) => state === 'found').map(({ id }) => id);
    expect(found).toContain('first');
    await opened.caller.drill.grade({ sessionId, questionId: QUESTION, grade: 'good', answer, points: ['first'], durationMs: 1 });
    expect(kept()).toEqual([{ confidence: 0.75, found_points: JSON.stringify(found), band: revealed.band, scoring: SCORING }]);
    await opened.caller.drill.undo({ sessionId });
    expect((await opened.caller.drill.question({ sessionId, questionId: QUESTION })).draft).toEqual(answer);
  });

  it('is nothing of the words where nothing was typed, and of a story never', async () => {
    const sessionId = await started(QUESTION);
    const spoken = { ...EMPTY_ANSWER, spoken: true };
    await opened.caller.drill.grade({ sessionId, questionId: QUESTION, grade: 'good', answer: spoken, points: [], durationMs: 1 });
    const story = await started(STORY);
    const answer = {
      ...EMPTY_ANSWER,
      text: 'I built the role myself in four weeks and it went from 9 hours to 2 hours; in hindsight I would test first.',
    };
    const revealed = await opened.caller.drill.reveal({ sessionId: story, questionId: STORY, answer });
    expect(revealed).toMatchObject({ points: [], band: null, story: { own: 3 } });
    await opened.caller.drill.grade({ sessionId: story, questionId: STORY, grade: 'good', answer, points: [], durationMs: 1 });
    const none = { confidence: null, found_points: null, band: null, scoring: null };
    expect(kept()).toEqual([none, none]);
  });

  it('is never written anew: a wording learnt later leaves old answers as they were', async () => {
    const sessionId = await started(QUESTION);
    const answer = {
      ...EMPTY_ANSWER,
      text: 'Only the shift lead pulls the lever for the other building, and the script prepares the rest of it for her.',
    };
    await opened.caller.drill.grade({ sessionId, questionId: QUESTION, grade: 'good', answer, points: ['decision'], durationMs: 1 });
    const before = kept();
    await opened.caller.scoring.addWording({ questionId: QUESTION, pointId: 'decision', text: answer.text });
    const again = await opened.caller.drill.reveal({ sessionId, questionId: QUESTION, answer });
    expect(again.points.find(({ id }) => id === 'decision')).toMatchObject({ state: 'found', by: 'own' });
    expect(kept()).toEqual(before);
  });
});

describe('own wordings', () => {
  const wording = { questionId: QUESTION, pointId: 'decision', text: 'Only the shift lead pulls the lever' };

  it('belong to a profile, are there once, survive a restart, and can be removed and brought back', async () => {
    const { result } = await opened.caller.scoring.addWording(wording);
    expect((await opened.caller.scoring.addWording(wording)).result).toEqual(result);
    opened.reopen();
    expect(await opened.caller.scoring.wordings()).toMatchObject([{ ...wording, point: expect.stringContaining('person decides') }]);
    const [first] = listProfiles(opened.app.store.read);
    await opened.caller.profiles.create({ name: 'Another' });
    expect(await opened.caller.scoring.wordings()).toEqual([]);
    await expect(opened.caller.scoring.removeWording({ id: result.id })).rejects.toThrow(/removed before/);
    await opened.caller.profiles.select({ id: first?.id ?? 0 });
    const { result: removed } = await opened.caller.scoring.removeWording({ id: result.id });
    expect(removed).toEqual(result);
    expect(await opened.caller.scoring.wordings()).toEqual([]);
    await opened.caller.scoring.addWording({ questionId: removed.questionId, pointId: removed.pointId, text: removed.text });
    expect(await opened.caller.scoring.wordings()).toMatchObject([wording]);
  });

  it('are refused for a point that is not there, and when only the question’s words are in it', async () => {
    await expect(opened.caller.scoring.addWording({ ...wording, pointId: 'nothing' })).rejects.toThrow(/no key point/);
    await expect(opened.caller.scoring.addWording({ ...wording, text: 'automate the runbooks' })).rejects.toThrow(/too few/);
  });

  it('are exported as fragments of question files', async () => {
    await opened.caller.scoring.addWording(wording);
    const profileId = listProfiles(opened.app.store.read)[0]?.id ?? 0;
    const questions = [{ id: QUESTION, keyPoints: [{ id: 'decision', ownWordings: [wording.text] }] }];
    expect(JSON.parse(exportWordings(opened.app, profileId, 'json').text)).toEqual({ questions });
    expect(exportWordings(opened.app, profileId, 'yaml').text).toContain(`- ${wording.text}`);
    expect(() => exportWordings(opened.app, profileId, 'csv')).toThrow(/JSON or YAML/);
  });
});

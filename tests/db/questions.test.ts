import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportQuestions } from '../../api/question-exports.ts';
import { readQuestionFile } from '../../api/question-files.ts';
import { previewQuestions, takeQuestions } from '../../api/question-imports.ts';
import type { Question } from '../../core/content/question.ts';
import { plainQuestion } from '../../core/exchange/flat-question.ts';
import { questionsAsJson } from '../../core/exchange/json.ts';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { readContent } from '../../db/content/load.ts';
import { syncContent } from '../../db/content/sync.ts';
import { listProfiles } from '../../db/person/profiles.ts';
import { cardState } from '../../db/questions/question-cards.ts';
import { findQuestion, getQuestion } from '../../db/questions/questions.ts';
import { ASSETS_DIR } from '../../server/paths.ts';
import { OpenedApp } from './opened-app.ts';

const START_MS = Date.UTC(2027, 0, 4, 9);
const DAY_MS = 86_400_000;
const BANK = 'net.bgp.hold-timer-loss';
let opened: OpenedApp;

beforeEach(() => {
  opened = new OpenedApp(START_MS);
});
afterEach(() => opened.remove());

const profileId = (): number => listProfiles(opened.app.store.read)[0]?.id ?? 0;
const card = (id: string) => cardState(opened.app.store.read, profileId(), id);
const stored = (id: string) => findQuestion(opened.app.store.read, id);
const never = new AbortController().signal;

async function found(wanted: Parameters<typeof opened.caller.questions.search>[0]['wanted']): Promise<string[]> {
  return (await opened.caller.questions.search({ wanted, limit: 200 })).items.map(({ id }) => id);
}

async function create(prompt: string, more: Partial<Question> = {}): Promise<string> {
  opened.nowMs += 1000;
  const question = { ...plainQuestion('own.question.new', prompt, 'An answer.'), ...more };
  return (await opened.caller.questions.create({ question })).result.id;
}

/** Practises one question and grades it. */
async function practise(questionId: string): Promise<void> {
  opened.nowMs += 1000;
  const { sessionId } = (await opened.caller.drill.start({ roleId: 'multi-dc-sre', questionId, size: 1 })).result;
  await opened.caller.drill.grade({ sessionId, questionId, grade: 'good', answer: EMPTY_ANSWER, points: [], durationMs: 1 });
}

const file = (questions: readonly Question[]) => ({ bytes: new TextEncoder().encode(questionsAsJson(questions)), name: 'q.json' });
const take = async (questions: readonly Question[]) => {
  opened.nowMs += 1000;
  return (await takeQuestions(opened.app, file(questions), never)).result;
};

/** The shipped content, its bank changed. */
function updateBank(change: (questions: readonly Question[]) => readonly Question[]): void {
  const files = readContent(ASSETS_DIR);
  syncContent(
    opened.app.store,
    {
      hashes: { ...files.hashes, questions: `changed at ${opened.nowMs}` },
      parsers: { ...files.parsers, questions: () => change(files.parsers.questions()) },
    },
    opened.nowMs,
  );
}

describe('the search', () => {
  it('finds by beginnings of words, accents aside, in question, answer, tags and id; the best first', async () => {
    const id = await create('Où se trouve la passerelle par défaut ?', { tags: ['réseautique'] });
    expect(await found({ words: 'passerel defaut' })).toEqual([id]);
    expect(await found({ words: 'reseautique' })).toEqual([id]);
    expect((await found({ words: 'half-a-rack' }))[0]).toBe('metal.boot-chain.half-a-rack');
    expect((await found({ words: '"hold timer"' })).length).toBeGreaterThan(0);
    expect(await found({ words: '"timer hold gateway"' })).toEqual([]);
    expect(await found({ words: 'kind:"' })).toEqual(await found({ words: 'kind' }));
  });

  it('filters by competency, level, kind, tag, origin and role, and all together', async () => {
    const id = await create('Tagged', { tags: ['my tag', 'a-b'], level: 5, kind: 'compare', competencies: [{ id: 'net.bgp', weight: 1 }] });
    await create('Other', { tags: ['ab'] });
    expect(await found({ tag: 'a-b' })).toEqual([id]);
    expect(await found({ tag: 'my tag', level: 5, kind: 'compare', origin: 'own', competency: 'net.bgp' })).toEqual([id]);
    expect(await found({ tag: 'my tag', level: 4 })).toEqual([]);
    expect(await found({ competency: 'net.bgp', origin: 'shipped' })).toContain(BANK);
    expect(await found({ competency: 'no.such' })).toEqual([]);
    expect(await found({ role: 'multi-dc-sre', origin: 'own' })).toEqual([id]);
  });

  it('filters by what the person has to do with it', async () => {
    await practise(BANK);
    expect(await found({ state: 'new' })).not.toContain(BANK);
    expect(await found({ state: 'due' })).toEqual([]);
    opened.nowMs += 400 * DAY_MS;
    expect(await found({ state: 'due' })).toEqual([BANK]);
    await opened.caller.questions.report({ id: 'net.bgp.drain-a-spine', reason: 'unclear', text: 'Which spine?' });
    expect(await found({ state: 'reported' })).toEqual(['net.bgp.drain-a-spine']);
    await edit(BANK, 'Mine.');
    expect(await found({ state: 'suspended' })).toEqual([BANK]);
  });

  it('goes through all questions page by page, none twice', async () => {
    const { total } = await opened.caller.questions.search({ wanted: {} });
    const ids: string[] = [];
    for (let offset = 0; offset < total; offset += 100)
      ids.push(...(await opened.caller.questions.search({ wanted: {}, limit: 100, offset })).items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(total);
    const counted = (await opened.caller.questions.numbers({ wanted: {} })).reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(total);
  });
});

async function edit(id: string, prompt: string): Promise<{ id: string; changeId: number }> {
  opened.nowMs += 1000;
  const { question } = await opened.caller.questions.details({ id });
  return (await opened.caller.questions.edit({ question: { ...question, prompt: { en: prompt } } })).result;
}

describe('a question of one’s own', () => {
  it('keeps its card when it is reworded, and is found by the new words only', async () => {
    const id = await create('What is a zorkmid?');
    await practise(id);
    const before = card(id);
    await edit(id, 'What is a quatloo?');
    expect(card(id)).toEqual(before);
    expect(stored(id)?.question.version).toBe(2);
    expect(await found({ words: 'zorkmid' })).toEqual([]);
    expect(await found({ words: 'quatloo' })).toEqual([id]);
  });

  it('is removed and brought back with its card', async () => {
    const id = await create('What is a zorkmid?');
    await practise(id);
    const before = card(id);
    const { changeId } = (await opened.caller.questions.remove({ id })).result;
    expect(await found({ origin: 'own' })).toEqual([]);
    await opened.caller.questions.undo({ changeId });
    expect(await found({ origin: 'own' })).toEqual([id]);
    expect(card(id)).toEqual(before);
    await expect(opened.caller.questions.undo({ changeId })).rejects.toThrow(/taken back before/);
    await expect(opened.caller.questions.remove({ id: BANK })).rejects.toThrow(/can be suspended/);
  });

  it('is never touched by an update of the bank', async () => {
    const id = await create('Mine alone', { tags: ['mine'] });
    const copy = (await edit(BANK, 'My wording.')).id;
    const before = [stored(id), stored(copy), card(copy)];
    updateBank((questions) => questions.filter((question) => question.id !== BANK));
    expect([stored(id), stored(copy), card(copy)]).toEqual(before);
    expect(stored(BANK)?.isRetired).toBe(true);
    expect((await found({ origin: 'own' })).sort()).toEqual([copy, id].sort());
  });

  it('is not saved over a change that was made meanwhile', async () => {
    const id = await create('First');
    const { question } = await opened.caller.questions.details({ id });
    await edit(id, 'Second');
    await expect(opened.caller.questions.edit({ question: { ...question, prompt: { en: 'Third' } } })).rejects.toThrow(/changed elsewhere/);
    expect(stored(id)?.question.prompt.en).toBe('Second');
  });
});

describe('a question of the bank', () => {
  it('keeps its card when a new version of it ships', async () => {
    await practise(BANK);
    const before = card(BANK);
    updateBank((questions) =>
      questions.map((one) => (one.id === BANK ? { ...one, version: one.version + 1, prompt: { en: 'A new zorkmid wording.' } } : one)),
    );
    expect(card(BANK)).toEqual(before);
    expect(await found({ words: 'zorkmid' })).toEqual([BANK]);
  });

  it('stays as it is when it is edited: the copy beside it takes the schedule over, the bank’s is suspended', async () => {
    await practise(BANK);
    const before = card(BANK);
    const original = getQuestion(opened.app.store.read, BANK);
    const { id, changeId } = await edit(BANK, 'My wording.');
    expect(getQuestion(opened.app.store.read, BANK)).toEqual(original);
    expect(card(id)).toEqual(before);
    expect(card(BANK)).toEqual({ ...before, suspendedAtMs: opened.nowMs });
    expect(await opened.caller.questions.details({ id: BANK })).toMatchObject({ copyId: id, card: { isSuspended: true } });
    await opened.caller.questions.undo({ changeId });
    expect([stored(id), card(id), card(BANK)]).toEqual([null, null, before]);
  });

  it('is asked again when the copy beside it is removed', async () => {
    const { id } = await edit(BANK, 'My wording.');
    await opened.caller.questions.remove({ id });
    expect(card(BANK)?.suspendedAtMs).toBeNull();
  });
});

describe('an import', () => {
  const plain = (name: string, prompt: string): Question => plainQuestion(`imported.test.${name}`, prompt, 'Because.');

  it('says what would come in before anything is written, and then does that', async () => {
    await take([plain('a', 'Known?'), plain('b', 'To be changed')]);
    const questions = [
      plain('a', 'Known?'),
      plain('b', 'Changed'),
      plain('c', ' known? '),
      plain('d', 'New'),
      plain('e', 'New'),
      getQuestion(opened.app.store.read, BANK),
    ];
    const preview = await previewQuestions(opened.app, file(questions), never);
    expect(preview.counts).toEqual({ new: 1, updated: 1, same: 1, twin: 2, bank: 1, schedules: 0, leftOut: 0 });
    expect(preview.first.map(({ action }) => action)).toEqual(['same', 'updated', 'twin', 'new', 'twin', 'bank']);
    expect(await found({ words: 'changed' })).not.toContain('imported.test.d');
    const done = await take(questions);
    expect(done.counts).toEqual(preview.counts);
    expect((await found({ origin: 'imported' })).sort()).toEqual(['imported.test.a', 'imported.test.b', 'imported.test.d']);
    // Again: nothing is new, nothing is written.
    expect(await take(questions)).toMatchObject({ counts: { new: 0, updated: 0 }, changeId: null });
  });

  it('is taken back as a whole, after a restart too; what was changed or asked since stays', async () => {
    await take([plain('old', 'Old words')]);
    const { changeId } = await take([
      plain('old', 'New words'),
      plain('x', 'Untouched'),
      plain('y', 'Edited since'),
      plain('z', 'Asked since'),
    ]);
    await edit('imported.test.y', 'Edited by hand');
    await practise('imported.test.z');
    opened.reopen();
    expect((await opened.caller.questions.undo({ changeId: changeId ?? 0 })).result).toEqual({ name: 'Import of questions', kept: 1 });
    expect(stored('imported.test.old')?.question.prompt.en).toBe('Old words');
    expect(stored('imported.test.x')).toBeNull();
    expect(stored('imported.test.y')?.question.prompt.en).toBe('Edited by hand');
    expect(stored('imported.test.z')?.isRetired).toBe(true);
    expect(card('imported.test.z')?.reps).toBe(1);
    expect((await found({ origin: 'imported' })).sort()).toEqual(['imported.test.old', 'imported.test.y']);
  });

  it('never takes the id of a bank, so that a later bank cannot meet it', async () => {
    await take([plainQuestion('net.somebody.elses', 'Theirs', 'Yes.')]);
    expect(stored('net.somebody.elses')).toBeNull();
    expect(stored('imported.net.somebody.elses')?.origin).toBe('imported');
  });

  it('of an own Anki package brings questions, tags and schedules to another machine, and the later answer wins', async () => {
    const id = await create('What is a zorkmid?', { tags: ['net', 'two words'] });
    await practise(id);
    opened.nowMs += 30 * DAY_MS;
    await practise(id);
    const { body } = exportQuestions(opened.app, 'apkg', { origin: 'own' });
    const bytes = typeof body === 'string' ? new Uint8Array() : body;
    const other = new OpenedApp(opened.nowMs);
    try {
      const { result } = await takeQuestions(other.app, { bytes, name: 'mine.apkg' }, never);
      expect(result.counts).toMatchObject({ new: 1, schedules: 1 });
      expect(findQuestion(other.app.store.read, id)?.question).toEqual(stored(id)?.question);
      const [mine, theirs] = [card(id), cardState(other.app.store.read, listProfiles(other.app.store.read)[0]?.id ?? 0, id)];
      expect(theirs?.stability).toBeCloseTo(mine?.stability ?? 0, 3);
      expect(theirs).toMatchObject({ state: 'review', reps: mine?.reps, lapses: 0 });
      const again = await takeQuestions(other.app, { bytes, name: 'mine.apkg' }, never);
      expect(again.result).toMatchObject({ counts: { same: 1, schedules: 0 }, changeId: null });
    } finally {
      other.remove();
    }
  });

  it('that is refused leaves nothing behind', async () => {
    const bytes = new TextEncoder().encode('PK\u0003\u0004 and nothing more');
    await expect(takeQuestions(opened.app, { bytes, name: 'x.apkg' }, never)).rejects.toThrow(/Nothing was changed/);
    expect(await found({ origin: 'imported' })).toEqual([]);
    expect(() => readQuestionFile(bytes, 'x.apkg', START_MS)).toThrow();
  });
});

describe('a report', () => {
  it('is kept with the version it is about, shown with the question, and withdrawn again', async () => {
    await opened.caller.questions.report({ id: BANK, reason: 'wrong-answer', text: ' 90 s, not 180 ' });
    opened.reopen();
    const { reports } = await opened.caller.questions.details({ id: BANK });
    expect(reports).toMatchObject([{ reason: 'wrong-answer', text: '90 s, not 180', questionVersion: 2, reportedAtMs: START_MS }]);
    await opened.caller.questions.withdrawReport({ id: reports[0]?.id ?? 0 });
    expect(await opened.caller.questions.reports()).toEqual([]);
  });
});

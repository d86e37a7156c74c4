import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languageOf } from '../../core/content/language.ts';
import { fieldsOf } from '../../core/exchange/anki/deck.ts';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { DAY_MS } from '../../core/practice/schedule.ts';
import { readContent } from '../../db/content/load.ts';
import { syncContent } from '../../db/content/sync.ts';
import { getQuestion } from '../../db/questions/questions.ts';
import { ASSETS_DIR } from '../../server/paths.ts';
import { FRENCH } from '../unit/content/questions.ts';
import { OpenedApp } from './opened-app.ts';

const NOW_MS = Date.UTC(2026, 10, 21, 9);
/** A question of the bank that nobody has translated, whatever the bank has. */
const ENGLISH = 'own.english';
let opened: OpenedApp;
let french: string;
let english: string;

beforeEach(async () => {
  opened = new OpenedApp(NOW_MS);
  french = (await opened.caller.questions.create({ question: { ...FRENCH, id: 'own.a.b' } })).result.id;
  const { en } = FRENCH.prompt;
  english = (await opened.caller.questions.create({ question: { ...FRENCH, id: `${ENGLISH}.x`, prompt: { en } } })).result.id;
});
afterEach(() => opened.remove());

async function start(questionId: string): Promise<number> {
  return (await opened.caller.drill.start({ roleId: 'multi-dc-sre', questionId, size: 1 })).result.sessionId;
}
const inFrench = { ...EMPTY_ANSWER, language: 'fr' as const, text: FRENCH.modelAnswer.fr ?? '' };

describe('the language of questions', () => {
  it('is English until a profile wants French, and belongs to the profile', async () => {
    expect(await opened.caller.practice.language()).toBe('en');
    await opened.caller.practice.setLanguage({ language: 'fr' });
    opened.reopen();
    expect(await opened.caller.practice.language()).toBe('fr');
    await opened.caller.profiles.create({ name: 'A colleague' });
    expect(await opened.caller.practice.language()).toBe('en');
  });

  it('is French where there is French, and English, said so, where there is none', async () => {
    await opened.caller.practice.setLanguage({ language: 'fr' });
    const asked = await opened.caller.drill.question({ sessionId: await start(french), questionId: french });
    expect([asked.language, asked.wanted, asked.versions.fr?.prompt, asked.versions.en.prompt]).toEqual([
      'fr',
      'fr',
      FRENCH.prompt.fr,
      FRENCH.prompt.en,
    ]);
    const other = await opened.caller.drill.question({ sessionId: await start(english), questionId: english });
    expect([other.language, other.wanted, other.versions.fr]).toEqual(['en', 'fr', null]);
  });

  it('of an answer begun stays what it was, after a change of the setting, a restart and an undo', async () => {
    const sessionId = await start(french);
    await opened.caller.drill.saveDraft({ questionId: french, answer: inFrench });
    opened.reopen();
    expect((await opened.caller.drill.question({ sessionId, questionId: french })).language).toBe('fr');
    await opened.caller.drill.grade({ sessionId, questionId: french, grade: 'good', answer: inFrench, points: [], durationMs: 1 });
    const graded = await opened.caller.drill.session({ sessionId });
    expect(graded.items).toMatchObject([{ prompt: FRENCH.prompt.fr, language: 'fr' }]);
    await opened.caller.drill.undo({ sessionId });
    const again = await opened.caller.drill.question({ sessionId, questionId: french });
    expect([again.language, again.draft?.language]).toEqual(['fr', 'fr']);
  });

  it('decides how words are checked and what is revealed', async () => {
    const sessionId = await start(french);
    const revealed = await opened.caller.drill.reveal({ sessionId, questionId: french, answer: inFrench });
    expect([revealed.language, revealed.band]).toEqual(['fr', 'likely-complete']);
    expect(revealed.modelAnswer).toBe(FRENCH.modelAnswer.fr);
    expect(revealed.keyPoints[0]?.text).toBe(FRENCH.keyPoints[0]?.text.fr);
    expect(revealed.followUps[0]?.prompt).toBe(FRENCH.followUps[0]?.prompt.fr);
    const inEnglish = await opened.caller.drill.reveal({ sessionId, questionId: french, answer: { ...inFrench, language: 'en' } });
    expect([inEnglish.language, inEnglish.modelAnswer, inEnglish.band]).toEqual([
      'en',
      FRENCH.modelAnswer.en,
      expect.not.stringMatching('likely'),
    ]);
  });

  it('was English in answers from before there was another', async () => {
    const sessionId = await start(french);
    const { language: _, ...old } = EMPTY_ANSWER;
    await opened.caller.drill.saveDraft({ questionId: french, answer: old });
    await opened.caller.practice.setLanguage({ language: 'fr' });
    expect((await opened.caller.drill.question({ sessionId, questionId: french })).language).toBe('en');
  });

  it('can be searched for, in its words too', async () => {
    const found = async (wanted: object): Promise<string[]> =>
      (await opened.caller.questions.search({ wanted, limit: 200 })).items.map(({ id }) => id);
    expect(await found({ language: 'fr', origin: 'own' })).toEqual([french]);
    expect(await found({ words: 'perdent leur ligne' })).toEqual([french]);
    expect((await found({ language: 'en', origin: 'own' })).sort()).toEqual([english, french].sort());
  });

  it('goes into an Anki card, and comes back whole', () => {
    const [front, back] = fieldsOf(FRENCH, 'fr');
    expect([front, back].join()).toContain('témoin');
    expect(fieldsOf(FRENCH)[0]).not.toContain('nœuds');
    expect(languageOf({ prompt: { en: 'x' } }, 'fr')).toBe('en');
  });
});

describe('why a question is asked', () => {
  it('is said with the figures there are: the gap, since when due, how likely forgotten, the choice', async () => {
    const sessionId = (await opened.caller.drill.start({ roleId: 'multi-dc-sre', size: 1 })).result.sessionId;
    const questionId = (await opened.caller.drill.session({ sessionId })).items[0]?.questionId ?? '';
    const fresh = await opened.caller.drill.why({ sessionId, questionId });
    expect(fresh).toMatchObject({ why: 'gap', due: null, forgotten: null, competency: { level: null, required: expect.any(Number) } });
    await opened.caller.drill.grade({ sessionId, questionId, grade: 'easy', answer: EMPTY_ANSWER, points: [], durationMs: 1 });
    opened.nowMs += 60 * DAY_MS;
    const later = (await opened.caller.drill.start({ roleId: 'multi-dc-sre', size: 2 })).result.sessionId;
    const due = await opened.caller.drill.why({ sessionId: later, questionId });
    expect(due).toMatchObject({ why: 'due', competency: null, due: { daysAgo: expect.any(Number) } });
    expect(due?.due?.daysAgo).toBeGreaterThan(5);
    expect(due?.forgotten).toBeGreaterThan(0.1);
    const chosen = await start(questionId);
    expect(await opened.caller.drill.why({ sessionId: chosen, questionId })).toMatchObject({ why: 'chosen' });
    expect(await opened.caller.drill.why({ sessionId: chosen, questionId: french })).toBeNull();
  });
});

describe('an update of the bank', () => {
  it('touches only what changed: parts by their hash, questions by what they hold', () => {
    const { store } = opened.app;
    const files = readContent(ASSETS_DIR);
    expect(syncContent(store, files, NOW_MS)).toBe(false);
    const never = (): never => {
      throw new Error('was parsed');
    };
    const [first, ...rest] = files.parsers.questions();
    if (first === undefined) throw new Error('there are questions');
    const changed = { ...first, level: first.level === 1 ? 2 : 1 };
    const parsers = { skills: never, roles: never, questions: () => [changed, ...rest] };
    expect(syncContent(store, { hashes: { ...files.hashes, questions: 'another' }, parsers }, NOW_MS)).toBe(true);
    expect(getQuestion(store.read, first.id).level).toBe(changed.level);
    expect(
      syncContent(store, { hashes: { ...files.hashes, questions: 'third' }, parsers: { ...parsers, questions: () => rest } }, NOW_MS),
    ).toBe(true);
    expect(syncContent(store, files, NOW_MS)).toBe(true);
    expect(getQuestion(store.read, first.id).level).toBe(first.level);
  });
});

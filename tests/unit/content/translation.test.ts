import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Question } from '../../../core/content/question.ts';
import { type Translation, translationFileSchema, withTranslations } from '../../../core/content/translation.ts';
import { readContent } from '../../../db/content/load.ts';
import { preparedFolder, sha256 } from '../../../db/content/prepared.ts';
import { CHOICE, ESTIMATE, FRENCH, GOOD } from './questions.ts';

/** A French text for whatever is asked for one. */
const fr = (what: string): string => `français : ${what}`;

function translationOf(question: Question, change: Partial<Translation> = {}): Translation {
  const { id, version, keyPoints, followUps, commonMistakes, parts = [], options = [] } = question;
  return {
    id,
    version,
    prompt: fr('question'),
    modelAnswer: fr('réponse'),
    keyPoints: Object.fromEntries(keyPoints.map((point) => [point.id, { text: fr(point.id), aliases: [fr('alias')] }])),
    followUps: followUps.map((_, index) => fr(`suite ${index}`)),
    commonMistakes: commonMistakes.map((_, index) => fr(`erreur ${index}`)),
    parts: Object.fromEntries(
      parts.map((part) => [part.id, { ask: fr(part.id), slips: part.slips.map((_, index) => fr(`dérapage ${index}`)) }]),
    ),
    options: Object.fromEntries(
      options.map(({ id: option, correct }) => [
        option,
        { text: fr(option), ...(correct ? {} : { misconception: fr(`idée de ${option}`) }) },
      ]),
    ),
    steps: {},
    acts: {},
    ...change,
  };
}

describe('a translation', () => {
  it('puts its French beside every text of the question', () => {
    const { questions, leftOut } = withTranslations(
      [GOOD, CHOICE, ESTIMATE],
      [GOOD, CHOICE, ESTIMATE].map((one) => translationOf(one)),
    );
    expect(leftOut).toEqual([]);
    const [good, choice, estimate] = questions;
    expect(good).toMatchObject({
      prompt: { en: GOOD.prompt.en, fr: fr('question') },
      modelAnswer: { fr: fr('réponse') },
      keyPoints: [{ text: { fr: fr('quorum') }, aliases: { en: GOOD.keyPoints[0]?.aliases.en, fr: [fr('alias')] } }, {}, {}],
      followUps: [{ prompt: { fr: fr('suite 0') } }, { prompt: { fr: fr('suite 1') } }],
      commonMistakes: [{ fr: fr('erreur 0') }],
    });
    expect(choice?.options?.map(({ text, misconception }) => [text.fr, misconception?.fr])).toEqual([
      [fr('wait'), fr('idée de wait')],
      [fr('reset'), undefined],
      [fr('start'), fr('idée de start')],
    ]);
    expect(estimate?.parts).toMatchObject([
      { ask: { fr: fr('all') }, slips: [{ says: { en: 'Added, not multiplied', fr: fr('dérapage 0') } }] },
    ]);
  });

  it('of another version, of nothing, not whole or given twice is left out, with why, and the question stays English', () => {
    const cases: readonly [Translation[], RegExp][] = [
      [[translationOf(GOOD, { version: 2 })], /version 2, the question has version 1/],
      [[translationOf(GOOD, { id: 'no.such.question' })], /no such question/],
      [[translationOf(GOOD, { followUps: [] })], /followUps: 0 translated of 2/],
      [[translationOf(GOOD, { keyPoints: {} })], /keyPoints: quorum is not translated/],
      [[translationOf(GOOD, { options: { a: { text: 'b' } } })], /options: the question has no a/],
      [[translationOf(GOOD), translationOf(GOOD)], /twice/],
    ];
    for (const [given, why] of cases) {
      const { questions, leftOut } = withTranslations([GOOD], given);
      expect([questions, leftOut[0]?.why]).toEqual([[GOOD], expect.stringMatching(why)]);
    }
    expect(
      withTranslations([CHOICE], [translationOf(CHOICE, { options: { wait: { text: 'a' }, reset: { text: 'b' }, start: { text: 'c' } } })])
        .leftOut,
    ).toHaveLength(2);
  });

  it('has a schema that knows no further field', () => {
    expect(translationFileSchema.safeParse({ translations: [translationOf(FRENCH)] }).success).toBe(true);
    expect(translationFileSchema.safeParse({ translations: [{ ...translationOf(FRENCH), stimulus: 'x' }] }).success).toBe(false);
  });
});

describe('the content files', () => {
  let folder: string;
  const assets = (): string => join(folder, 'assets');
  const write = (name: string, value: unknown): void => writeFileSync(join(assets(), name), stringify(value));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-content-'));
    for (const name of ['taxonomy', 'competencies', 'roles', 'questions/fr', '../dist/content'])
      mkdirSync(join(assets(), name), { recursive: true });
    write('taxonomy/a.yaml', { category: 'a', name: 'A', skills: [{ id: 'ceph', name: 'Ceph', kind: 'technology' }] });
    write('questions/a.yaml', { questions: [GOOD] });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('have a hash per part: a translation changes that of the questions and no other', () => {
    const before = readContent(assets());
    write('questions/fr/a.yaml', { translations: [translationOf(GOOD)] });
    const after = readContent(assets());
    expect(after.parse().questions[0]?.prompt.fr).toBe(fr('question'));
    expect(after.hashes).toEqual({ ...before.hashes, questions: after.hashes.questions });
    expect(after.hashes.questions).not.toBe(before.hashes.questions);
    write('taxonomy/a.yaml', { category: 'a', name: 'B', skills: [{ id: 'ceph', name: 'Ceph', kind: 'technology' }] });
    expect(readContent(assets()).hashes).toEqual({ ...after.hashes, skills: expect.not.stringMatching(after.hashes.skills) });
  });

  it('are taken from the build where it read the same text, and parsed where it did not', () => {
    const text = stringify({ questions: [GOOD] });
    const built = { questions: [{ ...GOOD, level: 5 }] };
    writeFileSync(join(preparedFolder(assets()), `${sha256(text)}.json`), JSON.stringify(built));
    expect(readContent(assets()).parse().questions[0]?.level).toBe(5);
    write('questions/a.yaml', { questions: [{ ...GOOD, level: 4 }] });
    expect(readContent(assets()).parse().questions[0]?.level).toBe(4);
    write('questions/a.yaml', { questions: [GOOD] });
    writeFileSync(join(preparedFolder(assets()), `${sha256(text)}.json`), '{"cut sho');
    expect(readContent(assets()).parse().questions[0]?.level).toBe(GOOD.level);
  });

  it('are checked even when the build has parsed them', () => {
    const text = stringify({ questions: [GOOD] });
    writeFileSync(join(preparedFolder(assets()), `${sha256(text)}.json`), JSON.stringify({ questions: [{ ...GOOD, level: 9 }] }));
    expect(() => readContent(assets()).parse()).toThrow(/questions\/a\.yaml: questions\.0\.level/);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../core/content/question.ts';
import { checkKeyPoints, checkText, type TextCheck } from '../../../core/practice/key-points.ts';
import { readBankWords } from '../../../core/practice/scoring/bank-words.ts';
import { readContent } from '../../../db/content/load.ts';

const { questions, roles, skills } = readContent(join(import.meta.dirname, '../../../assets')).parse();

const bank = readBankWords(questions, 'en');
/** An answer checked as the app does it. */
const check = (answer: string, { keyPoints, prompt, modelAnswer }: Question): TextCheck =>
  checkText(answer, { keyPoints, prompt: prompt.en, modelAnswer: modelAnswer.en, bank });

describe('the shipped content', () => {
  it('has the breadth it promises: 400 skills, 240 questions, seven layers, two questions for every competency', () => {
    expect(skills.length).toBeGreaterThanOrEqual(400);
    expect(questions.length).toBeGreaterThanOrEqual(240);
    expect(roles.length).toBeGreaterThanOrEqual(10);
    const role = roles.find(({ id }) => id === 'multi-dc-sre');
    expect(role?.layers.filter(({ part }) => part === 'layer')).toHaveLength(7);
    const asked = (id: string): number => questions.filter(({ competencies }) => competencies.some((one) => one.id === id)).length;
    const lacking = role?.layers.flatMap(({ competencies }) => competencies).filter(({ id }) => asked(id) < 2);
    expect(lacking).toEqual([]);
  });
});

describe.each(questions.map((question) => [question.id, question] as const))('%s', (_id, question) => {
  it('finds every key point in its model answer, and none in its own prompt', () => {
    const found = check(question.modelAnswer.en, question).points;
    expect(found.filter(({ state }) => state === 'not-detected').map(({ id }) => id)).toEqual([]);
    const echoed = check(question.prompt.en, question).points;
    expect(echoed.filter(({ state }) => state === 'found').map(({ id }) => id)).toEqual([]);
  });

  it('calls its model answer likely complete, and was read a second time', () => {
    expect([check(question.modelAnswer.en, question).band, question.secondReading === undefined]).toEqual(['likely-complete', false]);
  });

  it('has no wording that could never match, even when typed as it stands', () => {
    const padding = 'Well, this is what I would say of it and why, as far as I can: ';
    const dead = question.keyPoints.flatMap((point) =>
      point.aliases.en.filter((alias) => {
        const typed = padding + alias.replaceAll(/\.{3}|[&*]/g, ' ');
        const [found] = checkKeyPoints(typed, [{ ...point, negOk: true, aliases: { en: [alias] } }], '');
        return found?.state !== 'found';
      }),
    );
    expect(dead).toEqual([]);
  });
});

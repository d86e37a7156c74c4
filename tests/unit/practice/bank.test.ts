import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bandOf, checkKeyPoints, MIN_ANSWER_WORDS } from '../../../core/practice/key-points.ts';
import { readContent } from '../../../db/content/load.ts';

const { questions, roles, skills } = readContent(join(import.meta.dirname, '../../../assets')).parse();

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
    const found = checkKeyPoints(question.modelAnswer.en, question.keyPoints, question.prompt.en);
    expect(found.filter(({ state }) => state === 'not-detected').map(({ id }) => id)).toEqual([]);
    const echoed = checkKeyPoints(question.prompt.en, question.keyPoints, question.prompt.en);
    expect(echoed.filter(({ state }) => state === 'found').map(({ id }) => id)).toEqual([]);
  });

  it('calls its model answer likely complete, and was read a second time', () => {
    const found = checkKeyPoints(question.modelAnswer.en, question.keyPoints, question.prompt.en);
    expect([bandOf(question.keyPoints, found), question.secondReading === undefined]).toEqual(['likely-complete', false]);
  });

  it('has no wording that could never match, even when typed as it stands', () => {
    const padding = 'word '.repeat(MIN_ANSWER_WORDS);
    const dead = question.keyPoints.flatMap((point) =>
      point.aliases.en.filter((alias) => {
        const typed = padding + alias.replaceAll(/\.{3}|[&*]/g, ' ');
        const [check] = checkKeyPoints(typed, [{ ...point, negOk: true, aliases: { en: [alias] } }], '');
        return check?.state !== 'found';
      }),
    );
    expect(dead).toEqual([]);
  });
});

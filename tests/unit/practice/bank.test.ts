import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gateProblems } from '../../../core/content/gate/index.ts';
import { problemLine } from '../../../core/content/gate/problem.ts';
import { localDay } from '../../../core/day.ts';
import { readContent } from '../../../db/content/load.ts';

const files = readContent(join(import.meta.dirname, '../../../assets'));
const { questions, roles, skills } = files.parse();
const role = roles.find(({ id }) => id === 'multi-dc-sre');

describe('the shipped content', () => {
  it('has the breadth it promises: 400 skills, ten roles, seven layers', () => {
    expect(skills.length).toBeGreaterThanOrEqual(400);
    expect(roles.length).toBeGreaterThanOrEqual(10);
    expect(role?.layers.filter(({ part }) => part === 'layer')).toHaveLength(7);
  });

  it('passes the gate, question by question and as a bank', () => {
    const competencyIds = role?.layers.flatMap(({ competencies }) => competencies.map(({ id }) => id)) ?? [];
    expect(gateProblems({ questions, competencyIds, today: localDay(Date.now()) }).map(problemLine)).toEqual([]);
  }, 60_000);

  it('shows every translation it ships', () => {
    expect(files.translationsLeftOut()).toEqual([]);
  });
});

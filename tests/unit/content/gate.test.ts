import { describe, expect, it } from 'vitest';
import { coverageProblems, DEMANDS } from '../../../core/content/gate/coverage.ts';
import { duplicateIds, nearDuplicates } from '../../../core/content/gate/duplicates.ts';
import { optionPositionProblems } from '../../../core/content/gate/form.ts';
import { combinations } from '../../../core/content/gate/formulas.ts';
import { spaceProblems } from '../../../core/content/gate/french.ts';
import { gateProblems, questionProblems } from '../../../core/content/gate/index.ts';
import { type Problem, RULES, type Rule } from '../../../core/content/gate/problem.ts';
import { echoProblems, readingOf, unrelatedProblems, unrelatedShares } from '../../../core/content/gate/rubric.ts';
import { schemaProblems } from '../../../core/content/gate/schema.ts';
import type { Question } from '../../../core/content/question.ts';
import { CHOICE, ESTIMATE, FRENCH, GOOD, TODAY } from './questions.ts';

/** Rules a test below has seen fail, so that none is without its bad question. */
const seen = new Set<Rule>();

function rulesIn(problems: readonly Problem[]): Rule[] {
  const rules = [...new Set(problems.map(({ rule }) => rule))];
  for (const rule of rules) seen.add(rule);
  return rules;
}

const problemsOf = (question: Question): Problem[] =>
  questionProblems(question, { english: readingOf([question], 'en'), french: readingOf([question], 'fr') }, TODAY);
/** The rules a question breaks by itself. */
const broken = (question: Question): Rule[] => rulesIn(problemsOf(question));

const [point] = GOOD.keyPoints;
if (point === undefined) throw new Error('the good question has points');
const partOf = ({ parts = [] }: Question, change: object): Question['parts'] =>
  parts.map((part, index) => (index === 0 ? { ...part, ...change } : part));
const optionsOf = ({ options = [] }: Question, texts: readonly string[]): Question['options'] =>
  options.map((option, index) => ({ ...option, text: { en: texts[index] ?? '' } }));

describe('the gate', () => {
  it.each([
    ['an explanation', GOOD],
    ['a choice', CHOICE],
    ['an estimate with drawn numbers', ESTIMATE],
    ['a question in two languages', FRENCH],
  ])('passes %s that is good', (_what, question) => {
    expect(schemaProblems(question)).toEqual([]);
    expect(problemsOf(question)).toEqual([]);
  });

  const bad: readonly [Rule, string, Question][] = [
    ['formula', 'a value its formula does not give', { ...ESTIMATE, parts: partOf(ESTIMATE, { value: 90 }) }],
    ['formula', 'a formula that is no arithmetic', { ...ESTIMATE, parts: partOf(ESTIMATE, { formula: 'racks*servers(' }) }],
    [
      'formula',
      'a formula that one draw makes zero',
      { ...ESTIMATE, parts: partOf(ESTIMATE, { formula: '(racks-4)*servers', value: 40, slips: [] }) },
    ],
    [
      'formula',
      'a formula that one draw makes infinite',
      { ...ESTIMATE, parts: partOf(ESTIMATE, { formula: '120/(racks-4)', value: 60, slips: [] }) },
    ],
    [
      'slip',
      'a slip that counts as right for one draw',
      { ...ESTIMATE, parts: partOf(ESTIMATE, { slips: [{ value: 80, formula: 'servers*4', says: { en: 'Four racks were taken' } }] }) },
    ],
    [
      'slip',
      'a slip that stays when the numbers change',
      { ...ESTIMATE, parts: partOf(ESTIMATE, { slips: [{ value: 26, says: { en: 'Added' } }] }) },
    ],
    [
      'placeholder',
      'a placeholder nobody draws',
      { ...ESTIMATE, modelAnswer: { en: ESTIMATE.modelAnswer.en.replace('{all}', '{every}') } },
    ],
    [
      'placeholder',
      'a drawn number the prompt keeps to itself',
      { ...ESTIMATE, prompt: { en: ESTIMATE.prompt.en.replace('{racks}', 'some') } },
    ],
    [
      'placeholder',
      'a drawn number written as it was first',
      { ...ESTIMATE, modelAnswer: { en: ESTIMATE.modelAnswer.en.replace('{servers} servers', '20 servers') } },
    ],
    [
      'model-answer',
      'a model answer without one of its points',
      { ...GOOD, modelAnswer: { en: GOOD.modelAnswer.en.replace(/The witness.*/, '') } },
    ],
    [
      'model-answer',
      'a model answer in a row of terms',
      {
        ...GOOD,
        modelAnswer: { en: 'Fencing, power off, quorum, majority, witness, third place, cut, nodes, sides, vote, resources, start.' },
      },
    ],
    [
      'gibberish',
      'a wording that anything matches',
      { ...GOOD, keyPoints: [{ ...point, aliases: { en: [...'qxzkwj'].map((letter) => `${letter}*`) } }, ...GOOD.keyPoints.slice(1)] },
    ],
    [
      'stuffing',
      'wordings that are mostly the prompt',
      { ...GOOD, keyPoints: GOOD.keyPoints.map((one) => ({ ...one, aliases: { en: [...one.aliases.en, GOOD.prompt.en] } })) },
    ],
    ['dead-alias', 'a wording that stands in the prompt', { ...GOOD, prompt: { en: `${GOOD.prompt.en} Mind the third room.` } }],
    [
      'dead-alias',
      'a wording that cannot match',
      { ...GOOD, keyPoints: [{ ...point, aliases: { en: [...point.aliases.en, '—'] } }, ...GOOD.keyPoints.slice(1)] },
    ],
    [
      'option-length',
      'a right option longer than the others',
      {
        ...CHOICE,
        options: optionsOf(CHOICE, ['It is slow', 'It is so because of many things that one could explain at length', 'It is new']),
      },
    ],
    [
      'misconception',
      'a wrong option nobody could believe',
      { ...CHOICE, options: (CHOICE.options ?? []).map(({ misconception, ...option }) => option) },
    ],
    [
      'all-of-the-above',
      'an option for all of them',
      { ...CHOICE, options: optionsOf(CHOICE, ['It waits for a vote now', 'It starts a second copy', 'All of the above options']) },
    ],
    [
      'negative-stem',
      'a question for what is not so',
      { ...CHOICE, prompt: { en: 'Two nodes of five are cut off. Which of these statements is not true of them?' } },
    ],
    ['follow-ups', 'a single follow-up', { ...GOOD, followUps: GOOD.followUps.slice(0, 1) }],
    ['follow-ups', 'follow-ups that never listen', { ...GOOD, followUps: GOOD.followUps.map((one) => ({ ...one, when: 'always' })) }],
    ['sources', 'no source', { ...GOOD, sources: [] }],
    ['sources', 'a source checked tomorrow', { ...GOOD, sources: [{ title: 'A manual', ref: 'chapter 1', checkedOn: '2026-11-22' }] }],
    ['second-reading', 'a question only its author has read', { ...GOOD, secondReading: undefined }],
    ['second-reading', 'a reading that is to come', { ...GOOD, secondReading: { on: '2026-11-22', changed: null } }],
    ['time-limit', 'a minute for an explanation', { ...GOOD, timeLimitSec: 60 }],
    [
      'french',
      'a French model answer without a point',
      {
        ...FRENCH,
        modelAnswer: {
          ...FRENCH.modelAnswer,
          fr: 'Je ne sais pas ce que je dirais de cela, mais je le dirais avec calme et en peu de mots.',
        },
      },
    ],
    [
      'french',
      'a French prompt without its no-break space',
      { ...FRENCH, prompt: { ...FRENCH.prompt, fr: 'Que se passe-t-il ? Et pourquoi ?' } },
    ],
  ];
  it.each(bad)('fails by the rule %s on %s', (rule, _what, question) => {
    expect(broken(question)).toContain(rule);
  });

  it('finds a prompt that gives a point away, by a spelling that only nearly is a wording', () => {
    const misspelt = { ...GOOD, prompt: { en: `${GOOD.prompt.en} Is it the watchdoog?` } };
    expect(rulesIn(echoProblems(misspelt, readingOf([], 'en')))).toEqual(['echo']);
    expect(echoProblems(GOOD, readingOf([], 'en'))).toEqual([]);
  });

  it('finds what is no question at all', () => {
    expect(rulesIn(schemaProblems({ ...GOOD, level: 7 }))).toEqual(['schema']);
    expect(schemaProblems({ ...GOOD, level: 7 })[0]?.question).toBe(GOOD.id);
    expect(rulesIn(schemaProblems('no question'))).toEqual(['schema']);
  });

  it('finds an id that stands twice, and a prompt that was only reworded', () => {
    expect(rulesIn(duplicateIds([GOOD, GOOD]))).toEqual(['duplicate-id']);
    const reworded = {
      ...GOOD,
      id: 'pve.clusters.again',
      prompt: { en: GOOD.prompt.en.replace('five nodes', 'seven nodes').replace('Two of them', 'Three of them') },
    };
    expect(rulesIn(nearDuplicates([GOOD, reworded]))).toEqual(['near-duplicate']);
    expect(nearDuplicates([GOOD, CHOICE, ESTIMATE])).toEqual([]);
  });

  it('does not call two questions the same for how their kind is put', () => {
    const frame = 'Choose your acts one after the other, few and safe ones first, and then write the cause in two sentences. ';
    const framed = ['fans are loud', 'disks are slow', 'links are down', 'nodes are gone', 'clocks are late', 'cards are hot'].map(
      (what, at) => ({
        ...GOOD,
        id: `a.b.${at}`,
        prompt: { en: `${frame}In this hall all ${what} tonight.` },
      }),
    );
    expect(nearDuplicates(framed)).toEqual([]);
  });

  it('finds a place the right option stands at too often', () => {
    const same = Array.from({ length: 20 }, () => CHOICE);
    expect(rulesIn(optionPositionProblems(same))).toEqual(['option-position']);
    const turned = (by: number): Question => ({
      ...CHOICE,
      options: [...(CHOICE.options ?? []).slice(by), ...(CHOICE.options ?? []).slice(0, by)],
    });
    expect(optionPositionProblems(Array.from({ length: 21 }, (_, at) => turned(at % 3)))).toEqual([]);
  });

  it('finds wordings so wide that answers to other questions get credit', () => {
    const wide = (id: string, competency: string): Question => ({
      ...GOOD,
      id,
      competencies: [{ id: competency, weight: 1 }],
      keyPoints: GOOD.keyPoints.map((one) => ({ ...one, aliases: { en: [...one.aliases.en, 'nodes', 'cut off'] } })),
      prompt: { en: 'What do you do, and why so?' },
    });
    const bank = [wide('a.b.c', 'a.b'), wide('d.e.f', 'd.e')];
    expect(rulesIn(unrelatedProblems(unrelatedShares(bank, readingOf(bank, 'en'))))).toEqual(['unrelated']);
    expect(unrelatedProblems({ mean: 0.02, high: 0.43, worst: '', pairs: 1000 })).toEqual([]);
  });

  it('counts what is lacking, by competency, level, kind and language', () => {
    const ids = ['pve.clusters', 'net.bgp'];
    const demands = { questions: 2, inFrench: 1, kinds: { choice: 1, order: 1 }, perCompetency: { questions: 2, levels: 2, kinds: 2 } };
    const lack = coverageProblems([GOOD, CHOICE], ids, demands);
    expect(rulesIn(lack)).toEqual(['coverage']);
    expect(lack.map(({ words }) => words)).toEqual([
      'questions in French: 0 of 1',
      'questions of kind order: 0 of 1',
      'questions about net.bgp: 0 of 2',
      'levels asked of net.bgp: 0 of 2',
      'kinds of question about net.bgp: 0 of 2',
    ]);
    expect(coverageProblems([], ids, DEMANDS.whole).length).toBeGreaterThan(6);
  });

  it('draws every combination, and reports the bank through one door', () => {
    expect(combinations(ESTIMATE)).toHaveLength(6);
    const problems = gateProblems({ questions: [GOOD, GOOD], competencyIds: [], today: TODAY });
    expect(problems.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['duplicate-id', 'coverage']));
  });

  it('knows French spaces: no-break before ? ! » and after «, none wanted in code, times and keys', () => {
    expect(spaceProblems('Vraiment\u00a0? Oui\u202f! À 12:30, `a ? b`, «\u00a0oui\u00a0», state: started.')).toEqual([]);
    expect(spaceProblems('Vraiment ?')).toHaveLength(1);
    expect(spaceProblems('Vraiment?')).toHaveLength(1);
    expect(spaceProblems('« oui\u00a0»')).toHaveLength(1);
    expect(spaceProblems('trois choses : une')).toHaveLength(1);
  });

  it('has a bad question for every rule', () => {
    expect(RULES.filter((rule) => !seen.has(rule))).toEqual([]);
  });
});

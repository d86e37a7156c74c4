import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../core/content/question.ts';
import { checkActs } from '../../../core/practice/acts.ts';
import { checkExactly, EMPTY_ANSWER } from '../../../core/practice/answer.ts';
import { evaluate } from '../../../core/practice/arithmetic.ts';
import { drawQuestion, plainQuestion, withValues } from '../../../core/practice/draw.ts';
import { readContent } from '../../../db/content/load.ts';

const { questions } = readContent(join(import.meta.dirname, '../../../assets')).parse();
const drawn = questions.filter(({ variables }) => variables !== undefined);

function named(id: string): Question {
  const question = questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`There is no question ${id}.`);
  return question;
}

describe('arithmetic', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ** 3 ** 2', 512],
    ['-2 ** 2', -4],
    ['10 / 4 / 5', 0.5],
    ['Math.ceil(1.2) + Math.max(1, 2, 3)', 5],
    ['tb * 1e12 * 8', 16e12],
    ['Math.log2(2 ** 40)', 40],
  ])('%s is %d', (formula, value) => {
    expect(evaluate(formula, { tb: 2 })).toBeCloseTo(value, 9);
  });

  it.each(['', '1 +', '1 2', '(1', 'Math.random()', 'x', 'process.exit()', '1; 2', '`1`', '1 ** '])('“%s” is none', (formula) => {
    expect(() => evaluate(formula)).toThrow('no arithmetic');
  });

  it('agrees with JavaScript', () => {
    const expression = fc.letrec((tie) => ({
      term: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.integer({ min: 0, max: 999 }).map(String),
        fc.tuple(tie('term'), fc.constantFrom('+', '-', '*'), tie('term')).map(([a, sign, b]) => `(${String(a)} ${sign} ${String(b)})`),
      ),
    })).term;
    fc.assert(
      fc.property(expression, (formula) => {
        const text = String(formula);
        expect(evaluate(text)).toBe(Number(new Function(`return ${text}`)()));
      }),
    );
  });
});

describe('drawing numbers', () => {
  it('gives the same numbers for the same seed, and others for others', () => {
    for (const question of drawn) {
      expect(drawQuestion(question, 'a')).toEqual(drawQuestion(question, 'a'));
      const prompts = new Set(Array.from({ length: 20 }, (_, seed) => drawQuestion(question, `s${seed}`).prompt.en));
      expect(prompts.size).toBeGreaterThan(2);
    }
  });

  it('leaves no name of a variable in any text, whatever is drawn', () => {
    for (const question of drawn) {
      for (let seed = 0; seed < 30; seed += 1) {
        const { variables: _, ...shown } = drawQuestion(question, `s${seed}`);
        expect(JSON.stringify(shown)).not.toMatch(/\{(?:[a-z][a-z0-9_-]*)\}/);
      }
    }
  });

  it('checks an answer against the numbers it was asked with, and names the slip', () => {
    const asked = withValues(named('net.interconnect.first-copy-and-nightly'), { tb: 300, gbit: 10, share: 75, change: 4 });
    // 300 · 10^12 · 8 / (10 · 10^9 · 0.75) / 3600 = 88.89 h; bytes for bits 11.11 h.
    const right = checkExactly(asked, { ...EMPTY_ANSWER, numbers: { first: '88.9', need: '4.44', have: '7.5' } });
    expect(right).toMatchObject({ kind: 'numbers', share: 1 });
    const slipped = checkExactly(asked, { ...EMPTY_ANSWER, numbers: { first: '11.1', need: '4.44', have: '7.5' } });
    expect(slipped?.kind === 'numbers' && slipped.numbers[0]?.slip?.en).toContain('Bits were taken for bytes');
    expect(asked.modelAnswer.en).toContain('88.89 hours');
  });

  it('leaves a question without variables as it is', () => {
    const question = named('auto.terraform.one-big-state');
    expect(drawQuestion(question, 'x')).toBe(question);
    expect(plainQuestion(question)).toBe(question);
  });
});

describe('the acts of a diagnosis', () => {
  const question = named('metal.boot-chain.half-a-rack');

  it('are worth all where the facts came first, the change helped and its effect was checked', () => {
    expect(checkActs(question, ['ports', 'server-log', 'compare', 'add-relay', 'boot-one'])).toMatchObject({
      mended: true,
      verified: true,
      dangerous: [],
      blind: [],
      share: 1,
    });
  });

  it('are worth less for each of: facts missing, a blind change, harm, no check of the effect', () => {
    expect(checkActs(question, ['add-relay', 'boot-one'])).toMatchObject({ mended: false, blind: ['add-relay'], share: 0 });
    expect(checkActs(question, ['server-log', 'compare', 'add-relay'])?.share).toBe(0.75);
    expect(checkActs(question, ['restart', 'server-log', 'compare', 'add-relay', 'boot-one'])).toMatchObject({
      dangerous: ['restart'],
      share: 0.75,
    });
    // Half of the facts, and nothing dangerous.
    expect(checkActs(question, ['server-log'])?.share).toBe(0.375);
  });

  it('are no answer where none was taken', () => {
    expect(checkActs(question, [])).toBeNull();
  });

  it('can always be worth all: every question has a safe way to its end', () => {
    for (const { acts, id } of questions.filter((one) => one.acts !== undefined)) {
      const looks = (acts ?? []).filter(({ tags }) => !tags.includes('changes') && !tags.includes('verifies')).map((act) => act.id);
      const mends = (acts ?? []).filter(({ tags }) => tags.includes('mends')).map((act) => act.id);
      const checks = (acts ?? []).filter(({ tags }) => tags.includes('verifies')).map((act) => act.id);
      expect(checkActs({ acts }, [...looks, ...mends, ...checks])?.share, id).toBe(1);
    }
  });
});

describe('an order of which only some pairs matter', () => {
  it('counts those pairs alone', () => {
    const steps = [
      { id: 'a', text: { en: 'a' } },
      { id: 'b', text: { en: 'b' }, after: ['a'] },
      { id: 'c', text: { en: 'c' }, after: ['a'] },
    ];
    const question = { ...named('metal.boot-chain.half-a-rack'), kind: 'order' as const, steps };
    expect(checkExactly(question, { ...EMPTY_ANSWER, order: ['a', 'c', 'b'] })).toMatchObject({ share: 1, wrongPairs: 0 });
    expect(checkExactly(question, { ...EMPTY_ANSWER, order: ['b', 'a', 'c'] })).toMatchObject({ share: 0.5, wrongPairs: 1 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithRole } from '../../../core/role/compare.ts';
import { effortHours, effortPoints } from '../../../core/role/effort.ts';
import { type PlanOptions, planGaps } from '../../../core/role/plan.ts';
import { suppose } from '../../../core/role/suppose.ts';
import { competency, person, role } from './samples.ts';

const OPTIONS: PlanOptions = { hours: 40, hoursPerWeek: 8, hasInterview: false };

function planned(target: ReturnType<typeof role>, levels: Readonly<Record<string, number>>, options: Partial<PlanOptions> = {}) {
  return planGaps(target, compareWithRole(target, person(levels), []), { ...OPTIONS, ...options });
}

describe('effort', () => {
  it('is 0, 1, 3, 6, 12, 20 points at whole levels and in proportion between', () => {
    expect([0, 1, 2, 3, 4, 5].map(effortPoints)).toEqual([0, 1, 3, 6, 12, 20]);
    // Half way from 3 to 4: 6 + (12 − 6) / 2.
    expect(effortPoints(3.5)).toBe(9);
  });

  it('takes four hours a point, and nothing downwards', () => {
    // (6 − 3) · 4.
    expect(effortHours(2, 3)).toBe(12);
    expect(effortHours(4, 3)).toBe(0);
  });
});

describe('a plan', () => {
  const two = role(competency({ id: 'l.a', skillsAll: ['a'] }), competency({ id: 'l.b', skillsAll: ['b'], weight: 2 }));

  it('takes the step that takes away most per hour first: hand-computed', () => {
    // a from 2 to 3: gain 5 · 1 · 1 = 5 in 12 h (0.417 an hour); b from 1 to 2: gain 2 in 8 h (0.25); then b 2→3: 2 in 12 h (0.167),
    // a 3→4: 5 in 24 h (0.208), which does not fit into the 20 h left after the first two.
    const { steps, hours, hoursLeft } = planned(two, { a: 2, b: 1 });
    expect(steps.map(({ competencyId, from, to }) => [competencyId, from, to])).toEqual([
      ['l.a', 2, 3],
      ['l.b', 1, 3],
    ]);
    expect(steps[0]).toMatchObject({ hours: 12, gain: 5, weeks: [1, 2] });
    expect([hours, hoursLeft]).toEqual([32, 8]);
  });

  it('plans nothing unknown', () => {
    expect(planned(two, {}).steps).toEqual([]);
  });

  it('saves the hours of what carries over, but never all of them', () => {
    const one = role(competency({ id: 'l.a', skillsAll: ['a'], required: 3 }));
    const comparison = compareWithRole(one, person({ a: 1, n: 5 }), [{ from: 'n', to: 'a', share: 0.9 }]);
    // What carries over reaches required − 1 = 2, so 1→2 is only to be tried (1 h) and 2→3 takes its 12 h.
    expect(planGaps(one, comparison, OPTIONS).steps).toMatchObject([{ from: 1, to: 3, hours: 13 }]);
  });

  it('begins what it builds on first', () => {
    const chain = role(
      competency({ id: 'l.a', skillsAll: ['a'], prerequisites: ['l.b'] }),
      competency({ id: 'l.b', skillsAll: ['b'], importance: 'nice', weight: 1 }),
    );
    expect(planned(chain, { a: 2, b: 1 }).steps[0]?.competencyId).toBe('l.b');
  });

  it('counts what is asked often more when an interview is in sight, and what other roles need too', () => {
    const even = role(competency({ id: 'l.a', skillsAll: ['a'], asked: 1 }), competency({ id: 'l.b', skillsAll: ['b'], asked: 3 }));
    expect(planned(even, { a: 2, b: 2 }).steps[0]?.competencyId).toBe('l.a');
    expect(planned(even, { a: 2, b: 2 }, { hasInterview: true }).steps[0]).toMatchObject({ competencyId: 'l.b', factors: { asked: 1.25 } });
    const otherRoles = new Map([['l.b', 9]]);
    expect(planned(even, { a: 2, b: 2 }, { otherRoles }).steps[0]).toMatchObject({ competencyId: 'l.b', factors: { otherRoles: 1.45 } });
  });
});

const somePlan = fc.record({
  parts: fc.array(
    fc.record({
      level: fc.double({ min: 0, max: 5, noNaN: true }),
      required: fc.integer({ min: 1, max: 5 }),
      weight: fc.integer({ min: 1, max: 5 }),
      importance: fc.constantFrom('must' as const, 'should' as const, 'nice' as const),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  hours: fc.integer({ min: 0, max: 200 }),
});

describe('any plan', () => {
  const build = ({
    parts,
    hours,
  }: {
    readonly parts: readonly { level: number; required: number; weight: number; importance: 'must' | 'should' | 'nice' }[];
    readonly hours: number;
  }) => {
    const target = role(
      ...parts.map(({ required, weight, importance }, index) =>
        competency({ id: `l.c${index}`, skillsAll: [`s${index}`], required, weight, importance }),
      ),
    );
    const levels = Object.fromEntries(parts.map(({ level }, index) => [`s${index}`, level]));
    return { target, levels, plan: planned(target, levels, { hours }) };
  };

  it('fits into its hours, never plans past the requirement, and never lowers the fit', () => {
    fc.assert(
      fc.property(somePlan, (input) => {
        const { target, levels, plan } = build(input);
        expect(plan.steps.reduce((sum, { hours }) => sum + hours, 0)).toBeLessThanOrEqual(input.hours + 1e-6);
        for (const step of plan.steps) expect(step.to).toBeLessThanOrEqual(input.parts[Number(step.competencyId.slice(3))]?.required ?? 0);
        const before = compareWithRole(target, person(levels), []).fit.expected ?? 0;
        const after = compareWithRole(target, suppose(person(levels), plan.reached), []).fit.expected ?? 0;
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      }),
    );
  });

  it('gains at least four fifths of what the best choice of steps could', () => {
    fc.assert(
      fc.property(somePlan, (input) => {
        const { plan } = build(input);
        const gained = plan.steps.reduce((sum, { gain }) => sum + gain, 0);
        // The best that any choice could reach is bounded by filling the hours with parts of steps in the order of their ratio.
        const all = build({ ...input, hours: 10_000 }).plan.steps.flatMap(({ gain, hours }) => [{ gain, hours }]);
        const longest = Math.max(0, ...all.map(({ hours }) => hours));
        let left = Math.max(0, input.hours - longest);
        let bound = 0;
        for (const { gain, hours } of [...all].sort((a, b) => b.gain / b.hours - a.gain / a.hours)) {
          const share = Math.min(1, left / hours);
          bound += gain * share;
          left -= hours * share;
        }
        expect(gained).toBeGreaterThanOrEqual(0.8 * bound - 1e-6);
      }),
    );
  });
});

describe('supposing levels', () => {
  it('raises the fit by what the level covers, and stores nothing in the person', () => {
    const target = role(competency({ id: 'l.a', skillsAll: ['a'] }), competency({ id: 'l.b', skillsAll: ['b'] }));
    const before = person({ a: 2, b: 4 });
    const after = suppose(before, new Map([['l.a', 4]]));
    // (2/4 + 1) / 2 = 75 % before; both met after.
    expect(compareWithRole(target, before, []).fit.expected).toBeCloseTo(75, 6);
    expect(compareWithRole(target, after, []).fit.expected).toBeCloseTo(100, 6);
    expect(before.competencyRatings.size).toBe(0);
  });

  it('of an unknown competency makes it known', () => {
    const target = role(competency({ id: 'l.a', skillsAll: ['a'] }));
    expect(compareWithRole(target, suppose(person({}), new Map([['l.a', 2]])), []).fit).toMatchObject({ assessedShare: 1 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithRole, type RoleComparison } from '../../../core/role/compare.ts';
import { combine, observeEvidence } from '../../../core/role/estimate.ts';
import { competency, person, role } from './samples.ts';

function only(comparison: RoleComparison) {
  const first = comparison.layers[0]?.competencies[0];
  if (!first) throw new Error('the role has a competency');
  return first;
}

describe('combining observations', () => {
  it('weighs them by precision: 4 at 0.8 and 2 at 1.5 give 3.304 at 0.522', () => {
    // (4/0.8 + 2/1.5) / (1/0.8 + 1/1.5) = 6.3333 / 1.91667 = 3.30435; 1 / 1.91667 = 0.52174
    const combined = combine([
      { value: 4, variance: 0.8, source: 'evidence', reason: '' },
      { value: 2, variance: 1.5, source: 'self', reason: '' },
    ]);
    expect(combined?.mean).toBeCloseTo(3.30435, 5);
    expect(combined?.variance).toBeCloseTo(0.52174, 5);
    expect(combined?.selfShare).toBeCloseTo(0.34783, 5);
  });

  it('of nothing is unknown, not zero', () => {
    expect(combine([])).toBeNull();
  });

  it('takes only the strongest statement of a document, and no statement that claims nothing', () => {
    expect(
      observeEvidence(
        [
          { stance: 'used', hasScale: false },
          { stance: 'operated', hasScale: true },
        ],
        4,
      ),
    ).toMatchObject({ value: 3.5, variance: 0.8 });
    expect(
      observeEvidence(
        [
          { stance: 'gap', hasScale: false },
          { stance: 'mentioned', hasScale: true },
        ],
        4,
      ),
    ).toBeNull();
    expect(observeEvidence([{ stance: 'built', hasScale: true }], 2)).toMatchObject({ value: 2 });
  });
});

describe('comparing with a role', () => {
  it('gives the hand-computed fit for one competency met by half and one unknown', () => {
    // Both weigh 5 · 1. Known: min(1, 2/4) = 0.5 → 5 · 0.5 = 2.5 of 10; unknown counts half: + 2.5 → 50 %.
    // Spread 1.28 · sqrt((5/4)² · 1.5 + (5/4 · 0.4)²) = 1.28 · sqrt(2.34375 + 0.25) = 2.06143.
    const comparison = compareWithRole(
      role(competency({ id: 'l.a', skillsAll: ['a'] }), competency({ id: 'l.b', skillsAll: ['b'] })),
      person({ a: 2 }),
      [],
    );
    expect(comparison.fit.expected).toBeCloseTo(50, 6);
    expect(comparison.fit.low).toBeCloseTo(4.3857, 3);
    expect(comparison.fit.high).toBeCloseTo(95.6143, 3);
    expect(comparison.fit.assessedShare).toBeCloseTo(0.5, 6);
  });

  it('shows a competency nobody knows as unassessed, its range from nothing to the requirement', () => {
    const unknown = only(compareWithRole(role(competency({ id: 'l.a', skillsAll: ['a'] })), person({}), []));
    expect(unknown).toMatchObject({ level: null, low: 0, high: 4, state: 'unassessed', gap: 2 });
    expect(compareWithRole(role(competency({ id: 'l.a' })), person({}), []).fit).toMatchObject({ expected: null, low: 0, high: 100 });
  });

  it('takes the best of a group and the mean of what all is needed', () => {
    const one = competency({ id: 'l.a', skillsAll: ['a'], skillsAny: [['b', 'c']] });
    expect(only(compareWithRole(role(one), person({ a: 2, b: 1, c: 4 }), [])).level).toBeCloseTo(3, 6);
  });

  it('calls a must a blocker more than two levels below, and never hides it behind an average', () => {
    const comparison = compareWithRole(
      role(competency({ id: 'l.a', skillsAll: ['a'], required: 5 }), competency({ id: 'l.b', skillsAll: ['b'] })),
      person({ a: 2, b: 5 }),
      [],
    );
    expect(comparison.musts).toEqual({ met: 1, total: 2, blockers: ['l.a'] });
  });

  it('is not sure that a must is met while a skill it cannot do without is unknown', () => {
    const one = competency({ id: 'l.a', skillsAll: ['a'], skillsAny: [['b']] });
    expect(only(compareWithRole(role(one), person({ b: 5 }), [])).state).toBe('unsure');
  });

  it('shows what carries over apart: capped at 3 and at the requirement less one, and meeting no must', () => {
    const comparison = compareWithRole(role(competency({ id: 'l.a', skillsAll: ['a'] })), person({ n: 5 }), [
      { from: 'n', to: 'a', share: 0.9 },
    ]);
    expect(only(comparison)).toMatchObject({ level: null, withTransfer: 3, state: 'unassessed' });
    expect(comparison.musts.met).toBe(0);
  });
});

const levels = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.double({ min: 0, max: 5, noNaN: true }));
const someRole = fc
  .array(
    fc.record({
      required: fc.integer({ min: 1, max: 5 }),
      weight: fc.integer({ min: 1, max: 5 }),
      importance: fc.constantFrom('must' as const, 'should' as const, 'nice' as const),
      skillsAll: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
      skillsAny: fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => role(...parts.map((part, index) => competency({ id: `l.c${index}`, ...part }))));

describe('any comparison', () => {
  it('keeps the expected fit inside its interval', () => {
    fc.assert(
      fc.property(someRole, levels, (target, skills) => {
        const { fit } = compareWithRole(target, person(skills), []);
        if (fit.expected === null) return;
        expect(fit.expected).toBeGreaterThanOrEqual(fit.low - 1e-9);
        expect(fit.expected).toBeLessThanOrEqual(fit.high + 1e-9);
      }),
    );
  });

  it('never lowers the fit when a known level rises, nor raises it when a requirement does', () => {
    fc.assert(
      fc.property(someRole, levels, fc.double({ min: 0, max: 5, noNaN: true }), (target, skills, rise) => {
        const before = compareWithRole(target, person(skills), []).fit.expected;
        const raised = Object.fromEntries(Object.entries(skills).map(([id, level]) => [id, Math.min(5, level + rise)]));
        const after = compareWithRole(target, person(raised), []).fit.expected;
        const harder = role(...(target.layers[0]?.competencies ?? []).map((one) => ({ ...one, required: Math.min(5, one.required + 1) })));
        const asked = compareWithRole(harder, person(skills), []).fit.expected;
        expect(after ?? 0).toBeGreaterThanOrEqual((before ?? 0) - 1e-9);
        expect(asked ?? 0).toBeLessThanOrEqual((before ?? 0) + 1e-9);
      }),
    );
  });

  it('does not depend on the order of skills', () => {
    fc.assert(
      fc.property(someRole, levels, (target, skills) => {
        const turned = role(
          ...(target.layers[0]?.competencies ?? []).map((one) => ({
            ...one,
            skillsAll: one.skillsAll.toReversed(),
            skillsAny: one.skillsAny.map((group) => group.toReversed()),
          })),
        );
        const [one, other] = [compareWithRole(target, person(skills), []).fit, compareWithRole(turned, person(skills), []).fit];
        expect(other.expected ?? 0).toBeCloseTo(one.expected ?? 0, 9);
      }),
    );
  });

  it('never counts what is unknown as zero', () => {
    fc.assert(
      fc.property(someRole, levels, fc.constantFrom('a', 'b', 'c', 'd', 'e'), (target, skills, id) => {
        const { [id]: _, ...without } = skills;
        const unknown = compareWithRole(target, person(without), []).fit;
        const zero = compareWithRole(target, person({ ...without, [id]: 0 }), []).fit;
        if (unknown.expected === null || zero.expected === null) return;
        // Where a group's best is known already a zero beside it changes nothing; elsewhere a zero counts less than unknown.
        const only = compareWithRole(role(competency({ id: 'l.x', skillsAll: [id, 'x'] })), person({ x: 3 }), []).fit;
        const none = compareWithRole(role(competency({ id: 'l.x', skillsAll: [id, 'x'] })), person({ x: 3, [id]: 0 }), []).fit;
        expect(only.expected ?? 0).toBeGreaterThan(none.expected ?? 0);
        expect(unknown.assessedShare).toBeLessThanOrEqual(zero.assessedShare + 1e-9);
      }),
    );
  });

  it('hides no must behind an average: met and short musts are counted whatever the fit is', () => {
    fc.assert(
      fc.property(someRole, levels, (target, skills) => {
        const { musts, layers } = compareWithRole(target, person(skills), []);
        const all = layers.flatMap(({ competencies }) => competencies).filter(({ importance }) => importance === 'must');
        expect(musts.total).toBe(all.length);
        expect(musts.blockers).toEqual(all.filter(({ level, required }) => level !== null && level < required - 2).map(({ id }) => id));
      }),
    );
  });

  it('carries over no more than the level it comes from, and meets no must by it', () => {
    fc.assert(
      fc.property(someRole, levels, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (target, skills, share) => {
        const edges = ['a', 'b', 'c', 'd'].map((to) => ({ from: 'e', to, share }));
        const plain = compareWithRole(target, person(skills), []);
        const carried = compareWithRole(target, person(skills), edges);
        expect(carried.musts).toEqual(plain.musts);
        expect(carried.fit).toEqual(plain.fit);
        for (const { carriedOver } of carried.layers.flatMap(({ competencies }) => competencies))
          for (const { level } of carriedOver) expect(level).toBeLessThanOrEqual(skills['e'] ?? 0);
      }),
    );
  });
});

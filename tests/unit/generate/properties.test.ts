import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProfileFacts, ScaleFact, Statement } from '../../../core/generate/facts.ts';
import { generateQuestions } from '../../../core/generate/generate.ts';
import { faultsOf } from './checks.ts';
import { factsWith, line, SKILLS, saying } from './facts.ts';

const TECHNOLOGIES = SKILLS.filter(({ kind }) => kind === 'technology');
const skill = fc.constantFrom(...TECHNOLOGIES);
const stance = fc.constantFrom<Statement['stance']>('built', 'operated', 'used', 'mentioned', 'required', 'todo', 'dropped');
const work = fc.constantFrom<Statement['work']>('own', 'team', null);
const short = (name: string): string => name.replace('Apache ', '');

const statement = fc
  .record({ one: skill, stance, work, year: fc.constantFrom(null, '2012', '2024') })
  .map(({ one, year, ...rest }) =>
    saying(line(`Built things with ${short(one.name)}`), rest.stance, [one.id], { work: rest.work, periodTo: year, periodFrom: year }),
  );
const UNITS = ['nodes', 'servers', 'TB/day', 'GB/month', 'users', 'TB', 'VMs'];
const scale = fc
  .record({
    one: skill,
    value: fc.integer({ min: 1, max: 5000 }),
    unit: fc.constantFrom(...UNITS),
    about: fc.boolean(),
    isTeam: fc.boolean(),
  })
  .map(({ one, value, unit, about, isTeam }) => {
    const text = `${value} ${unit}`;
    const told = line(`${short(one.name)}: ${about ? '~' : ''}${text}`);
    const start = told.start + told.text.indexOf(text);
    const fact: ScaleFact = {
      documentId: 1,
      start,
      end: start + text.length,
      text,
      value,
      unit,
      skills: [one.id],
      line: told,
      section: null,
    };
    return { fact, statements: saying(told, 'operated', [one.id], { work: isTeam ? 'team' : null }) };
  });
const choice = fc
  .record({ a: skill, b: skill, reason: fc.constantFrom('', ' because of cost', ' due to performance'), isTeam: fc.boolean() })
  .map(({ a, b, reason, isTeam }) =>
    a.id === b.id
      ? []
      : saying(line(`Migrated from ${short(a.name)} to ${short(b.name)}${reason}`), 'operated', [a.id, b.id], {
          work: isTeam ? 'team' : null,
        }),
  );
const caveat = fc
  .record({ one: skill, kind: fc.constantFrom('was a team effort, not mine alone:', 'Level: ordinary use of', 'my part was small:') })
  .map(({ one, kind }) => ({ ...line(`${kind} ${short(one.name)}`), skills: [one.id] }));
const gap = fc
  .record({ one: skill, isClosed: fc.boolean() })
  .map(({ one, isClosed }) => ({ text: `${short(one.name)} depth`, skills: [one.id], isClosed, source: line(`${short(one.name)} depth`) }));
const rating = fc
  .record({ one: skill, level: fc.integer({ min: 0, max: 5 }) })
  .map(({ one, level }) => ({ skillId: one.id, level, words: null, isOwn: true }));

const facts: fc.Arbitrary<ProfileFacts> = fc
  .record({
    statements: fc.array(statement, { maxLength: 12 }),
    scales: fc.array(scale, { maxLength: 6 }),
    choices: fc.array(choice, { maxLength: 3 }),
    caveats: fc.array(caveat, { maxLength: 3 }),
    gaps: fc.array(gap, { maxLength: 3 }),
    ratings: fc.array(rating, { maxLength: 4 }),
  })
  .map(({ statements, scales, choices, ...rest }) =>
    factsWith({
      ...rest,
      statements: [...statements.flat(), ...scales.flatMap((one) => one.statements), ...choices.flat()],
      scales: scales.map(({ fact }) => fact),
    }),
  );

function backwards(profile: ProfileFacts): ProfileFacts {
  const { statements, scales, caveats, gaps, ratings, edges } = profile;
  const turned = { statements, scales, caveats, gaps, ratings, edges };
  return { ...profile, ...Object.fromEntries(Object.entries(turned).map(([name, list]) => [name, list.toReversed()])) };
}

describe('questions made from any profile', () => {
  it('name only its skills and numbers, claim nothing of the team’s or under a caveat, and are sound in both languages', () => {
    fc.assert(
      fc.property(facts, (profile) => {
        expect(generateQuestions(profile, 'p1').flatMap((one) => faultsOf(one, SKILLS))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('are the same when made twice, and in any order of the facts', () => {
    fc.assert(
      fc.property(facts, (profile) => {
        const made = generateQuestions(profile, 'p1');
        expect(generateQuestions(structuredClone(profile), 'p1')).toEqual(made);
        expect(generateQuestions(backwards(profile), 'p1')).toEqual(made);
        expect(new Set(made.map(({ question }) => question.id)).size).toBe(made.length);
      }),
      { numRuns: 50 },
    );
  });

  it('never come from what is only mentioned, required or to do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ one: skill, stance: fc.constantFrom<Statement['stance']>('mentioned', 'required', 'todo', 'absent', 'gap') })),
        (list) => {
          const statements = list.flatMap(({ one, stance: said }) => saying(line(`Knows of ${short(one.name)}`), said, [one.id]));
          expect(generateQuestions(factsWith({ statements }), 'p1')).toEqual([]);
        },
      ),
    );
  });
});

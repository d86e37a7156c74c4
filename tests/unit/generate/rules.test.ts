import { describe, expect, it } from 'vitest';
import type { ScaleFact } from '../../../core/generate/facts.ts';
import { generateQuestions } from '../../../core/generate/generate.ts';
import type { GeneratedQuestion, Source } from '../../../core/generate/types.ts';
import { evaluate } from '../../../core/practice/arithmetic.ts';
import { checkNumber } from '../../../core/practice/numbers.ts';
import { factsWith, line, saying } from './facts.ts';

const idsOf = (questions: readonly GeneratedQuestion[]): string[] => questions.map(({ question }) => question.id);
const families = (questions: readonly GeneratedQuestion[]): Set<string> => new Set(questions.map(({ provenance }) => provenance.family));

function scale(source: Source, text: string, value: number, unit: string, skills: readonly string[]): ScaleFact {
  const start = source.start + source.text.indexOf(text);
  return { documentId: source.documentId, start, end: start + text.length, text, value, unit, skills, line: source, section: null };
}

describe('a rate', () => {
  const told = line('Loki: 8 TB/day');
  const facts = factsWith({ statements: saying(told, 'operated', ['loki']), scales: [scale(told, '8 TB/day', 8, 'TB/day', ['loki'])] });
  const one = generateQuestions(facts, 'p1').find(({ provenance }) => provenance.family === 'scale-break-down');

  it('becomes an estimate whose values follow from its formulas', () => {
    expect(one?.question.id).toBe('gen.scale-break-down.loki-8-tb-day.p1');
    for (const part of one?.question.parts ?? []) expect(part.value).toBeCloseTo(evaluate(part.formula, {}), 6);
    expect(one?.question.parts?.map(({ value }) => Math.round(value * 100) / 100)).toEqual([92.59, 277.78, 2.22]);
  });

  it('names the slip: bits for bytes, the peak forgotten', () => {
    const [average, peak, wire] = one?.question.parts ?? [];
    if (!average || !peak || !wire) throw new Error('three parts are asked');
    expect(checkNumber(average, '740.7').slip?.en).toContain('megabits');
    expect(checkNumber(peak, '92.6').slip?.en).toContain('average');
    expect(checkNumber(wire, '0.278').slip?.en).toContain('bits');
    expect(checkNumber(average, '92.6').credit).toBe('full');
  });
});

describe('a count', () => {
  const told = line('Fleet: 5 Kafka nodes');
  const facts = factsWith({ statements: saying(told, 'used', ['kafka']), scales: [scale(told, '5 Kafka nodes', 5, 'nodes', ['kafka'])] });
  const one = generateQuestions(facts, 'p1').find(({ provenance }) => provenance.family === 'scale-lose-one');

  it('loses a third, rounded up, and the rest carries more', () => {
    expect(one?.question.parts?.map(({ value }) => Math.round(value * 10) / 10)).toEqual([3, 166.7, 54]);
    for (const part of one?.question.parts ?? []) expect(part.value).toBeCloseTo(evaluate(part.formula, {}), 6);
  });

  it('of a machine’s memory, or of nothing certain, is left alone', () => {
    const memory = line('Fleet: 6 hosts x 64GB RAM of Couchbase');
    const unclear = line('Kafka and Redis on 9 nodes');
    const none = factsWith({
      statements: [...saying(memory, 'used', ['couchbase']), ...saying(unclear, 'used', ['kafka', 'redis'])],
      scales: [scale(memory, '64GB', 64, 'GB', ['couchbase']), scale(unclear, '9 nodes', 9, 'nodes', ['kafka', 'redis'])],
    });
    expect(idsOf(generateQuestions(none, 'p1')).filter((id) => /^gen\.(?:scale|number)/.test(id) && /64|9-nodes/.test(id))).toEqual([]);
  });
});

describe('a choice', () => {
  it('is defended when its reason is told, and not without one', () => {
    const because = line('Moved from RabbitMQ to Kafka because it was too slow at noon');
    const bare = line('Moved from RabbitMQ to Kafka');
    const asked = (source: Source) =>
      families(generateQuestions(factsWith({ statements: saying(source, 'operated', ['rabbitmq', 'kafka']) }), 'p1'));
    expect([asked(because).has('defend-choice'), asked(because).has('migration-stuck-half')]).toEqual([true, true]);
    expect([asked(bare).has('defend-choice'), asked(bare).has('migration-stuck-half')]).toEqual([false, true]);
  });

  it('under a heading is about what the heading names', () => {
    const told = line('Replaced Redis because its search was too simple for the shop');
    const facts = factsWith({ statements: saying(told, 'dropped', ['redis'], { section: '6. Data › Elasticsearch' }) });
    expect(idsOf(generateQuestions(facts, 'p1'))).toContain('gen.defend-choice.elasticsearch-over-redis.p1');
  });
});

describe('honesty', () => {
  const told = line('Loki: 8 TB/day');
  const caveat = line('The 8 TB/day of Loki was a team effort, not mine alone');
  const facts = factsWith({
    statements: [...saying(told, 'operated', ['loki']), ...saying(line('Built the Kafka cluster of the billing team'), 'built', ['kafka'])],
    scales: [scale(told, '8 TB/day', 8, 'TB/day', ['loki']), scale(caveat, '8 TB/day', 8, 'TB/day', ['loki'])],
    caveats: [{ ...caveat, skills: ['loki'] }],
  });
  const questions = generateQuestions(facts, 'p1');

  it('asks for the own part of what was the team’s, and how to say it', () => {
    expect(idsOf(questions)).toEqual(expect.arrayContaining(['gen.own-part.8-tb-day.p1', 'gen.retraction-rehearsal.8-tb-day.p1']));
  });

  it('does not build again what was not theirs alone', () => {
    expect(idsOf(questions)).toContain('gen.build-again.built-the-kafka-cluster-of-the-billing-team.p1');
    expect(
      questions
        .filter(({ provenance }) => provenance.family === 'build-again')
        .map(({ question }) => question.prompt.en)
        .join(),
    ).not.toContain('Loki');
  });

  it('takes no number from a caveat as a fact', () => {
    const only = factsWith({ ...facts, scales: facts.scales.slice(1) });
    expect(idsOf(generateQuestions(only, 'p1')).filter((id) => id.startsWith('gen.scale'))).toEqual([]);
  });

  it('sees two voices where a gap is named and work with it is told', () => {
    const gap = line('BGP routing');
    const two = factsWith({
      statements: saying(line('Built the border routers with BGP'), 'built', ['bgp']),
      gaps: [{ text: gap.text, skills: ['bgp'], isClosed: false, source: gap }],
    });
    expect(idsOf(generateQuestions(two, 'p1'))).toContain('gen.contradiction.bgp.p1');
  });
});

describe('whose work it was', () => {
  const told = 'Built the Kafka cluster of the billing department from scratch';
  const asked = (more: Parameters<typeof saying>[3], caveats: readonly string[] = []): Set<string> => {
    const facts = factsWith({
      statements: saying(line(told), 'built', ['kafka'], more),
      caveats: caveats.map((text) => ({ ...line(text), skills: ['kafka'] })),
    });
    return families(generateQuestions(facts, 'p1'));
  };

  it('decides whether it is asked about as the person’s own', () => {
    expect([...asked({ work: 'own' })]).toEqual(expect.arrayContaining(['build-again', 'missing-result']));
    for (const shared of [asked({ work: 'team' }), asked({}, ['The Kafka cluster was a team effort, not mine alone'])]) {
      expect(shared.has('build-again') || shared.has('missing-result')).toBe(false);
      expect(shared.has('own-part')).toBe(true);
    }
  });
});

describe('a level', () => {
  const asked = (level: number, words: string): Set<string> => {
    const row = line(`| Kafka | ${words} | broker upgrades every month |`);
    const facts = factsWith({
      statements: saying(row, 'used', ['kafka'], { mentionStart: row.start + 2, mentionEnd: row.start + 7 }),
      ratings: [{ skillId: 'kafka', level, words, isOwn: false }],
    });
    return families(generateQuestions(facts, 'p1'));
  };

  it('is put to the test where it is high, in the document’s own word', () => {
    expect([
      asked(5, 'Expert').has('rating-probe'),
      asked(2, 'Basic').has('rating-probe'),
      asked(5, '6 years').has('rating-probe'),
    ]).toEqual([true, false, false]);
  });
});

describe('gaps', () => {
  it('are asked about when they name something, not when they regret or remind', () => {
    const asked = (text: string, isClosed = false): boolean =>
      families(generateQuestions(factsWith({ gaps: [{ text, skills: ['bgp'], isClosed, source: null }] }), 'p1')).has('gap-ladder');
    expect([asked('BGP routing'), asked('TODO: detail on BGP'), asked('I should have learnt BGP'), asked('BGP routing', true)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('without French keep their English, and say so', () => {
    const gap = line('incident review');
    const facts = factsWith({
      gaps: [{ text: gap.text, skills: ['incident-review'], isClosed: false, source: gap }],
      statements: saying(line('Introduced the incident review of three teams'), 'built', ['incident-review']),
    });
    const name = { id: 'incident-review', name: 'Incident review', kind: 'practice' as const, category: 'sre-practices', parentId: null };
    const made = generateQuestions({ ...facts, skills: new Map([...facts.skills, [name.id, name]]) }, 'p1');
    const one = made.find(({ provenance }) => provenance.family === 'contradiction');
    expect(one?.provenance.borrowed).toEqual(['incident review']);
    expect(one?.question.prompt.fr).toContain('«\u00a0incident review\u00a0»');
  });

  it('told with regret are asked about as what was learnt', () => {
    const regret = line('I should have rehearsed the BGP failover before the summer');
    const made = generateQuestions(factsWith({ gaps: [{ text: regret.text, skills: ['bgp'], isClosed: false, source: regret }] }), 'p1');
    expect(made.map(({ provenance }) => provenance.family)).toEqual(['hindsight']);
    expect(made[0]?.question.prompt.en).toContain(`“${regret.text}”`);
  });
});

describe('what is quoted', () => {
  const asked = (text: string, more: Parameters<typeof saying>[3] = {}): string[] =>
    generateQuestions(factsWith({ statements: saying(line(text), 'operated', ['haproxy'], more) }), 'p1').map(
      ({ question }) => question.prompt.en,
    );

  it('is one whole sentence about the thing, word for word', () => {
    const prompts = asked('- HAProxy in front of nine API servers, fed from the service list. It was quiet.');
    expect(prompts.length).toBeGreaterThan(0);
    for (const prompt of prompts) expect(prompt).toContain('“HAProxy in front of nine API servers, fed from the service list”');
  });

  it.each([
    ['is a list of names', 'HAProxy, Envoy, Traefik, Caddy, Squid'],
    ['points at something else', 'This made HAProxy much faster than before'],
    ['speaks to a reader', 'Where your HAProxy keeps the certificates of your service'],
    ['is a position', 'Senior engineer for HAProxy and its friends'],
    ['is cut off', 'HAProxy with the following list of backends:'],
    ['is too long', `HAProxy ${'with one more server behind it '.repeat(6)}`],
  ])('is nothing that %s', (_, text) => {
    expect(asked(text).join()).not.toContain('“');
  });

  it('is a list under a heading that says what it was for', () => {
    const told = line('HAProxy, etcd, Redis');
    const statements = saying(told, 'operated', ['haproxy', 'etcd', 'redis'], { section: 'Work › Billing platform of the north' });
    expect(
      generateQuestions(factsWith({ statements }), 'p1')
        .map(({ question }) => question.prompt.en)
        .join(),
    ).toContain('“HAProxy, etcd, Redis” under “Billing platform of the north”');
  });
});

describe('ids', () => {
  it('survive a new import: other places and row numbers, the same questions', () => {
    const make = (): string[] => {
      const told = line('Fleet: deployed 5 Kafka nodes');
      return idsOf(
        generateQuestions(
          factsWith({ statements: saying(told, 'used', ['kafka']), scales: [scale(told, '5 Kafka nodes', 5, 'nodes', ['kafka'])] }),
          'p1',
        ),
      );
    };
    expect(make()).toEqual(make());
    expect(make().length).toBeGreaterThan(2);
  });
});

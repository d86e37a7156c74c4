import { describe, expect, it } from 'vitest';
import { roleSchema } from '../../../core/content/role.ts';
import type { Requirement } from '../../../core/job/read-job.ts';
import { type CataloguedCompetency, proposeDemands, roleFromDemands, slug } from '../../../core/job/to-role.ts';
import { competency } from '../role/samples.ts';

function catalogued(id: string, skillsAll: readonly string[], skillsAny: readonly (readonly string[])[] = []): CataloguedCompetency {
  const {
    required: _r,
    importance: _i,
    weight: _w,
    note: _n,
    ...shared
  } = competency({ id, name: id, skillsAll: [...skillsAll], skillsAny: skillsAny.map((group) => [...group]) });
  return { competency: shared, layer: { id: id.split('.')[0] ?? '', name: 'Layer', part: 'layer', summary: '' } };
}

const CATALOGUE = [
  catalogued('k8s.core', ['kubernetes']),
  catalogued(
    'k8s.delivery',
    [],
    [
      ['helm', 'kustomize'],
      ['argocd', 'flux'],
    ],
  ),
  catalogued('self.gpu', ['gpu'], [['kubernetes', 'openstack'], ['quotas'], ['billing']]),
];

function asks(skillId: string, part: Partial<Requirement> = {}): Requirement {
  return {
    skillId,
    name: skillId,
    isKnown: true,
    importance: 'must',
    importanceReason: 'It stands under the requirements.',
    level: null,
    levelReason: 'No words say how well.',
    years: null,
    alternatives: null,
    places: [],
    ...part,
  };
}

describe('demands of a role', () => {
  it('join the shared competency that is about the skill, and leave the one it is a small part of', () => {
    expect(proposeDemands([asks('kubernetes')], CATALOGUE)).toMatchObject([
      { key: 'k8s.core', isNew: false, required: 3, importance: 'must' },
    ]);
  });

  it('put several skills of one competency together, the strictest of them standing', () => {
    const [demand, ...rest] = proposeDemands(
      [asks('helm', { importance: 'nice' }), asks('argocd', { level: 4, levelReason: '“deep”.' })],
      CATALOGUE,
    );
    expect(rest).toEqual([]);
    expect(demand).toMatchObject({ key: 'k8s.delivery', skills: ['helm', 'argocd'], importance: 'must', required: 4, weight: 4 });
    expect(demand?.reasons).toContain('“deep”.');
  });

  it('offer what no competency is about as new, an alternative as one', () => {
    const demands = proposeDemands([asks('rust', { alternatives: 1 }), asks('zig', { alternatives: 1 }), asks('cobol')], CATALOGUE);
    expect(demands.map(({ key, name, isNew }) => [key, name, isNew])).toEqual([
      ['new:rust', 'rust or zig', true],
      ['new:cobol', 'cobol', true],
    ]);
  });

  it('assume 3 for a must and 2 for a wish where no words say how well, and say so', () => {
    const [must, nice] = proposeDemands([asks('rust'), asks('cobol', { importance: 'nice' })], []);
    expect([must?.required, nice?.required]).toEqual([3, 2]);
    expect(must?.reasons.join(' ')).toContain('3 is assumed');
  });

  it('make a role that can be stored, each competency once, with the words that ask for it', () => {
    const taken = proposeDemands([asks('kubernetes'), asks('rust'), asks('zig')], CATALOGUE).map((one) => ({ ...one, note: 'asked' }));
    const role = roleFromDemands({ id: 'mine', name: 'Mine', summary: '' }, [...taken, ...taken], CATALOGUE);
    expect(roleSchema.parse(role)).toEqual(role);
    expect(role.layers.flatMap(({ id, competencies }) => competencies.map((one) => [id, one.id, one.note]))).toEqual([
      ['k8s', 'k8s.core', 'asked'],
      ['named', 'named.rust', 'asked'],
      ['named', 'named.zig', 'asked'],
    ]);
  });

  it('keep two demands apart whose names differ in signs only, and give the same demand the same id in every role', () => {
    const taken = [asks('cpp', { name: 'C++' }), asks('csharp', { name: 'C#' })];
    const of = (requirements: readonly Requirement[]): string[] =>
      roleFromDemands(
        { id: 'own-x', name: 'X', summary: '' },
        proposeDemands(requirements, []).map((one) => ({ ...one, note: '' })),
        [],
      ).layers.flatMap(({ competencies }) => competencies.map(({ id }) => id));
    expect(of(taken)).toEqual(['named.cpp', 'named.csharp']);
    expect(of([asks('csharp', { name: 'C sharp' })])).toEqual(['named.csharp']);
  });

  it('give any name an id', () => {
    expect([slug('Débit & réseau'), slug('日本'), slug('C++ / Rust')]).toEqual(['debit-reseau', 'x', 'c-rust']);
  });
});

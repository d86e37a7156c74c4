import { describe, expect, it } from 'vitest';
import {
  cleared,
  facetCounts,
  indexSkills,
  isFiltered,
  readView,
  type Skill,
  shownSkills,
  sortedBy,
  writeView,
} from '../../../renderer/features/skills/skill-view.ts';

function skill(name: string, more: Partial<Skill> = {}): Skill {
  return {
    id: name.toLowerCase(),
    name,
    category: 'storage',
    isOwn: false,
    byHand: false,
    aliases: [],
    level: null,
    spread: null,
    basis: [],
    self: null,
    imported: null,
    raw: null,
    disagrees: false,
    years: null,
    lastUsed: null,
    evidence: 0,
    stance: null,
    stances: [],
    best: null,
    documents: [],
    declaredGap: false,
    caveats: 0,
    note: null,
    ...more,
  };
}

const SKILLS = [
  skill('Ceph', {
    level: 3.6,
    stance: 'operated',
    stances: ['operated', 'used'],
    documents: [1],
    aliases: ['RADOS'],
    lastUsed: 2019,
    years: 4,
  }),
  skill('ZFS', { level: 2, stance: 'used', stances: ['used'], documents: [1, 2], lastUsed: 'now', self: 2 }),
  skill('Réseaux', { category: 'networking', stance: 'gap', stances: ['gap'], declaredGap: true, documents: [2] }),
  skill('Frob', { category: 'own', isOwn: true, byHand: true, level: 5, self: 5 }),
];
const index = indexSkills(SKILLS, 2026);
const NOBODY: ReadonlySet<string> = new Set();
const shown = (query: string, inStatements = NOBODY) =>
  shownSkills(index, readView(new URLSearchParams(query)), inStatements).map(({ name }) => name);

describe('the inventory', () => {
  it('stands by level, the highest first and the unknown last, whichever way it runs', () => {
    expect(shown('')).toEqual(['Frob', 'Ceph', 'ZFS', 'Réseaux']);
    expect(shown('sort=level')).toEqual(['ZFS', 'Ceph', 'Frob', 'Réseaux']);
  });

  it.each([
    ['sort=name', ['Ceph', 'Frob', 'Réseaux', 'ZFS']],
    ['sort=-used', ['ZFS', 'Ceph', 'Frob', 'Réseaux']],
    ['sort=-years', ['Ceph', 'Frob', 'Réseaux', 'ZFS']],
    ['sort=stance', ['Ceph', 'ZFS', 'Réseaux', 'Frob']],
  ])('is sorted by %s', (query, names) => {
    expect(shown(query)).toEqual(names);
  });

  it.each([
    ['q=reseaux', ['Réseaux']],
    ['q=rados', ['Ceph']],
    ['q=networking', ['Réseaux']],
    ['q=zf ce', []],
    ['category=storage', ['Ceph', 'ZFS']],
    ['category=storage&category=own', ['Frob', 'Ceph', 'ZFS']],
    ['level=unknown', ['Réseaux']],
    ['level=4&level=5', ['Frob', 'Ceph']],
    ['stance=used', ['Ceph', 'ZFS']],
    ['stance=none', ['Frob']],
    ['source=2', ['ZFS', 'Réseaux']],
    ['source=hand', ['Frob']],
    ['used=long-ago&used=now', ['Ceph', 'ZFS']],
    ['mark=own', ['Frob']],
    ['mark=gap', ['Réseaux']],
    ['mark=rated', ['Frob', 'ZFS']],
    ['source=1&stance=operated', ['Ceph']],
  ])('shows for %s', (query, names) => {
    expect(shown(query)).toEqual(names);
  });

  it('shows names before spellings before statements', () => {
    const found = shownSkills(
      indexSkills([skill('Backup', { aliases: ['ceph backup'] }), skill('My Ceph'), skill('Zed'), skill('Ceph')], 2026),
      readView(new URLSearchParams('q=ceph')),
      new Set(['zed']),
    );
    expect(found.map(({ name }) => name)).toEqual(['Ceph', 'My Ceph', 'Backup', 'Zed']);
  });
});

describe('a filter', () => {
  it('counts what choosing each value would show under the other filters', () => {
    const view = readView(new URLSearchParams('stance=used&category=storage'));
    expect(Object.fromEntries(facetCounts(index, view, 'source', NOBODY))).toEqual({ 1: 2, 2: 1, hand: 0 });
    expect(facetCounts(index, view, 'stance', NOBODY).get('operated')).toBe(1);
  });
});

describe('the address', () => {
  it('gives back the view that was written, and keeps what is not the view’s', () => {
    const query = 'skill=ceph&q=a+b&category=x&category=y&mark=own&sort=name';
    const view = readView(new URLSearchParams(query));
    expect(writeView(new URLSearchParams('skill=ceph&q=old&level=3'), view).toString()).toBe(query);
    expect(isFiltered(view)).toBe(true);
    expect(isFiltered(cleared(view))).toBe(false);
    expect(writeView(new URLSearchParams(query), sortedBy(cleared(view), 'level')).toString()).toBe('skill=ceph');
  });

  it('with nonsense in it shows the inventory as usual', () => {
    expect(readView(new URLSearchParams('sort=-nothing'))).toMatchObject({ column: 'level', descending: true });
  });

  it('turns the order round when its column is chosen again', () => {
    const view = sortedBy(readView(new URLSearchParams('')), 'name');
    expect([view.column, view.descending]).toEqual(['name', false]);
    expect(sortedBy(view, 'name').descending).toBe(true);
  });
});

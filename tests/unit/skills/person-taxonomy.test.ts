import { describe, expect, it } from 'vitest';
import { applyPersonTaxonomy, membersOf, ownerOf, type PersonTaxonomy, resolveMerge } from '../../../core/skills/person-taxonomy.ts';
import { skill } from './small.ts';

const NOTHING: PersonTaxonomy = { names: new Map(), aliases: new Map(), merges: new Map() };
const ceph = skill('ceph', 'Ceph', { aliases: ['RADOS'] });
const gluster = skill('gluster', 'GlusterFS', { aliases: ['Gluster'] });
const salt = skill('salt', 'Salt', { ambiguous: true, context: ['minion'], aliases: ['SaltStack'] });
const shipped = [ceph, gluster, salt];
const own = [
  { id: 'own-frob', name: 'Frob', category: 'own' },
  { id: 'own-quux', name: 'Quux', category: 'own' },
  { id: 'own-wharfside', name: 'Wharfside', category: 'own' },
];
const byId = (list: ReturnType<typeof applyPersonTaxonomy>, id: string) => list.find((one) => one.id === id);

describe('the taxonomy with the changes of a person', () => {
  it('is what ships while nothing was changed, and never holds a skill only a document brought', () => {
    expect(applyPersonTaxonomy(shipped, own, NOTHING)).toEqual(shipped);
  });

  it('finds a renamed skill by both names, an ambiguous one by its old name only in its own case', () => {
    const names = new Map([
      ['ceph', 'Our storage'],
      ['salt', 'Salt states'],
    ]);
    const renamed = applyPersonTaxonomy(shipped, own, { ...NOTHING, names });
    expect(byId(renamed, 'ceph')).toMatchObject({ name: 'Our storage', aliases: ['RADOS', 'Ceph'] });
    expect(byId(renamed, 'salt')).toMatchObject({ name: 'Salt states', exact: ['Salt'], ambiguous: true });
  });

  it('finds a merged skill as the other one by all its spellings', () => {
    const merged = applyPersonTaxonomy(shipped, own, { ...NOTHING, merges: new Map([['gluster', 'ceph']]) });
    expect(byId(merged, 'gluster')).toBeUndefined();
    expect(byId(merged, 'ceph')?.aliases).toEqual(['RADOS', 'GlusterFS', 'Gluster']);
  });

  it('leaves an ambiguous merged skill to its own rule, so that “salt” alone never becomes the other', () => {
    const merged = applyPersonTaxonomy(shipped, own, { ...NOTHING, merges: new Map([['salt', 'ceph']]) });
    expect(byId(merged, 'salt')).toEqual(salt);
    expect(byId(merged, 'ceph')?.aliases).toEqual(['RADOS']);
  });

  it('takes in an own skill once the person named it, merged it or gave it a spelling', () => {
    const named = applyPersonTaxonomy(shipped, own, { ...NOTHING, names: new Map([['own-frob', 'Frobnicator']]) });
    expect(byId(named, 'own-frob')).toMatchObject({ name: 'Frobnicator', exact: ['Frob'] });
    expect(byId(named, 'own-quux')).toBeUndefined();
    const merged = applyPersonTaxonomy(shipped, own, { ...NOTHING, merges: new Map([['own-frob', 'own-quux']]) });
    expect(byId(merged, 'own-quux')?.aliases).toEqual(['Frob']);
  });

  it('finds an own skill with a short name only in its own case', () => {
    const names = new Map([
      ['own-frob', 'Frob'],
      ['own-wharfside', 'Wharfside'],
    ]);
    const named = applyPersonTaxonomy(shipped, own, { ...NOTHING, names });
    expect(byId(named, 'own-frob')?.exact).toEqual(['Frob']);
    expect(byId(named, 'own-wharfside')?.exact).toEqual([]);
  });

  it('lets the spelling of a person win over a shipped spelling, and a shipped name over both', () => {
    const aliases = new Map([['gluster', ['rados', 'Salt']]]);
    const changed = applyPersonTaxonomy(shipped, own, { ...NOTHING, aliases });
    expect(byId(changed, 'ceph')?.aliases).toEqual([]);
    expect(byId(changed, 'gluster')?.aliases).toEqual(['Gluster', 'rados']);
    expect(byId(changed, 'salt')?.name).toBe('Salt');
  });
});

describe('merges', () => {
  const merges = new Map([
    ['a', 'b'],
    ['b', 'c'],
  ]);

  it('are followed to the end, and every member is known', () => {
    expect(resolveMerge(merges, 'a')).toBe('c');
    expect(membersOf(merges, 'c')).toEqual(['c', 'a', 'b']);
    expect(membersOf(merges, 'z')).toEqual(['z']);
  });

  it('end even where damaged data goes in circles', () => {
    const circle = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(['a', 'b']).toContain(resolveMerge(circle, 'a'));
  });
});

describe('a name', () => {
  it('belongs to whoever has it as name or spelling, however it is written', () => {
    expect(ownerOf(shipped, 'r.a.d.o.s', null)?.id).toBe('ceph');
    expect(ownerOf(shipped, 'gluster fs', null)?.id).toBe('gluster');
    expect(ownerOf(shipped, 'Ceph', 'ceph')).toBeNull();
    expect(ownerOf(shipped, 'MinIO', null)).toBeNull();
  });
});

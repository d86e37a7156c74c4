import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unruledSurfaces } from '../../../core/skills/surfaces.ts';
import { readContent } from '../../../db/content/load.ts';
import { skill } from './small.ts';

const idsOf = (skills: Parameters<typeof unruledSurfaces>[0]): string[][] =>
  unruledSurfaces(skills).map((shared) => shared.skills.map(({ id }) => id));

describe('spellings', () => {
  it('point one way only in the taxonomy that ships', () => {
    const { skills } = readContent(join(import.meta.dirname, '..', '..', '..', 'assets')).parse();
    const shared = unruledSurfaces(skills).map((one) => `${one.surface}: ${one.skills.map(({ id }) => id).join(', ')}`);
    expect(shared).toEqual([]);
  });

  it('may be shared where context tells the skills apart', () => {
    const tool = skill('borg', 'Borg', { ambiguous: true, context: ['backup'] });
    expect(idsOf([tool, skill('google-borg', 'Google Borg', { exact: ['Borg'] })])).toEqual([]);
  });

  it('may not be shared without context, whatever their case, accents and hyphens', () => {
    const first = skill('one', 'Réplica-Set');
    expect(idsOf([first, skill('two', 'Two', { aliases: ['replica set'] })])).toEqual([['one', 'two']]);
    expect(idsOf([first, skill('two', 'Two', { aliases: ['replica set'], ambiguous: true })])).toEqual([['one', 'two']]);
  });

  it('may not be shared by three of which two have no rule', () => {
    const ruled = skill('one', 'Echo', { ambiguous: true, context: ['labs'] });
    expect(idsOf([ruled, skill('two', 'Echo'), skill('three', 'ECHO')])).toEqual([['one', 'two', 'three']]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkNumber, readNumber } from '../../../core/practice/numbers.ts';
import { inUnit, parseUnit } from '../../../core/practice/units.ts';

describe('a number with a unit', () => {
  it.each([
    [93, 'MB/s', 'TB/day', 8.0352],
    [8, 'TB/day', 'MB/s', 92.5926],
    [8, 'TB per day', 'Gbit/s', 0.7407],
    [1, 'Gb/s', 'MB/s', 125],
    [10, 'Gbps', 'GB/s', 1.25],
    [1, 'TiB', 'TB', 1.0995],
    [1, 'To', 'GiB', 931.3226],
    [90, 'min', 'h', 1.5],
    [2, 'weeks', 'days', 14],
    [5, '%', 'ratio', 0.05],
    [0.2, 'ratio', '%', 20],
    [2500, 'W', 'kW', 2.5],
  ])('%d %s is %s', (value, typed, wanted, expected) => {
    expect(inUnit(value, typed, wanted)).toBeCloseTo(expected, 3);
  });

  it.each([
    ['servers', 'servers'],
    ['MB', 'MB/s'],
    ['min', 'TB'],
    ['of them', 'GB'],
  ])('stays as it is where “%s” cannot be turned into “%s”', (typed, wanted) => {
    expect(inUnit(7, typed, wanted)).toBe(7);
  });

  it('is checked in the unit asked for; without one it is taken in that unit', () => {
    const part = {
      ...{ id: 'rate', ask: { en: 'How much?' }, unit: 'MB/s', value: 92.59, formula: '8e12 / 86400 / 1e6' },
      ...{ tolerance: { full: 0.02, partial: 0.1 }, slips: [{ value: 740.7, says: { en: 'Bits were given for bytes.' } }] },
    };
    const credit = (typed: string) => checkNumber(part, typed).credit;
    expect(['93', '~93 MB/s', '0.74 Gbit/s', '8 TB/day', '88,3 MiB/s'].map(credit)).toEqual(['full', 'full', 'full', 'full', 'full']);
    expect(['740 MB/s', '93 GB/s', 'ninety'].map(credit)).toEqual(['none', 'none', 'none']);
    expect(checkNumber(part, '741').slip?.en).toMatch(/Bits/);
  });

  it('keeps the short forms of thousands and millions', () => {
    expect(['3k', '2 M', '1.5 G'].map(readNumber)).toEqual([3000, 2e6, 1.5e9]);
    expect(parseUnit('minutes per year')).toMatchObject({ dimension: 'time/time' });
  });
});

import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readRole } from '../../../core/role/read-role.ts';
import { competency, role } from './samples.ts';

const { required: _r, importance: _i, weight: _w, note: _n, ...shared } = competency({ id: 'net.bgp', name: 'BGP' });
const catalogue = new Map([['net.bgp', shared]]);

describe('reading a role', () => {
  it('gives back what was exported, as YAML and as JSON', () => {
    const whole = role(competency({ id: 'l.a', skillsAll: ['a'], note: 'mine' }), competency({ id: 'l.b', skillsAny: [['b', 'c']] }));
    expect(readRole(parse(stringify(whole)), catalogue)).toEqual(whole);
    expect(readRole(JSON.parse(JSON.stringify(whole)), catalogue)).toEqual(whole);
  });

  it('fills a list of demands from the shared competencies', () => {
    const demands = {
      id: 'x',
      version: 1,
      name: 'X',
      summary: '',
      layers: [{ id: 'l', name: 'L', competencies: [{ id: 'net.bgp', required: 3, importance: 'must', weight: 2 }] }],
    };
    expect(readRole(demands, catalogue).layers[0]?.competencies[0]).toMatchObject({ name: 'BGP', required: 3, weight: 2 });
  });

  it.each([
    ['nothing', null, 'This is no role'],
    ['a list', [], 'This is no role'],
    ['a required level of nine', { ...role(competency({ id: 'l.a', required: 9 })) }, '“l” › competencies › “l.a” › required'],
    ['a competency that stands twice', role(competency({ id: 'l.a' }), competency({ id: 'l.a' })), 'stands twice'],
    [
      'an unknown shared competency',
      {
        id: 'x',
        version: 1,
        name: 'X',
        summary: '',
        layers: [{ id: 'l', name: 'L', competencies: [{ id: 'net.none', required: 3, importance: 'must', weight: 2 }] }],
      },
      'net.none',
    ],
  ])('refuses %s with words', (_, data, words) => {
    expect(() => readRole(data, catalogue)).toThrow(words);
    expect(() => readRole(data, catalogue)).toThrow('Nothing was stored.');
  });
});

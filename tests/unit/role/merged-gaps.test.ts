import { describe, expect, it } from 'vitest';
import { compareWithRole } from '../../../core/role/compare.ts';
import { mergeGaps, type SaidGap } from '../../../core/role/merged-gaps.ts';
import { competency, person, role } from './samples.ts';

const target = role(
  competency({ id: 'l.bgp', name: 'BGP', skillsAll: ['bgp'] }),
  competency({ id: 'l.net', name: 'Networks', skillsAny: [['bgp', 'vlan']], weight: 2 }),
  competency({ id: 'l.met', name: 'Met', skillsAll: ['met'] }),
);
const known = person({ bgp: 2, vlan: 2, met: 4 });
const comparison = compareWithRole(target, known, []);

function said(id: number, text: string, skills: readonly string[], status: SaidGap['status'] = 'open'): SaidGap {
  return { id, text, skills, status };
}

describe('gaps from several sides', () => {
  it('are one where they are the same: the person’s words join the competency that cannot do without the skill', () => {
    const gaps = mergeGaps(target, comparison, [said(1, 'I never ran BGP', ['bgp'])], []);
    expect(gaps.map(({ key, origins }) => [key, origins])).toEqual([
      ['l.bgp', ['said', 'role']],
      ['l.net', ['role']],
    ]);
    expect(gaps[0]?.said[0]?.text).toBe('I never ran BGP');
  });

  it('stand alone where no competency is about them, the same words of two documents once', () => {
    const gaps = mergeGaps(target, comparison, [said(1, 'Rust', ['rust']), said(2, 'Rust', ['rust'])], []);
    expect(gaps.filter(({ competency: of }) => of === null)).toMatchObject([
      { key: 'said:rust', title: 'Rust', said: [{ id: 1 }, { id: 2 }] },
    ]);
  });

  it('come from practice too, when the answers show less than required', () => {
    const observed = { ...known, observed: new Map([['l.met', 2]]) };
    const gaps = mergeGaps(target, compareWithRole(target, observed, []), [], []);
    expect(gaps.find(({ key }) => key === 'l.met')?.origins).toEqual(['practice']);
  });

  it('keep the state they were given, and what is closed comes last', () => {
    const states = [{ key: 'l.bgp', status: 'closed' as const, note: 'done in the lab', dueOn: '2027-01-01' }];
    const gaps = mergeGaps(target, comparison, [], states);
    expect(gaps.map(({ key }) => key)).toEqual(['l.net', 'l.bgp']);
    expect(gaps[1]).toMatchObject({ status: 'closed', note: 'done in the lab', dueOn: '2027-01-01' });
  });

  it('take the least advanced status of what was said', () => {
    const gaps = mergeGaps(target, comparison, [said(1, 'a', ['bgp'], 'closed'), said(2, 'b', ['bgp'], 'in_progress')], []);
    expect(gaps[0]?.status).toBe('in_progress');
  });

  it('stay in the list as history when they were taken up and are met by now', () => {
    const states = [{ key: 'l.met', status: 'closed' as const, note: '', dueOn: null }];
    expect(mergeGaps(target, comparison, [], states).find(({ key }) => key === 'l.met')).toMatchObject({ origins: [], status: 'closed' });
  });

  it('are, without a role, only what was said', () => {
    const nothing = { ...target, layers: [] };
    expect(mergeGaps(nothing, compareWithRole(nothing, known, []), [said(1, 'Go', [])], [])).toMatchObject([
      { key: 'said:go', origins: ['said'] },
    ]);
  });
});

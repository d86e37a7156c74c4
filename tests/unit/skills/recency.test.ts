import { describe, expect, it } from 'vitest';
import type { Stance } from '../../../core/import/types.ts';
import { lastUsed, recencyOf } from '../../../core/skills/recency.ts';

const said = (stance: Stance, from: string | null, to: string | null) => ({ stance, period: { from, to } });

describe('when a skill was last used', () => {
  it('is the latest year of any use', () => {
    expect(lastUsed([said('operated', '2015', '2019-04'), said('used', '2012', '2014')])).toBe(2019);
  });

  it('is now where a use goes on', () => {
    expect(lastUsed([said('used', '2012', '2014'), said('operated', '2021-02', null)])).toBe('now');
  });

  it('is unknown without a date, and never guessed from a mention, a wish or a gap', () => {
    expect(lastUsed([])).toBeNull();
    expect(lastUsed([{ stance: 'built', period: null }])).toBeNull();
    expect(lastUsed([said('mentioned', '2020', '2024'), said('gap', '2020', null), said('todo', '2025', null)])).toBeNull();
  });

  it('is the year something was left, but what was left is not in use now', () => {
    expect(lastUsed([said('dropped', '2010', '2018')])).toBe(2018);
    expect(lastUsed([said('dropped', '2010', null)])).toBeNull();
  });
});

describe('recency', () => {
  it.each([
    ['now', 'now'],
    [2026, 'recent'],
    [2024, 'recent'],
    [2023, 'older'],
    [2021, 'older'],
    [2020, 'long-ago'],
    [null, 'unknown'],
  ] as const)('of %s seen from 2026 is %s', (last, recency) => {
    expect(recencyOf(last, 2026)).toBe(recency);
  });
});

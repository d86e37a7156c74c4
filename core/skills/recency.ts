import type { Period, Stance } from '../import/types.ts';

/** When a skill was last used: the year, `now` where it goes on, null where no document says. */
export type LastUsed = number | 'now' | null;

export const RECENCIES = ['now', 'recent', 'older', 'long-ago', 'unknown'] as const;
export type Recency = (typeof RECENCIES)[number];

/** Stances that tell of using the skill; a name in a list, a wish or a gap does not make it used. */
const IN_USE: ReadonlySet<Stance> = new Set<Stance>(['built', 'led', 'operated', 'used', 'taught', 'evaluated']);
const RECENT_YEARS = 2;
const OLDER_YEARS = 5;

interface DatedStatement {
  readonly stance: Stance;
  readonly period: Period | null;
}

/** The latest year any statement of use is dated with. Something left behind counts up to the year it was left. */
export function lastUsed(statements: readonly DatedStatement[]): LastUsed {
  let latest: LastUsed = null;
  for (const { stance, period } of statements) {
    if (period === null) continue;
    if (IN_USE.has(stance) && period.to === null && period.from !== null) return 'now';
    if (!IN_USE.has(stance) && stance !== 'dropped') continue;
    const year = period.to === null ? Number.NaN : Number(period.to.slice(0, 4));
    if (Number.isInteger(year) && (latest === null || year > latest)) latest = year;
  }
  return latest;
}

/** How long ago that is, seen from `year`: recent is up to two years, older up to five. */
export function recencyOf(last: LastUsed, year: number): Recency {
  if (last === null) return 'unknown';
  if (last === 'now') return 'now';
  const ago = year - last;
  if (ago <= RECENT_YEARS) return 'recent';
  return ago <= OLDER_YEARS ? 'older' : 'long-ago';
}

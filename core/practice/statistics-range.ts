import { dayStart } from '../day.ts';

/** How far back statistics look. */
export const RANGES = ['30', '90', 'year', 'all'] as const;
export type StatisticsRange = (typeof RANGES)[number];

const DAYS = { '30': 30, '90': 90, year: 365 } as const;

/** The start of the first local day of a range that ends today; 0 for all. */
export function rangeStart(range: StatisticsRange, nowMs: number): number {
  return range === 'all' ? 0 : dayStart(nowMs, 1 - DAYS[range]);
}

/** The start of the week (Monday) or month that holds a time, in local days: the periods a range is divided into. */
export function periodStart(range: StatisticsRange, ms: number): number {
  const date = new Date(ms);
  if (range === 'year' || range === 'all') return new Date(date.getFullYear(), date.getMonth(), 1).getTime();
  return dayStart(ms, -((date.getDay() + 6) % 7));
}

import { localDay } from '../../../core/day.ts';

export interface HeatDay {
  /** As 2027-03-01. */
  readonly day: string;
  readonly answers: number;
  readonly minutes: number;
}

export interface HeatWeek {
  /** Monday first; shorter in the week that is not over. */
  readonly days: readonly HeatDay[];
  /** The month whose first day is in this week; null in the others. */
  readonly month: string | null;
}

const WEEKS = 53;

/** The last 53 weeks as columns, the last holding today; days without an answer among them. */
export function heatWeeks(practised: readonly HeatDay[], today: string): HeatWeek[] {
  const known = new Map(practised.map((one) => [one.day, one]));
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const weekday = (new Date(year, month - 1, date).getDay() + 6) % 7;
  const first = date - weekday - (WEEKS - 1) * 7;
  return Array.from({ length: WEEKS }, (_, week) => {
    const dates = Array.from(
      { length: week === WEEKS - 1 ? weekday + 1 : 7 },
      (_unused, day) => new Date(year, month - 1, first + week * 7 + day),
    );
    const start = dates.find((one) => one.getDate() === 1);
    return {
      days: dates.map((one) => known.get(localDay(one.getTime())) ?? { day: localDay(one.getTime()), answers: 0, minutes: 0 }),
      month: start?.toLocaleDateString('en-GB', { month: 'short' }) ?? null,
    };
  });
}

const STEPS = [1, 5, 10, 20];

/** 0 for no answer to 4 for 20 and more. */
export function heatStep(answers: number): number {
  return STEPS.filter((from) => answers >= from).length;
}

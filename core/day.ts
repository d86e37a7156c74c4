/** A day as 2027-03-01, in the calendar of the machine: what a person means by "today". */
export function localDay(ms: number): string {
  const date = new Date(ms);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** The hour at which a day of practice ends: who practises past midnight is still in the day before. */
const DAY_STARTS_AT_HOUR = 4;

/** Start and end of the day of practice that holds a time, from four in the morning to four, in the calendar of the machine. */
export function practiceDay(ms: number): { readonly startMs: number; readonly endMs: number } {
  const date = new Date(ms);
  if (date.getHours() < DAY_STARTS_AT_HOUR) date.setDate(date.getDate() - 1);
  date.setHours(DAY_STARTS_AT_HOUR, 0, 0, 0);
  const startMs = date.getTime();
  date.setDate(date.getDate() + 1);
  return { startMs, endMs: date.getTime() };
}

/** The start of the local day that holds `ms`, `days` later; right over a change of the clocks, where a day has 23 or 25 hours. */
export function dayStart(ms: number, days = 0): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** The starts of the local days from the one that holds `fromMs` to the one that holds `untilMs`, and the start of the next one. */
export function dayStarts(fromMs: number, untilMs: number): number[] {
  const starts: number[] = [];
  const end = dayStart(untilMs, 1);
  for (let start = dayStart(fromMs); start <= end; start = dayStart(start, 1)) starts.push(start);
  return starts;
}

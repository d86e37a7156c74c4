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

/** What the line and bar charts of this screen have in common. */
export const TIP = { background: 'var(--plumb-card)', border: '1px solid var(--plumb-line)', borderRadius: 8 } as const;
export const TICK = { fontSize: 12 } as const;

/** A day as 3 Mar, in the person's calendar. */
export function shortDay(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}

/** The same with the year: 3 Mar 27. */
export function fullDay(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: '2-digit' });
}

/** The time at which a day such as 2027-03-01 begins here. */
export function dayMs(day: string): number {
  return Date.parse(`${day}T00:00:00`);
}

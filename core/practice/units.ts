/** A unit as a multiple of its basic one: bytes and seconds as SI and IEC define them, months of 30 and years of 365 days. */
export interface Unit {
  readonly factor: number;
  /** What is measured, as `data/time`; two units can be turned into each other when it is the same. */
  readonly dimension: string;
}

const SI: Readonly<Record<string, number>> = { '': 1, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 };
const IEC: Readonly<Record<string, number>> = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 };
const PREFIXES = { ...SI, ...IEC };
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TIMES: readonly [RegExp, number][] = [
  [/^(?:ms|milliseconds?)$/i, 1e-3],
  [/^(?:s|secs?|seconds?|secondes?)$/i, 1],
  [/^(?:min|mins|minutes?)$/i, MINUTE],
  [/^(?:h|hr|hrs|hours?|heures?)$/i, HOUR],
  [/^(?:d|days?|j|jours?)$/i, DAY],
  [/^(?:weeks?|semaines?)$/i, 7 * DAY],
  [/^(?:months?|mois)$/i, 30 * DAY],
  [/^(?:y|years?|ans?|années?)$/i, 365 * DAY],
];
const BITS_PER_BYTE = 8;

/**
 * Reads a unit as people write it: "TB/day", "MB/s", "Gbit/s", "GiB", "min", "kW", "%".
 * @returns null for what is only counted ("servers") and what is not known.
 */
export function parseUnit(text: string): Unit | null {
  const [above = '', below, ...more] = text
    .trim()
    .replace(/\s+per\s+|\s+par\s+/i, '/')
    .split('/');
  const top = atom(above.trim());
  if (top === null || more.length > 0) return null;
  if (below === undefined) return top;
  const bottom = atom(below.trim());
  return bottom && { factor: top.factor / bottom.factor, dimension: `${top.dimension}/${bottom.dimension}` };
}

function atom(text: string): Unit | null {
  if (text === '%') return { factor: 0.01, dimension: 'share' };
  if (text === 'ratio') return { factor: 1, dimension: 'share' };
  const time = TIMES.find(([pattern]) => pattern.test(text));
  if (time) return { factor: time[1], dimension: 'time' };
  const rate = /^([kKMGTPE]?)bps$/.exec(text);
  if (rate) return { factor: (PREFIXES[rate[1] ?? ''] ?? 1) / BITS_PER_BYTE, dimension: 'data/time' };
  const data = /^([kKMGTPE]i?|)(B|b|o|bytes?|octets?|bits?)$/.exec(text);
  if (data) {
    const isBit = /^b(?:its?)?$/.test(data[2] ?? '');
    return { factor: (PREFIXES[data[1] ?? ''] ?? 1) / (isBit ? BITS_PER_BYTE : 1), dimension: 'data' };
  }
  const power = /^([kM]?)(Wh|W|A)$/.exec(text);
  return power ? { factor: SI[power[1] ?? ''] ?? 1, dimension: power[2] ?? '' } : null;
}

/**
 * A value typed with a unit, in the unit asked for: 93 with "MB/s" is 8.04 "TB/day". Where the typed text is no unit, or one of
 * something else, the value is taken as it stands.
 */
export function inUnit(value: number, typed: string, wanted: string): number {
  const [from, to] = [parseUnit(typed), parseUnit(wanted)];
  return from && to && from.dimension === to.dimension ? (value * from.factor) / to.factor : value;
}

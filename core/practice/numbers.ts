import type { EstimatePart, Localized } from '../content/question.ts';
import { inUnit, parseUnit } from './units.ts';

export interface NumberCheck {
  readonly partId: string;
  readonly credit: 'full' | 'partial' | 'none';
  /** The value the app compared with; null where no number could be read. */
  readonly read: number | null;
  readonly expected: number;
  readonly unit: string;
  /** The slip that leads to this very result, where one is known. */
  readonly slip: Localized | null;
}

const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12, p: 1e15 };

/**
 * Reads a number as people type it: "420 000", "420,000", "1.5e6", "2,5", "3k". A single comma followed by exactly three
 * digits separates thousands; otherwise it is a decimal comma.
 * @returns null where there is no number.
 */
export function readNumber(text: string): number | null {
  return readQuantity(text)?.value ?? null;
}

/** The number, and what stands behind it. */
function readQuantity(text: string): { readonly value: number; readonly unit: string } | null {
  const match = /[-+]?\d[\d\s\u00a0\u202f,._']*(?:e[-+]?\d+)?/i.exec(text);
  if (match === null) return null;
  let digits = match[0].replace(/[\s\u00a0\u202f_']/g, '');
  const commas = digits.split(',').length - 1;
  if (commas === 1 && !digits.includes('.') && !/,\d{3}(?!\d)/.test(digits)) digits = digits.replace(',', '.');
  else digits = digits.replaceAll(',', '');
  const value = Number(digits.replace(/\.$/, ''));
  if (Number.isNaN(value)) return null;
  const unit = text.slice(match.index + match[0].length).trim();
  if (parseUnit(unit) !== null) return { value, unit };
  const suffix = /^([kmgtp])\b/i.exec(unit);
  return { value: value * (suffix?.[1] ? (MULTIPLES[suffix[1].toLowerCase()] ?? 1) : 1), unit: '' };
}

/**
 * Exact check of a typed number against a part's value: within `full` full credit, within `partial` part of it. A unit typed behind
 * the number is turned into the one asked for: "93 MB/s" answers 8 TB/day.
 */
export function checkNumber(part: EstimatePart, typed: string): NumberCheck {
  const quantity = readQuantity(typed);
  const read = quantity === null ? null : inUnit(quantity.value, quantity.unit, part.unit);
  const within = (value: number, share: number): boolean => Math.abs((read ?? Number.NaN) - value) <= Math.abs(value) * share + 1e-9;
  const credit =
    read === null
      ? 'none'
      : within(part.value, part.tolerance.full)
        ? 'full'
        : within(part.value, part.tolerance.partial)
          ? 'partial'
          : 'none';
  const slip = credit === 'full' ? undefined : part.slips.find(({ value }) => within(value, Math.max(part.tolerance.full, 0.01)));
  return { partId: part.id, credit, read, expected: part.value, unit: part.unit, slip: slip?.says ?? null };
}

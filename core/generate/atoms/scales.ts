import type { ScaleFact } from '../facts.ts';
import type { ClaimStance, Figure, Noun, Source } from '../types.ts';
import { lastHeading, type Reading, slug } from './reading.ts';

/** A number that says how big something was, and of what. */
export interface ScaleAtom {
  readonly atom: string;
  readonly noun: Noun;
  readonly figure: Figure;
  readonly stance: ClaimStance;
  readonly source: Source;
}

const RATES: Readonly<Record<string, NonNullable<Figure['per']>>> = { day: 'day', month: 'month', hour: 'hour', s: 's' };
const CLASSES = ['service', 'platform', 'tool'] as const;

/** Numbers whose subject is one skill for certain; where it is not, the number is left alone. Of equal ones the first. */
export function scaleAtoms(reading: Reading): ScaleAtom[] {
  const atoms = new Map<string, ScaleAtom>();
  for (const scale of reading.facts.scales) {
    const noun = subjectOf(reading, scale);
    if (noun === null || isLimitItself(reading, scale) || isOfOneMachine(scale)) continue;
    const figure = figureOf(scale);
    const atom = slug(`${noun.skillId} ${scale.value} ${scale.unit}`);
    const { value, unit } = scale;
    const work = reading.facts.statements.find(({ documentId, start, end }) => isAt(scale.line, documentId, start, end))?.work ?? null;
    const stance = reading.limits.stanceOf({ skillIds: [noun.skillId], source: scale.line, figure: { value, unit }, work });
    if (!atoms.has(atom)) atoms.set(atom, { atom, noun, figure, stance, source: scale.line });
  }
  return [...atoms.values()];
}

function isAt(line: Source, documentId: number, start: number, end: number): boolean {
  return line.documentId === documentId && line.start === start && line.end === end;
}

/** "6 hosts x 512 GB RAM", "(16 GB of memory each)": the size of a machine, not of what runs on it. */
function isOfOneMachine({ line, start, end, unit }: ScaleFact): boolean {
  if (unit !== 'GB' && unit !== 'TB') return false;
  return (
    /^\s*(?:of )?(?:RAM|memory|mémoire|de RAM|de mémoire|each)\b/i.test(line.text.slice(end - line.start)) ||
    /\bx\s*$/i.test(line.text.slice(0, Math.max(0, start - line.start)))
  );
}

/** A number inside a caveat is what is taken back, or refused, and no fact. */
function isLimitItself({ facts }: Reading, { documentId, start, end }: ScaleFact): boolean {
  return facts.caveats.some((caveat) => caveat.documentId === documentId && start >= caveat.start && end <= caveat.end);
}

/** Named in the number itself ("5 Kafka nodes"), the only one of its line, or the one its heading names. */
function subjectOf(reading: Reading, scale: ScaleFact): Noun | null {
  const nouns = scale.skills.flatMap((id) => reading.named(id, CLASSES) ?? []);
  const within = nouns.filter(({ en }) => scale.text.toLowerCase().includes(en.toLowerCase()));
  if (within.length === 1) return within[0] ?? null;
  const heading = lastHeading(scale.section)?.toLowerCase() ?? '';
  const headed = nouns.filter(({ en }) => heading.includes(en.toLowerCase()));
  if (headed.length === 1 && !isComparison(heading)) return headed[0] ?? null;
  return nouns.length === 1 ? (nouns[0] ?? null) : null;
}

/** "Prometheus / Thanos", "A → B": a heading over two things. */
function isComparison(heading: string): boolean {
  return /\s\/\s|→|->|\bvs\b/.test(heading);
}

function figureOf({ value, unit, text, start, line }: ScaleFact): Figure {
  const [what = unit, rate] = unit === 'req/s' || unit === 'Gbit/s' ? [unit] : unit.split('/');
  const before = line.text.slice(Math.max(0, start - line.start - 14), Math.max(0, start - line.start));
  const precision =
    /\d\s?[kM]?\+/.test(text) || /(?:more than|over|plus de|>)\s*$/i.test(before) ? 'over' : isAbout(before) ? 'about' : 'exact';
  return { class: 'figure', value, unit: what, per: rate === undefined ? null : (RATES[rate] ?? null), precision };
}

function isAbout(before: string): boolean {
  return /(?:[~≈±]|\babout|\baround|\broughly|\bnearly|\bapprox\w*\.?|\bca\.|\benviron|\bpresque|\d\s?[-–]|\bto)\s*$/i.test(before);
}

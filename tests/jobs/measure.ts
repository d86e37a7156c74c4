import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SkillMatcher } from '../../core/import/matcher.ts';
import { readDocument } from '../../core/import/read-document.ts';
import { type JobReading, type Requirement, readJob } from '../../core/job/read-job.ts';

export const JOBS = join(import.meta.dirname, 'documents');

const importance = z.enum(['must', 'nice']);
const goldSchema = z.object({
  language: z.string(),
  role: z.string(),
  company_stack: z.array(z.string()).nullish(),
  not_needed: z.array(z.string()).nullish(),
  requirements: z.array(
    z.object({
      name: z.string(),
      quote: z.string(),
      importance,
      years: z.number().optional(),
      level: z.number().optional(),
      alternatives: z.number().optional(),
    }),
  ),
  other: z.array(z.object({ quote: z.string(), kind: z.string(), importance })).nullish(),
});
type Gold = z.infer<typeof goldSchema>;
type GoldRequirement = Gold['requirements'][number];

export interface Job {
  readonly name: string;
  readonly gold: Gold;
}

/** The job descriptions with what a careful reader finds in them. */
export function loadJobs(): Job[] {
  const files = readdirSync(JOBS).sort();
  return files
    .filter((name) => !name.endsWith('.gold.yaml'))
    .map((name) => ({ name, gold: goldSchema.parse(parse(readFileSync(join(JOBS, `${name.replace(/\.\w+$/, '')}.gold.yaml`), 'utf8'))) }));
}

export interface JobMeasure {
  readonly found: number;
  readonly right: number;
  readonly wanted: number;
  readonly met: number;
  readonly sameImportance: number;
  readonly levels: number;
  readonly sameLevel: number;
  readonly nearLevel: number;
  readonly groups: number;
  readonly sameGroups: number;
  readonly others: number;
  readonly metOthers: number;
}

/** Holds a reading against its gold: a requirement is met where a skill is found at its place, or by its name. */
export async function measureJob(
  bytes: Uint8Array,
  { name, gold }: Job,
  matcher: SkillMatcher,
): Promise<JobMeasure & { readonly notes: string[]; readonly reading: JobReading }> {
  const document = await readDocument(bytes, name);
  const reading = readJob(document, matcher);
  const notes: string[] = [];
  const matches = gold.requirements.map((wanted) => ({ wanted, found: findFor(document.text, wanted, reading.requirements) }));
  for (const { wanted, found } of matches) if (found === undefined) notes.push(`MISSED ${wanted.name} (${wanted.quote})`);
  const met = matches.flatMap(({ wanted, found }) => (found === undefined ? [] : [{ wanted, found }]));
  for (const { wanted, found } of met) {
    if (wanted.importance !== found.importance)
      notes.push(
        `IMPORTANCE ${wanted.name}: ${found.importance}, gold ${wanted.importance} (${found.importanceReason}) ${found.places[0]?.text}`,
      );
    if (wanted.level !== undefined && wanted.level !== found.level)
      notes.push(`LEVEL ${wanted.name}: ${found.level}, gold ${wanted.level} (${found.levelReason})`);
  }
  const right = new Set(met.map(({ found }) => found));
  for (const each of reading.requirements)
    if (!right.has(each))
      notes.push(`EXTRA ${each.name} ${each.importance} (${each.importanceReason}) ${each.places[0]?.text.slice(0, 160)}`);
  const levelled = met.filter(({ wanted }) => wanted.level !== undefined);
  const goldGroups = [...Map.groupBy(met, ({ wanted }) => wanted.alternatives).entries()].filter(
    ([id, list]) => id !== undefined && list.length > 1,
  );
  const others = gold.other ?? [];
  const metOthers = others.filter(({ quote, kind }) => {
    const at = placeOf(document.text, quote);
    const isMet = reading.other.some((each) => each.kind === kind && at !== null && each.start < at.end && at.start < each.end);
    if (!isMet) notes.push(`OTHER MISSED ${kind} ${quote}`);
    return isMet;
  });
  return {
    reading,
    notes,
    found: reading.requirements.length,
    right: right.size,
    wanted: gold.requirements.length,
    met: met.length,
    sameImportance: met.filter(({ wanted, found }) => wanted.importance === found.importance).length,
    levels: levelled.length,
    sameLevel: levelled.filter(({ wanted, found }) => wanted.level === found.level).length,
    nearLevel: levelled.filter(({ wanted, found }) => Math.abs((wanted.level ?? 0) - (found.level ?? 9)) <= 1).length,
    groups: goldGroups.length,
    sameGroups: goldGroups.filter(([, list]) => new Set(list.map(({ found }) => found.alternatives ?? found.skillId)).size === 1).length,
    others: others.length,
    metOthers: metOthers.length,
  };
}

function findFor(text: string, { name, quote }: GoldRequirement, found: readonly Requirement[]): Requirement | undefined {
  const place = placeOf(text, quote, name);
  const atPlace = found.find(({ places }) =>
    places.some(({ mention }) => place !== null && mention.start < place.end && place.start < mention.end),
  );
  const sameName = (each: Requirement): boolean =>
    [each.name, ...each.places.map(({ mention }) => mention.text)].some((one) => one.toLowerCase() === name.toLowerCase());
  return atPlace ?? found.find(sameName);
}

/** Where a quote stands, and in it the name; white space may be any. */
function placeOf(text: string, quote: string, name = quote): { start: number; end: number } | null {
  const found = loose(quote).exec(text);
  const inside = found === null ? null : loose(name).exec(found[0]);
  if (found === null || inside === null) return null;
  return { start: found.index + inside.index, end: found.index + inside.index + inside[0].length };
}

function loose(words: string): RegExp {
  const escaped = words.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(escaped.replaceAll(/\s+/g, '\\s+'), 'iu');
}

/** The counts of several documents together. */
export function sumOf(measures: readonly JobMeasure[]): JobMeasure {
  const total = (pick: (one: JobMeasure) => number): number => measures.reduce((sum, one) => sum + pick(one), 0);
  return {
    found: total((one) => one.found),
    right: total((one) => one.right),
    wanted: total((one) => one.wanted),
    met: total((one) => one.met),
    sameImportance: total((one) => one.sameImportance),
    levels: total((one) => one.levels),
    sameLevel: total((one) => one.sameLevel),
    nearLevel: total((one) => one.nearLevel),
    groups: total((one) => one.groups),
    sameGroups: total((one) => one.sameGroups),
    others: total((one) => one.others),
    metOthers: total((one) => one.metOthers),
  };
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

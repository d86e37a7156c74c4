import { localDay } from '../day.ts';
import type { Stance } from '../import/types.ts';
import { MAX_LEVEL } from '../levels.ts';
import type { Belief, CountedAnswer, Observed } from '../practice/level-tracker.ts';
import { ENOUGH_ANSWERS } from '../practice/observed-level.ts';
import type { PersonLevels } from './compare.ts';
import { combine, type Estimate, type Observation, observeEvidence } from './estimate.ts';
import { JUDGEMENT } from './judgement.ts';
import { levelsThen, levelsToday } from './observed-levels.ts';

export interface RecordedRating {
  readonly subject: 'skill' | 'competency';
  readonly subjectId: string;
  /** 0–5. */
  readonly level: number;
  /** self: given by the person; imported: read from a document's words. */
  readonly source: 'self' | 'imported';
  /** Given after reading what the level means. */
  readonly withWords: boolean;
  readonly raw: string | null;
  readonly reasons: readonly string[];
  readonly documentId: number | null;
  readonly ratedAtMs: number;
}

export interface RecordedStatement {
  readonly skillId: string;
  readonly stance: Stance;
  readonly hasScale: boolean;
  /** When its document was imported; the first of its versions counts. */
  readonly sinceMs: number;
}

export interface RecordedGap {
  readonly skills: readonly string[];
  readonly status: 'open' | 'in_progress' | 'closed';
  readonly createdAtMs: number;
  readonly changedAtMs: number;
}

/** What the answers say. */
export interface AnswerRecord {
  /** Of each competency with a counted answer, after the last one, with today's own ratings as prior. */
  readonly beliefs: ReadonlyMap<string, Belief>;
  /** The answers that count, per competency in order of time; read when a time before today is asked about. */
  readonly counted: () => ReadonlyMap<string, readonly CountedAnswer[]>;
  /** When the record was read: what is believed today has been idle until then. */
  readonly readAtMs: number;
}

/** All that is known about a person's levels, with the times at which it became known. */
export interface PersonRecord {
  /** In the order in which they were given; a skill's under the id it is read as. */
  readonly ratings: readonly RecordedRating[];
  readonly statements: readonly RecordedStatement[];
  readonly gaps: readonly RecordedGap[];
  readonly caveats: readonly { readonly skills: readonly string[]; readonly sinceMs: number }[];
  readonly answers: AnswerRecord;
  /** Skills read as another, with that other. */
  readonly merged: ReadonlyMap<string, string>;
}

type Known = Omit<PersonLevels, 'answers' | 'observed'>;

/**
 * The levels as they follow from what was known at a time: the same function for today and for any day before, so that a
 * line over time is computed anew and never stored.
 * @param atMs without it, all that is known, today.
 */
export function personLevelsAt(record: PersonRecord, atMs?: number): PersonLevels {
  const [then] = atMs === undefined ? [] : personLevelsOver(record, [atMs]);
  if (then) return then;
  return { ...knownAt(record, Number.POSITIVE_INFINITY), ...answered(levelsToday(record.answers)) };
}

/** The levels at each of these times, oldest first; the answers are gone through once for all of them. */
export function personLevelsOver(record: PersonRecord, timesMs: readonly number[]): PersonLevels[] {
  const known = timesMs.map((atMs) => ({ atMs, levels: knownAt(record, atMs) }));
  const observed = levelsThen(
    record.answers.counted(),
    known.map(({ atMs, levels }) => ({ atMs, ratings: levels.competencyRatings })),
  );
  return known.map(({ levels }, index) => ({ ...levels, ...answered(observed[index] ?? new Map()) }));
}

/** All but the answers. */
function knownAt(record: PersonRecord, atMs: number): Known {
  const gapSkills = new Set(record.gaps.filter((gap) => isOpenAt(gap, atMs)).flatMap(({ skills }) => skills));
  const caveatSkills = new Set(record.caveats.filter(({ sinceMs }) => sinceMs <= atMs).flatMap(({ skills }) => skills));
  const capOf = (id: string): number => (gapSkills.has(id) ? JUDGEMENT.gapCap : caveatSkills.has(id) ? JUDGEMENT.caveatCap : MAX_LEVEL);
  const ratings = newestOf(record.ratings, atMs);
  const skills = skillEstimates(record, ratings, capOf, atMs);
  // A role may rest on a skill the person merged into another: it is answered by that one.
  for (const [id, into] of record.merged) {
    const estimate = skills.get(into);
    if (estimate) skills.set(id, estimate);
    if (gapSkills.has(into)) gapSkills.add(id);
  }
  return { skills, competencyRatings: observeCompetencies(ratings), gapSkills };
}

/** What the ratings of competencies say, by competency. */
export function observeCompetencies(ratings: readonly RecordedRating[]): Map<string, Observation> {
  return new Map(
    ratings.filter(({ subject }) => subject === 'competency').map((rating) => [rating.subjectId, observeRating(rating, MAX_LEVEL)]),
  );
}

/** A gap closed later was still open before. */
function isOpenAt({ status, createdAtMs, changedAtMs }: RecordedGap, atMs: number): boolean {
  return createdAtMs <= atMs && (status !== 'closed' || changedAtMs > atMs);
}

/**
 * Per subject the newest own rating and the newest level of each document. A level set in a document's review is an own
 * rating too, so own ratings are reduced to the newest over all documents.
 */
export function newestOf<T extends RecordedRating>(ratings: readonly T[], atMs = Number.POSITIVE_INFINITY): T[] {
  const newest = new Map<string, T>();
  for (const rating of ratings) {
    if (rating.ratedAtMs > atMs) continue;
    const from = rating.source === 'self' ? 'self' : String(rating.documentId);
    newest.set(`${rating.subject} ${rating.subjectId} ${from}`, rating);
  }
  return [...newest.values()];
}

function skillEstimates(
  { statements }: PersonRecord,
  ratings: readonly RecordedRating[],
  capOf: (id: string) => number,
  atMs: number,
): Map<string, Estimate> {
  const observations = new Map<string, Observation[]>();
  const add = (id: string, observation: Observation): void => {
    const list = observations.get(id);
    if (list) list.push(observation);
    else observations.set(id, [observation]);
  };
  for (const rating of ratings) {
    // A document's words under a gap or caveat are capped; what a person says of themself today is not.
    if (rating.subject === 'skill')
      add(rating.subjectId, observeRating(rating, rating.source === 'imported' ? capOf(rating.subjectId) : MAX_LEVEL));
  }
  const said = statements.filter(({ sinceMs }) => sinceMs <= atMs);
  for (const [id, signs] of Map.groupBy(said, ({ skillId }) => skillId)) {
    const observation = observeEvidence(signs, capOf(id));
    if (observation) add(id, observation);
  }
  return new Map(
    [...observations].flatMap(([id, list]) => {
      const estimate = combine(list);
      return estimate ? [[id, estimate] as const] : [];
    }),
  );
}

function observeRating({ level, source, withWords, raw, reasons }: RecordedRating, cap: number): Observation {
  const { variance } = JUDGEMENT;
  if (source === 'self') {
    return { value: level, variance: withWords ? variance.selfWithWords : variance.self, source, reason: `You rate yourself ${level}.` };
  }
  const words = raw === null ? (reasons[0] ?? 'Read from the document.') : `The document says “${raw}”.`;
  return { value: Math.min(level, cap), variance: variance.imported, source, reason: words };
}

function answered(levels: ReadonlyMap<string, Observed>): Pick<PersonLevels, 'answers' | 'observed'> {
  const answers = new Map<string, Observation>();
  const observed = new Map<string, number>();
  for (const [id, { level, alone }] of levels) {
    if (alone)
      answers.set(id, { ...alone, source: 'answers', reason: `${level.answers} counted answer${level.answers === 1 ? '' : 's'}.` });
    if (level.answers >= ENOUGH_ANSWERS) observed.set(id, level.mean);
  }
  return { answers, observed };
}

/**
 * The times at which something became known, oldest first, at most `most` of them: the first, the last, and of the others
 * those after which most was new.
 */
export function turningPoints(record: PersonRecord, most: number): number[] {
  const byDay = new Map<string, { atMs: number; count: number }>();
  const note = (atMs: number): void => {
    const day = localDay(atMs);
    const before = byDay.get(day);
    byDay.set(day, { atMs: Math.max(atMs, before?.atMs ?? 0), count: (before?.count ?? 0) + 1 });
  };
  for (const { ratedAtMs } of record.ratings) note(ratedAtMs);
  for (const { sinceMs } of record.statements) note(sinceMs);
  for (const answers of record.answers.counted().values()) for (const { answeredAtMs } of answers) note(answeredAtMs);
  for (const { createdAtMs, changedAtMs } of record.gaps) for (const atMs of new Set([createdAtMs, changedAtMs])) note(atMs);
  const days = [...byDay.values()].sort((a, b) => a.atMs - b.atMs);
  const [first, last] = [days.at(0), days.at(-1)];
  const kept = new Set(
    days
      .slice(1, -1)
      .sort((a, b) => b.count - a.count)
      .slice(0, Math.max(0, most - 2)),
  );
  return days.filter((day) => day === first || day === last || kept.has(day)).map(({ atMs }) => atMs);
}

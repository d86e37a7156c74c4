import type { Question } from '../content/question.ts';
import { localDay } from '../day.ts';
import type { Stance } from '../import/types.ts';
import { MAX_LEVEL } from '../levels.ts';
import { countedAnswers, type GivenAnswer } from '../practice/counted-answers.ts';
import { ENOUGH_ANSWERS, type ObservedLevel, observeLevel, priorFromSelf, withoutPrior } from '../practice/observed-level.ts';
import type { PersonLevels } from './compare.ts';
import { combine, type Estimate, type Observation, observeEvidence } from './estimate.ts';
import { JUDGEMENT } from './judgement.ts';

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

/** All that is known about a person's levels, with the times at which it became known. */
export interface PersonRecord {
  /** In the order in which they were given; a skill's under the id it is read as. */
  readonly ratings: readonly RecordedRating[];
  readonly statements: readonly RecordedStatement[];
  readonly gaps: readonly RecordedGap[];
  readonly caveats: readonly { readonly skills: readonly string[]; readonly sinceMs: number }[];
  /** In order of time. */
  readonly answers: readonly GivenAnswer[];
  readonly questions: ReadonlyMap<string, Question>;
  /** Skills read as another, with that other. */
  readonly merged: ReadonlyMap<string, string>;
}

/**
 * The levels as they follow from what was known at a time: the same function for today and for any day before, so that a
 * line over time is computed anew and never stored.
 */
export function personLevelsAt(record: PersonRecord, atMs = Number.POSITIVE_INFINITY): PersonLevels {
  const gapSkills = new Set(record.gaps.filter((gap) => isOpenAt(gap, atMs)).flatMap(({ skills }) => skills));
  const caveatSkills = new Set(record.caveats.filter(({ sinceMs }) => sinceMs <= atMs).flatMap(({ skills }) => skills));
  const capOf = (id: string): number => (gapSkills.has(id) ? JUDGEMENT.gapCap : caveatSkills.has(id) ? JUDGEMENT.caveatCap : MAX_LEVEL);
  const ratings = newestOf(record.ratings, atMs);
  const competencyRatings = new Map(
    ratings.filter(({ subject }) => subject === 'competency').map((rating) => [rating.subjectId, observeRating(rating, MAX_LEVEL)]),
  );
  const skills = skillEstimates(record, ratings, capOf, atMs);
  // A role may rest on a skill the person merged into another: it is answered by that one.
  for (const [id, into] of record.merged) {
    const estimate = skills.get(into);
    if (estimate) skills.set(id, estimate);
    if (gapSkills.has(into)) gapSkills.add(id);
  }
  return { skills, competencyRatings, gapSkills, ...answered(record, competencyRatings, atMs) };
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

function answered(record: PersonRecord, self: ReadonlyMap<string, Observation>, atMs: number): Pick<PersonLevels, 'answers' | 'observed'> {
  const answers = new Map<string, Observation>();
  const observed = new Map<string, number>();
  for (const [id, { level, alone }] of observedLevels(record, self, atMs)) {
    if (alone)
      answers.set(id, { ...alone, source: 'answers', reason: `${level.answers} counted answer${level.answers === 1 ? '' : 's'}.` });
    if (level.answers >= ENOUGH_ANSWERS) observed.set(id, level.mean);
  }
  return { answers, observed };
}

/** Observed level per competency with at least one counted answer, and what the answers alone say. */
export function observedLevels(
  { answers, questions }: Pick<PersonRecord, 'answers' | 'questions'>,
  self: ReadonlyMap<string, Observation>,
  atMs = Number.POSITIVE_INFINITY,
): Map<string, { readonly level: ObservedLevel; readonly alone: { readonly value: number; readonly variance: number } | null }> {
  const given = answers.filter(({ answeredAtMs }) => answeredAtMs <= atMs);
  const own = [...self.values()].map(({ value }) => value);
  const ownMean = own.length === 0 ? null : own.reduce((sum, value) => sum + value, 0) / own.length;
  return new Map(
    [...countedAnswers(given, questions)].map(([id, counted]) => {
      const prior = priorFromSelf(self.get(id)?.value ?? null, ownMean);
      const level = observeLevel(counted, prior);
      return [id, { level, alone: withoutPrior(level, prior) }];
    }),
  );
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
  for (const { answeredAtMs } of record.answers) note(answeredAtMs);
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

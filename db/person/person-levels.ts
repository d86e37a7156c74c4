import { MAX_LEVEL } from '../../core/levels.ts';
import { countedAnswers } from '../../core/practice/counted-answers.ts';
import { ENOUGH_ANSWERS, type ObservedLevel, observeLevel, priorFromSelf, withoutPrior } from '../../core/practice/observed-level.ts';
import type { PersonLevels } from '../../core/role/compare.ts';
import { combine, type Estimate, type EvidenceSign, type Observation, observeEvidence } from '../../core/role/estimate.ts';
import { JUDGEMENT } from '../../core/role/judgement.ts';
import { profileReviews } from '../practice/reviews.ts';
import { listQuestions } from '../questions/questions.ts';
import { mergesOf, readAs } from '../skills/person-taxonomy.ts';
import type { ReadableDb } from '../statement.ts';
import { listCaveats, listEvidence } from './evidence.ts';
import { listGaps } from './gaps.ts';
import { latestRatings, type Rating } from './ratings.ts';

/** Everything the database knows about a person's levels, weighed as core/role says. */
export function loadPersonLevels(db: ReadableDb, profileId: number): PersonLevels {
  const ratings = latestRatings(db, profileId);
  const gapSkills = new Set(
    listGaps(db, profileId)
      .filter(({ status }) => status !== 'closed')
      .flatMap(({ skills }) => skills),
  );
  const caveatSkills = new Set(listCaveats(db, profileId).flatMap(({ skills }) => skills));
  const capOf = (id: string): number => (gapSkills.has(id) ? JUDGEMENT.gapCap : caveatSkills.has(id) ? JUDGEMENT.caveatCap : MAX_LEVEL);
  const competencyRatings = new Map(
    ratings.filter(({ subject }) => subject === 'competency').map((rating) => [rating.subjectId, observeRating(rating, MAX_LEVEL)]),
  );
  const skills = skillEstimates(db, profileId, ratings, capOf);
  // A role may rest on a skill the person merged into another: it is answered by that one.
  const canonical = readAs(db);
  for (const id of mergesOf(db).keys()) {
    const estimate = skills.get(canonical(id));
    if (estimate) skills.set(id, estimate);
    if (gapSkills.has(canonical(id))) gapSkills.add(id);
  }
  return {
    skills,
    competencyRatings,
    gapSkills,
    ...observeAnswers(db, profileId, competencyRatings),
  };
}

function skillEstimates(
  db: ReadableDb,
  profileId: number,
  ratings: readonly Rating[],
  capOf: (id: string) => number,
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
  for (const [id, rows] of Map.groupBy(listEvidence(db, profileId), ({ skillId }) => skillId)) {
    const signs: EvidenceSign[] = rows.map(({ stance, hasScale }) => ({ stance, hasScale: hasScale === 1 }));
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

function observeRating({ level, source, withWords, raw, reasons }: Rating, cap: number): Observation {
  const { variance } = JUDGEMENT;
  if (source === 'self') {
    return { value: level, variance: withWords ? variance.selfWithWords : variance.self, source, reason: `You rate yourself ${level}.` };
  }
  const words = raw === null ? (reasons[0] ?? 'Read from the document.') : `The document says “${raw}”.`;
  return { value: Math.min(level, cap), variance: variance.imported, source, reason: words };
}

function observeAnswers(
  db: ReadableDb,
  profileId: number,
  self: ReadonlyMap<string, Observation>,
): Pick<PersonLevels, 'answers' | 'observed'> {
  const answers = new Map<string, Observation>();
  const observed = new Map<string, number>();
  for (const [id, { level, alone }] of observedLevels(db, profileId, self)) {
    if (alone)
      answers.set(id, { ...alone, source: 'answers', reason: `${level.answers} counted answer${level.answers === 1 ? '' : 's'}.` });
    if (level.answers >= ENOUGH_ANSWERS) observed.set(id, level.mean);
  }
  return { answers, observed };
}

/** Observed level per competency with at least one counted answer, and what the answers alone say. */
export function observedLevels(
  db: ReadableDb,
  profileId: number,
  self: ReadonlyMap<string, Observation>,
): Map<string, { readonly level: ObservedLevel; readonly alone: { readonly value: number; readonly variance: number } | null }> {
  const given = profileReviews(db, profileId);
  if (given.length === 0) return new Map();
  const questions = new Map(listQuestions(db).map((question) => [question.id, question]));
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

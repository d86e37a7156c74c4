import type { CountedAnswer, Observed } from '../practice/level-tracker.ts';
import { type LevelPoint, levelHistory, observedAt, observedOver, priorsFromRatings } from '../practice/observed-level.ts';
import type { AnswerRecord, PersonRecord } from './person-record.ts';

/** Observed level today per competency with at least one counted answer, and what the answers alone say. */
export function levelsToday({ beliefs, readAtMs }: AnswerRecord): Map<string, Observed> {
  return new Map([...beliefs].map(([id, belief]) => [id, observedAt(belief, readAtMs)]));
}

/** Observed level after each day with counted answers, and today, per competency; with the prior of today's own ratings. */
export function levelsOverTime({ answers }: PersonRecord): Map<string, LevelPoint[]> {
  const { beliefs, counted, readAtMs } = answers;
  return new Map(
    [...counted()].flatMap(([id, list]) => {
      const prior = beliefs.get(id)?.prior;
      return prior ? [[id, levelHistory(list, prior, readAtMs)] as const] : [];
    }),
  );
}

export interface Moment {
  readonly atMs: number;
  /** The own ratings of competencies as they stood then, which make the prior. */
  readonly ratings: ReadonlyMap<string, { readonly value: number }>;
}

/**
 * Observed levels as they were at each of these moments, oldest first. Each competency's answers are gone through once for
 * every prior it had, which is once when no competency was rated in between.
 */
export function levelsThen(counted: ReadonlyMap<string, readonly CountedAnswer[]>, moments: readonly Moment[]): Map<string, Observed>[] {
  const levels = moments.map(() => new Map<string, Observed>());
  const dated = moments.map(({ atMs, ratings }, index) => ({ atMs, index, priorOf: priorsFromRatings(ratings) }));
  for (const [id, answers] of counted) {
    for (const [, group] of Map.groupBy(dated, ({ priorOf }) => priorOf(id).mean)) {
      const [first] = group;
      if (!first) continue;
      const observed = observedOver(
        answers,
        first.priorOf(id),
        group.map(({ atMs }) => atMs),
      );
      for (const [place, { index }] of group.entries()) {
        const one = observed[place];
        if (one) levels[index]?.set(id, one);
      }
    }
  }
  return levels;
}

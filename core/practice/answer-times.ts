import type { QuestionKind } from '../content/question.ts';

/** Three quartiles of something, in its unit. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

export interface TimedAnswer {
  readonly kind: QuestionKind;
  readonly durationMs: number;
  /** What the question allows, in seconds. */
  readonly timeLimitSec: number;
}

export interface KindTimes {
  readonly kind: QuestionKind;
  readonly answers: number;
  /** Seconds; null under 5 answers. */
  readonly seconds: Quartiles | null;
  /** Median of what the questions allow, in seconds. */
  readonly limitSec: number;
  /** Share of the answers given within the limit of their question, 0–1. */
  readonly inTime: number;
}

const ENOUGH_TIMES = 5;

/**
 * Quartiles by linear interpolation between the order statistics (Hyndman & Fan 1996, type 7).
 * @param values at least one, in any order.
 */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? 0;
    return below + ((sorted[Math.ceil(place)] ?? below) - below) * (place - Math.floor(place));
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

/** Time per answer by kind of question, the slowest kind first. Medians, since a window left open overnight is no answer time. */
export function timesByKind(answers: readonly TimedAnswer[]): KindTimes[] {
  return [...Map.groupBy(answers, ({ kind }) => kind)]
    .map(([kind, list]) => ({
      kind,
      answers: list.length,
      seconds: list.length < ENOUGH_TIMES ? null : quartilesOf(list.map(({ durationMs }) => durationMs / 1000)),
      limitSec: quartilesOf(list.map(({ timeLimitSec }) => timeLimitSec)).median,
      inTime: list.filter(({ durationMs, timeLimitSec }) => durationMs <= timeLimitSec * 1000).length / list.length,
    }))
    .sort((a, b) => (b.seconds?.median ?? -1) - (a.seconds?.median ?? -1) || a.kind.localeCompare(b.kind, 'en'));
}

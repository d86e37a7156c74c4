import { dayStart, dayStarts, localDay } from '../core/day.ts';
import { type TimedAnswer, timesByKind } from '../core/practice/answer-times.ts';
import { calibrate } from '../core/practice/calibration.ts';
import { plainQuestion } from '../core/practice/draw.ts';
import { lowestShares } from '../core/practice/hardest.ts';
import { retentionOf, retentionOverTime } from '../core/practice/retention.ts';
import { rhythmOf } from '../core/practice/rhythm.ts';
import { rangeStart, type StatisticsRange } from '../core/practice/statistics-range.ts';
import { getScheduling } from '../db/practice/scheduling.ts';
import {
  dueByDay,
  firstAnswerAtMs,
  type LatestAnswer,
  latestAnswers,
  latestEstimates,
  latestSessions,
  mostForgotten,
  overdue,
  practisedDays,
  questionFacts,
} from '../db/practice/statistics.ts';
import { getQuestion } from '../db/questions/questions.ts';
import { sharedCompetencies } from '../db/roles/catalogue.ts';
import type { ReadableDb } from '../db/statement.ts';
import type { App } from './context.ts';

/** Shown as 53 weeks. */
const HEAT_DAYS = 371;
const FORECAST_DAYS = 30;
const SESSIONS = 8;
const HARDEST = 8;
/** Of so many newest answers the times and shares are taken: what one can do and how fast is a matter of late. */
const LATEST = 1000;
const ESTIMATES = 5000;

/** What the answers of a range add up to. A year of 240,000 answers takes well under half a second. */
export function statistics({ store, now }: App, profileId: number, range: StatisticsRange) {
  const db = store.read;
  const nowMs = now();
  const fromMs = rangeStart(range, nowMs);
  const firstMs = firstAnswerAtMs(db, profileId);
  const days = firstMs === null ? [] : practisedDays(db, profileId, dayStarts(firstMs, nowMs));
  const inRange = days.filter(({ startMs }) => startMs >= fromMs);
  const latest = latestAnswers(db, profileId, fromMs, LATEST);
  return {
    range,
    /** Ever, so that a quiet month is told from a new person. */
    answersEver: days.reduce((sum, { answers }) => sum + answers, 0),
    answers: inRange.reduce((sum, { answers }) => sum + answers, 0),
    minutes: Math.round(inRange.reduce((sum, { durationMs }) => sum + durationMs, 0) / 60_000),
    daysPractised: inRange.filter(({ answers }) => answers > 0).length,
    rhythm: rhythmOf(days.map(({ answers }) => answers > 0)),
    today: localDay(nowMs),
    days: days
      .slice(-HEAT_DAYS)
      .filter(({ answers }) => answers > 0)
      .map(({ startMs, answers, durationMs }) => ({ day: localDay(startMs), answers, minutes: Math.round(durationMs / 60_000) })),
    forecast: forecast(db, profileId, nowMs),
    retention: { ...retentionOf(inRange), periods: retentionOverTime(inRange, range) },
    times: { latest: latest.length, isCut: latest.length === LATEST, kinds: timesByKind(timed(db, latest)) },
    calibration: calibrate(latestEstimates(db, profileId, fromMs, ESTIMATES)),
    hardest: hardest(db, profileId, latest),
    sessions: latestSessions(db, profileId, SESSIONS),
  };
}

function forecast(db: ReadableDb, profileId: number, nowMs: number) {
  const starts = dayStarts(nowMs, dayStart(nowMs, FORECAST_DAYS - 1));
  const due = dueByDay(db, profileId, starts);
  return {
    overdue: overdue(db, profileId, dayStart(nowMs)),
    days: due.map((count, index) => ({ day: localDay(starts[index] ?? nowMs), due: count })),
    limit: getScheduling(db, profileId).settings.duePerDay,
  };
}

function timed(db: ReadableDb, latest: readonly LatestAnswer[]): TimedAnswer[] {
  const facts = questionFacts(db, [...new Set(latest.map(({ questionId }) => questionId))]);
  return latest.flatMap(({ questionId, durationMs }) => {
    const question = facts.get(questionId);
    return question ? [{ kind: question.kind, durationMs, timeLimitSec: question.timeLimitSec }] : [];
  });
}

function hardest(db: ReadableDb, profileId: number, latest: readonly LatestAnswer[]) {
  const names = new Map(sharedCompetencies(db).map(({ competency }) => [competency.id, competency.name]));
  const named = <T extends { readonly questionId: string }>(one: T) => {
    const { prompt, competencies, kind, level } = plainQuestion(getQuestion(db, one.questionId));
    const competencyId = competencies[0]?.id ?? '';
    return { ...one, prompt: prompt.en.replaceAll('`', ''), competency: names.get(competencyId) ?? competencyId, kind, level };
  };
  const isThere = ({ questionId }: { readonly questionId: string }): boolean => questionFacts(db, [questionId]).size > 0;
  return {
    lowest: lowestShares(latest, HARDEST).filter(isThere).map(named),
    forgotten: mostForgotten(db, profileId, HARDEST).filter(isThere).map(named),
  };
}

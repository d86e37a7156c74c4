import { levelsToday } from '../../core/role/observed-levels.ts';
import { personLevelsAt } from '../../core/role/person-record.ts';
import { loadPersonRecord } from '../../db/person/person-record.ts';
import { listCards } from '../../db/practice/cards.ts';
import { profileReviews } from '../../db/practice/reviews.ts';
import { listSessions } from '../../db/practice/sessions.ts';
import { profileProcedure, router } from '../trpc.ts';

const DAY_MS = 24 * 3_600_000;
const FORECAST_DAYS = 14;
const RECENT_SESSIONS = 8;

export const progress = router({
  get: profileProcedure.query(({ ctx }) => {
    const db = ctx.store.read;
    const nowMs = ctx.now();
    const reviews = profileReviews(db, ctx.profile.id);
    const days = Map.groupBy(reviews, ({ answeredAtMs }) => new Date(answeredAtMs).toISOString().slice(0, 10));
    const cards = listCards(db, ctx.profile.id).filter(({ state }) => state !== 'new');
    const forecast = Array.from({ length: FORECAST_DAYS }, (_, day) => ({
      day,
      due: cards.filter(({ dueAtMs }) => Math.max(0, Math.floor((dueAtMs - nowMs) / DAY_MS)) === day).length,
    }));
    const record = loadPersonRecord(ctx.store, ctx.profile.id, nowMs);
    const { competencyRatings } = personLevelsAt(record);
    return {
      answers: reviews.length,
      minutes: Math.round(reviews.reduce((sum, { durationMs }) => sum + durationMs, 0) / 60_000),
      days: [...days].map(([day, list]) => ({ day, answers: list.length })),
      forecast,
      observed: [...levelsToday(record.answers)].map(([competencyId, { level }]) => ({
        competencyId,
        ...level,
        self: competencyRatings.get(competencyId)?.value ?? null,
      })),
      sessions: listSessions(db, ctx.profile.id)
        .slice(0, RECENT_SESSIONS)
        .map(({ id, startedAtMs, endedAtMs, queue }) => ({
          id,
          startedAtMs,
          endedAtMs,
          questions: queue.length,
          answered: reviews.filter(({ sessionId }) => sessionId === id).length,
        })),
    };
  }),
});

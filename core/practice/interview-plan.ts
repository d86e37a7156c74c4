import { DAY_MS, newSchedule, type Schedule, type Scheduler } from './schedule.ts';

/** A question as the plan sees it. */
export interface PlanCard {
  readonly questionId: string;
  readonly competencyId: string;
  readonly isMust: boolean;
  /** The questions of a competency in the order to be asked, from 0: one of each comes before the second of any. */
  readonly round: number;
  /** Higher is asked first. */
  readonly priority: number;
  readonly minutes: number;
  /** null for a question never answered. */
  readonly schedule: Schedule | null;
}

export interface PlanLimits {
  readonly newPerDay: number;
  readonly duePerDay: number;
}

export interface PlannedDay {
  /** Days from today. */
  readonly day: number;
  /** Question ids: repetitions that fall due, repetitions before the interview, new questions. */
  readonly due: readonly string[];
  readonly last: readonly string[];
  readonly fresh: readonly string[];
  readonly minutes: number;
}

export interface InterviewPlan {
  readonly days: readonly PlannedDay[];
  /** Over how many days at the end every question of a must is seen once more. */
  readonly lastDays: number;
  /** What does not fit into the days left, most important first. */
  readonly unfit: {
    /** Never asked before the interview. */
    readonly unseen: readonly string[];
    /** Of the musts, asked before but not once more in the last days. */
    readonly notRepeated: readonly string[];
    /** Repetitions due before the interview that are still waiting on its eve. */
    readonly waiting: readonly string[];
  };
  /** New questions a day with which every question of a must would be seen; null when all are. */
  readonly newPerDayForMusts: number | null;
}

export interface PlanInput {
  readonly nowMs: number;
  /** Days to practise on, today among them, the day of the interview not. At least 1. */
  readonly days: number;
  readonly limits: PlanLimits;
  /** What of today's limits is left. */
  readonly leftToday: PlanLimits;
  /** When today ends. What falls due until then is today's. */
  readonly dayEndMs: number;
}

/** The last days are at least and at most so many: the eve must not be the only one, and what was seen before is old by then. */
const MIN_LAST_DAYS = 3;
const MAX_LAST_DAYS = 14;
/** Further ahead than this a plan of single days says nothing. */
export const MAX_PLAN_DAYS = 120;

interface Planned {
  readonly card: PlanCard;
  schedule: Schedule;
  /** The day it was or will last be asked on, counted from today; before today negative. */
  askedOn: number;
}

/**
 * Fits practice into the days before an interview: new questions by importance, repetitions by FSRS as if each were known
 * ("good"), and every question of a must that was seen once more in the last days. No day holds more than the limits; what does
 * not fit is named. The same input gives the same plan.
 */
export function planInterview(cards: readonly PlanCard[], input: PlanInput, scheduler: Scheduler): InterviewPlan {
  const days = Math.min(Math.max(1, input.days), MAX_PLAN_DAYS);
  const seen: Planned[] = cards.flatMap((card) =>
    card.schedule === null ? [] : [{ card, schedule: card.schedule, askedOn: dayOf(card.schedule.lastReviewAtMs, input.dayEndMs) }],
  );
  const waitingNew = cards.filter(({ schedule }) => schedule === null).sort(byImportance);
  const lastDays = lengthOfLast(cards, days, input.limits);
  // Negative when the last days have begun: what was repeated since then has been.
  const firstLast = days - lastDays;
  const planned: PlannedDay[] = [];
  for (let day = 0; day < days; day += 1) {
    const limits = day === 0 ? input.leftToday : input.limits;
    const atMs = input.nowMs + day * DAY_MS;
    const ask = (one: Planned): string => {
      one.schedule = scheduler.review(one.schedule, 'good', Math.max(atMs, one.schedule.lastReviewAtMs ?? 0));
      one.askedOn = day;
      return one.card.questionId;
    };
    const toRepeat = day >= firstLast ? seen.filter((one) => one.card.isMust && one.askedOn < firstLast) : [];
    const last = toRepeat.toSorted(byNeed).slice(0, Math.min(limits.duePerDay, Math.ceil(toRepeat.length / (days - day))));
    const chosen = new Set(last);
    const due = seen
      .filter((one) => !chosen.has(one) && one.askedOn < day && one.schedule.dueAtMs <= input.dayEndMs + day * DAY_MS)
      .sort(byNeed)
      .slice(0, Math.max(0, limits.duePerDay - last.length));
    const fresh = waitingNew.splice(0, limits.newPerDay).map((card) => ({ card, schedule: newSchedule(atMs), askedOn: -1 }));
    const ids = { last: last.map(ask), due: due.map(ask), fresh: fresh.map(ask) };
    seen.push(...fresh);
    planned.push({ day, ...ids, minutes: [...last, ...due, ...fresh].reduce((sum, { card }) => sum + card.minutes, 0) });
  }
  const endMs = input.dayEndMs + (days - 1) * DAY_MS;
  const unseenMusts = waitingNew.filter(({ isMust }) => isMust).length;
  const freshMusts = cards.filter(({ isMust, schedule }) => isMust && schedule === null).length;
  return {
    days: planned,
    lastDays,
    unfit: {
      unseen: waitingNew.map(({ questionId }) => questionId),
      notRepeated: idsOf(seen.filter(({ card, askedOn }) => card.isMust && askedOn < firstLast)),
      waiting: idsOf(seen.filter(({ schedule, askedOn }) => askedOn < days - 1 && schedule.dueAtMs <= endMs)),
    },
    newPerDayForMusts: unseenMusts === 0 ? null : Math.ceil(freshMusts / days),
  };
}

/** The day of a time, today 0, yesterday -1. */
function dayOf(atMs: number | null, dayEndMs: number): number {
  return atMs === null ? Number.NEGATIVE_INFINITY : Math.ceil((atMs - dayEndMs) / DAY_MS);
}

/** As few days at the end as hold every question of a must once at half the daily limit: the eve is no day for a full load. */
function lengthOfLast(cards: readonly PlanCard[], days: number, { newPerDay, duePerDay }: PlanLimits): number {
  const musts = cards.filter(({ isMust }) => isMust);
  const known = musts.filter(({ schedule }) => schedule !== null).length;
  const toSee = known + Math.min(musts.length - known, newPerDay * days);
  const needed = duePerDay === 0 ? MAX_LAST_DAYS : Math.ceil((2 * toSee) / duePerDay);
  return Math.min(MAX_LAST_DAYS, Math.max(MIN_LAST_DAYS, needed));
}

function byImportance(a: PlanCard, b: PlanCard): number {
  return Number(b.isMust) - Number(a.isMust) || a.round - b.round || b.priority - a.priority || compareIds(a, b);
}

/** Musts first, then what has waited longest. */
function byNeed(a: Planned, b: Planned): number {
  return Number(b.card.isMust) - Number(a.card.isMust) || a.schedule.dueAtMs - b.schedule.dueAtMs || compareIds(a.card, b.card);
}

function compareIds(a: PlanCard, b: PlanCard): number {
  return a.questionId < b.questionId ? -1 : 1;
}

function idsOf(planned: readonly Planned[]): string[] {
  return planned.toSorted(byNeed).map(({ card }) => card.questionId);
}

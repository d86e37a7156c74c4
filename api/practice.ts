import { competenciesOf } from '../core/content/role.ts';
import { practiceDay } from '../core/day.ts';
import { AppError } from '../core/errors.ts';
import { seededNumber } from '../core/practice/draw.ts';
import { generatedKey } from '../core/practice/generated-mix.ts';
import { type InterviewPlan, type PlanCard, type PlanLimits, planInterview } from '../core/practice/interview-plan.ts';
import { buildQueue, type Candidate, type CompetencyNeed, type QueueEntry } from '../core/practice/queue.ts';
import type { Wanted } from '../core/practice/wanted.ts';
import type { RoleComparison } from '../core/role/compare.ts';
import { getPlan } from '../db/person/plans.ts';
import type { Profile } from '../db/person/profiles.ts';
import {
  answersSince,
  countDueCandidates,
  countNewCandidates,
  dueCandidates,
  familiesAskedSince,
  mainCompetencies,
  newCandidates,
  newGenerated,
  type ScheduledQuestion,
  type Scope,
  scheduledQuestions,
  type Today,
  weakestCandidates,
} from '../db/practice/candidates.ts';
import { getScheduling, type Scheduling, schedulerOf } from '../db/practice/scheduling.ts';
import { provenanceOf } from '../db/questions/generated.ts';
import { candidatesById, getQuestion } from '../db/questions/questions.ts';
import { getRole } from '../db/roles/roles.ts';
import { compare, roleIdOf } from './comparisons.ts';
import type { App } from './context.ts';
import { daysUntil, gapsOf } from './planning.ts';

const PER_COMPETENCY = 2;

/** How urgent each competency is: its severity, or what is at stake where nothing is known. */
function needsOf(comparison: RoleComparison): Map<string, CompetencyNeed> {
  const all = comparison.layers.flatMap((layer) => layer.competencies);
  return new Map(
    all.map(({ id, priority, level, required }) => [
      id,
      { priority, aimLevel: level === null ? Math.max(1, required - 1) : Math.max(1, level - 0.4) },
    ]),
  );
}

/** What a person asked for, as the database looks for it. */
function scopeOf(app: App, profile: Profile, wanted: Wanted): Scope & { readonly roleId: string } {
  const { levels, kinds, tags, gapKeys, competencyId } = wanted;
  const roleId = roleIdOf(profile, wanted.roleId);
  const named = [...(wanted.competencyIds ?? []), ...(competencyId === undefined ? [] : [competencyId])];
  const ofGaps = gapKeys === undefined ? [] : competenciesOfGaps(app, profile.id, roleId, gapKeys);
  const competencyIds = named.length > 0 || gapKeys !== undefined ? [...new Set([...named, ...ofGaps])] : undefined;
  return { roleId, competencyIds, levels, kinds, tags };
}

/** The competencies that gaps are about: their own, or those that rest on the skills named. */
function competenciesOfGaps(app: App, profileId: number, roleId: string, gapKeys: readonly string[]): string[] {
  const chosen = gapsOf(app, profileId, roleId).filter(({ key }) => gapKeys.includes(key));
  const all = competenciesOf(getRole(app.store.read, roleId));
  return chosen.flatMap(({ competency, said }) => {
    if (competency !== null) return [competency.id];
    const skills = new Set(said.flatMap((gap) => gap.skills));
    return all.filter((one) => [...one.skillsAll, ...one.skillsAny.flat()].some((id) => skills.has(id))).map(({ id }) => id);
  });
}

function today(app: App): Today & { readonly startMs: number } {
  const nowMs = app.now();
  const { startMs, endMs } = practiceDay(nowMs);
  return { nowMs, startMs, dayEndMs: endMs };
}

function limitsOf({ settings }: Scheduling): PlanLimits {
  return { newPerDay: settings.newPerDay, duePerDay: settings.duePerDay };
}

const NO_LIMITS: PlanLimits = { newPerDay: Number.MAX_SAFE_INTEGER, duePerDay: Number.MAX_SAFE_INTEGER };

/** What of the daily limits is left. */
function leftToday(app: App, profileId: number, scheduling: Scheduling): PlanLimits {
  const done = answersSince(app.store.read, profileId, today(app).startMs);
  const { newPerDay, duePerDay } = limitsOf(scheduling);
  return { newPerDay: Math.max(0, newPerDay - done.fresh), duePerDay: Math.max(0, duePerDay - done.due) };
}

export interface DueToday {
  /** Due, and of these what the daily limit leaves for today. */
  readonly due: number;
  readonly dueToday: number;
  /** Never asked, and of these what the daily limit leaves for today. */
  readonly fresh: number;
  readonly freshToday: number;
  readonly total: number;
  readonly limits: PlanLimits;
}

/** What there is to practise in a role today. */
export function dueToday(app: App, profile: Profile, wanted: Wanted): DueToday {
  const db = app.store.read;
  const scope = scopeOf(app, profile, wanted);
  const scheduling = getScheduling(db, profile.id);
  const left = leftToday(app, profile.id, scheduling);
  const due = countDueCandidates(db, profile.id, scope, today(app));
  const fresh = [...countNewCandidates(db, profile.id, scope, app.now()).values()].reduce((sum, count) => sum + count, 0);
  return {
    due,
    dueToday: Math.min(due, left.duePerDay),
    fresh,
    freshToday: Math.min(fresh, left.newPerDay),
    total: due + fresh,
    limits: limitsOf(scheduling),
  };
}

/** What to ask: the questions named, everything in a scope (cram), or what is due and new within the daily limits. */
export function queueFor(app: App, profile: Profile, wanted: Wanted): QueueEntry[] {
  const { questionId, cram, size } = wanted;
  if (questionId !== undefined) {
    demandNotAnothers(app, profile, questionId);
    return [{ questionId: getQuestion(app.store.read, questionId).id, why: cram ? 'cram' : 'chosen' }];
  }
  const scope = scopeOf(app, profile, wanted);
  if (cram)
    return weakestCandidates(app.store.read, profile.id, scope, size).map(({ questionId: id }) => ({ questionId: id, why: 'cram' }));
  const scheduling = getScheduling(app.store.read, profile.id);
  const isNarrow = scope.competencyIds !== undefined && scope.competencyIds.length < size / PER_COMPETENCY;
  const options = {
    size,
    maxPerCompetency: isNarrow ? size : PER_COMPETENCY,
    askedFamilies: scheduling.settings.burySiblings ? familiesAskedSince(app.store.read, profile.id, today(app).startMs) : null,
  };
  const planned = isWholeRole(scope) && !wanted.beyondLimits ? plannedToday(app, profile, scope.roleId) : null;
  if (planned !== null) {
    const [generated, others] = parted(planned.fresh);
    return buildQueue(planned.due, [others], { ...options, maxPerCompetency: size }, generated);
  }
  const left = wanted.beyondLimits ? NO_LIMITS : leftToday(app, profile.id, scheduling);
  const [due, fresh, generated] = freeQueue(app, profile, scope, left, options);
  return buildQueue(due, fresh, options, generated);
}

/** What was made from one person's evidence is asked of nobody else. */
function demandNotAnothers({ store }: App, profile: Profile, questionId: string): void {
  const origin = provenanceOf(store.read, questionId);
  if (origin !== null && origin.profileId !== profile.id)
    throw new AppError('not_found', 'This question was made from another person’s experience.');
}

/** Those made from the person's evidence, and the others, each in their order. */
function parted(candidates: readonly Candidate[]): [generated: Candidate[], others: Candidate[]] {
  const isGenerated = ({ questionId }: Candidate): boolean => generatedKey(questionId) !== null;
  return [candidates.filter(isGenerated), candidates.filter((one) => !isGenerated(one))];
}

function isWholeRole({ competencyIds, levels, kinds, tags }: Scope): boolean {
  return [competencyIds, levels, kinds, tags].every((part) => part === undefined);
}

function freeQueue(
  app: App,
  profile: Profile,
  scope: Scope & { readonly roleId: string },
  left: PlanLimits,
  { size, maxPerCompetency }: { readonly size: number; readonly maxPerCompetency: number },
): [due: (Candidate & { why: 'due' })[], fresh: Candidate[][], generated: Candidate[]] {
  const db = app.store.read;
  // Some of them may be siblings that are put off.
  const due = dueCandidates(db, profile.id, scope, today(app), Math.min(left.duePerDay, 4 * size));
  const fresh: Candidate[][] = [];
  const room = Math.min(left.newPerDay, size);
  const needs = room === 0 ? new Map<string, CompetencyNeed>() : needsOf(compare(app, profile.id, scope.roleId));
  const priority = (id: string): number => needs.get(id)?.priority ?? 0;
  // Of a whole role its own competencies and the person's own questions; of a part whatever there is.
  const competencies = room === 0 ? [] : isWholeRole(scope) ? [...needs.keys(), ''] : mainCompetencies(db);
  const byUrgency = competencies.sort((a, b) => priority(b) - priority(a) || (a < b ? -1 : 1));
  for (const competencyId of byUrgency) {
    if (fresh.length >= room) break;
    const need = { competencyId, aimLevel: needs.get(competencyId)?.aimLevel ?? 3, nowMs: app.now(), limit: maxPerCompetency };
    const found = newCandidates(db, profile.id, scope, need);
    if (found.length > 0) fresh.push(found);
  }
  const generated = room === 0 ? [] : newGenerated(db, profile.id, scope, app.now());
  const byPriority = generated.toSorted((a, b) => priority(b.competencyId) - priority(a.competencyId) || order(a) - order(b));
  const ownRoom = fresh.length === 0 ? room : Math.floor(room / 3);
  const own = byPriority.slice(0, 4 * ownRoom);
  return [due.map((one) => ({ ...one, why: 'due' as const })), withAtMost(fresh, room - Math.min(own.length, ownRoom)), own];
}

/** An order that favours no family's name. */
function order({ questionId }: Candidate): number {
  return seededNumber(`order ${questionId}`);
}

/** The lists cut so that a round robin over them takes at most so many. */
function withAtMost(lists: readonly (readonly Candidate[])[], most: number): Candidate[][] {
  const kept: Candidate[][] = lists.map(() => []);
  let count = 0;
  for (let round = 0; count < most && lists.some((list) => list.length > round); round += 1) {
    for (const [index, list] of lists.entries()) {
      const candidate = list[round];
      if (candidate === undefined || count >= most) continue;
      kept[index]?.push(candidate);
      count += 1;
    }
  }
  return kept;
}

/** What the plan towards the interview asks today; null without an interview ahead. */
function plannedToday(
  app: App,
  profile: Profile,
  roleId: string,
): { due: (Candidate & { why: 'due' | 'last' })[]; fresh: Candidate[] } | null {
  const [first] = interviewPlan(app, profile, roleId)?.plan.days ?? [];
  if (first === undefined) return null;
  const known = candidatesById(app.store.read, [...first.due, ...first.last, ...first.fresh]);
  const find = (ids: readonly string[]): Candidate[] => ids.flatMap((id) => known.get(id) ?? []);
  return {
    due: [
      ...find(first.last).map((one) => ({ ...one, why: 'last' as const })),
      ...find(first.due).map((one) => ({ ...one, why: 'due' as const })),
    ],
    fresh: find(first.fresh),
  };
}

export interface PlannedInterview {
  readonly interviewOn: string;
  /** From today to the interview. */
  readonly daysLeft: number;
  readonly limits: PlanLimits;
  readonly plan: InterviewPlan;
  readonly cards: ReadonlyMap<string, PlanCard>;
}

/** Practice fitted into the days before the interview; null where none is set or it is not ahead. */
export function interviewPlan(app: App, profile: Profile, roleId: string): PlannedInterview | null {
  const db = app.store.read;
  const { interviewOn } = getPlan(db, profile.id);
  const daysLeft = daysUntil(interviewOn, app.now());
  if (interviewOn === null || daysLeft === null || daysLeft < 1) return null;
  const scheduling = getScheduling(db, profile.id);
  const cards = planCards(app, profile, roleId);
  const { nowMs, dayEndMs } = today(app);
  const limits = limitsOf(scheduling);
  const plan = planInterview(
    cards,
    { nowMs, dayEndMs, days: daysLeft, limits, leftToday: leftToday(app, profile.id, scheduling) },
    schedulerOf(scheduling),
  );
  return { interviewOn, daysLeft, limits, plan, cards: new Map(cards.map((card) => [card.questionId, card])) };
}

function planCards(app: App, profile: Profile, roleId: string): PlanCard[] {
  const comparison = compare(app, profile.id, roleId);
  const needs = needsOf(comparison);
  const competencies = comparison.layers.flatMap((layer) => layer.competencies);
  const musts = new Set(competencies.filter(({ importance }) => importance === 'must').map(({ id }) => id));
  const distance = ({ competencyId, level }: ScheduledQuestion): number => Math.abs(level - (needs.get(competencyId)?.aimLevel ?? level));
  const questions = scheduledQuestions(app.store.read, profile.id, { roleId }).sort((a, b) => distance(a) - distance(b));
  const rounds = new Map<string, number>();
  return questions.map(({ questionId, competencyId, timeLimitSec, schedule }) => {
    const round = rounds.get(competencyId) ?? 0;
    if (schedule === null) rounds.set(competencyId, round + 1);
    const priority = needs.get(competencyId)?.priority ?? 0;
    return { questionId, competencyId, isMust: musts.has(competencyId), round, priority, minutes: timeLimitSec / 60, schedule };
  });
}

/** @throws AppError `conflict` saying what to do when there is nothing to ask. */
export function demandSome(app: App, profile: Profile, wanted: Wanted, queue: readonly QueueEntry[]): void {
  if (queue.length > 0) return;
  if (wanted.cram) throw new AppError('conflict', 'There is no question like this. Choose fewer conditions.');
  const { due, fresh, dueToday: dueNow, freshToday } = dueToday(app, profile, wanted);
  if (due + fresh > 0 && dueNow + freshToday === 0) {
    throw new AppError(
      'conflict',
      'You have done today what your daily limits allow. Well done; come back tomorrow, or practise beyond the limits.',
    );
  }
  throw new AppError(
    'conflict',
    'Nothing is due here, and every question was asked. Come back when the next one is due, practise something else, or cram, which leaves the schedule alone.',
  );
}

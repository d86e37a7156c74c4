import { competenciesOf, type Role, type RoleCompetency } from '../content/role.ts';
import type { CompetencyComparison, RoleComparison } from './compare.ts';
import { effortHours } from './effort.ts';
import { JUDGEMENT } from './judgement.ts';

export interface PlanOptions {
  /** Hours there are in all. */
  readonly hours: number;
  readonly hoursPerWeek: number;
  /** With a day for the interview, what is asked often counts more. */
  readonly hasInterview: boolean;
  /** Of how many other roles of the person a competency is part, by its id. */
  readonly otherRoles?: ReadonlyMap<string, number>;
}

/** One level up, or the rest of a level, in one competency. */
export interface PlanStep {
  readonly competencyId: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly hours: number;
  /** Severity taken away: weight · importance factor · levels, times what makes it more urgent. */
  readonly gain: number;
  readonly factors: PlanFactors;
  /** The first and the last week it is worked on, from 1. */
  readonly weeks: readonly [number, number];
}

export interface PlanFactors {
  readonly weight: number;
  readonly importance: number;
  readonly levels: number;
  /** 1 without an interview. */
  readonly asked: number;
  /** 1 where no other role needs it. */
  readonly otherRoles: number;
}

export interface Plan {
  readonly steps: readonly PlanStep[];
  readonly hours: number;
  readonly hoursLeft: number;
  /** Levels at the end of the plan, per competency it touches. */
  readonly reached: ReadonlyMap<string, number>;
  /** Hours that everything still open after the plan would take. */
  readonly hoursBeyond: number;
}

interface Candidate {
  readonly definition: RoleCompetency;
  readonly comparison: CompetencyComparison;
  /** Where the plan has brought it so far. */
  level: number;
  /** What neighbouring skills carry over saves effort up to here. */
  readonly carried: number;
}

/**
 * What closes most of the gap in the hours there are: again and again the step of at most one level that takes away most
 * severity per hour, among those that fit and whose prerequisites are reached. Steps get dearer with the level (effort grows
 * faster than linearly), so taking the best ratio first is close to the best choice there is; a step that does not fit
 * gives way to the next that does. What is unassessed is not planned: ask first.
 */
export function planGaps(role: Role, comparison: RoleComparison, options: PlanOptions): Plan {
  const candidates = candidatesOf(role, comparison);
  const steps: PlanStep[] = [];
  let left = Math.max(0, options.hours);
  for (;;) {
    const best = bestStep(candidates, left, options);
    if (best === null) break;
    const done = options.hours - left;
    left -= best.step.hours;
    best.candidate.level = best.step.to;
    steps.push({ ...best.step, weeks: weeksOf(done, done + best.step.hours, options.hoursPerWeek) });
  }
  const all = [...candidates.values()];
  return {
    steps: joined(steps),
    hours: options.hours - left,
    hoursLeft: left,
    reached: new Map(
      all.filter(({ level, comparison: { level: before } }) => level !== before).map((one) => [one.definition.id, one.level]),
    ),
    hoursBeyond: all.reduce((sum, one) => sum + hoursOf(one, one.level, one.definition.required), 0),
  };
}

function candidatesOf(role: Role, comparison: RoleComparison): Map<string, Candidate> {
  const compared = new Map(comparison.layers.flatMap(({ competencies }) => competencies).map((one) => [one.id, one]));
  return new Map(
    competenciesOf(role).flatMap((definition) => {
      const one = compared.get(definition.id);
      if (one?.level == null) return [];
      return [[definition.id, { definition, comparison: one, level: one.level, carried: one.withTransfer ?? 0 }] as const];
    }),
  );
}

type Proposed = Omit<PlanStep, 'weeks'>;

function bestStep(
  candidates: ReadonlyMap<string, Candidate>,
  hours: number,
  options: PlanOptions,
): { candidate: Candidate; step: Proposed } | null {
  let best: { candidate: Candidate; step: Proposed; ratio: number } | null = null;
  for (const candidate of candidates.values()) {
    const step = nextStep(candidate, options);
    if (step === null || step.hours > hours || !isReady(candidate, candidates)) continue;
    const ratio = step.gain / step.hours;
    // Of equals the one first in the alphabet: the plan does not depend on the order of a role.
    const isBetter =
      best === null || ratio > best.ratio + EVEN || (ratio > best.ratio - EVEN && step.competencyId < best.step.competencyId);
    if (isBetter) best = { candidate, step, ratio };
  }
  return best;
}

const EVEN = 1e-9;
/** Less than this is no step. */
const SMALLEST = 0.05;

function nextStep(candidate: Candidate, { hasInterview, otherRoles }: PlanOptions): Proposed | null {
  const { definition, level } = candidate;
  const to = Math.min(definition.required, Math.floor(level + SMALLEST) + 1);
  if (to - level < SMALLEST) return null;
  const others = Math.min(JUDGEMENT.maxOtherRoles, otherRoles?.get(definition.id) ?? 0);
  const factors: PlanFactors = {
    weight: definition.weight,
    importance: JUDGEMENT.importance[definition.importance],
    levels: to - level,
    asked: hasInterview ? askedFactor(definition.asked) : 1,
    otherRoles: 1 + JUDGEMENT.otherRoleBonus * others,
  };
  const gain = factors.weight * factors.importance * factors.levels * factors.asked * factors.otherRoles;
  // Where everything carries over there is still the time to try it.
  const hours = Math.max(1, hoursOf(candidate, level, to));
  return { competencyId: definition.id, name: definition.name, from: level, to, hours, gain, factors };
}

function askedFactor(asked: number): number {
  const { askedFactor: factor } = JUDGEMENT;
  return asked >= 3 ? factor[3] : asked === 2 ? factor[2] : factor[1];
}

function hoursOf({ carried }: Candidate, from: number, to: number): number {
  return effortHours(Math.max(from, Math.min(carried, to)), to);
}

/** What it builds on has been reached, as far as it is part of the role and known. */
function isReady({ definition }: Candidate, candidates: ReadonlyMap<string, Candidate>): boolean {
  return definition.prerequisites.every((id) => {
    const before = candidates.get(id);
    return before === undefined || before.level >= Math.min(JUDGEMENT.prerequisiteLevel, before.definition.required) - SMALLEST;
  });
}

function weeksOf(from: number, to: number, hoursPerWeek: number): [number, number] {
  const first = Math.floor(from / hoursPerWeek + EVEN) + 1;
  return [first, Math.max(first, Math.ceil(to / hoursPerWeek - EVEN))];
}

/** Steps of one competency that follow each other directly are one. */
function joined(steps: readonly PlanStep[]): PlanStep[] {
  const result: PlanStep[] = [];
  for (const step of steps) {
    const last = result.at(-1);
    if (last?.competencyId !== step.competencyId) {
      result.push(step);
      continue;
    }
    result[result.length - 1] = {
      ...last,
      to: step.to,
      hours: last.hours + step.hours,
      gain: last.gain + step.gain,
      factors: { ...last.factors, levels: step.to - last.from },
      weeks: [last.weeks[0], step.weeks[1]],
    };
  }
  return result;
}

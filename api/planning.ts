import { competenciesOf, type Role } from '../core/content/role.ts';
import { compareWithRole, type RoleComparison } from '../core/role/compare.ts';
import { type MergedGap, mergeGaps } from '../core/role/merged-gaps.ts';
import { personLevelsAt } from '../core/role/person-record.ts';
import { type Plan, planGaps } from '../core/role/plan.ts';
import { suppose } from '../core/role/suppose.ts';
import { listGaps } from '../db/person/gaps.ts';
import { getPlan, listGapStates, type PlanSettings } from '../db/person/plans.ts';
import { getRole, listRoles } from '../db/roles/roles.ts';
import { basisOf } from './comparisons.ts';
import type { App } from './context.ts';

const DAY_MS = 24 * 3_600_000;
/** Planned for when no interview is in sight. */
const OPEN_WEEKS = 8;

export interface Planned {
  readonly settings: PlanSettings;
  /** Days to the interview; null without one, negative when it is past. */
  readonly daysLeft: number | null;
  readonly weeks: number;
  readonly hours: number;
  readonly role: RoleComparison['role'];
  readonly plan: Omit<Plan, 'reached'>;
  readonly before: Standing;
  /** When every step of the plan is reached. */
  readonly after: Standing;
  /** Musts nobody knows the level of: they are not planned, asking is worth more. */
  readonly unknownMusts: number;
}

export type Standing = Pick<RoleComparison, 'fit' | 'band' | 'musts'>;

/** What closes most of the gap to a role in the hours there are. */
export function planFor(app: App, profileId: number, roleId: string, settings?: PlanSettings): Planned {
  const basis = basisOf(app, profileId);
  const role = getRole(app.store.read, roleId);
  const person = personLevelsAt(basis.record);
  const comparison = compareWithRole(role, person, basis.edges);
  const chosen = settings ?? getPlan(app.store.read, profileId);
  const daysLeft = daysUntil(chosen.interviewOn, app.now());
  // On the last days before the interview there is what is left of the week.
  const weeks = daysLeft === null ? OPEN_WEEKS : Math.max(0, daysLeft / 7);
  const hours = Math.round(weeks * chosen.weeklyHours * 2) / 2;
  const { reached, ...plan } = planGaps(role, comparison, {
    hours,
    hoursPerWeek: chosen.weeklyHours,
    hasInterview: daysLeft !== null,
    otherRoles: otherRoles(app, roleId),
  });
  return {
    settings: chosen,
    daysLeft,
    weeks,
    hours,
    role: comparison.role,
    plan,
    before: standing(comparison),
    after: standing(compareWithRole(role, suppose(person, reached), basis.edges)),
    unknownMusts: comparison.layers
      .flatMap(({ competencies }) => competencies)
      .filter(({ importance, level }) => importance === 'must' && level === null).length,
  };
}

/** The fit as it is and as it would be at these levels. */
export function whatIf(
  app: App,
  profileId: number,
  roleId: string,
  levels: ReadonlyMap<string, number>,
): { before: Standing; after: Standing } {
  const { record, edges } = basisOf(app, profileId);
  const role = getRole(app.store.read, roleId);
  const person = personLevelsAt(record);
  return {
    before: standing(compareWithRole(role, person, edges)),
    after: standing(compareWithRole(role, suppose(person, levels), edges)),
  };
}

function standing({ fit, band, musts }: RoleComparison): Standing {
  return { fit, band, musts };
}

/** Days from today to the day, both in the person's own calendar. */
export function daysUntil(day: string | null, nowMs: number): number | null {
  if (day === null) return null;
  const now = new Date(nowMs);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(day) - today) / DAY_MS);
}

/** In how many of the person's own roles a competency is asked for; what the shipped ones ask is nobody's wish yet. */
function otherRoles(app: App, roleId: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id, origin } of listRoles(app.store.read)) {
    if (id === roleId || origin === 'shipped') continue;
    for (const competency of competenciesOf(getRole(app.store.read, id))) counts.set(competency.id, (counts.get(competency.id) ?? 0) + 1);
  }
  return counts;
}

const NO_ROLE: Role = { id: 'none', version: 1, name: '', summary: '', layers: [] };

/** What the person said, what the role shows and what practice shows, as one list; without a role only what was said. */
export function gapsOf(app: App, profileId: number, roleId: string | null): MergedGap[] {
  const db = app.store.read;
  const role = roleId === null ? NO_ROLE : getRole(db, roleId);
  const { record, edges } = basisOf(app, profileId);
  return mergeGaps(role, compareWithRole(role, personLevelsAt(record), edges), listGaps(db, profileId), listGapStates(db, profileId));
}

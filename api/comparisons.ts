import type { Role } from '../core/content/role.ts';
import { localDay } from '../core/day.ts';
import { AppError } from '../core/errors.ts';
import { compareWithRole, type RoleComparison, type TransferEdge } from '../core/role/compare.ts';
import { type PersonRecord, personLevelsAt, personLevelsOver, turningPoints } from '../core/role/person-record.ts';
import type { ChangeKind } from '../db/changes.ts';
import { loadPersonRecord } from '../db/person/person-record.ts';
import type { Profile } from '../db/person/profiles.ts';
import { getRole, listRoles, type RoleSummary } from '../db/roles/roles.ts';
import { transferEdges } from '../db/skills/skills.ts';
import type { App } from './context.ts';

/** What a comparison needs, read once. */
export interface ComparisonBasis {
  readonly record: PersonRecord;
  readonly edges: readonly TransferEdge[];
}

export function basisOf({ store, now }: App, profileId: number): ComparisonBasis {
  return { record: loadPersonRecord(store, profileId, now()), edges: store.memo('edges', ['skills'], () => transferEdges(store.read)) };
}

/** Where a profile stands against a role, today or at a time. @throws AppError `not_found` naming the roles there are. */
export function compare(app: App, profileId: number, roleId: string, atMs?: number): RoleComparison {
  const compared = (): RoleComparison => {
    const { record, edges } = basisOf(app, profileId);
    return compareWithRole(getRole(app.store.read, roleId), personLevelsAt(record, atMs), edges);
  };
  if (atMs !== undefined) return compared();
  // Levels fade by the day, not by the minute.
  return app.store.memo(`comparison ${profileId} ${roleId} ${localDay(app.now())}`, RESTS_ON, compared);
}

/** What a comparison depends on. */
const RESTS_ON: readonly ChangeKind[] = ['roles', 'skills', 'ratings', 'gaps', 'documents', 'reviews', 'profiles'];

/** The role asked for, else the profile's. @throws AppError `invalid` without either. */
export function roleIdOf(profile: Profile, asked: string | undefined): string {
  const id = asked ?? profile.roleId;
  if (id === null) throw new AppError('invalid', 'No role is chosen yet. Choose one under Roles.');
  return id;
}

export interface RoleStanding extends RoleSummary {
  readonly fit: RoleComparison['fit'];
  readonly band: RoleComparison['band'];
  readonly musts: { readonly met: number; readonly total: number; readonly blockers: number; readonly unknown: number };
  /** The names of the heaviest known gaps. */
  readonly needs: readonly string[];
  /** Hours to close what is known to be short. */
  readonly hours: number;
}

const NEEDS = 3;
const SMALLEST_GAP = 0.05;

/** Every role with where the person stands against it: the nearest first. */
export function standings(app: App, profileId: number): RoleStanding[] {
  const { record, edges } = basisOf(app, profileId);
  const person = personLevelsAt(record);
  return listRoles(app.store.read)
    .map((summary) => standingOf(summary, compareWithRole(getRole(app.store.read, summary.id), person, edges)))
    .sort((a, b) => (b.fit.expected ?? -1) - (a.fit.expected ?? -1) || a.name.localeCompare(b.name, 'en'));
}

function standingOf(summary: RoleSummary, { fit, band, musts, layers }: RoleComparison): RoleStanding {
  const all = layers.flatMap(({ competencies }) => competencies);
  const short = all.filter(({ level, gap }) => level !== null && gap > SMALLEST_GAP).sort((a, b) => b.priority - a.priority);
  return {
    ...summary,
    fit,
    band,
    musts: {
      met: musts.met,
      total: musts.total,
      blockers: musts.blockers.length,
      unknown: all.filter(({ importance, level }) => importance === 'must' && level === null).length,
    },
    needs: short.slice(0, NEEDS).map(({ name }) => name),
    hours: short.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
  };
}

export interface StandingAt {
  readonly atMs: number;
  readonly fit: RoleComparison['fit'];
  /** Severity of all known gaps together. */
  readonly severity: number;
  readonly mustsMet: number;
  /** Gaps in the person's own words that were open. */
  readonly openGaps: number;
}

const MAX_POINTS = 40;

/** Where the person stood at each turn, against the role as it is now; computed anew from what was known then. */
export function standingOverTime(app: App, profileId: number, role: Role): StandingAt[] {
  const { record, edges } = basisOf(app, profileId);
  const turns = turningPoints(record, MAX_POINTS);
  const times = turns.length === 0 ? [] : [...turns, app.now()];
  const levels = personLevelsOver(record, times);
  return times.flatMap((atMs, index) => {
    const person = levels[index];
    if (!person) return [];
    const { fit, musts, layers } = compareWithRole(role, person, edges);
    const known = layers.flatMap(({ competencies }) => competencies).filter(({ level }) => level !== null);
    return {
      atMs,
      fit,
      mustsMet: musts.met,
      severity: known.reduce((sum, { priority }) => sum + priority, 0),
      openGaps: record.gaps.filter((gap) => gap.createdAtMs <= atMs && (gap.status !== 'closed' || gap.changedAtMs > atMs)).length,
    };
  });
}

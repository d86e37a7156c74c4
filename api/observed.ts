import { competenciesOf, type RoleCompetency } from '../core/content/role.ts';
import { quartilesOf } from '../core/practice/answer-times.ts';
import { judgeSelfRating } from '../core/practice/calibration.ts';
import { LevelTracker } from '../core/practice/level-tracker.ts';
import { type LevelPoint, levelHistory, priorsFromRatings } from '../core/practice/observed-level.ts';
import { answersToGo } from '../core/practice/readiness.ts';
import { levelsToday } from '../core/role/observed-levels.ts';
import { personLevelsAt } from '../core/role/person-record.ts';
import { loadPersonRecord } from '../db/person/person-record.ts';
import type { Profile } from '../db/person/profiles.ts';
import { measurementsOf } from '../db/practice/measurements.ts';
import { countedDurations } from '../db/practice/statistics.ts';
import { sharedCompetencies } from '../db/roles/catalogue.ts';
import { getRole } from '../db/roles/roles.ts';
import type { App } from './context.ts';

/** Answers whose time is looked at, and how many are wanted before anything is said. */
const TIMED = 200;
const ENOUGH_TIMED = 5;

function targetsOf({ store }: App, { roleId }: Profile): RoleCompetency[] {
  return roleId === null ? [] : competenciesOf(getRole(store.read, roleId));
}

/** Each competency with counted answers or an own rating: the most answers first. */
export function observedAndSaid(app: App, profile: Profile) {
  const record = loadPersonRecord(app.store, profile.id, app.now());
  const said = personLevelsAt(record).competencyRatings;
  const observed = levelsToday(record.answers);
  const targets = new Map(targetsOf(app, profile).map((target) => [target.id, target]));
  const shared = new Map(sharedCompetencies(app.store.read).map(({ competency }) => [competency.id, competency.name]));
  return [...new Set([...observed.keys(), ...said.keys()])]
    .map((competencyId) => {
      const level = observed.get(competencyId)?.level ?? null;
      const self = said.get(competencyId)?.value ?? null;
      const target = targets.get(competencyId);
      return {
        competencyId,
        name: target?.name ?? shared.get(competencyId) ?? competencyId,
        required: target?.required ?? null,
        level,
        self,
        check: judgeSelfRating(self, level),
      };
    })
    .sort((a, b) => (b.level?.answers ?? 0) - (a.level?.answers ?? 0) || a.name.localeCompare(b.name, 'en'));
}

/** The observed level after each day with counted answers, and today. */
export function levelOverTime(app: App, profileId: number, competencyId: string): LevelPoint[] {
  const nowMs = app.now();
  const prior = loadPersonRecord(app.store, profileId, nowMs).answers.beliefs.get(competencyId)?.prior;
  return prior ? levelHistory(measurementsOf(app.store.read, profileId, competencyId), prior, nowMs) : [];
}

/** Minutes until the musts of the profile's role are shown by answers; null minutes while too few answers were timed. */
export function readiness(app: App, profile: Profile) {
  const nowMs = app.now();
  const musts = targetsOf(app, profile).filter(({ importance }) => importance === 'must');
  const times = countedDurations(app.store.read, profile.id, TIMED);
  const record = loadPersonRecord(app.store, profile.id, nowMs);
  const { beliefs } = record.answers;
  const priorOf = priorsFromRatings(personLevelsAt(record).competencyRatings);
  const levels = musts.map(({ id, required }) => ({
    competencyId: id,
    required,
    belief: beliefs.get(id) ?? LevelTracker.start(priorOf(id)).belief(),
  }));
  const { low, high, levels: open } = answersToGo(levels, nowMs);
  const named = new Map(musts.map((must) => [must.id, must]));
  return {
    hasRole: profile.roleId !== null,
    timed: times.length,
    minutesEach: times.length < ENOUGH_TIMED ? null : quartilesOf(times).median / 60_000,
    low,
    high,
    levels: open.map((one) => ({
      ...one,
      name: named.get(one.competencyId)?.name ?? one.competencyId,
      required: named.get(one.competencyId)?.required ?? 0,
      answered: beliefs.get(one.competencyId)?.answers ?? 0,
    })),
  };
}

import { stringify } from 'yaml';
import { competenciesOf } from '../core/content/role.ts';
import { localDay } from '../core/day.ts';
import { AppError } from '../core/errors.ts';
import { skillsOf } from '../core/role/compare.ts';
import { type ReportEvidence, reportAsHtml, reportAsMarkdown, type StandingReport } from '../core/role/report.ts';
import { skillsAsCsv } from '../core/skills/csv.ts';
import { skillsAsJsonResume } from '../core/skills/json-resume.ts';
import { skillsAsMarkdown } from '../core/skills/markdown.ts';
import type { ReportSkill, SkillReport } from '../core/skills/report.ts';
import { byStance } from '../core/skills/stances.ts';
import { statementWords } from '../core/skills/statement-words.ts';
import { listDocuments } from '../db/documents/documents.ts';
import { listBackground } from '../db/person/background.ts';
import { listCaveats, listEvidence, listStories } from '../db/person/evidence.ts';
import { listGaps } from '../db/person/gaps.ts';
import { getPlan, listGapEvents, listGapStates, listTasks } from '../db/person/plans.ts';
import { latestRatings } from '../db/person/ratings.ts';
import { listCards } from '../db/practice/cards.ts';
import { listWordings } from '../db/practice/point-wordings.ts';
import { listRecordings } from '../db/practice/recordings.ts';
import { profileReviews } from '../db/practice/reviews.ts';
import { getRole, listRoles } from '../db/roles/roles.ts';
import { personTaxonomy } from '../db/skills/person-taxonomy.ts';
import type { ReadableDb } from '../db/statement.ts';
import { compare, roleIdOf } from './comparisons.ts';
import type { App } from './context.ts';
import { currentProfile } from './context.ts';
import { type InventorySkill, inventory } from './inventory.ts';
import { gapsOf, planFor } from './planning.ts';

/** Everything Plumbline knows about the profile in use, as plain data. */
export function exportProfile(app: App) {
  const profile = currentProfile(app);
  const db = app.store.read;
  return {
    format: 'plumbline-profile/1',
    exportedAt: new Date(app.now()).toISOString(),
    profile,
    documents: listDocuments(db, profile.id),
    skills: inventory(app, profile),
    taxonomy: ownTaxonomy(db),
    evidence: listEvidence(db, profile.id),
    ratings: latestRatings(db, profile.id),
    gaps: listGaps(db, profile.id),
    caveats: listCaveats(db, profile.id),
    gapStates: listGapStates(db, profile.id),
    gapHistory: listGapEvents(db, profile.id),
    plan: getPlan(db, profile.id),
    tasks: listTasks(db, profile.id),
    roles: listRoles(db)
      .filter(({ origin }) => origin === 'own')
      .map(({ id }) => getRole(db, id)),
    stories: listStories(db, profile.id),
    background: listBackground(db, profile.id),
    cards: listCards(db, profile.id),
    reviews: profileReviews(db, profile.id),
    recordings: {
      note: 'Spoken answers. Their sound is not in this file: it lies in the recordings folder of the data folder, under these names.',
      files: listRecordings(db, profile.id),
    },
    wordings: listWordings(db, profile.id),
  };
}

/** What the person changed in the taxonomy. */
function ownTaxonomy(db: ReadableDb) {
  const { names, aliases, merges } = personTaxonomy(db);
  return { names: Object.fromEntries(names), aliases: Object.fromEntries(aliases), merges: Object.fromEntries(merges) };
}

const SKILL_FORMATS = ['md', 'csv', 'json-resume'] as const;

export interface ExportedFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** The inventory as a file. @throws AppError `invalid` for a format there is none of. */
export function exportSkills(app: App, format: string): ExportedFile {
  const report = skillReport(app);
  const name = `plumbline-skills-${report.day}`;
  switch (format) {
    case 'md':
      return { name: `${name}.md`, type: 'text/markdown', text: skillsAsMarkdown(report) };
    case 'csv':
      return { name: `${name}.csv`, type: 'text/csv', text: skillsAsCsv(report) };
    case 'json-resume':
      return { name: `${name}.json`, type: 'application/json', text: `${JSON.stringify(skillsAsJsonResume(report), null, 2)}\n` };
    default:
      throw new AppError('invalid', `Skills can be exported as ${SKILL_FORMATS.join(', ')}, not as “${format}”.`);
  }
}

function skillReport(app: App): SkillReport {
  const profile = currentProfile(app);
  const db = app.store.read;
  const documents = new Map(listDocuments(db, profile.id).map(({ id, name }) => [id, name]));
  const statements = Map.groupBy(listEvidence(db, profile.id).sort(byStance), ({ skillId }) => skillId);
  const caveats = listCaveats(db, profile.id);
  const skills = inventory(app, profile).map(
    (skill): ReportSkill => ({
      ...skill,
      levelFrom: levelSource(skill),
      isGap: skill.declaredGap,
      statements: (statements.get(skill.id) ?? []).map(({ text, stance, section, documentId, organisation }) => ({
        text: statementWords(text),
        stance,
        section,
        document: documents.get(documentId) ?? '',
        organisation,
      })),
      caveats: caveats.filter((caveat) => caveat.skills.includes(skill.id)).map(({ text }) => text),
    }),
  );
  const day = localDay(app.now());
  return {
    profile: profile.name,
    day,
    background: listBackground(db, profile.id),
    skills: skills.sort((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}

function levelSource({ basis }: InventorySkill): string {
  const words = { self: 'own rating', imported: 'stated in a document', evidence: 'from statements', answers: 'from answers' };
  return basis.map((source) => words[source]).join(', ');
}

/** A role as a file that can be imported again. @throws AppError `not_found`, `invalid` for a format there is none of. */
export function exportRole({ store }: App, id: string, format: string, version?: number): ExportedFile {
  const role = getRole(store.read, id, version);
  const name = `plumbline-role-${role.id}-v${role.version}`;
  if (format === 'yaml') return { name: `${name}.yaml`, type: 'application/yaml', text: stringify(role, { lineWidth: 0 }) };
  if (format === 'json') return { name: `${name}.json`, type: 'application/json', text: `${JSON.stringify(role, null, 2)}\n` };
  throw new AppError('invalid', `A role can be exported as yaml or json, not as “${format}”.`);
}

/** Where the person stands for a role, for themself or a mentor. @throws AppError `invalid` for a format there is none of. */
export function exportReport(
  app: App,
  format: string,
  options: { readonly roleId?: string | undefined; readonly withEvidence: boolean },
): ExportedFile {
  const profile = currentProfile(app);
  const roleId = roleIdOf(profile, options.roleId);
  const { plan, after, settings } = planFor(app, profile.id, roleId);
  const report: StandingReport = {
    profile: profile.name,
    day: localDay(app.now()),
    comparison: compare(app, profile.id, roleId),
    gaps: gapsOf(app, profile.id, roleId),
    steps: plan.steps,
    planHours: plan.hours,
    fitAfter: after.fit,
    interviewOn: settings.interviewOn,
    evidence: options.withEvidence ? evidenceFor(app, profile.id, roleId) : null,
  };
  const name = `plumbline-report-${roleId}-${report.day}`;
  if (format === 'html') return { name: `${name}.html`, type: 'text/html', text: reportAsHtml(report) };
  if (format === 'md') return { name: `${name}.md`, type: 'text/markdown', text: reportAsMarkdown(report) };
  throw new AppError('invalid', `The report can be made as html or md, not as “${format}”.`);
}

/** The strongest statements behind each competency of a role. */
function evidenceFor({ store }: App, profileId: number, roleId: string): Map<string, ReportEvidence[]> {
  const documents = new Map(listDocuments(store.read, profileId).map(({ id, name }) => [id, name]));
  const statements = Map.groupBy(listEvidence(store.read, profileId).sort(byStance), ({ skillId }) => skillId);
  return new Map(
    competenciesOf(getRole(store.read, roleId)).map((competency) => [
      competency.id,
      skillsOf(competency)
        .flatMap((id) => statements.get(id)?.slice(0, 1) ?? [])
        .map(({ text, documentId }) => ({ text: statementWords(text), document: documents.get(documentId) ?? '' })),
    ]),
  );
}

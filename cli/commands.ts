import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { defaultDataDir, openApp } from '../api/app.ts';
import { roleIdOf } from '../api/comparisons.ts';
import { type App, currentProfile } from '../api/context.ts';
import { type ExportedFile, exportProfile, exportReport, exportRole, exportSkills } from '../api/exports.ts';
import { planFor } from '../api/planning.ts';
import { createCaller } from '../api/router/index.ts';
import { importRole } from '../api/router/roles.ts';
import { AppError } from '../core/errors.ts';
import { backupFolder, backupName, makeBackup } from '../db/backup.ts';
import { getPlan } from '../db/person/plans.ts';
import { dueCards } from '../db/practice/cards.ts';
import { listRoles } from '../db/roles/roles.ts';
import { ASSETS_DIR } from '../server/paths.ts';
import { appVersion } from '../server/version.ts';
import { doctor } from './doctor.ts';
import { importFile, readFile } from './import-file.ts';
import { questions } from './questions.ts';
import { table } from './table.ts';
import { writeOut } from './write-out.ts';

export interface CommandOptions {
  readonly data?: string | undefined;
  readonly json: boolean;
  readonly role?: string | undefined;
  readonly out?: string | undefined;
  /** Of an export of the skills. */
  readonly format?: string | undefined;
  readonly dryRun: boolean;
  readonly restore: boolean;
  readonly evidence: boolean;
  /** Hours a week, of a plan. */
  readonly hours?: string | undefined;
  /** The day of the interview, of a plan. */
  readonly interview?: string | undefined;
  /** Whose questions, of an export of them. */
  readonly origin?: string | undefined;
  readonly file: string | undefined;
  readonly second: string | undefined;
}

/** What a command has to say: the same as data and in words. */
export interface Output {
  readonly json: unknown;
  readonly text: string;
}

type Command = (options: CommandOptions) => Promise<Output>;

export function dataDirOf({ data }: CommandOptions): string {
  return data === undefined ? defaultDataDir() : resolve(data);
}

async function withApp(options: CommandOptions, act: (app: App) => Promise<Output> | Output): Promise<Output> {
  const { app, close } = openApp({ dataDir: dataDirOf(options), assetsDir: ASSETS_DIR, version: appVersion(), host: 'cli' });
  try {
    return await act(app);
  } finally {
    close();
  }
}

const level = (value: number | null): string => (value === null ? '?' : value.toFixed(1));

export const COMMANDS: Readonly<Record<string, Command>> = {
  import: (options) => {
    if (options.file === undefined) throw new AppError('invalid', 'import wants a file: plumbline import FILE.');
    const document = readFile(options.file);
    return options.dryRun ? Promise.resolve(importFile(document, null)) : withApp(options, (app) => importFile(document, app));
  },
  skills: (options) =>
    withApp(options, async (app) => {
      const skills = await createCaller(app).skills.list();
      const rows = skills.map(({ name, category, level: value, evidence }) => [name, category, level(value), String(evidence)]);
      return {
        json: skills,
        text: skills.length === 0 ? 'No skills yet. Import a document.' : table(['Skill', 'Category', 'Level', 'Statements'], rows),
      };
    }),
  roles: (options) =>
    withApp(options, async (app) => {
      const roles = await createCaller(app).roles.standings();
      const rows = roles.map(({ id, name, origin, competencies, fit, musts }) => [
        id,
        name,
        origin,
        String(competencies),
        fit.expected === null ? '?' : `${Math.round(fit.expected)} (${Math.round(fit.low)}–${Math.round(fit.high)})`,
        `${musts.met} of ${musts.total}`,
      ]);
      return { json: roles, text: table(['Role', 'Name', 'Origin', 'Competencies', 'Fit', 'Musts met'], rows) };
    }),
  role: (options) =>
    withApp(options, (app) => {
      if (options.file === 'import' && options.second !== undefined) {
        const { result } = importRole(app, new TextDecoder().decode(readFile(options.second).bytes));
        return { json: result, text: `${result.name} is stored as the role ${result.id}.` };
      }
      if (options.file === 'export' && options.second !== undefined)
        return written(exportRole(app, options.second, options.format ?? 'yaml'), options);
      throw new AppError('invalid', 'role wants: role import FILE, or role export ID [--format yaml|json] [--out FILE].');
    }),
  plan: (options) => withApp(options, (app) => plan(app, options)),
  report: (options) =>
    withApp(options, (app) =>
      written(exportReport(app, options.format ?? 'md', { roleId: options.role, withEvidence: options.evidence }), options),
    ),
  gap: (options) =>
    withApp(options, (app) => {
      const profile = currentProfile(app);
      return gap(app, chosenRole(app, profile.roleId, options.role));
    }),
  questions: (options) => withApp(options, (app) => questions(app, options)),
  due: (options) =>
    withApp(options, (app) => {
      const cards = dueCards(app.store.read, currentProfile(app).id, app.now()).filter(({ state }) => state !== 'new');
      const due = cards.map(({ questionId, dueAtMs, state }) => ({ questionId, dueAt: new Date(dueAtMs).toISOString(), state }));
      return {
        json: { due, count: due.length },
        text:
          due.length === 0
            ? 'Nothing is due.'
            : table(
                ['Due', 'Question'],
                due.map(({ dueAt, questionId }) => [dueAt, questionId]),
              ),
      };
    }),
  export: (options) =>
    withApp(options, (app) => {
      if (options.file === 'skills') return exportSkillFile(app, options);
      if (options.file !== undefined) throw new AppError('invalid', `“${options.file}” cannot be exported alone. Known: skills.`);
      const data = exportProfile(app);
      if (options.out === undefined) return { json: data, text: JSON.stringify(data, null, 2) };
      const path = resolve(options.out);
      writeOut(path, JSON.stringify(data, null, 2));
      return { json: { path }, text: `Written to ${path}` };
    }),
  backup: (options) =>
    withApp(options, async (app) => {
      const path =
        options.out === undefined ? join(backupFolder(app.store.dataDir), backupName(app.now(), 'manual')) : resolve(options.out);
      mkdirSync(dirname(path), { recursive: true });
      await makeBackup(app.store.backup, path);
      return { json: { path }, text: `Backup made and checked: ${path}` };
    }),
  doctor: (options) => Promise.resolve(doctor(dataDirOf(options), options.restore, Date.now())),
};

async function gap(app: App, roleId: string): Promise<Output> {
  const comparison = await createCaller(app).roles.compare({ roleId });
  const { fit, musts, role } = comparison;
  const rows = comparison.layers
    .flatMap((layer) => layer.competencies.map((one) => ({ ...one, layer: layer.name })))
    // What is known to be short comes first; what nobody knows is asked for, not ranked among it.
    .sort((a, b) => Number(a.level === null) - Number(b.level === null) || b.priority - a.priority)
    .map((one) => [
      one.name,
      one.layer,
      String(one.required),
      level(one.level),
      one.importance,
      one.level === null ? '?' : one.priority.toFixed(1),
    ]);
  const head = `${role.name}: fit ${fit.expected === null ? '?' : Math.round(fit.expected)} (${Math.round(fit.low)}–${Math.round(fit.high)}), ${Math.round(fit.assessedShare * 100)} % assessed, ${musts.met} of ${musts.total} musts met`;
  return { json: comparison, text: `${head}\n\n${table(['Competency', 'Layer', 'Required', 'Current', 'Importance', 'Priority'], rows)}` };
}

/** @throws AppError `invalid` naming the roles there are. */
function chosenRole(app: App, chosen: string | null, asked: string | undefined): string {
  if (asked === undefined && chosen === null) {
    const known = listRoles(app.store.read).map(({ id }) => id);
    throw new AppError('invalid', `No role is chosen yet: name one with --role. Known roles: ${known.join(', ')}.`);
  }
  return roleIdOf(currentProfile(app), asked);
}

function plan(app: App, { role, hours, interview }: CommandOptions): Output {
  const profile = currentProfile(app);
  const settings = getPlan(app.store.read, profile.id);
  const planned = planFor(app, profile.id, chosenRole(app, profile.roleId, role), {
    interviewOn: interview === undefined ? settings.interviewOn : dayOf(interview),
    weeklyHours: hours === undefined ? settings.weeklyHours : hoursOf(hours),
  });
  const fitOf = ({ fit }: { readonly fit: { readonly expected: number | null } }): string =>
    fit.expected === null ? '?' : String(Math.round(fit.expected));
  const head = `${planned.role.name}: ${planned.hours} h in ${planned.weeks.toFixed(1)} weeks bring the fit from ${fitOf(planned.before)} to ${fitOf(planned.after)}; ${planned.unknownMusts} musts are unknown and not planned.`;
  const rows = planned.plan.steps.map(({ name, from, to, hours: effort, weeks, gain }) => [
    weeks[0] === weeks[1] ? String(weeks[0]) : `${weeks[0]}–${weeks[1]}`,
    name,
    `${level(from)} → ${level(to)}`,
    effort.toFixed(1),
    gain.toFixed(1),
  ]);
  return { json: planned, text: `${head}\n\n${table(['Week', 'Competency', 'Level', 'Hours', 'Severity off'], rows)}` };
}

function dayOf(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new AppError('invalid', `“${text}” is no day. Write it as 2027-03-01.`);
}

function hoursOf(text: string): number {
  const hours = Number(text);
  if (Number.isFinite(hours) && hours > 0 && hours <= 80) return hours;
  throw new AppError('invalid', `“${text}” is no number of hours a week between 0 and 80.`);
}

function exportSkillFile(app: App, options: CommandOptions): Output {
  return written(exportSkills(app, options.format ?? 'md'), options);
}

/** A file's text on the terminal, or written where it was asked for. */
function written({ name, text }: ExportedFile, { out }: CommandOptions): Output {
  if (out === undefined) return { json: { name, text }, text: text.trimEnd() };
  const path = resolve(out);
  writeOut(path, text);
  return { json: { path }, text: `Written to ${path}` };
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { defaultDataDir, openApp } from '../api/app.ts';
import { type App, currentProfile } from '../api/context.ts';
import { exportProfile, exportSkills } from '../api/exports.ts';
import { createCaller } from '../api/router/index.ts';
import { AppError } from '../core/errors.ts';
import { backupFolder, backupName, makeBackup } from '../db/backup.ts';
import { dueCards } from '../db/practice/cards.ts';
import { listQuestions } from '../db/questions/questions.ts';
import { getRole, listRoles } from '../db/roles/roles.ts';
import { ASSETS_DIR } from '../server/paths.ts';
import { appVersion } from '../server/version.ts';
import { doctor } from './doctor.ts';
import { importFile, readFile } from './import-file.ts';
import { table } from './table.ts';

export interface CommandOptions {
  readonly data?: string | undefined;
  readonly json: boolean;
  readonly role?: string | undefined;
  readonly out?: string | undefined;
  /** Of an export of the skills. */
  readonly format?: string | undefined;
  readonly dryRun: boolean;
  readonly restore: boolean;
  readonly file: string | undefined;
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
      const roles = await createCaller(app).roles.list();
      return {
        json: roles,
        text: table(
          ['Role', 'Name', 'Competencies'],
          roles.map(({ id, name, competencies }) => [id, name, String(competencies)]),
        ),
      };
    }),
  gap: (options) =>
    withApp(options, (app) => {
      const profile = currentProfile(app);
      const roleId = options.role ?? profile.roleId;
      if (roleId === null) {
        const known = listRoles(app.store.read).map(({ id }) => id);
        throw new AppError('invalid', `No role is chosen yet: name one with --role. Known roles: ${known.join(', ')}.`);
      }
      return gap(app, roleId);
    }),
  questions: (options) =>
    withApp(options, (app) => {
      if (options.role !== undefined) getRole(app.store.read, options.role);
      const questions = listQuestions(app.store.read, options.role);
      const rows = questions.map(({ id, kind, level: asked, prompt }) => [
        id,
        kind,
        String(asked),
        prompt.en.replaceAll('\n', ' ').slice(0, 80),
      ]);
      return { json: questions, text: table(['Question', 'Kind', 'Level', 'Prompt'], rows) };
    }),
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
    .sort((a, b) => b.priority - a.priority)
    .map((one) => [one.name, one.layer, String(one.required), level(one.level), one.importance, one.priority.toFixed(1)]);
  const head = `${role.name}: fit ${fit.expected === null ? '?' : Math.round(fit.expected)} (${Math.round(fit.low)}–${Math.round(fit.high)}), ${Math.round(fit.assessedShare * 100)} % assessed, ${musts.met} of ${musts.total} musts met`;
  return { json: comparison, text: `${head}\n\n${table(['Competency', 'Layer', 'Required', 'Current', 'Importance', 'Priority'], rows)}` };
}

function exportSkillFile(app: App, { format = 'md', out }: CommandOptions): Output {
  const { text } = exportSkills(app, format);
  if (out === undefined) return { json: { format, text }, text: text.trimEnd() };
  const path = resolve(out);
  writeOut(path, text);
  return { json: { path }, text: `Written to ${path}` };
}

function writeOut(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new AppError('io', `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}

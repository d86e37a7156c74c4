import { extname, resolve } from 'node:path';
import type { App } from '../api/context.ts';
import { exportQuestions, QUESTION_FORMATS } from '../api/question-exports.ts';
import { wantedSchema } from '../api/question-filter.ts';
import { previewQuestions, takeQuestions } from '../api/question-imports.ts';
import { AppError } from '../core/errors.ts';
import type { ImportCounts } from '../db/questions/import-questions.ts';
import { listQuestions } from '../db/questions/questions.ts';
import { getRole } from '../db/roles/roles.ts';
import type { CommandOptions, Output } from './commands.ts';
import { readFile } from './import-file.ts';
import { table } from './table.ts';
import { writeOut } from './write-out.ts';

/** The question bank as a list; questions from a file; questions as a file. */
export async function questions(app: App, options: CommandOptions): Promise<Output> {
  const { file: act, second: path } = options;
  if (act === undefined) return listed(app, options.role);
  if (act === 'import' && path !== undefined) return imported(app, path, options.dryRun);
  if (act === 'export' && path !== undefined) return exported(app, path, options);
  throw new AppError(
    'invalid',
    'questions wants nothing more, or: questions import FILE, or questions export [--format csv|json|md|apkg] OUT.',
  );
}

function listed(app: App, role: string | undefined): Output {
  if (role !== undefined) getRole(app.store.read, role);
  const all = listQuestions(app.store.read, role);
  const rows = all.map(({ id, kind, level, prompt }) => [id, kind, String(level), prompt.en.replaceAll('\n', ' ').slice(0, 80)]);
  return { json: all, text: table(['Question', 'Kind', 'Level', 'Prompt'], rows) };
}

async function imported(app: App, path: string, isDryRun: boolean): Promise<Output> {
  const source = readFile(path);
  const { signal } = new AbortController();
  if (isDryRun) {
    const preview = await previewQuestions(app, source, signal);
    return { json: preview, text: [`${words(preview.counts)} Nothing was written.`, ...preview.problems].join('\n') };
  }
  const { problems } = await previewQuestions(app, source, signal);
  const { result } = await takeQuestions(app, source, signal);
  return { json: { ...result, problems }, text: [words(result.counts), ...problems].join('\n') };
}

function words({ new: added, updated, same, twin, bank, schedules, leftOut }: ImportCounts): string {
  return `${added} new, ${updated} updated, ${same} as they are, ${twin} skipped for their text, ${bank} of the bank; ${schedules} schedules; ${leftOut} could not be read.`;
}

function exported(app: App, path: string, { format, origin, role }: CommandOptions): Output {
  const wanted = wantedSchema.safeParse({ ...(origin === undefined ? {} : { origin }), ...(role === undefined ? {} : { role }) });
  if (!wanted.success) throw new AppError('invalid', `“${origin}” is no origin. Known: shipped, own, imported, generated.`);
  const out = resolve(path);
  const byName = QUESTION_FORMATS.find((known) => extname(out) === `.${known}`);
  const { body, count } = exportQuestions(app, format ?? byName ?? 'json', wanted.data);
  writeOut(out, body);
  return { json: { path: out, count }, text: `${count} questions written to ${out}` };
}

import type { Changed } from '../db/changes.ts';
import { type ImportAction, type ImportCounts, type ImportDone, importQuestions, planImport } from '../db/questions/import-questions.ts';
import { type App, currentProfile } from './context.ts';
import { cleanName } from './upload.ts';

const SHOWN = 10;
const SHOWN_PROMPT = 200;

/** What a file would bring, before anything is written. */
export interface ImportPreview {
  readonly counts: ImportCounts;
  readonly first: readonly {
    readonly id: string;
    readonly prompt: string;
    readonly tags: readonly string[];
    readonly action: ImportAction;
  }[];
  readonly problems: readonly string[];
}

interface QuestionSource {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Says what a file of questions would bring. Writes nothing. @throws AppError as the reader does. */
export async function previewQuestions(app: App, { bytes, name }: QuestionSource, signal: AbortSignal): Promise<ImportPreview> {
  const incoming = await app.readQuestions(bytes, cleanName(name), { signal, nowMs: app.now() });
  const { counts, questions, problems } = planImport(app.store.read, currentProfile(app).id, incoming);
  const first = questions.slice(0, SHOWN).map(({ question: { id, prompt, tags = [] }, action }) => ({
    id,
    prompt: prompt.en.slice(0, SHOWN_PROMPT),
    tags,
    action,
  }));
  return { counts, first, problems };
}

/** Brings the questions of a file in. @throws AppError as the reader does; nothing is written then. */
export async function takeQuestions(app: App, { bytes, name }: QuestionSource, signal: AbortSignal): Promise<Changed<ImportDone>> {
  const incoming = await app.readQuestions(bytes, cleanName(name), { signal, nowMs: app.now() });
  return importQuestions(app.store, currentProfile(app).id, incoming, app.now());
}

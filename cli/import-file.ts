import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { BODY_LIMIT, tooLarge } from '../api/body.ts';
import { type App, currentProfile } from '../api/context.ts';
import { storeDocument } from '../api/upload.ts';
import { AppError } from '../core/errors.ts';
import { buildMatcher, importDocument, readDocument } from '../core/import/index.ts';
import type { ImportResult } from '../core/import/types.ts';
import { readContent } from '../db/content/load.ts';
import { confirmImport } from '../db/documents/confirm.ts';
import { getDocument } from '../db/documents/documents.ts';
import { ASSETS_DIR } from '../server/paths.ts';
import type { Output } from './commands.ts';

interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @throws AppError `not_found`, `invalid` for a folder, `too_large`, `io`. */
export function readFile(path: string): FileToImport {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new AppError('invalid', `${path} is a folder. Name a file.`);
    if (stats.size > BODY_LIMIT) throw tooLarge();
    return { name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isGone) throw new AppError('not_found', `There is no file ${path}.`, { cause: error });
    throw new AppError('io', `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}

/** Reads a document; with an app what is found enters the profile, as far as it is taken without being asked. */
export async function importFile(file: FileToImport, app: App | null): Promise<Output> {
  if (app !== null) return importInto(file, app);
  const matcher = buildMatcher(readContent(ASSETS_DIR).parse().skills);
  const document = await readDocument(file.bytes, file.name);
  const result = importDocument(document, matcher, { thisYear: new Date().getFullYear() });
  return { json: result, text: `${words(result)} Nothing was written.` };
}

async function importInto({ name, bytes }: FileToImport, app: App): Promise<Output> {
  const { result: upload } = await storeDocument(app, { bytes, name, upload: null }, new AbortController().signal);
  const profileId = currentProfile(app).id;
  const { proposal, status, decisions } = getDocument(app.store.read, profileId, upload.id);
  if (status === 'confirmed') {
    return { json: { ...proposal, imported: null }, text: `${name} is in the profile already: nothing was changed.` };
  }
  const { result: imported } = confirmImport(app.store, profileId, upload.id, decisions, app.now());
  const left = proposal.skills.length - imported.skills;
  return {
    json: { ...proposal, imported },
    text: `${words(proposal)} ${imported.skills} skills taken, ${left} left out as doubtful or not your own.`,
  };
}

function words({ document, skills, gaps, stories }: ImportResult): string {
  return `${document.name}: ${skills.length} skills, ${gaps.length} learning gaps, ${stories.length} stories found.`;
}

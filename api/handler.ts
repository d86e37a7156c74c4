import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { localDay } from '../core/day.ts';
import { AppError, type ErrorCode, toAppError } from '../core/errors.ts';
import { proposeDemands } from '../core/job/to-role.ts';
import { getOriginal } from '../db/documents/documents.ts';
import { sharedCompetencies } from '../db/roles/catalogue.ts';
import { readBody } from './body.ts';
import { type App, currentProfile } from './context.ts';
import { type ExportedFile, exportProfile, exportReport, exportRole, exportSkills } from './exports.ts';
import { serveFile } from './files.ts';
import { errorResponse, withSecurityHeaders } from './headers.ts';
import { exportQuestions, exportReports, type QuestionFile } from './question-exports.ts';
import { type Wanted, wantedSchema } from './question-filter.ts';
import { previewQuestions, takeQuestions } from './question-imports.ts';
import { beginRecording, continueRecording, recordingResponse } from './recordings.ts';
import { appRouter } from './router/index.ts';
import { exportWordings } from './scoring.ts';
import { cleanName, storeDocument } from './upload.ts';

export type Handler = (request: Request) => Promise<Response>;

const STATUS: Readonly<Record<ErrorCode, number>> = {
  not_found: 404,
  invalid: 400,
  conflict: 409,
  busy: 503,
  corrupt: 500,
  too_large: 413,
  unsupported: 415,
  io: 500,
  internal: 500,
};

/**
 * The one door of the app: its files, the typed calls, uploads and downloads.
 * @param rendererDir absolute path of the built renderer.
 */
export function createHandler(app: App, rendererDir: string): Handler {
  return async (request) => {
    try {
      return withSecurityHeaders(await route(app, rendererDir, request));
    } catch (error) {
      const { code, message } = toAppError(error);
      return withSecurityHeaders(errorResponse(STATUS[code], code, message));
    }
  };
}

function route(app: App, rendererDir: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname.startsWith('/api/trpc/')) return call(app, request);
  if (url.pathname === '/api/documents') return upload(app, request, url);
  const original = /^\/api\/documents\/(\d{1,15})\/original$/.exec(url.pathname)?.[1];
  if (original !== undefined) return downloadOriginal(app, request, Number(original));
  if (url.pathname === '/api/export/profile.json') return download(request, () => profileFile(app));
  const skillFormat = /^\/api\/export\/skills\/([a-z-]+)$/.exec(url.pathname)?.[1];
  if (skillFormat !== undefined) return download(request, () => exportSkills(app, skillFormat));
  const role = /^\/api\/export\/roles\/([a-z0-9-]+)\/([a-z]+)$/.exec(url.pathname);
  if (role !== null) return download(request, () => exportRole(app, role[1] ?? '', role[2] ?? '', versionIn(url)));
  const wordingFormat = /^\/api\/export\/wordings\/([a-z]+)$/.exec(url.pathname)?.[1];
  if (wordingFormat !== undefined) return download(request, () => exportWordings(app, currentProfile(app).id, wordingFormat));
  const reportFormat = /^\/api\/export\/report\/([a-z]+)$/.exec(url.pathname)?.[1];
  if (reportFormat !== undefined) return download(request, () => reportFile(app, reportFormat, url));
  if (url.pathname === '/api/recordings') return takeRecording(app, request, url);
  const recording = /^\/api\/recordings\/(\d{1,15})$/.exec(url.pathname)?.[1];
  if (recording !== undefined) return oneRecording(app, request, Number(recording), url);
  const questionFormat = /^\/api\/export\/questions\/([a-z]+)$/.exec(url.pathname)?.[1];
  if (questionFormat !== undefined) return downloadBytes(request, () => exportQuestions(app, questionFormat, wantedIn(url)));
  const reportsFormat = /^\/api\/export\/question-reports\/([a-z]+)$/.exec(url.pathname)?.[1];
  if (reportsFormat !== undefined) return downloadBytes(request, () => exportReports(app, reportsFormat));
  if (url.pathname === '/api/questions/preview' || url.pathname === '/api/questions/import') return questionFile(app, request, url);
  if (url.pathname === '/api/jobs') return readJob(app, request, url);
  if (url.pathname.startsWith('/api/')) return Promise.resolve(errorResponse(404, 'not_found', 'There is no such call.'));
  demandMethod(request, ['GET', 'HEAD']);
  return serveFile(rendererDir, url.pathname);
}

/** Every call is a POST of JSON: no page of another origin can send one without a preflight, which is never answered. */
async function call(app: App, request: Request): Promise<Response> {
  demandMethod(request, ['POST']);
  demandType(request, 'application/json');
  const body = await readBody(request);
  const whole = new Request(request.url, { method: 'POST', headers: request.headers, body: new Uint8Array(body), signal: request.signal });
  return fetchRequestHandler({ endpoint: '/api/trpc', req: whole, router: appRouter, createContext: () => app, allowMethodOverride: true });
}

async function upload(app: App, request: Request, url: URL): Promise<Response> {
  demandMethod(request, ['POST']);
  demandType(request, 'application/octet-stream');
  const bytes = await readBody(request);
  const name = url.searchParams.get('name') ?? '';
  return Response.json(await storeDocument(app, { bytes, name, upload: url.searchParams.get('upload') }, request.signal));
}

/** The first part of a spoken answer. */
async function takeRecording(app: App, request: Request, url: URL): Promise<Response> {
  demandMethod(request, ['POST']);
  demandType(request, 'application/octet-stream');
  const bytes = await readBody(request);
  const mimeType = url.searchParams.get('type') ?? '';
  const questionId = url.searchParams.get('question') ?? '';
  const [sessionId, durationMs] = [wholeIn(url, 'session'), wholeIn(url, 'ms')];
  return Response.json(await beginRecording(app, { bytes, mimeType, questionId, sessionId, durationMs }));
}

/** Plays a spoken answer (GET), or takes its next part (POST). */
async function oneRecording(app: App, request: Request, id: number, url: URL): Promise<Response> {
  demandMethod(request, ['GET', 'POST']);
  if (request.method === 'GET') return recordingResponse(app, id, request.headers.get('range'));
  demandType(request, 'application/octet-stream');
  const bytes = await readBody(request);
  return Response.json(await continueRecording(app, id, { bytes, at: wholeIn(url, 'at'), durationMs: wholeIn(url, 'ms') }));
}

/** @throws AppError `invalid` unless the address carries a whole number from 0 up under this name. */
function wholeIn(url: URL, name: string): number {
  const text = url.searchParams.get(name) ?? '';
  if (!/^\d{1,15}$/.test(text)) throw new AppError('invalid', `The address needs a whole number as “${name}”. Nothing was stored.`);
  return Number(text);
}

const MAX_JOB = 1_000_000;

/** Reads a job description; nothing of it is stored. */
async function readJob(app: App, request: Request, url: URL): Promise<Response> {
  demandMethod(request, ['POST']);
  demandType(request, 'application/octet-stream');
  const bytes = await readBody(request);
  if (bytes.length > MAX_JOB)
    throw new AppError('too_large', 'This is longer than any job description (1 MB). Paste the part that asks for something.');
  const { text, reading } = await app.readJob(bytes, cleanName(url.searchParams.get('name') ?? ''), request.signal);
  const demands = proposeDemands(reading.requirements, sharedCompetencies(app.store.read));
  return Response.json({ text, reading, demands });
}

/** A file of questions: what it would bring, or, at the second address, brought in. */
async function questionFile(app: App, request: Request, url: URL): Promise<Response> {
  demandMethod(request, ['POST']);
  demandType(request, 'application/octet-stream');
  const source = { bytes: await readBody(request), name: url.searchParams.get('name') ?? '' };
  const act = url.pathname.endsWith('/preview') ? previewQuestions : takeQuestions;
  return Response.json(await act(app, source, request.signal));
}

/** What of the questions is wanted. @throws AppError `invalid` for what cannot be asked for. */
function wantedIn(url: URL): Wanted {
  const wanted = wantedSchema.safeParse(Object.fromEntries(url.searchParams));
  if (wanted.success) return wanted.data;
  throw new AppError('invalid', `The filter ${wanted.error.issues[0]?.path.join('.') ?? ''} is not one there is.`);
}

async function downloadBytes(request: Request, make: () => QuestionFile): Promise<Response> {
  demandMethod(request, ['GET']);
  const { name, type, body } = make();
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
  });
}

function versionIn(url: URL): number | undefined {
  const version = Number(url.searchParams.get('version') ?? Number.NaN);
  return Number.isInteger(version) ? version : undefined;
}

function reportFile(app: App, format: string, url: URL): ExportedFile {
  const roleId = url.searchParams.get('role') ?? undefined;
  return exportReport(app, format, { roleId, withEvidence: url.searchParams.get('evidence') === '1' });
}

function profileFile(app: App): ExportedFile {
  const day = localDay(app.now());
  return { name: `plumbline-profile-${day}.json`, type: 'application/json', text: JSON.stringify(exportProfile(app), null, 2) };
}

async function download(request: Request, make: () => ExportedFile): Promise<Response> {
  demandMethod(request, ['GET']);
  const { name, type, text } = make();
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/** The imported file, byte for byte; as a download, so that nothing of it is ever shown as a page. */
async function downloadOriginal(app: App, request: Request, id: number): Promise<Response> {
  demandMethod(request, ['GET']);
  const { name, bytes } = getOriginal(app.store.read, currentProfile(app).id, id);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
}

function demandMethod(request: Request, methods: readonly string[]): void {
  if (!methods.includes(request.method))
    throw new AppError('invalid', `This address takes ${methods.join(' or ')}, not ${request.method}.`);
}

function demandType(request: Request, type: string): void {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (given !== type) throw new AppError('unsupported', `This address takes ${type}, not ${given ?? 'a body without a type'}.`);
}

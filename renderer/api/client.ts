import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCClientError } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { ImportPreview } from '../../api/question-imports.ts';
import type { AppRouter } from '../../api/router/index.ts';
import type { JobReading } from '../../core/job/read-job.ts';
import type { ProposedDemand } from '../../core/job/to-role.ts';
import type { Changed } from '../../db/changes.ts';
import type { ImportDone } from '../../db/questions/import-questions.ts';
import { t } from '../strings/index.ts';

/** For a call that may take long: it travels alone, so that none asked with it has to wait, and can be stopped. */
export const ALONE = { isAlone: true } as const;

const door = { url: '/api/trpc', methodOverride: 'POST' } as const;

/** The typed door to everything that is stored. Every call is a POST of JSON. */
export const api = createTRPCClient<AppRouter>({
  links: [splitLink({ condition: ({ context }) => context.isAlone === true, true: httpLink(door), false: httpBatchLink(door) })],
});

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

/** What questions are asked for. */
export type WantedQuestions = inferRouterInputs<AppRouter>['questions']['search']['wanted'];

/** Hands the key of this run (in the address after #) in for a session cookie, and takes it out of the address. */
export async function openSession(): Promise<void> {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key === null) return;
  history.replaceState(null, '', location.pathname + location.search);
  await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key }) });
}

/** Sends a file to be imported; `upload` is the id its progress can be asked for by. @throws Error with words for a person. */
export async function uploadDocument(
  { name, body, upload }: { readonly name: string; readonly body: Blob; readonly upload: string },
  signal: AbortSignal,
): Promise<Changed<{ id: number; isNew: boolean }>> {
  const response = await fetch(`/api/documents?name=${encodeURIComponent(name)}&upload=${encodeURIComponent(upload)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
    signal,
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(messageIn(answer));
  // The shape is the handler's own, checked by the contract tests.
  return answer as Changed<{ id: number; isNew: boolean }>;
}

/** What was read of a job description; nothing of it is stored. */
export interface ReadJob {
  readonly text: string;
  readonly reading: JobReading;
  readonly demands: readonly ProposedDemand[];
}

/** Sends a job description to be read. @throws Error with words for a person. */
export async function readJob(name: string, body: Blob, signal: AbortSignal): Promise<ReadJob> {
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await fetch(`/api/jobs?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body, signal });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(messageIn(answer));
  // The shape is the handler's own, checked by the contract tests.
  return answer as ReadJob;
}

/** A part of a spoken answer, in the order it was said; the first has no id yet. */
export interface RecordingPart {
  readonly sessionId: number;
  readonly questionId: string;
  readonly mimeType: string;
  readonly body: Blob;
  /** Length of the recording with this part. */
  readonly durationMs: number;
  readonly id: number | null;
  /** Bytes before this part. */
  readonly at: number;
}

/** Sends a part of a recording. @throws Error with words for a person. */
export async function sendRecordingPart(part: RecordingPart): Promise<Changed<{ id: number; bytes: number }>> {
  const { sessionId, questionId, mimeType, body, durationMs, id, at } = part;
  const first = new URLSearchParams({ session: String(sessionId), question: questionId, type: mimeType, ms: String(durationMs) });
  const address = id === null ? `/api/recordings?${first}` : `/api/recordings/${id}?at=${at}&ms=${durationMs}`;
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(messageIn(answer));
  // The shape is the handler's own, checked by the contract tests.
  return answer as Changed<{ id: number; bytes: number }>;
}

/** Asks what a file of questions would bring. Nothing is written. @throws Error with words for a person. */
export async function previewQuestionFile(file: File, signal: AbortSignal): Promise<ImportPreview> {
  // The shape is the handler's own, checked by the contract tests.
  return (await sendQuestionFile('preview', file, signal)) as ImportPreview;
}

/** Brings the questions of a file in. @throws Error with words for a person. */
export async function importQuestionFile(file: File): Promise<Changed<ImportDone>> {
  // The shape is the handler's own, checked by the contract tests.
  return (await sendQuestionFile('import', file, null)) as Changed<ImportDone>;
}

async function sendQuestionFile(act: 'preview' | 'import', file: File, signal: AbortSignal | null): Promise<unknown> {
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await fetch(`/api/questions/${act}?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers,
    body: file,
    signal,
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(messageIn(answer));
  return answer;
}

function messageIn(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'error' in answer) {
    const { error } = answer;
    if (typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string') return error.message;
  }
  return t.errors.unknown;
}

/** Words for a person, whatever was thrown. */
export function wordsOf(error: unknown): string {
  if (isOffline(error)) return t.errors.offline;
  return error instanceof Error && error.message !== '' ? error.message : t.errors.unknown;
}

function isOffline(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const cause = (error as TRPCClientError<AppRouter> | null)?.cause;
  return cause instanceof TypeError;
}

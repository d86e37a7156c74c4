import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exportProfile } from '../../api/exports.ts';
import { createHandler, type Handler } from '../../api/handler.ts';
import { recordingsFolder, tidyRecordings } from '../../api/recordings.ts';
import { EMPTY_ANSWER } from '../../core/practice/answer.ts';
import { MAX_RECORDING_BYTES } from '../../core/practice/recording.ts';
import { OpenedApp } from './opened-app.ts';

const START_MS = Date.UTC(2027, 0, 4, 9);
const DAY_MS = 24 * 3_600_000;
/** The beginning of a WebM file, and bytes that tell their place. */
const SOUND = Uint8Array.from({ length: 1000 }, (_, index) => [0x1a, 0x45, 0xdf, 0xa3][index] ?? index % 251);
let opened: OpenedApp;
let handler: Handler;
let sessionId: number;
let questionId: string;

// One app for all: opening writes the whole content, which takes longer than the tests together.
beforeAll(() => {
  opened = new OpenedApp(START_MS);
}, 60_000);
afterAll(() => opened.remove());

beforeEach(async () => {
  handler = createHandler(opened.app, '/nowhere');
  rmSync(folder(), { recursive: true, force: true });
  await opened.caller.recordings.removeAll();
  sessionId = (await opened.caller.drill.start({ roleId: 'multi-dc-sre', size: 2 })).result.sessionId;
  questionId = (await opened.caller.drill.session({ sessionId })).items[0]?.questionId ?? '';
});

const folder = (): string => recordingsFolder(opened.app.store.dataDir);
const files = (): string[] => (existsSync(folder()) ? readdirSync(folder()) : []);
const stored = z.object({ result: z.object({ id: z.int(), bytes: z.int() }) });
const failed = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

function post(address: string, body: Uint8Array): Promise<Response> {
  const headers = { 'content-type': 'application/octet-stream' };
  return handler(new Request(`http://app${address}`, { method: 'POST', headers, body: new Uint8Array(body) }));
}

function begin(body = SOUND, changes: Readonly<Record<string, string>> = {}): Promise<Response> {
  const of = { session: String(sessionId), question: questionId, type: 'audio/webm;codecs=opus', ms: '3000', ...changes };
  return post(`/api/recordings?${new URLSearchParams(of)}`, body);
}

const begun = async (): Promise<number> => stored.parse(await (await begin()).json()).result.id;
const play = (id: number, range?: string): Promise<Response> =>
  handler(new Request(`http://app/api/recordings/${id}`, range === undefined ? {} : { headers: { range } }));

async function codeOf(answer: Promise<Response>): Promise<string> {
  return failed.parse(await (await answer).json()).error.code;
}

describe('a spoken answer', () => {
  it('is a file of its own and a row, played whole and in stretches, over a restart', { timeout: 60_000 }, async () => {
    const id = await begun();
    expect(files()).toEqual([expect.stringMatching(/^[0-9a-f-]{36}\.webm$/)]);
    opened.reopen();
    handler = createHandler(opened.app, '/nowhere');
    await tidyRecordings(opened.app);
    expect(await opened.caller.recordings.ofQuestion({ questionId })).toEqual([
      { id, sessionId, durationMs: 3000, bytes: 1000, recordedAtMs: START_MS },
    ]);
    const whole = await play(id);
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([200, 'audio/webm', 'bytes']);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(SOUND);
    const part = await play(id, 'bytes=100-199');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-199/1000']);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(SOUND.subarray(100, 200));
    expect((await play(id, 'bytes=1000-')).status).toBe(416);
  });

  it('grows part by part; a part sent twice is written once, and a hole is refused', async () => {
    const id = await begun();
    const more = Uint8Array.from({ length: 50 }, (_, index) => index);
    for (let i = 0; i < 2; i += 1) expect((await post(`/api/recordings/${id}?at=1000&ms=6000`, more)).status).toBe(200);
    expect(await codeOf(post(`/api/recordings/${id}?at=2000&ms=9000`, more))).toBe('conflict');
    expect(new Uint8Array(await (await play(id)).arrayBuffer())).toEqual(Uint8Array.of(...SOUND, ...more));
    expect(await opened.caller.recordings.ofQuestion({ questionId })).toMatchObject([{ bytes: 1050, durationMs: 6000 }]);
  });

  it('is refused, and leaves nothing behind, when it is no sound, too long, or of a question that is not asked', async () => {
    const page = new TextEncoder().encode('<html><script>alert(1)</script>');
    expect(await codeOf(begin(page))).toBe('unsupported');
    expect(await codeOf(begin(SOUND, { type: 'text/html' }))).toBe('unsupported');
    expect(await codeOf(begin(SOUND, { question: 'mdc.of.another-session' }))).toBe('conflict');
    expect(await codeOf(begin(SOUND, { session: '99' }))).toBe('not_found');
    expect(await codeOf(begin(SOUND, { ms: 'x' }))).toBe('invalid');
    const long = new Uint8Array(MAX_RECORDING_BYTES + 1);
    long.set(SOUND);
    expect(await codeOf(begin(long))).toBe('too_large');
    expect([files(), await opened.caller.recordings.total()]).toEqual([[], { count: 0, bytes: 0 }]);
    const id = await begun();
    expect(await codeOf(post(`/api/recordings/${id}?at=1000&ms=3000`, new Uint8Array(MAX_RECORDING_BYTES)))).toBe('too_large');
    expect(await opened.caller.recordings.total()).toEqual({ count: 1, bytes: 1000 });
  });

  it('stays when its answer is graded, undone and redone', async () => {
    const id = await begun();
    await opened.caller.drill.grade({
      sessionId,
      questionId,
      grade: 'good',
      answer: { ...EMPTY_ANSWER, spoken: true },
      points: [],
      durationMs: 1,
    });
    await opened.caller.drill.undo({ sessionId });
    expect((await opened.caller.drill.question({ sessionId, questionId })).draft?.spoken).toBe(true);
    expect(await opened.caller.recordings.ofQuestion({ questionId })).toMatchObject([{ id }]);
    await opened.caller.drill.redo({ sessionId });
    expect(await opened.caller.recordings.ofQuestion({ questionId })).toMatchObject([{ id }]);
    expect((await play(id)).status).toBe(200);
  });

  it('is deleted with its file, one or all of a profile, and is never reached from another profile', async () => {
    const [first, second] = [await begun(), await begun()];
    await opened.caller.profiles.create({ name: 'Somebody else' });
    expect((await play(first)).status).toBe(404);
    expect((await post(`/api/recordings/${first}?at=1000&ms=6000`, SOUND)).status).toBe(404);
    await expect(opened.caller.recordings.remove({ id: first })).rejects.toThrow(/not there/);
    expect((await opened.caller.recordings.removeAll()).result).toEqual({ count: 0 });
    expect(files()).toHaveLength(2);
    await opened.caller.profiles.select({ id: 1 });
    await opened.caller.recordings.remove({ id: first });
    expect(files()).toHaveLength(1);
    expect((await play(first)).status).toBe(404);
    expect(await opened.caller.recordings.removeAll()).toEqual({ result: { count: 1 }, changed: ['recordings'] });
    expect([files(), (await play(second)).status]).toEqual([[], 404]);
  });

  it('is named in the export of everything, which says that the sound is elsewhere', async () => {
    await begun();
    const { recordings } = exportProfile(opened.app);
    expect(recordings.files.map(({ file }) => file)).toEqual(files());
    expect(recordings.note).toContain('not in this file');
  });
});

describe('at start, folder and rows are made to agree', () => {
  it('what was half written goes, a row without its file goes, what nobody knows goes a week later', async () => {
    const [kept, lost] = [await begun(), await begun()];
    const names = files();
    const rows = exportProfile(opened.app).recordings.files;
    rmSync(join(folder(), rows.find(({ id }) => id === lost)?.file ?? ''));
    const written = (name: string, ageMs: number): void => {
      writeFileSync(join(folder(), name), SOUND);
      utimesSync(join(folder(), name), new Date(START_MS - ageMs), new Date(START_MS - ageMs));
    };
    written('half.webm.part', 0);
    written('of-a-newer-backup.webm', 6 * DAY_MS);
    written('old.webm', 8 * DAY_MS);
    await tidyRecordings(opened.app);
    const keptFile = rows.find(({ id }) => id === kept)?.file ?? '';
    expect(names).toContain(keptFile);
    expect(files().sort()).toEqual([keptFile, 'of-a-newer-backup.webm'].sort());
    expect((await opened.caller.recordings.ofQuestion({ questionId })).map(({ id }) => id)).toEqual([kept]);
    expect(readFileSync(join(folder(), keptFile))).toEqual(Buffer.from(SOUND));
  });

  it('says in words that a recording cannot be written, and keeps what there was', async () => {
    rmSync(folder(), { recursive: true, force: true });
    mkdirSync(opened.app.store.dataDir, { recursive: true });
    writeFileSync(folder(), 'a file where the folder should be');
    const { error } = failed.parse(await (await begin()).json());
    expect(error).toMatchObject({ code: 'io', message: expect.stringContaining('could not be written') });
    expect(await opened.caller.recordings.total()).toEqual({ count: 0, bytes: 0 });
  });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../api/app.ts';
import type { App } from '../../api/context.ts';
import { appRouter } from '../../api/router/index.ts';
import { createCallerFactory } from '../../api/trpc.ts';
import { storeDocument } from '../../api/upload.ts';
import { NO_DECISIONS } from '../../core/review/decisions.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const ASSETS = join(import.meta.dirname, '../../assets');
const createCaller = createCallerFactory(appRouter);
const NOTES = 'harbour-notes.md';
const NEWER = 'harbour-notes-v2.md';
const OTHER = 'matrix-cv.md';

let folder: string;
let app: App;
let close: () => void;
let clock = Date.UTC(2026, 0, 1);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-imports-'));
  const opened = openApp({ dataDir: folder, assetsDir: ASSETS, version: 'test', host: 'cli', now: () => clock });
  app = opened.app;
  close = opened.close;
});
afterEach(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

async function add(name: string): Promise<number> {
  clock += 60_000;
  const bytes = new Uint8Array(readFileSync(join(FIXTURES, name)));
  const { result } = await storeDocument(app, { bytes, name, upload: null }, new AbortController().signal);
  return result.id;
}

async function addAndConfirm(name: string): Promise<number> {
  const id = await add(name);
  const caller = createCaller(app);
  await caller.documents.confirm({ id, decisions: (await caller.documents.get({ id })).decisions });
  return id;
}

const TABLES = ['profile_skills', 'evidence', 'scales', 'caveats', 'stories', 'learning_gaps', 'ratings', 'background'];

/** Everything the documents gave, without the numbers rows happen to get and the times. Documents are told apart by their hash. */
function profile(): string[] {
  const hashes = new Map(
    app.store.read
      .prepared('SELECT id, sha256 FROM documents')
      .all()
      .map((row) => {
        const { id, sha256 } = row as { id: number; sha256: string };
        return [id, sha256];
      }),
  );
  return TABLES.flatMap((table) =>
    app.store.read
      .prepared(`SELECT * FROM ${table}`)
      .all()
      .map((row) => {
        const entries = Object.entries(row as Record<string, unknown>).filter(([name]) => name !== 'id' && !name.endsWith('_ms'));
        return `${table} ${JSON.stringify(entries.map(([name, value]) => (name === 'document_id' ? hashes.get(Number(value)) : value)))}`;
      }),
  ).sort();
}

describe('imports', () => {
  it('twice give what once gives', async () => {
    const id = await addAndConfirm(NOTES);
    const once = profile();
    expect(once.length).toBeGreaterThan(10);
    expect(await add(NOTES)).toBe(id);
    await createCaller(app).documents.confirm({ id, decisions: NO_DECISIONS });
    expect(profile()).toEqual(once);
  });

  it('give the same in either order', async () => {
    const first = await addAndConfirm(NOTES);
    await addAndConfirm(OTHER);
    const forward = profile();
    await createCaller(app).documents.remove({ id: first });
    await addAndConfirm(NOTES);
    expect(profile()).toEqual(forward);
  });

  it('are undone without a trace, and can be confirmed again', async () => {
    await addAndConfirm(OTHER);
    const before = profile();
    const id = await addAndConfirm(NOTES);
    const after = profile();
    const caller = createCaller(app);
    await caller.documents.undo({ id });
    expect(profile()).toEqual(before);
    expect((await caller.documents.get({ id })).status).toBe('proposed');
    await caller.documents.confirm({ id, decisions: NO_DECISIONS });
    expect(profile()).toEqual(after);
    await caller.documents.remove({ id });
    expect(profile()).toEqual(before);
  });

  it('of a newer version take the place of the earlier one, and give it back when undone or removed', async () => {
    const first = await addAndConfirm(NOTES);
    const before = profile();
    const second = await addAndConfirm(NEWER);
    const caller = createCaller(app);
    const document = await caller.documents.get({ id: second });
    expect(document.previousId).toBe(first);
    expect(document.earlier?.diff.added).toContain('skill:terraform');
    expect(document.earlier?.diff.changed).toContainEqual(
      expect.objectContaining({ key: 'skill:ansible', what: expect.arrayContaining(['level']) }),
    );
    expect(document.earlier?.diff.removed).toContainEqual({ list: 'skills', text: 'Ceph' });
    const after = profile();
    expect(after.some((row) => row.includes('"ceph"'))).toBe(false);
    await caller.documents.undo({ id: second });
    expect(profile()).toEqual(before);
    await caller.documents.confirm({ id: second, decisions: NO_DECISIONS });
    expect(profile()).toEqual(after);
    await caller.documents.remove({ id: second });
    expect(profile()).toEqual(before);
  });

  it('keep what was decided of the earlier version for what is the same', async () => {
    const first = await add(NOTES);
    const caller = createCaller(app);
    await caller.documents.confirm({
      id: first,
      decisions: { ...NO_DECISIONS, skills: { postgresql: { level: 5 }, ansible: { accepted: false } } },
    });
    const second = await add(NEWER);
    expect((await caller.documents.get({ id: second })).decisions.skills).toMatchObject({
      postgresql: { level: 5 },
      ansible: { accepted: false },
    });
  });

  it('leave the person’s own ratings and a gap’s status alone', async () => {
    await addAndConfirm(NOTES);
    const caller = createCaller(app);
    const [gap] = await caller.gaps.list();
    expect(gap?.said[0]?.text).toContain('BGP');
    await caller.gaps.set({ key: gap?.key ?? '', status: 'in_progress', note: 'lab' });
    await addAndConfirm(NEWER);
    expect((await caller.gaps.list()).map(({ status, note }) => ({ status, note }))).toEqual([{ status: 'in_progress', note: 'lab' }]);
  });
});

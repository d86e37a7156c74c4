/**
 * `npm run bench`: start to the first usable screen with an empty and with a full database, size of the initial JavaScript,
 * what the shipped content adds to a start, the import of the example documents, and the comparison with a large role, computed and drawn. Medians of several runs; the machine is shared, so read ratios, not milliseconds.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { openApp } from '../api/app.ts';
import { currentProfile } from '../api/context.ts';
import { buildMatcher, decodeDocument, importDocument } from '../core/import/index.ts';
import { EMPTY_ANSWER } from '../core/practice/answer.ts';
import { GRADES } from '../core/practice/schedule.ts';
import { readContent } from '../db/content/load.ts';
import { gradeAnswer } from '../db/practice/grade.ts';
import { addSession } from '../db/practice/sessions.ts';
import { APP_ROOT, ASSETS_DIR, RENDERER_DIR } from '../server/paths.ts';
import { addSampleProfile } from '../server/sample.ts';
import { chartTime, comparisonTime } from './bench-comparison.ts';
import { contentTimes } from './bench-content.ts';
import { buildRenderer } from './build-renderer.ts';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';

const RUNS = 5;
const FULL_SESSIONS = 60;
const DAY_MS = 86_400_000;
const SEEDS = join(APP_ROOT, '..', 'shared', 'seeds');

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function timed(act: () => Promise<unknown> | unknown): Promise<number> {
  const startedMs = performance.now();
  await act();
  return performance.now() - startedMs;
}

/** A sample person who answered every question again and again. @returns the number of answers. */
async function fill(dataDir: string): Promise<number> {
  let clockMs = Date.now() - FULL_SESSIONS * 3 * DAY_MS;
  const { app, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version: 'bench', host: 'cli', now: () => clockMs });
  await addSampleProfile(app);
  const { id } = currentProfile(app);
  const ids = readContent(ASSETS_DIR)
    .parse()
    .questions.map((question) => question.id);
  const queue = ids.map((questionId) => ({ questionId, why: 'due' as const }));
  for (let session = 0; session < FULL_SESSIONS; session += 1) {
    const { result: sessionId } = app.store.transact('bench', (db) => ({
      result: addSession(db, id, { roleId: 'multi-dc-sre', competencyId: null, queue }, clockMs),
      changed: [],
    }));
    for (const [index, questionId] of ids.entries()) {
      const grade = GRADES[(index + session) % GRADES.length] ?? 'good';
      gradeAnswer(app.store, id, { sessionId, questionId, grade, answer: EMPTY_ANSWER, points: [], durationMs: 60_000 }, clockMs);
    }
    clockMs += 3 * DAY_MS;
  }
  close();
  return ids.length * FULL_SESSIONS;
}

/** From the start of the process to the heading of the first screen in an open browser. */
async function startTime(dataDir: string): Promise<number> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath === null ? {} : { executablePath }) });
  const page = await browser.newPage();
  const startedMs = performance.now();
  const child = spawn(process.execPath, ['server/main.ts', '--data', dataDir], { cwd: APP_ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address === undefined) continue;
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    break;
  }
  const tookMs = performance.now() - startedMs;
  child.kill();
  await browser.close();
  return tookMs;
}

async function medianStart(dataDir: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await startTime(dataDir));
  return median(times);
}

/** What the page loads before it can show anything: the entry and what it imports at once. */
function initialScripts(): { readonly bytes: number; readonly gzip: number } {
  const html = readFileSync(join(RENDERER_DIR, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => readFileSync(join(RENDERER_DIR, path ?? '')));
  return {
    bytes: files.reduce((sum, file) => sum + file.byteLength, 0),
    gzip: files.reduce((sum, file) => sum + gzipSync(file).byteLength, 0),
  };
}

async function importTimes(): Promise<Record<string, number> | string> {
  if (!existsSync(SEEDS)) return 'the example documents are not here';
  const matcher = buildMatcher(readContent(ASSETS_DIR).parse().skills);
  const times: Record<string, number> = {};
  for (const name of readdirSync(SEEDS)) {
    const bytes = readFileSync(join(SEEDS, name));
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await timed(() => importDocument(decodeDocument(bytes, name), matcher)));
    times[`${name.slice(0, 3)} (${(statSync(join(SEEDS, name)).size / 1024).toFixed(0)} KiB)`] = Math.round(median(runs));
  }
  return times;
}

await buildRenderer();
const empty = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
const full = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
const answers = await fill(full);
const [emptyMs, fullMs] = [await medianStart(empty), await medianStart(full)];
const report = {
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
  startToFirstScreenMs: {
    empty: Math.round(emptyMs),
    full: Math.round(fullMs),
    ratio: Number((fullMs / emptyMs).toFixed(2)),
    answersInFull: answers,
  },
  contentMs: contentTimes(),
  initialJavaScript: initialScripts(),
  importMs: await importTimes(),
  comparison: comparisonTime(),
  chartOf200: await chartTime(),
};
const output = join(APP_ROOT, 'bench-output');
mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'bench.json'), JSON.stringify(report, null, 2));
console.log(JSON.stringify(report, null, 2));
for (const folder of [empty, full]) rmSync(folder, { recursive: true, force: true });

/**
 * The second part of `npm run bench`: the practice engine at 10,000 and 100,000 cards with three reviews per card that was seen (240,000 at
 * the larger size): today's queue, 1,000 durable answers one by one, search, the year's statistics, and from the start of a process
 * to the first card. Where Debian's mnemosyne is installed its library is measured in the same run on the same kind of data
 * (scripts/bench-peer.py), each at a time when the other rests. Medians; the machine may be shared, so read the ratios.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { rolldown } from 'rolldown';
import { openApp } from '../api/app.ts';
import { currentProfile } from '../api/context.ts';
import { queueFor } from '../api/practice.ts';
import { createCaller } from '../api/router/index.ts';
import { EMPTY_ANSWER } from '../core/practice/answer.ts';
import { seededNumber } from '../core/practice/draw.ts';
import { wantedSchema } from '../core/practice/wanted.ts';
import { gradeAnswer } from '../db/practice/grade.ts';
import { addSession } from '../db/practice/sessions.ts';
import { DATABASE_FILE } from '../db/store.ts';
import { APP_ROOT, ASSETS_DIR } from '../server/paths.ts';

const SIZES = [10_000, 100_000];
const ROLE = 'multi-dc-sre';
const TAGS = 40;
const REVIEWS = 3;
const ANSWERS = 1000;
const DAY_MS = 86_400_000;
const PEER = join(APP_ROOT, 'scripts', 'bench-peer.py');
const FIRST_CARD = join(APP_ROOT, 'dist', 'hosts', 'bench-first-card.js');
const PYTHON = '/usr/bin/python3';
const WORDS = readFileSync(join(APP_ROOT, 'scripts', 'bench-words.txt'), 'utf8')
  .trim()
  .split('\n');

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(act: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await act();
  return performance.now() - startedMs;
}

function words(seed: string, count: number): string {
  return Array.from({ length: count }, (_, index) => WORDS[Math.floor(seededNumber(`${seed} ${index}`) * WORDS.length)]).join(' ');
}

const FILLER = {
  followUps: [
    { when: 'always', level: 2, prompt: { en: 'And then?' } },
    { when: 'missing:p', level: 2, prompt: { en: 'And that?' } },
  ],
  commonMistakes: [{ en: 'None' }],
  sources: [{ title: 'Bench', ref: 'made up' }],
};

/** A question of about 12 words and an answer of about 55, as an own one. */
function question(id: string, number: number, competencyId: string) {
  const en = `${words(`q${number}`, 12)} q${number}`;
  const text = words(`a${number}`, 55);
  const point = { id: 'p', weight: 1, essential: true, text: { en: text.slice(0, 60) }, aliases: { en: [text.slice(0, 40)] } };
  return {
    ...{ id, version: 1, kind: 'recall', level: 1 + (number % 5), timeLimitSec: 120, prompt: { en }, modelAnswer: { en: text } },
    ...{ competencies: [{ id: competencyId, weight: 1 }], keyPoints: [point], ...FILLER },
  };
}

/** Writes cards into a fresh database: 20 % new, 20 % due, 60 % in the future. @returns the number of reviews. */
async function fill(dataDir: string, cards: number): Promise<number> {
  const { app, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version: 'bench', host: 'cli' });
  const caller = createCaller(app);
  await caller.roles.choose({ id: ROLE });
  const { id: profileId } = currentProfile(app);
  const competencies = (await caller.roles.compare({ roleId: ROLE })).layers.flatMap((layer) => layer.competencies.map(({ id }) => id));
  close();
  const raw = new Database(join(dataDir, DATABASE_FILE));
  const nowMs = Date.now();
  const statements = prepare(raw);
  let reviews = 0;
  raw.transaction(() => {
    statements.session.run(profileId, ROLE, nowMs);
    for (let number = 0; number < cards; number += 1) {
      const competencyId = competencies[number % competencies.length] ?? '';
      reviews += addCard(statements, { number, profileId, competencyId, nowMs });
    }
  })();
  raw.exec('ANALYZE');
  raw.close();
  return reviews;
}

function prepare(raw: Database.Database) {
  return {
    session: raw.prepare(
      "INSERT INTO sessions (id, profile_id, role_id, kind, queue, started_at_ms, ended_at_ms) VALUES (1, ?, ?, 'drill', '[]', ?, 1)",
    ),
    question: raw.prepare(
      "INSERT INTO questions (id, version, kind, level, main_competency_id, prompt, body, origin) VALUES (?, 1, 'recall', ?, ?, ?, ?, 'own')",
    ),
    competency: raw.prepare('INSERT INTO question_competencies (question_id, competency_id, weight) VALUES (?, ?, 1)'),
    tag: raw.prepare('INSERT INTO question_tags (question_id, tag) VALUES (?, ?)'),
    number: raw.prepare('INSERT INTO question_numbers (question_id) VALUES (?)'),
    search: raw.prepare('INSERT INTO question_search (rowid, prompt, answer, labels) VALUES (?, ?, ?, ?)'),
    card: raw.prepare(
      `INSERT INTO cards (profile_id, question_id, state, due_at_ms, stability, difficulty, elapsed_days, scheduled_days, learning_steps, reps, lapses, last_review_at_ms)
       VALUES (?, ?, 'review', ?, 20, 5, 10, 20, 0, 3, 0, ?)`,
    ),
    review: raw.prepare(
      `INSERT INTO reviews (profile_id, card_id, question_id, question_version, session_id, grade, answer, spoken, points, share, checked_by,
         duration_ms, answered_at_ms, before, after, scheduler, confidence, desired_retention)
       VALUES (?, ?, ?, 1, 1, ?, ?, 0, '["p"]', ?, 'person', 60000, ?, ?, ?, 'bench', 0.75, 0.9)`,
    ),
    measurement: raw.prepare(
      `INSERT INTO measurements (review_id, competency_id, profile_id, level, share, points, false_credit, answered_at_ms)
       VALUES (?, ?, ?, ?, ?, 1, 0.18, ?)`,
    ),
  };
}

interface NewCard {
  readonly number: number;
  readonly profileId: number;
  readonly competencyId: string;
  readonly nowMs: number;
}

function addCard(statements: ReturnType<typeof prepare>, { number, profileId, competencyId, nowMs }: NewCard): number {
  const id = `own.bench.q${number}`;
  const body = question(id, number, competencyId);
  statements.question.run(id, body.level, competencyId, body.prompt.en, JSON.stringify(body));
  statements.competency.run(id, competencyId);
  statements.tag.run(id, `tag${number % TAGS}`);
  const row = statements.number.run(id).lastInsertRowid;
  statements.search.run(row, body.prompt.en, body.modelAnswer.en, `tag${number % TAGS}`);
  const group = number % 10;
  if (group < 2) return 0;
  const dueAtMs = group < 4 ? nowMs - (number % 20) * DAY_MS : nowMs + (1 + (number % 90)) * DAY_MS;
  const lastMs = Math.min(nowMs, dueAtMs) - (5 + (number % 30)) * DAY_MS;
  const cardId = statements.card.run(profileId, id, dueAtMs, lastMs).lastInsertRowid;
  for (let index = 0; index < REVIEWS; index += 1) {
    const atMs = lastMs - (REVIEWS - 1 - index) * 29 * DAY_MS;
    const share = seededNumber(`${number} ${index}`);
    const before = schedule(index === 0 ? 'new' : 'review', atMs, index, index === 0 ? null : atMs - 29 * DAY_MS);
    const after = schedule('review', atMs + 20 * DAY_MS, index + 1, atMs);
    const grade = share < 0.15 ? 'again' : 'good';
    const review = [profileId, cardId, id, grade, JSON.stringify({ ...EMPTY_ANSWER, text: body.prompt.en }), share, atMs, before, after];
    const reviewId = statements.review.run(...review).lastInsertRowid;
    if (index === 0) statements.measurement.run(reviewId, competencyId, profileId, body.level, share, atMs);
  }
  return REVIEWS;
}

function schedule(state: string, dueAtMs: number, reps: number, lastReviewAtMs: number | null): string {
  const memory = { stability: 20, difficulty: 5, elapsedDays: 10, scheduledDays: 20, learningSteps: 0, lapses: 0 };
  return JSON.stringify({ state, dueAtMs, ...memory, reps, lastReviewAtMs });
}

interface Figures {
  readonly queueMs: number;
  readonly answerMs: number;
  readonly searchMs: number;
  readonly yearMs: number;
  readonly firstCardMs: number;
}

async function measure(dataDir: string): Promise<Omit<Figures, 'firstCardMs'>> {
  const { app, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version: 'bench', host: 'cli' });
  const caller = createCaller(app);
  const profile = currentProfile(app);
  const today = wantedSchema.parse({ size: 50 });
  const queues: number[] = [];
  for (let run = 0; run < 15; run += 1) queues.push(await timed(() => queueFor(app, profile, today)));
  const ids = queueFor(app, profile, wantedSchema.parse({ size: 50, cram: true })).map(({ questionId }) => questionId);
  const answers: number[] = [];
  for (let round = 0; round < ANSWERS / ids.length; round += 1) {
    const queue = ids.map((questionId) => ({ questionId, why: 'due' as const }));
    const { result: sessionId } = app.store.transact('bench', (db) => ({
      result: addSession(db, profile.id, { roleId: ROLE, competencyId: null, queue }, Date.now()),
      changed: [],
    }));
    for (const questionId of ids) {
      const answer = { sessionId, questionId, grade: 'good' as const, answer: EMPTY_ANSWER, points: ['p'], durationMs: 1000 };
      answers.push(await timed(() => gradeAnswer(app.store, profile.id, answer, Date.now())));
    }
  }
  const searches: number[] = [];
  for (let run = 0; run < 20; run += 1)
    searches.push(await timed(() => caller.questions.search({ wanted: { words: `q${1000 + run * 37}` }, limit: 10, offset: 0 })));
  const years: number[] = [];
  for (let run = 0; run < 3; run += 1) years.push(await timed(() => caller.progress.get({ range: 'year' })));
  close();
  return { queueMs: middle(queues), answerMs: middle(answers), searchMs: middle(searches), yearMs: middle(years) };
}

/** From the start of a process to the first card's question, the file not in memory where that can be arranged. */
async function firstCard(command: string, args: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    forgetFiles();
    times.push(await timed(() => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })));
  }
  return middle(times);
}

function forgetFiles(): void {
  spawnSync('sync');
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3');
  } catch {
    // Without the right to it, or on another system, both sides read from memory: the comparison stays fair.
  }
}

/** What the other program needs for the same, or why there is nothing to say. */
async function peer(cards: number): Promise<Figures | string> {
  const check = spawnSync(PYTHON, ['-c', 'import mnemosyne.script']);
  if (check.status !== 0) return 'Debian’s mnemosyne is not installed (apt-get install mnemosyne), so there is nothing to compare with.';
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-peer-'));
  const run = (...args: readonly string[]): string => execFileSync(PYTHON, ['-W', 'ignore', PEER, ...args], { encoding: 'utf8' });
  run('fill', folder, String(cards));
  const firstCardMs = await firstCard(PYTHON, ['-W', 'ignore', PEER, 'first-card', folder]);
  const figures = JSON.parse(run('measure', folder).trim().split('\n').at(-1) ?? '{}');
  rmSync(folder, { recursive: true, force: true });
  return { ...figures, firstCardMs };
}

async function own(cards: number): Promise<{ readonly reviews: number; readonly figures: Figures }> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const reviews = await fill(folder, cards);
  // The first start after a filling by hand brings what is kept of levels up to date.
  execFileSync(process.execPath, [FIRST_CARD, folder]);
  const firstCardMs = await firstCard(process.execPath, [FIRST_CARD, folder]);
  const figures = { ...(await measure(folder)), firstCardMs };
  rmSync(folder, { recursive: true, force: true });
  return { reviews, figures };
}

/** The program as it ships: bundled. */
async function buildFirstCard(): Promise<void> {
  const bundle = await rolldown({
    cwd: APP_ROOT,
    platform: 'node',
    external: ['better-sqlite3'],
    input: { 'bench-first-card': 'scripts/bench-first-card.ts' },
  });
  await bundle.write({
    dir: join(APP_ROOT, 'dist', 'hosts'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
  });
  await bundle.close();
}

await buildFirstCard();
const report = [];
for (const cards of SIZES) {
  const { reviews, figures } = await own(cards);
  report.push({ cards, reviews, plumbline: figures, mnemosyne: await peer(cards) });
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
const output = join(APP_ROOT, 'bench-output');
if (!existsSync(output)) mkdirSync(output);
writeFileSync(join(output, 'bench-practice.json'), JSON.stringify({ machine, report }, null, 2));
console.log(machine);
for (const { cards, reviews, plumbline, mnemosyne } of report) {
  console.log(`\n${cards} cards, ${reviews} reviews`);
  if (typeof mnemosyne === 'string') console.log(mnemosyne);
  for (const [name, value] of Object.entries(plumbline)) {
    const other = typeof mnemosyne === 'string' ? null : mnemosyne[name as keyof Figures];
    const ratio = other === null ? '' : `  mnemosyne ${other.toFixed(2)}  ratio ${(value / other).toFixed(2)}`;
    console.log(`  ${name.padEnd(12)} ${value.toFixed(2).padStart(9)}${ratio}`);
  }
}

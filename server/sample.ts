import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createProfile, selectProfile } from '../api/context.ts';
import { createCaller } from '../api/router/index.ts';
import { storeDocument } from '../api/upload.ts';
import { EMPTY_ANSWER } from '../core/practice/answer.ts';
import { NO_DECISIONS } from '../core/review/decisions.ts';
import { listProfiles } from '../db/person/profiles.ts';
import { ASSETS_DIR } from './paths.ts';

const NAME = 'Sample (made up)';
const FILE = 'skills-sample.md';
const ROLE = 'multi-dc-sre';
const DAY_MS = 24 * 3_600_000;
const MINUTES_MS = 60_000;
/** Grades of the made-up answers, one list per day counted back from today. */
const PAST: readonly { readonly daysAgo: number; readonly grades: readonly ('again' | 'hard' | 'good' | 'easy')[] }[] = [
  { daysAgo: 9, grades: ['good', 'hard', 'good', 'again', 'good'] },
  { daysAgo: 5, grades: ['good', 'good', 'hard', 'good', 'easy'] },
  { daysAgo: 2, grades: ['again', 'good', 'good', 'hard'] },
];
const SHARE = { again: 0.2, hard: 0.5, good: 0.8, easy: 1 } as const;

/** Adds a made-up person, once, with an imported document, a role and some days of practice, and puts them in use. */
export async function addSampleProfile(app: App): Promise<void> {
  const existing = listProfiles(app.store.read).find(({ name }) => name === NAME);
  if (existing) return selectProfile(app, existing.id);
  const nowMs = app.now();
  createProfile(app, NAME);
  const bytes = readFileSync(join(ASSETS_DIR, 'samples', FILE));
  const { result } = await storeDocument(
    { ...app, now: () => nowMs - 10 * DAY_MS },
    { bytes, name: FILE, upload: null },
    new AbortController().signal,
  );
  const caller = createCaller({ ...app, now: () => nowMs - 10 * DAY_MS });
  await caller.documents.confirm({ id: result.id, decisions: NO_DECISIONS });
  await caller.roles.choose({ id: ROLE });
  await plan(app, nowMs);
  for (const { daysAgo, grades } of PAST) await practise(app, nowMs - daysAgo * DAY_MS, grades);
}

const INTERVIEW_IN_DAYS = 26;

/** An interview in sight, some tasks, and gaps that were taken up and closed. */
async function plan(app: App, nowMs: number): Promise<void> {
  const dayIn = (days: number): string => new Date(nowMs + days * DAY_MS).toISOString().slice(0, 10);
  const at = (daysAgo: number) => createCaller({ ...app, now: () => nowMs - daysAgo * DAY_MS });
  await at(9).plan.set({ interviewOn: dayIn(INTERVIEW_IN_DAYS), weeklyHours: 8 });
  const said = (await at(8).gaps.list()).filter(({ origins }) => origins.includes('said'));
  const [first, second, third] = said;
  if (first) {
    await at(8).gaps.set({ key: first.key, status: 'in_progress', note: 'Two evenings in the lab, then explain it to somebody.' });
    await at(8).plan.addTask({ title: 'Build the lab and break it once', hours: 4, dueOn: dayIn(5), gapKey: first.key });
  }
  if (second) await at(4).gaps.set({ key: second.key, status: 'closed' });
  if (third) await at(3).gaps.set({ key: third.key, dueOn: dayIn(12) });
  await at(3).plan.addTask({ title: 'Read two post-mortems aloud, with numbers', hours: 1, dueOn: dayIn(2), gapKey: null });
  await at(2).plan.addTask({ title: 'Ask a colleague for a mock interview', hours: null, dueOn: null, gapKey: null });
}

async function practise(app: App, startMs: number, grades: readonly (keyof typeof SHARE)[]): Promise<void> {
  let clockMs = startMs;
  const caller = createCaller({ ...app, now: () => clockMs });
  const { result: session } = await caller.drill.start({ size: grades.length });
  const { items } = await caller.drill.session({ sessionId: session.sessionId });
  for (const [index, { questionId }] of items.entries()) {
    const grade = grades[index] ?? 'good';
    const { keyPoints } = await caller.questions.get({ id: questionId });
    const points = keyPoints.slice(0, Math.round(keyPoints.length * SHARE[grade])).map(({ id }) => id);
    clockMs += 4 * MINUTES_MS;
    const answer = { ...EMPTY_ANSWER, spoken: true };
    await caller.drill.grade({ sessionId: session.sessionId, questionId, grade, answer, points, durationMs: 3 * MINUTES_MS });
  }
}

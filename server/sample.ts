import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createProfile, currentProfile, selectProfile } from '../api/context.ts';
import { createCaller } from '../api/router/index.ts';
import { storeDocument } from '../api/upload.ts';
import { NO_DECISIONS } from '../core/review/decisions.ts';
import { listProfiles } from '../db/person/profiles.ts';
import { ASSETS_DIR } from './paths.ts';
import { addSampleHistory } from './sample-history.ts';

const NAME = 'Sample (made up)';
const FILE = 'skills-sample.md';
const ROLE = 'multi-dc-sre';
const DAY_MS = 24 * 3_600_000;
/** Own ratings of what is practised most: some too high, some too low. */
const RATINGS = { 'pve.ceph': 4, 'net.bgp': 4, 'hw.raid-bmc': 2, 'os.core': 3, 'rel.incident': 5, 'obs.alerting': 3 } as const;

/** Adds a made-up person, once, with an imported document, a role and eight weeks of practice, and puts them in use. */
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
  for (const [id, level] of Object.entries(RATINGS)) await caller.competencies.rate({ id, level });
  addSampleHistory(app, currentProfile(app).id, ROLE, nowMs);
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

/** Times of the comparison with a large role: computed, and drawn. Used by bench.ts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { stringify } from 'yaml';
import { openApp } from '../api/app.ts';
import { createCaller } from '../api/router/index.ts';
import { competenciesOf, type Role, type RoleCompetency } from '../core/content/role.ts';
import { compareWithRole, type PersonLevels, type TransferEdge } from '../core/role/compare.ts';
import { combine, type Estimate } from '../core/role/estimate.ts';
import { readContent } from '../db/content/load.ts';
import { startBrowserHost } from '../server/browser-host.ts';
import { ASSETS_DIR } from '../server/paths.ts';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';

const COMPETENCIES = 200;
const SKILLS = 2000;
const RUNS = 50;

/** All shared competencies, and copies of them under other names until there are 200. */
function largeRole(): Role {
  const shared = readContent(ASSETS_DIR).parse().roles.flatMap(competenciesOf);
  const competencies: RoleCompetency[] = Array.from({ length: COMPETENCIES }, (_, index) => {
    const one = shared[index % shared.length];
    if (one === undefined) throw new Error('There are no competencies to measure with.');
    return { ...one, id: `large.c${index}`, name: `${one.name} ${index}` };
  });
  const layers = Array.from({ length: 10 }, (_, layer) => ({
    id: `layer-${layer}`,
    name: `Layer ${layer}`,
    part: 'layer' as const,
    summary: '',
    competencies: competencies.slice(layer * 20, layer * 20 + 20),
  }));
  return { id: 'large', version: 1, name: 'Large', summary: '', layers };
}

function largePerson(): { person: PersonLevels; edges: TransferEdge[] } {
  const { skills: taxonomy } = readContent(ASSETS_DIR).parse();
  const skills = new Map<string, Estimate>();
  for (const [index, { id }] of taxonomy.slice(0, SKILLS).entries()) {
    const estimate = combine([{ value: index % 6, variance: 1.5, source: 'self', reason: '' }]);
    if (estimate !== null) skills.set(id, estimate);
  }
  const edges = taxonomy.flatMap(({ id, neighbours }) => neighbours.map(({ id: to, transfer }) => ({ from: id, to, share: transfer })));
  return { person: { skills, competencyRatings: new Map(), answers: new Map(), observed: new Map(), gapSkills: new Set() }, edges };
}

export function comparisonTime(): {
  readonly competencies: number;
  readonly skills: number;
  readonly medianMs: number;
  readonly slowestMs: number;
} {
  const role = largeRole();
  const { person, edges } = largePerson();
  const times = Array.from({ length: RUNS }, () => {
    const startedMs = performance.now();
    compareWithRole(role, person, edges);
    return performance.now() - startedMs;
  }).sort((a, b) => a - b);
  const round = (value: number | undefined): number => Math.round((value ?? Number.NaN) * 10) / 10;
  return { competencies: COMPETENCIES, skills: person.skills.size, medianMs: round(times[RUNS >> 1]), slowestMs: round(times.at(-1)) };
}

/** The chart of 200 competencies in a browser: until it is drawn, and the longest time the page stood still meanwhile and while scrolling. */
export async function chartTime(): Promise<{ readonly drawnMs: number; readonly longestPauseMs: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const { app, close } = openApp({ dataDir, assetsDir: ASSETS_DIR, version: 'bench', host: 'cli' });
  const caller = createCaller(app);
  const { result } = await caller.roles.importFile({ text: stringify(largeRole()) });
  await caller.roles.choose({ id: result.id });
  for (const { id } of competenciesOf(largeRole()).slice(0, 150)) await caller.competencies.rate({ id, level: 3 });
  close();
  const host = await startBrowserHost({ dataDir, port: 0, sample: false, version: 'bench' });
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath === null ? {} : { executablePath }) });
  const page = await browser.newPage();
  await page.goto(host.address);
  await page.getByRole('link', { name: 'Gaps', exact: true }).click();
  await page.getByRole('tab', { name: 'Competencies' }).waitFor();
  await page.waitForLoadState('networkidle');
  const measured = await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) => textContent === 'Competencies');
    const startedMs = performance.now();
    let longestPauseMs = 0;
    let lastMs = startedMs;
    const step = async (): Promise<void> => {
      await frame();
      const nowMs = performance.now();
      longestPauseMs = Math.max(longestPauseMs, nowMs - lastMs);
      lastMs = nowMs;
    };
    tab?.click();
    while (document.querySelectorAll('svg [role=button]').length < 200 && performance.now() - startedMs < 10_000) await step();
    await step();
    const drawnMs = performance.now() - startedMs;
    for (let count = 0; count < 60; count += 1) {
      window.scrollBy(0, 80);
      await step();
    }
    return { drawnMs: Math.round(drawnMs), longestPauseMs: Math.round(longestPauseMs) };
  });
  await browser.close();
  await host.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return measured;
}

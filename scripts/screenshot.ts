/**
 * Makes the pictures in docs/ from the running app with the made-up person: docs/screenshot.png, and in docs/screens every
 * screen and every chart. With a folder as argument: every screen in both colours and two sizes, into that folder.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startBrowserHost } from '../server/browser-host.ts';
import { APP_ROOT } from '../server/paths.ts';
import { appVersion } from '../server/version.ts';
import { buildRenderer } from './build-renderer.ts';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';

const SCREENS = ['Today', 'Import', 'Skills', 'Roles', 'Gaps', 'Drill', 'Questions', 'Progress', 'Settings'];
const TABS = ['Competencies', /^Ask me first/, 'My gaps', 'Plan', 'Over time', 'Compare'];
const CHARTS: readonly { readonly tab: string; readonly name: string; readonly file: string }[] = [
  { tab: 'Where I stand', name: 'By layer', file: 'radar' },
  { tab: 'Where I stand', name: 'By layer and required level', file: 'heat-map' },
  { tab: 'Where I stand', name: 'Severity against effort', file: 'effort' },
  { tab: 'Where I stand', name: 'What the levels rest on', file: 'coverage' },
  { tab: 'Competencies', name: 'Every competency', file: 'competencies' },
  { tab: 'Plan', name: 'What to learn, in this order', file: 'plan' },
  { tab: 'Over time', name: 'Fit over time', file: 'fit-over-time' },
  { tab: 'Over time', name: 'Gaps burning down', file: 'burn-down' },
  { tab: 'Compare', name: 'Which role are you nearest to?', file: 'roles-compared' },
];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
];

await buildRenderer();
const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-shot-'));
const host = await startBrowserHost({ dataDir, port: 0, sample: true, version: appVersion() });
const executablePath = findChromium();
const browser = await chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath === null ? {} : { executablePath }) });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
await page.goto(host.address);
const folder = process.argv[2];
if (folder === undefined) await takeDocs(page);
else await takeAll(page, folder);
await browser.close();
await host.stop();
rmSync(dataDir, { recursive: true, force: true });

async function takeDocs(on: Page): Promise<void> {
  const docs = join(APP_ROOT, 'docs');
  mkdirSync(join(docs, 'screens'), { recursive: true });
  for (const screen of SCREENS) {
    await open(on, screen);
    await on.screenshot({ path: join(docs, 'screens', `${screen.toLowerCase()}.png`) });
    if (screen === 'Gaps') await on.screenshot({ path: join(docs, 'screenshot.png') });
  }
  await open(on, 'Gaps');
  for (const tab of TABS) {
    await openTab(on, tab);
    await on.screenshot({ path: join(docs, 'screens', `gaps-${fileName(tab)}.png`) });
  }
  for (const { tab, name, file } of CHARTS) {
    await openTab(on, tab);
    await on.getByRole('region', { name, exact: true }).screenshot({ path: join(docs, 'screens', `chart-${file}.png`) });
  }
  await open(on, 'Roles');
  await on.getByRole('link', { name: 'From a job description' }).click();
  await on.locator('input[type=file]').setInputFiles(join(APP_ROOT, 'tests', 'jobs', 'documents', '04-storage-engineer.txt'));
  await on.getByRole('region', { name: 'What it asks for' }).waitFor();
  await on.screenshot({ path: join(docs, 'screens', 'roles-from-job.png') });
  await on.getByRole('button', { name: 'Make the role' }).click();
  await on.getByRole('button', { name: 'Edit', exact: true }).click();
  await on.getByRole('button', { name: 'Add a layer' }).waitFor();
  await on.screenshot({ path: join(docs, 'screens', 'roles-editor.png') });
}

async function takeAll(on: Page, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await on.setViewportSize(size);
      await on.emulateMedia({ colorScheme });
      const take = (name: string): Promise<Buffer> => on.screenshot({ path: join(into, `${name}-${size.width}-${colorScheme}.png`) });
      for (const screen of SCREENS) {
        await open(on, screen);
        await take(screen.toLowerCase());
      }
      await open(on, 'Gaps');
      for (const tab of TABS) {
        await openTab(on, tab);
        await take(`gaps-${fileName(tab)}`);
      }
    }
  }
}

async function open(on: Page, screen: string): Promise<void> {
  await on.getByRole('link', { name: screen, exact: true }).click();
  await on.getByRole('heading', { level: 1 }).waitFor();
  await on.waitForLoadState('networkidle');
}

async function openTab(on: Page, tab: string | RegExp): Promise<void> {
  await on.getByRole('tab', { name: tab }).click();
  await on.getByRole('tabpanel').waitFor();
  await on.waitForLoadState('networkidle');
  // The charts take the width of their place a frame after they are there.
  await on.waitForTimeout(300);
}

function fileName(tab: string | RegExp): string {
  return (typeof tab === 'string' ? tab : 'ask me first').toLowerCase().replaceAll(' ', '-');
}

/** Makes docs/screenshot.png from the running app with the made-up person, and with a folder as argument every screen in both colours. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startBrowserHost } from '../server/browser-host.ts';
import { APP_ROOT } from '../server/paths.ts';
import { appVersion } from '../server/version.ts';
import { buildRenderer } from './build-renderer.ts';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';

const SCREENS = ['Today', 'Import', 'Skills', 'Roles', 'Gaps', 'Drill', 'Questions', 'Progress', 'Settings'];
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
if (folder === undefined) {
  await page.getByRole('link', { name: 'Gaps', exact: true }).click();
  await page.getByRole('table').waitFor();
  await page.screenshot({ path: join(APP_ROOT, 'docs', 'screenshot.png') });
} else {
  mkdirSync(folder, { recursive: true });
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      for (const screen of SCREENS) {
        await page.getByRole('link', { name: screen, exact: true }).click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: join(folder, `${screen.toLowerCase()}-${size.width}-${colorScheme}.png`) });
      }
    }
  }
}
await browser.close();
await host.stop();
rmSync(dataDir, { recursive: true, force: true });

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startBrowserHost } from '../server/browser-host.ts';
import { appVersion } from '../server/version.ts';
import { buildRenderer } from './build-renderer.ts';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
await buildRenderer();
const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-shot-'));
const host = await startBrowserHost({ dataDir, port: 0, sample: true, version: appVersion() });
const executablePath = findChromium();
const browser = await chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath === null ? {} : { executablePath }) });
const [w, h, scheme, ...paths] = process.argv.slice(2);
const page = await browser.newPage({ viewport: { width: Number(w), height: Number(h) }, reducedMotion: 'reduce', colorScheme: scheme === 'dark' ? 'dark' : 'light' });
page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text().slice(0, 300)); });
page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 300)));
await page.goto(host.address);
await page.getByRole('heading', { level: 1 }).waitFor();
mkdirSync('/tmp/shots', { recursive: true });
for (const path of paths) {
  if (path.startsWith('JOB')) {
    await page.evaluate(() => { history.pushState(null, '', '/roles/from-job'); dispatchEvent(new PopStateEvent('popstate')); });
    await page.locator('input[type=file]').setInputFiles(`tests/jobs/documents/${path.slice(3)}`);
    await page.getByText('What it asks for').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.screenshot({ path: `/tmp/shots/job-${w}-${scheme}.png` });
    await page.getByRole('button', { name: 'Make the role' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByText('Add a layer').waitFor();
    await page.screenshot({ path: `/tmp/shots/editor-${w}-${scheme}.png` });
    continue;
  }
  await page.evaluate((p) => { history.pushState(null, '', p); dispatchEvent(new PopStateEvent('popstate')); }, path);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  await page.screenshot({ path: `/tmp/shots/${path.replaceAll(/[^a-z0-9]+/g, '_')}-${w}-${scheme}.png`, fullPage: true });
}
await browser.close();
await host.stop();
rmSync(dataDir, { recursive: true, force: true });

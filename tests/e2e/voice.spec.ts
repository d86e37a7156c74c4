import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { RunningApp } from './running-app.ts';

const executablePath = findChromium();
const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

test.use({
  permissions: ['microphone'],
  launchOptions: { args: [...CHROMIUM_ARGS, ...FAKE_MICROPHONE], ...(executablePath === null ? {} : { executablePath }) },
});

let app: RunningApp;
let address: string;

test.beforeEach(async () => {
  app = new RunningApp();
  address = await app.start('--sample');
});
test.afterEach(() => app.remove());

const recordings = (): string[] => {
  const folder = join(app.dataDir, 'recordings');
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function practise(page: Page): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Questions', exact: true }).click();
  await page.getByRole('textbox', { name: /Search/ }).fill('metal.boot-chain');
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Practise this question' }).click();
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
}

/** Records until the first part has arrived. */
async function recordSome(page: Page, button: string): Promise<void> {
  const part = page.waitForResponse((response) => response.url().includes('/api/recordings') && response.request().method() === 'POST');
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Recording' })).toBeVisible();
  expect((await part).ok()).toBe(true);
}

const takes = (page: Page) => page.getByRole('list', { name: 'Your recordings' }).getByRole('listitem');
const lengthOf = (page: Page, name: string): Promise<number> =>
  page.getByLabel(name, { exact: true }).evaluate((audio: HTMLAudioElement) => audio.duration);

test('an answer is recorded, paused, played beside the key points, recorded again, and deleted from the disk', async ({ page }) => {
  await practise(page);
  await recordSome(page, 'Answer aloud');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Paused' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Typed as well: the relay is missing on the second switch.');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(takes(page)).toHaveCount(1);
  // Revealing ends a recording that runs, and saves it.
  await recordSome(page, 'Record again');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Key points' })).toBeVisible();
  await expect(page.getByText('Typed as well: the relay')).toBeVisible();
  await expect(takes(page)).toHaveCount(2);
  await expect.poll(() => lengthOf(page, 'Take 1')).toBeGreaterThan(0);
  await expect.poll(async () => Number.isFinite(await lengthOf(page, 'Take 1'))).toBe(true);
  const played = await page.getByLabel('Take 1', { exact: true }).evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true;
    audio.currentTime = 1;
    await audio.play();
    await new Promise((resolve) => audio.addEventListener('timeupdate', resolve, { once: true }));
    return audio.currentTime;
  });
  expect(played).toBeGreaterThanOrEqual(1);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
  expect(recordings()).toHaveLength(2);
  await page.getByRole('button', { name: 'Delete Take 1' }).click();
  await expect(takes(page)).toHaveCount(1);
  expect(recordings()).toHaveLength(1);
  // Graded, taken back: what was said is still there.
  await page.getByRole('button', { name: /^3 · Good/ }).click();
  await page.getByRole('button', { name: 'Undo the last grade' }).click();
  await expect(takes(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(page.getByText(/^1 recording, \d.* on disk/)).toBeVisible();
  await page.getByRole('button', { name: 'Delete all recordings' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete all recordings' }).click();
  await expect(page.getByText('There are no recordings in this profile.')).toBeVisible();
  expect(recordings()).toEqual([]);
});

test('a crash in the middle of a recording keeps what was said until then', async ({ page }) => {
  await practise(page);
  await recordSome(page, 'Answer aloud');
  const drill = page.url();
  await app.stop('SIGKILL');
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto((await app.start()).replace(/\/#/, `${new URL(drill).pathname}#`));
  await expect(takes(again)).toHaveCount(1);
  expect(recordings()).toHaveLength(1);
});

test('a part that cannot be sent is kept, and sent when the program is there again', async ({ page }) => {
  await practise(page);
  await recordSome(page, 'Answer aloud');
  await page.route('**/api/recordings/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('could not be saved yet')).toBeVisible();
  await page.unroute('**/api/recordings/**');
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText('could not be saved yet')).toHaveCount(0);
  await expect(takes(page)).toHaveCount(1);
});

test('a refused microphone is said in words, and the answer can be typed', async () => {
  const browser = await chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath === null ? {} : { executablePath }) });
  const page = await browser.newPage();
  await practise(page);
  await page.getByRole('button', { name: 'Answer aloud' }).click();
  await expect(page.getByRole('alert')).toContainText(/microphone was refused|No microphone was found/);
  await page.getByRole('textbox', { name: 'Your answer' }).fill('Typed instead.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Model answer' })).toBeVisible();
  expect(recordings()).toEqual([]);
  await browser.close();
});

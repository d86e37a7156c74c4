import { expect, test } from '@playwright/test';
import { practise } from './practise.ts';
import { RunningApp } from './running-app.ts';

let app: RunningApp;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  await page.goto(await app.start('--sample'));
});
test.afterEach(() => app.remove());

test('a diagnosis is worked through by keyboard: each act shows its result, and the steps are judged', async ({ page }) => {
  await practise(page, 'half-a-rack');
  const log = page.getByRole('list', { name: 'What you did' });
  // What shows whether it helped shows the fault before anything was mended.
  const acts = page
    .getByRole('article')
    .getByRole('button')
    .filter({ has: page.locator('kbd') });
  const keyOf = async (label: string): Promise<string> =>
    ((await acts.filter({ hasText: label }).locator('kbd').textContent()) ?? '').toLowerCase();
  await page.keyboard.press(await keyOf('Boot one of the failing servers'));
  await expect(log).toContainText('PXE-E51');
  for (const label of ['Watch port 67', 'List the switch port', 'Compare the VLAN 120', 'Add the helper address'])
    await page.keyboard.press(await keyOf(label));
  await expect(log.getByRole('listitem')).toHaveCount(5);
  await expect(log).toContainText('sw7b: interface vlan 120');
  // An act is taken once.
  await page.keyboard.press(await keyOf('Watch port 67'));
  await expect(log.getByRole('listitem')).toHaveCount(5);
  await page
    .getByRole('textbox', { name: 'Your answer' })
    .fill('The second switch has no DHCP relay, so the broadcast does not leave the VLAN.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Your steps' })).toBeVisible();
  await expect(page.getByText('Nobody looked whether it helped.')).toBeVisible();
  await page.getByRole('button', { name: /^\d · Good/ }).click();
  await expect(page.getByText('Session done')).toBeVisible();
});

test('an estimate asks with numbers of its own and names the slip', async ({ page }) => {
  await practise(page, 'one-feed-lost');
  const prompt = (await page.getByRole('article').textContent()) ?? '';
  const amps = Number(/three-phase with (\d+) A/.exec(prompt)?.[1]);
  expect([16, 32, 63]).toContain(amps);
  expect(prompt).not.toContain('{');
  // Both feeds added: the slip is named; reloading asks with the same numbers.
  await page.getByRole('textbox', { name: /one feed.s breakers carry/ }).fill(String((2 * 3 * 230 * amps) / 1000));
  await page.waitForResponse((response) => response.url().includes('drill.saveDraft'));
  await page.reload();
  await expect(page.getByRole('article')).toContainText(`three-phase with ${amps} A`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Both feeds were added')).toBeVisible();
});

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

let app: RunningApp;
let address: string;

test.beforeAll(async () => {
  app = new RunningApp();
  address = await app.start('--sample');
});
test.afterAll(() => app.remove());

const SCREENS = ['Today', 'Import', 'Skills', 'Roles', 'Gaps', 'Drill', 'Questions', 'Progress', 'Settings'];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`)
        .slice(0, 3)
        .join(' | ')}`,
  );
}

for (const scheme of ['light', 'dark'] as const) {
  test(`no screen breaks the accessibility rules, ${scheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(address);
    for (const screen of SCREENS) {
      await page.getByRole('link', { name: screen, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByLabel('Loading…')).toHaveCount(0);
      expect(await violations(page), screen).toEqual([]);
    }
    await page.getByRole('link', { name: 'Gaps', exact: true }).click();
    for (const tab of ['Competencies', /^Ask me first/, 'My gaps', 'Plan', 'Over time', 'Compare']) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByRole('tabpanel')).toBeVisible();
      await expect(page.getByLabel('Loading…')).toHaveCount(0);
      expect(await violations(page), `Gaps, ${tab}`).toEqual([]);
    }
    await page.getByRole('link', { name: 'Roles', exact: true }).click();
    await page.getByRole('link', { name: 'Storage engineer', exact: true }).click();
    await page.getByText('All levels, proof, sources').first().click();
    expect(await violations(page), 'a role').toEqual([]);
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.getByRole('link', { name: 'Open' }).first().click();
    await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
    expect(await violations(page), 'Review').toEqual([]);
  });
}

test('a question, its reveal and its grades break no accessibility rule', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('link', { name: 'Drill', exact: true }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
  expect(await violations(page), 'question').toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Model answer' })).toBeVisible();
  expect(await violations(page), 'revealed').toEqual([]);
});

test('no screen scrolls sideways at 900 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  await page.goto(address);
  for (const screen of SCREENS) {
    await page.getByRole('link', { name: screen, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), screen).toBeLessThanOrEqual(0);
  }
  await page.getByRole('link', { name: 'Gaps', exact: true }).click();
  for (const tab of ['Competencies', /^Ask me first/, 'My gaps', 'Plan', 'Over time', 'Compare']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), String(tab)).toBeLessThanOrEqual(0);
  }
});

import { expect, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

let app: RunningApp;
test.beforeEach(() => {
  app = new RunningApp();
});
test.afterEach(() => app.remove());

test('questions from my experience say where they come from, and two reports retire one', async ({ page }) => {
  const address = await app.start('--sample');
  await page.goto(address);
  await page.goto(`${new URL(address).origin}/questions?origin=generated`);
  const heading = page.getByRole('button', { name: /From your experience: \d+ questions/ });
  await expect(heading).toBeVisible();
  await expect(heading).not.toHaveText(/: 0 questions/);
  await heading.click();
  await expect(page.getByRole('cell', { name: 'Two tools for one job' })).toBeVisible();
  await page.getByRole('button', { name: 'Make them anew' }).click();
  await expect(page.getByText('All of them are up to date.')).toBeVisible();
  await heading.click();

  await page.getByRole('row').nth(1).click();
  const drawer = page.getByRole('dialog').first();
  await drawer.getByRole('button', { name: /From your experience/ }).click();
  await expect(drawer.getByText('Where it comes from')).toBeVisible();
  await expect(drawer.getByRole('heading', { name: 'Skeleton' })).toBeVisible();
  await expect(drawer.getByRole('link').first()).toHaveAttribute('href', /\/import\/\d+\?at=\d+-\d+/);

  await drawer.getByRole('button', { name: 'Practise this question' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /From your experience/ }).click();
  await expect(page.getByText('Where it comes from')).toBeVisible();
  for (const words of ['Kept among your reports.', 'this question is not asked any more']) {
    await page.getByRole('button', { name: 'This question is no good' }).click();
    await page.getByRole('combobox', { name: 'Reason' }).click();
    await page.getByRole('option', { name: 'It says something of me that is not so' }).click();
    await page.getByRole('button', { name: 'Keep the report' }).click();
    await expect(page.getByText(words)).toBeVisible();
  }
});

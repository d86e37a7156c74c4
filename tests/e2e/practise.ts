import { expect, type Page } from '@playwright/test';

/** Finds a question on the Questions screen and starts a session of it. */
export async function practise(page: Page, id: string): Promise<void> {
  await page.getByRole('link', { name: 'Questions', exact: true }).click();
  await page.getByRole('textbox', { name: /Search/ }).fill(id);
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Practise this question' }).click();
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
}

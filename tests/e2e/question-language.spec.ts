import { expect, type Page, test } from '@playwright/test';
import { questionsAsJson } from '../../core/exchange/json.ts';
import { FRENCH, GOOD } from '../unit/content/questions.ts';
import { RunningApp } from './running-app.ts';

let app: RunningApp;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  await page.goto(await app.start('--sample'));
  await page.getByRole('link', { name: 'Questions', exact: true }).click();
  await page.getByRole('button', { name: 'Import' }).click();
  const questions = [
    { ...FRENCH, id: 'own.two.languages' },
    { ...GOOD, id: 'own.one.language', prompt: { en: 'Only asked in one language: which half of a cut cluster may go on?' } },
  ];
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'q.json', mimeType: 'application/json', buffer: Buffer.from(questionsAsJson(questions)) });
  await page.getByRole('button', { name: 'Bring in 2 questions' }).click();
  await expect(page.getByText('Imported: 2 new, 0 updated.')).toBeVisible();
  await page.getByRole('link', { name: 'Questions', exact: true }).click();
});
test.afterEach(() => app.remove());

async function practise(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'Questions', exact: true }).click();
  await page.getByRole('textbox', { name: /Search/ }).fill(words);
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Practise this question' }).click();
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
}

test('a question is asked, checked and revealed in French, and a reload keeps it', async ({ page }) => {
  await practise(page, 'five nodes automatic restart');
  const article = page.getByRole('article');
  await expect(article).toContainText('A cluster of five nodes');
  await expect(article).toContainText('You chose it.');
  await page.getByRole('radiogroup', { name: 'Language of this question' }).getByText('French').click();
  await expect(article.locator('[lang=fr]').filter({ hasText: 'Un cluster de cinq nœuds' }).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Your answer' }).fill(FRENCH.modelAnswer.fr ?? '');
  await page.waitForResponse(
    (response) => response.url().includes('drill.saveDraft') && response.request().postData()?.includes('"fr"') === true,
  );
  await page.reload();
  await expect(article).toContainText('Un cluster de cinq nœuds');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Likely complete.')).toBeVisible();
  await expect(page.getByText('Le côté majoritaire garde le quorum')).toBeVisible();
});

test('French is wanted once in Settings; what has none is asked in English and says so', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const french = page.getByRole('radio', { name: 'French where there is a French version' });
  await french.click();
  await expect(french).toBeChecked();
  await practise(page, 'five nodes automatic restart');
  await expect(page.getByRole('article')).toContainText('Un cluster de cinq nœuds');
  await practise(page, 'only asked in one language');
  await expect(page.getByRole('article')).toContainText('Only in English');
  await expect(page.getByRole('article')).toContainText('which half of a cut cluster');
});

test('questions with French can be listed', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Has French' }).click();
  await page.getByRole('combobox', { name: 'Whose' }).click();
  await page.getByRole('option', { name: 'Own' }).click();
  await expect(page.getByRole('table').getByRole('button')).toHaveCount(1);
});

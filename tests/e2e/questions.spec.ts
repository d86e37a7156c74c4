import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

let app: RunningApp;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  await page.goto(await app.start('--sample'));
});
test.afterEach(() => app.remove());

const open = (page: Page) => page.getByRole('link', { name: 'Questions', exact: true }).click();
const search = (page: Page) => page.getByRole('textbox', { name: 'Search questions' });
const rowOf = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words });

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ failureSummary, target }) => `${target.join(' ')} ${failureSummary ?? ''}`)
        .slice(0, 2)
        .join(' | ')}`,
  );
}

/** Writes a question without the mouse, from the list on. */
async function writeByKeyboard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'New question' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Question', exact: true }).focus();
  await page.keyboard.type('What does a zorkmid daemon do?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It counts the zorkmids and tells the bank.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It counts zorkmids');
  await page.keyboard.press('Tab');
  await page.keyboard.type('counts the zorkmids');
  await page.keyboard.press('Enter');
}

test('a question is written by keyboard, kept while one looks elsewhere, previewed, found and practised', async ({ page }) => {
  await open(page);
  await writeByKeyboard(page);
  // Gone elsewhere by accident: what was written is still there.
  await page.getByRole('link', { name: 'Progress', exact: true }).click();
  await page.goBack();
  await expect(page.getByText('it is as you left it')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Question', exact: true })).toHaveValue('What does a zorkmid daemon do?');
  expect(await violations(page), 'the form').toEqual([]);
  await page.getByRole('button', { name: 'Preview' }).focus();
  await page.keyboard.press('Enter');
  const preview = page.getByRole('dialog', { name: 'As the drill asks it' });
  await expect(preview.getByText('What does a zorkmid daemon do?')).toBeVisible();
  await expect(preview.getByRole('textbox', { name: 'Your answer' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await page.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();

  await search(page).fill('zorkm');
  await expect(page.getByRole('status').filter({ hasText: /^1 question$/ })).toBeVisible();
  await expect(rowOf(page, 'zorkmid daemon').getByRole('button')).toBeEnabled();
  await rowOf(page, 'zorkmid daemon').getByRole('button').focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Question' });
  await expect(drawer.getByText('It counts the zorkmids and tells the bank.')).toBeVisible();
  expect(await violations(page), 'the opened question').toEqual([]);
  await drawer.getByRole('button', { name: 'Practise this question' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('textbox', { name: 'Your answer' })
    .fill('A daemon that counts the zorkmids, all of them, day after day, and tells the bank how many.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Model answer' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /It counts zorkmids/ })).toBeChecked();
  await page.keyboard.press('3');
  await expect(page.getByText('Session done')).toBeVisible();
});

test('the list, its filters and the dialogs break no accessibility rule in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  await expect(page.getByRole('table')).toBeVisible();
  expect(await violations(page), 'the list').toEqual([]);
  await page.getByRole('button', { name: 'How many of each kind' }).click();
  await expect(page.getByRole('cell', { name: 'Together' }).first()).toBeVisible();
  expect(await violations(page), 'the numbers').toEqual([]);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('dialog', { name: 'Import questions' })).toBeVisible();
  expect(await violations(page), 'the import').toEqual([]);
});

test('an incomplete question says what is missing; a removed one comes back', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: 'New question' }).click();
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('How many bytes a second?');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Estimate' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('At least one number with a formula');
  await page.getByRole('textbox', { name: 'Number 1: what is asked' }).fill('Bytes a second');
  await page.getByRole('textbox', { name: 'Formula of number 1' }).fill('8 * 1024');
  await page.getByRole('textbox', { name: 'Unit of number 1' }).fill('B/s');
  await expect(page.getByText('= 8192')).toBeVisible();
  await page.getByRole('textbox', { name: 'Model answer' }).fill('8 KiB each second.');
  await page.getByRole('textbox', { name: 'Key point 1', exact: true }).fill('Binary prefix');
  await page.getByRole('button', { name: 'Save' }).click();
  await rowOf(page, 'How many bytes').getByRole('button').click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(rowOf(page, 'How many bytes')).toHaveCount(0);
  await page.getByRole('alert').filter({ hasText: 'is removed' }).getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, 'How many bytes')).toBeVisible();
});

test('an own export as an Anki package comes in again, and is taken back as a whole after a restart', async ({ page }) => {
  await open(page);
  await writeByKeyboard(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('combobox', { name: 'Whose' }).click();
  await page.getByRole('option', { name: 'Own' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^1 question$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Anki package (.apkg)' }).click();
  const file = await (await download).path();
  expect((await download).suggestedFilename()).toMatch(/^plumbline-questions-.*\.apkg$/);

  const other = new RunningApp();
  try {
    await page.goto(await other.start());
    await open(page);
    await page.getByRole('button', { name: 'Import' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'mine.apkg', mimeType: 'application/octet-stream', buffer: await bytesOf(file) });
    const dialog = page.getByRole('dialog', { name: 'Import questions' });
    await expect(dialog.getByText('1 new, 0 updated')).toBeVisible();
    await expect(dialog.getByText('What does a zorkmid daemon do?')).toBeVisible();
    expect(await violations(page), 'the import').toEqual([]);
    await dialog.getByRole('button', { name: 'Bring in 1 question' }).click();
    await expect(page.getByText('Imported: 1 new, 0 updated.')).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(rowOf(page, 'zorkmid daemon')).toBeVisible();
    await other.stop();
    await page.goto(await other.start());
    await open(page);
    await expect(rowOf(page, 'zorkmid daemon')).toBeVisible();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('button', { name: /^Take back the import of/ }).click();
    await expect(page.getByText('Taken back.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rowOf(page, 'zorkmid daemon')).toHaveCount(0);
  } finally {
    await other.remove();
  }
});

async function bytesOf(path: string): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises');
  return readFile(path);
}

test('a file that is no package is refused in words', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Import' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'deck.apkg', mimeType: 'application/zip', buffer: Buffer.from('no zip at all') });
  await expect(page.getByRole('alert')).toContainText('no Anki package');
});

test('a question is reported as wrong from the drill, seen on the question, and exported', async ({ page }) => {
  await open(page);
  await search(page).fill('hold-timer-loss');
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Practise this question' }).click();
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Sources' }).click();
  await page.getByRole('button', { name: 'Report as wrong' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is wrong with it?' });
  await dialog.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'It is out of date' }).click();
  // The letters and digits typed here are no keys of the drill.
  await dialog.getByRole('textbox', { name: 'In your words' }).pressSequentially('RFC 4271, a 2 b');
  await dialog.getByRole('button', { name: 'Keep the report' }).click();
  await expect(page.getByText('Kept among your reports.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Model answer' })).toBeVisible();

  await page.goto(`${new URL(page.url()).origin}/questions?state=reported`);
  await page.getByRole('table').getByRole('button').first().click();
  await expect(page.getByText('RFC 4271, a 2 b')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'As a document (Markdown)' }).click();
  expect((await bytesOf(await (await download).path())).toString()).toContain('It is out of date: RFC 4271, a 2 b');
});

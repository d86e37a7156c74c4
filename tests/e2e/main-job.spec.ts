import { expect, type Page, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

const DOCUMENT = 'tests/fixtures/messy-skills.txt';

let app: RunningApp;

test.beforeEach(() => {
  app = new RunningApp();
});
test.afterEach(() => app.remove());

async function importAndConfirm(page: Page, file: string): Promise<void> {
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await page.getByRole('button', { name: /^Add \d+ skills to my profile/ }).click();
}

async function chooseRole(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose this role: Multi-datacenter SRE' }).click();
  await expect(page.getByRole('heading', { name: 'Gaps' })).toBeVisible();
}

/** Answers the question on the screen, whatever its kind, and grades it. */
async function answerAndGrade(page: Page, text: string, grade: 'Again' | 'Hard' | 'Good' | 'Easy'): Promise<void> {
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
  const field = page.getByRole('textbox').last();
  if (await field.isVisible()) await field.fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Model answer' })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^\\d · ${grade}`) }).click();
}

test('a person imports a messy document, sees the gaps, practises, and finds everything after a restart', async ({ page }) => {
  await page.goto(await app.start());
  await expect(page.getByRole('heading', { name: 'Where do you stand?' })).toBeVisible();
  await page.getByRole('link', { name: 'Import a document' }).click();
  await page.locator('input[type=file]').setInputFiles(DOCUMENT);

  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'The document' }).first()).toContainText('Learning');
  await page.locator('[data-item="skill:ansible"]').getByRole('button').first().click();
  await page.getByRole('group', { name: 'Level of Ansible', exact: true }).getByRole('button', { name: /^4 / }).click();
  await page.getByRole('button', { name: /^Add \d+ skills to my profile/ }).click();
  await chooseRole(page);

  await expect(page.getByText(/of 100, between \d+ and \d+/)).toBeVisible();
  await page.getByRole('tab', { name: 'Competencies' }).click();
  await page
    .getByRole('button', { name: /current \d\.\d, required \d/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('Why the role needs it');
  await page.getByRole('dialog').getByRole('button', { name: 'Practise this' }).click();

  await answerAndGrade(page, 'I would look at the state first and compare it with what git says it should be.', 'Good');
  await expect(page.getByText(/Question 2 of \d/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo the last grade' }).click();
  await expect(page.getByText(/Question 1 of \d/)).toBeVisible();
  await page.getByRole('button', { name: 'Redo it' }).click();
  await expect(page.getByText(/Question 2 of \d/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo the last grade' }).click();
  await expect(page.getByText(/Question 1 of \d/)).toBeVisible();
  await answerAndGrade(page, 'Again from the start, with one number and one trade-off said aloud.', 'Hard');
  await expect(page.getByText(/Question 2 of \d/)).toBeVisible();

  expect(await app.stop()).toBe(0);
  await page.goto(await app.start());
  await expect(page.getByText(/1 of \d answered/)).toBeVisible();
  await expect(page.getByText(/of 100, between \d+ and \d+/)).toBeVisible();
  await page.getByRole('link', { name: 'Progress', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What your answers say' })).toBeVisible();
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await page.getByRole('textbox', { name: 'Search skills' }).fill('ansible');
  await page.getByRole('button', { name: 'Ansible', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('You rate yourself 4.');
});

test('what was typed survives a kill in mid-answer', async ({ page }) => {
  await page.goto(await app.start('--sample'));
  await page.getByRole('button', { name: 'Start a drill' }).click();
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
  // Skip questions that are answered without typing.
  for (let tries = 0; tries < 8; tries += 1) {
    await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
    if (await page.getByRole('textbox').last().isVisible()) break;
    await answerAndGrade(page, '', 'Good');
    await expect(page.getByRole('heading', { name: 'Model answer' })).toBeHidden();
  }
  const written = 'The half-written sentence nobody wants to type twice';
  const field = page.getByRole('textbox').last();
  const saved = page.waitForResponse((response) => response.url().includes('drill.saveDraft'));
  await field.fill(written);
  await saved;
  await app.stop('SIGKILL');

  await page.goto(await app.start());
  await page.getByRole('link', { name: 'Continue the session' }).click();
  await expect(page.getByRole('textbox').last()).toHaveValue(written);
});

test('the same document again changes nothing twice, and removing it empties the profile', async ({ page }) => {
  await page.goto(await app.start());
  await importAndConfirm(page, DOCUMENT);
  await chooseRole(page);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(DOCUMENT);
  await expect(page.getByText('nothing was stored twice')).toBeVisible();
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'More for messy-skills.txt' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No document yet')).toBeVisible();
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await expect(page.getByText('No skills yet')).toBeVisible();
});

test('an empty file and a binary one are refused with words, and nothing is stored', async ({ page }) => {
  await page.goto(await app.start());
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name: 'empty.md', mimeType: 'text/markdown', buffer: Buffer.from('  \n') });
  await expect(page.getByRole('alert').first()).toContainText(/empty/i);
  await input.setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
  });
  await expect(page.getByRole('alert').filter({ hasText: /image|picture|PNG/i })).toBeVisible();
  await expect(page.getByText('No document yet')).toBeVisible();
});

test('the address without its key says what to do and shows no data', async ({ page }) => {
  const address = await app.start('--sample');
  await page.goto(address.split('#')[0] ?? '');
  await expect(page.getByText('This address has no key')).toBeVisible();
});

test('everything can be reached from the command palette and by keys', async ({ page }) => {
  await page.goto(await app.start('--sample'));
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Skills', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Where to, or what to do?' }).fill('progress');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Progress', level: 1 })).toBeVisible();
});

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

const JOB = 'tests/jobs/documents/04-storage-engineer.txt';

let app: RunningApp;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  await page.goto(await app.start('--sample'));
});
test.afterEach(() => app.remove());

async function openTab(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Gaps', exact: true }).click();
  await page.getByRole('tab', { name }).click();
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

test('what nobody knows is rated by one key each, taken back by one, and kept', async ({ page }) => {
  await openTab(page, /^Ask me first/);
  const title = page.getByRole('tabpanel').getByRole('heading', { level: 2 });
  const first = (await title.textContent()) ?? '';
  await expect(page.getByText(/^1 of \d+, about/)).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByText(/^2 of \d+, about/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(title).toHaveText(first);
  await page.keyboard.press('5');
  await expect(page.getByText(/^2 of \d+, about/)).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByText(/^3 of \d+, about/)).toBeVisible();
  // Keys are faster than their answers: none is lost.
  for (const key of ['1', '2', '3', 'u']) await page.keyboard.press(key);
  await expect(page.getByText(/^5 of \d+, about/)).toBeVisible();

  await page.getByRole('tab', { name: 'Competencies' }).click();
  await page.getByRole('button', { name: new RegExp(`^${first.slice(0, 20)}`) }).click();
  await expect(page.getByRole('dialog')).toContainText('You rate yourself 5.');
});

test('a job description becomes a role by keyboard, and the comparison uses it', async ({ page }) => {
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('link', { name: 'From a job description' }).click();
  await page.locator('input[type=file]').setInputFiles(JOB);
  const found = page.getByRole('region', { name: 'What it asks for' });
  await expect(found.getByText(/competencies taken/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'The advert' }).locator('mark').first()).toBeVisible();
  await accessible(page);

  const taken = Number.parseInt((await found.getByText(/competencies taken/).textContent()) ?? '', 10);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(found.getByText(`${taken - 1} competencies taken`)).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('2');
  await expect(found.locator('[data-selected]').getByRole('button', { name: /^2 / })).toHaveAttribute('aria-pressed', 'true');
  // What a demand is about is set right; one that is asked for already becomes one with it.
  const count = await found.getByRole('checkbox').count();
  await found.getByRole('combobox', { name: /which competency is it about/ }).click();
  await page.getByRole('option', { name: /^Object storage/ }).click();
  await expect(found.getByRole('checkbox')).toHaveCount(count - 1);
  await page.getByRole('textbox', { name: 'Name of the role' }).fill('Genome storage');
  await page.getByRole('button', { name: 'Make the role' }).click();

  await expect(page.getByRole('heading', { name: 'Genome storage' })).toBeVisible();
  await expect(page.getByText('The job description', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Choose this role: Genome storage' }).click();
  await expect(page.getByText('Your fit to Genome storage, version 1')).toBeVisible();
});

test('a pasted text that asks for nothing says so', async ({ page }) => {
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('link', { name: 'From a job description' }).click();
  await page.getByRole('textbox', { name: 'The job description' }).fill('We walked along the river and it was fine.');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('Nothing was found that an advert would ask for.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make the role' })).toBeDisabled();
});

test('a copy of a role is changed by keyboard, saved as a version, and an earlier one brought back', async ({ page }) => {
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('link', { name: 'SRE lead', exact: true }).click();
  await page.getByRole('button', { name: 'More for SRE lead' }).click();
  await page.getByRole('menuitem', { name: 'Make a copy to change' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('SRE lead, mine');
  await accessible(page);

  const level = page.getByRole('group', { name: /^Required level of Healthy on-call/ });
  await level.getByRole('button').first().focus();
  await page.keyboard.press('2');
  await expect(level.getByRole('button', { name: /^2 / })).toHaveAttribute('aria-pressed', 'true');
  // The first competency of the layer goes one down, by keyboard.
  const names = page.locator('[data-rfd-draggable-context-id] [data-rfd-drag-handle-draggable-id*="."]');
  const before = await names.evaluateAll((handles) => handles.map((handle) => handle.getAttribute('data-rfd-drag-handle-draggable-id')));
  await names.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect
    .poll(() => names.evaluateAll((handles) => handles.map((handle) => handle.getAttribute('data-rfd-drag-handle-draggable-id'))))
    .toEqual([before[1], before[0], ...before.slice(2)]);
  await page.getByRole('button', { name: 'Add a competency' }).first().click();
  await page.getByRole('textbox', { name: 'Or describe your own' }).fill('Budget talks');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Save as the next version' }).click();

  await expect(page.getByText('version 2', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('Budget talks')).toBeVisible();
  await page.getByRole('button', { name: 'Make it the newest again' }).click();
  await expect(page.getByText('version 3', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('Budget talks')).toHaveCount(0);
});

test('what is changed in a role and not saved is there again after a look elsewhere', async ({ page }) => {
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('link', { name: 'Cloud SRE', exact: true }).click();
  await page.getByRole('button', { name: 'More for Cloud SRE' }).click();
  await page.getByRole('menuitem', { name: 'Make a copy to change' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Half done');
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Skills' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Half done');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByRole('heading', { name: 'Cloud SRE, mine' })).toBeVisible();
});

test('an interview day is typed key by key', async ({ page }) => {
  await openTab(page, 'Plan');
  const field = page.getByLabel('Interview on');
  await field.focus();
  // The order of day and month depends on the browser's language; both are the same here.
  await page.keyboard.type('03032031');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/days until the interview/)).toBeVisible();
  await expect(field).toHaveValue('2031-03-03');
  await page.reload();
  await expect(page.getByLabel('Interview on')).toHaveValue('2031-03-03');
});

test('a role leaves as a file and comes back; a broken one is refused with words', async ({ page }) => {
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('link', { name: 'DevOps engineer', exact: true }).click();
  await page.getByRole('button', { name: 'More for DevOps engineer' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Save as YAML' }).click()]);
  const path = await download.path();
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'role.yaml', mimeType: 'text/yaml', buffer: readFileSync(path) });
  await expect(page.getByRole('heading', { name: 'DevOps engineer' })).toBeVisible();
  await expect(page).toHaveURL(/\/roles\/own-devops/);
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'role.yaml', mimeType: 'text/yaml', buffer: Buffer.from('layers: 3') });
  await expect(page.getByText('This role cannot be read.')).toBeVisible();
});

test('a plan fits the hours until the interview, and Today counts the days', async ({ page }) => {
  await openTab(page, 'Plan');
  const hours = page.getByText(/hours in the \d+ days until the interview/);
  await expect(hours).toBeVisible();
  const before = (await hours.textContent()) ?? '';
  const day = new Date(Date.now() + 9 * 24 * 3_600_000);
  const local = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
  await page.getByLabel('Interview on').fill(local);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/hours in the 9 days until the interview/)).toBeVisible();
  await expect(hours).not.toHaveText(before);

  await page.getByRole('combobox', { name: 'Choose a competency' }).click();
  await page.getByRole('option').first().click();
  await expect(page.getByRole('status').filter({ hasText: /^Fit \d+ → \d+/ })).toBeVisible();

  const tasks = page.getByRole('tabpanel');
  await tasks.getByRole('textbox', { name: 'New task' }).fill('Time a restore');
  await tasks.getByRole('button', { name: 'Add task' }).click();
  await expect(tasks.getByRole('checkbox', { name: 'Time a restore' })).toBeVisible();

  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByText('9 days to the interview')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Read two post-mortems aloud, with numbers' }).click();
  await expect(page.getByRole('checkbox', { name: 'Read two post-mortems aloud, with numbers' })).toHaveCount(0);

  await openTab(page, 'Plan');
  const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Web page, with evidence' }).click()]);
  expect(readFileSync(await report.path(), 'utf8')).toContain('Where I stand: Multi-datacenter SRE');
});

test('a gap in one’s own words is added, closed, and its history kept', async ({ page }) => {
  await openTab(page, 'My gaps');
  await page.getByRole('textbox', { name: 'Add a gap' }).fill('Public speaking in English');
  await page.getByRole('button', { name: 'Add a gap' }).click();
  await page.getByText(/^In my words/).click();
  const card = page.getByRole('article', { name: 'Public speaking in English' });
  await expect(card).toBeVisible();
  await card.getByText('Closed', { exact: true }).click();
  await page.getByRole('tab', { name: 'Over time' }).click();
  await expect(page.getByRole('heading', { name: 'What was closed, and when' }).locator('..')).toContainText('Public speaking in English');
});

test('a chart shows its table, leaves as CSV, SVG and PNG, and opens the evidence', async ({ page }) => {
  await openTab(page, 'Competencies');
  const chart = page.getByRole('region', { name: 'Every competency' });
  for (const [item, ending, start] of [
    ['Table as CSV', '.csv', '\uFEFFid,'],
    ['Drawing (SVG)', '.svg', '<svg'],
    ['Picture (PNG)', '.png', '\u0089PNG'],
  ] as const) {
    await chart.getByRole('button', { name: 'Save: Every competency' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
    expect(download.suggestedFilename()).toBe(`plumbline-gaps${ending}`);
    const bytes = readFileSync(await download.path());
    expect(bytes.toString(ending === '.png' ? 'latin1' : 'utf8').startsWith(start)).toBe(true);
    expect(bytes.length).toBeGreaterThan(2000);
  }
  await chart.getByText('Table', { exact: true }).click();
  await expect(chart.getByRole('columnheader', { name: 'Priority' })).toBeVisible();
  await chart.getByText('Chart', { exact: true }).click();
  const row = chart.getByRole('button', { name: /current \d\.\d, required \d/ }).first();
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Skills it rests on');
  await expect(page.getByRole('dialog')).toContainText(/Weight \d × /);
});

test('every role, another profile and an earlier day are compared', async ({ page }) => {
  await openTab(page, 'Compare');
  await expect(
    page.getByRole('region', { name: 'Which role are you nearest to?' }).getByRole('button', { name: /fit \d+, between/ }),
  ).not.toHaveCount(0);
  await page.getByText('Two profiles', { exact: true }).click();
  await expect(page.getByText(/There is only one profile|Compare with/).first()).toBeVisible();
  await page.getByText('Two dates', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Days on which something was new' }).click();
  await page.getByRole('option').first().click();
  await expect(page.getByText(/^Fit: Today \d+/)).toBeVisible();
});

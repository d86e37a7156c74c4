import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

let app: RunningApp;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  await page.goto(await app.start('--sample'));
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await expect(row(page, 'Debian')).toBeVisible();
});
test.afterEach(() => app.remove());

function row(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });
}

function level(page: Page, name: string): Locator {
  return row(page, name).getByRole('button', { name: `Level of ${name}:` });
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByText('Taken back')).toBeVisible();
}

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

test('search and filters narrow the inventory, stay in the address, and can be cleared', async ({ page }) => {
  const all = (await page.getByRole('row').count()) - 1;
  await page.getByRole('textbox', { name: 'Search skills' }).fill('no such thing');
  await expect(page.getByText('No skill matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await page.getByRole('button', { name: 'Stance', exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'built' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Category', exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'Observability' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText(new RegExp(`^\\d+ of ${all} skills$`))).toBeVisible();
  await page.getByRole('button', { name: 'Skill', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Skill' })).toHaveAttribute('aria-sort', 'ascending');
  const shown = await page.getByRole('row').allInnerTexts();
  expect(page.url()).toMatch(/\?stance=built|category=observability/);

  await page.reload();
  await expect(row(page, 'Debian')).toBeHidden();
  await expect.poll(() => page.getByRole('row').allInnerTexts()).toEqual(shown);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText(`${all} skills`, { exact: true })).toBeVisible();
});

test('words of a statement find the skill that rests on it', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Search skills' }).fill('burn-in');
  await expect(page.getByText('by their statements')).toBeVisible();
  await expect(row(page, 'Machine commissioning')).toBeVisible();
});

test('levels are set by keyboard on the row, and taken back', async ({ page }) => {
  const before = await level(page, 'Debian').innerText();
  await page.getByRole('button', { name: 'Debian', exact: true }).focus();
  await page.keyboard.press('0');
  await expect(page.getByText('Level 0 set for 1 skill.')).toBeVisible();
  await expect(level(page, 'Debian')).not.toHaveText(before, { useInnerText: true });
  await page.keyboard.press('u');
  await expect(level(page, 'Debian')).toHaveText(before, { useInnerText: true });

  await page.getByRole('button', { name: 'Debian', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Debian', exact: true })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: 'Select Debian', exact: true })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('What the level rests on');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Debian', exact: true })).toBeFocused();
});

test('several skills are rated, named as gaps, and removed at once, each with a way back', async ({ page }) => {
  const all = (await page.getByRole('row').count()) - 1;
  for (const name of ['Debian', 'Packer']) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  const bulk = page.getByRole('region', { name: 'Selected skills' });
  await bulk.getByRole('button', { name: 'Set level' }).click();
  await page.getByRole('menuitem', { name: '5 Authority' }).click();
  await expect(page.getByText('Level 5 set for 2 skills.')).toBeVisible();
  await bulk.getByRole('button', { name: 'Add to learning gaps' }).click();
  await expect(page.getByText('2 learning gaps added.')).toBeVisible();
  await expect(row(page, 'Packer')).toContainText('gap');
  await bulk.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText(`${all - 2} skills`, { exact: true })).toBeVisible();
  await page.getByRole('alert').filter({ hasText: 'left your profile' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`${all} skills`, { exact: true })).toBeVisible();
});

test('two skills become one, and two again', async ({ page }) => {
  for (const name of ['Debian', 'Ubuntu']) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  await page.getByRole('button', { name: 'Merge…' }).click();
  await page.getByRole('radio', { name: /^Debian/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge 1 skill' }).click();
  await expect(row(page, 'Ubuntu')).toBeHidden();
  await page.getByRole('button', { name: 'Debian', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Separate Ubuntu' }).click();
  await expect(page.getByText('Ubuntu stands by itself again.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, 'Ubuntu')).toBeVisible();
});

test('a skill is added by hand, renamed, given a spelling, and found by all of them', async ({ page }) => {
  await page.getByRole('button', { name: 'Add a skill' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Skill' }).fill('Brewlane');
  await page.getByRole('option', { name: /as your own skill/ }).click();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Our deploy tool, since 2023');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row(page, 'Brewlane')).toContainText('own');

  await page.getByRole('button', { name: 'Brewlane', exact: true }).click();
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByRole('textbox', { name: 'New name' }).fill('Debian');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('“Debian” already stands for Debian.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'New name' }).fill('Brewlane deploys');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('heading', { name: 'Brewlane deploys' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Another spelling' }).fill('bl-deploy');
  await dialog.getByRole('button', { name: 'Add spelling' }).click();
  await expect(dialog.getByRole('button', { name: 'Take back the spelling bl-deploy' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('textbox', { name: 'Search skills' }).fill('bl-deploy');
  await expect(page.getByText(/^1 of \d+ skills$/)).toBeVisible();
});

test('a statement opens its document at its place', async ({ page }) => {
  await page.getByRole('button', { name: 'Machine commissioning', exact: true }).click();
  const link = page.getByRole('dialog').getByRole('blockquote').getByRole('link').first();
  await expect(link).toHaveAttribute('href', /^\/import\/\d+\?at=\d+-\d+$/);
  await link.click();
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
});

test('the inventory leaves as Markdown, CSV and JSON Resume, and on paper', async ({ page }) => {
  for (const [item, extension, content] of [
    ['Markdown', 'md', /^# Skills: .*\n[\s\S]*### Debian\n/],
    ['CSV table', 'csv', /^\uFEFFskill,category,/],
    ['JSON Resume', 'json', /"name": "Debian"/],
  ] as const) {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^plumbline-skills-.*\\.${extension}$`));
    expect(readFileSync(await file.path(), 'utf8')).toMatch(content);
  }
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: /^Skills of/ })).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the opened skill, the selection and the dialogs break no accessibility rule, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('checkbox', { name: 'Select Debian', exact: true }).check();
    await page.getByRole('button', { name: 'Level', exact: true }).first().click();
    await expect(page.getByRole('checkbox', { name: 'Unknown' })).toBeVisible();
    expect(await violations(page), 'filters and selection').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ansible', exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText('Names it is found by');
    expect(await violations(page), 'opened skill').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Merge…' }).click();
    await expect(page.getByRole('dialog')).toContainText('Keep another skill');
    expect(await violations(page), 'merge').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a skill' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Skill' }).fill('ceph');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await violations(page), 'add').toEqual([]);
  });
}

test('what a person changed survives a restart', async ({ page }) => {
  await page.getByRole('button', { name: 'Debian', exact: true }).focus();
  await page.keyboard.press('2');
  await expect(page.getByText('Level 2 set')).toBeVisible();
  await undo(page);
  await page.getByRole('button', { name: 'Packer', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove from profile' }).click();
  await expect(row(page, 'Packer')).toBeHidden();
  await app.stop();
  await page.goto(await app.start());
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await expect(row(page, 'Debian')).toBeVisible();
  await expect(row(page, 'Packer')).toBeHidden();
});

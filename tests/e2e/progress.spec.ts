import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

const CHARTS = [
  'Days',
  'Due in the next 30 days',
  'What your answers say',
  'Level over time',
  'Minutes to readiness',
  'True retention',
  'Did you know that you knew?',
  'Time per answer',
];

let app: RunningApp;

test.beforeEach(() => {
  app = new RunningApp();
});
test.afterEach(() => app.remove());

async function openProgress(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Progress', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Progress', level: 1 })).toBeVisible();
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function answer(page: Page, grade: 'Again' | 'Good'): Promise<void> {
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();
  const field = page.getByRole('textbox').last();
  if (await field.isVisible()) await field.fill('I look at the state first, then at what changed, and say one number aloud.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Model answer' })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^\\d · ${grade}`) }).click();
}

test('a new person reads what to do, and sees their first answers as they are: few', async ({ page }) => {
  await page.goto(await app.start());
  await openProgress(page);
  await expect(page.getByText('No answers yet')).toBeVisible();
  await page.getByRole('link', { name: 'Start a drill' }).click();
  await expect(page.getByRole('heading', { name: 'Drill', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Roles', exact: true }).click();
  await page.getByRole('button', { name: 'Choose this role: Multi-datacenter SRE' }).click();
  await expect(page.getByRole('heading', { name: 'Gaps', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Drill', exact: true }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await answer(page, 'Good');
  await expect(page.getByText(/Question 2 of/)).toBeVisible();
  await answer(page, 'Again');
  await expect(page.getByText(/Question 3 of/)).toBeVisible();

  await openProgress(page);
  await expect(page.getByText('Practised today: that is a start.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your rhythm' })).toContainText('1 of the last 7 days');
  await expect(page.getByRole('img', { name: '1 day practised in the last year, 2 answers' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'True retention' })).toContainText('Not enough yet: 0 of 20 repetitions');
  await expect(page.getByRole('region', { name: 'Minutes to readiness' })).toContainText('Unknown so far');
  await expect(page.getByRole('region', { name: 'Level over time' })).toContainText(/Not enough evidence yet: [12] of 10/);
  await expect(page.getByText('2 of 10 answered')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('every chart has its table and its files, by keyboard, and breaks no accessibility rule', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(await app.start('--sample'));
  await openProgress(page);
  for (const name of CHARTS) {
    const card = page.getByRole('region', { name, exact: true });
    await expect(card, name).toBeVisible();
    await card.getByRole('radio', { name: 'Chart' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(card.getByRole('table'), name).toBeVisible();
    expect(await card.getByRole('row').count(), name).toBeGreaterThan(1);
  }
  expect(await violations(page), 'tables').toEqual([]);

  const days = page.getByRole('region', { name: 'Days', exact: true });
  await days.getByRole('button', { name: 'Save: Days' }).click();
  const csv = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Table as CSV' }).click();
  const saved = await csv;
  expect(saved.suggestedFilename()).toBe('plumbline-days.csv');
  const [header, ...rows] = readFileSync(await saved.path(), 'utf8')
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n');
  expect(header).toBe('Day,Answers,Minutes');
  expect(rows.length).toBeGreaterThan(30);
  expect(rows[0]).toMatch(/^\d{4}-\d\d-\d\d,\d+,\d+$/);

  await days.getByText('Chart', { exact: true }).click();
  for (const [item, file] of [
    ['Picture (PNG)', 'plumbline-days.png'],
    ['Drawing (SVG)', 'plumbline-days.svg'],
  ] as const) {
    await days.getByRole('button', { name: 'Save: Days' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    expect((await download).suggestedFilename()).toBe(file);
  }
});

test('a range, a competency and a question to practise are chosen here, and the range stays in the address', async ({ page }) => {
  await page.goto(await app.start('--sample'));
  await openProgress(page);
  const rhythm = page.getByRole('region', { name: 'Your rhythm' });
  const ofYear = await rhythm.textContent();
  await page.getByText('30 days', { exact: true }).click();
  await expect(page).toHaveURL(/range=30/);
  await expect(rhythm).not.toHaveText(ofYear ?? '');

  await page.getByRole('button', { name: /^BGP in underlay and overlay: / }).click();
  const level = page.getByRole('region', { name: 'Level over time' });
  await expect(level).toContainText('BGP in underlay and overlay.');
  await expect(level.getByRole('img', { name: /^BGP in underlay and overlay\. / })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Minutes to readiness' })).toContainText(/Between \d+(\.5)? h and \d+ h/);

  const hardest = page.getByRole('region', { name: 'What gives you most trouble' });
  await hardest.getByText('Most forgotten', { exact: true }).click();
  await expect(hardest.getByText(/forgotten (once|\d+ times)/).first()).toBeVisible();
  await hardest
    .getByRole('button', { name: /^Practise: / })
    .first()
    .click();
  await expect(page.getByText('Question 1 of 1')).toBeVisible();
});

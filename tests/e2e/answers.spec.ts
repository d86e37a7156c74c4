import { expect, type Page, test } from '@playwright/test';
import { practise } from './practise.ts';
import { RunningApp } from './running-app.ts';

let app: RunningApp;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  await page.goto(await app.start('--sample'));
});
test.afterEach(() => app.remove());

const answerField = (page: Page) => page.getByRole('textbox', { name: 'Your answer' });

test('the own estimate is asked before the reveal, by a key while typing, kept over undo, and can be turned off', async ({ page }) => {
  await practise(page, 'automate-or-not');
  await answerField(page).fill('I would begin with the agent, as its blast radius is one host and a restart can be repeated without harm.');
  const estimate = page.getByRole('radiogroup', { name: 'How much of it have you got?' });
  await expect(estimate).toBeVisible();
  await page.keyboard.press('Alt+5');
  await expect(estimate.getByRole('radio', { name: /All of it/ })).toBeChecked();
  await expect(answerField(page)).not.toHaveValue(/5/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/You said: all of it\. Ticked: 1 of 4 points\./)).toBeVisible();
  await expect(page.getByText('A little less than it felt like.')).toBeVisible();
  await page.getByRole('button', { name: /^\d · Hard/ }).click();
  await expect(page.getByText('Session done')).toBeVisible();
  await page.getByRole('button', { name: 'Undo the last grade' }).click();
  await expect(estimate.getByRole('radio', { name: /All of it/ })).toBeChecked();
  // Revealing without it is possible: nothing is said then.
  await estimate.getByRole('radio', { name: /All of it/ }).click();
  await page.getByRole('button', { name: 'Reveal' }).click();
  await expect(page.getByRole('heading', { name: 'Key points' })).toBeVisible();
  await expect(page.getByText(/You said:/)).toHaveCount(0);
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('switch', { name: /Ask how much of it/ }).click();
  await expect(page.getByRole('switch', { name: /Ask how much of it/ })).not.toBeChecked();
  await practise(page, 'automate-or-not');
  await expect(estimate).toHaveCount(0);
});

test('a ticked sentence becomes a wording that counts in the next session, and can be taken back', async ({ page }) => {
  const first = 'Nobody but the shift lead may pull the lever for the second building, the script only prepares everything up to there.';
  await practise(page, 'automate-or-not');
  await answerField(page).fill(first);
  await page.keyboard.press('Control+Enter');
  const decision = page.getByRole('checkbox', { name: /a person decides/ });
  await expect(decision).not.toBeChecked();
  await decision.check();
  await expect(page.getByRole('textbox', { name: /Your wording for/ })).toHaveValue(/pull the lever/);
  await page.keyboard.press('w');
  await expect(page.getByText('your wording')).toBeVisible();
  await page.getByRole('button', { name: /^\d · Good/ }).click();
  await expect(page.getByText('Session done')).toBeVisible();

  await practise(page, 'automate-or-not');
  await answerField(page).fill(
    'In my team the shift lead pulls the lever for the second building, and nobody else may; the rest the script prepares.',
  );
  await page.keyboard.press('Control+Enter');
  await expect(decision).toBeChecked();
  await expect(page.getByText('your wording')).toBeVisible();

  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const wordings = page.getByRole('table', { name: 'Your wordings' });
  await expect(wordings).toContainText('pull the lever');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as YAML' }).click();
  expect((await download).suggestedFilename()).toBe('own-wordings.yaml');
  await wordings.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.getByRole('alert').filter({ hasText: 'Removed.' }).getByRole('button', { name: 'Undo' }).click();
  await expect(wordings).toContainText('pull the lever');
});

test('a story is shown by its build and what it touches, never by points found', async ({ page }) => {
  await practise(page, 'rebuild-own-part');
  await answerField(page).fill(
    'Last year our cluster kept failing at night. I moved the index to its own disks. As a result the run went from 9 hours to 2 hours. In hindsight I should have measured first.',
  );
  await page.keyboard.press('Control+Enter');
  const story = page.getByRole('region', { name: 'How it is told' });
  await expect(story.getByRole('listitem').filter({ hasText: 'What the number was before' })).toContainText('from 9 hours to 2 hours');
  await expect(story).toContainText('“I” 2 times, “we” 1 time.');
  await expect(page.getByText(/^(found|not detected|perhaps denied)$/)).toHaveCount(0);
  await expect(page.getByText(/Likely complete|Partly found|Little found/)).toHaveCount(0);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('a list of terms gets no points and is told why', async ({ page }) => {
  await practise(page, 'automate-or-not');
  await answerField(page).fill(
    'automation, runbook, toil, blast radius, rollback, approval, fencing, replication lag, rate limit, audit trail, guardrails, failover',
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/These are terms in a row/)).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

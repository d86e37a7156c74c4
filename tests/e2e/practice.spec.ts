import { expect, type Locator, type Page, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

let app: RunningApp;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  await page.goto(await app.start('--sample'));
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});
test.afterEach(() => app.remove());

/** Moves the focus on by the Tab key until it is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not get there.');
}

async function goToDrill(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: 'Drill', level: 1 })).toBeVisible();
}

/** Starts a session of one question of a kind, by keyboard. */
async function startKind(page: Page, kind: string): Promise<void> {
  await goToDrill(page);
  await tabTo(page, page.getByRole('button', { name: /Choose what to practise/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('combobox', { name: 'Kinds' }));
  await page.keyboard.type(kind);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('textbox', { name: 'Questions in this session' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1');
  // The made-up person has answered the only question of some kinds, and it is not due.
  await tabTo(page, page.getByRole('switch', { name: /Whether due or not/ }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Practise these' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByText(kind, { exact: true })).toBeVisible();
}

const answerText = (page: Page): Locator => page.getByRole('textbox', { name: 'Your answer' });

/** What each kind needs, by keyboard alone. */
const ANSWERS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  Recall: typeWords,
  Explain: typeWords,
  Compare: typeWords,
  Read: typeWords,
  Behavioural: typeWords,
  'Own part': typeWords,
  Choice: async (page) => {
    await page.keyboard.press('b');
    await expect(page.getByRole('radio').nth(1)).toBeChecked();
  },
  Order: async (page) => {
    const steps = page.getByRole('list', { name: 'Put the steps in order' }).getByRole('listitem');
    const first = await steps.first().innerText();
    await tabTo(page, steps.first().getByRole('button', { name: /^Move: / }));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(steps.nth(1)).toContainText(first.replace(/^\d+\s*/, ''));
  },
  Diagnose: async (page) => {
    // Not every diagnosis has acts to choose from.
    if ((await page.getByText('What do you do?').count()) > 0) {
      await page.keyboard.press(((await page.getByRole('article').locator('kbd').first().textContent()) ?? '').toLowerCase());
      await expect(page.getByRole('list', { name: 'What you did' }).getByRole('listitem')).toHaveCount(1);
    }
    await typeWords(page);
  },
  Estimate: async (page) => {
    await tabTo(page, page.getByRole('article').getByRole('textbox').first());
    await page.keyboard.type('42');
  },
  Design: typeWords,
  Command: async (page) => {
    await tabTo(page, page.getByRole('textbox', { name: 'The command line' }));
    await page.keyboard.type('uname -a');
  },
};

async function typeWords(page: Page): Promise<void> {
  await tabTo(page, answerText(page));
  await page.keyboard.type('First I look at what users see, then I change one thing at a time.');
}

test('a question of every kind is answered and graded by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  for (const [kind, give] of Object.entries(ANSWERS)) {
    await test.step(kind, async () => {
      await startKind(page, kind);
      await give(page);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { name: 'Model answer' })).toBeVisible();
      await page
        .locator('body')
        .evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
      await page.keyboard.press('a');
      await expect(page.getByRole('checkbox').first()).toBeChecked();
      await page.keyboard.press('3');
      await expect(page.getByText('Session done')).toBeVisible();
    });
  }
});

test('the day of the interview turns practice towards it: the plan, its limits and what does not fit', async ({ page }) => {
  await page.getByRole('link', { name: 'Gaps', exact: true }).click();
  await page.getByRole('tab', { name: 'Plan' }).click();
  const day = new Date(Date.now() + 9 * 86_400_000);
  await page
    .getByLabel(/interview/i)
    .first()
    .fill(day.toISOString().slice(0, 10));
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Drill', exact: true }).click();
  const plan = page.getByRole('region', { name: 'Until the interview' });
  await expect(plan).toContainText(/[89] days left/);
  await plan.getByText('Table', { exact: true }).click();
  await expect(plan.getByRole('row')).toHaveCount(10, { timeout: 5000 });
  await expect(page.getByRole('heading', { name: 'What will not fit' })).toBeVisible();
  const raise = page.getByRole('button', { name: /Allow \d+ new a day/ });
  await raise.click();
  await expect(raise).toBeHidden();
  await plan.getByRole('button', { name: /Save/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  expect((await download).suggestedFilename()).toBe('plumbline-interview-plan.csv');
});

test('an answer is undone after a restart, and the question comes again with its text', async ({ page }) => {
  await startKind(page, 'Explain');
  await typeWords(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /^\d · Good/ }).click();
  await expect(page.getByText('Session done')).toBeVisible();
  const { pathname } = new URL(page.url());
  expect(await app.stop()).toBe(0);
  const address = new URL(await app.start());
  await page.goto(address.href);
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.goto(`${address.origin}${pathname}`);
  await page.getByRole('button', { name: 'Undo the last grade' }).click();
  await expect(answerText(page)).toHaveValue(/^First I look/);
});

test('a question put off or suspended is left out of the session, and a suspended one can be had back', async ({ page }) => {
  await page.getByRole('button', { name: 'Start a drill' }).click();
  const asked = page.getByText(/Question 1 of (\d+)/);
  await expect(asked).toHaveText('Question 1 of 10');
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('menuitem', { name: 'Not today' }).click();
  await expect(asked).toHaveText('Question 1 of 9');
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('menuitem', { name: 'Suspend' }).click();
  await expect(asked).toHaveText('Question 1 of 8');
  await page.getByRole('link', { name: 'Drill', exact: true }).click();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByRole('heading', { name: 'Put aside' })).toBeHidden();
});

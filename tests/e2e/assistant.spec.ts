import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { ModelServer } from '../model-server.ts';
import { RunningApp } from './running-app.ts';

const ANSWER =
  'Every leaf is told by the others which address sits where, so it can reply by itself and the question need not travel to all the other racks at all.';
const QUOTE = 'the question need not travel to all the other racks';

let app: RunningApp;
let server: ModelServer;
let modelAddress: string;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  server = new ModelServer();
  modelAddress = await server.start();
  await page.goto(await app.start('--sample'));
});
test.afterEach(async () => {
  await server.stop();
  await app.remove();
});

const section = (page: Page) => page.getByRole('region', { name: 'Your local model' });

async function setUp(page: Page, address: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('switch', { name: 'Ask my local model after the reveal' }).check({ force: true });
  await page.getByRole('textbox', { name: 'Address' }).fill(address);
  await page.getByRole('textbox', { name: 'Model' }).fill('small');
  await page.getByRole('button', { name: 'Save local model' }).click();
}

async function answer(page: Page, id: string, text: string): Promise<void> {
  await page.getByRole('link', { name: 'Questions', exact: true }).click();
  await page.getByRole('textbox', { name: /Search/ }).fill(id);
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Practise this question' }).click();
  await page.getByRole('textbox', { name: 'Your answer' }).fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Key points' })).toBeVisible();
}

test('a local model is set up, tested, and adds a point with the answer’s own words; the person still ticks', async ({ page }) => {
  server.behaviour = () =>
    JSON.stringify({
      found: [
        { id: 'flood', quote: QUOTE.toUpperCase() },
        { id: 'wrong', quote: 'silent hosts are in no table' },
      ],
    });
  await setUp(page, modelAddress);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('The server answers and has small.')).toBeVisible();
  await answer(page, 'net.evpn.arp-suppression', ANSWER);
  await expect(section(page).getByRole('listitem')).toHaveCount(1);
  await expect(section(page)).toContainText('It avoids flooding to every remote VTEP found by your local model');
  await expect(section(page).locator('mark')).toHaveText(QUOTE);
  await expect(page.getByRole('checkbox', { name: /It avoids flooding/ })).not.toBeChecked();
  await expect(page.getByText('Little found by its words.', { exact: false })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
  await page.keyboard.press('b');
  await expect(page.getByRole('checkbox', { name: /It avoids flooding/ })).toBeChecked();
  await page.getByRole('button', { name: /^3 · Good/ }).click();
  await expect(page.getByText('Session done')).toBeVisible();
  await expect(page.getByRole('cell', { name: '1 of 3' })).toBeVisible();
});

test('a model that hangs or fails is one sentence; it can be stopped and asked again, and grading does not wait', async ({ page }) => {
  server.behaviour = 'slow';
  await setUp(page, modelAddress);
  await answer(page, 'net.evpn.arp-suppression', ANSWER);
  await expect(page.getByRole('button', { name: /^3 · Good/ })).toBeEnabled();
  await section(page).getByRole('button', { name: 'Stop' }).click();
  await expect(section(page)).toContainText('Stopped.');
  await expect.poll(() => server.gone).toBe(1);
  server.behaviour = 'error';
  await section(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(section(page)).toContainText('The local model failed (status 500). Everything else works as before.');
  await page.getByRole('button', { name: /^3 · Good/ }).click();
  await expect(page.getByText('Session done')).toBeVisible();
});

test('stories are not sent, and an address outside the own network wants a second yes that says what goes where', async ({ page }) => {
  await setUp(page, modelAddress);
  await answer(page, 'packet-loss-claim', 'In my last job I told a colleague that his numbers were wrong, and it was me who was wrong.');
  await expect(section(page)).toContainText('Stories are not sent to it.');
  expect(server.received).toEqual([]);
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill('https://models.example.com/v1');
  await page.getByRole('button', { name: 'Save local model' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send your answers out of your network?' });
  await expect(dialog).toContainText('https://models.example.com is not on this machine or a private network.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(modelAddress);
  await page.getByRole('textbox', { name: 'Address' }).fill('https://models.example.com/v1');
  await page.getByRole('button', { name: 'Save local model' }).click();
  await dialog.getByRole('button', { name: 'Yes, send them to https://models.example.com' }).click();
  await expect(page.getByText('you agreed that answers are sent there')).toBeVisible();
});

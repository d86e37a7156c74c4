import { expect, type Page, test } from '@playwright/test';
import { RunningApp } from './running-app.ts';

const NOTES = 'tests/fixtures/harbour-notes.md';
const NEWER = 'tests/fixtures/harbour-notes-v2.md';

let app: RunningApp;

test.beforeEach(async ({ page }) => {
  app = new RunningApp();
  await page.goto(await app.start());
  await page.getByRole('link', { name: 'Import', exact: true }).click();
});
test.afterEach(() => app.remove());

async function importFile(page: Page, file: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
}

function item(page: Page, key: string) {
  return page.locator(`[data-item="${key}"]`);
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Add \d+ skills to my profile/ }).click();
  await expect(page.getByRole('heading', { name: 'Review' })).toHaveCount(0);
  await expect(page.getByText('are in your profile now')).toHaveCount(1);
}

async function openSkill(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await page.getByRole('button', { name, exact: true }).click();
}

test('a document is reviewed by keyboard, three things are corrected, and the skills show their places', async ({ page }) => {
  // Dropped, not chosen.
  const dropped = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'harbour-notes.md', { type: 'text/markdown' }));
      return data;
    },
    (await import('node:fs')).readFileSync(NOTES, 'utf8'),
  );
  await page.getByLabel('Drop documents here').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();

  // First correction: a level, by keyboard alone.
  const list = page.getByRole('region', { name: 'What was found' });
  for (let press = 0; press < 30 && !(await item(page, 'skill:ansible').getAttribute('data-selected')); press += 1)
    await page.keyboard.press('j');
  await expect(item(page, 'skill:ansible')).toHaveAttribute('data-selected', 'true');
  await expect(page.locator('mark[data-key="skill:ansible"][data-selected]').first()).toBeInViewport();
  await page.keyboard.press('5');
  await expect(item(page, 'skill:ansible')).toContainText('5 Authority');
  await page.keyboard.press('u');
  await expect(item(page, 'skill:ansible')).toContainText('4 Advanced');
  await page.keyboard.press('5');

  // Second: something left out. A click in the text finds it in the list.
  await page.locator('mark[data-key="skill:vsphere"]').first().click();
  await expect(item(page, 'skill:vsphere')).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('x');
  await expect(item(page, 'skill:vsphere')).toHaveAttribute('data-out', 'true');

  // Third: something missed, added by selecting it.
  await page
    .getByRole('region', { name: 'The document' })
    .locator('span', { hasText: 'ship registry' })
    .first()
    .evaluate((piece) => {
      const text = piece.firstChild;
      const at = text?.textContent?.indexOf('ship registry') ?? -1;
      if (text === null || at < 0) throw new Error('no such words');
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 'ship registry'.length);
      window.getSelection()?.removeAllRanges();
      window.getSelection()?.addRange(range);
      piece.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
    });
  await page.getByRole('dialog', { name: 'Add what was missed' }).getByRole('button', { name: 'Skill', exact: true }).click();
  await page.getByRole('combobox', { name: 'Which skill is it?' }).press('Enter');
  await expect(list.getByRole('region', { name: 'Marked by you' })).toContainText('ship registry');

  await confirm(page);
  await openSkill(page, 'Ansible');
  await expect(page.getByRole('dialog')).toContainText('5');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'ship registry', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'VMware vSphere', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Ceph', exact: true }).click();
  await page.locator('[role=dialog] a[href*="?at="]').first().click();
  await expect(page.getByRole('heading', { name: 'Review' })).toBeVisible();
  await expect(page.locator('mark[data-key="skill:ceph"]').first()).toBeInViewport();
});

test('nothing of who the person is enters the profile', async ({ page }) => {
  await importFile(page, NOTES);
  await expect(page.getByRole('region', { name: 'Personal data' })).toContainText('ilka@brandvold.example');
  await confirm(page);
  const profile = await page.evaluate(async () => (await fetch('/api/export/profile.json')).text());
  expect(profile).toContain('Lofthus Harbour');
  for (const personal of ['Ilka', 'brandvold.example', '55 50 12'])
    expect(profile.replace(/"documents":[\s\S]*?\]/, '')).not.toContain(personal);
});

test('a newer version shows what is new, changed and gone, and its undo brings the earlier one back', async ({ page }) => {
  await importFile(page, NOTES);
  await confirm(page);
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await importFile(page, NEWER);
  await expect(page.getByText('A newer version of harbour-notes.md')).toBeVisible();
  await expect(item(page, 'skill:terraform')).toContainText('new');
  await expect(item(page, 'skill:ansible')).toContainText('level changed');
  await expect(page.getByRole('region', { name: 'No longer in the document' })).toContainText('Ceph');
  await page.getByText('Changed', { exact: true }).click();
  await expect(item(page, 'skill:terraform')).toHaveCount(0);
  await confirm(page);
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Terraform', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ceph', exact: true })).toHaveCount(0);

  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Replaced by a newer version')).toBeVisible();
  await page.getByRole('button', { name: 'More for harbour-notes-v2.md' }).click();
  await page.getByRole('menuitem', { name: 'Undo the import' }).click();
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Ceph', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Terraform', exact: true })).toHaveCount(0);
});

test('two found skills are merged, and a place is split off', async ({ page }) => {
  await importFile(page, NOTES);
  await item(page, 'skill:proxmox').getByRole('button').first().click();
  await page.keyboard.press('m');
  await item(page, 'skill:vsphere').getByRole('button').first().click();
  await page.keyboard.press('m');
  await expect(item(page, 'skill:proxmox')).toContainText('VMware vSphere');
  await item(page, 'skill:ceph').getByRole('button').first().click();
  await item(page, 'skill:ceph').getByRole('button', { name: 'This place is about something else' }).last().click();
  await page.getByRole('combobox', { name: 'What is this place about?' }).fill('Registry storage');
  await page.keyboard.press('Enter');
  await expect(item(page, 'skill:ceph')).toContainText('split off as Registry storage');
  await confirm(page);
  await page.getByRole('link', { name: 'Skills', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Registry storage', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Proxmox VE', exact: true })).toHaveCount(0);
});

test('a large document shows how far it is, and can be cancelled with nothing stored', async ({ page }) => {
  const line = '- Operated Ceph, Proxmox and Ansible on 12 nodes; wrote the runbooks and trained the team.\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'large.md', mimeType: 'text/markdown', buffer: Buffer.from(`# Notes\n${line.repeat(60_000)}`) });
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('No document yet')).toBeVisible();
  await page.reload();
  await expect(page.getByText('No document yet')).toBeVisible();
});

test('several files are read one after the other, and a broken one does not stop the rest', async ({ page }) => {
  await page.locator('input[type=file]').setInputFiles([
    { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing more') },
    { name: 'matrix.csv', mimeType: 'text/csv', buffer: Buffer.from('Skill;Level\nAnsible;3\nPostgreSQL;4\n') },
  ]);
  await expect(page.getByText('damaged PDF')).toBeVisible();
  await expect(page.getByText('matrix.csv')).toBeVisible();
});

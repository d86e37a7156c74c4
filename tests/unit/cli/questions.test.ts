import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/main.ts', 'questions', ...args, '--data', join(folder, 'data')], {
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return { status, stdout, stderr };
}

const json = (...args: string[]): unknown => JSON.parse(run(...args, '--json').stdout);

describe('questions from and to files, at a terminal', () => {
  it('come in as the dry run said, and go out as a package that brings nothing new', () => {
    const table = join(folder, 'mine.csv');
    writeFileSync(table, 'front,back,tags\nWhat is ARP?,It finds the MAC address,net\nWhat is NDP?,,\n');
    const counts = { new: 1, updated: 0, same: 0, twin: 0, bank: 0, schedules: 0, leftOut: 1 };
    expect(json('import', table, '--dry-run')).toMatchObject({
      counts,
      problems: ['Row 3: it has no answer.'],
      first: [{ action: 'new' }],
    });
    expect(json('import', table)).toMatchObject({ counts });
    const out = join(folder, 'out.apkg');
    expect(json('export', out, '--origin', 'imported')).toEqual({ path: out, count: 1 });
    expect(json('import', out)).toMatchObject({ counts: { same: 1, new: 0, updated: 0, leftOut: 0 }, changeId: null });
  }, 120_000);

  it('say in one line what is wrong with them', () => {
    const file = join(folder, 'x.apkg');
    writeFileSync(file, 'no package');
    const cases = [
      [['import', file], /no Anki package/],
      [['export', join(folder, 'x.pdf'), '--format', 'pdf'], /csv, json, md, apkg, not as “pdf”/],
      [['export', join(folder, 'x.csv'), '--origin', 'theirs'], /“theirs” is no origin/],
      [['swap', 'x'], /questions import FILE/],
    ] as const;
    for (const [args, words] of cases) {
      const { status, stdout, stderr } = run(...args);
      expect(stderr).toMatch(words);
      expect([status, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
    }
  }, 120_000);
});

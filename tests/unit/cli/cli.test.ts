import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { STANCES } from '../../../core/import/types.ts';

const DOCUMENT = 'tests/fixtures/messy-skills.txt';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/main.ts', ...args, '--data', join(folder, 'data')], {
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return { status, stdout, stderr };
}

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const offset = z.int().min(0);
const span = z.object({ text: z.string(), start: offset, end: offset });
const importSchema = z.object({
  document: z.object({ name: z.string(), format: z.string(), language: z.string(), bytes: z.int() }),
  skills: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      category: z.string(),
      surfaces: z.array(z.string()).min(1),
      section: z.string().nullable(),
      stance: z.enum(STANCES),
      level: z.object({ value: z.number().min(0).max(5).nullable(), raw: z.string().nullable(), reasons: z.array(z.string()) }),
      years: z.number().nullable(),
      evidence: z.array(span).min(1),
    }),
  ),
  gaps: z.array(span.extend({ skills: z.array(z.string()) })),
  caveats: z.array(span),
  stories: z.array(z.object({ title: z.string(), start: offset, end: offset })),
  scales: z.array(span.extend({ value: z.number(), unit: z.string(), skills: z.array(z.string()) })),
});
const level = z.number().min(0).max(5);
const gapSchema = z.object({
  role: z.object({ id: z.string(), name: z.string() }),
  fit: z.object({ expected: z.number().nullable(), low: z.number(), high: z.number() }),
  layers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      fit: z.object({ expected: z.number().nullable(), low: z.number(), high: z.number() }),
      competencies: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          required: level,
          level: level.nullable(),
          low: level,
          high: level,
          self: level.nullable(),
          observed: level.nullable(),
          gap: level,
          priority: z.number().min(0),
          importance: z.enum(['must', 'should', 'nice']),
          skills: z.array(z.string()).min(1),
        }),
      ),
    }),
  ),
});

describe('import --dry-run', () => {
  it('gives the contract’s JSON, every span exactly its slice, and writes nothing', () => {
    const { status, stdout } = run('import', DOCUMENT, '--dry-run', '--json');
    expect(status).toBe(0);
    const result = importSchema.parse(JSON.parse(stdout));
    expect(result.skills.length).toBeGreaterThan(45);
    expect(result.gaps.length).toBeGreaterThan(0);
    const text = readFileSync(DOCUMENT, 'utf8').replace(/^\uFEFF/, '');
    const spans = [...result.skills.flatMap(({ evidence }) => evidence), ...result.gaps, ...result.caveats, ...result.scales];
    for (const one of spans) expect(text.slice(one.start, one.end)).toBe(one.text);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('import and gap', () => {
  it('keep what was imported, once, and compare with the role', () => {
    expect(run('import', DOCUMENT).stdout).toMatch(/skills taken/);
    expect(run('import', DOCUMENT).stdout).toMatch(/already: nothing was changed/);
    const { status, stdout } = run('gap', '--role', 'multi-dc-sre', '--json');
    expect(status).toBe(0);
    const { layers, fit } = gapSchema.parse(JSON.parse(stdout));
    expect(layers.length).toBeGreaterThanOrEqual(7);
    expect(layers.flatMap(({ competencies }) => competencies).length).toBeGreaterThanOrEqual(35);
    expect(fit.low).toBeLessThanOrEqual(fit.expected ?? Number.NaN);
    expect(fit.high).toBeGreaterThanOrEqual(fit.expected ?? Number.NaN);
    const exported = z.object({ skills: z.array(z.unknown()).min(40) }).parse(JSON.parse(run('export').stdout));
    expect(exported.skills.length).toBe(z.array(z.unknown()).parse(JSON.parse(run('skills', '--json').stdout)).length);
    expect(run('backup').stdout).toMatch(/made and checked/);
    expect(run('doctor').stdout).toMatch(/database\s+sound/);
  }, 60_000);

  it('show an empty profile as unknown, not as zero', () => {
    const { fit, layers } = gapSchema.parse(JSON.parse(run('gap', '--role', 'multi-dc-sre', '--json').stdout));
    expect(fit).toEqual({ expected: null, low: 0, high: 100 });
    expect(layers.flatMap(({ competencies }) => competencies).every(({ level: known }) => known === null)).toBe(true);
  });
});

describe('a user’s error', () => {
  it.each([
    ['a role that does not exist', () => ['gap', '--role', 'nope'], /no role “nope”.*multi-dc-sre/],
    ['a file that is not there', () => ['import', '/nowhere/cv.md'], /no file \/nowhere\/cv\.md/],
    ['an empty file', () => ['import', file('empty.md', ' \n')], /empty/i],
    ['a binary file', () => ['import', file('scan.pdf', '%PDF-1.7\n%\u0000\u0001')], /PDF/],
    ['a file of 40 MB', () => ['import', file('big.txt', Buffer.alloc(40e6, 'a'))], /32 MB/],
    ['an unknown command', () => ['dance'], /no command “dance”/],
    ['an unknown option', () => ['skills', '--colour'], /--help/],
  ])('(%s) is one line on stderr and exit status 1', (_what, args, words) => {
    const { status, stdout, stderr } = run(...args());
    expect(stderr).toMatch(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
});

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

const fitSchema = z.object({ expected: z.number().nullable(), low: z.number(), high: z.number(), assessedShare: z.number() });
const standingSchema = z.object({ fit: fitSchema, band: z.string(), musts: z.object({ met: z.int(), total: z.int() }) });

describe('roles, plan and report', () => {
  it('answer with JSON as documented', () => {
    run('import', DOCUMENT);
    const roles = z
      .array(
        standingSchema.extend({
          id: z.string(),
          origin: z.enum(['shipped', 'own']),
          competencies: z.int(),
          needs: z.array(z.string()),
          hours: z.number(),
        }),
      )
      .parse(JSON.parse(run('roles', '--json').stdout));
    expect(roles.length).toBeGreaterThanOrEqual(10);
    const fits = roles.map(({ fit }) => fit.expected ?? -1);
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
    const planned = z
      .object({
        hours: z.number(),
        daysLeft: z.int().nullable(),
        plan: z.object({
          steps: z.array(
            z.object({
              competencyId: z.string(),
              from: z.number(),
              to: z.number(),
              hours: z.number(),
              gain: z.number(),
              weeks: z.array(z.int()).length(2),
            }),
          ),
          hoursLeft: z.number(),
          hoursBeyond: z.number(),
        }),
        before: standingSchema,
        after: standingSchema,
        unknownMusts: z.int(),
      })
      .parse(JSON.parse(run('plan', '--role', 'multi-dc-sre', '--hours', '10', '--json').stdout));
    expect(planned.hours).toBe(80);
    expect(planned.plan.steps.reduce((sum, { hours }) => sum + hours, 0)).toBeLessThanOrEqual(80);
    expect(planned.after.fit.expected).toBeGreaterThan(planned.before.fit.expected ?? 100);
    const { text } = z
      .object({ name: z.string(), text: z.string() })
      .parse(JSON.parse(run('report', '--role', 'multi-dc-sre', '--json').stdout));
    expect(text).toContain('# Where I stand: Multi-datacenter SRE');
  }, 60_000);

  it('take a role from a file, compare with it, and give it back', () => {
    const demands =
      'id: tiny\nversion: 1\nname: Tiny\nsummary: s\nlayers: [{id: l, name: L, competencies: [{id: pve.clusters, required: 4, importance: must, weight: 5}]}]\n';
    expect(run('role', 'import', file('tiny.yaml', demands)).stdout).toBe('Tiny is stored as the role own-tiny.\n');
    expect(run('gap', '--role', 'own-tiny').stdout).toContain('Multi-node Proxmox clusters');
    expect(run('role', 'export', 'own-tiny').stdout).toContain('name: Tiny');
  }, 60_000);
});

describe('a user’s error', () => {
  it.each([
    ['a role that does not exist', () => ['gap', '--role', 'nope'], /no role “nope”.*multi-dc-sre/],
    ['a file that is not there', () => ['import', '/nowhere/cv.md'], /no file \/nowhere\/cv\.md/],
    ['an empty file', () => ['import', file('empty.md', ' \n')], /empty/i],
    ['a binary file', () => ['import', file('scan.pdf', '%PDF-1.7\n%\u0000\u0001')], /PDF/],
    ['a file of 40 MB', () => ['import', file('big.txt', Buffer.alloc(40e6, 'a'))], /32 MB/],
    ['a role file that is none', () => ['role', 'import', file('role.yaml', 'name: x')], /cannot be read/],
    ['a day that is none', () => ['plan', '--role', 'multi-dc-sre', '--interview', 'soon'], /“soon” is no day/],
    ['hours that are none', () => ['plan', '--role', 'multi-dc-sre', '--hours', '-3h'], /Try --help|no number of hours/],
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

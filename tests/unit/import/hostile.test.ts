import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors.ts';
import { importDocument, readDocument } from '../../../core/import/index.ts';
import { MATCHER } from './small-taxonomy.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads and imports; what it cannot read it must refuse with words. @returns the error's code, or null. */
async function outcome(bytes: Uint8Array, name: string): Promise<string | null> {
  try {
    importDocument(await readDocument(bytes, name), MATCHER);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    if (!(error instanceof AppError)) return 'not an AppError';
    expect(error.message).toContain('Nothing was changed');
    expect(error.code).not.toBe('internal');
    return error.code;
  }
}

/** A generator of numbers below `below`, the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const next = numbers(seed);
  const copy = bytes.slice();
  const kind = seed % 4;
  if (kind === 0) return copy.slice(0, 10 + next(copy.length - 10));
  if (kind === 1) for (let count = 0; count < 40; count += 1) copy[20 + next(copy.length - 20)] = next(256);
  if (kind === 2) {
    const from = next(copy.length >> 1);
    copy.copyWithin(from, copy.length >> 1, (copy.length >> 1) + next(copy.length >> 1));
  }
  if (kind === 3) copy.fill(0, next(copy.length), copy.length);
  return copy;
}

describe('hostile input', () => {
  it.each(['09-sre-manager.docx', '10-cloud-engineer.pdf'])(
    'thirty damaged copies of %s are each read or refused with words',
    async (name) => {
      const bytes = new Uint8Array(readFileSync(join(CORPUS, name)));
      for (let seed = 1; seed <= 30; seed += 1) await outcome(mutated(bytes, seed), name);
    },
    60_000,
  );

  it('a small archive that unpacks to gigabytes is refused', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await outcome(bomb, 'cv.docx')).toBe('too_large');
    expect(await outcome(zipSync({ 'Skills.csv': new Uint8Array(100 * 1024 * 1024) }), 'export.zip')).toBe('too_large');
  }, 30_000);

  it('an archive inside an archive, and one with thousands of entries, are refused', async () => {
    expect(await outcome(zipSync({ 'a.zip': zipSync({ b: strToU8('x') }) }), 'a.zip')).toBe('unsupported');
    const many = Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`Skills.csv/${index}`, strToU8('x')]));
    expect(await outcome(zipSync(many), 'many.zip')).toBe('too_large');
  }, 30_000);

  it('a Word document nested beyond measure is refused', async () => {
    const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p>'.repeat(50_000)}`;
    expect(await outcome(zipSync({ 'word/document.xml': strToU8(xml) }), 'cv.docx')).toBe('too_large');
  });

  const deep = 100_000;
  it.each<[string, string, string]>([
    ['100,000 nested lists in HTML', 'a.html', `<html>${'<ul><li>Ceph'.repeat(deep)}`],
    ['100,000 nested elements in HTML', 'a.html', `<html>${'<div><b>'.repeat(deep)}x`],
    ['100,000 nested tables in HTML', 'a.html', `<html>${'<table><tr><td>'.repeat(deep)}x`],
    [
      '100,000 nested lists in Markdown',
      'a.md',
      '# A\n' + Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}- Ceph`).join('\n'),
    ],
    ['100,000 nested quotations', 'a.md', `# A\n${'>'.repeat(deep)} Ceph\n${'- '.repeat(deep)}x`],
    ['100,000 nested brackets in JSON', 'a.json', `${'['.repeat(deep)}1${']'.repeat(deep)}`],
    ['100,000 nested brackets in YAML', 'a.yaml', `a: ${'['.repeat(deep)}`],
    [
      'a tower of aliases in YAML',
      'a.yaml',
      'a: &a [x,x,x,x,x,x,x,x,x]\n' +
        Array.from(
          { length: 12 },
          (_, i) => `b${i}: &b${i} [${Array.from({ length: 9 }, () => `*${i === 0 ? 'a' : `b${i - 1}`}`).join(',')}]`,
        ).join('\n'),
    ],
    ['100,000 nested groups in LaTeX', 'a.tex', `\\begin{document}${'\\textbf{'.repeat(deep)}x`],
    ['100,000 items without an end in LaTeX', 'a.tex', `\\begin{document}${'\\begin{itemize}\\item Ceph '.repeat(deep)}`],
    ['deep headings in org-mode', 'a.org', `${'*'.repeat(deep)} x\n${'- Ceph\n'.repeat(deep)}`],
    ['a row of a million columns', 'a.csv', `${'Ceph,'.repeat(1_000_000)}\n1,2\n`],
    ['a million rows', 'a.csv', 'Ceph,3\n'.repeat(1_000_000)],
    ['one line of ten megabytes', 'a.txt', 'Ceph and Ansible with Terraform, '.repeat(320_000)],
    ['ten megabytes without a space', 'a.txt', 'Ceph'.repeat(2_500_000)],
    ['ten megabytes of spaces', 'a.md', `# A\n${' '.repeat(10_000_000)}`],
    ['addresses without an end', 'a.txt', 'a@'.repeat(500_000) + 'http://'.repeat(200_000)],
    ['two hundred thousand addresses', 'a.txt', Array.from({ length: 200_000 }, (_, at) => `p${at}@example.org`).join('\n')],
    ['digits without an end', 'a.txt', '1 '.repeat(1_000_000) + '9'.repeat(1_000_000)],
    ['brackets and stars', 'a.md', `# A\n${'[(*_`'.repeat(400_000)}`],
    ['capital letters', 'a.txt', 'A '.repeat(1_000_000)],
    ['words of a rule without their end', 'a.txt', 'migrated the the the the the the '.repeat(60_000)],
    ['quotes in CSV', 'a.csv', '"'.repeat(1_000_001)],
    ['stars of a legend', 'a.txt', 'Level 1 = a, '.repeat(150_000)],
  ])(
    '%s end within seconds',
    async (_, name, text) => {
      const startedAt = performance.now();
      await outcome(utf8(text), name);
      // Generous for a busy machine: what is not linear takes minutes on these.
      expect(performance.now() - startedAt).toBeLessThan(20_000);
    },
    60_000,
  );
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildMatcher, decodeDocument, importDocument } from '../../../core/import/index.ts';
import { readContent } from '../../../db/content/load.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SEEDS = join(ROOT, '..', 'shared', 'seeds');
const names = existsSync(SEEDS) ? readdirSync(SEEDS) : [];
const FEWEST_SKILLS = 60;

if (names.length === 0) console.log('The five example documents are not here: their import is not tested in this run.');

describe.runIf(names.length > 0)('the five example documents', () => {
  const matcher = buildMatcher(readContent(join(ROOT, 'assets')).parse().skills);

  it.each(names.flatMap((name) => [[name], [name.replace(/\.txt$/, '.md')]]))('import as %s, every span exactly its slice', (name) => {
    const bytes = readFileSync(join(SEEDS, name.replace(/\.md$/, '.txt')));
    const document = decodeDocument(bytes, name);
    const result = importDocument(document, matcher);
    expect(result.skills.length).toBeGreaterThan(FEWEST_SKILLS);
    const evidence = result.skills.flatMap((skill) => skill.evidence);
    for (const { text, start, end } of [
      ...evidence,
      ...evidence.map(({ mention }) => mention),
      ...result.gaps,
      ...result.caveats,
      ...result.scales,
    ]) {
      expect(document.text.slice(start, end)).toBe(text);
    }
  });
});

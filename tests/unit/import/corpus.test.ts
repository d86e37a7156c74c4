import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildMatcher, importDocument, readDocument } from '../../../core/import/index.ts';
import type { DecodedDocument, ImportResult, Span } from '../../../core/import/types.ts';
import { readContent } from '../../../db/content/load.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');
const matcher = buildMatcher(readContent(join(import.meta.dirname, '../../../assets')).parse().skills);

/** Every stretch of the text that a result names. */
function spansOf(result: ImportResult): Span[] {
  const parts = result.stories.flatMap(({ situation, task, action, result: outcome, lesson }) => [
    situation,
    task,
    action,
    outcome,
    lesson,
  ]);
  return [
    ...result.skills.flatMap(({ evidence, level }) => [...evidence, ...evidence.map(({ mention }) => mention), ...level.claims]),
    ...result.gaps,
    ...result.caveats,
    ...parts.filter((part) => part !== null),
    ...result.scales,
    ...result.positions,
    ...result.education,
    ...result.certifications,
    ...result.languages,
    ...result.personal,
    ...(result.legend === null ? [] : [result.legend]),
  ];
}

async function imported(name: string): Promise<{ document: DecodedDocument; result: ImportResult }> {
  const document = await readDocument(new Uint8Array(readFileSync(join(CORPUS, name))), name);
  return { document, result: importDocument(document, matcher, { thisYear: 2026 }) };
}

describe('every document of the corpus, in every format,', () => {
  const names = readdirSync(CORPUS).filter((name) => !/\.gold\.yaml$|^README/.test(name));

  it('is there', () => {
    expect(names.length).toBeGreaterThan(20);
  });

  it.each(names)('gives only spans that are the text they name, and the same twice (%s)', async (name) => {
    const { document, result } = await imported(name);
    const spans = spansOf(result);
    expect(spans.length).toBeGreaterThan(20);
    for (const { text, start, end } of spans) {
      expect(end).toBeGreaterThan(start);
      expect(text).toBe(document.text.slice(start, end));
    }
    for (const { evidence } of result.skills) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const each of evidence) {
        expect(each.mention.start).toBeGreaterThanOrEqual(each.start);
        expect(each.mention.end).toBeLessThanOrEqual(each.end);
      }
    }
    expect(importDocument(document, matcher, { thisYear: 2026 })).toEqual(result);
  });

  it.each(names)('reports no personal word as a skill (%s)', async (name) => {
    const { result } = await imported(name);
    for (const { start, end } of result.personal)
      for (const { evidence } of result.skills)
        expect(evidence.filter(({ mention }) => mention.start < end && mention.end > start)).toEqual([]);
  });
});

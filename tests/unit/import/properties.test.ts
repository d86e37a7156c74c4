import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument, type ImportResult, importDocument, type Span } from '../../../core/import/index.ts';
import { MATCHER, SKILLS } from './small-taxonomy.ts';

const names = SKILLS.flatMap((skill) => [skill.name, ...skill.aliases]);
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ' ',
      '\n',
      '\r\n',
      '\n\n',
      '- ',
      '  * ',
      '# ',
      '## ',
      '| ',
      ' |\n',
      '|---|---|\n',
      '**',
      '`',
      '[',
      '](x)',
      '```\n',
      ': ',
      ', ',
      '/',
      '. ',
      '→',
      '★★★☆☆',
      '\t',
      '<b>',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'no ',
      'migrated from ',
      'expert',
      'Level: ',
      '5 years of ',
      '200 TB/day',
      'Learning gaps\n',
      'Lesson: ',
      'Context: ',
      'I should have ',
      'like ',
      'é',
      '😀',
      'ﬁ',
      'İ',
      '\u0301',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

function spansOf(result: ImportResult): Span[] {
  const parts = result.stories.flatMap((story) => [story.situation, story.task, story.action, story.result, story.lesson]);
  return [
    ...result.skills.flatMap((skill) => skill.evidence.flatMap((each) => [each, each.mention])),
    ...result.gaps,
    ...result.caveats,
    ...result.scales,
    ...parts.filter((part) => part !== null),
  ];
}

describe('any document', () => {
  it.each(['markdown', 'text'] as const)('imports as %s without failing, and every span is the text it names', (format) => {
    fc.assert(
      fc.property(text, (content) => {
        const result = importDocument({ name: 'x', text: content, format, bytes: content.length }, MATCHER);
        for (const span of spansOf(result)) expect(content.slice(span.start, span.end)).toBe(span.text);
        for (const skill of result.skills) {
          expect(skill.confidence).toBeGreaterThanOrEqual(0);
          expect(skill.confidence).toBeLessThanOrEqual(1);
          for (const each of skill.evidence) {
            expect(each.start).toBeLessThanOrEqual(each.mention.start);
            expect(each.end).toBeGreaterThanOrEqual(each.mention.end);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same result twice', () => {
    fc.assert(
      fc.property(text, (content) => {
        const document = { name: 'x', text: content, format: 'text' as const, bytes: content.length };
        expect(importDocument(document, MATCHER)).toEqual(importDocument(document, MATCHER));
      }),
      { numRuns: 50 },
    );
  });

  it('is refused with words or read, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          importDocument(decodeDocument(bytes, 'x.txt'), MATCHER);
        } catch (error) {
          expect(error).toHaveProperty('code');
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a large document', () => {
  it.each([
    ['prose', 'We run Ansible, Terraform and no Kubernetes for 200 users. Migrated from vSphere to Proxmox. '],
    ['list', '- Kafka: expert, 5 nodes\n'],
    ['Markdown without a blank line', '**Ansible** [x](y) and `Kafka` | a | b |\n'],
    ['spaces', ' '.repeat(1000)],
    ['brackets', '[[((** '],
  ])('of one piece repeated takes linear time (%s)', (_, part) => {
    const content = `# A\n${part.repeat(Math.ceil(400_000 / part.length))}`;
    const startedAt = performance.now();
    importDocument({ name: 'x', text: content, format: 'markdown', bytes: content.length }, MATCHER);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it('reports its steps and can be cancelled', () => {
    const steps: string[] = [];
    const document = { name: 'x', text: 'Ansible', format: 'text' as const, bytes: 7 };
    importDocument(document, MATCHER, { onProgress: (step) => steps.push(step) });
    expect(steps).toEqual(['blocks', 'skills', 'statements', 'done']);
    expect(() => importDocument(document, MATCHER, { signal: AbortSignal.abort() })).toThrow();
  });
});

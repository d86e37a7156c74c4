import fc from 'fast-check';
import { type Question, questionSchema } from '../../../core/content/question.ts';

/** Texts with everything a format could trip over. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    '=cmd()',
    "'=1+1",
    '-- ; | * \\ \\n',
    '## a heading\n### another\n- Kind: x',
    '<!-- plumbline {"a":1} -->',
    '<b>bold</b> & "quoted", it says',
    'a\r\nb\nc',
    '`code` and a lone ` here',
    '\u001f|\t;',
    'Qu’est-ce que l’ARP ? 日本語 👩‍🔧',
  ),
);
const text = nasty.filter((value) => value.trim() !== '').map((value) => value.trim());
const localized = fc.oneof(
  text.map((en) => ({ en })),
  fc.record({ en: text, fr: text }),
);
const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const tag = fc.stringMatching(/^[a-z0-9àéü+#./-]{1,12}(?: [a-z0-9]{1,5})?$/);
const points = fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        weight: fc.constantFrom(0.5, 1, 2),
        essential: fc.boolean(),
        text: localized,
        aliases: fc.record({ en: fc.array(text, { maxLength: 3 }) }),
      }),
    ),
  ),
);

const base = fc.record({
  id: fc.tuple(slug, slug).map(([a, b]) => `own.${a}.${b}`),
  version: fc.integer({ min: 1, max: 9 }),
  level: fc.integer({ min: 1, max: 5 }),
  timeLimitSec: fc.integer({ min: 30, max: 3600 }),
  competencies: fc.uniqueArray(fc.record({ id: fc.tuple(slug, slug).map(([a, b]) => `${a}.${b}`), weight: fc.constantFrom(0.2, 0.8, 1) }), {
    maxLength: 3,
    selector: ({ id }) => id,
  }),
  prompt: localized,
  modelAnswer: localized,
  keyPoints: points,
  followUps: fc.array(fc.record({ when: fc.constant('always'), level: fc.constant(4), prompt: localized }), { maxLength: 2 }),
  commonMistakes: fc.array(localized, { maxLength: 2 }),
  sources: fc.array(fc.record({ title: text, ref: text }), { maxLength: 2 }),
});

const ofKind = fc.oneof(
  fc.constantFrom('recall', 'explain', 'compare', 'behavioural').map((kind) => ({ kind })),
  text.map((material) => ({ kind: 'read', stimulus: { lang: 'text', text: material } })),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((accepts) => ({ kind: 'command', accepts })),
  fc.tuple(localized, localized, localized).map(([a, b, c]) => ({
    kind: 'choice',
    options: [
      { id: 'a', correct: false, text: a, misconception: b },
      { id: 'b', correct: true, text: b },
      { id: 'c', correct: false, text: c },
    ],
  })),
  fc.tuple(text, text, text).map((texts) => ({ kind: 'order', steps: texts.map((en, index) => ({ id: `s${index}`, text: { en } })) })),
  fc.tuple(text, text).map(([ask, unit]) => ({
    kind: 'estimate',
    variables: [{ id: 'n', values: [2, 3, 5] }],
    parts: [{ id: 'p', ask: { en: ask }, unit, value: 16, formula: 'n * 8', tolerance: { full: 0.01, partial: 0.1 }, slips: [] }],
  })),
);

/** Any question a person could have written. */
export const anyQuestion: fc.Arbitrary<Question> = fc
  .tuple(base, ofKind, fc.uniqueArray(tag, { maxLength: 3 }))
  .map(([question, kind, tags]) => questionSchema.parse({ ...question, ...kind, ...(tags.length > 0 ? { tags } : {}) }));

export const manyQuestions = fc.uniqueArray(anyQuestion, { maxLength: 5, selector: ({ id }) => id });

import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { asAnkiPackage, readQuestionFile } from '../../../api/question-files.ts';
import { htmlToText, textToHtml } from '../../../core/exchange/anki/html-text.ts';
import { difficultyOf, easeOf, scheduleFromAnki, scheduleToAnki } from '../../../core/exchange/anki/scheduling.ts';
import { sidesOf } from '../../../core/exchange/anki/templates.ts';
import { questionsAsCsv } from '../../../core/exchange/csv.ts';
import { flatten, plainQuestion, unflatten } from '../../../core/exchange/flat-question.ts';
import { questionsAsJson } from '../../../core/exchange/json.ts';
import { questionsAsMarkdown } from '../../../core/exchange/markdown.ts';
import { anyQuestion, manyQuestions } from './questions.ts';

const NOW_MS = Date.UTC(2027, 0, 4, 9);
const DAY_MS = 86_400_000;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, name: string) => readQuestionFile(typeof text === 'string' ? bytes(text) : text, name, NOW_MS);

describe('questions written to a file and read again are the same', () => {
  const formats = [
    ['CSV', 'q.csv', questionsAsCsv],
    ['JSON', 'q.json', questionsAsJson],
    ['Markdown', 'q.md', questionsAsMarkdown],
  ] as const;
  it.each(formats)('as %s', (_, name, write) => {
    fc.assert(
      fc.property(
        manyQuestions.filter(({ length }) => length > 0),
        (questions) => {
          const { questions: found, problems } = read(write(questions), name);
          expect(problems).toEqual([]);
          expect(found.map(({ question }) => question)).toEqual(questions);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('as an Anki package, with where their repetition stands', () => {
    const schedule = fc.record({
      days: fc.integer({ min: 1, max: 400 }),
      dueIn: fc.integer({ min: -40, max: 400 }),
      difficulty: fc.integer({ min: 10, max: 100 }).map((ten) => ten / 10),
      reps: fc.integer({ min: 1, max: 50 }),
      lapses: fc.integer({ min: 0, max: 9 }),
    });
    fc.assert(
      fc.property(fc.tuple(anyQuestion, fc.option(schedule), fc.boolean()), ([question, given, isSuspended]) => {
        const dueAtMs = NOW_MS + (given?.dueIn ?? 0) * DAY_MS;
        const out =
          given === null
            ? null
            : {
                state: 'review' as const,
                dueAtMs,
                stability: given.days,
                difficulty: given.difficulty,
                elapsedDays: 0,
                scheduledDays: given.days,
                learningSteps: 0,
                reps: given.reps,
                lapses: given.lapses,
                lastReviewAtMs: dueAtMs - given.days * DAY_MS,
              };
        const { questions: found, problems } = read(asAnkiPackage([{ question, schedule: out, isSuspended }], NOW_MS), 'q.apkg');
        expect(problems).toEqual([]);
        expect(found).toHaveLength(1);
        expect(found[0]?.question).toEqual(question);
        expect(found[0]?.isSuspended).toBe(isSuspended);
        const back = found[0]?.schedule ?? null;
        if (out === null || back === null) expect(back).toBe(out);
        else {
          expect(back).toMatchObject({
            state: 'review',
            reps: out.reps,
            lapses: out.lapses,
            stability: out.stability,
            scheduledDays: out.scheduledDays,
          });
          expect(back.difficulty).toBeCloseTo(out.difficulty, 3);
          // Anki counts due days: half a day may be lost.
          expect(Math.abs(back.dueAtMs - out.dueAtMs)).toBeLessThanOrEqual(DAY_MS / 2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('and a text that was changed in the table is taken, the rest is kept', () => {
    const question = { ...plainQuestion('own.a.b', 'What is ARP?', 'Address resolution.'), version: 7, level: 4 };
    const flat = { ...flatten(question), prompt: 'What is ARP, and what breaks it?', tags: 'net, lan' };
    expect(unflatten(flat, () => 'own.x.y')).toEqual({ ...question, prompt: { en: flat.prompt }, tags: ['net', 'lan'] });
  });
});

describe('files of other hands', () => {
  it('a table with a head of other names, or none, is read as question, answer, tags', () => {
    const withHead = read('Front;Back;Tags\nWhat is PXE?;Boot over the network;"net, boot"\n', 'x.csv').questions[0]?.question;
    expect(withHead).toMatchObject({
      prompt: { en: 'What is PXE?' },
      modelAnswer: { en: 'Boot over the network' },
      tags: ['net', 'boot'],
      kind: 'recall',
    });
    const bare = read('What is PXE?\tBoot over the network\n', 'x.tsv').questions[0]?.question;
    expect(bare?.prompt.en).toBe('What is PXE?');
    // The same question has the same id, whichever file it comes in.
    expect(bare?.id).toBe(withHead?.id);
  });

  it('a document whose headings are questions has its answers under them', () => {
    const { questions } = read(
      '# My notes\n\n## What is ARP?\n\nIt finds the MAC address.\n\n## And NDP?\n\nThe same for IPv6.\n',
      'notes.md',
    );
    expect(questions.map(({ question }) => [question.prompt.en, question.modelAnswer.en])).toEqual([
      ['What is ARP?', 'It finds the MAC address.'],
      ['And NDP?', 'The same for IPv6.'],
    ]);
  });

  it('entries that are no questions are left out, each with its place', () => {
    const { questions, problems, leftOut } = read('{"questions":[{"prompt":"A?","answer":"B"},{"prompt":""},7]}', 'x.json');
    expect(questions).toHaveLength(1);
    expect(leftOut).toBe(2);
    expect(problems[0]).toMatch(/^Question 2: /);
  });
});

describe('a flash card', () => {
  it('becomes text: paragraphs, lists, code and pictures by name; nothing of it is run or shown', () => {
    expect(
      htmlToText('<div>Use <code>ip&nbsp;a</code></div><ul><li>one</li><li>two</li></ul><img src="a.png"><script>alert(1)</script>'),
    ).toBe('Use `ip a`\n- one\n- two\n[picture: a.png]');
    expect(htmlToText(`${'<div>'.repeat(15_000)}deep`)).toBe('deep');
  });

  it('gets a text back as it was', () => {
    const plain = fc.string({ unit: 'grapheme', maxLength: 80 }).map((value) =>
      value
        .replace(/\s+/g, ' ')
        .replaceAll('``', '')
        .replace(/\[sound:/g, '')
        .trim(),
    );
    fc.assert(
      fc.property(plain, (value) => {
        fc.pre(value.normalize() === value && !value.includes('\u00a0'));
        expect(htmlToText(textToHtml(value))).toBe(value);
      }),
    );
  });

  it('is filled from its template: fields, sections, and the back without the front', () => {
    const type = {
      isCloze: false,
      fields: ['Term', 'Meaning', 'Note'],
      cards: [
        {
          front: 'What is {{Term}}?{{#Note}} ({{Note}}){{/Note}}',
          back: '{{FrontSide}}<hr id=answer>{{text:Meaning}}{{^Note}} no note{{/Note}}',
        },
      ],
    };
    expect(sidesOf(type, ['ARP', 'resolution', ''], 0)).toEqual({ front: 'What is ARP?', back: 'resolution no note' });
    expect(sidesOf(type, ['ARP', 'resolution', 'LAN'], 0)).toEqual({ front: 'What is ARP? (LAN)', back: 'resolution' });
  });

  it('of a cloze asks for the gap that is its own', () => {
    const type = { isCloze: true, fields: ['Text', 'Extra'], cards: [{ front: '{{cloze:Text}}', back: '{{cloze:Text}}' }] };
    const text = 'BGP listens on {{c1::179::port}}, BFD on {{c2::3784}}';
    expect(sidesOf(type, [text, 'RFC'], 0)).toEqual({
      front: 'BGP listens on [port], BFD on 3784',
      back: '179<br><br>BGP listens on 179, BFD on 3784<br><br>RFC',
    });
    expect(sidesOf(type, [text, ''], 1).front).toBe('BGP listens on 179, BFD on […]');
  });

  it('has ease and difficulty that follow from each other', () => {
    for (const ease of [1.5, 2, 2.5, 3]) expect(easeOf(difficultyOf(ease, 20), 20)).toBeCloseTo(ease, 6);
    // fsrs-rs, memory_state_from_sm2: more ease is less difficulty, within 1 and 10.
    expect(difficultyOf(1.3, 10)).toBeGreaterThan(difficultyOf(2.5, 10));
    expect(difficultyOf(9, 1)).toBe(1);
  });

  it('keeps its day, interval and lapses; a new one has no schedule', () => {
    const card = { type: 2, queue: 2, due: 12, ivl: 10, factor: 2500, reps: 6, lapses: 1, data: '' };
    expect(scheduleFromAnki(card, NOW_MS - 10 * DAY_MS, NOW_MS)).toMatchObject({
      state: 'review',
      dueAtMs: NOW_MS + 2 * DAY_MS,
      stability: 10,
      scheduledDays: 10,
      lastReviewAtMs: NOW_MS - 8 * DAY_MS,
      reps: 6,
      lapses: 1,
    });
    expect(scheduleFromAnki({ ...card, type: 0, due: 1 }, NOW_MS, NOW_MS)).toBeNull();
    expect(scheduleToAnki(null, true, NOW_MS, 3)).toMatchObject({ type: 0, queue: -1, due: 3 });
  });
});

describe('a hostile file is refused in words', () => {
  const words = (content: string | Uint8Array, name: string): string => {
    try {
      read(content, name);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return 'nothing was thrown';
  };
  it('when it is no ZIP file, is cut short, or holds no collection', () => {
    expect(words('this is no package', 'deck.apkg')).toMatch(/no Anki package.*Export it anew/);
    const whole = asAnkiPackage([{ question: plainQuestion('own.a.b', 'A?', 'B'), schedule: null, isSuspended: false }], NOW_MS);
    expect(words(whole.slice(0, whole.length / 2), 'deck.apkg')).toMatch(/Nothing was changed/);
    expect(words(zipSync({ 'a.txt': strToU8('x') }), 'deck.apkg')).toMatch(/no collection is in it/);
    expect(words(zipSync({ 'collection.anki2': strToU8('no database at all, but long enough to look at') }), 'deck.apkg')).toMatch(
      /holds no collection/,
    );
  });

  it('when only the newest compressed format is inside, saying how to export the older one', () => {
    const dummy = unzipSync(asAnkiPackage([], NOW_MS))['collection.anki2'] ?? new Uint8Array();
    const packed = zipSync({ 'collection.anki2': dummy, 'collection.anki21b': strToU8('\x28\xb5\x2f\xfd'), media: strToU8('') });
    expect(words(packed, 'deck.apkg')).toMatch(/newest compressed format.*Support older Anki versions/);
  });

  it('when it unpacks to more than any deck', () => {
    const bomb = zipSync({ 'collection.anki2': new Uint8Array(130 * 1024 * 1024) }, { level: 1 });
    expect(bomb.length).toBeLessThan(4 * 1024 * 1024);
    expect(words(bomb, 'deck.apkg')).toMatch(/unpacks to more than 128 MB/);
  });

  it('when JSON is broken or something else', () => {
    expect(words('{"questions": [', 'q.json')).toMatch(/not valid JSON/);
    expect(words('{"a": 1}', 'q.json')).toMatch(/holds no questions/);
    expect(words('one column only\nand another\n', 'q.csv')).toMatch(/no table of questions/);
  });
});

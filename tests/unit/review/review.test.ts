import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../../core/import/types.ts';
import { decisionsSchema, NO_DECISIONS } from '../../../core/review/decisions.ts';
import { redact, resolveReview } from '../../../core/review/resolve.ts';
import { carryDecisions, compareVersions, documentTitle } from '../../../core/review/versions.ts';
import { importText } from '../import/small-taxonomy.ts';

const TEXT =
  '# Notes\n\nMail ada@vind.example\n\n- Kafka: expert\n- I ran Redis and Kafka for 20 users.\n- Redis was set up with ada@vind.example\n- Required: nothing\n';
const RESULT: ImportResult = importText(TEXT, 'notes.md');
const resolve = (decisions: object) => resolveReview(RESULT, TEXT, decisionsSchema.parse({ ...NO_DECISIONS, ...decisions }));
const ids = (decisions: object) => resolve(decisions).skills.map(({ id }) => id);

describe('what enters the profile', () => {
  it('is what the person did not leave out', () => {
    expect(ids({})).toEqual(['kafka', 'redis']);
    expect(ids({ skills: { kafka: { accepted: false } } })).toEqual(['redis']);
  });

  it('has the person’s level as their own, and else the document’s', () => {
    expect(resolve({}).skills[0]).toMatchObject({ level: 4, levelIsOwn: false });
    expect(resolve({ skills: { kafka: { level: 2 } } }).skills[0]).toMatchObject({ level: 2, levelIsOwn: true });
    expect(resolve({ skills: { kafka: { level: null } } }).skills[0]).toMatchObject({ level: null, levelIsOwn: true });
  });

  it('puts merged skills together with all their places in order', () => {
    const [only, ...rest] = resolve({ skills: { redis: { as: { id: 'kafka', name: 'Kafka', category: 'messaging' } } } }).skills;
    expect(rest).toEqual([]);
    expect(only?.evidence.map(({ mention }) => mention.text)).toEqual(['Kafka', 'Redis', 'Kafka', 'Redis']);
  });

  it('moves a place that is about something else', () => {
    const skills = resolve({
      splits: [{ from: 'kafka', evidence: [1], as: { id: 'own-stream', name: 'Stream', category: 'other' } }],
    }).skills;
    expect(skills.map(({ id, evidence }) => [id, evidence.length])).toEqual([
      ['kafka', 1],
      ['redis', 2],
      ['own-stream', 1],
    ]);
  });

  it('holds what was marked by hand, with the line as its statement', () => {
    const start = TEXT.indexOf('20 users');
    const { skills, gaps } = resolve({
      added: [
        { kind: 'skill', start, end: start + 8, as: { id: 'own-users', name: 'Users', category: 'other' }, level: 3 },
        { kind: 'gap', start, end: start + 8 },
      ],
    });
    expect(skills.at(-1)).toMatchObject({ id: 'own-users', level: 3, levelIsOwn: true });
    expect(skills.at(-1)?.evidence[0]?.text).toBe('- I ran Redis and Kafka for 20 users.');
    expect(gaps.at(-1)).toMatchObject({ text: '20 users', start, end: start + 8 });
  });

  it('is without personal data unless the person keeps it', () => {
    expect(JSON.stringify(resolve({}))).not.toContain('ada@vind.example');
    const kept = Object.fromEntries(RESULT.personal.map((_, index) => [String(index), true]));
    expect(JSON.stringify(resolve({ personal: kept }))).toContain('ada@vind.example');
    expect(redact({ text: 'a b c', start: 10, end: 15 }, [{ kind: 'name', text: 'b', start: 12, end: 13 }])).toBe('a … c');
  });

  it('follows decisions stored before there were splits and additions', () => {
    const old = decisionsSchema.parse({
      skills: { redis: { accepted: false, name: 'Redis' } },
      gaps: {},
      caveats: {},
      stories: { 0: false },
    });
    expect(resolveReview(RESULT, TEXT, old).skills.map(({ id }) => id)).toEqual(['kafka']);
  });
});

describe('versions of a document', () => {
  it.each([
    ['CV.md', 'cv-v2.md'],
    ['cv 2025-03.pdf', 'CV (3).docx'],
    ['my_skills.md', 'my skills final.txt'],
    ['notes_2024.txt', 'notes v1.2.txt'],
  ])('%s and %s have one title', (one, other) => {
    expect(documentTitle(one)).toBe(documentTitle(other));
  });

  it('differ in what is new, changed and gone', () => {
    const newer = importText(TEXT.replace('expert', 'beginner').replaceAll('Redis', 'Ansible'), 'notes.md');
    const diff = compareVersions(RESULT, newer);
    expect(diff.added).toContain('skill:ansible');
    expect(diff.changed).toContainEqual({ key: 'skill:kafka', what: expect.arrayContaining(['level', 'evidence']) });
    expect(diff.removed).toContainEqual({ list: 'skills', text: 'Redis' });
    expect(compareVersions(RESULT, RESULT)).toEqual({ added: [], changed: [], removed: [] });
  });

  it('share the decisions about what is the same', () => {
    const decisions = decisionsSchema.parse({
      ...NO_DECISIONS,
      skills: { kafka: { level: 1 }, gone: { accepted: true } },
      personal: { 0: true },
    });
    expect(carryDecisions(RESULT, decisions, RESULT)).toMatchObject({ skills: { kafka: { level: 1 } }, personal: { 0: true } });
    expect(carryDecisions(RESULT, decisions, RESULT).skills).not.toHaveProperty('gone');
  });
});

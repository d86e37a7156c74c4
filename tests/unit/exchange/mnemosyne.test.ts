import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asAnkiPackage } from '../../../api/question-files.ts';
import { plainQuestion } from '../../../core/exchange/flat-question.ts';
import type { Schedule } from '../../../core/practice/schedule.ts';
import { readContent } from '../../../db/content/load.ts';
import { ASSETS_DIR } from '../../../server/paths.ts';

const NOW_MS = Date.UTC(2027, 0, 4, 9);
const DAY_SEC = 86_400;
const DRIVER = join(import.meta.dirname, 'mnemosyne-import.py');
/** Debian's own Python, which sees Debian's packages. */
const PYTHON = '/usr/bin/python3';
const isInstalled = spawnSync(PYTHON, ['-c', 'import mnemosyne.script']).status === 0;
if (!isInstalled)
  console.log('Skipped: an Anki package read by another program. Mnemosyne is not installed here (Debian: apt-get install mnemosyne).');

const cardsSchema = z.array(
  z.object({
    guid: z.string(),
    question: z.string(),
    answer: z.string(),
    tags: z.array(z.string()),
    grade: z.number(),
    lastRep: z.number(),
    nextRep: z.number(),
    easiness: z.number(),
    retReps: z.number(),
    lapses: z.number(),
  }),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-mnemosyne-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function importedByMnemosyne(name: string, ...packages: Uint8Array[]) {
  const paths = packages.map((bytes, index) => {
    const path = join(folder, `${name}-${index}.apkg`);
    writeFileSync(path, bytes);
    return path;
  });
  const { status, stdout, stderr } = spawnSync(PYTHON, [DRIVER, join(folder, name), ...paths], {
    encoding: 'utf8',
    maxBuffer: 64e6,
    env: { ...process.env, HOME: folder, QT_QPA_PLATFORM: 'offscreen' },
  });
  expect(status, stderr).toBe(0);
  return cardsSchema.parse(JSON.parse(stdout));
}

describe.skipIf(!isInstalled)('Mnemosyne’s importer', () => {
  const seen: Schedule = {
    state: 'review',
    dueAtMs: NOW_MS + 6 * DAY_SEC * 1000,
    stability: 20,
    difficulty: 6,
    elapsedDays: 0,
    scheduledDays: 20,
    learningSteps: 0,
    reps: 5,
    lapses: 2,
    lastReviewAtMs: NOW_MS - 14 * DAY_SEC * 1000,
  };
  const arp = {
    ...plainQuestion('own.net.arp', 'What does ARP find?\nAnd <how>?', 'The MAC address: `ip neigh` shows it.'),
    tags: ['net', 'two words'],
  };
  const fresh = plainQuestion('own.net.ndp', 'And NDP?', 'The same for IPv6.');

  it('reads an exported package: fronts, backs, tags, and where the repetition stands', () => {
    const cards = importedByMnemosyne(
      'first',
      asAnkiPackage(
        [
          { question: arp, schedule: seen, isSuspended: false },
          { question: fresh, schedule: null, isSuspended: false },
        ],
        NOW_MS,
      ),
    );
    const [one, other] = ['own.net.arp', 'own.net.ndp'].map((guid) => cards.find((card) => card.guid === guid));
    expect(cards).toHaveLength(2);
    expect(one?.question).toContain('What does ARP find?');
    expect(one?.question).toContain('how');
    expect(one?.answer).toContain('ip neigh');
    expect(one?.tags).toEqual(['Plumbline', 'net', 'two_words']);
    expect(one).toMatchObject({ grade: 4, retReps: 5, lapses: 2 });
    expect(Math.abs((one?.nextRep ?? 0) - seen.dueAtMs / 1000)).toBeLessThanOrEqual(DAY_SEC / 2);
    expect((one?.nextRep ?? 0) - (one?.lastRep ?? 0)).toBe(20 * DAY_SEC);
    expect(one?.easiness).toBeGreaterThanOrEqual(1.3);
    expect(other).toMatchObject({ grade: -1, retReps: 0 });
  });

  it('takes a second package as an update: the same cards with the new words', () => {
    const packed = (prompt: string) =>
      asAnkiPackage([{ question: { ...arp, prompt: { en: prompt } }, schedule: seen, isSuspended: false }], NOW_MS);
    const cards = importedByMnemosyne('second', packed('Old words'), packed('New words'));
    expect(cards.map(({ question }) => question)).toEqual([expect.stringContaining('New words')]);
  });

  it('reads the whole bank', () => {
    const { questions } = readContent(ASSETS_DIR).parse();
    const cards = importedByMnemosyne(
      'bank',
      asAnkiPackage(
        questions.map((question) => ({ question, schedule: null, isSuspended: false })),
        NOW_MS,
      ),
    );
    expect(new Set(cards.map(({ guid }) => guid))).toEqual(new Set(questions.map(({ id }) => id)));
  });
});

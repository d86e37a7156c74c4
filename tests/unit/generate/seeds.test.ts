import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApp } from '../../../api/app.ts';
import { currentProfile } from '../../../api/context.ts';
import { importFile, readFile } from '../../../cli/import-file.ts';
import { generateQuestions } from '../../../core/generate/generate.ts';
import { loadGenerationFacts } from '../../../db/person/generation-facts.ts';
import { ASSETS_DIR } from '../../../server/paths.ts';
import { faultsOf } from './checks.ts';

const SEEDS = join(import.meta.dirname, '../../../..', 'shared', 'seeds');
/** Those that describe a person. */
const PEOPLE = /^00[0134]_/;
const names = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => PEOPLE.test(name)) : [];
const NOW = Date.UTC(2026, 10, 20);
const FEWEST = 30;

if (names.length === 0) console.log('The example documents are not here: the questions made from them are not tested in this run.');

describe.runIf(names.length > 0)('each of the documents that describe a person', () => {
  it.each(names)('%s gives thirty sound questions, twice the same', { timeout: 60_000 }, async (name) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
    const opened = openApp({ dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => NOW });
    try {
      await importFile(readFile(join(SEEDS, name)), opened.app);
      const load = () => loadGenerationFacts(opened.app.store.read, currentProfile(opened.app).id, 'multi-dc-sre', NOW);
      const facts = load();
      const made = generateQuestions(facts, 'p1');
      expect(made.length).toBeGreaterThanOrEqual(FEWEST);
      expect(generateQuestions(load(), 'p1')).toEqual(made);
      expect(made.flatMap((one) => faultsOf(one, facts.skills.values()))).toEqual([]);
      expect(new Set(made.map(({ question }) => question.prompt.en)).size).toBe(made.length);
    } finally {
      opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

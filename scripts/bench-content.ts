import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTENT_PARTS, type ContentFiles, readContent } from '../db/content/load.ts';
import { preparedFolder } from '../db/content/prepared.ts';
import { syncContent } from '../db/content/sync.ts';
import { openStore } from '../db/store.ts';
import { ASSETS_DIR } from '../server/paths.ts';
import { buildContent } from './build-content.ts';

const RUNS = 5;

/** Milliseconds that the shipped content adds to a start, medians of {@link RUNS}. */
interface ContentTimes {
  /** Every start: all files read and hashed, and the hashes compared. */
  readonly unchanged: number;
  /** A start after an update of the questions: all of them parsed and compared, one in ten written. */
  readonly questionsChanged: number;
  /** The first start of all: everything is parsed and written. */
  readonly everything: number;
  /** The questions in it. */
  readonly everyQuestion: number;
}

/** Measures start-ups with the content as the build has parsed it, and from its YAML alone, as a checkout without a build has it. */
export function contentTimes(): { readonly built: ContentTimes; readonly fromYaml: Omit<ContentTimes, 'unchanged'> } {
  buildContent();
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  try {
    const bare = join(folder, 'assets');
    cpSync(ASSETS_DIR, bare, { recursive: true });
    const built = timesOf(ASSETS_DIR, folder);
    const { unchanged: _, ...fromYaml } = timesOf(bare, folder);
    if (!existsSync(preparedFolder(ASSETS_DIR))) throw new Error('The content was not built.');
    return { built, fromYaml };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timesOf(assetsDir: string, folder: string): ContentTimes {
  const runs = Array.from({ length: RUNS }, () => runOf(assetsDir, mkdtempSync(join(folder, 'data-'))));
  const median = (name: keyof ContentTimes): number =>
    Math.round(runs.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN);
  return {
    unchanged: median('unchanged'),
    questionsChanged: median('questionsChanged'),
    everything: median('everything'),
    everyQuestion: median('everyQuestion'),
  };
}

function runOf(assetsDir: string, dataDir: string): ContentTimes {
  const store = openStore(dataDir, 0);
  const timed = (change: (files: ContentFiles) => Pick<ContentFiles, 'hashes' | 'parsers'>): number => {
    const startedMs = performance.now();
    syncContent(store, change(readContent(assetsDir)), 0);
    return performance.now() - startedMs;
  };
  const anew = (files: ContentFiles, parts: readonly string[]): ContentFiles['hashes'] => {
    const stale = `${performance.now()}`;
    return {
      skills: parts.includes('skills') ? stale : files.hashes.skills,
      roles: parts.includes('roles') ? stale : files.hashes.roles,
      questions: parts.includes('questions') ? stale : files.hashes.questions,
    };
  };
  try {
    const others = CONTENT_PARTS.filter((part) => part !== 'questions');
    const withoutQuestions = (files: ContentFiles) => ({ hashes: anew(files, others), parsers: { ...files.parsers, questions: () => [] } });
    const rest = timed(withoutQuestions);
    const everyQuestion = timed((files) => files);
    const unchanged = timed((files) => files);
    const questionsChanged = timed((files) => ({
      hashes: anew(files, ['questions']),
      parsers: {
        ...files.parsers,
        questions: () =>
          files.parsers.questions().map((one, index) => (index % 10 === 0 ? { ...one, timeLimitSec: one.timeLimitSec + 1 } : one)),
      },
    }));
    return { unchanged, questionsChanged, everyQuestion, everything: rest + everyQuestion };
  } finally {
    store.close();
  }
}

if (import.meta.main) console.log(JSON.stringify(contentTimes(), null, 2));

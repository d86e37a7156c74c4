/** Prints questions generated from a folder of documents, for reading by hand: node scripts/generated-sample.ts FOLDER [N] [--fr] */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../api/app.ts';
import { currentProfile } from '../api/context.ts';
import { importFile, readFile } from '../cli/import-file.ts';
import { generateQuestions } from '../core/generate/generate.ts';
import type { GeneratedQuestion } from '../core/generate/types.ts';
import { seededNumber } from '../core/practice/draw.ts';
import { loadGenerationFacts } from '../db/person/generation-facts.ts';
import { ASSETS_DIR } from '../server/paths.ts';

const ROLE = 'multi-dc-sre';
const args = process.argv.slice(2);
const isFrench = args.includes('--fr');
const [folder, wanted = '50'] = args.filter((one) => !one.startsWith('--'));
if (folder === undefined) throw new Error('Name a folder of documents.');

/** Every document by itself, as if it were one person's. */
async function questionsOf(path: string): Promise<GeneratedQuestion[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-sample-'));
  const opened = openApp({ dataDir, assetsDir: ASSETS_DIR, version: '0', host: 'cli', now: () => Date.now() });
  try {
    await importFile(readFile(path), opened.app);
    const { store, now } = opened.app;
    return generateQuestions(loadGenerationFacts(store.read, currentProfile(opened.app).id, ROLE, now()), 'p1');
  } finally {
    opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const all: { readonly name: string; readonly one: GeneratedQuestion }[] = [];
for (const name of readdirSync(folder).sort()) {
  const made = await questionsOf(join(folder, name));
  const families = Map.groupBy(made, ({ provenance }) => provenance.family);
  console.log(`${name}: ${made.length} questions (${[...families].map(([family, list]) => `${family} ${list.length}`).join(', ')})`);
  all.push(...made.map((one) => ({ name, one })));
}
const order = ({ name, one }: (typeof all)[number]): number => seededNumber(`sample ${name} ${one.question.id}`);
for (const { name, one } of all.toSorted((a, b) => order(a) - order(b)).slice(0, Number(wanted))) {
  const { question, provenance } = one;
  const language = isFrench ? 'fr' : 'en';
  console.log(
    `\n[${name}] ${question.id} · ${question.kind} ${question.level} · ${provenance.stance} · ${question.competencies.map(({ id }) => id).join(', ')}`,
  );
  console.log(`  ${question.prompt[language] ?? question.prompt.en}`);
  console.log(`  why: ${provenance.why[language]}`);
  for (const { text } of provenance.sources.slice(0, 2)) console.log(`  “${text.replaceAll(/\s+/g, ' ').slice(0, 600)}”`);
}

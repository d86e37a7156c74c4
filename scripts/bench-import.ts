/**
 * Measures the importer on the annotated documents of tests/corpus, those kept aside while it was written apart, and on
 * the ones beside the repository where they are there. With --verbose it names what was missed in documents not kept aside.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { taxonomyFileSchema } from '../core/content/taxonomy.ts';
import {
  buildMatcher,
  type DecodedDocument,
  type ImportedSkill,
  type ImportResult,
  importDocument,
  readDocument,
} from '../core/import/index.ts';
import type { SkillMatcher } from '../core/import/matcher.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = join(ROOT, '..', 'shared');
const CORPUS = join(ROOT, 'tests', 'corpus');
const isVerbose = process.argv.includes('--verbose');
const only = process.argv.find((argument) => /^\d\d$|^seed-\d+$/.test(argument)) ?? null;
const THIS_YEAR = 2026;

interface GoldSkill {
  readonly id: string;
  readonly name: string;
  readonly tech: boolean;
  readonly forms: readonly string[];
  readonly stance: string;
  readonly note?: string | undefined;
  /** Only where the text states one. */
  readonly level: number | null;
  readonly lines: readonly number[];
}

/** A statement by the lines it stands on. */
interface GoldPlace {
  readonly from: number;
  readonly to: number;
}

interface Gold {
  readonly name: string;
  readonly isHeldOut: boolean;
  readonly skills: readonly GoldSkill[];
  readonly gaps: readonly GoldPlace[];
  readonly caveats: readonly GoldPlace[];
  readonly stories: readonly GoldPlace[];
  readonly traps: readonly { readonly text: string; readonly line: number | null }[];
  readonly personal: readonly string[];
  readonly positions: number;
}

interface Case {
  readonly gold: Gold;
  readonly document: DecodedDocument;
}

const seedSchema = z.object({
  file: z.string(),
  skills: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      tech: z.boolean(),
      forms: z.array(z.string()),
      stance: z.string(),
      note: z.string().optional(),
      levelGold: z.number().nullish(),
      levelBasis: z.string().nullish(),
      mentions: z.array(z.object({ line: z.number() })),
    }),
  ),
  learningGaps: z.array(z.object({ name: z.string(), line: z.number() })).default([]),
  honestyCaveats: z.array(z.object({ id: z.string(), line: z.number() })).default([]),
  stories: z.array(z.object({ title: z.string(), from: z.number(), to: z.number() })).default([]),
  nonSkills: z.array(z.object({ text: z.string(), line: z.number() })).default([]),
});

const words = z.union([z.string(), z.number()]).transform(String);
const corpusSchema = z.object({
  document: z.string(),
  heldOut: z.boolean().default(false),
  skills: z.array(
    z.object({
      name: words,
      forms: z.array(words).default([]),
      tech: z.boolean().default(true),
      stance: z.string(),
      level: z.number().nullish(),
    }),
  ),
  traps: z.array(words).nullish(),
  gaps: z.array(words).nullish(),
  caveats: z.array(words).nullish(),
  stories: z.array(z.object({ title: words })).nullish(),
  positions: z.array(z.unknown()).nullish(),
  personal: z.array(words).nullish(),
});

const CLAIMS: ReadonlySet<string> = new Set(['built', 'led', 'operated', 'used', 'taught']);
/** Costly when reported as a claim. */
const NO_CLAIMS: ReadonlySet<string> = new Set(['gap', 'absent', 'todo', 'mentioned', 'dropped']);

/** The costly pair of the annotations' README, and what was left behind; a bare mention that is no comparison is a lesser error. */
function isCostly(gold: GoldSkill): boolean {
  return NO_CLAIMS.has(gold.stance) && (gold.stance !== 'mentioned' || /compar/.test(gold.note ?? ''));
}

function key(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '');
}

function keysOfGold(skill: GoldSkill): string[] {
  return [skill.id, skill.name, ...skill.forms].map(key).filter((each) => each !== '');
}

function keysOfFound(skill: ImportedSkill): string[] {
  return [skill.id, skill.name, ...skill.surfaces].map(key);
}

function loadTaxonomy(): Parameters<typeof buildMatcher>[0] {
  const folder = join(ROOT, 'assets', 'taxonomy');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const content = taxonomyFileSchema.parse(parse(readFileSync(join(folder, file), 'utf8')));
      return content.skills.map((skill) => ({ ...skill, category: content.category }));
    });
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '  –' : `${((100 * part) / whole).toFixed(1)}%`;
}

interface Figures {
  found: number;
  right: number;
  /** Not in the gold, but only found inside a longer name that is: by its rules neither right nor wrong. */
  nested: number;
  tech: number;
  techFound: number;
  all: number;
  allFound: number;
  stances: number;
  stancesRight: number;
  costly: number;
  levels: number;
  levelsExact: number;
  levelsNear: number;
  gaps: number;
  gapsFound: number;
  caveats: number;
  caveatsFound: number;
  stories: number;
  storiesFound: number;
  traps: number;
  personal: number;
  personalFound: number;
  positions: number;
  positionsFound: number;
}

/** Every place of the skill lies inside a longer form of the gold ("Grafana" in "Grafana Alloy"). */
function isNested({ evidence }: ImportedSkill, gold: Gold, text: string): boolean {
  const lower = text.toLowerCase();
  const forms = [...new Set(gold.skills.flatMap((skill) => skill.forms.map((form) => form.toLowerCase())))];
  return evidence.every(({ mention: { start, end } }) =>
    forms.some((form) => {
      if (form.length <= end - start) return false;
      const at = lower.indexOf(form, Math.max(0, end - form.length));
      return at !== -1 && at <= start && at + form.length >= end;
    }),
  );
}

function measure(gold: Gold, result: ImportResult, text: string): Figures {
  const isShown = isVerbose && !gold.isHeldOut;
  const byKey = new Map<string, GoldSkill[]>();
  for (const skill of gold.skills) for (const each of keysOfGold(skill)) byKey.set(each, [...(byKey.get(each) ?? []), skill]);
  const foundGold = new Map<GoldSkill, ImportedSkill>();
  const wrong: string[] = [];
  let nested = 0;
  for (const skill of result.skills) {
    const golds = keysOfFound(skill).flatMap((each) => byKey.get(each) ?? []);
    if (golds.length === 0 && isNested(skill, gold, text)) nested += 1;
    if (golds.length === 0) wrong.push(`${skill.id}[${skill.surfaces.slice(0, 3).join('|')}]${skill.stance}`);
    for (const each of golds) if (!foundGold.has(each)) foundGold.set(each, skill);
  }
  const tech = gold.skills.filter((skill) => skill.tech);
  const missed = gold.skills.filter((skill) => !foundGold.has(skill));
  if (isShown) {
    console.log(`  not in the gold: ${wrong.join(', ')}`);
    console.log(
      `  missed tech: ${missed
        .filter((skill) => skill.tech)
        .map((skill) => `${skill.id}[${skill.forms.slice(0, 2).join('|')}]`)
        .join(', ')}`,
    );
    console.log(
      `  missed other: ${missed
        .filter((skill) => !skill.tech)
        .map((skill) => `${skill.id}[${skill.forms[0]}]`)
        .join(', ')}`,
    );
  }
  return {
    found: result.skills.length,
    right: result.skills.length - wrong.length,
    nested,
    tech: tech.length,
    techFound: tech.filter((skill) => foundGold.has(skill)).length,
    all: gold.skills.length,
    allFound: foundGold.size,
    ...measureStances(foundGold, isShown),
    ...measureLevels(foundGold, isShown),
    ...measureStatements(gold, result, text, isShown),
  };
}

function measureStances(
  foundGold: ReadonlyMap<GoldSkill, ImportedSkill>,
  isShown: boolean,
): Pick<Figures, 'stances' | 'stancesRight' | 'costly'> {
  let right = 0;
  let costly = 0;
  for (const [gold, skill] of foundGold) {
    if (gold.stance === skill.stance) right += 1;
    else if (isShown && (NO_CLAIMS.has(gold.stance) || NO_CLAIMS.has(skill.stance)))
      console.log(`  stance ${gold.id}: gold ${gold.stance}, found ${skill.stance} (${skill.id})`);
    // A gold entry may be found only as part of a wider skill here, whose own stance is not about it: its own mentions decide.
    const own = ownStances(gold, skill);
    if (isCostly(gold) && own.some((stance) => CLAIMS.has(stance))) {
      costly += 1;
      if (isShown) console.log(`  COSTLY ${gold.id}: gold ${gold.stance}, found ${own.join('/')} as ${skill.id} ${gold.note ?? ''}`);
    }
  }
  return { stances: foundGold.size, stancesRight: right, costly };
}

function ownStances(gold: GoldSkill, skill: ImportedSkill): string[] {
  const keys = new Set(keysOfGold(gold));
  if (keysOfGold(gold).includes(key(skill.id)) || key(skill.name) === key(gold.name)) return [skill.stance];
  return skill.evidence.filter((each) => keys.has(key(each.mention.text))).map((each) => each.stance);
}

function measureLevels(
  foundGold: ReadonlyMap<GoldSkill, ImportedSkill>,
  isShown: boolean,
): Pick<Figures, 'levels' | 'levelsExact' | 'levelsNear'> {
  let levels = 0;
  let exact = 0;
  let near = 0;
  for (const [gold, skill] of foundGold) {
    if (gold.level === null) continue;
    levels += 1;
    const distance = skill.level.value === null ? 9 : Math.abs(skill.level.value - gold.level);
    if (distance === 0) exact += 1;
    if (distance <= 1) near += 1;
    if (isShown && distance > 0)
      console.log(`  level ${gold.id}: gold ${gold.level}, found ${skill.level.value} (${skill.id}) ${skill.level.reasons.join(' ')}`);
  }
  return { levels, levelsExact: exact, levelsNear: near };
}

type StatementFigures = Pick<
  Figures,
  | 'gaps'
  | 'gapsFound'
  | 'caveats'
  | 'caveatsFound'
  | 'stories'
  | 'storiesFound'
  | 'traps'
  | 'personal'
  | 'personalFound'
  | 'positions'
  | 'positionsFound'
>;

function measureStatements(gold: Gold, result: ImportResult, text: string, isShown: boolean): StatementFigures {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const missed = (what: string, list: readonly GoldPlace[], spans: readonly { start: number; end: number }[]): number => {
    const found = list.filter((each) => spans.some((span) => lineOf(span.start) <= each.to && lineOf(span.end) >= each.from));
    if (isShown && found.length < list.length)
      console.log(
        `  missed ${what} on lines ${list
          .filter((each) => !found.includes(each))
          .map(({ from }) => from)
          .join(', ')}`,
      );
    return found.length;
  };
  const personal = gold.personal.filter((wanted) =>
    result.personal.some(({ text: found }) => key(found).includes(key(wanted)) || key(wanted).includes(key(found))),
  );
  if (isShown && personal.length < gold.personal.length)
    console.log(`  missed personal: ${gold.personal.filter((each) => !personal.includes(each)).join(' | ')}`);
  if (isShown && gold.positions !== result.positions.length)
    console.log(
      `  positions: ${gold.positions} in the gold, found ${result.positions.map(({ title, organisation }) => `${title}@${organisation}`).join(' | ')}`,
    );
  return {
    gaps: gold.gaps.length,
    gapsFound: missed('gaps', gold.gaps, result.gaps),
    caveats: gold.caveats.length,
    caveatsFound: missed('caveats', gold.caveats, result.caveats),
    stories: gold.stories.length,
    storiesFound: missed('stories', gold.stories, result.stories),
    traps: trapsIn(gold, result, lineOf, isShown),
    personal: gold.personal.length,
    personalFound: personal.length,
    positions: gold.positions,
    positionsFound: Math.min(gold.positions, result.positions.length),
  };
}

/** Strings of the document that a careless reader would take for skills, and that were. */
function trapsIn(gold: Gold, result: ImportResult, lineOf: (offset: number) => number, isShown: boolean): number {
  const forms = new Set(gold.skills.flatMap((skill) => skill.forms.map(key)));
  let count = 0;
  for (const trap of gold.traps) {
    // Some entries warn of words that are tools on another line of this very document.
    if (
      trap.line === null
        ? forms.has(key(trap.text))
        : gold.skills.some((skill) => skill.forms.map(key).includes(key(trap.text)) && skill.lines.includes(trap.line ?? 0))
    )
      continue;
    const reported = result.skills
      .flatMap((skill) => skill.evidence.map((each) => ({ skill, each })))
      .find(({ each }) => key(each.mention.text) === key(trap.text) && (trap.line === null || lineOf(each.mention.start) === trap.line));
    if (reported === undefined) continue;
    count += 1;
    if (isShown) console.log(`  TRAP ${trap.text} reported as ${reported.skill.id}, ${reported.each.stance}`);
  }
  return count;
}

function report(name: string, figures: Figures): void {
  const precision = figures.right / Math.max(1, figures.found);
  const recall = figures.techFound / Math.max(1, figures.tech);
  const recallAll = figures.allFound / Math.max(1, figures.all);
  const f1 = (2 * precision * recall) / Math.max(0.001, precision + recall);
  const f1All = (2 * precision * recallAll) / Math.max(0.001, precision + recallAll);
  console.log(
    `${name}: ${figures.found} skills, precision ${percent(figures.right, figures.found)} (without nested names ${percent(figures.right, figures.found - figures.nested)}), recall tech ${percent(figures.techFound, figures.tech)} all ${percent(figures.allFound, figures.all)}, F1 tech ${f1.toFixed(3)} all ${f1All.toFixed(3)}, ` +
      `stance ${percent(figures.stancesRight, figures.stances)}, costly ${figures.costly}, levels exact ${figures.levelsExact} near ${figures.levelsNear} of ${figures.levels}, ` +
      `gaps ${figures.gapsFound}/${figures.gaps}, caveats ${figures.caveatsFound}/${figures.caveats}, stories ${figures.storiesFound}/${figures.stories}, traps ${figures.traps}, personal ${figures.personalFound}/${figures.personal}, positions ${figures.positionsFound}/${figures.positions}`,
  );
}

function add(total: Figures | null, figures: Figures): Figures {
  if (total === null) return figures;
  const sum = { ...total };
  for (const name of FIGURE_NAMES) sum[name] += figures[name];
  return sum;
}
const FIGURE_NAMES = [
  'found',
  'right',
  'nested',
  'tech',
  'techFound',
  'all',
  'allFound',
  'stances',
  'stancesRight',
  'costly',
  'levels',
  'levelsExact',
  'levelsNear',
  'gaps',
  'gapsFound',
  'caveats',
  'caveatsFound',
  'stories',
  'storiesFound',
  'traps',
  'personal',
  'personalFound',
  'positions',
  'positionsFound',
] as const;

/** Where a text that may be broken over lines stands, by its lines; null where it does not. */
function placeOf(text: string, wanted: string): GoldPlace | null {
  const pattern = new RegExp(
    wanted
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'i',
  );
  const match = pattern.exec(text);
  if (match === null) return null;
  const from = text.slice(0, match.index).split('\n').length;
  return { from, to: from + match[0].split('\n').length - 1 };
}

async function corpusCases(): Promise<Case[]> {
  const cases: Case[] = [];
  for (const file of existsSync(CORPUS) ? readdirSync(CORPUS).sort() : []) {
    if (!file.endsWith('.gold.yaml') || (only !== null && !file.startsWith(only))) continue;
    const raw = corpusSchema.parse(parse(readFileSync(join(CORPUS, file), 'utf8')));
    const document = await readDocument(readFileSync(join(CORPUS, raw.document)), raw.document);
    const places = (list: readonly string[] | null | undefined): GoldPlace[] =>
      (list ?? []).map((each) => placeOf(document.text, each) ?? { from: -1, to: -1 });
    cases.push({
      document,
      gold: {
        name: raw.document,
        isHeldOut: raw.heldOut,
        skills: raw.skills.map(({ name, forms, tech, stance, level }) => ({
          id: name,
          name,
          tech,
          forms,
          stance,
          level: level ?? null,
          lines: [],
        })),
        gaps: places(raw.gaps),
        caveats: places(raw.caveats),
        stories: places(raw.stories?.map(({ title }) => title)),
        traps: (raw.traps ?? []).map((text) => ({ text, line: null })),
        personal: raw.personal ?? [],
        positions: raw.positions?.length ?? 0,
      },
    });
  }
  return cases;
}

async function seedCases(): Promise<Case[]> {
  const cases: Case[] = [];
  for (const file of readdirSync(join(SHARED, 'gold')).filter((each) => /^seed-\d+\.json$/.test(each))) {
    if (only !== null && !file.startsWith(only)) continue;
    const raw = seedSchema.parse(JSON.parse(readFileSync(join(SHARED, 'gold', file), 'utf8')));
    const name = raw.file.replace(/^.*\//, '');
    const lines = (list: readonly { line: number }[]): GoldPlace[] => list.map(({ line }) => ({ from: line, to: line }));
    cases.push({
      document: await readDocument(readFileSync(join(SHARED, 'seeds', name)), name),
      gold: {
        name: file.replace('.json', ''),
        isHeldOut: false,
        skills: raw.skills.map(({ levelGold, levelBasis, mentions, ...skill }) => ({
          ...skill,
          level: levelBasis === 'stated' || levelBasis === 'scale' ? (levelGold ?? 0) : null,
          lines: mentions.map(({ line }) => line),
        })),
        gaps: lines(raw.learningGaps),
        caveats: lines(raw.honestyCaveats),
        stories: raw.stories,
        traps: raw.nonSkills,
        personal: [],
        positions: 0,
      },
    });
  }
  return cases;
}

function run(title: string, cases: readonly Case[], matcher: SkillMatcher): void {
  if (cases.length === 0) return;
  console.log(`\n${title}`);
  let total: Figures | null = null;
  for (const { gold, document } of cases) {
    const figures = measure(gold, importDocument(document, matcher, { thisYear: THIS_YEAR }), document.text);
    report(gold.name, figures);
    total = add(total, figures);
  }
  if (total !== null) report(`total of ${cases.length}`, total);
}

async function main(): Promise<void> {
  const matcher = buildMatcher(loadTaxonomy());
  console.log(`${matcher.skills.size} skills in the taxonomy`);
  const corpus = await corpusCases();
  run(
    'Corpus',
    corpus.filter(({ gold }) => !gold.isHeldOut),
    matcher,
  );
  run(
    'Corpus, kept aside while the importer was written',
    corpus.filter(({ gold }) => gold.isHeldOut),
    matcher,
  );
  if (existsSync(join(SHARED, 'gold'))) run('Documents beside the repository', await seedCases(), matcher);
  else console.log('\nNo annotated documents beside the repository (../shared/gold).');
}

/** How long imports take, and how memory grows with the length; each size in a process of its own. */
function speed(): void {
  console.log('\nSpeed and memory: Markdown made of the corpus, repeated with changed numbers');
  for (const size of [10_000, 100_000, 1_000_000, 10_000_000]) {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--one', String(size)], { encoding: 'utf8' });
    console.log(stdout.trim());
  }
}

/** One import of a text of about this many characters; the peak of memory is the process's own. */
async function one(size: number): Promise<void> {
  const matcher = buildMatcher(loadTaxonomy());
  const pieces: string[] = [];
  for (let length = 0, turn = 0; length < size; turn += 1) {
    const piece =
      CORPUS_TEXTS[turn % CORPUS_TEXTS.length]?.replace(/\d+/g, (number) => String((Number(number) * (turn + 7)) % 10_000)) ?? '';
    pieces.push(piece.slice(0, size - length));
    length += piece.length + 2;
  }
  const bytes = new TextEncoder().encode(pieces.join('\n\n'));
  const before = process.memoryUsage().rss;
  const startedAt = performance.now();
  const result = importDocument(await readDocument(bytes, 'large.md'), matcher, { thisYear: THIS_YEAR });
  const ms = performance.now() - startedAt;
  const grown = (process.resourceUsage().maxRSS * 1024 - before) / 1e6;
  console.log(
    `${(bytes.length / 1e6).toFixed(2).padStart(6)} MB: ${ms.toFixed(0).padStart(5)} ms, ${((ms * 1000) / (bytes.length / 1000)).toFixed(0)} µs per kB, ` +
      `${grown.toFixed(0)} MB more memory at its peak, ${result.skills.length} skills`,
  );
}

/** The Markdown and text documents of the corpus. */
const CORPUS_TEXTS = existsSync(CORPUS)
  ? readdirSync(CORPUS)
      .filter((file) => /\.(?:md|txt)$/.test(file))
      .map((file) => readFileSync(join(CORPUS, file), 'utf8'))
      // Those in other encodings are measured as documents; here they would only be noise.
      .filter((text) => !/[\0\ufffd]/.test(text))
  : [];

const sizeAt = process.argv.indexOf('--one');
if (sizeAt !== -1) await one(Number(process.argv[sizeAt + 1]));
else {
  await main();
  if (only === null && !isVerbose) speed();
}

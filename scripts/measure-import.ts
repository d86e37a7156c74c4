/** Measures the importer on annotated documents that are kept beside the repository; without them it says so and ends. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { taxonomyFileSchema } from '../core/content/taxonomy.ts';
import { buildMatcher, decodeDocument, type ImportedSkill, type ImportResult, importDocument } from '../core/import/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = join(ROOT, '..', 'shared');
const isVerbose = process.argv.includes('--verbose');
const asMarkdown = process.argv.includes('--markdown');

const goldSchema = z.object({
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
  scaleNumbers: z.array(z.object({ line: z.number(), value: z.string() })).default([]),
  nonSkills: z.array(z.object({ text: z.string(), line: z.number() })).default([]),
});
type Gold = z.infer<typeof goldSchema>;
type GoldSkill = Gold['skills'][number];

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
  return [skill.id, skill.name, ...skill.forms].map(key);
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
}

function measure(gold: Gold, result: ImportResult, text: string): Figures {
  const byKey = new Map<string, GoldSkill[]>();
  for (const skill of gold.skills) for (const each of keysOfGold(skill)) byKey.set(each, [...(byKey.get(each) ?? []), skill]);
  const foundGold = new Map<GoldSkill, ImportedSkill>();
  const wrong: string[] = [];
  for (const skill of result.skills) {
    const golds = keysOfFound(skill).flatMap((each) => byKey.get(each) ?? []);
    if (golds.length === 0) wrong.push(`${skill.id}[${skill.surfaces.slice(0, 3).join('|')}]${skill.stance}`);
    for (const each of golds) if (!foundGold.has(each)) foundGold.set(each, skill);
  }
  const tech = gold.skills.filter((skill) => skill.tech);
  const missed = gold.skills.filter((skill) => !foundGold.has(skill));
  if (isVerbose) {
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
    tech: tech.length,
    techFound: tech.filter((skill) => foundGold.has(skill)).length,
    all: gold.skills.length,
    allFound: foundGold.size,
    ...measureStances(foundGold),
    ...measureLevels(foundGold),
    ...measureStatements(gold, result, text),
  };
}

function measureStances(foundGold: ReadonlyMap<GoldSkill, ImportedSkill>): Pick<Figures, 'stances' | 'stancesRight' | 'costly'> {
  let right = 0;
  let costly = 0;
  for (const [gold, skill] of foundGold) {
    if (gold.stance === skill.stance) right += 1;
    else if (isVerbose && (NO_CLAIMS.has(gold.stance) || NO_CLAIMS.has(skill.stance)))
      console.log(`  stance ${gold.id}: gold ${gold.stance}, found ${skill.stance} (${skill.id})`);
    // A gold entry may be found only as part of a wider skill here, whose own stance is not about it: its own mentions decide.
    const own = ownStances(gold, skill);
    if (isCostly(gold) && own.some((stance) => CLAIMS.has(stance))) {
      costly += 1;
      console.log(`  COSTLY ${gold.id}: gold ${gold.stance}, found ${own.join('/')} as ${skill.id} ${gold.note ?? ''}`);
    }
  }
  return { stances: foundGold.size, stancesRight: right, costly };
}

function ownStances(gold: GoldSkill, skill: ImportedSkill): string[] {
  const keys = new Set(keysOfGold(gold));
  if (keysOfGold(gold).includes(key(skill.id)) || key(skill.name) === key(gold.name)) return [skill.stance];
  return skill.evidence.filter((each) => keys.has(key(each.mention.text))).map((each) => each.stance);
}

function measureLevels(foundGold: ReadonlyMap<GoldSkill, ImportedSkill>): Pick<Figures, 'levels' | 'levelsExact' | 'levelsNear'> {
  let levels = 0;
  let exact = 0;
  let near = 0;
  for (const [gold, skill] of foundGold) {
    if (gold.levelBasis !== 'stated' && gold.levelBasis !== 'scale') continue;
    levels += 1;
    const distance = skill.level.value === null ? 9 : Math.abs(skill.level.value - (gold.levelGold ?? 0));
    if (distance === 0) exact += 1;
    if (distance <= 1) near += 1;
    if (isVerbose && distance > 0)
      console.log(`  level ${gold.id}: gold ${gold.levelGold}, found ${skill.level.value} (${skill.id}) ${skill.level.reasons.join(' ')}`);
  }
  return { levels, levelsExact: exact, levelsNear: near };
}

function measureStatements(
  gold: Gold,
  result: ImportResult,
  text: string,
): Pick<Figures, 'gaps' | 'gapsFound' | 'caveats' | 'caveatsFound' | 'stories' | 'storiesFound'> {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const covers = (line: number, spans: readonly { start: number; end: number }[]): boolean =>
    spans.some((span) => lineOf(span.start) <= line && line <= lineOf(span.end));
  for (const trap of gold.nonSkills) {
    // Some entries warn of words that are tools in this very document.
    if (
      gold.skills.some(
        (skill) => skill.forms.map(key).includes(key(trap.text)) && skill.mentions.some((mention) => mention.line === trap.line),
      )
    )
      continue;
    const reported = result.skills
      .flatMap((skill) => skill.evidence.map((each) => ({ skill, each })))
      .find(({ each }) => lineOf(each.mention.start) === trap.line && key(each.mention.text) === key(trap.text));
    if (reported !== undefined)
      console.log(`  TRAP ${trap.text} (line ${trap.line}) reported as ${reported.skill.id}, ${reported.each.stance}`);
  }
  const missed = (what: string, list: readonly { line: number }[], spans: readonly { start: number; end: number }[]): number => {
    const absent = list.filter((each) => !covers(each.line, spans));
    if (isVerbose && absent.length > 0) console.log(`  missed ${what} on lines ${absent.map((each) => each.line).join(', ')}`);
    return list.length - absent.length;
  };
  const stories = gold.stories.filter((story) =>
    result.stories.some((each) => lineOf(each.start) <= story.to && lineOf(each.end) >= story.from),
  );
  return {
    gaps: gold.learningGaps.length,
    gapsFound: missed('gaps', gold.learningGaps, result.gaps),
    caveats: gold.honestyCaveats.length,
    caveatsFound: missed('caveats', gold.honestyCaveats, result.caveats),
    stories: gold.stories.length,
    storiesFound: stories.length,
  };
}

function report(name: string, figures: Figures): void {
  const precision = figures.right / Math.max(1, figures.found);
  const recall = figures.techFound / Math.max(1, figures.tech);
  const recallAll = figures.allFound / Math.max(1, figures.all);
  const f1 = (2 * precision * recall) / Math.max(0.001, precision + recall);
  const f1All = (2 * precision * recallAll) / Math.max(0.001, precision + recallAll);
  console.log(
    `${name}: ${figures.found} skills, precision ${percent(figures.right, figures.found)}, recall tech ${percent(figures.techFound, figures.tech)} all ${percent(figures.allFound, figures.all)}, F1 tech ${f1.toFixed(3)} all ${f1All.toFixed(3)}, ` +
      `stance ${percent(figures.stancesRight, figures.stances)}, costly ${figures.costly}, levels exact ${figures.levelsExact} near ${figures.levelsNear} of ${figures.levels}, ` +
      `gaps ${figures.gapsFound}/${figures.gaps}, caveats ${figures.caveatsFound}/${figures.caveats}, stories ${figures.storiesFound}/${figures.stories}`,
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
] as const;

function main(): void {
  if (!existsSync(join(SHARED, 'gold'))) {
    console.log('No annotated documents beside the repository (../shared/gold): nothing to measure.');
    return;
  }
  const matcher = buildMatcher(loadTaxonomy());
  console.log(`${matcher.skills.size} skills in the taxonomy`);
  let total: Figures | null = null;
  for (const file of readdirSync(join(SHARED, 'gold')).filter((name) => /^seed-\d+\.json$/.test(name))) {
    const gold = goldSchema.parse(JSON.parse(readFileSync(join(SHARED, 'gold', file), 'utf8')));
    const name = gold.file.replace(/^.*\//, '');
    const document = decodeDocument(readFileSync(join(SHARED, 'seeds', name)), asMarkdown ? name.replace(/\.txt$/, '.md') : name);
    const figures = measure(gold, importDocument(document, matcher), document.text);
    report(file.replace('.json', ''), figures);
    total = add(total, figures);
  }
  if (total !== null) report('total', total);
}

main();

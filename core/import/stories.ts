import type { PlacedBlock, Section } from './blocks.ts';
import { type Reading, spanOf } from './reading.ts';
import type { ImportedStory, Span } from './types.ts';

type Part = 'situation' | 'task' | 'action' | 'result' | 'lesson';

/** Keys of lines and titles of lists, and the part of a story they tell. The first that fits wins. */
const PART_TITLES: readonly { readonly part: Part; readonly pattern: RegExp }[] = [
  {
    part: 'lesson',
    pattern:
      /^\W*(?:lessons?(?: learned)?|learned|takeaways?|retrospective|what (?:we|I) (?:did not|didn['’]t) do|what (?:I|we) would|how (?:I|we)(?: would|['’]d)|leçons?|enseignements?|bilan|ce que je referais|ce que j['’]ai appris|gelernt|fazit)/iu,
  },
  {
    part: 'situation',
    pattern:
      /^\W*(?:context|situation|background|drivers?|why|problem|challenge|incident|old (?:cluster|system|setup)|contexte|problème|origine|ausgangslage|problem|hintergrund)/iu,
  },
  {
    part: 'task',
    pattern:
      /^\W*(?:the (?:incident|change|task|goal)|tasks?|goals?|objectives?|scope|mission|target|new (?:cluster|system|setup)|objectifs?|tâches?|but|aufgabe|ziele?)/iu,
  },
  {
    part: 'action',
    pattern:
      /^\W*(?:the (?:fix|work|approach)|approach|actions?|solutions?|fix|implementation|how (?:they|we|I) (?:found|did|solved)|storage|backup|steps|mise en (?:œuvre|oeuvre|place)|actions? menées?|réalisations?|démarche|technologies? évalu\p{L}+|vorgehen|umsetzung|lösung)/iu,
  },
  {
    part: 'result',
    pattern:
      /^\W*(?:results?|outcomes?|impact|benefits?|what (?:we|I) did well|so how did it|résultats?|gains?|bénéfices?|ergebnis(?:se)?|wirkung)/iu,
  },
];
const INCIDENT = /(?<!\p{L})(?:incident|outage|post-?mortem|war stor\p{L}+|panne|crash|downtime|störung|ausfall)(?!\p{L})/iu;
const MIGRATION = /(?<!\p{L})(?:migrat\p{L}+|upgrade|move (?:from|to)|umzug|bascule)(?!\p{L})/iu;
const REFLECTION = /^\W*(?:what (?:we|I) (?:did|would)|how (?:I|we)(?: would|['’]d)|ce que)/iu;
const LOOK_BACK =
  /(?<!\p{L})(?:reflections?|retrospectives?|looking back|lessons|rétrospective|retour d['’]expérience|bilan|rückblick)(?!\p{L})/iu;
const MIN_PARTS = 2;
const KEY = /^([^:–—\n]{2,40}?)\s*[:–—]\s*(?=\S)/u;
const MAX_PART = 4000;
const MAX_KEY = 40;

interface Range {
  start: number;
  end: number;
}

/** Experiences told with at least two of situation, task, action, result and lesson, each in its place. */
export function readStories(reading: Reading): ImportedStory[] {
  const byParent = childSections(reading.outline.sections);
  const bySection = blocksBySection(reading);
  const stories: ImportedStory[] = [];
  for (const [index, section] of reading.outline.sections.entries()) {
    if (partOf(section.title) !== null && REFLECTION.test(section.title)) continue;
    const story = readStory(reading, index, section, byParent.get(index) ?? [], bySection);
    if (story !== null) stories.push(story);
  }
  return stories;
}

function childSections(sections: readonly Section[]): Map<number, number[]> {
  const byParent = new Map<number, number[]>();
  for (const [index, section] of sections.entries()) {
    const list = byParent.get(section.parent);
    if (list === undefined) byParent.set(section.parent, [index]);
    else list.push(index);
  }
  return byParent;
}

function blocksBySection(reading: Reading): Map<number, PlacedBlock[]> {
  const bySection = new Map<number, PlacedBlock[]>();
  for (const block of reading.outline.blocks) {
    if (block.kind === 'heading') continue;
    const list = bySection.get(block.section);
    if (list === undefined) bySection.set(block.section, [block]);
    else list.push(block);
  }
  return bySection;
}

function readStory(
  reading: Reading,
  index: number,
  section: Section,
  children: readonly number[],
  bySection: ReadonlyMap<number, PlacedBlock[]>,
): ImportedStory | null {
  const own = bySection.get(index) ?? [];
  const heading = reading.outline.blocks[section.heading];
  const parts = new Map<Part, Range>();
  readKeyedLines(reading, own, parts);
  let last = own.at(-1)?.end ?? heading?.end ?? 0;
  let hasReflection = false;
  const skills = new Set<string>();
  const collect = (blocks: readonly PlacedBlock[]): void => {
    for (const block of blocks) for (const mention of reading.byBlock.get(block.index) ?? []) skills.add(mention.skillId);
  };
  collect(heading === undefined ? own : [heading, ...own]);
  for (const child of children) {
    const blocks = bySection.get(child) ?? [];
    const part = partOf(reading.outline.sections[child]?.title ?? '');
    const [first] = blocks;
    if (part === null || first === undefined) continue;
    hasReflection ||= REFLECTION.test(reading.outline.sections[child]?.title ?? '');
    addPart(parts, part, first.start, blocks.at(-1)?.end ?? first.end);
    last = Math.max(last, blocks.at(-1)?.end ?? 0);
    collect(blocks);
  }
  if (parts.size < MIN_PARTS || heading === undefined) return null;
  if (hasReflection && !parts.has('situation') && own[0] !== undefined) addPart(parts, 'situation', own[0].start, own[0].end);
  return {
    title: section.title,
    start: heading.start,
    end: last,
    kind: kindOf(reading, section),
    ...partSpans(reading, parts),
    skills: [...skills],
  };
}

/** "Lesson: …" tells its part in the line itself, "Objectifs" in the lines under it or right after it. */
function readKeyedLines(reading: Reading, blocks: readonly PlacedBlock[], parts: Map<Part, Range>): void {
  const titled = new Map<number, Part>();
  for (const block of blocks) {
    const above = titled.get(block.parent) ?? (block.kind === 'paragraph' ? titled.get(block.index - 1) : undefined);
    if (above !== undefined) {
      addPart(parts, above, block.start, block.end);
      titled.set(block.index, above);
      continue;
    }
    const { title, valueAt } = splitKey(reading.outline.masked.slice(block.start, Math.min(block.end, block.start + 200)));
    const part = partOf(title);
    if (part === null) continue;
    if (valueAt > 0) addPart(parts, part, block.start + valueAt, block.end);
    else titled.set(block.index, part);
  }
}

/** The key of "Key: value", or a short first line of its own, and where its value begins (0: in the blocks that follow). */
function splitKey(text: string): { title: string; valueAt: number } {
  const key = KEY.exec(text);
  if (key !== null) return { title: key[1] ?? '', valueAt: key[0].length };
  const lineEnd = text.search(/\r?\n/);
  if (lineEnd === -1) return { title: text.length <= MAX_KEY ? text : '', valueAt: 0 };
  return {
    title: lineEnd <= MAX_KEY ? text.slice(0, lineEnd) : '',
    valueAt: lineEnd + Math.max(0, text.slice(lineEnd).search(/\S/)),
  };
}

function addPart(parts: Map<Part, Range>, part: Part, start: number, end: number): void {
  const known = parts.get(part);
  if (known === undefined) parts.set(part, { start, end: Math.min(end, start + MAX_PART) });
  else known.end = Math.max(known.end, Math.min(end, known.start + MAX_PART));
}

function partOf(title: string): Part | null {
  return title === '' ? null : (PART_TITLES.find((each) => each.pattern.test(title))?.part ?? null);
}

function kindOf(reading: Reading, section: Section): ImportedStory['kind'] {
  const above = reading.outline.sections[section.parent]?.title ?? '';
  if (INCIDENT.test(section.title)) return 'incident';
  if (MIGRATION.test(section.title)) return 'migration';
  if (INCIDENT.test(above)) return 'incident';
  return LOOK_BACK.test(section.title) ? 'reflection' : 'project';
}

function partSpans(reading: Reading, parts: ReadonlyMap<Part, Range>): Record<Part, Span | null> {
  const span = (part: Part): Span | null => {
    const range = parts.get(part);
    return range === undefined ? null : spanOf(reading.document, range.start, range.end);
  };
  return {
    situation: span('situation'),
    task: span('task'),
    action: span('action'),
    result: span('result'),
    lesson: span('lesson'),
  };
}

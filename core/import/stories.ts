import type { PlacedBlock, Section } from './blocks.ts';
import { latin } from './patterns.ts';
import { lowerCaseOf, type Reading, sectionsAround, sentenceAt, skillsIn, spanOf } from './reading.ts';
import { cuesOf, mayHaveCue, namesTeller, type StoryPart as Part } from './story-cues.ts';
import type { ImportedStory, Span } from './types.ts';

/** Keys of lines and titles of lists, and the part of a story they tell. The first that fits wins. */
const PART_TITLES: readonly { readonly part: Part; readonly pattern: RegExp }[] = [
  {
    part: 'lesson',
    pattern:
      /^\W*(?:lessons?(?: learned)?|learned|what (?:I|we) (?:changed|learned|learnt|took)|takeaways?|retrospective|what (?:we|I) (?:did not|didn['’]t) do|what (?:I|we) would|how (?:I|we)(?: would|['’]d)|leçons?|enseignements?|bilan|ce que je referais|ce que j['’]ai appris|gelernt|fazit)/iu,
  },
  {
    part: 'situation',
    pattern:
      /^\W*(?:context|situation|background|drivers?|why|what (?:happened|went wrong|broke)|(?:was|das ist) (?:passiert|geschehen)|ce qui s['’]est passé|problem|challenge|incident|old (?:cluster|system|setup)|contexte|problème|origine|ausgangslage|problem|hintergrund)/iu,
  },
  {
    part: 'task',
    pattern:
      /^\W*(?:the (?:incident|change|task|goal)|tasks?|goals?|objectives?|scope|mission|target|new (?:cluster|system|setup)|objectifs?|tâches?|but|aufgabe|ziele?)/iu,
  },
  {
    part: 'action',
    pattern: latin(
      /^\W*(?:the (?:fix|work|approach)|what (?:I|we) did\s*$|approach|actions?|solutions?|fix|implementation|how (?:they|we|I) (?:found|did|solved)|storage|backup|steps|mise en (?:œuvre|oeuvre|place)|actions? menées?|réalisations?|démarche|technologies? évalu\p{L}+|vorgehen|umsetzung|lösung)/iu,
    ),
  },
  {
    part: 'result',
    pattern:
      /^\W*(?:results?|outcomes?|how it (?:ended|went)|in the end|impact|benefits?|what (?:we|I) did well|so how did it|résultats?|gains?|bénéfices?|ergebnis(?:se)?|wirkung)/iu,
  },
];
const INCIDENT = latin(/(?<!\p{L})(?:incident|outage|post-?mortem|war stor\p{L}+|panne|crash|downtime|störung|ausfall)(?!\p{L})/iu);
const MIGRATION = latin(/(?<!\p{L})(?:migrat\p{L}+|upgrade|move (?:from|to)|umzug|bascule)(?!\p{L})/iu);
const REFLECTION = /^\W*(?:what (?:we|I) (?:did|would)|how (?:I|we)(?: would|['’]d)|ce que)/iu;
const LOOK_BACK = latin(
  /(?<!\p{L})(?:reflections?|retrospectives?|looking back|lessons|rétrospective|retour d['’]expérience|bilan|rückblick)(?!\p{L})/iu,
);
/** Titles of what is told as a story whatever its wording. */
const STORY_TITLE = latin(
  /(?<!\p{L})(?:things that (?:broke|went wrong)|(?:one|a) bad (?:day|night)|pannes? mémorables?|lehrgeld|(?:war )?stor(?:y|ies)|post-?mortems?|anecdotes?|histoires?|récits?|retour d['’]expérience|Geschichten?|Erlebnisse?|Vorfall|Vorfälle)(?!\p{L})/iu,
);
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
    if (stories.length >= MAX_STORIES) break;
    const story = readStory(reading, index, section, byParent.get(index) ?? [], bySection);
    if (story !== null) stories.push(story);
  }
  return [...stories, ...toldStories(reading, bySection, stories)].sort((a, b) => a.start - b.start);
}

/** A told story has at least this many sentences that say which part they are, the action among them. */
const MIN_TOLD = 3;
const MAX_SENTENCE = 600;
const MAX_SECTION_BLOCKS = 40;
/** A text with more of them is no person's. */
const MAX_STORIES = 300;

interface Told {
  readonly parts: Map<Part, Range>;
  readonly sentences: number;
  readonly block: PlacedBlock;
}

/**
 * Stories told in prose, without titles for their parts: a section, or a single paragraph, whose sentences by their
 * wording tell an action and why it was done or what came of it. Sections that already gave a story are left out.
 */
function toldStories(reading: Reading, bySection: ReadonlyMap<number, PlacedBlock[]>, known: readonly ImportedStory[]): ImportedStory[] {
  const found: ImportedStory[] = [];
  for (const [index, blocks] of bySection) {
    if (found.length >= MAX_STORIES) break;
    const isKnown = (block: PlacedBlock): boolean => known.some((story) => story.start <= block.start && story.end >= block.end);
    const told = blocks
      .slice(0, MAX_SECTION_BLOCKS)
      .filter((block) => block.kind !== 'code' && block.kind !== 'row' && !isKnown(block))
      .map((block) => toldIn(reading, block));
    if (!blocks.slice(0, MAX_SECTION_BLOCKS).some((block) => namesTeller(textOf(reading, block)))) continue;
    const prose = told.filter(({ block, sentences }) => block.kind === 'paragraph' && sentences > 0);
    const section = reading.outline.sections[index];
    const heading = section === undefined ? undefined : reading.outline.blocks[section.heading];
    const whole = mergeTold(told);
    // A title over connected prose is one story; over notes of different things each paragraph may be one.
    if (heading !== undefined && prose.length >= 2 && prose.length >= told.length / 4 && isTold(whole, MIN_TOLD)) {
      found.push(storyOf(reading, { title: section?.title ?? '', from: heading, blocks, parts: whole.parts, section }));
      continue;
    }
    for (const { block, parts, sentences } of told) {
      const isSeen = found.some((story) => story.start <= block.start && story.end >= block.end);
      if (block.kind === 'paragraph' && !isSeen && namesTeller(textOf(reading, block)) && isTold({ parts, sentences }, 2))
        found.push(storyOf(reading, { title: firstWords(reading, block), from: block, blocks: [block], parts, section }));
    }
  }
  return found;
}

function isTold({ parts, sentences }: Pick<Told, 'parts' | 'sentences'>, least: number): boolean {
  const isAnswered = parts.has('result') || parts.has('lesson');
  return sentences >= least && parts.has('action') && (isAnswered || parts.has('situation')) && parts.size >= (least === 2 ? 2 : 3);
}

function toldIn(reading: Reading, block: PlacedBlock): Told {
  const parts = new Map<Part, Range>();
  let sentences = 0;
  if (!mayHaveCue(lowerCaseOf(reading.outline, block))) return { parts, sentences, block };
  for (let at = block.start; at < block.end; ) {
    const sentence = sentenceAt(reading.outline, block, at);
    const text = reading.outline.masked.slice(Math.max(at, sentence.start), Math.min(sentence.end, sentence.start + MAX_SENTENCE));
    const cues = cuesOf(text);
    for (const part of cues) addPart(parts, part, at + (text.length - text.trimStart().length), sentence.end);
    if (cues.length > 0) sentences += 1;
    at = Math.max(sentence.end, at + 1);
  }
  return { parts, sentences, block };
}

function textOf(reading: Reading, block: PlacedBlock): string {
  return reading.outline.masked.slice(block.start, Math.min(block.end, block.start + MAX_PART));
}

function mergeTold(told: readonly Told[]): Pick<Told, 'parts' | 'sentences'> {
  const parts = new Map<Part, Range>();
  for (const each of told) for (const [part, range] of each.parts) if (!parts.has(part)) parts.set(part, { ...range });
  return { parts, sentences: told.reduce((sum, each) => sum + each.sentences, 0) };
}

interface ToldStory {
  readonly title: string;
  readonly from: PlacedBlock;
  readonly blocks: readonly PlacedBlock[];
  readonly parts: ReadonlyMap<Part, Range>;
  readonly section: Section | undefined;
}

function storyOf(reading: Reading, { title, from, blocks, parts, section }: ToldStory): ImportedStory {
  const skills = new Set(blocks.flatMap((block) => skillsIn(reading, block.index)));
  const titles = section === undefined ? [] : sectionsAround(reading.outline, from).map((each) => each.title);
  return {
    title,
    start: from.start,
    end: blocks.at(-1)?.end ?? from.end,
    kind: kindOfTitles([title, ...titles]),
    ...partSpans(reading, parts),
    skills: [...skills],
  };
}

const TITLE_WORDS = 10;

function firstWords(reading: Reading, block: PlacedBlock): string {
  const words = reading.document.text.slice(block.start, Math.min(block.end, block.start + 200)).split(/\s+/);
  return words.length > TITLE_WORDS ? `${words.slice(0, TITLE_WORDS).join(' ')} …` : words.join(' ');
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
  const keyed = parts.size;
  if (heading === undefined) return null;
  const isByName = STORY_TITLE.test(section.title) || isStoryBelow(reading, section);
  const untitled = children.filter((child) => partOf(reading.outline.sections[child]?.title ?? '') === null);
  if (own.length === 0 && untitled.length === children.length) return null;
  if (keyed > 0 || isByName) fillParts(reading, [...own, ...untitled.flatMap((child) => bySection.get(child) ?? [])], parts);
  if (keyed === 0 && isByName) fillByOrder(own, parts);
  if (parts.size < MIN_PARTS || (keyed < MIN_PARTS && !isByName)) return null;
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

function isStoryBelow(reading: Reading, section: Section): boolean {
  return STORY_TITLE.test(reading.outline.sections[section.parent]?.title ?? '');
}

/** Parts that no title or key tells are taken from the wording of the sentences. */
function fillParts(reading: Reading, blocks: readonly PlacedBlock[], parts: Map<Part, Range>): void {
  const readable = blocks.slice(0, MAX_SECTION_BLOCKS).filter((block) => block.kind !== 'code' && block.kind !== 'row');
  const told = mergeTold(readable.map((block) => toldIn(reading, block)));
  for (const [part, range] of told.parts) if (!parts.has(part)) parts.set(part, range);
}

/** What calls itself a story begins with how things were and ends with how they came to be. */
function fillByOrder(blocks: readonly PlacedBlock[], parts: Map<Part, Range>): void {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined || first === last) return;
  if (!parts.has('situation')) addPart(parts, 'situation', first.start, first.end);
  if (!parts.has('result') && !parts.has('lesson')) addPart(parts, 'result', last.start, last.end);
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
    if (block.kind === 'paragraph' && readKeyedSentences(reading, block, parts)) continue;
    const { title, valueAt } = splitKey(reading.outline.masked.slice(block.start, Math.min(block.end, block.start + 200)));
    const part = partOf(title);
    if (part === null) continue;
    if (valueAt > 0) addPart(parts, part, block.start + valueAt, block.end);
    else titled.set(block.index, part);
  }
}

/** Lines and sentences of one paragraph that each begin with a key: "Situation: … Result: …", "What I did. …". */
const INNER_KEY = /(?:^|\n|[.!?]\s+)[*_]{0,2}([\p{L}][\p{L} ’']{2,32}?)[*_]{0,2}\s*(?::|\.(?=[*_]{0,2}\s))[*_]{0,2}\s*(?=\S)/gu;

function readKeyedSentences(reading: Reading, block: PlacedBlock, parts: Map<Part, Range>): boolean {
  const text = reading.outline.masked.slice(block.start, Math.min(block.end, block.start + MAX_PART));
  const keys = [...text.matchAll(INNER_KEY)].flatMap((match) => {
    const part = partOf(match[1] ?? '');
    const isQuestion = /^(?:what|how|was|wie|ce que|ce qui)\s/i.test(match[1] ?? '');
    return part === null || (!match[0].includes(':') && !isQuestion)
      ? []
      : [{ part, at: match.index, from: match.index + match[0].length }];
  });
  const isKeyed = keys.length >= MIN_PARTS || (keys.length === 1 && !(keys[0]?.at === 0 && text.slice(0, keys[0].from).includes(':')));
  if (!isKeyed) return false;
  for (const [index, { part, from }] of keys.entries()) {
    const to = keys[index + 1]?.at ?? text.length;
    if (to > from) addPart(parts, part, block.start + from, block.start + to);
  }
  return keys.length > 0;
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
  return kindOfTitles([section.title, reading.outline.sections[section.parent]?.title ?? '']);
}

/** By the story's own title first, then by that of the section around it. */
function kindOfTitles([own = '', above = '']: readonly string[]): ImportedStory['kind'] {
  if (INCIDENT.test(own)) return 'incident';
  if (MIGRATION.test(own)) return 'migration';
  if (INCIDENT.test(above)) return 'incident';
  return LOOK_BACK.test(own) ? 'reflection' : 'project';
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

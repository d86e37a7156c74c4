import type { PlacedBlock, Section } from './blocks.ts';
import { latin } from './patterns.ts';
import { lowerCaseOf, type Reading, sectionsAround, sentenceAt, skillsIn } from './reading.ts';
import { cuesOf, mayHaveCue, namesTeller, type StoryPart as Part } from './story-cues.ts';
import { addPart, kindOfTitles, MAX_PART, MIN_PARTS, partOf, partSpans, type Range, readKeyedLines } from './story-parts.ts';
import type { ImportedStory } from './types.ts';

const REFLECTION = /^\W*(?:what (?:we|I) (?:did|would)|how (?:I|we)(?: would|['’]d)|ce que)/iu;
/** Titles of what is told as a story whatever its wording. */
const STORY_TITLE = latin(
  /(?<!\p{L})(?:things that (?:broke|went wrong)|(?:one|a) bad (?:day|night)|pannes? mémorables?|lehrgeld|(?:war )?stor(?:y|ies)|post-?mortems?|anecdotes?|histoires?|récits?|retour d['’]expérience|Geschichten?|Erlebnisse?|Vorfall|Vorfälle)(?!\p{L})/iu,
);
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
  const told = [...stories, ...toldStories(reading, bySection, stories)];
  return [...told, ...sisterStories(reading, byParent, bySection, told)].sort((a, b) => a.start - b.start);
}

/** So many sisters tell a story that the odd one out is one too, though its wording does not say so. */
const MIN_SISTERS = 4;
const MOST = 2 / 3;

function sisterStories(
  reading: Reading,
  byParent: ReadonlyMap<number, readonly number[]>,
  bySection: ReadonlyMap<number, PlacedBlock[]>,
  known: readonly ImportedStory[],
): ImportedStory[] {
  const starts = new Set(known.map((story) => story.start));
  const headingOf = (index: number): PlacedBlock | undefined => reading.outline.blocks[reading.outline.sections[index]?.heading ?? -1];
  return [...byParent.values()].flatMap((sisters) => {
    const others = sisters.filter((index) => !starts.has(headingOf(index)?.start ?? -1));
    if (sisters.length < MIN_SISTERS || sisters.length - others.length < sisters.length * MOST) return [];
    return others.flatMap((index) => {
      const blocks = bySection.get(index) ?? [];
      const heading = headingOf(index);
      const section = reading.outline.sections[index];
      if (heading === undefined || section === undefined || !blocks.some((block) => namesTeller(textOf(reading, block)))) return [];
      const parts = new Map<Part, Range>();
      fillParts(reading, blocks, parts);
      fillByOrder(reading, blocks, parts);
      return parts.size < MIN_PARTS ? [] : [storyOf(reading, { title: section.title, from: heading, blocks, parts, section })];
    });
  });
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
  if (keyed === 0 && isByName) fillByOrder(reading, own, parts);
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
function fillByOrder(reading: Reading, blocks: readonly PlacedBlock[], parts: Map<Part, Range>): void {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return;
  const opening = first === last ? sentenceAt(reading.outline, first, first.start) : first;
  const ending = first === last ? sentenceAt(reading.outline, last, Math.max(last.start, last.end - 2)) : last;
  if (ending.start <= opening.start) return;
  if (!parts.has('situation')) addPart(parts, 'situation', opening.start, opening.end);
  if (!parts.has('result') && !parts.has('lesson')) addPart(parts, 'result', ending.start, ending.end);
}

function kindOf(reading: Reading, section: Section): ImportedStory['kind'] {
  return kindOfTitles([section.title, reading.outline.sections[section.parent]?.title ?? '']);
}

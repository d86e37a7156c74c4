import type { PlacedBlock } from './blocks.ts';
import { latin } from './patterns.ts';
import { type Reading, spanOf } from './reading.ts';
import type { StoryPart as Part } from './story-cues.ts';
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
const LOOK_BACK = latin(
  /(?<!\p{L})(?:reflections?|retrospectives?|looking back|lessons|rétrospective|retour d['’]expérience|bilan|rückblick)(?!\p{L})/iu,
);
const KEY = /^([^:–—\n]{2,40}?)\s*[:–—]\s*(?=\S)/u;
export const MAX_PART = 4000;
const MAX_KEY = 40;

/** A story has at least this many of its parts. */
export const MIN_PARTS = 2;

export interface Range {
  start: number;
  end: number;
}

/** "Lesson: …" tells its part in the line itself, "Objectifs" in the lines under it or right after it. */
export function readKeyedLines(reading: Reading, blocks: readonly PlacedBlock[], parts: Map<Part, Range>): void {
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

export function addPart(parts: Map<Part, Range>, part: Part, start: number, end: number): void {
  const known = parts.get(part);
  if (known === undefined) parts.set(part, { start, end: Math.min(end, start + MAX_PART) });
  else known.end = Math.max(known.end, Math.min(end, known.start + MAX_PART));
}

export function partOf(title: string): Part | null {
  return title === '' ? null : (PART_TITLES.find((each) => each.pattern.test(title))?.part ?? null);
}

/** By the story's own title first, then by that of the section around it. */
export function kindOfTitles([own = '', above = '']: readonly string[]): ImportedStory['kind'] {
  if (INCIDENT.test(own)) return 'incident';
  if (MIGRATION.test(own)) return 'migration';
  if (INCIDENT.test(above)) return 'incident';
  return LOOK_BACK.test(own) ? 'reflection' : 'project';
}

export function partSpans(reading: Reading, parts: ReadonlyMap<Part, Range>): Record<Part, Span | null> {
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

import stemmers from 'snowball-stemmers';
import type { KeyPoint } from '../content/question.ts';

/** What the app thinks of one key point in a typed answer. Never "missing": words can only confirm. */
export interface PointCheck {
  readonly id: string;
  readonly state: 'found' | 'possibly-denied' | 'not-detected';
  /** Where in the answer, as string indices; null when not detected. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** The wording that matched. */
  readonly alias: string | null;
}

/** What the points found in a typed answer suggest; a suggestion, so three bands and no percentage. */
export type Band = 'likely-complete' | 'check-yourself' | 'little-detected';

/** Share of the weight from which an answer may be called likely complete, and below which little was detected. */
const COMPLETE_SHARE = 0.8;
const LITTLE_SHARE = 0.3;

/**
 * The band of a typed answer: likely complete when at least 80 % of the weight and every essential point were found and none
 * was possibly denied; little detected under 30 %; to be checked by the person in between. Null without points.
 */
export function bandOf(points: readonly Pick<KeyPoint, 'id' | 'weight' | 'essential'>[], checks: readonly PointCheck[]): Band | null {
  if (points.length === 0) return null;
  const states = new Map(checks.map(({ id, state }) => [id, state]));
  const isFound = ({ id }: Pick<KeyPoint, 'id'>): boolean => states.get(id) === 'found';
  const weightOf = (some: typeof points): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const share = weightOf(points.filter(isFound)) / weightOf(points);
  if (share < LITTLE_SHARE) return 'little-detected';
  const isSure = points.filter(({ essential }) => essential).every(isFound) && !checks.some(({ state }) => state === 'possibly-denied');
  return share >= COMPLETE_SHARE && isSure ? 'likely-complete' : 'check-yourself';
}

interface Word {
  readonly stem: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const MAX_GAP = 4;
/** Answers shorter than this get no credit for single words: a list of terms is not an answer. */
export const MIN_ANSWER_WORDS = 12;
const DENIALS = new Set([
  'not',
  'no',
  'never',
  'without',
  'neither',
  'nor',
  'cannot',
  "don't",
  "doesn't",
  "isn't",
  "won't",
  "can't",
  'pas',
  'jamais',
  'aucun',
  'aucune',
  'sans',
]);
/** How many words before a match may deny it. */
const DENIAL_REACH = 4;

/**
 * Looks for each key point's wordings in an answer: folded case and accents, stemmed words (Snowball), `word*` as a prefix,
 * `a ... b` with up to four words between, `a & b` in one sentence. A wording that stands in the prompt is dead, so
 * echoing the question finds nothing. A suggestion: the person decides.
 */
export function checkKeyPoints(answer: string, points: readonly KeyPoint[], prompt: string, language: 'en' | 'fr' = 'en'): PointCheck[] {
  const stem = stemmerFor(language);
  const sentences = splitSentences(answer, stem);
  const promptSentences = splitSentences(prompt, stem);
  const long = sentences.reduce((sum, words) => sum + words.length, 0) >= MIN_ANSWER_WORDS;
  return points.map((point) => {
    const aliases = (point.aliases[language] ?? point.aliases.en).map((text) => ({ text, terms: parseAlias(text, stem) }));
    const alive = aliases.filter(({ terms }) => find(terms, promptSentences) === null);
    let denied: PointCheck | null = null;
    for (const { text, terms } of alive) {
      const hit = long ? find(terms, sentences) : null;
      if (hit === null) continue;
      const check: PointCheck = { id: point.id, state: 'found', span: { start: hit.start, end: hit.end }, alias: text };
      if (hit.denied && point.negOk !== true && !hasDenial(terms)) denied ??= { ...check, state: 'possibly-denied' };
      else return check;
    }
    return denied ?? { id: point.id, state: 'not-detected', span: null, alias: null };
  });
}

type Stem = (word: string) => string;
type Term = { readonly text: string; readonly prefix: boolean };
/** Alternatives joined by `&`; each is a run of terms in order with the gap allowed before each. */
type Alias = readonly (readonly { readonly term: Term; readonly maxGap: number }[])[];

const cache = new Map<string, Stem>();

function stemmerFor(language: 'en' | 'fr'): Stem {
  const known = cache.get(language);
  if (known) return known;
  const stemmer = stemmers.newStemmer(language === 'fr' ? 'french' : 'english');
  const stem: Stem = (word) => stemmer.stem(word);
  cache.set(language, stem);
  return stem;
}

/** Lower case without accents, the same length per character where the alphabet allows it. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
}

const WORD = /[\p{L}\p{N}]+(?:['’._/-][\p{L}\p{N}]+)*/gu;

function words(text: string, offset: number, stem: Stem): Word[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const start = offset + match.index;
    const whole: Word = { folded: fold(match[0]), stem: stem(fold(match[0])), start, end: start + match[0].length };
    return [whole];
  });
}

function splitSentences(text: string, stem: Stem): Word[][] {
  return [...text.matchAll(/[^.!?;\n]+(?:[.!?;](?=\S)[^.!?;\n]+)*/g)].map((match) => words(match[0], match.index, stem));
}

function parseAlias(alias: string, stem: Stem): Alias {
  return alias.split('&').map((side) => {
    let maxGap = 0;
    return side.split(/\s+/).flatMap((token) => {
      if (token === '') return [];
      if (token === '...') {
        maxGap = MAX_GAP;
        return [];
      }
      const isPrefix = token.endsWith('*');
      // Read as an answer is read, so that “1,024” and “22 %” are the same words on both sides.
      const parts = token.match(WORD) ?? [];
      return parts.map((part, index) => {
        const prefix = isPrefix && index === parts.length - 1;
        const step = { term: { text: prefix ? fold(part) : stem(fold(part)), prefix }, maxGap };
        maxGap = 0;
        return step;
      });
    });
  });
}

function hasDenial(alias: Alias): boolean {
  return alias.some((side) => side.some(({ term }) => DENIALS.has(term.text)));
}

function matches(term: Term, word: Word): boolean {
  return term.prefix ? word.folded.startsWith(term.text) : word.stem === term.text;
}

function find(alias: Alias, sentences: readonly Word[][]): { start: number; end: number; denied: boolean } | null {
  for (const sentence of sentences) {
    const hits = alias.map((side) => findSide(side, sentence));
    if (hits.length === 0 || hits.some((hit) => hit === null)) continue;
    const found = hits.filter((hit) => hit !== null);
    const first = Math.min(...found.map(({ from }) => from));
    const last = Math.max(...found.map(({ to }) => to));
    const before = sentence.slice(Math.max(0, first - DENIAL_REACH), last);
    const start = sentence[first]?.start ?? 0;
    return { start, end: sentence[last]?.end ?? start, denied: before.some(({ folded }) => DENIALS.has(folded)) };
  }
  return null;
}

function findSide(side: Alias[number], sentence: readonly Word[]): { from: number; to: number } | null {
  for (let from = 0; from < sentence.length; from += 1) {
    let at = from - 1;
    const complete = side.every(({ term, maxGap }, index) => {
      const reach = index === 0 ? at + 1 : at + 1 + maxGap;
      for (let next = at + 1; next <= reach; next += 1) {
        const word = sentence[next];
        if (word && matches(term, word)) {
          at = next;
          return true;
        }
      }
      return false;
    });
    if (complete && side.length > 0) return { from, to: at };
  }
  return null;
}

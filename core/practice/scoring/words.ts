import stemmers from 'snowball-stemmers';

export type AnswerLanguage = 'en' | 'fr';

/** A word of a text with its place, as it is compared. */
export interface Word {
  /** Lower case, without accents. */
  readonly folded: string;
  readonly stem: string;
  /** Place in the text, as string indices. */
  readonly start: number;
  readonly end: number;
  /** Which clause of its sentence it stands in, counted from 0: commas, colons, brackets and words such as "but" begin a new one. */
  readonly clause: number;
}

export type Stem = (word: string) => string;

const MAX_KNOWN_STEMS = 50_000;
const stems = new Map<AnswerLanguage, Stem>();

/** The Snowball stemmer of a language; what it has stemmed once it remembers. */
export function stemmerFor(language: AnswerLanguage): Stem {
  const ready = stems.get(language);
  if (ready) return ready;
  const stemmer = stemmers.newStemmer(language === 'fr' ? 'french' : 'english');
  const known = new Map<string, string>();
  const stem: Stem = (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= MAX_KNOWN_STEMS) known.clear();
    const fresh = stemmer.stem(word);
    known.set(word, fresh);
    return fresh;
  };
  stems.set(language, stem);
  return stem;
}

const ASCII = /^[ -~]*$/;

/** Lower case without accents and ligatures. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/** What French leaves of a little word before a vowel; "n'", "c'est" and "j'" stay: they deny, or say who speaks. */
const ELISION = /^(?:[dlmst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L}{2})/u;

/** A word as it is compared: folded, without what an elision has put before it ("l'adresse" is "adresse"). */
export function foldWord(word: string): string {
  return fold(word).replace(ELISION, '');
}

/** A word, with what may stand inside one: don't, 10.0.0.1, read-only, tcp/443. */
export const WORD = /[\p{L}\p{N}]+(?:['’._/-][\p{L}\p{N}]+)*/gu;
const CLAUSE_MARK = /,\s|[:()–—]|\s-\s/;
const CLAUSE_WORDS = new Set(['but', 'however', 'because', 'so', 'although', 'though', 'whereas', 'mais', 'donc', 'car', 'cependant']);

/** The words of one stretch of text. @param offset where it begins in the text that `start` and `end` count in. */
export function wordsOf(text: string, offset: number, stem: Stem): Word[] {
  let clause = 0;
  let last = 0;
  return [...text.matchAll(WORD)].map((match) => {
    const folded = foldWord(match[0]);
    if (last > 0 && (CLAUSE_MARK.test(text.slice(last, match.index)) || CLAUSE_WORDS.has(folded))) clause += 1;
    last = match.index + match[0].length;
    return { folded, stem: stem(folded), start: offset + match.index, end: offset + last, clause };
  });
}

/** A text's sentences, each as its words; lines and semicolons end a sentence too. */
export function sentencesOf(text: string, stem: Stem): Word[][] {
  return [...text.matchAll(/[^.!?;\n]+(?:[.!?;](?=\S)[^.!?;\n]+)*/g)]
    .map((match) => wordsOf(match[0], match.index, stem))
    .filter((words) => words.length > 0);
}

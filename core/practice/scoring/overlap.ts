import type { AnswerIndex, Hit } from './answer-index.ts';
import { type BankWords, weightOfStem } from './bank-words.ts';
import { DENIALS } from './denials.ts';
import { isLittleWord } from './little-words.ts';
import { type AnswerLanguage, fold, stemmerFor, WORD } from './words.ts';

/** What a sentence is about, as stems with weights; another sentence about most of it says the same thing in other words. */
export interface Topic {
  readonly text: string;
  readonly stems: ReadonlyMap<string, number>;
  /** The weight of the stems together. */
  readonly total: number;
  readonly isDenial: boolean;
  readonly isOwn: boolean;
}

interface Setting {
  readonly language: AnswerLanguage;
  readonly inPrompt: AnswerIndex;
  readonly bank: BankWords | null;
  readonly isOwn: boolean;
}

/**
 * The share of a topic's weight a sentence must have to be near it. Measured on the tuned half of the written answers
 * (scripts/bench-scoring.ts): with 0.4, and 0.6 where only two stems are shared, recall rises from .57 to .66 at a precision
 * of .88 to .87; below, answers that use the words and get it wrong are taken in.
 */
const NEAR_SHARE = 0.4;
const NEAR_SHARE_OF_TWO = 0.6;
/** Of a wording the person chose themself; most of it must be there. */
const OWN_SHARE = 0.6;
const MIN_STEMS = 2;

/** What a text is about: its stems without little words and without those of the question. Null where too little is left. */
export function topicOf(text: string, { language, inPrompt, bank, isOwn }: Setting): Topic | null {
  const stem = stemmerFor(language);
  const words = (text.match(WORD) ?? []).map(fold);
  const stems = new Map<string, number>();
  for (const word of words) {
    const own = stem(word);
    if (isLittleWord(word, language) || DENIALS.has(word) || inPrompt.places({ text: own, prefix: false }).size > 0) continue;
    stems.set(own, bank === null ? 1 : weightOfStem(bank, own));
  }
  if (stems.size < MIN_STEMS) return null;
  const total = [...stems.values()].reduce((sum, weight) => sum + weight, 0);
  return { text, stems, total, isDenial: words.some((word) => DENIALS.has(word)), isOwn };
}

/** The sentences of an answer that are about most of a topic. */
export function overlapsOf({ stems, total, isOwn }: Topic, index: AnswerIndex): Hit[] {
  const found = new Map<number, { weight: number; words: number[] }>();
  for (const [text, weight] of stems) {
    const seen = new Set<number>();
    for (const place of index.places({ text, prefix: false })) {
      const { sentence, word } = index.read(place);
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      const one = found.get(sentence) ?? { weight: 0, words: [] };
      one.weight += weight;
      one.words.push(word);
      found.set(sentence, one);
    }
  }
  return [...found]
    .filter(
      ([, { weight, words }]) =>
        words.length >= MIN_STEMS && weight >= total * (isOwn ? OWN_SHARE : words.length === MIN_STEMS ? NEAR_SHARE_OF_TWO : NEAR_SHARE),
    )
    .map(([sentence, { words }]) => ({ sentence, from: Math.min(...words), to: Math.max(...words), words }));
}

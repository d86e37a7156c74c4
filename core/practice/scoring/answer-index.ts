import type { Alias, Term } from './alias.ts';
import type { TypoIndex } from './typos.ts';
import { type AnswerLanguage, sentencesOf, stemmerFor, type Word } from './words.ts';

/** Where a wording matched: the words `from` to `to` of a sentence, and each word it needed. */
export interface Hit {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly words: readonly number[];
}

const MAX_HITS = 20;

/** A text whose words can be looked up by stem and by beginning, so that a long answer is read once and not once per wording. */
export class AnswerIndex {
  readonly sentences: readonly (readonly Word[])[];
  readonly count: number;
  /** Sentence and place of every word, by stem; a place is `sentence * 2^16 + word`. */
  readonly #byStem = new Map<string, number[]>();
  readonly #byWord = new Map<string, number[]>();
  readonly #prefixes = new Map<string, ReadonlySet<number>>();
  readonly #stems = new Map<string, ReadonlySet<number>>();

  constructor(text: string, language: AnswerLanguage, typos: readonly TypoIndex[] = []) {
    const stem = stemmerFor(language);
    this.sentences = sentencesOf(text, stem);
    this.count = this.sentences.reduce((sum, words) => sum + words.length, 0);
    for (const [sentence, words] of this.sentences.entries()) {
      for (const [at, { folded, stem: own }] of words.entries()) {
        push(this.#byStem, own, placeOf(sentence, at));
        push(this.#byWord, folded, placeOf(sentence, at));
      }
    }
    for (const [word, places] of [...this.#byWord]) {
      if (typos.some((index) => index.knows(word))) continue;
      for (const meant of new Set(typos.flatMap((index) => index.meant(word)))) {
        for (const place of places) {
          push(this.#byStem, stem(meant), place);
          push(this.#byWord, meant, place);
        }
      }
    }
  }

  /** The places a term stands at. */
  places({ text, prefix }: Term): ReadonlySet<number> {
    const known = (prefix ? this.#prefixes : this.#stems).get(text);
    if (known) return known;
    const places = prefix
      ? new Set([...this.#byWord].flatMap(([word, at]) => (word.startsWith(text) ? at : [])))
      : new Set(this.#byStem.get(text) ?? []);
    (prefix ? this.#prefixes : this.#stems).set(text, places);
    return places;
  }

  /** Which word of which sentence a place is. */
  read(place: number): { readonly sentence: number; readonly word: number } {
    return { sentence: Math.floor(place / SENTENCE), word: place % SENTENCE };
  }

  /** Every place of a wording, one per sentence and first word; at most 20. */
  find({ sides }: Alias): Hit[] {
    const [first, ...others] = sides;
    if (first === undefined) return [];
    const hits: Hit[] = [];
    for (const hit of this.#findSide(first)) {
      const rest = others.map((side) => this.#findSide(side).find(({ sentence }) => sentence === hit.sentence));
      if (rest.some((one) => one === undefined)) continue;
      const all = [hit, ...rest.filter((one) => one !== undefined)];
      hits.push({
        sentence: hit.sentence,
        from: Math.min(...all.map(({ from }) => from)),
        to: Math.max(...all.map(({ to }) => to)),
        words: all.flatMap(({ words }) => words),
      });
      if (hits.length === MAX_HITS) break;
    }
    return hits;
  }

  #findSide(side: Alias['sides'][number]): Hit[] {
    const [first, ...others] = side;
    if (first === undefined) return [];
    const steps = others.map(({ term, maxGap }) => ({ places: this.places(term), maxGap }));
    if (steps.some(({ places }) => places.size === 0)) return [];
    return [...this.places(first.term)].flatMap((start) => {
      const words = [start];
      for (const { places, maxGap } of steps) {
        const next = nextOf(places, words.at(-1) ?? start, maxGap);
        if (next === null) return [];
        words.push(next);
      }
      const sentence = Math.floor(start / SENTENCE);
      return [{ sentence, from: start % SENTENCE, to: (words.at(-1) ?? start) % SENTENCE, words: words.map((place) => place % SENTENCE) }];
    });
  }
}

const SENTENCE = 2 ** 16;

function placeOf(sentence: number, word: number): number {
  return sentence * SENTENCE + word;
}

function nextOf(places: ReadonlySet<number>, after: number, maxGap: number): number | null {
  for (let place = after + 1; place <= after + 1 + maxGap; place += 1) if (places.has(place)) return place;
  return null;
}

function push(map: Map<string, number[]>, key: string, place: number): void {
  const places = map.get(key);
  if (places) places.push(place);
  else map.set(key, [place]);
}

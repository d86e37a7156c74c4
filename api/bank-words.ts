import { type Language, languagesOf } from '../core/content/language.ts';
import { type BankWords, bankWordsInSteps } from '../core/practice/scoring/bank-words.ts';
import { storedHashes } from '../db/content/sync.ts';
import { listQuestions } from '../db/questions/questions.ts';
import type { Store } from '../db/store.ts';
import type { App } from './context.ts';

interface Reading {
  /** Of the shipped questions; new ones are read anew. */
  readonly hash: string | undefined;
  readonly steps: Generator<void, BankWords>;
  words: BankWords | null;
}

const readings = new WeakMap<Store, Map<Language, Reading>>();
/** How long the host may stand still for it while the person reads the question. */
const SLICE_MS = 8;

function readingOf({ store }: App, language: Language): Reading {
  const ofStore = readings.get(store) ?? new Map<Language, Reading>();
  readings.set(store, ofStore);
  const hash = storedHashes(store.read).questions;
  const known = ofStore.get(language);
  if (known !== undefined && known.hash === hash) return known;
  // A question without French would count English words among the French ones.
  const questions = listQuestions(store.read).filter((question) => languagesOf(question).includes(language));
  const reading: Reading = { hash, steps: bankWordsInSteps(questions, language), words: null };
  ofStore.set(language, reading);
  return reading;
}

function step(reading: Reading): void {
  const next = reading.steps.next();
  if (next.done) reading.words = next.value;
}

/** Begins to read the bank's words in short slices, so that they are there when the first answer is revealed. */
export function prepareBankWords(app: App, language: Language): void {
  const reading = readingOf(app, language);
  const slice = (): void => {
    const until = performance.now() + SLICE_MS;
    while (reading.words === null && performance.now() < until) step(reading);
    if (reading.words === null) setTimeout(slice).unref();
  };
  if (reading.words === null) setTimeout(slice).unref();
}

/** What the bank's questions in a language say about words; what is not read yet is read now. */
export function bankWords(app: App, language: Language): BankWords {
  const reading = readingOf(app, language);
  while (reading.words === null) step(reading);
  return reading.words;
}

import { z } from 'zod';
import { type BankWords, bankWordsInSteps } from '../core/practice/scoring/bank-words.ts';
import { listQuestions } from '../db/questions/questions.ts';
import { readSetting } from '../db/settings/settings.ts';
import type { Store } from '../db/store.ts';
import type { App } from './context.ts';

interface Reading {
  /** Of the shipped content; a new one is read anew. */
  readonly hash: string | null;
  readonly steps: Generator<void, BankWords>;
  words: BankWords | null;
}

const readings = new WeakMap<Store, Reading>();
/** How long the host may stand still for it while the person reads the question. */
const SLICE_MS = 8;

function readingOf({ store }: App): Reading {
  const hash = readSetting(store.read, 'content.hash', z.string());
  const known = readings.get(store);
  if (known !== undefined && known.hash === hash) return known;
  const reading: Reading = { hash, steps: bankWordsInSteps(listQuestions(store.read), 'en'), words: null };
  readings.set(store, reading);
  return reading;
}

function step(reading: Reading): void {
  const next = reading.steps.next();
  if (next.done) reading.words = next.value;
}

/** Begins to read the bank's words in short slices, so that they are there when the first answer is revealed. */
export function prepareBankWords(app: App): void {
  const reading = readingOf(app);
  const slice = (): void => {
    const until = performance.now() + SLICE_MS;
    while (reading.words === null && performance.now() < until) step(reading);
    if (reading.words === null) setTimeout(slice).unref();
  };
  if (reading.words === null) setTimeout(slice).unref();
}

/** What the whole bank says about words; what is not read yet is read now. */
export function bankWords(app: App): BankWords {
  const reading = readingOf(app);
  while (reading.words === null) step(reading);
  return reading.words;
}

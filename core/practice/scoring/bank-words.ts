import type { Question } from '../../content/question.ts';
import { TypoIndex } from './typos.ts';
import { type AnswerLanguage, fold, stemmerFor, WORD } from './words.ts';

/** A word in more than this share of the bank's model answers says little about any one of them. */
export const COMMON_SHARE = 0.2;

/** What the whole bank of questions says about words. */
export interface BankWords {
  readonly answers: number;
  /** In how many model answers each stem stands. */
  readonly answersWith: ReadonlyMap<string, number>;
  /** Folded words in how many model answers, for prefixes. */
  readonly foldedIn: ReadonlyMap<string, ReadonlySet<number>>;
  readonly typos: TypoIndex;
}

type Text = Pick<Question, 'prompt' | 'modelAnswer' | 'keyPoints' | 'commonMistakes'>;

/** Reads the words of a bank: of its prompts, model answers, key points and wordings. */
export function readBankWords(questions: readonly Text[], language: AnswerLanguage): BankWords {
  const steps = bankWordsInSteps(questions, language);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** {@link readBankWords}, one question per step: all of it takes about 100 ms for 300 questions, too long to stand still. */
export function* bankWordsInSteps(questions: readonly Text[], language: AnswerLanguage): Generator<void, BankWords> {
  const stem = stemmerFor(language);
  const answersWith = new Map<string, number>();
  const foldedIn = new Map<string, Set<number>>();
  const known = new Set<string>();
  for (const [index, { prompt, modelAnswer, keyPoints, commonMistakes }] of questions.entries()) {
    const words = new Set(learn(modelAnswer[language] ?? modelAnswer.en, known));
    for (const word of words) {
      const places = foldedIn.get(word);
      if (places) places.add(index);
      else foldedIn.set(word, new Set([index]));
    }
    for (const one of new Set([...words].map(stem))) answersWith.set(one, (answersWith.get(one) ?? 0) + 1);
    for (const text of [prompt, ...commonMistakes]) learn(text[language] ?? text.en, known);
    for (const { text, aliases } of keyPoints) {
      learn(text[language] ?? text.en, known);
      // A prefix is no word: "doubl*" must not make "doubl" a right spelling.
      for (const alias of aliases[language] ?? aliases.en) learn(alias.replaceAll(/\S+\*/g, ' '), known);
    }
    yield;
  }
  return { answers: questions.length, answersWith, foldedIn, typos: new TypoIndex(known) };
}

/** Notes the words of a text as known, the halves of "read-only" too. @returns its words, folded. */
function learn(text: string, known: Set<string>): string[] {
  const words = (text.match(WORD) ?? []).map(fold);
  for (const word of words) {
    known.add(word);
    for (const part of word.split(/[-'/._]/)) known.add(part);
  }
  return words;
}

/** Whether a stem stands in more than a fifth of the bank's model answers. */
export function isCommonStem(bank: BankWords, stem: string): boolean {
  return bank.answers > 0 && (bank.answersWith.get(stem) ?? 0) > COMMON_SHARE * bank.answers;
}

/** Whether words that begin so stand in more than a fifth of the bank's model answers. */
export function isCommonPrefix(bank: BankWords, prefix: string): boolean {
  if (bank.answers === 0) return false;
  const places = new Set<number>();
  for (const [word, answers] of bank.foldedIn) if (word.startsWith(prefix)) for (const index of answers) places.add(index);
  return places.size > COMMON_SHARE * bank.answers;
}

/** How much a stem says: the logarithm of one in how many model answers it stands in; 1 or more. */
export function weightOfStem(bank: BankWords, stem: string): number {
  return 1 + Math.log((bank.answers + 1) / ((bank.answersWith.get(stem) ?? 0) + 1));
}

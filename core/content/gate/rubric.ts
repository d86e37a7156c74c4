import { drawQuestion, plainQuestion, seededNumber, withValues } from '../../practice/draw.ts';
import { checkText, type TextCheck } from '../../practice/key-points.ts';
import { parseAlias } from '../../practice/scoring/alias.ts';
import { AnswerIndex } from '../../practice/scoring/answer-index.ts';
import { type BankWords, readBankWords } from '../../practice/scoring/bank-words.ts';
import { stemmerFor } from '../../practice/scoring/words.ts';
import { type Language, languagesOf, said } from '../language.ts';
import type { Question } from '../question.ts';
import { combinations } from './formulas.ts';
import { BANK, type Problem, type Rule } from './problem.ts';

/** How the rules of the rubric read an answer: with what the bank says about words, as the app does. */
export interface Reading {
  readonly language: Language;
  readonly bank: BankWords;
}

/** A reading of the bank in a language, of the questions that have it. */
export function readingOf(questions: readonly Question[], language: Language): Reading {
  return {
    language,
    bank: readBankWords(
      questions.filter((question) => languagesOf(question).includes(language)),
      language,
    ),
  };
}

/** Share of the weight that stuffing may reach. */
const MAX_STUFFED = 0.4;
const GIBBERISH_WORDS = 80;

function check(answer: string, { keyPoints, prompt, modelAnswer }: Question, { language, bank }: Reading): TextCheck {
  const texts = { prompt: said(prompt, language), modelAnswer: said(modelAnswer, language) };
  return checkText(answer, { keyPoints, ...texts, language, bank });
}

/** Share of the weight of the points found, 0–1. */
function shareFound({ keyPoints }: Question, { points }: TextCheck): number {
  const found = new Set(points.filter(({ state }) => state === 'found').map(({ id }) => id));
  const total = keyPoints.reduce((sum, { weight }) => sum + weight, 0);
  return keyPoints.filter(({ id }) => found.has(id)).reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** The question with the values first written, and with two other draws: the first and the last combination. */
function draws(question: Question): Question[] {
  if (question.variables === undefined) return [plainQuestion(question)];
  const all = combinations(question);
  return [all[0], all[Math.floor(all.length / 2)], all.at(-1)].flatMap((values) => (values ? [withValues(question, values)] : []));
}

/** The model answer scores full, whatever numbers were drawn. */
export function modelAnswerProblems(question: Question, reading: Reading): Problem[] {
  return distinct(
    draws(question).flatMap((drawn) => {
      const { points, band, doubts } = check(said(drawn.modelAnswer, reading.language), drawn, reading);
      const lost = points.filter(({ state }) => state !== 'found').map(({ id, state }) => `${id} is ${state} in it`);
      return [
        ...lost,
        ...(band === 'likely-complete' ? [] : [`it is called ${band}${doubts.length > 0 ? ` (${doubts.join(', ')})` : ''}`]),
      ];
    }),
    question,
    'model-answer',
  );
}

/** The prompt, typed as the answer, gives nothing. */
export function echoProblems(question: Question, reading: Reading): Problem[] {
  return distinct(
    draws(question).flatMap((drawn) =>
      check(said(drawn.prompt, reading.language), drawn, reading)
        .points.filter(({ state }) => state === 'found')
        .map(({ id }) => `the prompt gives ${id} away`),
    ),
    question,
    'echo',
  );
}

/** Words that mean nothing give nothing. */
export function gibberishProblems(question: Question, reading: Reading): Problem[] {
  const plain = plainQuestion(question);
  const share = shareFound(plain, check(gibberish(question.id), plain, reading));
  return share === 0 ? [] : [{ question: question.id, rule: 'gibberish', words: `gibberish gets ${percent(share)}` }];
}

/** Pronounceable words of nothing, the same for the same seed, with the little words of a sentence between. */
function gibberish(seed: string): string {
  // Rare ones, so that no word is by chance a slip of the finger away from a real one.
  const consonants = 'qxzkwj';
  const vowels = 'aeiou';
  const pick = (from: string, at: string): string => from[Math.floor(seededNumber(`${seed} ${at}`) * from.length)] ?? 'a';
  const word = (at: number): string =>
    Array.from({ length: 3 }, (_, part) => pick(consonants, `${at} ${part} c`) + pick(vowels, `${at} ${part} v`)).join('');
  return Array.from({ length: GIBBERISH_WORDS }, (_, at) => `${at % 3 === 0 ? 'the ' : ''}${word(at)}${at % 12 === 11 ? '.' : ''}`).join(
    ' ',
  );
}

/** Every wording in a row, and the words of the prompt shuffled, get less than four tenths. */
export function stuffingProblems(question: Question, reading: Reading): Problem[] {
  const plain = drawQuestion(question, 'gate');
  const aliases = plain.keyPoints.flatMap((point) => point.aliases[reading.language] ?? point.aliases.en);
  const prompt = (said(plain.prompt, reading.language).match(/[\p{L}\p{N}]{4,}/gu) ?? [])
    .map((word) => ({ word, at: seededNumber(`${question.id} ${word}`) }))
    .sort((a, b) => a.at - b.at);
  const tries: readonly [string, string][] = [
    ['its wordings in a row', aliases.map((alias) => alias.replaceAll(/\.{3}|[&*]/g, ' ')).join(', ')],
    ['the words of its prompt shuffled', prompt.map(({ word }) => word).join(' ')],
  ];
  return tries.flatMap(([what, answer]) => {
    const share = shareFound(plain, check(answer, plain, reading));
    return share < MAX_STUFFED ? [] : [{ question: question.id, rule: 'stuffing', words: `${what} get ${percent(share)}` }];
  });
}

/** Every wording can match, typed as it stands in a sentence, and none stands in the prompt, where it does not count. */
export function deadAliasProblems(question: Question, { language }: Reading): Problem[] {
  const plain = plainQuestion(question);
  const padding = PADDING[language];
  const asked = new AnswerIndex(said(plain.prompt, language), language);
  const words = plain.keyPoints.flatMap((point) =>
    (point.aliases[language] ?? point.aliases.en).flatMap((alias) => {
      const lone = { ...point, negOk: true, aliases: { en: [alias], fr: [alias] } };
      const typed = padding + alias.replaceAll(/\.{3}|[&*]/g, ' ');
      if (asked.find(parseAlias(alias, stemmerFor(language), null)).length > 0) return [`“${alias}” of ${point.id} stands in the prompt`];
      const [found] = checkText(typed, { keyPoints: [lone], prompt: '', language }).points;
      return found?.state === 'found' ? [] : [`“${alias}” of ${point.id} can never match`];
    }),
  );
  return distinct(words, question, 'dead-alias');
}

/** Enough words of no subject that an alias after them is no row of terms. */
const PADDING: Readonly<Record<Language, string>> = {
  en: 'Well, this is what I would say of it and why, as far as I can: ',
  fr: 'Voici ce que je dirais de cela et pourquoi, autant que je le peux : ',
};

/** What model answers of other questions get. */
export interface Unrelated {
  readonly mean: number;
  /** One in a thousand gets more. */
  readonly high: number;
  /** The highest of all, in words. */
  readonly worst: string;
  readonly pairs: number;
}

/** Two questions of different competencies may still be about one thing (a VRF here, an EVPN zone there), so one in a thousand is left out. */
export const MAX_UNRELATED = { mean: 0.06, high: 0.5, leftOut: 0.001 } as const;

/**
 * Model answers held against questions that share no competency with them, as QUESTIONS.md, section 3, did.
 * @param perQuestion how many foreign answers each question is held against, chosen by its id; all of them take half a minute.
 */
export function unrelatedShares(questions: readonly Question[], reading: Reading, perQuestion = 10): Unrelated {
  const plain = questions.map(plainQuestion);
  const shares: { readonly share: number; readonly words: string }[] = [];
  for (const question of plain) {
    const about = new Set(question.competencies.map(({ id }) => id));
    const foreign = plain.filter(({ competencies }) => !competencies.some(({ id }) => about.has(id)));
    for (const other of chosenFrom(foreign, perQuestion, question.id)) {
      const share = shareFound(question, check(said(other.modelAnswer, reading.language), question, reading));
      shares.push({ share, words: `the answer to ${other.id} gets ${percent(share)} of ${question.id}` });
    }
  }
  shares.sort((a, b) => b.share - a.share);
  return {
    mean: shares.length === 0 ? 0 : shares.reduce((sum, { share }) => sum + share, 0) / shares.length,
    high: shares[Math.ceil(shares.length * MAX_UNRELATED.leftOut)]?.share ?? 0,
    worst: shares[0]?.words ?? '',
    pairs: shares.length,
  };
}

function chosenFrom<T>(all: readonly T[], count: number, seed: string): readonly T[] {
  if (count >= all.length) return all;
  return Array.from({ length: count }, (_, at) => all[Math.floor(seededNumber(`${seed} ${at}`) * all.length)]).filter(
    (one) => one !== undefined,
  );
}

/** Answers to other questions get next to nothing. */
export function unrelatedProblems({ mean, high, worst }: Unrelated): Problem[] {
  const problem = (words: string): Problem => ({ question: BANK, rule: 'unrelated', words });
  return [
    ...(mean < MAX_UNRELATED.mean ? [] : [problem(`unrelated answers get ${percent(mean)} on average`)]),
    ...(high < MAX_UNRELATED.high ? [] : [problem(`one unrelated answer in a thousand gets ${percent(high)} or more; ${worst}`)]),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

function distinct(words: readonly string[], { id }: Question, rule: Rule): Problem[] {
  return [...new Set(words)].map((one) => ({ question: id, rule, words: one }));
}

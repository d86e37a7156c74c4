import type { KeyPoint } from '../../content/question.ts';
import { type Alias, parseAlias } from './alias.ts';
import { AnswerIndex } from './answer-index.ts';
import type { BankWords } from './bank-words.ts';
import { type Topic, topicOf } from './overlap.ts';
import { TypoIndex } from './typos.ts';
import { type AnswerLanguage, fold, stemmerFor, WORD } from './words.ts';

/** A sentence the person once ticked as a point. */
export interface OwnWording {
  readonly pointId: string;
  readonly text: string;
}

/** What a typed answer is held against. */
export interface Rubric {
  readonly keyPoints: readonly KeyPoint[];
  readonly prompt: string;
  /** The sentence of it that tells a point is another wording of it. */
  readonly modelAnswer?: string;
  readonly language?: AnswerLanguage;
  readonly bank?: BankWords;
  readonly ownWordings?: readonly OwnWording[];
}

export interface CompiledPoint {
  readonly point: KeyPoint;
  /** Without those that stand in the prompt: echoing the question finds nothing. */
  readonly aliases: readonly Alias[];
  /** What the point's own text and the model answer's sentence about it are about. */
  readonly topics: readonly Topic[];
  readonly own: readonly Topic[];
}

export interface CompiledRubric {
  readonly language: AnswerLanguage;
  readonly points: readonly CompiledPoint[];
  readonly typos: readonly TypoIndex[];
}

const MAX_COMPILED = 300;
const known = new Map<string, { readonly bank: BankWords | undefined; readonly compiled: CompiledRubric }>();

/** A question's wordings made ready once; kept by their text, because a question is read anew from the database each time. */
export function compileRubric(rubric: Rubric): CompiledRubric {
  const { keyPoints, prompt, modelAnswer, language, bank, ownWordings } = rubric;
  const key = JSON.stringify([language, prompt, modelAnswer, keyPoints, ownWordings]);
  const before = known.get(key);
  if (before !== undefined && before.bank === bank) return before.compiled;
  if (known.size >= MAX_COMPILED) known.clear();
  const compiled = compileAnew(rubric);
  known.set(key, { bank, compiled });
  return compiled;
}

function compileAnew({ keyPoints, prompt, modelAnswer = '', language = 'en', bank, ownWordings = [] }: Rubric): CompiledRubric {
  const stem = stemmerFor(language);
  const inPrompt = new AnswerIndex(prompt, language);
  const model = new AnswerIndex(modelAnswer, language);
  const topicsOf = (texts: readonly string[], isOwn: boolean): Topic[] =>
    texts.flatMap((text) => topicOf(text, { language, inPrompt, bank: bank ?? null, isOwn }) ?? []);
  const points = keyPoints.map((point): CompiledPoint => {
    const all = (point.aliases[language] ?? point.aliases.en).map((text) => parseAlias(text, stem, bank ?? null));
    return {
      point,
      aliases: all.filter((alias) => inPrompt.find(alias).length === 0),
      topics: topicsOf([point.text[language] ?? point.text.en, ...tellingSentences(model, modelAnswer, all)], false),
      own: topicsOf(
        ownWordings.filter(({ pointId }) => pointId === point.id).map(({ text }) => text),
        true,
      ),
    };
  });
  return { language, points, typos: [...(bank ? [bank.typos] : []), new TypoIndex(aliasWords(keyPoints, language))] };
}

/** The words of all wordings as they are written; a prefix is no word. */
function aliasWords(keyPoints: readonly KeyPoint[], language: AnswerLanguage): Set<string> {
  const texts = keyPoints.flatMap(({ aliases }) => aliases[language] ?? aliases.en);
  return new Set(texts.flatMap((text) => (text.replaceAll(/\S+\*/g, ' ').match(WORD) ?? []).map(fold)));
}

/** The sentences of the model answer that tell a point, by its wordings. */
function tellingSentences(model: AnswerIndex, text: string, aliases: readonly Alias[]): string[] {
  const sentences = new Set(aliases.flatMap((alias) => model.find(alias).map(({ sentence }) => sentence)));
  return [...sentences].map((at) => {
    const words = model.sentences[at] ?? [];
    return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  });
}

import { languagesOf } from '../language.ts';
import type { Localized, Question } from '../question.ts';
import { optionLengthProblems } from './form.ts';
import type { Problem } from './problem.ts';
import { deadAliasProblems, echoProblems, modelAnswerProblems, type Reading } from './rubric.ts';

/** Every rule about the French of a question, under one name; nothing for a question without. @param reading of the French questions. */
export function frenchProblems(question: Question, reading: Reading): Problem[] {
  if (!languagesOf(question).includes('fr')) return [];
  const found = [
    ...modelAnswerProblems(question, reading),
    ...echoProblems(question, reading),
    ...deadAliasProblems(question, reading),
    ...optionLengthProblems(question, 'fr'),
  ].map(({ words }) => words);
  const spaces = textsOf(question).flatMap((text) => (text.fr === undefined ? [] : spaceProblems(text.fr)));
  const untold = placeholderNames(question.prompt.en).filter((name) => !placeholderNames(question.prompt.fr ?? '').includes(name));
  return [...found, ...new Set(spaces), ...untold.map((name) => `the prompt does not tell {${name}}`)].map((words) => ({
    question: question.id,
    rule: 'french',
    words,
  }));
}

/** Texts a person reads: everything but wordings. */
function textsOf({ prompt, modelAnswer, keyPoints, followUps, commonMistakes, parts, options, steps, acts }: Question): Localized[] {
  return [
    prompt,
    modelAnswer,
    ...keyPoints.map(({ text }) => text),
    ...followUps.map((followUp) => followUp.prompt),
    ...commonMistakes,
    ...(parts ?? []).flatMap(({ ask, slips }) => [ask, ...slips.map(({ says }) => says)]),
    ...(options ?? []).flatMap(({ text, misconception }) => (misconception ? [text, misconception] : [text])),
    ...(steps ?? []).map(({ text }) => text),
    ...(acts ?? []).map(({ label }) => label),
  ];
}

const NO_BREAK = '\u00a0\u202f';
/**
 * A mark of French prose without its no-break space. Code in backticks is left alone, and so is a colon or semicolon that follows its
 * word at once: answers quote keys and outputs ("state:", "mariadbd:"), and nothing tells those from prose.
 */
const BEFORE_MARK = new RegExp(`(?:[^${NO_BREAK}?!.…][?!»]|(?<=[\\p{L})»])[ ][;:])(?=[\\s)»"]|$)`, 'gu');
const AFTER_QUOTE = new RegExp(`«[^${NO_BREAK}]`, 'gu');

/** Marks without their no-break space, with what stands before them. */
export function spaceProblems(text: string): string[] {
  const prose = text.replaceAll(/`[^`]*`/g, '`');
  return [...prose.matchAll(BEFORE_MARK), ...prose.matchAll(AFTER_QUOTE)].map(
    ({ index, 0: whole }) => `no no-break space at “${prose.slice(Math.max(0, index - 12), index + whole.length)}”`,
  );
}

function placeholderNames(text: string): string[] {
  return [...text.matchAll(/\{([a-z][a-z0-9_-]*)\}/g)].map(([, name]) => name ?? '');
}

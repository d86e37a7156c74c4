import type { Localized, Question } from '../question.ts';
import type { Problem } from './problem.ts';

const PLACEHOLDER = /\{([a-z][a-z0-9_-]*)\}/g;
/** Smaller numbers stand in sentences for other reasons ("two sites"). */
const LEAST_TELLING = 10;

/**
 * Numbers that are drawn anew stand in sentences as placeholders: each names a variable or a part, each variable is told to the
 * person, and no sentence holds a drawn number as it happened to be written first.
 */
export function placeholderProblems(question: Question): Problem[] {
  const { id, variables, parts = [] } = question;
  if (variables === undefined) return [];
  const known = new Set([...variables, ...parts].map((one) => one.id));
  const texts = textsOf(question);
  const unknown = texts.flatMap(({ where, text }) =>
    [...text.matchAll(PLACEHOLDER)]
      .filter(([, name]) => !known.has(name ?? ''))
      .map(([whole]) => `${where}: ${whole} is neither a variable nor a part`),
  );
  const asked = [question.prompt.en, ...parts.map(({ ask }) => ask.en)].join('\n');
  const untold = variables
    .filter((variable) => !asked.includes(`{${variable.id}}`))
    .map((variable) => `the prompt does not tell {${variable.id}}`);
  const fixed = texts
    .filter(({ isTold }) => isTold)
    .flatMap(({ where, text }) => fixedNumbers(question, text).map((words) => `${where}: ${words}`));
  return [...new Set([...unknown, ...untold, ...fixed])].map((words) => ({ question: id, rule: 'placeholder', words }));
}

interface Text {
  readonly where: string;
  readonly text: string;
  /** A sentence that states numbers of this draw. */
  readonly isTold: boolean;
}

function textsOf({ prompt, modelAnswer, keyPoints, parts = [], followUps }: Omit<Question, 'variables'>): Text[] {
  const both = (where: string, { en, fr }: Localized, isTold = true): Text[] =>
    [en, fr].filter((text) => text !== undefined).map((text) => ({ where, text, isTold }));
  return [
    ...both('prompt', prompt),
    ...both('modelAnswer', modelAnswer),
    ...keyPoints.flatMap(({ id, text }) => both(id, text)),
    ...parts.flatMap(({ id, ask }) => both(id, ask)),
    ...followUps.flatMap(({ when, prompt: ask }) => both(when, ask, false)),
  ];
}

/** Numbers of a text that equal a drawn one as it is first and stand before the same word: "40 hosts" where "{hosts} hosts" is meant. */
function fixedNumbers({ variables = [], parts = [], ...question }: Question, text: string): string[] {
  const all = textsOf({ ...question, parts })
    .map((one) => one.text)
    .join('\n');
  const drawn = [
    ...variables.map(({ id, values }) => ({ id, first: values[0] ?? 0 })),
    ...parts.map(({ id, value }) => ({ id, first: value })),
  ];
  return drawn
    .filter(({ first }) => Math.abs(first) >= LEAST_TELLING)
    .flatMap(({ id, first }) => {
      const before = new Set([...all.matchAll(new RegExp(`\\{${id}\\}\\s+([^\\s.,;:]+)`, 'g'))].map(([, word]) => word ?? ''));
      return numbersIn(text)
        .filter(({ value, next }) => value === first && before.has(next))
        .map(({ written, next }) => `“${written} ${next}” looks like {${id}}, which is drawn anew`);
    });
}

/** A number, thousands with a comma or a no-break space; not one inside a name, a range or an address. */
const NUMBER = /(?<![\w.,-])(\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s+([^\s.,;:]+)/g;

/** The numbers written in a text, each with the word after it. */
function numbersIn(text: string): { readonly value: number; readonly written: string; readonly next: string }[] {
  return [...text.replaceAll(PLACEHOLDER, ' ').matchAll(NUMBER)].map(([, written = '', next = '']) => ({
    written,
    next,
    value: Number(written.replaceAll(/[,\u00a0\u202f]/g, '')),
  }));
}

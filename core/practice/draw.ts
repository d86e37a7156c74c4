import type { EstimatePart, Localized, Question } from '../content/question.ts';
import { evaluate } from './arithmetic.ts';

/** A number that depends on the seed only, 0 ≤ n < 1 (FNV-1a, then mulberry32's mixing). */
export function seededNumber(seed: string): number {
  let hash = 2_166_136_261;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  let mixed = Math.imul((hash + 0x6d2b79f5) ^ ((hash + 0x6d2b79f5) >>> 15), 1 | hash);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/**
 * The question with its numbers drawn: the same seed draws the same, so that an answer is checked against the numbers it was
 * asked with. Without variables it is the question itself.
 */
export function drawQuestion(question: Question, seed: string): Question {
  const { variables = [] } = question;
  if (variables.length === 0) return question;
  return withValues(question, drawnValues(question, seed));
}

/** The question as it stands in the bank: with the first value of each variable. */
export function plainQuestion(question: Question): Question {
  const { variables = [] } = question;
  return variables.length === 0
    ? question
    : withValues(question, Object.fromEntries(variables.map(({ id, values }) => [id, values[0] ?? 0])));
}

/** The value of each variable for a seed. */
function drawnValues({ id, variables = [] }: Question, seed: string): Record<string, number> {
  return Object.fromEntries(
    variables.map(({ id: name, values }) => [name, values[Math.floor(seededNumber(`${seed} ${id} ${name}`) * values.length)] ?? 0]),
  );
}

/** The question with these values in its texts, and its parts reckoned anew. `{name}` is a variable, `{part}` a part's result. */
export function withValues(question: Question, values: Readonly<Record<string, number>>): Question {
  const parts = question.parts?.map((part) => reckon(part, values));
  const known = { ...values, ...Object.fromEntries((parts ?? []).map(({ id, value }) => [id, value])) };
  const fill = (text: string, isFrench: boolean): string =>
    text.replaceAll(/\{([a-z][a-z0-9_-]*)\}/g, (whole, name: string) => {
      const value = known[name];
      return value === undefined ? whole : written(value, isFrench);
    });
  const both = ({ en, fr }: Localized): Localized => ({ en: fill(en, false), ...(fr === undefined ? {} : { fr: fill(fr, true) }) });
  return {
    ...question,
    prompt: both(question.prompt),
    modelAnswer: both(question.modelAnswer),
    keyPoints: question.keyPoints.map((point) => ({
      ...point,
      text: both(point.text),
      aliases: {
        en: point.aliases.en.map((alias) => fill(alias, false)),
        ...(point.aliases.fr === undefined ? {} : { fr: point.aliases.fr.map((alias) => fill(alias, true)) }),
      },
    })),
    followUps: question.followUps.map((followUp) => ({ ...followUp, prompt: both(followUp.prompt) })),
    ...(parts === undefined ? {} : { parts: parts.map((part) => ({ ...part, ask: both(part.ask) })) }),
  };
}

function reckon(part: EstimatePart, values: Readonly<Record<string, number>>): EstimatePart {
  return {
    ...part,
    value: evaluate(part.formula, values),
    slips: part.slips.map((slip) => (slip.formula === undefined ? slip : { ...slip, value: evaluate(slip.formula, values) })),
  };
}

const MAX_DIGITS = 4;

/** As people write it: at most four significant digits, thousands apart. */
function written(value: number, isFrench: boolean): string {
  return value.toLocaleString(
    isFrench ? 'fr-FR' : 'en-GB',
    Math.abs(value) >= 10 ** MAX_DIGITS ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: MAX_DIGITS },
  );
}

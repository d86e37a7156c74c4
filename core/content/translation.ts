import { z } from 'zod';
import type { Localized, Question } from './question.ts';

const words = z.string().trim().min(1);
const byId = <T extends z.ZodType>(value: T) => z.record(z.string(), value).default({});

/** The French of one question; lists in the order of the English, everything with an id by its id. */
export const translationSchema = z.strictObject({
  id: words,
  /** The version of the question it translates; with another version it is not shown. */
  version: z.int().min(1),
  prompt: words,
  modelAnswer: words,
  keyPoints: z.record(z.string(), z.strictObject({ text: words, aliases: z.array(words).min(1) })),
  followUps: z.array(words),
  commonMistakes: z.array(words),
  parts: byId(z.strictObject({ ask: words, slips: z.array(words).default([]) })),
  options: byId(z.strictObject({ text: words, misconception: words.optional() })),
  steps: byId(words),
  acts: byId(words),
});

/** A file of assets/questions/fr. */
export const translationFileSchema = z.strictObject({ translations: z.array(translationSchema).min(1) });

export type Translation = z.infer<typeof translationSchema>;

/** Why a translation cannot stand beside its question: another version, or something of it lacking or too much. Empty: it can. */
export function translationGaps(question: Question, translation: Translation): string[] {
  if (translation.version !== question.version)
    return [`it translates version ${translation.version}, the question has version ${question.version}`];
  const { keyPoints, parts = [], options = [], steps = [], acts = [], followUps, commonMistakes } = question;
  return [
    ...sameIds('keyPoints', keyPoints, translation.keyPoints),
    ...sameIds('parts', parts, translation.parts),
    ...sameIds('options', options, translation.options),
    ...sameIds('steps', steps, translation.steps),
    ...sameIds('acts', acts, translation.acts),
    ...sameCount('followUps', followUps, translation.followUps),
    ...sameCount('commonMistakes', commonMistakes, translation.commonMistakes),
    ...parts.flatMap(({ id, slips }) => sameCount(`slips of ${id}`, slips, translation.parts[id]?.slips ?? [])),
    ...options
      .filter(({ id, misconception }) => misconception !== undefined && translation.options[id]?.misconception === undefined)
      .map(({ id }) => `options: ${id} has no misconception`),
  ];
}

function sameIds(name: string, wanted: readonly { readonly id: string }[], given: Readonly<Record<string, unknown>>): string[] {
  const ids = new Set(wanted.map(({ id }) => id));
  return [
    ...[...ids].filter((id) => given[id] === undefined).map((id) => `${name}: ${id} is not translated`),
    ...Object.keys(given)
      .filter((id) => !ids.has(id))
      .map((id) => `${name}: the question has no ${id}`),
  ];
}

function sameCount(name: string, wanted: readonly unknown[], given: readonly unknown[]): string[] {
  return wanted.length === given.length ? [] : [`${name}: ${given.length} translated of ${wanted.length}`];
}

/** The question in both languages. The translation must be one of it, without {@link translationGaps}. */
export function translated(question: Question, translation: Translation): Question {
  const { keyPoints, followUps, commonMistakes, parts, options, steps, acts } = question;
  const both = (text: Localized, fr: string | undefined): Localized => (fr === undefined ? text : { ...text, fr });
  return {
    ...question,
    prompt: both(question.prompt, translation.prompt),
    modelAnswer: both(question.modelAnswer, translation.modelAnswer),
    keyPoints: keyPoints.map((point) => {
      const fr = translation.keyPoints[point.id];
      return fr === undefined ? point : { ...point, text: both(point.text, fr.text), aliases: { ...point.aliases, fr: fr.aliases } };
    }),
    followUps: followUps.map((one, index) => ({ ...one, prompt: both(one.prompt, translation.followUps[index]) })),
    commonMistakes: commonMistakes.map((one, index) => both(one, translation.commonMistakes[index])),
    ...(parts && { parts: parts.map((part) => translatedPart(part, translation.parts[part.id])) }),
    ...(options && {
      options: options.map(({ misconception, ...option }) => ({
        ...option,
        text: both(option.text, translation.options[option.id]?.text),
        ...(misconception && { misconception: both(misconception, translation.options[option.id]?.misconception) }),
      })),
    }),
    ...(steps && { steps: steps.map((step) => ({ ...step, text: both(step.text, translation.steps[step.id]) })) }),
    ...(acts && { acts: acts.map((act) => ({ ...act, label: both(act.label, translation.acts[act.id]) })) }),
  };
}

type Part = NonNullable<Question['parts']>[number];

function translatedPart(part: Part, fr: Translation['parts'][string] | undefined): Part {
  if (fr === undefined) return part;
  const slips = part.slips.map((slip, index) => {
    const words = fr.slips[index];
    return words === undefined ? slip : { ...slip, says: { ...slip.says, fr: words } };
  });
  return { ...part, ask: { ...part.ask, fr: fr.ask }, slips };
}

/** Questions with their translations, and what is wrong with those left out. */
export function withTranslations(
  questions: readonly Question[],
  translations: readonly Translation[],
): { readonly questions: Question[]; readonly leftOut: { readonly id: string; readonly why: string }[] } {
  const byQuestion = Map.groupBy(translations, ({ id }) => id);
  const known = new Set(questions.map(({ id }) => id));
  const leftOut = translations.filter(({ id }) => !known.has(id)).map(({ id }) => ({ id, why: 'there is no such question' }));
  const both = questions.map((question) => {
    const [first, ...more] = byQuestion.get(question.id) ?? [];
    if (first === undefined) return question;
    const gaps = more.length > 0 ? ['it is translated twice'] : translationGaps(question, first);
    leftOut.push(...gaps.map((why) => ({ id: question.id, why })));
    return gaps.length > 0 ? question : translated(question, first);
  });
  return { questions: both, leftOut };
}

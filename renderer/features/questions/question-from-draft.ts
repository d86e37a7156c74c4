import { type Question, type QuestionKind, questionSchema } from '../../../core/content/question.ts';
import { named } from '../../../core/exchange/flat-question.ts';
import { evaluate } from '../../../core/practice/arithmetic.ts';
import { t } from '../../strings/index.ts';
import { NEW_ID, type PartDraft, type QuestionDraft } from './question-draft.ts';

/** Kinds that ask for numbers, and so have parts and drawn numbers. */
export const NUMBER_KINDS: ReadonlySet<QuestionKind> = new Set(['estimate', 'design']);
const TOLERANCE = { full: 0.05, partial: 0.15 } as const;

type Localized = Question['prompt'];

/** A text in its language; the other language goes when this one was changed, since it says something else then. */
function worded(en: string, before: Localized | undefined): Localized {
  const text = en.trim();
  return before !== undefined && before.en.trim() === text ? before : { en: text };
}

export function variablesOf(draft: QuestionDraft): { readonly id: string; readonly values: number[] }[] {
  return draft.variables
    .filter(({ name, values }) => name.trim() !== '' || values.trim() !== '')
    .map(({ name, values }) => ({
      id: name.trim(),
      values: values
        .split(/[,;\s]+/)
        .filter((value) => value !== '')
        .map(Number),
    }));
}

/** The value of a formula with the first value of each drawn number; null where it cannot be worked out. */
export function formulaValue(formula: string, draft: QuestionDraft): number | null {
  try {
    const value = evaluate(formula, Object.fromEntries(variablesOf(draft).map(({ id, values }) => [id, values[0] ?? Number.NaN])));
    return Number.isFinite(value) ? value : null;
  } catch {
    // Half a formula is what one has while typing: it has no value yet.
    return null;
  }
}

/** What is still missing, in words; empty when the question can be kept. */
export function missingIn(draft: QuestionDraft): string[] {
  const { missing } = t.questions.form;
  const { kind, points, options, steps, commands } = draft;
  const parts = draft.parts.filter(isWrittenPart);
  const filled = (list: readonly { readonly text: string }[]): number => list.filter(({ text }) => text.trim() !== '').length;
  const checks: readonly (readonly [boolean, string])[] = [
    [draft.prompt.trim() === '', missing.prompt],
    [draft.answer.trim() === '', missing.answer],
    [filled(points) === 0, missing.points],
    [kind === 'read' && draft.material.trim() === '', missing.material],
    [kind === 'choice' && (filled(options) < 2 || filled(options.filter(({ correct }) => correct)) !== 1), missing.options],
    [kind === 'order' && filled(steps) < 3, missing.steps],
    [kind === 'command' && filled(commands) === 0, missing.commands],
    [kind === 'estimate' && parts.length === 0, missing.parts],
    [NUMBER_KINDS.has(kind) && variablesOf(draft).some(({ id, values }) => !isVariable(id, values)), missing.variables],
  ];
  const withoutValue = NUMBER_KINDS.has(kind) ? parts.filter(({ formula }) => formulaValue(formula, draft) === null) : [];
  return [
    ...checks.filter(([isMissing]) => isMissing).map(([, words]) => words),
    ...withoutValue.map((part) => missing.formula(draft.parts.indexOf(part) + 1)),
  ];
}

function isVariable(id: string, values: readonly number[]): boolean {
  return /^[a-z][a-z0-9_]*$/.test(id) && values.length >= 2 && values.every(Number.isFinite);
}

function isWrittenPart({ ask, formula, unit }: PartDraft): boolean {
  return ask.trim() !== '' && formula.trim() !== '' && unit.trim() !== '';
}

/** The question that a draft describes, or words for why it is none. @param base the question it was begun on; null for a new one. */
export function questionFrom(draft: QuestionDraft, base: Question | null): Question | string {
  const keyPoints = keyPointsFrom(draft, base);
  const ids = new Set(keyPoints.map(({ id }) => id));
  const result = questionSchema.safeParse({
    ...base,
    id: base?.id ?? NEW_ID,
    version: base?.version ?? 1,
    kind: draft.kind,
    level: draft.level,
    timeLimitSec: Math.round(draft.minutes * 60),
    competencies: draft.competencies.map((id) => base?.competencies.find((one) => one.id === id) ?? { id, weight: 1 }),
    prompt: worded(draft.prompt, base?.prompt),
    stimulus: draft.material.trim() === '' ? undefined : { lang: base?.stimulus?.lang ?? 'text', text: draft.material.trimEnd() },
    modelAnswer: worded(draft.answer, base?.modelAnswer),
    keyPoints,
    ...fieldsOfKind(draft, base),
    // A follow-up on a key point that is gone asks about nothing.
    followUps: (base?.followUps ?? []).filter(({ when }) => !when.includes(':') || ids.has(when.split(':')[1] ?? '')),
    commonMistakes: base?.commonMistakes ?? [],
    sources: draft.sources
      .filter(({ title, ref }) => title.trim() !== '' || ref.trim() !== '')
      .map(({ title, ref }) => {
        const before = base?.sources.find((source) => source.title === title && source.ref === ref);
        return before ?? { title: title.trim() || ref.trim(), ref: ref.trim() || title.trim() };
      }),
    tags: draft.tags.length === 0 ? undefined : draft.tags,
  });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
}

const written = <T extends { readonly text: string }>(list: readonly T[]): T[] => list.filter(({ text }) => text.trim() !== '');

function keyPointsFrom(draft: QuestionDraft, base: Question | null) {
  const points = written(draft.points).map(({ id, text, aliases, essential }) => {
    const before = base?.keyPoints.find((point) => point.id === id);
    const isSame = before !== undefined && before.aliases.en.join('\n') === aliases.join('\n');
    return {
      ...before,
      id,
      weight: before?.weight ?? 1,
      essential,
      text: worded(text, before?.text),
      aliases: isSame ? before.aliases : { en: aliases },
    };
  });
  return named(points, ({ text }) => text.en);
}

/** The fields that only some kinds have; those of another kind go. */
function fieldsOfKind(draft: QuestionDraft, base: Question | null) {
  const { kind } = draft;
  const isNumbers = NUMBER_KINDS.has(kind);
  const parts = isNumbers ? partsFrom(draft, base) : [];
  const variables = isNumbers ? variablesOf(draft) : [];
  return {
    options: kind === 'choice' ? optionsFrom(draft, base) : undefined,
    steps: kind === 'order' ? stepsFrom(draft, base) : undefined,
    accepts: kind === 'command' ? written(draft.commands).map(({ text }) => text.trim()) : undefined,
    parts: parts.length > 0 ? parts : undefined,
    variables: variables.length > 0 ? variables : undefined,
    acts: kind === 'diagnose' ? base?.acts : undefined,
  };
}

function optionsFrom(draft: QuestionDraft, base: Question | null) {
  const options = written(draft.options).map(({ id, text, correct, misconception }) => {
    const before = base?.options?.find((option) => option.id === id);
    return {
      id,
      correct,
      text: worded(text, before?.text),
      misconception: correct || misconception.trim() === '' ? undefined : worded(misconception, before?.misconception),
    };
  });
  return named(options, ({ text }) => text.en);
}

function stepsFrom(draft: QuestionDraft, base: Question | null) {
  const steps = written(draft.steps).map(({ id, text }) => {
    const before = base?.steps?.find((step) => step.id === id);
    return { ...before, id, text: worded(text, before?.text) };
  });
  const ids = new Set(steps.map(({ id }) => id));
  // What came after a step that is gone comes after nothing.
  return named(
    steps.map((step) => ('after' in step && step.after !== undefined ? { ...step, after: step.after.filter((id) => ids.has(id)) } : step)),
    ({ text }) => text.en,
  );
}

function partsFrom(draft: QuestionDraft, base: Question | null) {
  const parts = draft.parts.filter(isWrittenPart).map(({ id, ask, formula, unit }) => {
    const before = base?.parts?.find((part) => part.id === id);
    return {
      id,
      ask: worded(ask, before?.ask),
      unit: unit.trim(),
      formula: formula.trim(),
      value: formulaValue(formula, draft) ?? 0,
      tolerance: before?.tolerance ?? TOLERANCE,
      // Slips are worked out from the formula they belong to.
      slips: before?.formula === formula.trim() ? before.slips : [],
    };
  });
  return named(parts, ({ ask }) => ask.en);
}

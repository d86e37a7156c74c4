import { create } from 'zustand';
import { type Question, type QuestionKind, questionSchema } from '../../../core/content/question.ts';
import { named } from '../../../core/exchange/flat-question.ts';
import { evaluate } from '../../../core/practice/arithmetic.ts';
import { t } from '../../strings/index.ts';

/** A question while it is written: lists as rows, numbers as they are typed. */
export interface QuestionDraft {
  readonly kind: QuestionKind;
  readonly level: number;
  readonly minutes: number;
  readonly prompt: string;
  readonly material: string;
  readonly answer: string;
  readonly points: readonly PointDraft[];
  readonly options: readonly OptionDraft[];
  readonly steps: readonly StepDraft[];
  readonly commands: readonly CommandDraft[];
  readonly parts: readonly PartDraft[];
  readonly variables: readonly VariableDraft[];
  readonly tags: readonly string[];
  readonly competencies: readonly string[];
  readonly sources: readonly SourceDraft[];
}

/** `key` tells the rows apart on the screen; `id` is the item's own, empty for a new one. */
interface Row {
  readonly key: string;
  readonly id: string;
}
export interface PointDraft extends Row {
  readonly text: string;
  readonly aliases: readonly string[];
  readonly essential: boolean;
}
export interface OptionDraft extends Row {
  readonly text: string;
  readonly correct: boolean;
  readonly misconception: string;
}
export interface StepDraft extends Row {
  readonly text: string;
}
export interface CommandDraft extends Row {
  readonly text: string;
}
export interface PartDraft extends Row {
  readonly ask: string;
  readonly formula: string;
  readonly unit: string;
}
export interface VariableDraft extends Row {
  readonly name: string;
  readonly values: string;
}
export interface SourceDraft extends Row {
  readonly title: string;
  readonly ref: string;
}

let rows = 0;
const newKey = (): string => {
  rows += 1;
  return `row ${rows}`;
};
const row = (id = ''): Row => ({ key: newKey(), id });

export const newPoint = (): PointDraft => ({ ...row(), text: '', aliases: [], essential: true });
export const newOption = (): OptionDraft => ({ ...row(), text: '', correct: false, misconception: '' });
export const newStep = (): StepDraft => ({ ...row(), text: '' });
export const newCommand = (): CommandDraft => ({ ...row(), text: '' });
export const newPart = (): PartDraft => ({ ...row(), ask: '', formula: '', unit: '' });
export const newVariable = (): VariableDraft => ({ ...row(), name: '', values: '' });
export const newSource = (): SourceDraft => ({ ...row(), title: '', ref: '' });

const NEW_MINUTES = 5;

export function emptyDraft(): QuestionDraft {
  return {
    kind: 'explain',
    level: 3,
    minutes: NEW_MINUTES,
    prompt: '',
    material: '',
    answer: '',
    points: [newPoint()],
    options: [{ ...newOption(), correct: true }, newOption(), newOption()],
    steps: [newStep(), newStep(), newStep()],
    commands: [newCommand()],
    parts: [newPart()],
    variables: [],
    tags: [],
    competencies: [],
    sources: [],
  };
}

/** A question to be changed; what the form has no field for stays as it is. */
export function draftOf(question: Question): QuestionDraft {
  const empty = emptyDraft();
  const filled = <T>(list: readonly T[], fallback: readonly T[]): readonly T[] => (list.length === 0 ? fallback : list);
  const { options = [], steps = [], accepts = [], parts = [], variables = [] } = question;
  return {
    kind: question.kind,
    level: question.level,
    minutes: question.timeLimitSec / 60,
    prompt: question.prompt.en,
    material: question.stimulus?.text ?? '',
    answer: question.modelAnswer.en,
    points: question.keyPoints.map(({ id, text, aliases, essential }) => ({ ...row(id), text: text.en, aliases: aliases.en, essential })),
    options: filled(
      options.map(({ id, text, correct, misconception }) => ({
        ...row(id),
        text: text.en,
        correct,
        misconception: misconception?.en ?? '',
      })),
      empty.options,
    ),
    steps: filled(
      steps.map(({ id, text }) => ({ ...row(id), text: text.en })),
      empty.steps,
    ),
    commands: filled(
      accepts.map((text) => ({ ...row(), text })),
      empty.commands,
    ),
    parts: filled(
      parts.map(({ id, ask, formula, unit }) => ({ ...row(id), ask: ask.en, formula, unit })),
      empty.parts,
    ),
    variables: variables.map(({ id, values }) => ({ ...row(id), name: id, values: values.join(', ') })),
    tags: question.tags ?? [],
    competencies: question.competencies.map(({ id }) => id),
    sources: question.sources.map(({ title, ref }) => ({ ...row(), title, ref })),
  };
}

/** Kinds that ask for numbers, and so have parts and drawn numbers. */
export const NUMBER_KINDS: ReadonlySet<QuestionKind> = new Set(['estimate', 'design']);
const TOLERANCE = { full: 0.05, partial: 0.15 } as const;
export const NEW_ID = 'own.question.new';

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

interface Drafts {
  /** What was begun and is not saved, by the question's id or {@link NEW_ID}; kept while the app is open, whatever screen is shown. */
  readonly drafts: Readonly<Record<string, { readonly base: Question | null; readonly draft: QuestionDraft }>>;
  keep(id: string, base: Question | null, draft: QuestionDraft): void;
  drop(id: string): void;
}

export const useQuestionDrafts = create<Drafts>((set) => ({
  drafts: {},
  keep: (id, base, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [id]: { base, draft } } })),
  drop: (id) => set(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== id)) })),
}));

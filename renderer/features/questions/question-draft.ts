import { create } from 'zustand';
import type { Question, QuestionKind } from '../../../core/content/question.ts';

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

export const NEW_ID = 'own.question.new';

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

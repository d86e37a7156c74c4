import { z } from 'zod';
import { competencyIdSchema } from './role.ts';

/** A text per language. English is always there. */
export const localizedSchema = z.strictObject({ en: z.string().min(1), fr: z.string().min(1).optional() });
const localizedListSchema = z.strictObject({ en: z.array(z.string().min(1)), fr: z.array(z.string().min(1)).min(1).optional() });

export const questionKindSchema = z.enum([
  'recall',
  'choice',
  'explain',
  'compare',
  'diagnose',
  'design',
  'estimate',
  'read',
  'command',
  'order',
  'behavioural',
  'own-part',
]);
export type QuestionKind = z.infer<typeof questionKindSchema>;

const pointIdSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const keyPointSchema = z.strictObject({
  id: pointIdSchema,
  weight: z.number().gt(0),
  essential: z.boolean(),
  text: localizedSchema,
  /**
   * Wordings that count as this point. Words are matched by stem; `word*` is a prefix; `a ... b` allows up to four words
   * between; `a & b` wants both in one sentence. An alias that stands in the prompt is ignored.
   */
  aliases: localizedListSchema,
  /** The point is itself a denial ("does not persist"), so a nearby "not" does not cancel it. */
  negOk: z.boolean().optional(),
});

/** A number the app checks. Shares are relative errors: 0.05 accepts within five percent. */
export const estimatePartSchema = z.strictObject({
  id: pointIdSchema,
  ask: localizedSchema,
  unit: z.string().min(1),
  /** With the first value of each variable. */
  value: z.number(),
  /** Arithmetic only (+ - * / ** parentheses, Math.ceil/floor/round/log2/sqrt/min/max) over numbers and variables. */
  formula: z.string().min(1),
  tolerance: z.strictObject({ full: z.number().min(0), partial: z.number().min(0) }),
  /** Wrong results and the slip that leads to each. */
  slips: z.array(z.strictObject({ value: z.number(), formula: z.string().min(1).optional(), says: localizedSchema })).default([]),
});

/** A number that is drawn anew each time; `{id}` stands for it in the texts. */
export const variableSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** What it may be; every combination must make sense. */
  values: z.array(z.number()).min(2).max(50),
});

/** Something one can do in a diagnosis; its output is shown when it is chosen. */
export const actSchema = z.strictObject({
  id: pointIdSchema,
  label: localizedSchema,
  /** What the act shows: a command's output, what a colleague says. */
  output: z.string().min(1),
  /** What it shows as long as nothing was mended, where that differs. */
  outputBefore: z.string().min(1).optional(),
  /** changes: alters the system; mends: the change that helps; dangerous: can do harm; verifies: shows whether a change helped. */
  tags: z.array(z.enum(['changes', 'mends', 'dangerous', 'verifies'])).default([]),
  /** Facts one knows after it. */
  gives: z.array(pointIdSchema).default([]),
  /** Facts one should know before it. */
  requires: z.array(pointIdSchema).default([]),
});

export const choiceOptionSchema = z.strictObject({
  id: pointIdSchema,
  correct: z.boolean(),
  text: localizedSchema,
  /** What someone believes who picks this (wrong options only). */
  misconception: localizedSchema.optional(),
});

/** One word or a few, without what would end it in a list. */
export const tagSchema = z
  .string()
  .max(100)
  .regex(/^[^\s,;"\p{Cc}](?:[^,;"\p{Cc}]*[^\s,;"\p{Cc}])?$/u);

/** Any question: the bank's, one's own, an imported one. What the bank demands beyond this: {@link shippedQuestionSchema}. */
export const questionSchema = z
  .strictObject({
    /** `<competency id>.<slug>`, `own.…` or `imported.…`; never reused for another meaning. */
    id: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/),
    version: z.int().min(1),
    kind: questionKindSchema,
    /** 1–5, the level a good answer shows. */
    level: z.int().min(1).max(5),
    timeLimitSec: z.int().min(30).max(3600),
    competencies: z.array(z.strictObject({ id: competencyIdSchema, weight: z.number().gt(0).max(1) })),
    prompt: localizedSchema,
    /** Monospaced material the question is about: a config, an output, a log. */
    stimulus: z.strictObject({ lang: z.string().min(1), text: z.string().min(1) }).optional(),
    modelAnswer: localizedSchema,
    keyPoints: z.array(keyPointSchema).min(1),
    variables: z.array(variableSchema).min(1).optional(),
    parts: z.array(estimatePartSchema).optional(),
    /** What can be done (kind `diagnose`), to be chosen one after the other. */
    acts: z.array(actSchema).min(4).max(14).optional(),
    options: z.array(choiceOptionSchema).min(2).max(8).optional(),
    /** The accepted command lines (kind `command`). */
    accepts: z.array(z.string().min(1)).optional(),
    /** Steps in their right order (kind `order`); shown shuffled. */
    steps: z
      .array(
        z.strictObject({
          id: pointIdSchema,
          text: localizedSchema,
          /** Steps that must come before; without it in any step the order is one chain. */
          after: z.array(pointIdSchema).optional(),
        }),
      )
      .min(3)
      .optional(),
    followUps: z.array(
      z.strictObject({
        when: z.string().regex(/^(always|right|wrong|(missing|present):[a-z0-9-]+)$/),
        level: z.int().min(1).max(5),
        prompt: localizedSchema,
      }),
    ),
    commonMistakes: z.array(localizedSchema),
    sources: z.array(z.strictObject({ title: z.string().min(1), ref: z.string().min(1), checkedOn: z.iso.date().optional() })),
    /** The person's own words to find it by. */
    tags: z.array(tagSchema).max(100).optional(),
    /** Siblings share it: one of them a day is enough. */
    family: z.string().min(1).max(200).optional(),
    /** When someone other than the author read it against its sources, and what that changed (null: nothing). */
    secondReading: z.strictObject({ on: z.iso.date(), changed: z.string().min(1).nullable() }).optional(),
  })
  .superRefine((question, context) => {
    const wants: Partial<Record<QuestionKind, 'parts' | 'options' | 'accepts' | 'steps' | 'stimulus'>> = {
      estimate: 'parts',
      choice: 'options',
      command: 'accepts',
      order: 'steps',
      read: 'stimulus',
    };
    const field = wants[question.kind];
    if (field !== undefined && question[field] === undefined) {
      context.addIssue({ code: 'custom', path: [field], message: `a question of kind ${question.kind} needs ${field}` });
    }
    if (question.options !== undefined && question.options.filter((option) => option.correct).length !== 1) {
      context.addIssue({ code: 'custom', path: ['options'], message: 'exactly one option is correct' });
    }
    const facts = new Set((question.acts ?? []).flatMap(({ gives }) => gives));
    for (const act of question.acts ?? []) {
      for (const fact of act.requires)
        if (!facts.has(fact)) context.addIssue({ code: 'custom', path: ['acts', act.id], message: `no act gives “${fact}”` });
    }
    if (question.acts !== undefined && !question.acts.some(({ tags }) => tags.includes('mends')))
      context.addIssue({ code: 'custom', path: ['acts'], message: 'no act mends it' });
    for (const step of question.steps ?? []) {
      for (const id of step.after ?? [])
        if (!question.steps?.some((other) => other.id === id))
          context.addIssue({ code: 'custom', path: ['steps', step.id], message: `comes after “${id}”, which is no step` });
    }
    for (const followUp of question.followUps) {
      const point = followUp.when.split(':')[1];
      if (point !== undefined && !question.keyPoints.some((keyPoint) => keyPoint.id === point)) {
        context.addIssue({ code: 'custom', path: ['followUps'], message: `"${followUp.when}" names no key point` });
      }
    }
  });

/** Ids that are not the bank's begin so; the bank may use none of them, so that its updates never meet a person's questions. */
export const NOT_SHIPPED = /^(?:own|imported|gen|generated)\./;

const SHIPPED_OPTIONS = 3;
const SHIPPED_FOLLOW_UPS = 2;

/** What the bank demands of its questions: nothing is left out that helps to learn. */
export const shippedQuestionSchema = questionSchema.superRefine((question, context) => {
  const demand = (isMet: boolean, field: string, message: string): void => {
    if (!isMet) context.addIssue({ code: 'custom', path: [field], message });
  };
  demand(!NOT_SHIPPED.test(question.id), 'id', 'belongs to a person’s own questions');
  demand(question.competencies.length > 0, 'competencies', 'at least one');
  demand(question.followUps.length >= SHIPPED_FOLLOW_UPS, 'followUps', `at least ${SHIPPED_FOLLOW_UPS}`);
  demand(question.commonMistakes.length > 0, 'commonMistakes', 'at least one');
  demand(question.sources.length > 0, 'sources', 'at least one');
  demand((question.options?.length ?? SHIPPED_OPTIONS) === SHIPPED_OPTIONS, 'options', `exactly ${SHIPPED_OPTIONS}`);
  for (const { id, aliases } of question.keyPoints) demand(aliases.en.length > 0, 'keyPoints', `${id} has no alias`);
});

export const questionFileSchema = z.strictObject({ questions: z.array(shippedQuestionSchema).min(1) });

export type Question = z.infer<typeof questionSchema>;
export type KeyPoint = z.infer<typeof keyPointSchema>;
export type EstimatePart = z.infer<typeof estimatePartSchema>;
export type Localized = z.infer<typeof localizedSchema>;

import { type KeyPoint, type Question, questionSchema, tagSchema } from '../content/question.ts';
import { evaluate } from '../practice/arithmetic.ts';
import { readItems, writeItem } from './cell-lists.ts';

/** What of a question can be read and changed in a table or a text; `data` holds all of it, as JSON. */
export const COLUMNS = [
  'id',
  'kind',
  'level',
  'prompt',
  'material',
  'answer',
  'key_points',
  'options',
  'steps',
  'commands',
  'parts',
  'tags',
  'competencies',
  'time_limit_sec',
  'sources',
  'data',
] as const;
export type Column = (typeof COLUMNS)[number];
export type FlatQuestion = Readonly<Record<Column, string>>;

const TOLERANCE = { full: 0.05, partial: 0.15 } as const;
const DEFAULT_TIME_SEC = 120;
const MAX_POINT_TEXT = 280;
const item = (text: string, ...rest: string[][]) => ({ isMarked: false, text, rest });

/** A question as texts. */
export function flatten(question: Question): FlatQuestion {
  const { keyPoints, options = [], steps = [], parts = [] } = question;
  return {
    id: question.id,
    kind: question.kind,
    level: String(question.level),
    prompt: question.prompt.en,
    material: question.stimulus?.text ?? '',
    answer: question.modelAnswer.en,
    key_points: lines(keyPoints.map(({ essential, text, aliases }) => ({ isMarked: essential, text: text.en, rest: [aliases.en] }))),
    options: lines(
      options.map(({ correct, text, misconception }) => ({
        isMarked: correct,
        text: text.en,
        rest: misconception ? [[misconception.en]] : [],
      })),
    ),
    steps: lines(steps.map(({ text }) => item(text.en))),
    commands: lines((question.accepts ?? []).map((accepted) => item(accepted))),
    parts: lines(parts.map(({ ask, formula, unit }) => item(ask.en, [formula], [unit]))),
    tags: (question.tags ?? []).join(', '),
    competencies: question.competencies.map(({ id, weight }) => `${id} ${weight}`).join(', '),
    time_limit_sec: String(question.timeLimitSec),
    sources: lines(question.sources.map(({ title, ref }) => item(title, [ref]))),
    data: JSON.stringify(question),
  };
}

function lines(items: Parameters<typeof writeItem>[0][]): string {
  return items.map(writeItem).join('\n');
}

/**
 * The question that texts describe. Where `data` holds it whole, only what was changed in the other texts since is taken from them.
 * @param newId the id of a question that brings none, from its prompt.
 * @returns the question, or words for why these texts are none.
 */
export function unflatten(given: Partial<FlatQuestion>, newId: (prompt: string) => string): Question | string {
  const base = baseOf(given.data);
  const before = base === null ? null : flatten(base);
  const changed = (column: Column): string | undefined => {
    const text = given[column];
    return text === undefined || (before !== null && isSame(text, before[column])) ? undefined : text;
  };
  try {
    const question = base === null ? newQuestion(given, newId) : { ...base, ...changes(changed, base) };
    const result = questionSchema.safeParse(question);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`.replace(/^: /, '');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Programs write line ends their own way and trim; that is no change. */
function isSame(a: string, b: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim();
  return plain(a) === plain(b);
}

function baseOf(data: string | undefined): Question | null {
  if (data === undefined || data.trim() === '') return null;
  try {
    const result = questionSchema.safeParse(JSON.parse(data));
    return result.success ? result.data : null;
  } catch (error) {
    // Cut short by a spreadsheet, or edited: the other columns still say what the question is.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @throws Error in words when prompt or answer is missing. */
function newQuestion(given: Partial<FlatQuestion>, newId: (prompt: string) => string): unknown {
  const prompt = given.prompt?.trim() ?? '';
  const answer =
    given.answer?.trim() ||
    readItems(given.key_points ?? '')
      .map(({ text }) => text)
      .join('\n');
  if (prompt === '') throw new Error('it has no question');
  if (answer === '') throw new Error('it has no answer');
  return {
    ...plainQuestion(given.id?.trim() || newId(prompt), prompt, answer),
    ...changes((column) => (given[column]?.trim() ? given[column] : undefined), null),
    prompt: { en: prompt },
    modelAnswer: { en: answer },
  };
}

/** A question of which only the prompt and the answer are known: a card with a front and a back. */
export function plainQuestion(id: string, prompt: string, answer: string): Question {
  return {
    id,
    version: 1,
    kind: 'recall',
    level: 1,
    timeLimitSec: DEFAULT_TIME_SEC,
    competencies: [],
    prompt: { en: prompt },
    modelAnswer: { en: answer },
    keyPoints: [{ id: 'answer', weight: 1, essential: true, text: { en: shortened(answer) }, aliases: { en: [] } }],
    followUps: [],
    commonMistakes: [],
    sources: [],
  };
}

function shortened(answer: string): string {
  const line = answer.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_POINT_TEXT ? line : `${line.slice(0, MAX_POINT_TEXT - 1).trimEnd()}…`;
}

/** The fields that texts set anew, those without a text left as they are. Their shape is checked by the schema afterwards. */
function changes(text: (column: Column) => string | undefined, base: Question | null): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  const take = (column: Column, field: string, read: (cell: string) => unknown): void => {
    const cell = text(column);
    if (cell !== undefined) set[field] = read(cell);
  };
  take('id', 'id', (cell) => cell.trim());
  take('kind', 'kind', (cell) => cell.trim().toLowerCase());
  take('level', 'level', Number);
  take('prompt', 'prompt', (cell) => ({ ...base?.prompt, en: cell.trim() }));
  take('material', 'stimulus', (cell) => (cell.trim() === '' ? undefined : { lang: base?.stimulus?.lang ?? 'text', text: cell.trimEnd() }));
  take('answer', 'modelAnswer', (cell) => ({ ...base?.modelAnswer, en: cell.trim() }));
  take('key_points', 'keyPoints', (cell) => keyPointsIn(cell, base?.keyPoints ?? []));
  take('options', 'options', (cell) => optionsIn(cell));
  take('steps', 'steps', (cell) =>
    named(
      readItems(cell).map(({ text: step }) => ({ text: { en: step } })),
      ({ text: { en } }) => en,
    ),
  );
  take('commands', 'accepts', (cell) => readItems(cell).map(({ text: accepted }) => accepted));
  take('parts', 'parts', partsIn);
  take('tags', 'tags', tagsIn);
  take('competencies', 'competencies', competenciesIn);
  take('time_limit_sec', 'timeLimitSec', Number);
  take('sources', 'sources', (cell) => readItems(cell).map(({ text: title, rest }) => ({ title, ref: rest[0]?.join('; ') || title })));
  return set;
}

function keyPointsIn(cell: string, known: readonly KeyPoint[]): unknown {
  const points = readItems(cell).map(({ isMarked, text, rest }) => {
    const old = known.find((point) => point.text.en === text);
    return { ...old, weight: old?.weight ?? 1, essential: isMarked, text: { ...old?.text, en: text }, aliases: { en: rest[0] ?? [] } };
  });
  return named(points, ({ text: { en } }) => en);
}

function optionsIn(cell: string): unknown {
  const options = readItems(cell).map(({ isMarked, text, rest }) => ({
    correct: isMarked,
    text: { en: text },
    ...(rest[0]?.length ? { misconception: { en: rest[0].join('; ') } } : {}),
  }));
  return named(options, ({ text: { en } }) => en);
}

/** @throws Error where a formula is no arithmetic. */
function partsIn(cell: string): unknown {
  const parts = readItems(cell).map(({ text, rest }) => {
    const formula = rest[0]?.join('; ') ?? '';
    return { ask: { en: text }, formula, unit: rest[1]?.join('; ') || '1', value: evaluate(formula), tolerance: TOLERANCE, slips: [] };
  });
  return named(parts, ({ ask: { en } }) => en);
}

/** Tags as they stand in one line; what could be none is left out. */
export function tagsIn(text: string): string[] {
  const tags = text.split(/[,;]/).map((tag) => tag.trim().replace(/\s+/g, ' '));
  return [...new Set(tags.filter((tag) => tagSchema.safeParse(tag).success))];
}

function competenciesIn(cell: string): unknown {
  return cell
    .split(/[,;\n]/)
    .map((part) => part.trim().split(/\s+/))
    .filter(([id]) => id !== undefined && id !== '')
    .map(([id, weight]) => ({ id, weight: weight === undefined ? 1 : Number(weight) }));
}

/** Gives each item an id made of its words, no two the same; an id it has is kept. */
export function named<T extends object>(items: readonly T[], wordsOf: (one: T) => string): (T & { readonly id: string })[] {
  const taken = new Set<string>();
  return items.map((one, index) => {
    const wished = 'id' in one && typeof one.id === 'string' && one.id !== '' ? one.id : slug(wordsOf(one), `item-${index + 1}`);
    let id = wished;
    for (let next = 2; taken.has(id); next += 1) id = `${wished}-${next}`;
    taken.add(id);
    return { ...one, id };
  });
}

const MAX_SLUG = 40;

function slug(words: string, fallback: string): string {
  const plain = words
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? fallback : plain;
}

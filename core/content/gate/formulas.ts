import { evaluate } from '../../practice/arithmetic.ts';
import type { EstimatePart, Question } from '../question.ts';
import type { Problem } from './problem.ts';

type Values = Readonly<Record<string, number>>;

/** How far a stated value may be from its formula, as a share: values are written rounded. */
const STATED_TOLERANCE = 0.005;
const MAX_SHOWN = 3;

/** Every combination of a question's drawn values; one empty one where nothing is drawn. */
export function combinations({ variables = [] }: Pick<Question, 'variables'>): Values[] {
  return variables.reduce<Values[]>(
    (all, { id, values }) => all.flatMap((before) => values.map((value) => ({ ...before, [id]: value }))),
    [{}],
  );
}

/** Recomputes every part and slip with every combination of the drawn values. */
export function formulaProblems(question: Question): Problem[] {
  const { id, parts = [] } = question;
  const all = combinations(question);
  return parts.flatMap((part) => {
    const found = all.flatMap((values) => partProblems(part, values));
    const firsts = statedProblems(part, all[0] ?? {});
    const drawn = part.slips
      .filter(({ formula }) => question.variables !== undefined && formula === undefined)
      .map(
        ({ says }): Found => ({ rule: 'slip', words: `“${says.en}” has no formula, so it stays as it is when other numbers are drawn` }),
      );
    return [...firsts, ...drawn, ...shortened(found)].map(({ rule, words }) => ({ question: id, rule, words: `${part.id}: ${words}` }));
  });
}

interface Found {
  readonly rule: 'formula' | 'slip';
  readonly words: string;
}

function shortened(found: readonly Found[]): Found[] {
  const distinct = [...new Map(found.map((one) => [one.words, one])).values()];
  return distinct.slice(0, MAX_SHOWN);
}

function partProblems({ formula, tolerance, slips }: EstimatePart, values: Values): Found[] {
  const at = Object.keys(values).length === 0 ? '' : ` with ${JSON.stringify(values)}`;
  try {
    const value = evaluate(formula, values);
    if (!Number.isFinite(value) || value <= 0) return [{ rule: 'formula', words: `${formula} gives ${value}${at}` }];
    return slips.flatMap(({ formula: wrong, value: stated, says }): Found[] => {
      const slip = wrong === undefined ? stated : evaluate(wrong, values);
      if (!Number.isFinite(slip)) return [{ rule: 'slip', words: `“${says.en}” gives ${slip}${at}` }];
      return Math.abs(slip - value) > tolerance.full * Math.abs(value)
        ? []
        : [{ rule: 'slip', words: `“${says.en}” gives ${slip}, which counts as right${at}` }];
    });
  } catch (error) {
    return [{ rule: 'formula', words: error instanceof Error ? error.message : String(error) }];
  }
}

/** What is written in the file against what its formula gives with the first values. */
function statedProblems({ formula, value, tolerance, slips }: EstimatePart, first: Values): Found[] {
  const off = (written: number, text: string | undefined, rule: Found['rule']): Found[] => {
    if (text === undefined) return [];
    try {
      const computed = evaluate(text, first);
      const isSame = Math.abs(computed - written) <= Math.max(Math.abs(computed) * STATED_TOLERANCE, 1e-9);
      return isSame ? [] : [{ rule, words: `says ${written}, ${text} gives ${computed}` }];
    } catch (error) {
      return [{ rule, words: error instanceof Error ? error.message : String(error) }];
    }
  };
  return [
    ...off(value, formula, 'formula'),
    ...slips.flatMap((slip) => off(slip.value, slip.formula, 'slip')),
    ...(tolerance.partial < tolerance.full ? [{ rule: 'formula' as const, words: 'close is narrower than right' }] : []),
  ];
}

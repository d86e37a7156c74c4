import { languagesOf } from '../language.ts';
import { type Question, type QuestionKind, questionKindSchema } from '../question.ts';
import { BANK, type Problem } from './problem.ts';

export interface Demands {
  readonly questions: number;
  readonly inFrench: number;
  readonly kinds: Readonly<Partial<Record<QuestionKind, number>>>;
  /** Of each competency of the reference role. */
  readonly perCompetency: { readonly questions: number; readonly levels: number; readonly kinds: number };
}

/** What the bank must have: what it has, so that it never has less, and what it is to have in the end. */
export const DEMANDS = {
  floor: {
    questions: 420,
    inFrench: 0,
    kinds: { estimate: 60, diagnose: 40, read: 30, order: 20 },
    perCompetency: { questions: 6, levels: 3, kinds: 3 },
  },
  whole: {
    questions: 420,
    inFrench: 100,
    kinds: { estimate: 60, diagnose: 40, read: 30, order: 20 },
    perCompetency: { questions: 6, levels: 3, kinds: 3 },
  },
} as const satisfies Readonly<Record<string, Demands>>;

/** What the gate insists on; to be raised to `whole` when the French is in. */
export const INSISTED: keyof typeof DEMANDS = 'whole';

/** The role the bank is written for first. */
export const REFERENCE_ROLE = 'multi-dc-sre';

/** What the bank lacks. @param competencyIds those of the reference role. */
export function coverageProblems(
  questions: readonly Question[],
  competencyIds: readonly string[],
  { questions: wanted, inFrench, kinds, perCompetency }: Demands = DEMANDS[INSISTED],
): Problem[] {
  const lack = (what: string, have: number, least: number): Problem[] =>
    have >= least ? [] : [{ question: BANK, rule: 'coverage', words: `${what}: ${have} of ${least}` }];
  const byKind = Map.groupBy(questions, ({ kind }) => kind);
  return [
    ...lack('questions', questions.length, wanted),
    ...lack('questions in French', questions.filter((question) => languagesOf(question).includes('fr')).length, inFrench),
    ...questionKindSchema.options.flatMap((kind) => lack(`questions of kind ${kind}`, byKind.get(kind)?.length ?? 0, kinds[kind] ?? 0)),
    ...competencyIds.flatMap((id) => {
      const about = questions.filter(({ competencies }) => competencies.some((one) => one.id === id));
      return [
        ...lack(`questions about ${id}`, about.length, perCompetency.questions),
        ...lack(`levels asked of ${id}`, new Set(about.map(({ level }) => level)).size, perCompetency.levels),
        ...lack(`kinds of question about ${id}`, new Set(about.map(({ kind }) => kind)).size, perCompetency.kinds),
      ];
    }),
  ];
}

import type { Question } from '../question.ts';
import { coverageProblems } from './coverage.ts';
import { duplicateIds, nearDuplicates } from './duplicates.ts';
import {
  allOfTheAboveProblems,
  followUpProblems,
  misconceptionProblems,
  negativeStemProblems,
  optionLengthProblems,
  optionPositionProblems,
  secondReadingProblems,
  sourceProblems,
  timeLimitProblems,
} from './form.ts';
import { formulaProblems } from './formulas.ts';
import { frenchProblems } from './french.ts';
import { placeholderProblems } from './placeholders.ts';
import type { Problem } from './problem.ts';
import {
  deadAliasProblems,
  echoProblems,
  gibberishProblems,
  modelAnswerProblems,
  type Reading,
  readingOf,
  stuffingProblems,
  unrelatedProblems,
  unrelatedShares,
} from './rubric.ts';

export interface Bank {
  readonly questions: readonly Question[];
  /** Competencies of the role the bank is written for first. */
  readonly competencyIds: readonly string[];
  /** YYYY-MM-DD: nothing may have been checked after it. */
  readonly today: string;
}

/** Everything the bank does against the gate's rules. What is no question at all is found before, by `schemaProblems`. */
export function gateProblems({ questions, competencyIds, today }: Bank): Problem[] {
  const english = readingOf(questions, 'en');
  const french = readingOf(questions, 'fr');
  return [
    ...duplicateIds(questions),
    ...nearDuplicates(questions),
    ...optionPositionProblems(questions),
    ...questions.flatMap((question) => questionProblems(question, { english, french }, today)),
    ...unrelatedProblems(unrelatedShares(questions.filter(hasFormulas), english)),
    ...coverageProblems(questions, competencyIds),
  ];
}

/** Whether its numbers can be reckoned, and so its texts be read. */
function hasFormulas(question: Question): boolean {
  return formulaProblems(question).every(({ rule }) => rule !== 'formula');
}

/** What one question does against the rules about one. With a formula that cannot be reckoned its texts cannot be read, so only that is said. */
export function questionProblems(
  question: Question,
  { english, french }: { readonly english: Reading; readonly french: Reading },
  today: string,
): Problem[] {
  const ofNumbers = formulaProblems(question);
  const ofForm = [
    ...optionLengthProblems(question),
    ...misconceptionProblems(question),
    ...allOfTheAboveProblems(question),
    ...negativeStemProblems(question),
    ...followUpProblems(question),
    ...sourceProblems(question, today),
    ...secondReadingProblems(question, today),
    ...timeLimitProblems(question),
  ];
  if (ofNumbers.some(({ rule }) => rule === 'formula')) return [...ofNumbers, ...ofForm];
  return [
    ...ofNumbers,
    ...ofForm,
    ...placeholderProblems(question),
    ...modelAnswerProblems(question, english),
    ...echoProblems(question, english),
    ...gibberishProblems(question, english),
    ...stuffingProblems(question, english),
    ...deadAliasProblems(question, english),
    ...frenchProblems(question, french),
  ];
}

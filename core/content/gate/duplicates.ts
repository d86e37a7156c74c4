import { fold, stemmerFor, WORD } from '../../practice/scoring/words.ts';
import type { Question } from '../question.ts';
import type { Problem } from './problem.ts';

/** Ids that stand twice. */
export function duplicateIds(questions: readonly Pick<Question, 'id'>[]): Problem[] {
  const counts = Map.groupBy(questions, ({ id }) => id);
  return [...counts]
    .filter(([, same]) => same.length > 1)
    .map(([question, same]) => ({ question, rule: 'duplicate-id', words: `stands ${same.length} times` }));
}

/**
 * Share of the shorter prompt's three-word runs that the other has too, above which two count as the same question. Measured on 344
 * questions: two upgrades to be put in order share .26, the next pair .16; a prompt with its numbers and one clause changed .6 and more.
 */
export const MAX_PROMPT_OVERLAP = 0.3;
const RUN = 3;
/** Runs in more prompts than this are how a kind of question is put (“Choose your acts one after the other”), not what it is about. */
const MAX_SHARED_BY = 5;

/** Pairs of questions with nearly the same prompt. There is no list of exceptions: one of the two is to be written anew. */
export function nearDuplicates(questions: readonly Question[]): Problem[] {
  return overlappingPrompts(questions)
    .filter(({ overlap }) => overlap > MAX_PROMPT_OVERLAP)
    .map(({ a, b, overlap }) => ({
      question: b,
      rule: 'near-duplicate',
      words: `${Math.round(overlap * 100)} % of the runs of three words in its prompt stand in that of ${a}`,
    }));
}

/** Pairs of questions that share any run of three words, by how much of the shorter prompt it is (0–1). */
export function overlappingPrompts(
  questions: readonly Pick<Question, 'id' | 'prompt'>[],
): { readonly a: string; readonly b: string; readonly overlap: number }[] {
  const all = questions.map(({ prompt }) => runsOf(prompt.en));
  const counts = new Map<string, number>();
  for (const run of all.flatMap((set) => [...set])) counts.set(run, (counts.get(run) ?? 0) + 1);
  const runs = all.map((set) => new Set([...set].filter((run) => (counts.get(run) ?? 0) <= MAX_SHARED_BY)));
  const where = new Map<string, number[]>();
  const shared = new Map<number, number>();
  for (const [index, set] of runs.entries()) {
    for (const run of set) {
      const before = where.get(run) ?? [];
      for (const other of before) shared.set(other * runs.length + index, (shared.get(other * runs.length + index) ?? 0) + 1);
      where.set(run, [...before, index]);
    }
  }
  return [...shared].map(([pair, count]) => {
    const [first, second] = [Math.floor(pair / runs.length), pair % runs.length];
    const shorter = Math.min(runs[first]?.size ?? 0, runs[second]?.size ?? 0);
    return { a: questions[first]?.id ?? '', b: questions[second]?.id ?? '', overlap: shorter === 0 ? 0 : count / shorter };
  });
}

/** A prompt's runs of three stems; of a shorter one, itself. */
function runsOf(prompt: string): Set<string> {
  const stem = stemmerFor('en');
  const stems = (prompt.match(WORD) ?? []).map((word) => stem(fold(word)));
  if (stems.length <= RUN) return new Set([stems.join(' ')]);
  return new Set(stems.slice(RUN - 1).map((_, at) => stems.slice(at, at + RUN).join(' ')));
}

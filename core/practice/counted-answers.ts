import type { Question } from '../content/question.ts';
import type { CountedAnswer } from './level-tracker.ts';
import { FALSE_CREDIT } from './observed-level.ts';

export interface GivenAnswer {
  readonly questionId: string;
  readonly answeredAtMs: number;
  readonly share: number | null;
  readonly checkedBy: 'app' | 'person' | 'choice';
}

export type Asked = Pick<Question, 'id' | 'level' | 'keyPoints' | 'competencies' | 'options' | 'parts'>;

const UNSEEN_MS = 30 * 24 * 3_600_000;
/** A competency a question only touches (weight below this) learns nothing from its answer. */
const MIN_WEIGHT = 0.5;

/**
 * Those of the answers that count for the observed level: a question's first, or one after at least 30 days unseen (repeats
 * belong to the scheduler; Pelánek 2016), if it was scored. An answer that was not scored, or given in a sitting that leaves
 * the schedule alone, was still seen. Answers come in order of time.
 */
export function countingAnswers<T extends GivenAnswer>(answers: readonly T[]): T[] {
  const seenAtMs = new Map<string, number>();
  return answers.filter(({ questionId, answeredAtMs, share }) => {
    const lastMs = seenAtMs.get(questionId);
    seenAtMs.set(questionId, answeredAtMs);
    return share !== null && (lastMs === undefined || answeredAtMs - lastMs >= UNSEEN_MS);
  });
}

/** What a counting answer says, and the competencies it says it of. */
export function measurementOf(
  { answeredAtMs, share, checkedBy }: GivenAnswer,
  question: Asked,
): { readonly answer: CountedAnswer; readonly competencyIds: readonly string[] } {
  const [points, falseCredit] = [pointsOf(question, checkedBy), falseCreditOf(question, checkedBy)];
  return {
    answer: { share: share ?? 0, level: question.level, points, falseCredit, answeredAtMs },
    competencyIds: question.competencies.filter(({ weight }) => weight >= MIN_WEIGHT).map(({ id }) => id),
  };
}

/** The answers that count, per competency: the whole log replayed. Answers come in order of time. */
export function countedAnswers(answers: readonly GivenAnswer[], questions: ReadonlyMap<string, Asked>): Map<string, CountedAnswer[]> {
  const counted = new Map<string, CountedAnswer[]>();
  for (const given of countingAnswers(answers)) {
    const question = questions.get(given.questionId);
    if (!question) continue;
    const { answer, competencyIds } = measurementOf(given, question);
    for (const id of competencyIds) {
      const list = counted.get(id);
      if (list) list.push(answer);
      else counted.set(id, [answer]);
    }
  }
  return counted;
}

function pointsOf(question: Asked, checkedBy: GivenAnswer['checkedBy']): number {
  if (checkedBy === 'choice') return 1;
  return Math.max(1, checkedBy === 'app' ? (question.parts?.length ?? 1) : question.keyPoints.length);
}

function falseCreditOf(question: Asked, checkedBy: GivenAnswer['checkedBy']): number {
  if (checkedBy === 'choice') return 1 / Math.max(2, question.options?.length ?? 3);
  return checkedBy === 'app' ? FALSE_CREDIT.checked : FALSE_CREDIT.selfGraded;
}

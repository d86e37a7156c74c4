import type { Question } from '../content/question.ts';
import { type CountedAnswer, FALSE_CREDIT } from './observed-level.ts';

export interface GivenAnswer {
  readonly questionId: string;
  readonly answeredAtMs: number;
  readonly share: number | null;
  readonly checkedBy: 'app' | 'person' | 'choice';
}

type Asked = Pick<Question, 'id' | 'level' | 'keyPoints' | 'competencies' | 'options' | 'parts'>;

const UNSEEN_MS = 30 * 24 * 3_600_000;
/** A competency a question only touches (weight below this) learns nothing from its answer. */
const MIN_WEIGHT = 0.5;

/**
 * The answers that count for the observed level, per competency: a question's first, or one after at least 30 days unseen
 * (repeats belong to the scheduler; Pelánek 2016). Answers must come in order of time.
 */
export function countedAnswers(answers: readonly GivenAnswer[], questions: ReadonlyMap<string, Asked>): Map<string, CountedAnswer[]> {
  const seenAtMs = new Map<string, number>();
  const counted = new Map<string, CountedAnswer[]>();
  for (const { questionId, answeredAtMs, share, checkedBy } of answers) {
    const lastMs = seenAtMs.get(questionId);
    seenAtMs.set(questionId, answeredAtMs);
    const question = questions.get(questionId);
    if (!question || share === null || (lastMs !== undefined && answeredAtMs - lastMs < UNSEEN_MS)) continue;
    const answer = { share, level: question.level, points: pointsOf(question, checkedBy), falseCredit: falseCreditOf(question, checkedBy) };
    for (const { id, weight } of question.competencies) {
      if (weight < MIN_WEIGHT) continue;
      const list = counted.get(id);
      if (list) list.push(answer);
      else counted.set(id, [answer]);
    }
  }
  return counted;
}

function pointsOf(question: Asked, checkedBy: GivenAnswer['checkedBy']): number {
  if (checkedBy === 'choice') return 1;
  return checkedBy === 'app' ? (question.parts?.length ?? 1) : question.keyPoints.length;
}

function falseCreditOf(question: Asked, checkedBy: GivenAnswer['checkedBy']): number {
  if (checkedBy === 'choice') return 1 / (question.options?.length ?? 3);
  return checkedBy === 'app' ? FALSE_CREDIT.checked : FALSE_CREDIT.selfGraded;
}

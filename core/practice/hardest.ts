export interface LowShare {
  readonly questionId: string;
  readonly answers: number;
  /** Mean share, 0–1. */
  readonly share: number;
}

interface ScoredAnswer {
  readonly questionId: string;
  readonly share: number | null;
}

/** Below this mean share a question is worth naming as hard. */
const HARD_BELOW = 0.7;

/** The questions answered with the least of their key points, the hardest first; equal ones with more answers first. */
export function lowestShares(answers: readonly ScoredAnswer[], most: number): LowShare[] {
  const scored = answers.flatMap(({ questionId, share }) => (share === null ? [] : [{ questionId, share }]));
  return [...Map.groupBy(scored, ({ questionId }) => questionId)]
    .map(([questionId, list]) => ({
      questionId,
      answers: list.length,
      share: list.reduce((sum, { share }) => sum + share, 0) / list.length,
    }))
    .filter(({ share }) => share < HARD_BELOW)
    .sort((a, b) => a.share - b.share || b.answers - a.answers || a.questionId.localeCompare(b.questionId, 'en'))
    .slice(0, most);
}

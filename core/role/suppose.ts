import type { PersonLevels } from './compare.ts';
import type { Observation } from './estimate.ts';
import { JUDGEMENT } from './judgement.ts';

/** The same person, supposed to be at these levels (0–5) in these competencies, whatever is known of them otherwise. */
export function suppose(person: PersonLevels, levels: ReadonlyMap<string, number>): PersonLevels {
  const competencyRatings = new Map(person.competencyRatings);
  const answers = new Map(person.answers);
  for (const [id, value] of levels) {
    const supposed: Observation = { value, variance: JUDGEMENT.supposedVariance, source: 'evidence', reason: 'Supposed.' };
    competencyRatings.set(id, supposed);
    answers.delete(id);
  }
  return { ...person, competencyRatings, answers };
}

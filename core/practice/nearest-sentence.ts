import { AnswerIndex } from './scoring/answer-index.ts';
import { topicOf } from './scoring/overlap.ts';
import { compileRubric, type Rubric } from './scoring/rubric.ts';

/**
 * The sentence of an answer that is nearest to each key point: by the weight of the words they share, without those of the
 * question; where it shares none, the longest sentence. By point id; empty for an answer without sentences.
 */
export function nearestSentences(answer: string, rubric: Rubric): Map<string, string> {
  const { language, points, typos } = compileRubric(rubric);
  const index = new AnswerIndex(answer, language, typos);
  const texts = index.sentences.map((words) => answer.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0));
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  if (longest === '') return new Map();
  return new Map(
    points.map(({ point, topics }) => {
      const weights = texts.map(() => 0);
      for (const { stems } of topics) {
        for (const [text, weight] of stems) {
          const at = new Set([...index.places({ text, prefix: false })].map((place) => index.read(place).sentence));
          for (const sentence of at) weights[sentence] = (weights[sentence] ?? 0) + weight;
        }
      }
      const most = Math.max(...weights);
      return [point.id, most === 0 ? longest : (texts[weights.indexOf(most)] ?? longest)];
    }),
  );
}

/** Whether a sentence has enough words of its own to be known again; those of the question do not count. */
export function canBeWording(text: string, { prompt, language = 'en', bank }: Rubric): boolean {
  return topicOf(text, { language, inPrompt: new AnswerIndex(prompt, language), bank: bank ?? null, isOwn: true }) !== null;
}

import type { KeyPoint, Localized } from '../content/question.ts';
import type { RoleCompetency } from '../content/role.ts';
import type { Family } from './family.ts';
import { typography } from './grammar/fr.ts';
import type { Slots, Source } from './types.ts';

/** The key point a competency lends: what somebody at the question's level does. */
export interface CompetencyPoint {
  readonly point: KeyPoint;
  readonly name: string;
  readonly sentence: string;
}

const MIN_LETTERS = 7;
const WORDS_WANTED = 4;

/** Null where nobody has written what the level means, or where its words all stand in the prompt. */
export function competencyPoint({ name, levels }: RoleCompetency, level: number, prompt: string): CompetencyPoint | null {
  const sentence = levels[level - 1];
  if (sentence === undefined || sentence === '') return null;
  const asked = prompt.toLowerCase();
  const words = [...new Set(sentence.toLowerCase().match(/\p{L}+/gu) ?? [])].filter(
    (word) => word.length >= MIN_LETTERS && !asked.includes(word.slice(0, 5)),
  );
  const pairs = words.slice(0, WORDS_WANTED).flatMap((word, index, all) => all.slice(index + 1).map((other) => `${word} & ${other}`));
  if (pairs.length === 0) return null;
  return { name, sentence, point: { id: 'competency', weight: 0.5, essential: false, text: { en: sentence }, aliases: { en: pairs } } };
}

const QUOTED = 280;

/** The answer's bones: a sentence per point, then what the documents say, word for word, then what the level looks like. */
export function skeletonOf<S extends Slots>(
  { points }: Family<S>,
  sources: readonly Source[],
  competency: CompetencyPoint | null,
): Localized {
  const quotes = sources.map(({ text }) => shortened(text));
  const en = [
    `What a strong answer holds; put your own facts in:\n${points.map(({ line }) => `- ${line.en}`).join('\n')}`,
    ...(quotes.length === 0 ? [] : [`From your documents:\n${quotes.map((quote) => `- “${quote}”`).join('\n')}`]),
    ...(competency === null ? [] : [`${competency.name}, at this level: ${competency.sentence}`]),
  ];
  const fr = [
    `${typography('Ce que contient une bonne réponse ; mettez-y vos faits :')}\n${points.map(({ line }) => `- ${typography(line.fr)}`).join('\n')}`,
    ...(quotes.length === 0
      ? []
      : [`${typography('Dans vos documents :')}\n${quotes.map((quote) => `- «\u00a0${quote}\u00a0»`).join('\n')}`]),
    ...(competency === null ? [] : [`${typography('Ce niveau, en anglais :')} ${competency.sentence}`]),
  ];
  return { en: en.join('\n\n'), fr: fr.join('\n\n') };
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED - 1).trimEnd()}…`;
}

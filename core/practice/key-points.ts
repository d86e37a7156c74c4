import type { KeyPoint } from '../content/question.ts';
import { type Doubt, doubtsOf } from './scoring/answer-form.ts';
import { AnswerIndex } from './scoring/answer-index.ts';
import { AnswerReader, type PointCheck, undetected } from './scoring/answer-reader.ts';
import { compileRubric, type Rubric } from './scoring/rubric.ts';
import type { AnswerLanguage } from './scoring/words.ts';

/** The rules below, by name; stored with each review, so that a later reader knows what found what. Changed rules, changed name. */
export const SCORING = 'key points 3';

export type { PointCheck, Rubric };

/** What the points found in a typed answer suggest; a suggestion, so three bands and no percentage. */
export type Band = 'likely-complete' | 'check-yourself' | 'little-detected';

/** What an answer's words say of a question's key points. */
export interface TextCheck {
  readonly points: readonly PointCheck[];
  /** Null without points. */
  readonly band: Band | null;
  /** Why the answer as a whole is not taken for complete, whatever was found. */
  readonly doubts: readonly Doubt[];
}

/** Share of the weight from which an answer may be called likely complete, and below which little was detected. */
const COMPLETE_SHARE = 0.8;
const LITTLE_SHARE = 0.3;

/**
 * The band of a typed answer: likely complete when at least 80 % of the weight and every essential point were found, none
 * was possibly denied and nothing speaks against the answer as a whole; little detected under 30 %; to be checked by the
 * person in between. Null without points.
 */
export function bandOf(
  points: readonly Pick<KeyPoint, 'id' | 'weight' | 'essential'>[],
  checks: readonly Pick<PointCheck, 'id' | 'state'>[],
  doubts: readonly Doubt[] = [],
): Band | null {
  if (points.length === 0) return null;
  const states = new Map(checks.map(({ id, state }) => [id, state]));
  const isFound = ({ id }: Pick<KeyPoint, 'id'>): boolean => states.get(id) === 'found';
  const weightOf = (some: typeof points): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const share = weightOf(points.filter(isFound)) / weightOf(points);
  if (share < LITTLE_SHARE) return 'little-detected';
  const isSure = points.filter(({ essential }) => essential).every(isFound) && !checks.some(({ state }) => state === 'possibly-denied');
  return share >= COMPLETE_SHARE && isSure && doubts.length === 0 ? 'likely-complete' : 'check-yourself';
}

/**
 * Looks for each key point in a typed answer: folded case and accents, stemmed words (Snowball), `word*` as a prefix, `a ... b`
 * with up to four words between, `a & b` in one sentence, one slip of the finger in words of six letters or more, or a
 * sentence that is about what the point is about. A wording that stands in the prompt is dead; one word that many answers have
 * counts only beside a second; in a list of terms, with hardly a word between them, and under 12 words nothing counts; an answer that mostly turns things down
 * states none for certain. A suggestion: the person decides.
 */
export function checkText(answer: string, rubric: Rubric): TextCheck {
  const compiled = compileRubric(rubric);
  const index = new AnswerIndex(answer, compiled.language, compiled.typos);
  const reader = new AnswerReader(index);
  const read = compiled.points.map((point) => reader.check(point));
  const doubts = doubtsOf(index.sentences, reader.matched, compiled.language);
  const points = read.map((check) => weigh(check, doubts));
  return { points, band: bandOf(rubric.keyPoints, points, doubts), doubts };
}

/** Words without sentences around them say nothing: too few, a row of terms, or hardly a word between the terms. */
const NO_CREDIT: ReadonlySet<Doubt> = new Set(['short', 'list', 'dense']);

function weigh(check: PointCheck, doubts: readonly Doubt[]): PointCheck {
  if (doubts.some((doubt) => NO_CREDIT.has(doubt))) return undetected(check.id);
  return check.state === 'found' && doubts.includes('denials') ? { ...check, state: 'possibly-denied' } : check;
}

/** What is kept of a check beside what the person ticked. */
export interface Detected {
  /** Ids of the points found. */
  readonly points: readonly string[];
  readonly band: Band | null;
  /** The rules that found them, {@link SCORING} of their time. */
  readonly scoring: string;
}

export function detectedIn({ points, band }: TextCheck): Detected {
  return { points: points.filter(({ state }) => state === 'found').map(({ id }) => id), band, scoring: SCORING };
}

/** The points of {@link checkText} alone, without what the bank knows of words. */
export function checkKeyPoints(
  answer: string,
  keyPoints: readonly KeyPoint[],
  prompt: string,
  language: AnswerLanguage = 'en',
): readonly PointCheck[] {
  return checkText(answer, { keyPoints, prompt, language }).points;
}

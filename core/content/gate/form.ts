import { type Language, said } from '../language.ts';
import type { Question, QuestionKind } from '../question.ts';
import { BANK, type Problem } from './problem.ts';

/** The longest option over the shortest: the right one must not be known by its length. */
const MAX_LENGTH_RATIO = 1.3;

/** Options are of nearly equal length. */
export function optionLengthProblems({ id, options }: Question, language: Language = 'en'): Problem[] {
  if (options === undefined) return [];
  const lengths = options.map(({ text }) => said(text, language).length);
  return Math.max(...lengths) <= MAX_LENGTH_RATIO * Math.min(...lengths)
    ? []
    : [
        {
          question: id,
          rule: 'option-length',
          words: `options of ${lengths.join(', ')} characters: longest over ${MAX_LENGTH_RATIO} × shortest`,
        },
      ];
}

/** Share of the questions with options whose right one may stand at the same place. */
const MAX_SAME_POSITION = 0.45;
/** With fewer questions the share says nothing. */
const ENOUGH_CHOICES = 12;

/** The right option stands now here, now there. */
export function optionPositionProblems(questions: readonly Question[]): Problem[] {
  const places = questions.flatMap(({ options }) => (options === undefined ? [] : [options.findIndex(({ correct }) => correct)]));
  if (places.length < ENOUGH_CHOICES) return [];
  return [...Map.groupBy(places, (place) => place)]
    .filter(([, same]) => same.length > MAX_SAME_POSITION * places.length)
    .map(([place, same]) => ({
      question: BANK,
      rule: 'option-position',
      words: `the right option is number ${place + 1} in ${same.length} of ${places.length} questions`,
    }));
}

/** Each wrong option says what somebody believes who picks it, and the right one does not. */
export function misconceptionProblems({ id, options = [] }: Question): Problem[] {
  return options
    .filter(({ correct, misconception }) => correct === (misconception !== undefined))
    .map((option) => ({
      question: id,
      rule: 'misconception',
      words: option.correct ? `${option.id} is right and has one` : `${option.id} is wrong and has none`,
    }));
}

const ALL_OF_THEM =
  /\b(?:all|none|both|neither|any) (?:of )?(?:the )?(?:above|these|options|answers)\b|\bboth [abc] and [abc]\b|\btou(?:te)?s (?:les réponses|ci-dessus)|\baucune (?:des réponses|de ces)/i;

/** No option stands for the others. */
export function allOfTheAboveProblems({ id, options = [] }: Question): Problem[] {
  return options
    .filter(({ text }) => ALL_OF_THEM.test(text.en) || ALL_OF_THEM.test(text.fr ?? ''))
    .map((option) => ({ question: id, rule: 'all-of-the-above', words: `${option.id} stands for other options` }));
}

const NEGATIVE_STEM =
  /\b(?:which|what)\b[^.?!]{0,60}\b(?:(?:is|are|was|were|does|do)(?: not\b|n['’]t\b)|least\b)|\bexcept\b|\b(?:laquelle|lequel|lesquel(?:le)?s)\b[^.?!]{0,40}\bn(?:e |['’])[^.?!]{0,30}\bpas\b|\bsauf\b/i;
const SHOUTED_NOT = /\b(?:NOT|PAS)\b/;

/** What is to be chosen is what is so, not what is not so. */
export function negativeStemProblems({ id, kind, prompt }: Question): Problem[] {
  if (kind !== 'choice') return [];
  const isNegative = [prompt.en, prompt.fr ?? ''].some((text) => NEGATIVE_STEM.test(text) || SHOUTED_NOT.test(text));
  return isNegative ? [{ question: id, rule: 'negative-stem', words: 'it asks for what is not so' }] : [];
}

const LEAST_FOLLOW_UPS = 2;

/** At least two follow-ups, one of which depends on what was missed. */
export function followUpProblems({ id, followUps }: Question): Problem[] {
  const problem = (words: string): Problem => ({ question: id, rule: 'follow-ups', words });
  return [
    ...(followUps.length >= LEAST_FOLLOW_UPS ? [] : [problem(`${followUps.length} of at least ${LEAST_FOLLOW_UPS}`)]),
    ...(followUps.some(({ when }) => when.startsWith('missing:') || when === 'wrong') ? [] : [problem('none depends on what was missed')]),
  ];
}

/** Sources are there, and were not checked tomorrow. @param today YYYY-MM-DD. */
export function sourceProblems({ id, sources }: Question, today: string): Problem[] {
  const problem = (words: string): Problem => ({ question: id, rule: 'sources', words });
  return [
    ...(sources.length > 0 ? [] : [problem('none')]),
    ...sources
      .filter(({ checkedOn }) => checkedOn !== undefined && checkedOn > today)
      .map(({ title, checkedOn }) => problem(`“${title}” was checked on ${checkedOn}, which is to come`)),
  ];
}

/** Somebody other than its author has read it. @param today YYYY-MM-DD. */
export function secondReadingProblems({ id, secondReading }: Question, today: string): Problem[] {
  if (secondReading === undefined) return [{ question: id, rule: 'second-reading', words: 'was not read a second time' }];
  return secondReading.on > today ? [{ question: id, rule: 'second-reading', words: `on ${secondReading.on}, which is to come` }] : [];
}

/** Seconds an answer of each kind takes, least and most; QUESTIONS.md, section 2, widened to what the bank's authors needed. */
const TIME_LIMITS: Readonly<Record<QuestionKind, readonly [least: number, most: number]>> = {
  recall: [30, 180],
  choice: [30, 180],
  command: [60, 180],
  order: [120, 300],
  explain: [120, 600],
  compare: [180, 720],
  read: [180, 600],
  estimate: [180, 900],
  diagnose: [300, 1200],
  design: [600, 2400],
  behavioural: [120, 360],
  'own-part': [60, 360],
};

/** The time fits the kind. */
export function timeLimitProblems({ id, kind, timeLimitSec }: Question): Problem[] {
  const [least, most] = TIME_LIMITS[kind];
  return timeLimitSec >= least && timeLimitSec <= most
    ? []
    : [
        {
          question: id,
          rule: 'time-limit',
          words: `${timeLimitSec} s for a question of kind ${kind}, where ${least} to ${most} s are usual`,
        },
      ];
}

import type { Question } from '../content/question.ts';
import { detectLanguage } from '../import/language.ts';
import { cuesOf } from '../import/story-cues.ts';

/** Answers that tell of the person's own work: their content is judged by nobody but the person. */
const STORIES: ReadonlySet<Question['kind']> = new Set(['behavioural', 'own-part']);

/** Whether a kind of question asks for a story; stories are never scored by words. */
export function isStory(kind: Question['kind']): boolean {
  return STORIES.has(kind);
}

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export type StoryElement = 'situation' | 'action' | 'number' | 'baseline' | 'result' | 'different';

/** How a story is told; nothing in it says whether it is good. */
export interface StoryStructure {
  /** Where each element was first seen; null where no sign of it was. */
  readonly elements: Readonly<Record<StoryElement, TextSpan | null>>;
  /** How often the teller speaks of themself, and how often of a team. */
  readonly own: number;
  readonly team: number;
  readonly words: number;
  readonly length: 'short' | 'fitting' | 'long';
}

/** Told aloud at 130 to 150 words a minute, about one to three minutes. */
export const STORY_WORDS = { least: 120, most: 420 } as const;

const OWN = {
  en: /(?<![\p{L}\p{N}])(?:I(?:['’](?:m|ve|d|ll))?|my|mine|myself|me)(?![\p{L}\p{N}'’])/gu,
  fr: /(?<![\p{L}\p{N}])(?:je|j['’]|moi|mon|ma|mes|moi-même)(?![\p{N}])(?:(?<=['’])|(?!\p{L}))/giu,
};
const TEAM = {
  en: /(?<![\p{L}\p{N}])(?:we(?:['’](?:re|ve|d|ll))?|our|ours|us|the team|my team)(?![\p{L}\p{N}'’])/giu,
  fr: /(?<![\p{L}\p{N}])(?:nous|on|notre|nos|l['’]équipe|mon équipe)(?![\p{L}\p{N}])/giu,
};
const OWN_ACTION = {
  en: /(?<![\p{L}\p{N}])I(?:['’]ve| have| had)?(?: then| first| also| finally| therefore| just| simply)? (?!was\b|am\b|think\b|felt\b|guess\b|believe\b|know\b|knew\b|had to\b|would\b|could\b|should\b|remember\b|learn)\p{L}+/u,
  fr: /(?<![\p{L}\p{N}])(?:j['’](?:ai|avais)|je (?:me suis|suis|l['’]ai|les ai)) (?:ensuite |d['’]abord |aussi |alors )?(?!été\b|eu\b|appris\b|pensé\b|dû\b)\p{L}+/iu,
};
/** A figure of the work, not a year and not the number of a step. */
const NUMBER =
  /(?<![\p{L}\d])(?!(?:19|20)\d\d(?![\d.,%]))\d+(?:[., {2}]\d+)*\s?(?:%|‰|x\b|ms\b|s\b|min\b|h\b|k\b|[KMGTP]i?B\b|\p{L}{2,})|(?<![\p{L}])(?:half|twice|double|dozens?|hundreds?|thousands?|moitié|deux fois|dizaines?|centaines?|milliers?)(?!\p{L})/u;
const BASELINE =
  /(?<!\p{L})(?:from .{1,60}? (?:down |up )?to|instead of|compared (?:to|with)|down from|up from|used to (?:be|take|last|fail|cost)|before (?:that|this|then|it)|until then|previously|against \d|had been|au lieu de|contre \d|par rapport à|auparavant|avant (?:cela|ça|il)|jusque-là|passée?s? de|de \d[^.]{0,40} à \d)(?!\p{L})/iu;

/** What stands and what lacks in a story, by signs in its wording; English and French. */
export function storyStructure(text: string): StoryStructure {
  const language = detectLanguage(text) === 'fr' ? 'fr' : 'en';
  const sentences = [...text.matchAll(/[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]*/g)]
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
    .filter((sentence) => sentence.text.trim() !== '')
    .map((sentence) => ({ ...sentence, parts: cuesOf(sentence.text.trim()) }));
  const spanOf = (has: (sentence: (typeof sentences)[number]) => boolean): TextSpan | null => {
    const first = sentences.find(has);
    return first ? { start: first.start + (first.text.length - first.text.trimStart().length), end: first.end } : null;
  };
  const words = text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return {
    elements: {
      situation: spanOf(({ parts }) => parts.includes('situation') || parts.includes('task')),
      action: spanOf((sentence) => OWN_ACTION[language].test(sentence.text)),
      number: spanOf((sentence) => NUMBER.test(sentence.text)),
      baseline: spanOf((sentence) => NUMBER.test(sentence.text) && BASELINE.test(sentence.text)),
      result: spanOf(({ parts }) => parts.includes('result')),
      different: spanOf(({ parts }) => parts.includes('lesson')),
    },
    own: text.match(OWN[language])?.length ?? 0,
    team: text.match(TEAM[language])?.length ?? 0,
    words,
    length: words < STORY_WORDS.least ? 'short' : words > STORY_WORDS.most ? 'long' : 'fitting',
  };
}

import { z } from 'zod';
import type { Localized, Question } from './question.ts';

/** The languages questions are asked in. English is always there. */
export const LANGUAGES = ['en', 'fr'] as const;
export const languageSchema = z.enum(LANGUAGES);
export type Language = (typeof LANGUAGES)[number];

/** The text in a language, in English where it has no other. */
export function said(text: Localized, language: Language): string {
  return text[language] ?? text.en;
}

/** The languages a question can be asked in: a translation has all of it or is none. */
export function languagesOf({ prompt }: Pick<Question, 'prompt'>): Language[] {
  return LANGUAGES.filter((language) => prompt[language] !== undefined);
}

/** The language a question is asked in when one is wanted: that one where it has it, English otherwise. */
export function languageOf(question: Pick<Question, 'prompt'>, wanted: Language): Language {
  return languagesOf(question).includes(wanted) ? wanted : 'en';
}

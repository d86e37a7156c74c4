import { type Language, languageSchema } from '../../core/content/language.ts';
import type { ReadableDb, WritableDb } from '../statement.ts';
import { readSetting, writeSetting } from './settings.ts';

/** One per profile: a colleague practises in another language. */
const keyOf = (profileId: number): string => `questions.language.${profileId}`;

/** The language a profile wants its questions in; English until it says otherwise. */
export function questionLanguage(db: ReadableDb, profileId: number): Language {
  return readSetting(db, keyOf(profileId), languageSchema) ?? 'en';
}

export function saveQuestionLanguage(db: WritableDb, profileId: number, language: Language): void {
  writeSetting(db, keyOf(profileId), language);
}

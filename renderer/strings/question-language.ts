/** The words about the language questions are asked in. */
export const questionLanguageStrings = {
  setting: 'Questions in',
  settingText: 'Questions, key points, model answers. A question you have begun keeps its language; the rest of the app stays English.',
  options: { en: 'English', fr: 'French where there is a French version' },
  names: { en: 'English', fr: 'French' },
  ofThis: 'Language of this question',
  onlyEnglish: 'Only in English',
  filter: 'Language',
  allLanguages: 'Any language',
  has: { fr: 'Has French' },
} as const;

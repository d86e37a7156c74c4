import { isUnder } from './background.ts';
import { LANGUAGE_TITLE } from './job-words.ts';
import { latin } from './patterns.ts';
import { type Reading, spanOf } from './reading.ts';
import type { ImportedLanguage } from './types.ts';

/** ISO 639-1 codes with the names in English, French, German and the language itself. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'english|anglais|englisch',
  fr: 'french|français|französisch',
  de: 'german|allemand|deutsch',
  es: 'spanish|espagnol|spanisch|español|castellano',
  it: 'italian|italien|italienisch|italiano',
  pt: 'portuguese|portugais|portugiesisch|português',
  nl: 'dutch|néerlandais|niederländisch|nederlands',
  pl: 'polish|polonais|polnisch|polski',
  cs: 'czech|tchèque|tschechisch',
  sk: 'slovak|slovaque|slowakisch',
  ro: 'romanian|roumain|rumänisch',
  hu: 'hungarian|hongrois|ungarisch',
  bg: 'bulgarian|bulgare|bulgarisch',
  el: 'greek|grec|griechisch',
  ru: 'russian|russe|russisch',
  uk: 'ukrainian|ukrainien|ukrainisch',
  sr: 'serbian|serbe|serbisch',
  hr: 'croatian|croate|kroatisch',
  sv: 'swedish|suédois|schwedisch',
  no: 'norwegian|norvégien|norwegisch',
  da: 'danish|danois|dänisch',
  fi: 'finnish|finnois|finnisch',
  et: 'estonian|estonien|estnisch',
  lv: 'latvian|letton|lettisch',
  lt: 'lithuanian|lituanien|litauisch',
  tr: 'turkish|turc|türkisch',
  ar: 'arabic|arabe|arabisch',
  fa: 'persian|farsi|persan|persisch',
  he: 'hebrew|hébreu|hebräisch',
  hi: 'hindi',
  bn: 'bengali',
  ta: 'tamil|tamoul',
  ur: 'urdu|ourdou',
  zh: 'chinese|chinois|chinesisch|mandarin',
  ja: 'japanese|japonais|japanisch',
  ko: 'korean|coréen|koreanisch',
  vi: 'vietnamese|vietnamien|vietnamesisch',
  ca: 'catalan|katalanisch',
  br: 'breton',
  eu: 'basque|baskisch',
  ga: 'irish|gaelic',
  cy: 'welsh',
  lb: 'luxembourgish|luxembourgeois|luxemburgisch',
};
const CODES = Object.entries(NAMES).map(([code, names]) => ({ code, pattern: new RegExp(`^(?:${names})$`, 'iu') }));
const NAME = latin(new RegExp(String.raw`(?<![\p{L}])(${Object.values(NAMES).join('|')})(?!\p{L})`, 'giu'));

/** Whether a word is the name of a spoken language. */
export function isSpokenLanguage(word: string): boolean {
  return CODES.some((each) => each.pattern.test(word));
}

/** Wordings and the CEFR level they stand for; the first that fits wins. */
const LEVELS: readonly { readonly level: string; readonly pattern: RegExp }[] = [
  {
    level: 'native',
    pattern: latin(/native(?: speaker| or bilingual)?|mother tongue|langue maternelle|maternelle?|muttersprach\p{L}*|bilingu(?:al|e)/iu),
  },
  { level: '', pattern: latin(/(?<![\p{L}\p{N}])[ABC][12](?![\p{L}\p{N}])/u) },
  {
    level: 'C1',
    pattern: /fluent(?:ly)?|full professional|courant|très bon niveau|verhandlungssicher|fließend|sehr gut(?:e)?|advanced|excellent/iu,
  },
  {
    level: 'B2',
    pattern:
      /(?:professional )?working proficiency|professional working|professional|business|upper intermediate|(?:anglais )?technique|professionnel|gut(?:e)?(?: kenntnisse)?|good|bon niveau/iu,
  },
  { level: 'B1', pattern: /conversational|limited working|intermediate|intermédiaire|conversation|konversation|mittel|fair/iu },
  { level: 'A2', pattern: /elementary|basic(?:s)?|notions?|scolaire|school|grundkenntnisse|débutant|beginner|anfänger|some|a little/iu },
];
const KEY = latin(/^\W*(?:(?:spoken |human |natural )?languages?|langues?|sprachen|sprachkenntnisse)(?: \p{L}+)?\s*[:–—-]/iu);
const MAX_LINE = 300;

/** Spoken languages under a title that announces them, with the level their words stand for. */
export function readLanguages(reading: Reading): ImportedLanguage[] {
  const { outline, document } = reading;
  const found = new Map<string, ImportedLanguage>();
  for (const block of outline.blocks) {
    if (block.kind === 'code' || block.end - block.start > MAX_LINE) continue;
    const text = outline.masked.slice(block.start, block.end);
    if (!KEY.test(text) && (block.kind === 'heading' || !isUnder(outline, block, LANGUAGE_TITLE))) continue;
    const names = [...text.matchAll(NAME)];
    for (const [index, name] of names.entries()) {
      const code = CODES.find((each) => each.pattern.test(name[1] ?? ''))?.code;
      if (code === undefined || found.has(code)) continue;
      const end = names[index + 1]?.index ?? text.length;
      const after = text.slice(name.index + name[0].length, end);
      const told = levelIn(after) ?? (names.length === 1 ? levelIn(text.slice(0, name.index)) : null);
      const length =
        told === null || !after.includes(told.raw) ? name[0].length : name[0].length + after.indexOf(told.raw) + told.raw.length;
      const start = block.start + name.index;
      found.set(code, { ...spanOf(document, start, start + length), language: code, level: told?.level ?? null, raw: told?.raw ?? null });
    }
  }
  return [...found.values()];
}

function levelIn(text: string): { level: string; raw: string } | null {
  for (const { level, pattern } of LEVELS) {
    const raw = pattern.exec(text)?.[0];
    if (raw !== undefined) return { level: level === '' ? raw : level, raw };
  }
  return null;
}

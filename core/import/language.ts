/** The commonest little words of the languages the rules know, none of them shared. */
const LITTLE_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the and of to with for that is was are this by from it we my which have'.split(' ')),
  fr: new Set('le la les des du et une un dans pour avec sur est aux par que qui nous au mise'.split(' ')),
  de: new Set('der die das und mit für den von zu ist im ein eine als auf bei nicht sowie'.split(' ')),
  es: new Set('el los las y una con por del para como se más en al'.split(' ')),
};
const SAMPLE_CHARS = 20_000;
const MIN_HITS = 4;

/** ISO 639-1 of the language most of the text is in, by its little words; `und` where there are too few to tell. */
export function detectLanguage(text: string): string {
  const words =
    text
      .slice(0, SAMPLE_CHARS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best = 'und';
  let most = MIN_HITS - 1;
  for (const [language, littleWords] of Object.entries(LITTLE_WORDS)) {
    const hits = words.filter((word) => littleWords.has(word)).length;
    if (hits > most) {
      most = hits;
      best = language;
    }
  }
  return best;
}

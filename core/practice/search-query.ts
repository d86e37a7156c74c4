/** More words narrow nothing any more, and each costs. */
const MAX_WORDS = 12;
const MAX_WORD = 64;
/** A prefix this short stands in nearly every text; it is looked for as a word. */
const MIN_PREFIX = 2;

/**
 * What a person typed as a query of SQLite's FTS5: each word as a prefix, each “quoted phrase” as it stands, all of them wanted. A word
 * with a dot or dash in it is a phrase whose last part is a prefix. Every word ends up between quotes, so nothing typed is ever syntax.
 * @returns the query, or null when no letter or digit was typed.
 */
export function searchQuery(typed: string): string | null {
  const terms: string[] = [];
  for (const match of typed.normalize('NFC').matchAll(/["“”«»]([^"“”«»]*)["“”«»]|[^\s"“”«»]+/gu)) {
    const phrase = match[1];
    const words = wordsIn(phrase ?? match[0]);
    if (words.length === 0) continue;
    const isPrefix = phrase === undefined && (words.at(-1)?.length ?? 0) >= MIN_PREFIX;
    terms.push(`"${words.join(' ')}"${isPrefix ? ' *' : ''}`);
    if (terms.length === MAX_WORDS) break;
  }
  return terms.length === 0 ? null : terms.join(' AND ');
}

/** What the tokenizer would make of a text: runs of letters, marks and digits. */
function wordsIn(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}\p{Co}]+/gu) ?? []).slice(0, MAX_WORDS).map((word) => word.slice(0, MAX_WORD));
}

import type { Token } from './fold.ts';
import type { RawMatch, Spelling } from './matcher.ts';
import { REAL_WORDS } from './real-words.ts';

/** Shorter names have too many words at distance one. */
const MIN_LETTERS = 7;
/** Names that end in an abbreviation ("OpenVPN", "PowerDNS") must be longer: one letter makes them something else. */
const MIN_LETTERS_WITH_ABBREVIATION = 10;

/** Endings of ordinary words; a product with such an ending is simply not found when misspelt. */
export const WORD_ENDING =
  /(?:ing|ings|ed|ly|ity|ities|ions?|ments?|able|ible|ances?|ences?|ants?|ents?|ies|ous|ives?|iques?|eurs?|euses?|eux|ées?|ifs?|ness|ful|less)$/;

/** Longer words are no names, and each letter makes another form to look up. */
const MAX_LETTERS = 40;

/** Finds the name a misspelt word stands for: one edit away, the same first letter, at least seven letters. */
export class TypoFinder {
  /** Each name under itself and under itself with one letter left out. */
  private readonly byDeletion = new Map<string, Spelling[]>();
  private readonly known = new Map<string, Spelling | null>();

  add(spelling: Spelling): void {
    const word = spelling.written.toLowerCase();
    const endsInAbbreviation = /\p{Lu}{2,}$/u.test(spelling.written);
    if (!/^[a-z]+$/.test(word) || spelling.isAmbiguous || spelling.isExact || spelling.skill.kind === 'practice') return;
    if (word.length < (endsInAbbreviation ? MIN_LETTERS_WITH_ABBREVIATION : MIN_LETTERS)) return;
    for (const form of deletions(word)) {
      const list = this.byDeletion.get(form);
      if (list === undefined) this.byDeletion.set(form, [spelling]);
      else list.push(spelling);
    }
  }

  /** The probable meaning of an unknown word, or null. Only for words the automaton did not accept. */
  at(tokens: readonly Token[], index: number): RawMatch | null {
    const token = tokens[index];
    if (token === undefined || token.folded.length < MIN_LETTERS || token.folded.length > MAX_LETTERS) return null;
    const spelling = this.lookUp(token.folded);
    return spelling === null ? null : { start: token.start, end: token.end, lastToken: index, spellings: [spelling], isTypo: true };
  }

  private lookUp(word: string): Spelling | null {
    const cached = this.known.get(word);
    if (cached !== undefined) return cached;
    const found = /^[a-z]+$/.test(word) && !REAL_WORDS.has(word) && !WORD_ENDING.test(word) ? this.search(word) : null;
    // Bounded so that a hostile document cannot fill the memory through a long-lived matcher.
    if (this.known.size < 50_000) this.known.set(word, found);
    return found;
  }

  private search(word: string): Spelling | null {
    for (const form of deletions(word)) {
      for (const spelling of this.byDeletion.get(form) ?? []) {
        const name = spelling.written.toLowerCase();
        if (name[0] === word[0] && isOneEdit(name, word)) return spelling;
      }
    }
    return null;
  }
}

function deletions(word: string): string[] {
  const forms = [word];
  for (let index = 1; index < word.length; index += 1) forms.push(word.slice(0, index) + word.slice(index + 1));
  return forms;
}

/** One letter inserted, left out, replaced or swapped with its neighbour; a final plural s is no typo. */
function isOneEdit(name: string, word: string): boolean {
  let from = 0;
  while (from < name.length && from < word.length && name[from] === word[from]) from += 1;
  const restOfName = name.slice(from);
  const restOfWord = word.slice(from);
  if (restOfName.slice(1) === restOfWord.slice(1)) return restOfName !== '' && restOfWord !== '' && restOfWord !== 's';
  if (restOfName === restOfWord.slice(1)) return !/^(?:s|e|es|ed|d|r|er)$/.test(restOfWord);
  if (restOfName.slice(1) === restOfWord) return restOfWord.length > 0 || name.length > MIN_LETTERS;
  return restOfName[0] === restOfWord[1] && restOfName[1] === restOfWord[0] && restOfName.slice(2) === restOfWord.slice(2);
}

import { type BankWords, isCommonPrefix, isCommonStem } from './bank-words.ts';
import { turnsDown } from './denials.ts';
import { foldWord, type Stem, WORD } from './words.ts';

/** A word as a wording names it: a stem, or the beginning of a word. */
export interface Term {
  readonly text: string;
  readonly prefix: boolean;
}

interface Step {
  readonly term: Term;
  /** How many words may stand between this one and the one before. */
  readonly maxGap: number;
}

/** A wording ready to be looked for: sides joined by `&`, each a run of words in order. */
export interface Alias {
  readonly text: string;
  readonly sides: readonly (readonly Step[])[];
  /** It denies something itself, so a "not" within it is part of it. */
  readonly isDenial: boolean;
  /** One word that many answers of the bank have: it takes a second one to count. */
  readonly isCommon: boolean;
}

const MAX_GAP = 4;

/** Reads `a b`, `word*`, `a ... b` and `a & b`. */
export function parseAlias(text: string, stem: Stem, bank: BankWords | null): Alias {
  const sides = text
    .split('&')
    .map((side) => stepsOf(side, stem))
    .filter((steps) => steps.length > 0);
  const [first] = sides;
  const only = sides.length === 1 && first?.length === 1 ? first[0]?.term : undefined;
  const isCommon = only !== undefined && bank !== null && (only.prefix ? isCommonPrefix(bank, only.text) : isCommonStem(bank, only.text));
  // Stems would hide "doesn't"; the words are compared as they are written.
  const isDenial = (text.match(WORD) ?? []).some((word) => turnsDown(foldWord(word)));
  return { text, sides, isDenial, isCommon };
}

function stepsOf(side: string, stem: Stem): Step[] {
  let maxGap = 0;
  return side.split(/\s+/).flatMap((token) => {
    if (token === '') return [];
    if (token === '...') {
      maxGap = MAX_GAP;
      return [];
    }
    const isPrefix = token.endsWith('*');
    // Read as an answer is read, so that “1,024” and “22 %” are the same words on both sides.
    const parts = token.match(WORD) ?? [];
    return parts.map((part, index) => {
      const prefix = isPrefix && index === parts.length - 1;
      const step = { term: { text: prefix ? foldWord(part) : stem(foldWord(part)), prefix }, maxGap };
      maxGap = 0;
      return step;
    });
  });
}

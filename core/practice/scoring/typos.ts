/** From this length on one slip of the finger is let pass; in a shorter word it makes too many other words. */
export const MIN_TYPO_LETTERS = 6;

const LETTERS = /^\p{L}+$/u;

/**
 * Whether one edit makes `a` of `b`: a letter left out, added, changed, or two neighbours swapped.
 * (Damerau's four slips, restricted to one.)
 */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Finds the known words one edit away among those of about the same length with the same first letter. */
export class TypoIndex {
  readonly #known: ReadonlySet<string>;
  readonly #alike = new Map<string, string[]>();

  /** @param known folded words that are right as they are; one of them is never taken for a slip of another. */
  constructor(known: ReadonlySet<string>) {
    this.#known = known;
    for (const word of known) {
      if (word.length < MIN_TYPO_LETTERS || !LETTERS.test(word)) continue;
      const key = `${word[0]}${word.length}`;
      const words = this.#alike.get(key);
      if (words) words.push(word);
      else this.#alike.set(key, [word]);
    }
  }

  knows(word: string): boolean {
    return this.#known.has(word);
  }

  /** What a folded word may have been meant as; empty for a known word, a short one, or one with digits in it. */
  meant(word: string): string[] {
    if (word.length < MIN_TYPO_LETTERS || this.#known.has(word) || !LETTERS.test(word)) return [];
    return [word.length - 1, word.length, word.length + 1].flatMap((length) =>
      (this.#alike.get(`${word[0]}${length}`) ?? []).filter((other) => isOneEdit(word, other)),
    );
  }
}

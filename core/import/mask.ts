import { latin } from './patterns.ts';

/** Addresses: never a skill by themselves, though they contain many names of products. */
const ADDRESSES: readonly RegExp[] = [
  /\b(?:https?|ftp|ssh|git):\/\/[^\s<>()\]"']+/gi,
  /\bwww\.[^\s<>()\]"']+/gi,
  latin(/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu),
  latin(/(?<![\p{L}\p{N}.-])(?:github|gitlab|bitbucket|linkedin)\.com\/[^\s<>()\]"']*/giu),
  latin(/(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:com|org|fr|de|eu|ch|be|uk|co|info|biz)(?![\p{L}\p{N}-])/giu),
];

/** What every address has somewhere; only the word around it is looked at closely. */
const SIGN = /@|:\/\/|www\.|\.com\/|\.(?:com|org|fr|de|eu|ch|be|uk|co|info|biz)(?![\w-])/gi;
/** Longer words are no addresses, and a text without spaces must not make the search slow. */
const MAX_ADDRESS = 600;

/** The text with every address replaced by spaces of equal length. */
export function maskNoise(text: string): string {
  const mask = new Mask();
  let done = 0;
  for (const sign of text.matchAll(SIGN)) {
    if (sign.index < done) continue;
    const start = Math.max(done, wordStart(text, sign.index));
    const end = wordEnd(text, sign.index + sign[0].length);
    const word = text.slice(start, end);
    for (const pattern of ADDRESSES)
      for (const found of word.matchAll(pattern)) mask.add(start + found.index, start + found.index + found[0].length);
    done = end;
  }
  return mask.apply(text);
}

function wordStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < MAX_ADDRESS && !isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < MAX_ADDRESS && !isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

/** Collects stretches to blank and applies them in one pass, so that masking stays linear. */
export class Mask {
  private readonly stretches: { start: number; end: number; sign: string }[] = [];

  /** `sign` takes the place of the stretch's first character, for markup that parts words from each other. */
  add(start: number, end: number, sign = ' '): void {
    if (end > start) this.stretches.push({ start, end, sign });
  }

  /** The text with all stretches blanked, line ends kept, of equal length. */
  apply(text: string): string {
    const ordered = [...this.stretches].sort((a, b) => a.start - b.start);
    const parts: string[] = [];
    let done = 0;
    for (const { start, end, sign } of ordered) {
      if (end <= done) continue;
      const from = Math.max(start, done);
      const blank = text.slice(from, end).replace(/[^\r\n]/g, ' ');
      parts.push(text.slice(done, from), sign === ' ' ? blank : sign + blank.slice(1));
      done = end;
    }
    parts.push(text.slice(done));
    return parts.join('');
  }
}

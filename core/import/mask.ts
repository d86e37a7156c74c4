/** Addresses: never a skill by themselves, though they contain many names of products. */
const ADDRESSES: readonly RegExp[] = [
  /\b(?:https?|ftp|ssh|git):\/\/[^\s<>()\]"']+/gi,
  /\bwww\.[^\s<>()\]"']+/gi,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu,
  /(?<![\p{L}\p{N}.-])(?:github|gitlab|bitbucket|linkedin)\.com\/[^\s<>()\]"']*/giu,
  /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:com|org|fr|de|eu|ch|be|uk|co|info|biz)(?![\p{L}\p{N}-])/giu,
];

/** The text with every address replaced by spaces of equal length. */
export function maskNoise(text: string): string {
  return ADDRESSES.reduce((masked, pattern) => masked.replace(pattern, (found) => ' '.repeat(found.length)), text);
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

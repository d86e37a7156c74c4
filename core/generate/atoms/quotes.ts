import type { Title } from '../types.ts';

const FEWEST_WORDS = 3;
const MOST_WORDS = 22;
const MOST_LETTERS = 150;
/** Points at something that stands outside the quotation. */
const NEEDS_CONTEXT =
  /^(?:and|but|or|so|this|that|these|those|it|its|they|their|which|also|then|there|he|she|his|her|same|both|other|another|eventually|as such|sadly|because|et|mais|ou|donc|cela|ceci|ce|cet|cette|ces|il|elle|ils|elles|qui|puis|idem|dont|additionally|sadly|now|at this time|en plus)\b/i;
const NO_STATEMENT =
  /^(?:todo|note|context|level|niveau|purpose|lesson|position as|à faire|phase|étape|step|driver|old|new|how|where|why|what|an?\s|output|the (?:fix|incident|change)|use cases?|nitpick|figure|use|write|configure|make|push|run|create|org scale|user|lancer|faire)\b|(?<!\p{L})(?:these|those|ces|bumped|stumbled|wanted|remember|wish|aspir\p{L}+|planned|thanked|your|votre|vos|the above|you (?:can|could)|not (?:an? )?(?:admin|expert|engineer))(?!\p{L})|[|{}⟦…@?]|https?:|undefined|\bnull\b/iu;
const DATES = /\b(?:19|20)\d\d[/-]\d|\((?:19|20)\d\d\b/;
/** "Container storage interface (CSI)": a name and its short form. */
const SHORT_FORM = /^[^(]+\([\p{Lu}\d/]{2,8}\)$/u;
const POSITION =
  /^(?:[\p{L}\d&]+ [-–—] )?(?:senior |lead |junior )?(?:ing[ée]nieur|engineer|d[ée]veloppeu\p{L}+|developer|administrat\p{L}+|formateur|consultant|sysadmin|adminsys|manager)\b/iu;
/** A sentence ends before a capital, a number or a bullet. */
const SENTENCE_END = /(?<=[.!?])\s+(?=[\p{Lu}\d“"«])|\n\s*(?=[-*•–◦]\s|\d+[.)]\s|\n)/gu;

/**
 * The sentence of a text at a place, as it is quoted in a question: whole, of 3 to 22 words, clear without what stands around it.
 * Null where it is not so. Markup and the sentence's last point are left out, inner quotation marks become single ones; no word changes.
 */
export function quoteAt(text: string, at = 0): Title | null {
  const sentence = clean(sentenceAt(text, at));
  const words = sentence.split(' ').length;
  if (words < FEWEST_WORDS || words > MOST_WORDS || sentence.length > MOST_LETTERS || /[:–-]$/.test(sentence)) return null;
  if (NEEDS_CONTEXT.test(sentence) || NO_STATEMENT.test(sentence) || DATES.test(sentence) || POSITION.test(sentence)) return null;
  return areBalanced(sentence) ? { class: 'title', text: bare(sentence) } : null;
}

/** A few words as they stand, such as a gap or a level; null for more than `most`. */
export function words(text: string, most: number): Title | null {
  const said = bare(clean(text));
  return said === '' || said.split(' ').length > most || NO_STATEMENT.test(said) || !areBalanced(said)
    ? null
    : { class: 'title', text: said };
}

/** A list under a heading that says what it was for, as one quotation; null where it would be too long. */
export function listUnder(heading: Title, list: string): Title | null {
  const items = bare(clean(list));
  const text = `${heading.text}: ${items}`;
  const isQuotable = text.split(' ').length <= MOST_WORDS && text.length <= MOST_LETTERS && areBalanced(text);
  return isQuotable && !NO_STATEMENT.test(items) && !DATES.test(text) ? { class: 'title', text } : null;
}

function sentenceAt(text: string, at: number): string {
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index, 0: gap }) => ({ end: index, next: index + gap.length }));
  const start = ends.findLast(({ next }) => next <= at)?.next ?? 0;
  return text.slice(start, ends.find(({ end }) => end >= at)?.end ?? text.length);
}

function clean(text: string): string {
  return text
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/[“«]\s*/g, '‘')
    .replaceAll(/\s*[”»]/g, '’')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-*•–◦·]|\d+[.)]|[a-z][.)])\s+/, '');
}

function bare(sentence: string): string {
  return sentence.replace(/[.;,]+$/, '');
}

function areBalanced(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length;
  return count('(') === count(')') && count('[') === count(']') && !text.includes('"');
}

const FEWEST_TOLD = 3;
const WORDS_PER_NAME = 1.8;
const FILLERS: ReadonlySet<string> = new Set([
  'etc',
  'and',
  'the',
  'with',
  'for',
  'avec',
  'les',
  'des',
  'pour',
  'dans',
  'und',
  'mit',
  'divers',
]);

/**
 * How much a quotation tells beside the names in it: 0 for a list of names, else its own words and figures.
 * @param names of the skills in it, as they are written there.
 */
export function tellingOf({ text }: Title, names: readonly string[]): number {
  const items = text.split(/[,;/+]/);
  const isList = items.length > 2 && text.split(' ').length / items.length < WORDS_PER_NAME && !/[\d(→]/.test(text);
  if (isList || SHORT_FORM.test(text)) return 0;
  const rest = names.reduce((left, name) => left.replace(name, ' '), text);
  const own = (rest.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !FILLERS.has(word)).length;
  const hasFigure = /\d/.test(rest.replaceAll(/\b(?:19|20)\d\d\b|\p{L}\d+/gu, ''));
  if (own < FEWEST_TOLD && !(hasFigure && own > 0)) return 0;
  return Math.min(own, 8) / 4 + (hasFigure ? 2 : 0) + (/[(→]/.test(rest) ? 0.5 : 0);
}

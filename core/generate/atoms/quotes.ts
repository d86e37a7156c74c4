import type { Title } from '../types.ts';

const FEWEST_WORDS = 3;
const MOST_WORDS = 22;
const MOST_LETTERS = 150;
/** Points at something that stands outside the quotation. */
const NEEDS_CONTEXT =
  /^(?:and|but|or|so|this|that|these|those|it|its|they|their|which|also|then|there|he|she|his|her|same|both|other|another|eventually|as such|sadly|because|et|mais|ou|donc|cela|ceci|ce|cet|cette|ces|il|elle|ils|elles|qui|puis|idem|dont|additionally|sadly|now|at this time|en plus)\b/i;
/** A part of a story, a limit, a remark or an instruction: what follows is no statement of work. */
const NO_STATEMENT =
  /^(?:todo|note|nitpick|context|level|niveau|purpose|driver|output|scope of|org scale|user|use cases?|cas d['’]usage|situation|task|tâche|aufgabe|action|aktion|result|résultat|ergebnis|lesson|leçon|lehre|solution|certificat|certification|zertifi|position as|à faire|phase|étape|step|old|new|how|where|why|what|an?\s|the (?:fix|incident|change)|figure|use|write|configure|make|push|run|create|lancer|faire)(?!\p{L}*ed)/iu;
/** Speaks to a reader, tells how things stood, denies, or rates. */
const NO_DEED =
  /(?<!\p{L})(?:these|those|ces|bumped|stumbled|wanted|remember|wish|aspir\p{L}+|planned|thanked|your|votre|vos|the above|you (?:can|could)|i have (?:been|used|experience|had)|never|hardly|jamais|nicht|kein\p{L}*|ne \p{L}+ pas|n['’]\p{L}+ pas|not (?:an? )?(?:admin|expert|engineer)|years? of|no \p{L}+ (?:with|in|of)|evaluat\p{L}+|évalu\p{L}+|not taken|backlog|curiosity|i would|j['’]aurais|Jahren? Erfahrung|ans d['’]expérience|experte?|confirmé\p{L}*|débutant\p{L}*|\p{L}*kenntnisse|intermediate|beginner|notions|with guidance|enough to)(?!\p{L})|\d\s?\/\s?(?:5|10)(?!\d)|[★☆●]/iu;
/** The reader of a job advertisement. */
const FORMAL_YOU = /(?<!\p{L})(?:Sie|Ihr|Ihre[nmrs]?)(?!\p{L})/u;
const MARKUP = /[|{}⟦…@?\\*]|https?:|undefined|\bnull\b/;
const DATES = /\b(?:19|20)\d\d[/-]\d|\((?:19|20)\d\d\b|^(?:\d{1,2}\.? \p{L}+ )?(?:19|20)\d\d\b/u;
/** "Container storage interface (CSI)": a name and its short form. */
const SHORT_FORM = /^[^(]+\([\p{Lu}\d/]{2,8}\)$/u;
const POSITION =
  /^(?:[\p{L}\d&]+ [-–—] )?(?:senior |lead |junior )?(?:ing[ée]nieur|engineer|d[ée]veloppeu\p{L}+|developer|administrat\p{L}+|formateur|consultant|sysadmin|adminsys|manager)\b/iu;
const UNQUOTED = [NEEDS_CONTEXT, NO_STATEMENT, NO_DEED, FORMAL_YOU, MARKUP, DATES, POSITION] as const;
/** A sentence ends before a capital, a number or a bullet. */
const SENTENCE_END = /(?<=[.!?])\s+(?=[\p{Lu}\d“"«])|\n\s*(?=[-*•–◦]\s|\d+[.)]\s|\n)/gu;

/**
 * The sentence of a text at a place, as it is quoted in a question: whole, of 3 to 22 words, clear without what stands around it.
 * Null where it is not so. Markup and the sentence's last point are left out, inner quotation marks become single ones; no word changes.
 */
export function quoteAt(text: string, at = 0): Title | null {
  return quoted(sentenceAt(text, at), UNQUOTED);
}

/** The same of a limit or a regret, which denies and rates by its nature. */
export function remarkAt(text: string): Title | null {
  return quoted(sentenceAt(text, 0), [NEEDS_CONTEXT, MARKUP]);
}

function quoted(text: string, refused: readonly RegExp[]): Title | null {
  const sentence = clean(text);
  const count = sentence.split(' ').length;
  if (count < FEWEST_WORDS || count > MOST_WORDS || sentence.length > MOST_LETTERS || /[:–-]$/.test(sentence)) return null;
  return areBalanced(sentence) && !refused.some((pattern) => pattern.test(sentence)) ? { class: 'title', text: bare(sentence) } : null;
}

/** A few words as they stand, such as a gap or a level; null for more than `most`. */
export function words(text: string, most: number): Title | null {
  const said = bare(clean(text));
  return said === '' || said.split(' ').length > most || MARKUP.test(said) || /^(?:todo|à faire)\b/i.test(said) || !areBalanced(said)
    ? null
    : { class: 'title', text: said };
}

/** A heading that says what was done, and not which sort of names follows. */
const WORK =
  /(?<!\p{L})(?:gestion|administration|maintien|automat\p{L}*|infrastructure|mise en place|migration|plate-?forme?|platform|project|projet|projekt|build(?:ing)?|set ?up|rollout|operations?|exploitation|betrieb|aufbau)(?!\p{L})/iu;

/** A list under a heading that says what it was for, as one quotation; null where it would be too long. */
export function listUnder(heading: Title, list: string): Title | null {
  const items = bare(clean(list));
  const text = `${heading.text}: ${items}`;
  const isQuotable = text.split(' ').length <= MOST_WORDS && text.length <= MOST_LETTERS && areBalanced(text);
  return isQuotable &&
    ![NO_STATEMENT, NO_DEED, FORMAL_YOU, MARKUP].some((pattern) => pattern.test(items)) &&
    !DATES.test(text) &&
    WORK.test(heading.text)
    ? { class: 'title', text }
    : null;
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

/** A count, a part in parentheses or a flow tells more than a name. */
const COUNTED = /[(→]| [-–—] |\d{2,}(?![\dc.]*\b[/.])|\d+[.,]\d+ \p{L}|~\d/u;
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
  const items = text.replace(/^[^:]{2,40}:\s/, '').split(/[,;/+]/);
  const isList = items.length > 2 && items.join(' ').trim().split(/\s+/).length / items.length < WORDS_PER_NAME && !COUNTED.test(text);
  if (isList || SHORT_FORM.test(text)) return 0;
  const rest = names.reduce((left, name) => left.replace(name, ' '), text);
  const own = (rest.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !FILLERS.has(word)).length;
  const hasFigure = /\d/.test(rest.replaceAll(/\b(?:19|20)\d\d\b|\p{L}\d+/gu, ''));
  if (own < FEWEST_TOLD && !(hasFigure && own > 0)) return 0;
  return Math.min(own, 8) / 4 + (hasFigure ? 2 : 0) + (/[(→]/.test(rest) ? 0.5 : 0);
}

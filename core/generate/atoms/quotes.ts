import type { Title } from '../types.ts';

const FEWEST_WORDS = 3;
const MOST_WORDS = 24;
const MOST_LETTERS = 150;
/** Points at something that stands outside the quotation. */
const NEEDS_CONTEXT =
  /^(?:and|but|or|so|this|that|these|those|it|its|they|their|which|also|then|there|he|she|his|her|same|both|other|another|eventually|as such|sadly|because|et|mais|ou|donc|cela|ceci|ce|cet|cette|ces|il|elle|ils|elles|qui|puis|idem|dont|additionally|first,|the first|sadly|now|at this time|en plus)\b/i;
/** A part of a story, a limit, a remark or an instruction: what follows is no statement of work. */
const NO_STATEMENT =
  /^(?:todo|note|apps|nitpick|context|level|niveau|purpose|driver|output|usage|topology|objecti\p{L}+|goals?|scope of|org scale|user|use cases?|cas d['’]usage|situation|task|tâche|aufgabe|action|aktion|result|résultat|ergebnis|lesson|leçon|lehre|solution|challenge|problem|certificat|certification|zertifi|position as|à faire|phase|étape|step|old|new|how|where|why|what|an?\s|the (?:fix|incident|change)|figure|use|write|configure|make|push|run|create|lancer|faire)(?!\p{L}*ed)/iu;
/** Speaks to a reader, tells how things stood, denies, or rates. */
const NO_DEED =
  /(?<!\p{L})(?:these|those|ces|bumped|stumbled|wanted|remember|wish|aspir\p{L}+|planned|thanked|your|votre|vos|the above|you (?:can|could)|i have (?:been|used|experience|had)|never|hardly|jamais|nicht|kein\p{L}*|ne \p{L}+ pas|n['’]\p{L}+ pas|not (?:an? )?(?:admin|expert|engineer)|years? of|no \p{L}+ (?:with|in|of)|evaluat\p{L}+|évalu\p{L}+|not taken|backlog|curiosity|i would|j['’]aurais|Jahren? Erfahrung|ans d['’]expérience|experte?|confirmé\p{L}*|débutant\p{L}*|\p{L}*kenntnisse|intermediate|beginner|notions|with guidance|enough to|investigated|mismatch\p{L}*|unwieldy|\p{L}*provisioned|culprit|toy|joke|patience|for fun|project lead|no other|ans min|maîtrise|pain|painful|enjoy\p{L}*|use case|first idea|prefer\p{L}*|easier|powerful|depends on|not|\p{L}+n['’]t|my (?:senior|boss|manager|lead|colleagues?)|designed by)(?!\p{L})|as well$|instead$|\d\s?\/\s?(?:5|10)(?!\d)|[★☆●]/iu;
/** The reader of a job advertisement. */
const FORMAL_YOU = /(?<!\p{L})(?:Sie|Ihr|Ihre[nmrs]?)(?!\p{L})/u;
const MARKUP = /[|{}⟦…@?\\*]|https?:|undefined|\bnull\b/;
const DATES = /\b(?:19|20)\d\d[/-]\d|\((?:19|20)\d\d\b|^(?:\d{1,2}\.? \p{L}+ )?(?:19|20)\d\d\b/u;
const POSITION =
  /^(?:[\p{L}\d&]+ [-–—] )?(?:senior |lead |junior )?(?:ing[ée]nieur|engineer|d[ée]veloppeu\p{L}+|developer|administrat\p{L}+|formateur|consultant|sysadmin|adminsys|manager)\b/iu;
/** "both metrics", of something named before. */
const BOTH = /\bboth (?!.*\band\b)/i;
/** Two sentences, or levels in per cent. */
const TWO_OR_RATED = /\p{L}{3,}[.!?]\s+\p{Lu}|\(\d+\s?%\)/u;
const UNQUOTED = [BOTH, TWO_OR_RATED, NEEDS_CONTEXT, NO_STATEMENT, NO_DEED, FORMAL_YOU, MARKUP, DATES, POSITION] as const;
/** A sentence ends before a capital, a number or a bullet. */
const SENTENCE_END = /(?<=[.!?])\s+(?=[\p{Lu}\d“"«])|\n\s*(?=[-*•–◦]\s|\d+[.)]\s|\n)/gu;

/**
 * The sentence of a text at a place, as it is quoted in a question: whole, of 3 to 24 words, clear without what stands around it.
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

/** A list with the heading it stands under, where that says what was done; null where the two are too long. */
export function listUnder({ text: under }: Title, list: string): Title | null {
  const text = bare(clean(list));
  const all = `${under} ${text}`;
  if (all.split(' ').length > MOST_WORDS || all.length > MOST_LETTERS || !WORK.test(under) || DATES.test(all) || !areBalanced(text))
    return null;
  return [NO_STATEMENT, NO_DEED, FORMAL_YOU, MARKUP].some((pattern) => pattern.test(text)) ? null : { class: 'title', text, under };
}

/** A sentence's place in a text. */
export function sentencePlace(text: string, at: number): { readonly start: number; readonly end: number } {
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index, 0: gap }) => ({ end: index, next: index + gap.length }));
  return { start: ends.findLast(({ next }) => next <= at)?.next ?? 0, end: ends.find(({ end }) => end >= at)?.end ?? text.length };
}

function sentenceAt(text: string, at: number): string {
  const { start, end } = sentencePlace(text, at);
  return text.slice(start, end);
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

/** A number of something, and not a version or a model. */
const FIGURE =
  /\d[\d.,\u202f\u00a0]*\s?(?:%|[TGPM]i?B|[TGPM]o|[GM]bit|x)(?!\p{L})|\d[\d.,]*[kM]?\+?\s\p{Ll}{3,}|\d[\d.,]*[kM]?\+?\s(?:VMs?|DCs?|GPUs?|PDFs?|LUNs?|OSDs?)(?!\p{L})|\d{2,}[\d.,]*\s\p{Lu}\p{Ll}{3,}/u;
const DONE =
  /(?<!\p{L})(?:installed|deployed|designed|created|built|rebuilt|set up|wrote|written|automated|implemented|introduced|developed|migrated|moved|replaced|converted|restored|ran|led|drove|saved|won|made|cut|reduced|split|merged|scaled|rewrote|rewritten|redid|switched|adopted|consolidated|hardened|tuned|tested|generated|adjusted|configured|maintained|published|kept|documented|fixed|measured|contributed|feeds|queries|serves|runs|keeps|registers|ships|handles|pushing|stores|checks|detects|writing|reworking|simplifying|sorting|creating|from scratch|in front of|mise? en place|création|créé|conception|conçu|développement|déploiement|automatisation|migration|refonte|réécriture|écrit|refait|monté|restauration|bascule|fusionné|réduit|aufgebaut|eingeführt|geschrieben|gebaut|migriert|abgelöst|umgezogen|umzug|aufbau|einführung|ablösung|automatisiert|betrieben|erstellt|entwickelt)(?!\p{L})/iu;
const FLOW = /→|->/;
/** Says what something is for. */
const PURPOSE =
  /(?<!\p{L})(?:to \p{Ll}{3,}|using our|with our own|so that|in order to|because|permettant|afin d['e]|damit|um \p{L}+ zu)(?!\p{L})/u;
const FEWEST_WITH_PURPOSE = 6;
/** "Unbound, Knot - one view for each building". */
const AFTER_DASH = / [-–—] ([^()]*)$/u;
const FEWEST_EXPLAINED = 4;
const FILLERS: ReadonlySet<string> = new Set('etc and the with for avec les des pour dans und mit divers'.split(' '));

/** Whether it says what was done, what for, or what flows where; else it only tells how much there is. */
export function saysDone({ text }: Title): boolean {
  return DONE.test(text) || FLOW.test(text) || PURPOSE.test(text);
}

/** Whether it counts something. */
export function counts(text: string): boolean {
  return FIGURE.test(text);
}

/**
 * How much a quotation tells: 0 where it only names things, else by the words and figures of its own. It tells something where it counts,
 * says what was done, what it is for or what flows where, or explains itself in parentheses or after a dash.
 * @param names of the skills in it, as they are written there.
 */
export function tellingOf({ text }: Title, names: readonly string[]): number {
  const rest = names.reduce((left, name) => left.replace(name, ' '), text);
  const hasFigure = FIGURE.test(rest);
  const inParentheses = /\(([^)]*)\)/u.exec(rest)?.[1] ?? '';
  const own = ownWords(rest);
  const isExplained = ownWords(inParentheses) >= FEWEST_EXPLAINED || ownWords(AFTER_DASH.exec(rest)?.[1] ?? '') >= FEWEST_EXPLAINED - 1;
  const hasPurpose = PURPOSE.test(rest) && text.split(' ').length >= FEWEST_WITH_PURPOSE;
  if (!(hasFigure || DONE.test(rest) || FLOW.test(rest) || isExplained || hasPurpose)) return 0;
  return own === 0 ? 0 : Math.min(own, 8) / 4 + (hasFigure ? 2 : 0) + (FLOW.test(rest) || inParentheses !== '' ? 0.5 : 0);
}

function ownWords(text: string): number {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !FILLERS.has(word)).length;
}

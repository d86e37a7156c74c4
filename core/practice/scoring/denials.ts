import type { Word } from './words.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that deny what follows them, folded. */
export const DENIALS = list(
  "not no never without neither nor cannot nobody none nothing hardly don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't needn't mustn't haven't hasn't hadn't dont doesnt isnt wont cant " +
    'pas jamais aucun aucune sans ni nullement guere',
);

/** Words that turn away from what they name, which is as good as a denial before it. */
const REJECTS = list('skip ignore forget avoid myth ignorer oublier oubliez inutile faux');
/** Words that deny what stands before them: "quorum is irrelevant". */
const DISMISSALS = list(
  'irrelevant unnecessary useless pointless overrated nonsense myth meaningless harmless unimportant unrelated superfluous rubbish hors-sujet inutile inutiles superflu superflue accessoire negligeable',
);
/** What is said not to be so after a match: "checking quorum is not needed". */
const DENIABLE = list(
  'needed need necessary required matter matters mattered important relevant true help helps difference role count counts affect effect involved related worth useful used apply applies happen happens exist exists cause reason issue problem correct right enough ' +
    'necessaire necessaires utile utiles requis important vrai compte rien cause raison probleme',
);
/** Verbs that their "pas" follows: "ne compte pas". */
const BEFORE_PAS = list('compte comptent sert servent change changent importe importent aide aident');
/** How many words before or after a match may deny it. */
const REACH_BEFORE = 6;
const REACH_AFTER = 7;
/** "memory bandwidth is not shared": a bare "not" this near after a match denies it. */
const REACH_NOT_SO = 2;
/** What deny only by the words between them: "no matter", "not only". */
const EMPHASIS = list('only just merely seulement uniquement');

/** Beginnings that deny the whole sentence up to a "but". */
const SENTENCE_DENIALS: readonly RegExp[] = [
  /\b(?:it(?:'s| is| was)|that(?:'s| is)|this is) (?:simply |just |really |also )?(?:not|never|hardly) (?:at all |really |actually |even )?(?:true|the case|right|correct|because|about|that|due|so|like|as if|related|important|necessary|needed|useful|worth|caused|relevant|required|a problem|an issue|a question|a matter)\b/,
  /\b(?:it(?:'s| is)|that(?:'s| is)) (?:simply |just |really )?(?:false|wrong|a myth|nonsense|untrue|a mistake|incorrect|irrelevant|pointless|useless|unnecessary) (?:that|to|whether|if|how|what)\b/,
  /\b(?:(?:you|we|i|one|they|people) (?:really |actually |just |certainly |simply )?(?:do not|don'?t|never|wouldn'?t|would not|won'?t|will not|needn'?t|need not|shouldn'?t|should not|can'?t|cannot)) (?:really |actually |even |ever |also |have to |need to )*(?:need|have|bother|care|worry|check|want|look|think|mind|waste|touch|compare|consider|measure|distinguish|test|count|try|use)\b/,
  /\b(?:there(?:'s| is| are|re are)?|has|have|see|with) (?:really |absolutely |simply )?no (?:need|reason|point|use|sense|value|benefit|difference|relation|connection|link|such|problem|risk|danger|requirement)\b/,
  /\b(?:no|little) (?:need|reason|point|use|sense) (?:to|for|in|of)\b/,
  /\bnothing to do with\b/,
  /\b(?:doesn'?t|does not|don'?t|do not|didn'?t|never|hardly|won'?t|will not|wouldn'?t) (?:really |actually |even )*(?:matter|make (?:any|a|much|no) |change anything|help)\b/,
  /\bmakes? no (?:real |practical )?(?:difference|sense)\b/,
  /\b(?:nobody|no one|no-one) (?:needs|cares|checks|uses|has|should|really)\b/,
  /(?<!-)\b(?:forget|ignore|skip|never mind|don'?t bother|contrary to)\b(?!-)/,
  /\b(?:il|ce|cela|ca) (?:n'est|n'etait|est) (?:pas|jamais|nullement|faux|inutile)\b/,
  /\bce n'est pas\b|\bc'est (?:faux|inutile|un mythe)\b|\bil est (?:faux|inutile)\b/,
  /\b(?:on|vous|nous|tu|je|il) n(?:e |')(?:\p{L}+ )?(?:faut|avez|avons|a|as|ai|doit|devez|sert|sert a|besoin)\p{L}* (?:pas|jamais|aucun|rien)\b/u,
  /\b(?:pas|aucun|nul) besoin\b/,
  /\b(?:n'a|n'ont|n'avait) (?:rien a voir|aucun|pas (?:de?|du)\b)/,
  /\bpeu importe\b|\bne (?:compte|sert|change) (?:pas|a rien|rien)\b/,
];
const TURN = list('but instead rather however except mais plutot cependant sauf');

/** "That there are eight does not matter, because …": the reason is not denied. */
const REASON = list('because since car puisque');

/** Without one of these no sentence denies as a whole; it spares most sentences the patterns. */
const SIGNS = list('false wrong untrue incorrect mistake contrary nul importe no-one bother');

/** The sentences' words in which something is denied from some word on, and where that ends. */
export interface DeniedStretch {
  readonly from: number;
  readonly to: number;
}

/** Where whole sentences of denial begin and end: "it is not true that …", "you don't need to …". Null when it is none. */
export function deniedStretch(sentence: readonly Word[]): DeniedStretch | null {
  if (!sentence.some(({ folded }) => turnsDown(folded) || SIGNS.has(folded))) return null;
  const starts: number[] = [];
  let text = '';
  for (const { folded } of sentence) {
    starts.push(text.length);
    text += `${folded} `;
  }
  let first: { readonly at: number; readonly end: number } | null = null;
  for (const pattern of SENTENCE_DENIALS) {
    const match = pattern.exec(text);
    if (match !== null && (first === null || match.index < first.at)) first = { at: match.index, end: match.index + match[0].length };
  }
  if (first === null) return null;
  const { at, end } = first;
  const from = Math.max(
    0,
    starts.findLastIndex((start) => start <= at),
  );
  const turn = sentence.findIndex(({ folded }, index) => (starts[index] ?? 0) >= end && (TURN.has(folded) || REASON.has(folded)));
  return { from, to: turn === -1 ? sentence.length - 1 : turn };
}

/** Whether a folded word turns down what it is said with, so that a wording with it is itself a denial. */
export function turnsDown(folded: string): boolean {
  return DENIALS.has(folded) || REJECTS.has(folded) || DISMISSALS.has(folded);
}

/** How a match is denied: `said`, by a "not" near it; `dismissed`, as not needed, not true or of no matter; null, not at all. */
export type Denial = 'said' | 'dismissed' | null;

/** Words `from` to `to` of a sentence that matched; a wording that denies something itself is not denied by its own words. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly isDenial: boolean;
}

/** Whether a match is perhaps denied: by a word before it in its clause, by one within it, or by what is said of it after. */
export function denialOf(sentence: readonly Word[], { from, to, isDenial }: Match, stretch: DeniedStretch | null): Denial {
  if (stretch !== null && to >= stretch.from && from <= stretch.to && !(isDenial && stretch.from >= from)) return 'dismissed';
  const clause = sentence[from]?.clause ?? 0;
  let before: Denial = null;
  for (let at = Math.max(0, from - REACH_BEFORE); at <= (isDenial ? from - 1 : to); at += 1) {
    const word = sentence[at];
    if (word === undefined || (at < from && word.clause !== clause)) continue;
    if (DENIALS.has(word.folded) && !EMPHASIS.has(sentence[at + 1]?.folded ?? '')) before = 'said';
    if (at < from && REJECTS.has(word.folded)) return 'dismissed';
  }
  return denialAfter(sentence, to, before) ?? before;
}

function denialAfter(sentence: readonly Word[], to: number, before: Denial): Denial {
  let isDenied = before !== null;
  let after: Denial = null;
  for (let at = to + 1; at <= Math.min(to + REACH_AFTER, sentence.length - 1); at += 1) {
    const folded = sentence[at]?.folded ?? '';
    if (TURN.has(folded) || sentence[at]?.clause !== sentence[to]?.clause) return after;
    if (DISMISSALS.has(folded)) return 'dismissed';
    if (DENIALS.has(folded)) {
      if (BEFORE_PAS.has(sentence[at - 1]?.folded ?? '')) return 'dismissed';
      isDenied = true;
      if (at - to <= REACH_NOT_SO) after = 'said';
    } else if (isDenied && DENIABLE.has(folded)) return 'dismissed';
  }
  return after;
}

/** Whether a sentence as a whole turns something down: as not needed, not true, of no matter. */
export function isDismissal(sentence: readonly Word[]): boolean {
  if (deniedStretch(sentence) !== null) return true;
  return sentence.some(
    ({ folded }, at) =>
      DISMISSALS.has(folded) || (DENIALS.has(folded) && sentence.slice(at + 1, at + 5).some((word) => DENIABLE.has(word.folded))),
  );
}

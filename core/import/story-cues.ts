import { latin, makeScreen } from './patterns.ts';

/** The parts an experience is told in. */
export type StoryPart = 'situation' | 'task' | 'action' | 'result' | 'lesson';

/** A wording that tells which part a sentence is. The first that fits wins, so the tell-tale ones stand first. */
const CUES: readonly { readonly part: StoryPart; readonly pattern: RegExp }[] = [
  {
    part: 'lesson',
    pattern: latin(
      /(?<!\p{L})(?:(?:should|would|could)(?:n['’]t)?(?:['’]ve| have) (?!been possible)|wouldn['’]t have|(?:I|we) (?:also )?learn(?:ed|t)|in hindsight|looking back|next time|lessons?(?: learn(?:ed|t))?|never again|what (?:I|we) (?:took|take) (?:away|from)|since then (?:I|we) (?:always|never)|j['’]ai (?:appris|retenu)|nous avons appris|avec le recul|la prochaine fois|j['’]aurais dû|on aurait dû|leçon|enseignement|gelernt|im nachhinein|rückblickend|nächstes mal|lehre(?:n)?(?: daraus)?|hätte(?:n)? (?:ich|wir))(?!\p{L})/iu,
    ),
  },
  {
    part: 'result',
    pattern: latin(
      /(?<!\p{L})(?:as a result|the result|this (?:saved|reduced|cut|allowed|gave|made|brought)|(?:it|which|that|this) (?:saved|reduced|cut|allows?|allowed|enabled|made|gave|meant we)|saved (?:us|the company|about|around|roughly|\d)|reduced .{1,60}(?:by|from|to) |went from .{1,60} to |dropped (?:from|by|to)|fell (?:from|by|to)|down (?:from|to) \d|instead of \d|since then|ever since|now (?:it|we|they|the)|was (?:a (?:hit|success|big success)|adopted|shelved|fixed|restored|back)|no (?:data|outage|downtime|user)[^.]{0,40}(?:lost|noticed|complain)|without (?:any )?(?:downtime|data loss|outage|interruption)|zero downtime|(?:it|this) cost us|costs us|actually (?:fired|caught|prevented)|nothing (?:came out of it|went wrong)|résultat|ce qui a permis|cela a permis|a permis (?:de|d['’])|est passée? de|gain de|réduit .{1,60} (?:de|à) |sans (?:interruption|coupure|perte)|ergebnis|dadurch|seitdem|konnte(?:n)? .{1,60}(?:gesenkt|reduziert|verkürzt)|ohne ausfall|sank von|spart(?:e)? )/iu,
    ),
  },
  {
    part: 'situation',
    pattern: latin(
      /(?<!\p{L})(?:the problem (?:was|is)|problem was|(?:we|I) (?:had|ran into|hit|bumped into|suffered|inherited|were (?:hit|running out|losing|paying)|discovered|noticed|faced|wanted)|when (?:the |we |I |a |our )?[^,.]{3,80}(?:was|were|failed|died|broke|went|filled|started|reached|became|moved)|(?:was|were|became|got) (?:too (?:slow|expensive|big|small|old)|unstable|unusable|overloaded|full|down|missing|unreliable|end[- ]of[- ]life)|ran out of|went down|used to (?:be|take|fail|have)|before (?:that|this|the acquisition)|at (?:that|the) time|one (?:night|morning|day|weekend)|kept (?:failing|crashing|dying)|le problème|à l['’]origine|au départ|nous avions|on avait|il y avait|tombait|saturait|avant (?:cela|ça)|das problem|zu beginn|anfangs|damals|fiel (?:aus|immer)|lief (?:voll|aus)|war (?:zu (?:langsam|teuer)|überlastet|ausgefallen)|brach zusammen)(?!\p{L})/iu,
    ),
  },
  {
    part: 'task',
    pattern: latin(
      /(?<!\p{L})(?:my (?:task|job|goal|mission|assignment)|the (?:goal|task|aim|idea|mission|plan) was|(?:I|we) (?:had|needed|was asked|were asked|was tasked) to|was asked to|in order to reach|to reach|the objective|objectif|il fallait|je devais|on m['’]a demandé|le but était|aufgabe war|ziel war|ich sollte|wir sollten|wir mussten|ich musste)(?!\p{L})/iu,
    ),
  },
  {
    part: 'action',
    pattern: latin(
      /(?<!\p{L})(?:(?:I|we|he|she|they)(?: then| first| also| finally| therefore)? (?:(?!want|need|notic|reali[sz]|fac|inherit|suffer|discover|lik|join|ask|lov|hop|remember|learn|work|felt|lost|thought|kept|spent|went|wasn|weren|hadn|didn|couldn|wouldn|shouldn|must|might|not)\p{L}+(?:ed|t)|built|wrote|ran|set|put|took|made|found|chose|drew|brought|led|rebuilt|rewrote|split|cut|got rid|dug|began|redid|scaled|use|took|drove)|(?:I|we) (?:decided|proposed|suggested)|the (?:fix|solution|approach|alternate plan|plan) (?:was|is)|j['’]ai \p{L}+(?:é|i|u|it|is)|nous avons \p{L}+|on a \p{L}+(?:é|i|u|it|is)|(?:ich|wir) (?:habe|haben) .{1,120}(?:t|en)(?=[.,;]|$)|(?:baute|schrieb|stellte|ersetzte|migrierte|führte|installierte)n?)(?!\p{L})/iu,
    ),
  },
];

/** Whether any sentence of a block, given in lower case, can tell a part. */
export const mayHaveCue = makeScreen(CUES.map((cue) => cue.pattern));
const ACTION = CUES.find((cue) => cue.part === 'action')?.pattern ?? /(?!)/;

/** Cues of a story that names its own person: without one a text tells of things and not of somebody's work. */
const TELLER = latin(
  /(?<![\p{L}\p{N}])(?:I|we|my|our|us|je|j['’]|nous|on a|notre|mon|ma|ich|wir|mein\p{L}*|unser\p{L}*)(?![\p{L}\p{N}])/iu,
);

/** The parts of a story a sentence tells, by its wording: the first that fits, and the action beside a reason for it. */
export function cuesOf(sentence: string): StoryPart[] {
  const first = CUES.find((cue) => cue.pattern.test(sentence))?.part;
  if (first === undefined) return [];
  const isReason = first === 'situation' || first === 'task';
  return isReason && ACTION.test(sentence) ? [first, 'action'] : [first];
}

export function namesTeller(text: string): boolean {
  return TELLER.test(text);
}

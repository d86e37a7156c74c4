import { detectLanguage } from '../import/language.ts';
import { parseAlias } from './scoring/alias.ts';
import { AnswerIndex } from './scoring/answer-index.ts';
import { overlapsOf, topicOf } from './scoring/overlap.ts';
import { type AnswerLanguage, stemmerFor } from './scoring/words.ts';
import type { TextSpan } from './story.ts';

/**
 * What the person's own documents say that a story should not go beyond: `caveat`, a limit they named; `team`, work told as
 * the team's; `lack`, something they say they lack or have not done.
 */
export type ClaimKind = 'caveat' | 'team' | 'lack';

export interface Claim {
  readonly kind: ClaimKind;
  /** The sentence as it stands in the document. */
  readonly text: string;
  /** Names and spellings of the skills it is about. */
  readonly names: readonly string[];
  readonly documentId: number;
  /** Where it stands in the document's text. */
  readonly start: number;
  readonly end: number;
}

/** A sentence of the answer that touches a claim. */
export interface HonestyNote {
  readonly span: TextSpan;
  readonly claim: Claim;
}

const MAX_NOTES = 12;
const SPEAKS_OF_OWN: Readonly<Record<AnswerLanguage, ReadonlySet<string>>> = {
  en: new Set(['i', "i've", "i'd", "i'm", 'my', 'mine', 'myself']),
  fr: new Set(['je', "j'ai", "j'avais", "j'etais", 'moi', 'mon', 'ma', 'mes']),
};

/**
 * Sentences of a story that touch what the person's documents limit, give to a team, or say is lacking. For a team's work only
 * sentences that speak of oneself. Says "look", never "wrong"; at most 12, in the order of the answer.
 */
export function honestyNotes(answer: string, claims: readonly Claim[]): HonestyNote[] {
  const language: AnswerLanguage = detectLanguage(answer) === 'fr' ? 'fr' : 'en';
  const index = new AnswerIndex(answer, language);
  const nothing = new AnswerIndex('', language);
  const seen = new Set<string>();
  const notes = claims.flatMap((claim) => {
    const touched = sentencesTouching(claim, index, language, nothing).filter(
      (at) => claim.kind !== 'team' || (index.sentences[at] ?? []).some(({ folded }) => SPEAKS_OF_OWN[language].has(folded)),
    );
    const words = index.sentences[touched[0] ?? -1];
    if (words === undefined || seen.has(claim.text)) return [];
    seen.add(claim.text);
    return [{ span: { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }, claim }];
  });
  return notes.toSorted((a, b) => a.span.start - b.span.start).slice(0, MAX_NOTES);
}

/** By the skill's names; where a claim is about no known skill, by most of its words. */
function sentencesTouching({ names, text }: Claim, index: AnswerIndex, language: AnswerLanguage, nothing: AnswerIndex): number[] {
  const stem = stemmerFor(language);
  if (names.length > 0) {
    const hits = names.flatMap((name) => index.find(parseAlias(name.replaceAll(/[&*]/g, ' '), stem, null)));
    return hits.map(({ sentence }) => sentence).toSorted((a, b) => a - b);
  }
  const topic = topicOf(text, { language, inPrompt: nothing, bank: null, isOwn: false });
  return topic === null ? [] : overlapsOf(topic, index).map(({ sentence }) => sentence);
}

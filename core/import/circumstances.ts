import type { PlacedBlock } from './blocks.ts';
import type { Mention } from './mentions.ts';
import { latin } from './patterns.ts';
import { findPeriod } from './periods.ts';
import { contextByBlock, type PlacedPosition } from './positions.ts';
import { type Reading, sentenceAt } from './reading.ts';
import type { ImportedEvidence, Period } from './types.ts';

/** When, for whom and by whom, as far as the text says. */
export type Circumstances = Pick<ImportedEvidence, 'period' | 'organisation' | 'work'>;

const OWN = latin(
  /(?<![\p{L}\p{N}])(?:I|I['’](?:ve|m|d)|my own|myself|single-handed(?:ly)?|solo|on my own|by myself|sole|je|j['’](?:ai|étais|avais)|moi-même|seule?|tout seul|en autonomie|mon propre|ich|allein(?:e|ig)?|selbst(?:ständig)?|eigenständig|eigenverantwortlich)(?![\p{L}\p{N}])/iu,
);
const TEAM = latin(
  /(?<![\p{L}\p{N}])(?:we|our team|the team|as a team|team (?:work|effort|of)|together with|jointly|nous|on a|en équipe|notre équipe|l['’]équipe|collectif|avec (?:mon|un) collègue|wir|im team|unser(?:em)? team|gemeinsam)(?![\p{L}\p{N}])/iu,
);
const MAX_SENTENCE = 600;

/** Finds the circumstances of mentions; one per import, since it indexes the positions. */
export function makeCircumstances(
  reading: Reading,
  positions: readonly PlacedPosition[],
): (mention: Mention, block: PlacedBlock) => Circumstances {
  const context = contextByBlock(positions);
  const said = new Map<number, { period: Period | null; work: 'own' | 'team' | null }>();
  return (mention, block) => {
    const sentence = sentenceAt(reading.outline, block, mention.start);
    let own = said.get(sentence.start);
    if (own === undefined) {
      const text = reading.outline.masked.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
      const period = findPeriod(text);
      own = { period: period?.isRange ? { from: period.from, to: period.to } : null, work: workIn(text) };
      said.set(sentence.start, own);
    }
    const around = context.get(block.index);
    return { period: own.period ?? around?.period ?? null, organisation: around?.organisation ?? null, work: own.work };
  };
}

/** "I" is the person's own part even where the sentence names the team too. */
function workIn(text: string): 'own' | 'team' | null {
  if (OWN.test(text)) return 'own';
  return TEAM.test(text) ? 'team' : null;
}

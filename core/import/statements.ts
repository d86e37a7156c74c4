import type { PlacedBlock } from './blocks.ts';
import type { Mention } from './mentions.ts';
import { type Reading, sectionsAround, sentenceAt, skillsIn, spanOf, subjectsOf } from './reading.ts';
import { SECTION_RULES } from './stance-rules.ts';
import type { ImportedCaveat, ImportedGap, Stance } from './types.ts';

/** Wordings by which people keep a claim honest. Patterns see one sentence. */
const CAVEATS: readonly RegExp[] = [
  /(?<!\p{L})(?:limited|little) (?:experience|exposure|knowledge)|not (?:very|so|that|particularly) (?:strong|good)|needs? more depth|nothing (?:too |very )?(?:fancy|massive|special)|(?:primarily|mainly|mostly) user|as a (?:consumer|user),? (?:less|not)|standard (?:usage|sysadmin|use)|no major project/iu,
  /(?<!\p{L})not an? (?:dedicated |real |professional |software |network |cluster )?(?:\p{L}+ )?(?:engineer|developer|administrator|expert|specialist|dba)(?!\p{L})|no \p{L}+ experience/iu,
  /(?<!\p{L})(?:team (?:work|effort|achievement)|not (?:solo|alone)|was not (?:me|mine) alone|don['’]t oversell|(?:already|mostly) (?:already )?there|(?:my|his|her|their) (?:own )?(?:part|contributions?|role) (?:was|were)|helped (?:to )?(?:deploy|operate|run|build)|would not have been possible without|much credit to|no project lead|there was an? [\p{L} ]{2,30} team)(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:he|she|I) (?:didn['’]t|did not|don['’]t|do not|would be nervous|['’]d be nervous)|single-handedly|rather than ["“])(?!\p{L})/iu,
  /(?<!\p{L})(?:hard to quantify|intentionally (?:left )?vague|approximate(?:ly)?,? not|(?:was|were|got) shelved|never (?:been )?(?:deployed|went live|came to pass|used in production)|is deprecated|no longer (?:supported|maintained)|not supported any ?more|for testing purposes?|only (?:in|for) (?:a )?(?:test|lab|poc)|over-?engineered)(?!\p{L})/iu,
  /(?<!\p{L})(?:opérations? de routine|expérience limitée|usage (?:standard|ponctuel)|en équipe,? pas seul|participation (?:seulement|uniquement)|jamais (?:été )?(?:déployé|mis en production)|il a été envisagé|ont été évalué|à titre (?:de test|expérimental)|quelques notions|begrenzte erfahrung|nur grundkenntnisse)(?!\p{L})/iu,
];
const CAVEAT_TITLE =
  /(?<!\p{L})(?:honest(?:y)?|caveats?|disclaimers?|limitations?|in all honesty|à nuancer|nuances|limites|einschränkungen)(?!\p{L})/iu;
const OLD_TITLE =
  /(?<!\p{L})(?:university|school|student|childhood|hobby|études|lycée|étudiante?|studium|schulzeit)(?: (?:time|days|years|projects?))?\s*$/iu;
const TEAM_OR_OLD_MAX_BLOCKS = 60;

/** What the person says they lack: the lines of a gap section, wishes and plans, and things they say they never did. */
export function readGaps(reading: Reading, stances: ReadonlyMap<Mention, Stance>): ImportedGap[] {
  const gaps: ImportedGap[] = [];
  for (const block of reading.outline.blocks) {
    if (block.kind === 'heading' || block.kind === 'code') continue;
    if (isInGapSection(reading, block)) {
      gaps.push({ ...spanOf(reading.document, block.start, block.end), skills: skillsIn(reading, block.index) });
      continue;
    }
    gaps.push(...saidGaps(reading, block, stances));
  }
  return gaps;
}

function isInGapSection(reading: Reading, block: PlacedBlock): boolean {
  return sectionsAround(reading.outline, block).some(
    (section) => SECTION_RULES.find((rule) => rule.pattern.test(section.title))?.stance === 'gap',
  );
}

/** Sentences in which a skill is wished for, or said to be missing by the person themself. */
function saidGaps(reading: Reading, block: PlacedBlock, stances: ReadonlyMap<Mention, Stance>): ImportedGap[] {
  const bySentence = new Map<number, { end: number; skills: Set<string> }>();
  for (const mention of reading.byBlock.get(block.index) ?? []) {
    if (mention.isNested) continue;
    const stance = stances.get(mention);
    const sentence = sentenceAt(reading.outline, block, mention.start);
    const isRegret =
      stance === 'absent' && REGRET.test(reading.outline.masked.slice(sentence.start, Math.min(sentence.end, sentence.start + 400)));
    if (stance !== 'gap' && !isRegret) continue;
    const known = bySentence.get(sentence.start);
    if (known === undefined) bySentence.set(sentence.start, { end: sentence.end, skills: new Set([mention.skillId]) });
    else known.skills.add(mention.skillId);
  }
  return [...bySentence].map(([start, { end, skills }]) => ({ ...trimmed(reading, start, end), skills: [...skills] }));
}

const REGRET = /(?<!\p{L})(?:(?:should|would|could)(?:['’]ve| have)|never|no experience|wouldn['’]t have|j['’]aurais dû|jamais)(?!\p{L})/iu;

/** Statements that keep the person's claims honest, with the skills they are about. */
export function readCaveats(reading: Reading): ImportedCaveat[] {
  const caveats: ImportedCaveat[] = [];
  for (const block of reading.outline.blocks) {
    if (block.kind === 'heading' || block.kind === 'code' || block.kind === 'row') continue;
    if (isUnderTitle(reading, block, CAVEAT_TITLE)) {
      caveats.push({ ...spanOf(reading.document, block.start, block.end), skills: subjectsOf(reading, block) });
      continue;
    }
    caveats.push(...saidCaveats(reading, block));
  }
  return [...caveats, ...oldSections(reading)].sort((a, b) => a.start - b.start);
}

function isUnderTitle(reading: Reading, block: PlacedBlock, title: RegExp): boolean {
  return sectionsAround(reading.outline, block).some((section) => title.test(section.title));
}

function saidCaveats(reading: Reading, block: PlacedBlock): ImportedCaveat[] {
  const caveats: ImportedCaveat[] = [];
  for (let at = block.start; at < block.end; ) {
    const sentence = sentenceAt(reading.outline, block, at);
    const text = reading.outline.masked.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000));
    if (CAVEATS.some((pattern) => pattern.test(text))) {
      const named = (reading.byBlock.get(block.index) ?? []).filter(
        (mention) => !mention.isNested && mention.start >= sentence.start && mention.end <= sentence.end,
      );
      const ids = [...new Set(named.map((mention) => mention.skillId))];
      caveats.push({ ...trimmed(reading, sentence.start, sentence.end), skills: subjectsOf(reading, block, ids) });
    }
    at = Math.max(sentence.end, at + 1);
  }
  return caveats;
}

/** "University time": what stands there is experience of long ago; one caveat on the title for all of it. */
function oldSections(reading: Reading): ImportedCaveat[] {
  return reading.outline.sections.flatMap((section) => {
    const heading = reading.outline.blocks[section.heading];
    if (heading === undefined || !OLD_TITLE.test(section.title)) return [];
    const skills = new Set<string>();
    for (const block of reading.outline.blocks.slice(section.heading + 1, section.heading + TEAM_OR_OLD_MAX_BLOCKS)) {
      if (block.kind === 'heading') break;
      for (const mention of reading.byBlock.get(block.index) ?? []) skills.add(mention.skillId);
    }
    return [{ ...spanOf(reading.document, heading.start, heading.end), skills: [...skills] }];
  });
}

function trimmed(reading: Reading, start: number, end: number): { text: string; start: number; end: number } {
  const text = reading.document.text.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return spanOf(reading.document, from, Math.max(from, start + text.trimEnd().length));
}

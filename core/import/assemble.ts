import type { PlacedBlock } from './blocks.ts';
import type { Circumstances } from './circumstances.ts';
import type { LevelReading } from './levels.ts';
import type { SkillMatcher } from './matcher.ts';
import type { Mention } from './mentions.ts';
import { type Reading, spanOf } from './reading.ts';
import { CLAIMS, strongestStance } from './stance.ts';
import { RIDDANCE } from './stance-rules.ts';
import type { ImportedEvidence, ImportedSkill, Stance } from './types.ts';

/** How sure a mention is, by how it was recognised. */
const CONFIDENCE = { plain: 0.9, ambiguous: 0.75, typo: 0.55, unclaimed: 0.6 } as const;
/** A skill only the structure names: likely with a level beside it, else for the person to say. */
const OWN_CONFIDENCE = { withLevel: 0.7, listed: 0.45 } as const;
const OWN_CATEGORY = 'other';
const NO_CIRCUMSTANCES: Circumstances = { period: null, organisation: null, work: null };
/** Each further mention halves half of the doubt. */
const REPEATED = 0.5;

/** What the earlier steps found out about the mentions. */
export interface Findings {
  readonly matcher: SkillMatcher;
  /** Names as written of the skills the taxonomy does not know, by id. */
  readonly ownNames: ReadonlyMap<string, string>;
  readonly stances: ReadonlyMap<Mention, Stance>;
  readonly levels: ReadonlyMap<string, LevelReading>;
  /** How often each skill is named. */
  readonly counts: ReadonlyMap<string, number>;
  readonly circumstancesOf: (mention: Mention, block: PlacedBlock) => Circumstances;
}

/** Puts the mentions of each skill together, in the order of their first appearance. */
export function assembleSkills(reading: Reading, findings: Findings): ImportedSkill[] {
  const { matcher, ownNames, stances, levels } = findings;
  const bySkill = new Map<string, Mention[]>();
  for (const mention of reading.mentions) {
    // A member that is only wished for, compared or missed says nothing of its family.
    const stance = stances.get(mention) ?? 'mentioned';
    if (mention.isNested && !CLAIMS.has(stance) && stance !== 'required') continue;
    const list = bySkill.get(mention.skillId);
    if (list === undefined) bySkill.set(mention.skillId, [mention]);
    else list.push(mention);
  }
  const skills: ImportedSkill[] = [];
  for (const [id, mentions] of bySkill) {
    const known = matcher.skills.get(id);
    const name = known?.name ?? ownNames.get(id) ?? id;
    const evidence = mentions.map((mention) => evidenceOf(reading, mention, stances.get(mention) ?? 'mentioned', findings));
    const level = levels.get(id);
    // A step of zero says that it is not known, whatever list it stands in.
    const isZero = level?.level.value === 0 && level.level.raw !== null;
    skills.push({
      id,
      name,
      category: known?.category ?? OWN_CATEGORY,
      surfaces: [...new Set(evidence.map((each) => each.mention.text))],
      section: evidence[0]?.section ?? null,
      stance: isZero ? zeroStance(evidence) : stanceOfSkill(evidence),
      level: level?.level ?? { value: null, raw: null, reasons: [], claims: [] },
      years: level?.years ?? null,
      evidence,
      places: findings.counts.get(id) ?? evidence.length,
      confidence: known === undefined ? ownConfidence(level) : confidenceOf(mentions, evidence),
    });
  }
  return skills;
}

function zeroStance(evidence: readonly ImportedEvidence[]): Stance {
  return evidence.some(({ stance }) => stance === 'gap') ? 'gap' : 'absent';
}

/** What the text says was left for good is not claimed by sentences of an earlier time; a list or a table of today does claim it. */
function stanceOfSkill(evidence: readonly ImportedEvidence[]): Stance {
  const best = strongestStance(evidence.map((each) => each.stance));
  if (best !== 'used' && best !== 'operated') return best;
  // What is said plainly goes before a mere mention elsewhere: a person who left something, or never had it, does not use it.
  const plain = evidence.find((each) => each.stance === 'absent' || each.stance === 'gap' || each.stance === 'dropped');
  if (best === 'used' && plain !== undefined) return plain.stance;
  const isLeft = evidence.some((each) => each.stance === 'dropped' && RIDDANCE.test(each.text.slice(0, 1000)));
  const isListed = evidence.some((each) => CLAIMS.has(each.stance) && each.text.length <= each.mention.text.length + 12);
  return isLeft && !isListed ? 'dropped' : best;
}

function evidenceOf(reading: Reading, mention: Mention, stance: Stance, { circumstancesOf }: Findings): ImportedEvidence {
  const block = reading.outline.blocks[mention.block];
  const section = reading.outline.sections[block?.section ?? -1];
  return {
    ...spanOf(reading.document, block?.start ?? mention.start, block?.end ?? mention.end),
    mention: spanOf(reading.document, mention.start, mention.end),
    stance,
    section: section?.path ?? null,
    ...(block === undefined ? NO_CIRCUMSTANCES : circumstancesOf(mention, block)),
  };
}

function confidenceOf(mentions: readonly Mention[], evidence: readonly ImportedEvidence[]): number {
  const isOnlyNamed = evidence.every((each) => each.stance === 'mentioned');
  const values = mentions.map((mention) => {
    if (mention.isTypo) return CONFIDENCE.typo;
    if (mention.isAmbiguous) return CONFIDENCE.ambiguous;
    return isOnlyNamed ? CONFIDENCE.unclaimed : CONFIDENCE.plain;
  });
  const best = Math.max(...values.slice(0, 1000));
  const doubt = (1 - best) * (mentions.length > 1 && !isOnlyNamed ? REPEATED : 1);
  return Math.round((1 - doubt) * 100) / 100;
}

function ownConfidence(level: LevelReading | undefined): number {
  return level?.level.value == null ? OWN_CONFIDENCE.listed : OWN_CONFIDENCE.withLevel;
}

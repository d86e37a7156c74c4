import type { Period, Stance } from '../core/import/types.ts';
import type { Observation } from '../core/role/estimate.ts';
import { type LastUsed, lastUsed } from '../core/skills/recency.ts';
import { byStance, strongestStance } from '../core/skills/stances.ts';
import { statementWords } from '../core/skills/statement-words.ts';
import { type EvidenceRow, listCaveats, listEvidence } from '../db/person/evidence.ts';
import { loadPersonLevels } from '../db/person/person-record.ts';
import { listProfileSkills } from '../db/person/profile-skills.ts';
import type { Profile } from '../db/person/profiles.ts';
import { latestRatings, type Rating } from '../db/person/ratings.ts';
import { listSkillNotes } from '../db/person/skill-notes.ts';
import { personTaxonomy } from '../db/skills/person-taxonomy.ts';
import { knownSkills, skillSpellings } from '../db/skills/skills.ts';
import type { App } from './context.ts';

export interface InventorySkill {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Not in the taxonomy: the person's own, or a document's. */
  readonly isOwn: boolean;
  readonly byHand: boolean;
  /** Other spellings it is found by. */
  readonly aliases: readonly string[];
  /** Current best estimate, 0–5, and its standard deviation; null without a sign. */
  readonly level: number | null;
  readonly spread: number | null;
  /** What the level rests on. */
  readonly basis: readonly Observation['source'][];
  readonly self: number | null;
  readonly imported: number | null;
  readonly raw: string | null;
  /** Documents state levels that lie a step or more apart. */
  readonly disagrees: boolean;
  readonly years: number | null;
  readonly lastUsed: LastUsed;
  readonly evidence: number;
  readonly stance: Stance | null;
  readonly stances: readonly Stance[];
  /** The strongest statement. */
  readonly best: string | null;
  readonly documents: readonly number[];
  readonly declaredGap: boolean;
  readonly caveats: number;
  readonly note: string | null;
}

const BEST_LENGTH = 240;
const STEP = 1;

/** Every skill of the profile with its level and how much it rests on. */
export function inventory({ store, now }: App, profile: Profile): InventorySkill[] {
  const db = store.read;
  const known = knownSkills(db);
  const person = loadPersonLevels(store, profile.id, now());
  const evidence = Map.groupBy(listEvidence(db, profile.id), ({ skillId }) => skillId);
  const ratings = Map.groupBy(
    latestRatings(db, profile.id).filter(({ subject }) => subject === 'skill'),
    ({ subjectId }) => subjectId,
  );
  const caveats = Map.groupBy(
    listCaveats(db, profile.id).flatMap(({ skills }) => skills),
    (id) => id,
  );
  const notes = listSkillNotes(db, profile.id);
  const spellings = skillSpellings(db, personTaxonomy(db));
  return listProfileSkills(db, profile.id).map(({ skillId, years, byHand }) => {
    const skill = known.get(skillId);
    const estimate = person.skills.get(skillId);
    return {
      id: skillId,
      name: skill?.name ?? skillId,
      category: skill?.category ?? 'own',
      isOwn: skill?.kind === 'own',
      byHand,
      aliases: spellings.get(skillId) ?? [],
      level: estimate?.mean ?? null,
      spread: estimate ? Math.sqrt(estimate.variance) : null,
      basis: [...new Set(estimate?.observations.map(({ source }) => source) ?? [])],
      ...fromRatings(ratings.get(skillId) ?? []),
      years,
      ...fromEvidence(evidence.get(skillId) ?? []),
      declaredGap: person.gapSkills.has(skillId),
      caveats: caveats.get(skillId)?.length ?? 0,
      note: notes.get(skillId) ?? null,
    };
  });
}

function fromRatings(ratings: readonly Rating[]): Pick<InventorySkill, 'self' | 'imported' | 'raw' | 'disagrees'> {
  const imported = ratings.filter(({ source }) => source === 'imported');
  const newest = imported.at(-1);
  return {
    self: ratings.find(({ source }) => source === 'self')?.level ?? null,
    imported: newest?.level ?? null,
    raw: newest?.raw ?? null,
    disagrees: doDisagree(imported),
  };
}

/** Whether documents' levels lie a step or more apart. */
export function doDisagree(ratings: readonly Rating[]): boolean {
  const levels = ratings.map(({ level }) => level);
  return levels.length > 1 && Math.max(...levels) - Math.min(...levels) >= STEP;
}

function fromEvidence(
  rows: readonly EvidenceRow[],
): Pick<InventorySkill, 'lastUsed' | 'evidence' | 'stance' | 'stances' | 'best' | 'documents'> {
  const stances = [...new Set(rows.map(({ stance }) => stance))];
  const best = statementWords(rows.toSorted(byStance)[0]?.text ?? '');
  return {
    lastUsed: lastUsed(rows.map((row) => ({ stance: row.stance, period: periodOf(row) }))),
    evidence: rows.length,
    stance: strongestStance(stances),
    stances,
    best: best === '' ? null : best.length > BEST_LENGTH ? `${best.slice(0, BEST_LENGTH)}…` : best,
    documents: [...new Set(rows.map(({ documentId }) => documentId))],
  };
}

/** When a statement was true, as far as its document says. */
export function periodOf({ periodFrom, periodTo }: EvidenceRow): Period | null {
  return periodFrom === null && periodTo === null ? null : { from: periodFrom, to: periodTo };
}

import { AppError } from '../core/errors.ts';
import { lastUsed } from '../core/skills/recency.ts';
import { listDocuments } from '../db/documents/documents.ts';
import { listCaveats, listSkillEvidence } from '../db/person/evidence.ts';
import { listGaps } from '../db/person/gaps.ts';
import { loadPersonLevels } from '../db/person/person-record.ts';
import { listProfileSkills } from '../db/person/profile-skills.ts';
import type { Profile } from '../db/person/profiles.ts';
import { latestRatings, ratingHistory } from '../db/person/ratings.ts';
import { listSkillNotes } from '../db/person/skill-notes.ts';
import { idsReadAs, personTaxonomy, readAs } from '../db/skills/person-taxonomy.ts';
import { type KnownSkill, knownSkills, shippedSkill, transferEdges } from '../db/skills/skills.ts';
import type { ReadableDb } from '../db/statement.ts';
import type { App } from './context.ts';
import { doDisagree, periodOf } from './inventory.ts';

/** A skill beside this one, and how much of a level goes across. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  /** 0–1. */
  readonly share: number;
  readonly why: string | null;
  /** The person's level in the neighbour; null when unknown. */
  readonly level: number | null;
}

/** Everything known of one skill: its level with reasons and history, the statements, names, and what lies beside it. */
export function skillDetails({ store, now }: App, profile: Profile, asked: string) {
  const db = store.read;
  const known = knownSkills(db);
  const id = readAs(db)(asked);
  const skill = known.get(id);
  if (!skill) throw new AppError('not_found', `There is no skill “${asked}”.`);
  const levels = loadPersonLevels(store, profile.id, now()).skills;
  const estimate = levels.get(id);
  const documents = new Map(listDocuments(db, profile.id).map((document) => [document.id, document.name]));
  const nameOf = (documentId: number | null): string | null => (documentId === null ? null : (documents.get(documentId) ?? null));
  const stated = latestRatings(db, profile.id).filter(
    (one) => one.subject === 'skill' && one.subjectId === id && one.source === 'imported',
  );
  const inProfile = listProfileSkills(db, profile.id).find(({ skillId }) => skillId === id);
  const evidence = listSkillEvidence(db, profile.id, id).map((row) => ({ ...row, period: periodOf(row) }));
  return {
    id,
    name: skill.name,
    category: skill.category,
    isOwn: skill.kind === 'own',
    inProfile: inProfile !== undefined,
    byHand: inProfile?.byHand ?? false,
    years: inProfile?.years ?? null,
    lastUsed: lastUsed(evidence),
    level: estimate?.mean ?? null,
    spread: estimate ? Math.sqrt(estimate.variance) : null,
    reasons: estimate?.observations.map(({ reason, value, source }) => ({ reason, value, source })) ?? [],
    history: ratingHistory(db, profile.id, 'skill', id).map((rating) => ({
      ...rating,
      document: nameOf(rating.documentId),
      /** The merged skill it was given to; null for this one. */
      of: rating.subjectId === id ? null : (known.get(rating.subjectId)?.name ?? rating.subjectId),
    })),
    conflict: doDisagree(stated)
      ? stated.map(({ documentId, level, raw, reasons }) => ({ documentId, document: nameOf(documentId), level, raw, reasons }))
      : [],
    documents: [...Map.groupBy(evidence, ({ documentId }) => documentId)].map(([documentId, statements]) => ({
      id: documentId,
      name: nameOf(documentId),
      statements,
    })),
    caveats: listCaveats(db, profile.id)
      .filter(({ skills }) => skills.includes(id))
      .map((caveat) => ({ ...caveat, document: nameOf(caveat.documentId) })),
    gaps: listGaps(db, profile.id)
      .filter(({ skills }) => skills.includes(id))
      .map((gap) => ({ ...gap, document: nameOf(gap.documentId) })),
    note: listSkillNotes(db, profile.id).get(id) ?? null,
    ...namesOf(db, id, known),
    ...neighboursOf(db, id, known, (other) => levels.get(other)?.mean ?? null),
  };
}

function namesOf(db: ReadableDb, id: string, known: ReadonlyMap<string, KnownSkill>) {
  const { aliases } = personTaxonomy(db);
  const shipped = shippedSkill(db, id);
  const merged = idsReadAs(db, id).slice(1);
  return {
    /** As it ships; null for an own skill and where the person kept that name. */
    shippedName: shipped !== null && shipped.name !== known.get(id)?.name ? shipped.name : null,
    spellings: shipped === null ? [] : [...new Set([...shipped.aliases, ...shipped.exact])],
    ownSpellings: [id, ...merged].flatMap((one) => aliases.get(one) ?? []),
    merged: merged.map((one) => ({ id: one, name: known.get(one)?.name ?? one })),
  };
}

/** `from`: skills whose level carries over to this one; `to`: those this one helps with. Known ones first, then the nearest. */
function neighboursOf(db: ReadableDb, id: string, known: ReadonlyMap<string, KnownSkill>, levelOf: (id: string) => number | null) {
  const ids = new Set(idsReadAs(db, id));
  const canonical = readAs(db);
  const edges = transferEdges(db).filter(({ from, to }) => ids.has(from) !== ids.has(to));
  const neighbour = (other: string, share: number, why: string | null): Neighbour => {
    const at = canonical(other);
    return { id: at, name: known.get(at)?.name ?? at, share, why, level: levelOf(at) };
  };
  // What the person knows something about says more than what they do not.
  const nearestFirst = (a: Neighbour, b: Neighbour): number =>
    Number(a.level === null) - Number(b.level === null) || b.share - a.share || a.name.localeCompare(b.name, 'en');
  const whyOf = (from: string, to: string): string | null => shippedSkill(db, from)?.neighbours.find((one) => one.id === to)?.why ?? null;
  return {
    carriesFrom: edges
      .filter(({ to }) => ids.has(to))
      .map(({ from, to, share }) => neighbour(from, share, whyOf(from, to)))
      .sort(nearestFirst),
    carriesTo: edges
      .filter(({ from }) => ids.has(from))
      .map(({ from, to, share }) => neighbour(to, share, whyOf(from, to)))
      .sort(nearestFirst),
  };
}

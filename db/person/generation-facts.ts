import { competenciesOf, type RoleCompetency } from '../../core/content/role.ts';
import type { FactSkill, ProfileFacts, ScaleFact } from '../../core/generate/facts.ts';
import type { Source } from '../../core/generate/types.ts';
import { newestOf } from '../../core/role/person-record.ts';
import { sharedCompetencies } from '../roles/catalogue.ts';
import { getRole } from '../roles/roles.ts';
import { transferEdges } from '../skills/skills.ts';
import { query, type ReadableDb } from '../statement.ts';
import { listCaveats, listPlacedEvidence, listScales, listStories, type PlacedEvidence, type ScaleRow } from './evidence.ts';
import { listGaps } from './gaps.ts';
import { countedRatings } from './ratings.ts';

const selectSkills = query<[], FactSkill>(
  `SELECT skills.id, coalesce(skill_names.name, skills.name) AS name, kind, category, parent_id AS parentId
   FROM skills LEFT JOIN skill_names ON skill_names.skill_id = skills.id`,
  ['id', 'name', 'kind', 'category', 'parentId'],
);
const selectTexts = query<[profileId: number], { id: number; text: string }>('SELECT id, text FROM documents WHERE profile_id = ?', [
  'id',
  'text',
]);

/** All a profile's questions are made from. @param roleId of the target; without one every role's competencies count. */
export function loadGenerationFacts(db: ReadableDb, profileId: number, roleId: string | null, nowMs: number): ProfileFacts {
  const texts = new Map(selectTexts.all(db, profileId).map(({ id, text }) => [id, text]));
  const slice = (documentId: number, start: number, end: number): Source => {
    return { documentId, start, end, text: (texts.get(documentId) ?? '').slice(start, end) };
  };
  const evidence = listPlacedEvidence(db, profileId);
  return {
    skills: new Map(selectSkills.all(db).map((skill) => [skill.id, skill])),
    statements: evidence.map(({ id: _, hasScale: __, organisation: ___, ...statement }) => statement),
    scales: listScales(db, profileId).map((scale) => withLine(scale, evidence, texts.get(scale.documentId) ?? '')),
    caveats: listCaveats(db, profileId),
    gaps: listGaps(db, profileId).map(({ text, skills, status, documentId, start, end }) => ({
      text,
      skills,
      isClosed: status === 'closed',
      source: documentId === null || start === null || end === null ? null : { documentId, start, end, text },
    })),
    stories: listStories(db, profileId).map((story) => ({ ...story, ...slice(story.documentId, story.start, story.end) })),
    ratings: levelsToday(db, profileId),
    edges: transferEdges(db).map(({ from, to, share }) => ({ fromId: from, toId: to, share })),
    competencies: askedCompetencies(db, roleId),
    month: new Date(nowMs).toISOString().slice(0, 7),
  };
}

/** Of a skill the own rating counts before what a document says. */
function levelsToday(db: ReadableDb, profileId: number): ProfileFacts['ratings'] {
  const levels = new Map<string, ProfileFacts['ratings'][number]>();
  for (const { subject, subjectId, level, source, raw } of newestOf(countedRatings(db, profileId))) {
    if (subject !== 'skill' || (levels.get(subjectId)?.isOwn && source !== 'self')) continue;
    levels.set(subjectId, { skillId: subjectId, level, words: source === 'self' ? null : raw, isOwn: source === 'self' });
  }
  return [...levels.values()].sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
}

function askedCompetencies(db: ReadableDb, roleId: string | null): RoleCompetency[] {
  if (roleId !== null) return competenciesOf(getRole(db, roleId));
  return sharedCompetencies(db).map(({ competency }) => ({ ...competency, required: 0, importance: 'nice', weight: 1, note: '' }));
}

/** A number with the statement it stands in, else its line. */
function withLine(scale: ScaleRow, evidence: readonly PlacedEvidence[], text: string): ScaleFact {
  const { documentId, start, end } = scale;
  const holder = evidence.find((one) => one.documentId === documentId && one.start <= start && one.end >= end);
  if (holder) return { ...scale, line: { documentId, start: holder.start, end: holder.end, text: holder.text }, section: holder.section };
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  // Its heading is that of the nearest statement before it, as far as one of them is about what the number is about.
  const before = evidence.findLast((one) => one.documentId === documentId && one.end <= start && scale.skills.includes(one.skillId));
  return { ...scale, line: { documentId, start: from, end: to, text: text.slice(from, to) }, section: before?.section ?? null };
}

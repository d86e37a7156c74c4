import { z } from 'zod';
import type { ImportedCaveat, ImportedEvidence, ImportedScale, ImportedStory, Span, Stance } from '../../core/import/types.ts';
import { byStance } from '../../core/skills/stances.ts';
import { readJson } from '../json.ts';
import { idsReadAs, readAs } from '../skills/person-taxonomy.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

export interface EvidenceRow {
  readonly id: number;
  readonly documentId: number;
  readonly skillId: string;
  readonly stance: Stance;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly section: string | null;
  readonly hasScale: 0 | 1;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly organisation: string | null;
  readonly work: 'own' | 'team' | null;
}

export interface Caveat extends Span {
  readonly documentId: number;
  readonly skills: readonly string[];
}

/** Whose evidence, from which document. */
export interface Origin {
  readonly profileId: number;
  readonly documentId: number;
}

const COLUMNS = [
  'id',
  'documentId',
  'skillId',
  'stance',
  'text',
  'start',
  'end',
  'section',
  'hasScale',
  'periodFrom',
  'periodTo',
  'organisation',
  'work',
] as const;
const FIELDS = `id, document_id AS documentId, skill_id AS skillId, stance, text, start_offset AS start, end_offset AS "end", section, has_scale AS hasScale,
  period_from AS periodFrom, period_to AS periodTo, organisation, work`;

type Text = string | null;
const add = command<[number, number, string, string, string, number, number, number, number, Text, number, Text, Text, Text, Text]>(
  `INSERT INTO evidence (profile_id, document_id, skill_id, stance, text, start_offset, end_offset, mention_start, mention_end, section, has_scale,
     period_from, period_to, organisation, work)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
/** What a document said of a skill does not count once the person removed the skill, unless they confirm the document anew. */
const COUNTS = `NOT EXISTS (SELECT 1 FROM removed_skills AS removed JOIN documents ON documents.id = evidence.document_id
  WHERE removed.profile_id = evidence.profile_id AND removed.skill_id = evidence.skill_id AND confirmed_at_ms <= removed_at_ms)`;
const selectAll = query<[profileId: number], EvidenceRow>(
  `SELECT ${FIELDS} FROM evidence WHERE profile_id = ? AND ${COUNTS} ORDER BY skill_id, document_id, start_offset`,
  COLUMNS,
);
const selectForSkill = query<[profileId: number, skillId: string], EvidenceRow>(
  `SELECT ${FIELDS} FROM evidence WHERE profile_id = ? AND skill_id = ? AND ${COUNTS} ORDER BY document_id, start_offset`,
  COLUMNS,
  { hot: true },
);
export interface PlacedEvidence extends EvidenceRow {
  /** Where the skill's name itself stands. */
  readonly mentionStart: number;
  readonly mentionEnd: number;
}
const selectPlaced = query<[profileId: number], PlacedEvidence>(
  `SELECT ${FIELDS}, mention_start AS mentionStart, mention_end AS mentionEnd FROM evidence WHERE profile_id = ? AND ${COUNTS}
   ORDER BY document_id, start_offset, mention_start, skill_id`,
  [...COLUMNS, 'mentionStart', 'mentionEnd'],
);
const selectScales = query<[profileId: number], Omit<ScaleRow, 'skills'> & { readonly skillIds: string }>(
  `SELECT s.document_id AS documentId, s.text, s.start_offset AS start, s.end_offset AS "end", s.value, s.unit, s.skill_ids AS skillIds
   FROM scales AS s JOIN documents AS d ON d.id = s.document_id WHERE d.profile_id = ? ORDER BY s.document_id, s.start_offset`,
  ['documentId', 'text', 'start', 'end', 'value', 'unit', 'skillIds'],
);
/** A number that says how big something was. */
export interface ScaleRow extends Span {
  readonly documentId: number;
  readonly value: number;
  readonly unit: string;
  readonly skills: readonly string[];
}
const addScale = command<[number, string, number, number, number, string, string]>(
  'INSERT INTO scales (document_id, text, start_offset, end_offset, value, unit, skill_ids) VALUES (?, ?, ?, ?, ?, ?, ?)',
);
const addCaveat = command<[number, number, string, number, number, string]>(
  'INSERT INTO caveats (profile_id, document_id, text, start_offset, end_offset, skill_ids) VALUES (?, ?, ?, ?, ?, ?)',
);
interface CaveatRow {
  readonly documentId: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly skillIds: string;
}
const selectCaveats = query<[profileId: number], CaveatRow>(
  `SELECT document_id AS documentId, text, start_offset AS start, end_offset AS "end", skill_ids AS skillIds
   FROM caveats WHERE profile_id = ? ORDER BY id`,
  ['documentId', 'text', 'start', 'end', 'skillIds'],
);
const addStory = command<[number, number, string, string, number, number, string, string]>(
  `INSERT INTO stories (profile_id, document_id, title, kind, start_offset, end_offset, parts, skill_ids)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
);
const selectStories = query<[profileId: number], Omit<Story, 'parts' | 'skills'> & { readonly parts: string; readonly skillIds: string }>(
  `SELECT id, title, kind, parts, document_id AS documentId, start_offset AS start, end_offset AS "end", skill_ids AS skillIds
   FROM stories WHERE profile_id = ? ORDER BY id`,
  ['id', 'title', 'kind', 'parts', 'documentId', 'start', 'end', 'skillIds'],
);

export function addEvidence(
  db: WritableDb,
  { profileId, documentId }: Origin,
  skillId: string,
  item: ImportedEvidence,
  hasScale: boolean,
): void {
  const { stance, text, start, end, mention, section, period, organisation, work } = item;
  const place = [start, end, mention.start, mention.end] as const;
  const when = [period?.from ?? null, period?.to ?? null] as const;
  add.run(db, profileId, documentId, skillId, stance, text, ...place, section, hasScale ? 1 : 0, ...when, organisation, work);
}

export function addScaleNumber(db: WritableDb, { documentId }: Origin, { text, start, end, value, unit, skills }: ImportedScale): void {
  addScale.run(db, documentId, text, start, end, value, unit, JSON.stringify(skills));
}

export function addCaveatItem(db: WritableDb, { profileId, documentId }: Origin, { text, start, end, skills }: ImportedCaveat): void {
  addCaveat.run(db, profileId, documentId, text, start, end, JSON.stringify(skills));
}

export function addStoryItem(db: WritableDb, { profileId, documentId }: Origin, story: ImportedStory): void {
  const { title, kind, start, end, skills, situation, task, action, result, lesson } = story;
  addStory.run(
    db,
    profileId,
    documentId,
    title,
    kind,
    start,
    end,
    JSON.stringify({ situation, task, action, result, lesson }),
    JSON.stringify(skills),
  );
}

/** All statements that count, each under the skill it is read as. */
export function listEvidence(db: ReadableDb, profileId: number): EvidenceRow[] {
  const canonical = readAs(db);
  return onceEach(selectAll.all(db, profileId).map((row) => ({ ...row, skillId: canonical(row.skillId) })));
}

/** The statements about one skill, and about those merged into it, by document and place. */
export function listSkillEvidence(db: ReadableDb, profileId: number, skillId: string): EvidenceRow[] {
  const rows = idsReadAs(db, skillId).flatMap((id) => selectForSkill.all(db, profileId, id));
  return onceEach(rows.map((row) => ({ ...row, skillId }))).sort((a, b) => a.documentId - b.documentId || a.start - b.start);
}

/** A statement that names two skills now read as one is one statement; the stronger of its stances stays. */
function onceEach(rows: readonly EvidenceRow[]): EvidenceRow[] {
  const strongest = new Map<string, EvidenceRow>();
  for (const row of rows) {
    const key = `${row.skillId} ${row.documentId} ${row.start} ${row.end}`;
    const other = strongest.get(key);
    if (other === undefined || byStance(row, other) < 0) strongest.set(key, row);
  }
  return [...strongest.values()];
}

export function listCaveats(db: ReadableDb, profileId: number): Caveat[] {
  const canonical = readAs(db);
  return selectCaveats.all(db, profileId).map(({ skillIds, ...row }) => ({
    ...row,
    skills: [...new Set(readJson(z.array(z.string()), skillIds, 'A caveat').map(canonical))],
  }));
}

const partSchema = z.object({ text: z.string(), start: z.number(), end: z.number() }).nullable();
const partsSchema = z.object({ situation: partSchema, task: partSchema, action: partSchema, result: partSchema, lesson: partSchema });
export interface Story {
  readonly id: number;
  readonly documentId: number;
  readonly title: string;
  readonly kind: string;
  readonly parts: z.infer<typeof partsSchema>;
  readonly start: number;
  readonly end: number;
  readonly skills: readonly string[];
}

export function listStories(db: ReadableDb, profileId: number): Story[] {
  const canonical = readAs(db);
  return selectStories.all(db, profileId).map(({ skillIds, ...row }) => ({
    ...row,
    parts: readJson(partsSchema, row.parts, `The story ${row.title}`),
    skills: [...new Set(readJson(z.array(z.string()), skillIds, `The story ${row.title}`).map(canonical))],
  }));
}

/** All statements that count with the place of each name, in the order of the documents. */
export function listPlacedEvidence(db: ReadableDb, profileId: number): PlacedEvidence[] {
  const canonical = readAs(db);
  return selectPlaced.all(db, profileId).map((row) => ({ ...row, skillId: canonical(row.skillId) }));
}

/** All numbers that say how big, in the order of the documents. */
export function listScales(db: ReadableDb, profileId: number): ScaleRow[] {
  const canonical = readAs(db);
  return selectScales.all(db, profileId).map(({ skillIds, ...row }) => ({
    ...row,
    skills: [...new Set(readJson(z.array(z.string()), skillIds, 'A number').map(canonical))],
  }));
}

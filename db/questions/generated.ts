import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { GeneratedQuestion, Provenance } from '../../core/generate/types.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import { findQuestion, retireQuestion, saveQuestion } from './questions.ts';

const provenanceSchema: z.ZodType<Provenance> = z.object({
  family: z.string(),
  atom: z.string(),
  stance: z.enum(['own', 'team', 'limited']),
  sources: z.array(z.object({ documentId: z.number(), start: z.number(), end: z.number(), text: z.string() })),
  slots: z.record(z.string(), z.string()),
  why: z.object({ en: z.string(), fr: z.string() }),
  borrowed: z.array(z.string()),
});

const putProvenance = command<[questionId: string, profileId: number, family: string, atom: string, provenance: string]>(
  `INSERT INTO generated_questions (question_id, profile_id, family, atom, provenance) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (question_id) DO UPDATE SET profile_id = excluded.profile_id, family = excluded.family, atom = excluded.atom,
     provenance = excluded.provenance`,
);
const selectStanding = query<[profileId: number], { id: string }>(
  "SELECT id FROM questions WHERE profile_id = ? AND origin = 'generated' AND retired = 0",
  ['id'],
);
const selectReported = query<[profileId: number, reports: number], { id: string }>(
  'SELECT question_id AS id FROM question_reports WHERE profile_id = ? GROUP BY question_id HAVING count(*) >= ?',
  ['id'],
);
const find = query<[questionId: string], { provenance: string; profileId: number }>(
  'SELECT provenance, profile_id AS profileId FROM generated_questions WHERE question_id = ?',
  ['provenance', 'profileId'],
  { hot: true },
);
const countFamilies = query<[profileId: number], FamilyCount>(
  `SELECT g.family, count(*) AS count FROM generated_questions AS g JOIN questions AS q ON q.id = g.question_id
   WHERE g.profile_id = ? AND q.retired = 0 GROUP BY g.family ORDER BY g.family`,
  ['family', 'count'],
);

export interface FamilyCount {
  readonly family: string;
  readonly count: number;
}

/** From so many reports on a generated question is not asked any more. */
export const REPORTS_TO_RETIRE = 2;

export interface Regenerated {
  readonly added: number;
  readonly changed: number;
  readonly retired: number;
}

/**
 * Makes a profile's generated questions what is given. One that is there in the same words is left alone; one in other words is its next
 * version; one whose evidence is gone, or that was reported twice, is retired: cards and answers stay in each case.
 */
export function saveGenerated(db: WritableDb, profileId: number, made: readonly GeneratedQuestion[], nowMs: number): Regenerated {
  const reported = new Set(selectReported.all(db, profileId, REPORTS_TO_RETIRE).map(({ id }) => id));
  const wanted = made.filter(({ question }) => !reported.has(question.id));
  const counts = { added: 0, changed: 0, retired: 0 };
  for (const one of wanted) {
    const known = findQuestion(db, one.question.id);
    const version = known?.question.version ?? 1;
    const isSame = known !== null && !known.isRetired && isDeepStrictEqual(known.question, { ...one.question, version });
    if (!isSame) {
      const isReworded = known !== null && !isDeepStrictEqual(known.question, { ...one.question, version });
      saveQuestion(
        db,
        { ...one.question, version: isReworded ? version + 1 : version },
        { origin: 'generated', changedAtMs: nowMs, profileId },
      );
      counts[known === null || known.isRetired ? 'added' : 'changed'] += 1;
    }
    const { family, atom } = one.provenance;
    // The places may have moved though the words have not.
    putProvenance.run(db, one.question.id, profileId, family, atom, JSON.stringify(one.provenance));
  }
  const kept = new Set(wanted.map(({ question }) => question.id));
  for (const { id } of selectStanding.all(db, profileId)) {
    if (kept.has(id)) continue;
    retireQuestion(db, id, nowMs);
    counts.retired += 1;
  }
  return counts;
}

/** Where a question comes from and of whose evidence it is; null for one that was not generated. @throws AppError `corrupt`. */
export function provenanceOf(db: ReadableDb, questionId: string): { readonly provenance: Provenance; readonly profileId: number } | null {
  const row = find.get(db, questionId);
  return row === undefined
    ? null
    : { provenance: readJson(provenanceSchema, row.provenance, `The origin of ${questionId}`), profileId: row.profileId };
}

/** How many generated questions of each family are asked. */
export function generatedCounts(db: ReadableDb, profileId: number): FamilyCount[] {
  return countFamilies.all(db, profileId);
}

const STATE = `WITH me (id) AS (VALUES (?)) SELECT json_array(
  (SELECT json_array(count(*), max(id)) FROM evidence WHERE profile_id = (SELECT me.id FROM me)),
  (SELECT json_array(count(*), max(id)) FROM caveats WHERE profile_id = (SELECT me.id FROM me)),
  (SELECT json_array(count(*), max(id)) FROM stories WHERE profile_id = (SELECT me.id FROM me)),
  (SELECT json_array(count(*), max(id)) FROM ratings WHERE profile_id = (SELECT me.id FROM me)),
  (SELECT json_array(count(*), max(id), sum(changed_at_ms), group_concat(status)) FROM learning_gaps WHERE profile_id = (SELECT me.id FROM me)),
  (SELECT json_group_array(json_array(id, status, confirmed_at_ms, superseded_by)) FROM documents WHERE profile_id = (SELECT me.id FROM me)),
  (SELECT json_array(count(*), max(removed_at_ms)) FROM removed_skills WHERE profile_id = (SELECT me.id FROM me)),
  (SELECT json_group_array(from_id || '>' || into_id) FROM skill_merges),
  (SELECT json_group_array(skill_id || '=' || name) FROM skill_names),
  (SELECT json_array(count(*), max(id)) FROM question_reports WHERE profile_id = (SELECT me.id FROM me)),
  (SELECT value FROM settings WHERE key = 'content.hash'),
  (SELECT json_array(r.id, r.version) FROM profiles AS p JOIN roles AS r ON r.id = p.role_id WHERE p.id = (SELECT me.id FROM me))) AS state`;
const selectState = query<[profileId: number], { state: string }>(STATE, ['state']);

/** All that generated questions depend on, in short: counts, newest ids and times. The same as long as nothing changed. */
export function generationState(db: ReadableDb, profileId: number): string {
  return selectState.get(db, profileId)?.state ?? '';
}

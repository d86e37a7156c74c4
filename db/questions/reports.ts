import type { ReportReason } from '../../core/practice/question-report.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';

/** A question that a person holds to be wrong, and why. */
export interface QuestionReport {
  readonly id: number;
  readonly questionId: string;
  readonly questionVersion: number;
  readonly reason: ReportReason;
  readonly text: string;
  readonly reportedAtMs: number;
  readonly prompt: string;
}

const COLUMNS = ['id', 'questionId', 'questionVersion', 'reason', 'text', 'reportedAtMs', 'prompt'] as const;
const FIELDS = `r.id, r.question_id AS questionId, r.question_version AS questionVersion, r.reason, r.text, r.reported_at_ms AS reportedAtMs,
  q.prompt FROM question_reports AS r JOIN questions AS q ON q.id = r.question_id`;

const add = command<[profileId: number, questionId: string, version: number, reason: string, text: string, atMs: number]>(
  'INSERT INTO question_reports (profile_id, question_id, question_version, reason, text, reported_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
);
const remove = command<[profileId: number, id: number]>('DELETE FROM question_reports WHERE profile_id = ? AND id = ?');
const selectAll = query<[profileId: number], QuestionReport>(`SELECT ${FIELDS} WHERE r.profile_id = ? ORDER BY r.id`, COLUMNS, {
  hot: true,
});
const selectOf = query<[questionId: string, profileId: number], QuestionReport>(
  `SELECT ${FIELDS} WHERE r.question_id = ? AND r.profile_id = ? ORDER BY r.id`,
  COLUMNS,
  { hot: true },
);

/** All reports of a profile, the first first. */
export function listReports(db: ReadableDb, profileId: number): QuestionReport[] {
  return selectAll.all(db, profileId);
}

export function reportsOf(db: ReadableDb, profileId: number, questionId: string): QuestionReport[] {
  return selectOf.all(db, questionId, profileId);
}

type NewReport = Pick<QuestionReport, 'questionId' | 'questionVersion' | 'reason' | 'text' | 'reportedAtMs'>;

/** @returns its id. */
export function addReport(db: WritableDb, profileId: number, report: NewReport): number {
  const { questionId, questionVersion, reason, text, reportedAtMs } = report;
  return add.insert(db, profileId, questionId, questionVersion, reason, text, reportedAtMs);
}

/** @returns whether there was one. */
export function removeReport(db: WritableDb, profileId: number, id: number): boolean {
  return remove.run(db, profileId, id) > 0;
}

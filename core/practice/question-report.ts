/** Why a question is held to be wrong. */
export const REPORT_REASONS = ['wrong-answer', 'outdated', 'unclear', 'wrong-level', 'source', 'wording', 'not-mine', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** The reasons as a report names them to whoever mends the question. */
export const REASON_WORDS: Readonly<Record<ReportReason, string>> = {
  'wrong-answer': 'The answer or a number is wrong',
  outdated: 'It is out of date',
  unclear: 'It is unclear, or has several answers',
  'wrong-level': 'It is at the wrong level',
  source: 'A source does not say so, or is gone',
  wording: 'A wording or key point is missing or misleading',
  'not-mine': 'It says something of me that is not so',
  other: 'Something else',
};

export interface ReportedQuestion {
  readonly questionId: string;
  readonly questionVersion: number;
  readonly reason: ReportReason;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly reportedAtMs: number;
  readonly prompt: string;
}

/** Reports as a document for whoever keeps the bank, one heading a question. */
export function reportsAsMarkdown(reports: readonly ReportedQuestion[]): string {
  const parts = [...Map.groupBy(reports, ({ questionId }) => questionId)].map(([id, list]) => {
    const quoted = (list[0]?.prompt ?? '')
      .trim()
      .split(/\r?\n/)
      .map((line) => `> ${line}`.trimEnd())
      .join('\n');
    const items = list.map(({ questionVersion, reason, text, reportedAtMs }) => {
      const day = new Date(reportedAtMs).toISOString().slice(0, 10);
      const words = text.trim() === '' ? '' : `: ${text.trim().replace(/\s*\n\s*/g, ' ')}`;
      return `- ${day}, version ${questionVersion}: ${REASON_WORDS[reason]}${words}`;
    });
    return `## ${id}\n\n${quoted}\n\n${items.join('\n')}\n`;
  });
  return `# Questions reported as wrong\n\n${parts.length === 0 ? 'None.\n' : parts.join('\n')}`;
}

/** Reports as JSON. */
export function reportsAsJson(reports: readonly ReportedQuestion[]): string {
  const plain = reports.map(({ questionId, questionVersion, reason, text, reportedAtMs, prompt }) => ({
    questionId,
    questionVersion,
    reason,
    text,
    reportedAt: new Date(reportedAtMs).toISOString(),
    prompt,
  }));
  return `${JSON.stringify({ format: 'plumbline-question-reports/1', reports: plain }, null, 2)}\n`;
}

import type { SkillReport } from './report.ts';

type Cell = string | number | null;

/** Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  // The mark at the start tells spreadsheets that this is UTF-8.
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const HEADER = [
  'skill',
  'category',
  'own_skill',
  'level',
  'level_from',
  'own_rating',
  'stance',
  'years',
  'last_used',
  'statements',
  'documents',
  'learning_gap',
  'caveats',
  'note',
  'strongest_statement',
];

/** The inventory as a table, one skill a row; an empty cell means unknown. */
export function skillsAsCsv({ skills }: SkillReport): string {
  const rows = skills.map((skill): Cell[] => [
    skill.name,
    skill.category,
    skill.isOwn ? 'yes' : 'no',
    skill.level === null ? null : Number(skill.level.toFixed(1)),
    skill.level === null ? null : skill.levelFrom,
    skill.self,
    skill.stance,
    skill.years,
    skill.lastUsed,
    skill.statements.length,
    [...new Set(skill.statements.map(({ document }) => document))].join('; '),
    skill.isGap ? 'yes' : 'no',
    skill.caveats.join(' | '),
    skill.note,
    skill.statements[0]?.text.trim() ?? null,
  ]);
  return csvText(HEADER, rows);
}

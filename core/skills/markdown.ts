import { LEVELS } from '../levels.ts';
import type { LastUsed } from './recency.ts';
import { categoryWords, type ReportSkill, type ReportStatement, type SkillReport } from './report.ts';

const MOST_STATEMENTS = 3;

/** The inventory as a readable Markdown document, by category. What came from documents is escaped: it stays text. */
export function skillsAsMarkdown({ profile, day, skills }: SkillReport): string {
  const categories = [...Map.groupBy(skills, ({ category }) => category)].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return [
    `# Skills: ${plain(profile)}`,
    `As of ${day}. Levels run from 0 to 5: ${LEVELS.map(({ level, name }) => `${level} ${name.toLowerCase()}`).join(', ')}.`,
    ...categories.flatMap(([category, list]) => [`## ${plain(categoryWords(category))}`, ...list.map(skillText)]),
    '',
  ].join('\n\n');
}

function skillText(skill: ReportSkill): string {
  const facts = [
    skill.level === null ? 'level unknown' : `level ${skill.level.toFixed(1)} (${skill.levelFrom})`,
    skill.years === null ? null : `${skill.years} ${skill.years === 1 ? 'year' : 'years'}`,
    lastUsedText(skill.lastUsed),
    skill.isGap ? 'named as a learning gap' : null,
  ].filter((fact) => fact !== null);
  const lines = [
    `### ${plain(skill.name)}`,
    `${facts.join(' · ')}`,
    ...(skill.note === null ? [] : [plain(skill.note)]),
    ...(skill.statements.length === 0 ? [] : [skill.statements.slice(0, MOST_STATEMENTS).map(statementText).join('\n')]),
    ...skill.caveats.map((caveat) => `> ${plain(caveat)}`),
  ];
  return lines.join('\n\n');
}

function statementText({ text, stance, document, organisation }: ReportStatement): string {
  const where = [stance, organisation, document].filter((part) => part !== null).map((part) => plain(part));
  return `- ${plain(text)} (${where.join(', ')})`;
}

function lastUsedText(last: LastUsed): string | null {
  if (last === null) return null;
  return last === 'now' ? 'in use now' : `last used ${last}`;
}

/** One line, with everything Markdown or HTML would read as markup made plain. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}

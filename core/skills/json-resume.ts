import { LEVELS } from '../levels.ts';
import type { ReportSkill, SkillReport } from './report.ts';
import { isExperience } from './stances.ts';

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/**
 * The inventory as a JSON Resume (schema 1.0.0). A résumé is shown to others: skills that are only wished for, named as
 * missing or left without any sign of experience are not in it, and a level that is unknown is not stated.
 */
export function skillsAsJsonResume({ profile, day, skills }: SkillReport) {
  return {
    $schema: SCHEMA,
    basics: { name: profile },
    skills: skills.filter(isShown).map((skill) => ({
      name: skill.name,
      ...(skill.level === null ? {} : { level: LEVELS[Math.round(skill.level)]?.name ?? '' }),
      keywords: [],
    })),
    meta: { version: 'v1.0.0', lastModified: `${day}T00:00:00` },
  };
}

function isShown({ level, self, stance }: ReportSkill): boolean {
  const isKnown = level !== null && Math.round(level) >= 1;
  return isKnown && (self !== null || stance === null || isExperience(stance) || stance === 'mentioned');
}

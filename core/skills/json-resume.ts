import type { Period } from '../import/types.ts';
import { levelName, levelStep } from './level-step.ts';
import type { ReportBackground, ReportSkill, SkillReport } from './report.ts';
import { isExperience } from './stances.ts';

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/**
 * The inventory as a JSON Resume (schema 1.0.0), with the background it comes from. A résumé is shown to others: skills that
 * are only wished for, named as missing or left without any sign of experience are not in it, a level that is unknown is not
 * stated, and of who the person is there is only the profile's name.
 */
export function skillsAsJsonResume({ profile, day, skills, background }: SkillReport) {
  const { positions, education, certifications, languages } = background;
  return {
    $schema: SCHEMA,
    basics: { name: profile },
    work: once(positions.map(asWork)),
    education: once(education.map(({ name, period }) => ({ institution: name, ...datesOf(period) }))),
    certificates: once(certifications.map(({ name, period }) => ({ name, ...when(period?.to ?? period?.from ?? null) }))),
    skills: skills.filter(isShown).map((skill) => ({
      name: skill.name,
      ...(skill.level === null ? {} : { level: levelName(skill.level) }),
      keywords: [],
    })),
    languages: once(languages.map(asLanguage)),
    meta: { version: 'v1.0.0', lastModified: `${day}T00:00:00` },
  };
}

function asWork({ title, organisation, period }: ReportBackground['positions'][number]) {
  return { ...(organisation === null ? {} : { name: organisation }), ...(title === null ? {} : { position: title }), ...datesOf(period) };
}

/** A job that goes on has no end date. */
function datesOf(period: Period | null) {
  const start = period?.from ?? null;
  const end = period?.to ?? null;
  return { ...(start === null ? {} : { startDate: start }), ...(end === null ? {} : { endDate: end }) };
}

function when(date: string | null) {
  return date === null ? {} : { date };
}

function asLanguage({ language, level, raw }: ReportBackground['languages'][number]) {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const fluency = raw ?? level;
  return { language: name, ...(fluency === null ? {} : { fluency }) };
}

/** Several documents tell of the same job; it is one. */
function once<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function isShown({ level, self, stance }: ReportSkill): boolean {
  const isKnown = level !== null && levelStep(level) >= 1;
  return isKnown && (self !== null || stance === null || isExperience(stance) || stance === 'mentioned');
}

import type { ImportedCredential, ImportedLanguage, ImportedPosition, Stance } from '../import/types.ts';
import type { LastUsed } from './recency.ts';

/** A statement as an export shows it. */
export interface ReportStatement {
  readonly text: string;
  readonly stance: Stance;
  readonly document: string;
  readonly section: string | null;
  readonly organisation: string | null;
}

/** One skill as an export shows it. Levels are 0–5; null means that nothing says it, never zero. */
export interface ReportSkill {
  readonly name: string;
  readonly category: string;
  readonly isOwn: boolean;
  readonly level: number | null;
  /** Where the level comes from, in words. */
  readonly levelFrom: string;
  /** The person's own rating. */
  readonly self: number | null;
  readonly stance: Stance | null;
  readonly years: number | null;
  readonly lastUsed: LastUsed;
  readonly isGap: boolean;
  readonly note: string | null;
  /** Strongest first. */
  readonly statements: readonly ReportStatement[];
  readonly caveats: readonly string[];
}

/** Where the skills come from: jobs, schools, certificates, spoken languages. */
export interface ReportBackground {
  readonly positions: readonly Pick<ImportedPosition, 'title' | 'organisation' | 'period'>[];
  readonly education: readonly Pick<ImportedCredential, 'name' | 'period'>[];
  readonly certifications: readonly Pick<ImportedCredential, 'name' | 'period'>[];
  readonly languages: readonly Pick<ImportedLanguage, 'language' | 'level' | 'raw'>[];
}

export interface SkillReport {
  readonly profile: string;
  /** ISO day. */
  readonly day: string;
  readonly skills: readonly ReportSkill[];
  readonly background: ReportBackground;
}

/** Categories whose id does not read as words by itself. */
const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  'ai-and-data': 'AI and data',
  'ci-cd': 'CI/CD',
  iac: 'Infrastructure as code',
  'multi-datacenter': 'Multi-datacenter',
  openstack: 'OpenStack',
  own: 'Your own',
  'sre-practices': 'SRE practices',
};

/** A category's id as a heading: "load-balancing" reads "Load balancing". */
export function categoryWords(category: string): string {
  const name = CATEGORY_NAMES[category];
  if (name !== undefined) return name;
  const words = category.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { Stance } from '../import/types.ts';
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

export interface SkillReport {
  readonly profile: string;
  /** ISO day. */
  readonly day: string;
  readonly skills: readonly ReportSkill[];
}

/** Category ids as a heading: "multi-datacenter" reads "Multi datacenter". */
export function categoryWords(category: string): string {
  const words = category.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { RoleCompetency } from '../content/role.ts';
import type { Span, Stance } from '../import/types.ts';
import type { Source } from './types.ts';

/** A skill as the taxonomy knows it. */
export interface FactSkill {
  readonly id: string;
  readonly name: string;
  readonly kind: 'technology' | 'practice' | 'own';
  readonly category: string;
  readonly parentId: string | null;
}

/** A statement about a skill, with the place of the name itself. */
export interface Statement extends Source {
  readonly skillId: string;
  readonly stance: Stance;
  readonly section: string | null;
  readonly work: 'own' | 'team' | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly mentionStart: number;
  readonly mentionEnd: number;
}

/** A number that says how big; `line` is the statement or line it stands in. */
export interface ScaleFact extends Source {
  readonly value: number;
  readonly unit: string;
  readonly skills: readonly string[];
  readonly line: Source;
  readonly section: string | null;
}

/** A limit the person set to what may be said of them. */
export interface CaveatFact extends Source {
  readonly skills: readonly string[];
}

export interface GapFact {
  readonly text: string;
  readonly skills: readonly string[];
  readonly isClosed: boolean;
  /** null for one written in the app. */
  readonly source: Source | null;
}

export interface StoryFact extends Source {
  readonly title: string;
  readonly kind: string;
  readonly skills: readonly string[];
  readonly parts: Readonly<Record<'situation' | 'task' | 'action' | 'result' | 'lesson', Span | null>>;
}

/** The level that counts today for a skill. */
export interface RatingFact {
  readonly skillId: string;
  readonly level: number;
  /** As the document words it; null for one given in the app. */
  readonly words: string | null;
  readonly isOwn: boolean;
}

/** What carries over from one skill to another, as a share. */
export interface EdgeFact {
  readonly fromId: string;
  readonly toId: string;
  readonly share: number;
}

/** Everything questions are made from. Same facts, same questions. */
export interface ProfileFacts {
  readonly skills: ReadonlyMap<string, FactSkill>;
  readonly statements: readonly Statement[];
  readonly scales: readonly ScaleFact[];
  readonly caveats: readonly CaveatFact[];
  readonly gaps: readonly GapFact[];
  readonly stories: readonly StoryFact[];
  readonly ratings: readonly RatingFact[];
  readonly edges: readonly EdgeFact[];
  /** Of the role, else of all roles; in the role's order. */
  readonly competencies: readonly RoleCompetency[];
  /** Month of today, as 2026-11: what is stale depends on it. */
  readonly month: string;
}

/** The facts in the order of the documents, so that questions do not depend on the order they were read in. */
export function inOrder(facts: ProfileFacts): ProfileFacts {
  const byPlace = (a: Source, b: Source): number => a.documentId - b.documentId || a.start - b.start || a.end - b.end;
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    ...facts,
    statements: facts.statements.toSorted((a, b) => byPlace(a, b) || a.mentionStart - b.mentionStart || byText(a.skillId, b.skillId)),
    scales: facts.scales.toSorted((a, b) => byPlace(a, b) || byText(a.unit, b.unit)),
    caveats: facts.caveats.toSorted(byPlace),
    stories: facts.stories.toSorted((a, b) => byPlace(a, b) || byText(a.title, b.title)),
    gaps: facts.gaps.toSorted((a, b) => (a.source && b.source ? byPlace(a.source, b.source) : 0) || byText(a.text, b.text)),
    ratings: facts.ratings.toSorted((a, b) => byText(a.skillId, b.skillId)),
    edges: facts.edges.toSorted((a, b) => byText(a.fromId, b.fromId) || byText(a.toId, b.toId)),
  };
}

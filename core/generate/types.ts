import type { Question } from '../content/question.ts';

/** Whose a claim is: `own`, nothing speaks against it; `team`, told as the team's; `limited`, under a caveat of the person's own. */
export type ClaimStance = 'own' | 'team' | 'limited';

/** What a skill is: a family says which of these its slots take. */
export type SkillClass = 'service' | 'platform' | 'tool' | 'standard' | 'language' | 'technique' | 'practice';

/** The place in a document that a fact comes from. */
export interface Source {
  readonly documentId: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The name of a skill as it stands in a sentence. A proper name takes no article and no plural. */
export interface Noun {
  readonly class: SkillClass;
  readonly skillId: string;
  readonly isProper: boolean;
  readonly en: string;
  readonly fr: string;
  readonly gender: 'm' | 'f';
  readonly isPlural: boolean;
  /** There is no French for it: the English stands in its place, in guillemets. */
  readonly isBorrowed: boolean;
}

/** A number from a document with its unit, normalised; `per` for a rate. */
export interface Figure {
  readonly class: 'figure';
  readonly value: number;
  readonly unit: string;
  readonly per: 'day' | 'month' | 'hour' | 's' | null;
  /** How sure the document is of it: an exact figure was measured or counted. */
  readonly precision: 'exact' | 'about' | 'over';
}

/** What the document calls a piece of work, or a sentence of it; quoted, never bent. */
export interface Title {
  readonly class: 'title';
  readonly text: string;
  /** The heading it stands under, where the words say little without it. */
  readonly under?: string;
}

export type SlotValue = Noun | Figure | Title | readonly Noun[] | readonly Title[];
/** What a family fills its sentences with: nothing but names and figures from the evidence. */
export interface Slots {
  readonly [slot: string]: SlotValue | null | undefined;
}

/** One reason for a family to ask: a fact with its slots, whose claim it is and where it stands. */
export interface Firing<S extends Slots> {
  /** From content, so that it survives a new import: skill, kind, normalised figure. */
  readonly atom: string;
  readonly skillIds: readonly string[];
  /** The competency asked about, where the atom is about one; else those that rest on its skills. */
  readonly competencyId?: string;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
  readonly slots: S;
  /** Larger comes first where a family has a limit. */
  readonly strength: number;
}

/** Where a generated question comes from and why it is asked. */
export interface Provenance {
  readonly family: string;
  readonly atom: string;
  readonly stance: ClaimStance;
  readonly sources: readonly Source[];
  /** The slots as they were filled. */
  readonly slots: Readonly<Record<string, string>>;
  readonly why: { readonly en: string; readonly fr: string };
  /** French names that had to be left in English. */
  readonly borrowed: readonly string[];
}

export interface GeneratedQuestion {
  readonly question: Question;
  readonly provenance: Provenance;
}

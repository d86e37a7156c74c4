/** A stretch of the decoded text: `text` is exactly `document.slice(start, end)`; offsets are JavaScript string indices. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a document speaks of a skill (see docs/ARCHITECTURE.md, words). */
export const STANCES = [
  'built',
  'led',
  'operated',
  'used',
  'taught',
  'evaluated',
  'dropped',
  'mentioned',
  'absent',
  'gap',
  'required',
  'todo',
] as const;
export type Stance = (typeof STANCES)[number];

export interface ImportedLevel {
  /** 0–5, or null where the text gives no sign: unknown, not zero. */
  readonly value: number | null;
  /** The words the level was read from ("Confirmé", "limited experience"). */
  readonly raw: string | null;
  /** Why this value, in sentences a person can check. */
  readonly reasons: readonly string[];
}

/** A statement about a skill: the block (list item, table row, sentence) it stands in. */
export interface ImportedEvidence extends Span {
  /** Where the skill's name itself stands, inside the statement. */
  readonly mention: Span;
  readonly stance: Stance;
  /** Headings above, outermost first, joined by " › "; null at the top of a document without headings. */
  readonly section: string | null;
}

export interface ImportedSkill {
  /** Taxonomy id, or `own-<slug>` for a skill the document's structure names and the taxonomy does not know. */
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Distinct forms as written. */
  readonly surfaces: readonly string[];
  readonly section: string | null;
  /** The strongest honest stance over all evidence. */
  readonly stance: Stance;
  readonly level: ImportedLevel;
  /** Years of experience where the text states them. */
  readonly years: number | null;
  readonly evidence: readonly ImportedEvidence[];
  /** 0–1: how sure the importer is that this is a skill of the person; doubtful ones are reviewed first. */
  readonly confidence: number;
}

export interface ImportedGap extends Span {
  readonly skills: readonly string[];
}

export interface ImportedCaveat extends Span {
  readonly skills: readonly string[];
}

export interface ImportedStory {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'incident' | 'project' | 'migration' | 'reflection';
  /** The parts found, each a span; null where the text does not tell. */
  readonly situation: Span | null;
  readonly task: Span | null;
  readonly action: Span | null;
  readonly result: Span | null;
  readonly lesson: Span | null;
  readonly skills: readonly string[];
}

/** A number that says how big: "2000 users across 10 instances", "~50TB", "8 TB/day". */
export interface ImportedScale extends Span {
  readonly value: number;
  /** Normalised: `TB`, `TB/day`, `nodes`, `users`, … */
  readonly unit: string;
  readonly skills: readonly string[];
}

export interface ImportedDocument {
  readonly name: string;
  readonly format: 'markdown' | 'text';
  /** ISO 639-1; `und` where the text is too short to tell. */
  readonly language: string;
  readonly bytes: number;
}

export interface ImportResult {
  readonly document: ImportedDocument;
  readonly skills: readonly ImportedSkill[];
  readonly gaps: readonly ImportedGap[];
  readonly caveats: readonly ImportedCaveat[];
  readonly stories: readonly ImportedStory[];
  readonly scales: readonly ImportedScale[];
}

export interface DecodedDocument {
  readonly name: string;
  readonly text: string;
  readonly format: 'markdown' | 'text';
  readonly bytes: number;
}

export type ImportStep = 'blocks' | 'skills' | 'statements' | 'done';

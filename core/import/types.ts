import type { Block } from './blocks.ts';

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

/** A place where the text says how well a skill is known. */
export interface LevelClaim extends Span {
  /** 0–5, what this place alone suggests. */
  readonly value: number;
  readonly reason: string;
}

export interface ImportedLevel {
  /** 0–5, or null where the text gives no sign: unknown, not zero. */
  readonly value: number | null;
  /** The words the level was read from ("Confirmé", "limited experience"). */
  readonly raw: string | null;
  /** Why this value, in sentences a person can check. */
  readonly reasons: readonly string[];
  /** Every place that says something of the level; where their values differ the text contradicts itself. */
  readonly claims: readonly LevelClaim[];
}

/** When something was: ISO years or months ("2018", "2018-03"); `to` is null where it goes on, `from` where only an end is told. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** A statement about a skill: the block (list item, table row, sentence) it stands in. */
export interface ImportedEvidence extends Span {
  /** Where the skill's name itself stands, inside the statement. */
  readonly mention: Span;
  readonly stance: Stance;
  /** Headings above, outermost first, joined by " › "; null at the top of a document without headings. */
  readonly section: string | null;
  /** When, from the statement itself or from the position it stands under; null where nothing is said. */
  readonly period: Period | null;
  /** For whom: the organisation of the position it stands under. */
  readonly organisation: string | null;
  /** Whether the statement speaks of the person's own work or of a team's; null where it does not say. */
  readonly work: 'own' | 'team' | null;
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
  /** The first 100 places that name it. */
  readonly evidence: readonly ImportedEvidence[];
  /** How many places name it. */
  readonly places: number;
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

/** A job, with what was done under it left to the evidence of its skills. */
export interface ImportedPosition extends Span {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly period: Period | null;
  readonly skills: readonly string[];
}

/** Schools, courses and degrees, and certificates: the line they stand in. */
export interface ImportedCredential extends Span {
  readonly name: string;
  readonly period: Period | null;
  readonly skills: readonly string[];
}

/** A spoken language with the words its level was told in. */
export interface ImportedLanguage extends Span {
  /** ISO 639-1. */
  readonly language: string;
  /** CEFR level (A1–C2) or `native`, as far as the words tell; null otherwise. */
  readonly level: string | null;
  readonly raw: string | null;
}

export const PERSONAL_KINDS = ['name', 'email', 'phone', 'address', 'birth', 'link'] as const;
/** Something about who the person is. It is shown in the review and left out of the profile unless the person keeps it. */
export interface ImportedPersonal extends Span {
  readonly kind: (typeof PERSONAL_KINDS)[number];
}

/** The meaning a document gives to the steps of its own scale ("1 = read about it … 5 = teach it"). */
export interface ImportedLegend extends Span {
  readonly steps: readonly { readonly raw: string; readonly meaning: string; readonly value: number }[];
}

export const DOCUMENT_FORMATS = [
  'markdown',
  'text',
  'html',
  'docx',
  'pdf',
  'json-resume',
  'yaml-resume',
  'org',
  'latex',
  'csv',
  'tsv',
  'linkedin',
] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export interface ImportedDocument {
  readonly name: string;
  readonly format: DocumentFormat;
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
  readonly positions: readonly ImportedPosition[];
  readonly education: readonly ImportedCredential[];
  readonly certifications: readonly ImportedCredential[];
  readonly languages: readonly ImportedLanguage[];
  readonly personal: readonly ImportedPersonal[];
  readonly legend: ImportedLegend | null;
}

/**
 * A document as text. For Markdown and plain text it is the file's own text; every other format is set as readable text
 * by its reader, which then knows the structure and gives it along as `blocks`. All spans point into `text`.
 */
export interface DecodedDocument {
  readonly name: string;
  readonly text: string;
  readonly format: DocumentFormat;
  readonly bytes: number;
  readonly blocks?: readonly Block[];
}

export type ImportStep = 'reading' | 'blocks' | 'skills' | 'statements' | 'done';

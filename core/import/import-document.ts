import { assembleSkills } from './assemble.ts';
import { readOutline } from './blocks.ts';
import { detectLanguage } from './language.ts';
import { readLevels } from './levels.ts';
import type { SkillMatcher } from './matcher.ts';
import { findMentions } from './mentions.ts';
import { findOwnNames } from './own-skills.ts';
import { makeReading } from './reading.ts';
import { readScales } from './scales.ts';
import { readStances } from './stance.ts';
import { readCaveats, readGaps } from './statements.ts';
import { readStories } from './stories.ts';
import type { DecodedDocument, ImportResult, ImportStep } from './types.ts';

export interface ImportOptions {
  /** Called when a step begins, with the share of the work done before it, 0 to 1. */
  readonly onProgress?: (step: ImportStep, share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a document: its skills with stance, level and evidence, and its gaps, caveats, stories and numbers. Every span
 * it returns satisfies `text === document.text.slice(start, end)`. Deterministic; time is linear in the text's length.
 * @throws the signal's reason when the import is cancelled between two steps.
 */
export function importDocument(document: DecodedDocument, matcher: SkillMatcher, options: ImportOptions = {}): ImportResult {
  const begin = (step: ImportStep, share: number): void => {
    options.signal?.throwIfAborted();
    options.onProgress?.(step, share);
  };
  begin('blocks', 0);
  const outline = readOutline(document);
  begin('skills', 0.3);
  const known = findMentions(outline, matcher);
  const own = findOwnNames(outline, known);
  const mentions = [...known, ...own.mentions].sort((a, b) => a.start - b.start);
  const reading = makeReading(document, outline, mentions);
  begin('statements', 0.7);
  const stances = readStances(reading);
  const skills = assembleSkills(reading, { matcher, ownNames: own.names, stances, levels: readLevels(reading) });
  begin('done', 1);
  return {
    document: {
      name: document.name,
      format: document.format,
      language: detectLanguage(document.text),
      bytes: document.bytes,
    },
    skills,
    gaps: readGaps(reading, stances),
    caveats: readCaveats(reading),
    stories: readStories(reading),
    scales: readScales(reading),
    positions: [],
    education: [],
    certifications: [],
    languages: [],
    personal: [],
    legend: null,
  };
}

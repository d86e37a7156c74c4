import { assembleSkills } from './assemble.ts';
import { isContactLine, readCertifications, readEducation } from './background.ts';
import { type Outline, readOutline } from './blocks.ts';
import { makeCircumstances } from './circumstances.ts';
import { detectLanguage } from './language.ts';
import { readLevels } from './levels.ts';
import type { SkillMatcher } from './matcher.ts';
import { findMentions, type Mention } from './mentions.ts';
import { findOwnNames } from './own-skills.ts';
import { withoutPassing } from './passing.ts';
import { readPersonal } from './personal.ts';
import { findPositions, organisationSpan, withSkills } from './positions.ts';
import { makeReading } from './reading.ts';
import { readScales } from './scales.ts';
import { readLanguages } from './spoken-languages.ts';
import { readStances } from './stance.ts';
import { readCaveats, readGaps } from './statements.ts';
import { readStories } from './stories.ts';
import type { DecodedDocument, ImportedPersonal, ImportResult, ImportStep } from './types.ts';

export interface ImportOptions {
  /** Called when a step begins, with the share of the work done before it, 0 to 1. */
  readonly onProgress?: (step: ImportStep, share: number) => void;
  readonly signal?: AbortSignal;
  /** The year of the import, which "since 2018" is counted to; without it such years stay unknown. */
  readonly thisYear?: number;
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
  const { mentions: named, counts, unread } = findMentions(outline, matcher);
  const personal = readPersonal(document, (start, end) => named.some((each) => !each.isAmbiguous && each.start < end && each.end > start));
  // A person called Ruby Stone knows no Ruby by that.
  const known = without(named, personal);
  const own = findOwnNames(outline, known, unread);
  const found = [...known, ...without(own.mentions, personal)].sort((a, b) => a.start - b.start);
  const education = readEducation(makeReading(document, outline, found));
  const places = findPositions(document, outline);
  const isElsewhere = namesOfElsewhere(outline, matcher, {
    degreeAt: placeFinder(education),
    employerAt: placeFinder(places.map(organisationSpan).filter((span) => span !== null)),
  });
  const mentions = found.filter((mention) => !isElsewhere(mention));
  // What is said of a name decides, too, whether it is meant as a skill at all.
  const inFull = makeReading(document, outline, mentions);
  begin('statements', 0.7);
  const stances = readStances(inFull);
  const levels = readLevels(inFull, options.thisYear ?? null);
  const reading = makeReading(document, outline, withoutPassing(inFull, { matcher, stances, levels: levels.bySkill, counts }));
  const positions = places.map((place) => withSkills(reading, place));
  const skills = assembleSkills(reading, {
    matcher,
    ownNames: own.names,
    stances,
    levels: levels.bySkill,
    counts,
    circumstancesOf: makeCircumstances(reading, positions),
  });
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
    positions: positions.map(({ firstBlock: _, lastBlock: __, ...position }) => position),
    education,
    certifications: readCertifications(reading),
    languages: readLanguages(reading),
    personal,
    legend: levels.legend,
  };
}

/** The place that holds a mention, of places in the order of the text that do not overlap. */
type PlaceFinder = (mention: Mention) => Place | null;

interface Place {
  readonly start: number;
  readonly end: number;
}

function placeFinder(places: readonly Place[]): PlaceFinder {
  return ({ start, end }) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const place = places[low - 1];
    return place !== undefined && end <= place.end ? place : null;
  };
}

/**
 * Tells the names that are no skills where they stand. "Master in information security" names what was studied, though a
 * technology there may be a skill; "Monitoring Partners Ltd" is whom one worked for; and "Contact: Signal, or the Wi-Fi
 * corner" says where one is found.
 */
function namesOfElsewhere(
  outline: Outline,
  matcher: SkillMatcher,
  { degreeAt, employerAt }: { readonly degreeAt: PlaceFinder; readonly employerAt: PlaceFinder },
): (mention: Mention) => boolean {
  return (mention) => {
    const block = outline.blocks[mention.block];
    if (block !== undefined && isContactLine(outline, block)) return true;
    const isPractice = matcher.skills.get(mention.skillId)?.kind === 'practice';
    if ((isPractice || mention.isAmbiguous) && degreeAt(mention) !== null) return true;
    const employer = isPractice ? employerAt(mention) : null;
    return employer !== null && employer.end - employer.start > mention.end - mention.start;
  };
}

/** The mentions that are not part of a name or an address. Both lists are in the order of the text. */
function without(mentions: readonly Mention[], personal: readonly ImportedPersonal[]): Mention[] {
  let next = 0;
  return mentions.filter((mention) => {
    while (next < personal.length && (personal[next]?.end ?? 0) <= mention.start) next += 1;
    const near = personal[next];
    return near === undefined || near.start >= mention.end;
  });
}

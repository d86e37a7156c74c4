import type { PlacedBlock } from './blocks.ts';
import type { LevelReading } from './levels.ts';
import type { SkillMatcher } from './matcher.ts';
import type { Mention } from './mentions.ts';
import type { Reading } from './reading.ts';
import type { Stance } from './types.ts';

/** An item with fewer words is a note, and what a note names is meant. */
const MIN_PROSE_WORDS = 12;

/** What is known of the mentions before it is decided which of them are meant as skills. */
export interface Said {
  readonly matcher: SkillMatcher;
  readonly stances: ReadonlyMap<Mention, Stance>;
  readonly levels: ReadonlyMap<string, LevelReading>;
  /** How often each skill is named. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * The mentions without what is named as out of place, and without ways of working that are named in passing: once in the whole document, in running prose, by their
 * plain name in small letters, without a word of having done it or how well ("a link to the plans in version control").
 * A title that announces names ("Programming" over languages) is none either.
 */
export function withoutPassing(reading: Reading, said: Said): readonly Mention[] {
  return reading.mentions.filter((mention) => {
    const block = reading.outline.blocks[mention.block];
    const skill = said.matcher.skills.get(mention.skillId);
    if (isOutOfPlace(reading, mention) && said.counts.get(mention.skillId) === 1) return false;
    if (block === undefined || skill?.kind !== 'practice' || said.counts.get(skill.id) !== 1 || said.levels.has(skill.id)) return true;
    if (isBesideTheWork(reading, mention)) return false;
    if (block.kind === 'heading') return !LANGUAGES_TITLE.test(reading.outline.sections[block.section]?.title ?? '');
    const word = reading.document.text.slice(mention.start, mention.end);
    if (word !== word.toLowerCase() || !isProse(reading, block) || isEnumerated(reading, mention)) return true;
    return said.stances.get(mention) !== 'used' || !isOwnName(word, skill.name);
  });
}

const LANGUAGES_TITLE = /^\W*(?:\d+[.)]\s*)?programming(?: languages?)?(?:\s+(?:and|&|\/)\s+[\p{L}\s&/]{2,40})?\W*$/iu;

const MOMENT =
  /(?<!\p{L})(?:during|before|since|until|avant|pendant|lors|depuis|durant|vor|seit|während|nach) (?:the|our|their|la|le|l['’]|de la|de l['’]|du|notre|der|dem|des|den|unserer) ?$/iu;
const WRONG_PLACE = /(?<!\p{L})(?:not in an?|pas dans une?|nicht in ein(?:e|en|em|er)?) $/iu;
const OF_A_PRODUCT = /\p{L}['’]s (?:\p{L}+ )?$/u;
const A_FEATURE = /^ (?:feature|features|support|mode|option)(?!\p{L})/iu;

/** "This belongs in the alerts, not in a wiki": where something should not be. */
function isOutOfPlace({ outline }: Reading, { start }: Mention): boolean {
  return WRONG_PLACE.test(outline.masked.slice(Math.max(0, start - 40), start));
}

/**
 * "that script came during the failover test" says when something was, "Varnish's load balancing feature" that a product
 * has it: neither says that the person does it.
 */
function isBesideTheWork({ outline }: Reading, { start, end }: Mention): boolean {
  const before = outline.masked.slice(Math.max(0, start - 40), start);
  if (MOMENT.test(before)) return true;
  return OF_A_PRODUCT.test(before) && A_FEATURE.test(outline.masked.slice(end, end + 10));
}

function isOwnName(word: string, name: string): boolean {
  const singular = (text: string): string => text.toLowerCase().replace(/s$/, '');
  return singular(word) === singular(name);
}

/** "hiring, mentoring and the on-call rota": what is listed beside others is meant. */
function isEnumerated({ outline }: Reading, { start, end }: Mention): boolean {
  return (
    /(?:[,/+&]|(?<![a-z])(?:and|or|et|ou|und|oder))\s*$/i.test(outline.masked.slice(Math.max(0, start - 8), start)) ||
    /^\s*(?:[,/+&]|(?:and|or|et|ou|und|oder)(?![a-z]))/i.test(outline.masked.slice(end, end + 8))
  );
}

function isProse(reading: Reading, block: PlacedBlock): boolean {
  if (block.kind === 'paragraph') return true;
  const text = reading.outline.masked.slice(block.start, Math.min(block.end, block.start + 400));
  return block.kind === 'item' && text.trim().split(/\s+/).length >= MIN_PROSE_WORDS;
}

import type { TaxonomySkill } from '../content/taxonomy.ts';
import type { Outline, PlacedBlock } from './blocks.ts';
import { fold, type Token, tokenise } from './fold.ts';
import { isScaleWord } from './level-signs.ts';
import { foldedKey, type RawMatch, type SkillMatcher, type Spelling } from './matcher.ts';
import { isGroupColumn, isNameListTitle, nameColumnOf } from './name-lists.ts';
import { latin } from './patterns.ts';

/** A name of a skill at a place in the text. */
export interface Mention {
  readonly skillId: string;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly isTypo: boolean;
  readonly isAmbiguous: boolean;
  /** True for a technology's name inside a longer one ("Kubernetes" in "Kubernetes networking"): it says nothing of its level. */
  readonly isNested: boolean;
  /** True where the text says that the person made it. */
  readonly isMade?: true;
}

/** What is known of a block while its names are decided. */
interface BlockNames {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** Folded words of the block and its heading, each between spaces; made when the first ambiguous name asks. */
  readonly context: () => string;
  /** The spellings that begin at a word, longest first. */
  readonly matchesAt: (index: number) => readonly RawMatch[];
  /** Skills the block names without doubt; found when the first doubtful name asks. */
  readonly sure: () => ReadonlyMap<string, TaxonomySkill>;
  /** True under a heading such as Tools or Languages, where every element is meant as a name. */
  readonly isNameList: boolean;
  readonly isWholeNameStructural: boolean;
  /** True for the cell of a table that says what kind the row's name is of: an everyday word there is just that. */
  readonly isGroupCell: boolean;
}

/** Signs between the elements of an enumeration, in either direction. */
const ELEMENT_BEFORE = /(?:^|[,;:/(|+&•·→>[]|\s[-–—]|\b(?:and|or|et|ou|und|oder|with|plus|like|using|comme|in|en))\s*$/;
const ELEMENT_AFTER = /^\s*(?:$|[,;:/)|+&•·→<\]]|\.\s*$|\(|[-–—]\s|(?:and|or|et|ou|und|oder|plus)\b|\d|v\d)/;

/** The name of a group of people, not of what they do. */
const ORGANISATION_BEFORE = latin(/(?<!\p{L})(?:folks|people|colleagues|guys|friends|collègues) (?:in|from|at|de|du|chez) (?:the )?$/iu);

/** Ends of the names of jobs; what such a person does is named elsewhere. */
const JOB_NAME =
  /(?:^|\s)(?:engineers?|administrators?|admins?|sysadmins?|adminsys|managers?|(?:team |project |tech )leads?|architects?|developers?|specialists?|ingénieure?s?(?: \S+){0,3}|administrat(?:eur|rice)s?(?: \S+){0,3}|technicien(?:ne)?s?(?: \S+){0,3}|chefs? de projet|responsables?|\S*(?:administrator|ingenieur|entwickler|techniker|leiter|architekt)(?:in|en|innen)?)$/iu;

/** All mentions of known skills, in the order of the text. Code blocks are not read. */
export function findMentions(outline: Outline, matcher: SkillMatcher): FoundMentions {
  const mentions: Mention[] = [];
  const counts = new Map<string, number>();
  const unread = new Set<number>();
  const mostPlaces = outline.masked.length > LONG_TEXT ? MAX_PLACES_OF_LONG : MAX_PLACES;
  const aroundOf = contextAround(outline);
  for (const block of outline.blocks) {
    if (block.kind === 'code') continue;
    const pieces = piecesOf(outline, block).map(({ start, end }) => ({ start, end, tokens: tokenise(outline.masked, start, end) }));
    const context = once(() => ` ${pieces.map(({ tokens }) => wordsOf(tokens)).join(' ')} ${aroundOf(block)} `);
    for (const piece of pieces) {
      for (const mention of mentionsIn(outline, matcher, block, piece, context)) {
        const count = (counts.get(mention.skillId) ?? 0) + 1;
        counts.set(mention.skillId, count);
        if (count <= mostPlaces) mentions.push(mention);
        else unread.add(block.index);
      }
    }
  }
  return { mentions, counts, unread };
}

export interface FoundMentions {
  /** The first places of each skill, in the order of the text. */
  readonly mentions: readonly Mention[];
  /** How often each is named. */
  readonly counts: ReadonlyMap<string, number>;
  /** Blocks with names that were counted and not read. */
  readonly unread: ReadonlySet<number>;
}

/** A skill named more often than this in one document is not read at every place: nobody would look at them all. */
const MAX_PLACES = 100;
/** Longer than what anybody writes of themself: there fewer places tell enough. */
const LONG_TEXT = 1_000_000;
const MAX_PLACES_OF_LONG = 25;
/** A block longer than this is no paragraph; it is read in pieces, so that its words do not fill the memory. */
const MAX_PIECE = 20_000;

/** The cells of a row, else the block, cut at white space where it is very long. */
function piecesOf(outline: Outline, block: PlacedBlock): { start: number; end: number }[] {
  if (block.kind === 'row') return [...block.cells];
  if (block.end - block.start <= MAX_PIECE) return [block];
  const pieces: { start: number; end: number }[] = [];
  for (let start = block.start; start < block.end; ) {
    const space = outline.masked.indexOf(' ', start + MAX_PIECE);
    const end = space === -1 || space > block.end ? block.end : space;
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** With the words of the block itself, those of the line above its list and of its heading decide ambiguous names in it. */
function contextAround(outline: Outline): (block: PlacedBlock) => string {
  const above = latest((index) => {
    const parent = outline.blocks[index];
    return wordsOf(parent === undefined ? [] : tokenise(outline.masked, parent.start, parent.end));
  });
  const title = latest((index) => wordsOf(tokenise(outline.sections[index]?.title ?? '')));
  return (block) => `${above(block.parent)} ${title(block.section)}`;
}

/** Keeps what was made last: blocks come in their order, so that neighbours ask for the same. */
function latest<T>(make: (index: number) => T): (index: number) => T {
  let last: { readonly index: number; readonly value: T } | null = null;
  return (index) => {
    if (last?.index !== index) last = { index, value: make(index) };
    return last.value;
  };
}

const wordsOf = (tokens: readonly Token[]): string => tokens.map((token) => token.folded).join(' ');

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function mentionsIn(
  outline: Outline,
  matcher: SkillMatcher,
  block: PlacedBlock,
  { start: from, end: to, tokens }: { readonly start: number; readonly end: number; readonly tokens: readonly Token[] },
  context: () => string,
): Mention[] {
  const matches: (readonly RawMatch[])[] = [];
  const spellingsAt = (index: number): readonly RawMatch[] => {
    matches[index] ??= matcher.matchesAt(outline.masked, tokens, index);
    return matches[index] ?? [];
  };
  const isWholeNameStructural = block.kind !== 'paragraph';
  const names: BlockNames = {
    text: outline.masked,
    tokens,
    from,
    to,
    context,
    matchesAt: spellingsAt,
    sure: once(() => findSure(outline.masked, tokens, spellingsAt)),
    isNameList: block.kind !== 'paragraph' && block.kind !== 'heading' && isInNameList(outline, block),
    isWholeNameStructural,
    isGroupCell: isGroupCell(block, from),
  };
  const found: Mention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const chosen = chooseAt(names, matcher, index);
    if (chosen === null) continue;
    const { match, spelling } = chosen;
    found.push({
      skillId: spelling.skill.id,
      start: match.start,
      end: match.end,
      block: block.index,
      isTypo: match.isTypo,
      isAmbiguous: spelling.isAmbiguous,
      isNested: false,
    });
    const inside = match.lastToken === index ? null : technologyInside(names, matcher, index, chosen);
    if (inside !== null) found.push({ ...inside, block: block.index });
    for (const part of partsOfPair(names, index, chosen)) found.push({ ...part, block: block.index });
    index = match.lastToken;
  }
  return found;
}

function isGroupCell(block: PlacedBlock, from: number): boolean {
  const name = nameColumnOf(block.cells.map(({ header }) => header));
  const at = block.cells.findIndex(({ start }) => start === from);
  return at !== -1 && at !== name && name !== -1 && isGroupColumn(block.cells[at]?.header ?? '');
}

/** "SQS/SNS" is written as one name and is two, each of which may be a skill of its own. */
function partsOfPair(
  names: BlockNames,
  first: number,
  { match, spelling }: { match: RawMatch; spelling: Spelling },
): Omit<Mention, 'block'>[] {
  if (match.lastToken === first || !names.text.slice(match.start, match.end).includes('/')) return [];
  const parts: Omit<Mention, 'block'>[] = [];
  for (let index = first; index <= match.lastToken; index += 1) {
    const [part] = names.matchesAt(index).filter((each) => each.end <= match.end && each.end - each.start < match.end - match.start);
    const meant = part?.spellings.find(
      (each) => each.skill.id !== spelling.skill.id && isSpeltRight(each, names.text.slice(part.start, part.end)),
    );
    if (part === undefined || meant === undefined) continue;
    const { start, end, lastToken } = part;
    parts.push({ skillId: meant.skill.id, start, end, isTypo: false, isAmbiguous: meant.isAmbiguous, isNested: false });
    index = lastToken;
  }
  return parts;
}

/**
 * The technology a longer name is made with, or null: "Kubernetes" in "Kubernetes networking", a cloud in one of its
 * services ("AWS" in "AWS Transit Gateway"). A maker's name in its product's ("GitHub Actions") says nothing of its own.
 */
function technologyInside(
  names: BlockNames,
  matcher: SkillMatcher,
  first: number,
  { match: whole, spelling: chosen }: { match: RawMatch; spelling: Spelling },
): Omit<Mention, 'block'> | null {
  for (let index = first; index <= whole.lastToken; index += 1) {
    for (const match of names.matchesAt(index)) {
      const length = match.end - match.start;
      if (match.end > whole.end || length >= whole.end - whole.start) continue;
      const surface = names.text.slice(match.start, match.end);
      const isPlain = chosen.skill.kind === 'practice' || isNamedPlainly(chosen.written, surface);
      const inside = match.spellings.find(
        (each) =>
          each.skill.kind === 'technology' &&
          isSpeltRight(each, surface) &&
          (isAncestor(matcher, each.skill.id, chosen.skill)
            ? isPlain || each.skill.category === 'cloud'
            : isPlain && !each.isAmbiguous && each.skill.id !== chosen.skill.id),
      );
      if (inside === undefined) continue;
      const { start, end } = match;
      return { skillId: inside.skill.id, start, end, isTypo: false, isAmbiguous: false, isNested: true };
    }
  }
  return null;
}

/** "Prometheus exporters" says what of Prometheus; the capital in "GitHub Actions" makes it another name. */
function isNamedPlainly(written: string, inside: string): boolean {
  const own = new Set(fold(inside).split(/\s+/));
  return written.split(/\s+/).every((word) => own.has(fold(word)) || /^\p{Ll}+$/u.test(word));
}

function isAncestor(matcher: SkillMatcher, id: string, skill: TaxonomySkill): boolean {
  let parent = skill.parent;
  for (let steps = 0; parent !== undefined && steps < 6; steps += 1) {
    if (parent === id) return true;
    parent = matcher.skills.get(parent)?.parent;
  }
  return false;
}

/** A product may be called a manager; a way of working, or a name that ends in small letters, is somebody's job. */
function isJobName({ skill }: Spelling, surface: string): boolean {
  return JOB_NAME.test(surface) && (skill.kind === 'practice' || /\s\p{Ll}\S*$/u.test(surface) || !surface.includes(' '));
}

/** Whether the section, or the line above the list, announces names: "Tools", "Stack technique". */
export function isInNameList(outline: Outline, block: PlacedBlock): boolean {
  const parent = outline.blocks[block.parent];
  if (parent !== undefined && isNameListTitle(outline.masked.slice(parent.start, Math.min(parent.end, parent.start + 80)))) return true;
  return isNameListTitle(outline.sections[block.section]?.title ?? '');
}

function findSure(text: string, tokens: readonly Token[], spellingsAt: BlockNames['matchesAt']): Map<string, TaxonomySkill> {
  const sure = new Map<string, TaxonomySkill>();
  for (let index = 0; index < tokens.length; index += 1) {
    const best = spellingsAt(index)[0];
    if (best === undefined) continue;
    const spelling = best.spellings.find((each) => !each.isAmbiguous && isSpeltRight(each, text.slice(best.start, best.end)));
    if (spelling !== undefined) sure.set(spelling.skill.id, spelling.skill);
    index = best.lastToken;
  }
  return sure;
}

/** "The folks at Docker" are people. */
function isPeople(names: BlockNames, match: RawMatch): boolean {
  return ORGANISATION_BEFORE.test(names.text.slice(Math.max(names.from, match.start - 24), match.start));
}

function chooseAt(names: BlockNames, matcher: SkillMatcher, index: number): { match: RawMatch; spelling: Spelling } | null {
  const matches = names.matchesAt(index);
  for (const match of matches) {
    const spelling = match.spellings.find((each) => isMeant(names, match, each));
    if (spelling !== undefined) return isPeople(names, match) ? null : { match, spelling };
  }
  if (matches.length > 0) return null;
  const typo = matcher.typoAt(names.tokens, index);
  const spelling = typo?.spellings[0];
  if (typo === null || spelling === undefined) return null;
  // A misspelt name stands among others; a lone word near a name is more often just a word.
  const isAmongNames = names.sure().size > 0 || isWholeName(names, typo) || (names.isNameList && isInEnumeration(names, typo));
  return isAmongNames ? { match: typo, spelling } : null;
}

function isMeant(names: BlockNames, match: RawMatch, spelling: Spelling): boolean {
  const surface = names.text.slice(match.start, match.end);
  // "Systems engineer" says what somebody is called, and "basic" in a list of skills says how well.
  if (isJobName(spelling, surface) || (spelling.isAmbiguous && isScaleWord(surface))) return false;
  const isRight = isSpeltRight(spelling, surface);
  // "PRs to foreman": only to a project can one contribute.
  if (
    spelling.isAmbiguous &&
    names.text[match.start - 1] === ' ' &&
    CONTRIBUTION_BEFORE.test(names.text.slice(Math.max(names.from, match.start - 40), match.start))
  )
    return true;
  if (spelling.isAmbiguous && isRight && isObjectOfUse(names, match)) return true;
  if (surface === 'Chef' && BOSS_BEFORE.test(names.text.slice(Math.max(names.from, match.start - 12), match.start))) return false;
  if (isRight && !spelling.isAmbiguous && surface.length > 1) return true;
  const isPaired = isPairedWithRelative(names, match, spelling);
  const isElement = isPaired || isInEnumeration(names, match);
  const isListed = isElement && (isPaired || names.isNameList || names.sure().size >= 1);
  const isRelated = spelling.isAmbiguous && surface.length >= 5 && hasRelative(names.sure(), spelling.skill);
  // A list written all in lower case ("helm, loki, vector") still names products where its other members are known.
  const isLowered = surface === surface.toLowerCase() && (surface.length >= 2 || names.isNameList);
  if (!isRight && !(isLowered && (isListed || isRelated))) return false;
  if (surface.length === 1 && !isElement) return false;
  if (!spelling.isAmbiguous) return true;
  if (names.isGroupCell || isInCompound(names, match)) return false;
  return isWholeName(names, match) || isListed || isRelated || hasContext(names.context(), spelling, surface);
}

const GERMAN_JOINT = latin(/^[-‐‑](?!Live|Kart|Cart|Show)\p{Lu}\p{Ll}{2}/u);

/** "Der Chef", "mon chef": in German and French the word has its own meaning. */
const BOSS_BEFORE = latin(/(?<!\p{L})(?:der|dem|den|des|ein(?:em|en|es)?|mein\p{L}*|unser\p{L}*|le|du|au|mon|son|un) $/iu);

const CONTRIBUTION_BEFORE = latin(
  /(?<!\p{L})(?:PRs?|pull requests?|merge requests?|patch(?:es)?|contributions?|contributed|commits?|bug reports?) (?:to|for|in|into) (?:the )?$/iu,
);

/** "The team used Salt.", "I don't know Chef": what one uses or knows, written as a name and with nothing after it, is meant as one. */
function isObjectOfUse(names: BlockNames, match: RawMatch): boolean {
  return (
    /^\p{Lu}/u.test(names.text.slice(match.start, match.end)) &&
    USE_BEFORE.test(names.text.slice(Math.max(names.from, match.start - 24), match.start)) &&
    /^(?:[.,;)]|$| (?:and|or|but|for|to|before|until)(?!\p{L}))/u.test(names.text.slice(match.end, Math.min(names.to, match.end + 8)))
  );
}

const USE_BEFORE = latin(/(?<!\p{L})(?:us(?:e|es|ed|ing)|know|knew|learn(?:ed|t|ing)?|worked with|administered|installed) $/iu);

/** "puppet/chef": two everyday words that name relatives vouch for each other. */
function isPairedWithRelative(names: BlockNames, match: RawMatch, spelling: Spelling): boolean {
  if (names.text[match.end] !== '/' && names.text[match.start - 1] !== '/') return false;
  const next = names.matchesAt(match.lastToken + 1)[0];
  const isNext = next !== undefined && next.start === match.end + 1 && names.text[match.end] === '/';
  const firstToken = names.tokens.findIndex((token) => token.start === match.start);
  const last = firstToken > 0 ? names.matchesAt(firstToken - 1)[0] : undefined;
  const isLast = last !== undefined && last.end === match.start - 1 && names.text[last.end] === '/';
  const beside = [...(isNext ? next.spellings : []), ...(isLast ? last.spellings : [])];
  return hasRelative(new Map(beside.map(({ skill }) => [skill.id, skill])), spelling.skill);
}

/** A relative in the block (same family, or a neighbour) tells what an ambiguous name stands for. */
function hasRelative(sure: ReadonlyMap<string, TaxonomySkill>, skill: TaxonomySkill): boolean {
  for (const other of sure.values()) {
    if (other.id === skill.parent || (other.parent === skill.parent && skill.parent !== undefined) || other.parent === skill.id)
      return true;
    if (skill.neighbours.some((neighbour) => neighbour.id === other.id)) return true;
  }
  return false;
}

function isSpeltRight(spelling: Spelling, surface: string): boolean {
  return !spelling.isExact || surface === spelling.written || surface === `${spelling.written}s`;
}

const COMPOUND_BEFORE = latin(/[\p{L}\p{N}][-‐‑]$/u);
const COMPOUND_AFTER = latin(/^[-‐‑’'](?!based|driven|native|fed)[\p{L}&]/u);

/** "go-live", "make-up": an everyday word inside a compound is not the product. */
function isInCompound(names: BlockNames, match: RawMatch): boolean {
  // "Chef-Kochbücher", "Helm-Charts": German joins a product to what it has by a hyphen and another capital.
  if (/^\p{Lu}/u.test(names.text.slice(match.start, match.end)) && GERMAN_JOINT.test(names.text.slice(match.end, match.end + 8)))
    return false;
  return (
    /['’]n['’]$/u.test(names.text.slice(Math.max(names.from, match.start - 3), match.start)) ||
    COMPOUND_BEFORE.test(names.text.slice(Math.max(names.from, match.start - 2), match.start)) ||
    COMPOUND_AFTER.test(names.text.slice(match.end, Math.min(names.to, match.end + 8)))
  );
}

/** The item, cell or heading consists of the name, a number before or a bracket after it apart. */
function isWholeName(names: BlockNames, match: RawMatch): boolean {
  if (!names.isWholeNameStructural) return false;
  const before = names.text.slice(names.from, match.start);
  const after = names.text.slice(match.end, names.to);
  return /^[\s\d.)]*$/.test(before) && /^\s*(?:[\d.]*\s*$|\(|:|[–—-]\s)/.test(after);
}

function isInEnumeration(names: BlockNames, match: RawMatch): boolean {
  const before = names.text.slice(Math.max(names.from, match.start - 12), match.start);
  const after = names.text.slice(match.end, Math.min(names.to, match.end + 12));
  const startsPiece = match.start - names.from <= 12 && before.trim() === '';
  const isJudged = /[.!?]\s+$/.test(before) && /^:\s/.test(after);
  return (startsPiece || isJudged || ELEMENT_BEFORE.test(before)) && (match.end === names.to || ELEMENT_AFTER.test(after));
}

/** The words of a spelling's context, each as it stands between spaces, and in the plural. */
const contextKeys = new WeakMap<Spelling, { readonly word: string; readonly forms: readonly string[] }[]>();

function hasContext(context: string, spelling: Spelling, surface: string): boolean {
  let words = contextKeys.get(spelling);
  if (words === undefined) {
    words = spelling.skill.context
      .map((each) => wordsOf(tokenise(fold(each))))
      .filter((word) => word !== '')
      .map((word) => ({ word, forms: [` ${word} `, ` ${word}s `] }));
    contextKeys.set(spelling, words);
  }
  const own = foldedKey(surface);
  return words.some(({ word, forms }) => word !== own && forms.some((form) => context.includes(form)));
}

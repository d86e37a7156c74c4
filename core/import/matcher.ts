import type { TaxonomySkill } from '../content/taxonomy.ts';
import { fold, type Token, tokenise } from './fold.ts';
import { TypoFinder } from './typos.ts';

/** One spelling of a skill in the automaton. */
export interface Spelling {
  readonly skill: TaxonomySkill;
  readonly written: string;
  /** True where only exactly this case counts. */
  readonly isExact: boolean;
  /** Offsets inside the key where the spelling itself has a gap: "fluent bit", "GitLab" (a capital counts as one). */
  readonly gaps: ReadonlySet<number>;
  readonly keyLength: number;
  /** True for an everyday word, or one that has been given as such: needs structure or context. */
  readonly isAmbiguous: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  spellings: Spelling[] | null;
}

/** A stretch of tokens that spells one or more skills; which one is decided with the block at hand. */
export interface RawMatch {
  readonly start: number;
  readonly end: number;
  readonly lastToken: number;
  readonly spellings: readonly Spelling[];
  readonly isTypo: boolean;
}

/** Knows every spelling of every skill; built once, used for many documents. */
export interface SkillMatcher {
  readonly skills: ReadonlyMap<string, TaxonomySkill>;
  /** All matches that start at this token, longest first. */
  matchesAt(text: string, tokens: readonly Token[], index: number): readonly RawMatch[];
  /** The skill a single unknown word probably misspells. */
  typoAt(tokens: readonly Token[], index: number): RawMatch | null;
}

/** Signs that belong to a spelling ("CI/CD", "TCP/IP", "R&D"); all other signs end it. */
const DROPPABLE_SIGN = '/';
const KEPT_SIGNS = /^ {0,1}([/&+]) {0,1}$/;
const JOINED = /^(?:[-‐‑–_.'’]| {1,3}|\t| *\r?\n[ \t]*)$/;
const MAX_TOKENS = 10;
const MAX_AMBIGUOUS_ALIAS = 4;

/** Builds the automaton. Time and memory are linear in the number of letters of all spellings. */
export function buildMatcher(skills: readonly TaxonomySkill[]): SkillMatcher {
  const root: Node = { next: new Map(), spellings: null };
  const typos = new TypoFinder();
  for (const skill of skills) {
    for (const spelling of spellingsOf(skill)) {
      for (const key of keysOf(spelling.written, skill.kind)) addSpelling(root, key, spelling);
      typos.add(spelling);
    }
  }
  const opening = remembered((word) => walk(root, word));
  return {
    skills: new Map(skills.map((skill) => [skill.id, skill])),
    matchesAt: (text, tokens, index) => matchesAt(opening, text, tokens, index),
    typoAt: (tokens, index) => typos.at(tokens, index),
  };
}

function spellingsOf(skill: TaxonomySkill): Spelling[] {
  const exact = new Set(skill.exact);
  const written = new Set([skill.name, ...skill.aliases, ...skill.exact]);
  const list = [...written].filter((text) => !text.includes(','));
  return list.map((text) => {
    const isExact = exact.has(text) || (text === skill.name && skill.exact.length > 0);
    // An alias or a name of several words says what it means by itself ("Loki stack", "Golang"), unless it is very short.
    const isBare = text === skill.name && !text.includes(' ');
    const isAmbiguous = skill.ambiguous && (isBare || exact.has(text) || text.length <= MAX_AMBIGUOUS_ALIAS);
    return { skill, written: text, isExact, isAmbiguous, ...gapsOf(text) };
  });
}

function gapsOf(written: string): { gaps: Set<number>; keyLength: number } {
  const gaps = new Set<number>();
  let length = 0;
  for (const token of tokenise(written)) {
    if (length > 0) gaps.add(length);
    const word = written.slice(token.start, token.end);
    for (let index = 1; index < word.length; index += 1) {
      if (/\p{Lu}/u.test(word[index] ?? '') && /\p{Ll}/u.test(word[index - 1] ?? '')) gaps.add(length + index);
    }
    length += token.folded.length;
  }
  return { gaps, keyLength: length };
}

/** The key with its signs kept, the one with its signs dropped, and the singular of a plural spelling. */
function keysOf(written: string, kind: TaxonomySkill['kind']): Set<string> {
  const tokens = tokenise(written);
  let signed = '';
  let plain = '';
  let previousEnd = 0;
  for (const token of tokens) {
    const sign = plain === '' ? null : KEPT_SIGNS.exec(written.slice(previousEnd, token.start));
    signed += (sign?.[1] ?? '') + token.folded;
    plain += token.folded;
    previousEnd = token.end;
  }
  // "CI/CD" is written "CICD" too; "Security+" and "1&1" without their sign are something else.
  const trailing = /^[+&]/.exec(written.slice(previousEnd).trim())?.[0] ?? '';
  const canDropSigns = trailing === '' && signed.replaceAll(DROPPABLE_SIGN, '') === plain;
  signed += trailing;
  const keys = new Set((canDropSigns ? [signed, plain] : [signed]).filter((key) => key !== ''));
  if ((kind === 'practice' || tokens.length > 1) && plain.length >= 7 && /[^s]s$/.test(plain)) keys.add(signed.slice(0, -1));
  return keys;
}

function addSpelling(root: Node, key: string, spelling: Spelling): void {
  let node = root;
  for (const letter of key) {
    let next = node.next.get(letter);
    if (next === undefined) {
      next = { next: new Map(), spellings: null };
      node.next.set(letter, next);
    }
    node = next;
  }
  node.spellings ??= [];
  node.spellings.push(spelling);
}

/** Bounded so that a hostile document cannot fill the memory through a long-lived matcher. */
const MAX_REMEMBERED = 50_000;
/** A longer piece of a text keeps the whole of it in memory (V8 copies only up to this length), and is rare. */
const MAX_REMEMBERED_LETTERS = 12;

/** The same words come again and again: what each begins is found out once. */
function remembered(stepOf: (word: string) => Step): (word: string) => Step {
  const steps = new Map<string, Step>();
  return (word) => {
    const before = steps.get(word);
    if (before !== undefined) return before;
    const step = stepOf(word);
    if (steps.size < MAX_REMEMBERED && word.length <= MAX_REMEMBERED_LETTERS) steps.set(word, step);
    return step;
  };
}

function matchesAt(openingOf: (word: string) => Step, text: string, tokens: readonly Token[], first: number): readonly RawMatch[] {
  const opening = tokens[first];
  if (opening === undefined) return NOTHING;
  let step = openingOf(opening.folded);
  // Most words begin no name: they need no lists.
  if (step.accepted.length === 0 && (step.node === null || !goesOn(step.node, text, tokens, first))) return NOTHING;
  const found: RawMatch[] = [];
  const breaks: { at: number; isHyphen: boolean }[] = [];
  let length = 0;
  for (let index = first; ; ) {
    const token = tokens[index];
    if (token === undefined) break;
    const spellings = step.accepted.filter((spelling) => fits(spelling, breaks));
    if (spellings.length > 0)
      found.unshift({ start: opening.start, end: token.end - step.dropped, lastToken: index, spellings, isTypo: false });
    const next = tokens[index + 1];
    if (step.node === null || next === undefined || index + 1 >= first + MAX_TOKENS) break;
    const joint = jointOf(text, token.end, next.start);
    if (joint === null) break;
    const node = joint.sign === null ? step.node : step.node.next.get(joint.sign);
    if (node === undefined) break;
    length += token.folded.length;
    breaks.push({ at: length, isHyphen: joint.isHyphen });
    step = walk(node, next.folded);
    index += 1;
  }
  return found;
}

const NOTHING: readonly RawMatch[] = [];

/** Whether the next word may belong to a name that this one began; mostly a single space is between them. */
function goesOn(node: Node, text: string, tokens: readonly Token[], index: number): boolean {
  const from = tokens[index]?.end ?? 0;
  const next = tokens[index + 1];
  if (next === undefined) return false;
  const isSpace = next.start - from === 1 && text.charCodeAt(from) === 32;
  return !isSpace || node.next.has(next.folded[0] ?? '');
}

/** What joins two words of a name, or null where a name ends. */
function jointOf(text: string, from: number, to: number): { sign: string | null; isHyphen: boolean } | null {
  if (to - from === 1 && text.charCodeAt(from) === 32) return SPACE;
  const between = text.slice(from, to);
  const sign = KEPT_SIGNS.exec(between)?.[1] ?? null;
  if (sign === null && !JOINED.test(between)) return null;
  return { sign, isHyphen: sign !== null || /[-‐‑_]/.test(between) };
}

const SPACE = { sign: null, isHyphen: false };

interface Step {
  readonly node: Node | null;
  readonly accepted: readonly Spelling[];
  /** Characters at the token's end that are not part of the name: a version number. */
  readonly dropped: number;
}

const NO_STEP: Step = { node: null, accepted: [], dropped: 0 };

/** Walks a token; its end may be a plural s or a version number ("python3", "debian12"). */
function walk(start: Node, word: string): Step {
  let node: Node | undefined = start;
  let stem: { accepted: readonly Spelling[]; at: number } | null = null;
  for (let index = 0; index < word.length; index += 1) {
    if (index >= 2 && node.spellings !== null && isEnding(word, index)) stem = { accepted: node.spellings, at: index };
    node = node.next.get(word[index] ?? '');
    if (node === undefined) break;
  }
  if (node?.spellings) return { node, accepted: node.spellings, dropped: 0 };
  if (stem === null) return node === undefined ? NO_STEP : { node, accepted: [], dropped: 0 };
  const isVersion = word.slice(stem.at) !== 's';
  return { node: node ?? null, accepted: stem.accepted, dropped: isVersion ? word.length - stem.at : 0 };
}

function isEnding(word: string, index: number): boolean {
  const length = word.length - index;
  if (length > 5) return false;
  const rest = word.slice(index);
  return rest === 's' || (index >= 3 && /^v?\d{1,4}$/.test(rest));
}

/** The text may join what the spelling keeps apart, but cut it only where the spelling has a gap, or with a hyphen in long names. */
function fits(spelling: Spelling, breaks: readonly { at: number; isHyphen: boolean }[]): boolean {
  return breaks.every((gap) => spelling.gaps.has(gap.at) || (gap.isHyphen && spelling.keyLength >= 7));
}

/** A name as the matcher compares it: folded, without anything but letters and digits. */
export function foldedKey(name: string): string {
  return tokenise(fold(name))
    .map((token) => token.folded)
    .join('');
}

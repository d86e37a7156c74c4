import type { RoleCompetency } from '../../content/role.ts';
import type { Statement } from '../facts.ts';
import type { ClaimStance, Noun, Source, Title } from '../types.ts';
import { canReplace } from './alike.ts';
import { quoteOf } from './deeds.ts';
import { sentencePlace, tellingOf, words } from './quotes.ts';
import { isLongAgo, type Line, monthsBetween, type Reading, slug } from './reading.ts';

/** Something the person worked with. */
export interface ToolAtom {
  readonly atom: string;
  readonly noun: Noun;
  /** It is said that it was built, led or operated. */
  readonly isDone: boolean;
  /** It was left for something else: nobody is asked to hand it over. */
  readonly isLeft: boolean;
  /** A level of at least the middle is given for it. */
  readonly isRated: boolean;
  /** The person puts their own level low. */
  readonly isWeak: boolean;
  /** Every use ended more than ten years ago. */
  readonly isOld: boolean;
  /** The whole of it was worked on, and not only a module, an exporter or a plugin for it. */
  readonly isWhole: boolean;
  readonly stance: ClaimStance;
  /** What tells most of it, in words that can be quoted; null where it only stands in lists. */
  readonly told: { readonly title: Title; readonly source: Source; readonly isList: boolean } | null;
  readonly sources: readonly Source[];
  readonly statements: readonly Statement[];
}

const SHOWN = 3;
const WEAK = 2;
const NAMED = ['service', 'platform', 'tool', 'language'] as const;

/** Every proper name the person worked with, the best-told first. */
export function toolAtoms(reading: Reading): ToolAtom[] {
  return [...reading.bySkill.keys()]
    .flatMap((id): ToolAtom[] => {
      const noun = reading.named(id, NAMED);
      const worked = reading.worked(id);
      const isOver = worked.length > 0 && worked.every(({ stance }) => stance === 'dropped' || stance === 'evaluated');
      if (noun === null || worked.length === 0 || isOver) return [];
      const done = reading.done(id);
      const recent = [...done, ...worked].filter((one) => !isLongAgo(reading, one));
      const best = (recent.length > 0 ? recent : worked).filter(
        (one, index, all) => all.findIndex(({ start, documentId }) => start === one.start && documentId === one.documentId) === index,
      );
      return [
        {
          atom: slug(id),
          noun,
          isDone: done.length > 0,
          isRated: reading.facts.ratings.some(({ skillId, level }) => skillId === id && level > WEAK),
          isWeak: reading.facts.ratings.some(({ skillId, level }) => skillId === id && level <= WEAK),
          isOld: worked.every((one) => isLongAgo(reading, one)),
          isLeft: worked.some(({ stance }) => stance === 'dropped'),
          isWhole: done.some((one) => !isForIt(one)) || worked.length > 2,
          stance: stanceOf(reading, id, worked),
          told: bestTold(reading, best, noun),
          sources: best.slice(0, SHOWN).map(asSource),
          statements: worked,
        },
      ];
    })
    .sort((a, b) => Number(b.isDone) - Number(a.isDone) || b.statements.length - a.statements.length || (a.atom < b.atom ? -1 : 1));
}

const MOST_NAMES = 6;

/** The most telling line that is about the tool and not a long list, and that no caveat takes back. */
function bestTold(reading: Reading, statements: readonly Statement[], { en: name }: Noun): ToolAtom['told'] {
  const quotes = statements.flatMap((one) => {
    const line = reading.lineAt(one);
    if (
      line === null ||
      line.nouns.length > MOST_NAMES ||
      !TELLS.has(one.stance) ||
      !isAboutIt(one, name) ||
      !isFirst(line, one) ||
      isLongAgo(reading, one) ||
      reading.limits.isTakenBack(one)
    )
      return [];
    const quote = quoteOf(line, one) ?? rowOf(one);
    if (quote === null || quote.telling === 0) return [];
    const strength = quote.telling + (one.stance === 'used' ? 0 : 1) - line.nouns.length / 4;
    return [{ title: quote.told, source: asSource(one), isList: quote.isList, strength }];
  });
  return quotes.toSorted((a, b) => b.strength - a.strength)[0] ?? null;
}
/** What a table's row counts or says was done, in a cell of its own. */
function rowOf({ text, start, mentionStart, mentionEnd }: Statement): { told: Title; telling: number; isList: boolean } | null {
  if (!text.includes('|') || !/^[\s|*]*$/.test(text.slice(0, mentionStart - start))) return null;
  const cells = text
    .slice(mentionEnd - start)
    .split('|')
    .slice(1);
  const told = cells.map((cell) => words(cell, MOST_CELL_WORDS)).find((one) => one !== null && tellingOf(one, []) > 0);
  return told ? { told, telling: tellingOf(told, []), isList: false } : null;
}
const MOST_CELL_WORDS = 14;
const TELLS: ReadonlySet<string> = new Set(['built', 'operated', 'used']);

/** What a sentence names first it is about; of others only what it explains: "BIND (external), PowerDNS (internal)". */
function isFirst({ statements }: Line, { text, start, mentionStart, mentionEnd }: Statement): boolean {
  const { start: from } = sentencePlace(text, mentionStart - start);
  const isExplained = (end: number): boolean => /^\s?\(/.test(text.slice(end - start));
  const earlier = statements.filter((other) => other.mentionStart < mentionStart && other.mentionStart - start >= from);
  return earlier.length === 0 || (isExplained(mentionEnd) && earlier.every((other) => isExplained(other.mentionEnd)));
}

/** Not in "storage for Loki", "like Puppet", as a part of another name ("Kafka Weekly"), or by a common word ("the domain controllers"). */
function isAboutIt(one: Statement, name: string): boolean {
  const before = one.text.slice(0, one.mentionStart - one.start);
  const after = one.text.slice(one.mentionEnd - one.start);
  const word = one.text.slice(one.mentionStart - one.start, one.mentionEnd - one.start);
  if (word === word.toLowerCase() && !name.toLowerCase().includes(word.slice(0, 4))) return false;
  return (
    !/(?<!\p{L})(?:for|from|like|in|with|via|through|pour|comme|avec|dans|mit|für|von|aus|avoid\p{L}*) (?:[\p{L}\d/]+\/)?$/iu.test(
      before,
    ) &&
    !/^\s\p{Lu}\p{Ll}/u.test(after) &&
    !isForIt(one)
  );
}

/** "Prometheus exporters", "Terraform modules": what was made is something for it. */
function isForIt({ text, start, mentionEnd }: Statement): boolean {
  return /^\s+(?:exporters?|modules?|providers?|docker|pipelines?|jobs?|roles?|images?|dashboards?|operators?|rules?|scripts?|queries|plugins?|integrations?|datasources?|charts?|mcp|diagnosis|cache)\b/i.test(
    text.slice(mentionEnd - start),
  );
}

/** Own, if any statement is: what a team did beside it takes nothing away. */
function stanceOf({ limits }: Reading, id: string, statements: readonly Statement[]): ClaimStance {
  const stances = statements.map((statement) => limits.stanceOf({ skillIds: [id], source: statement, work: statement.work }));
  if (stances.every((one) => one === 'team')) return 'team';
  return stances.includes('limited') ? 'limited' : stances.includes('own') ? 'own' : 'team';
}

export function asSource({ documentId, start, end, text }: Source): Source {
  return { documentId, start, end, text };
}

/** A tool whose every dated use ended more than three years ago. */
export interface StaleAtom {
  readonly tool: ToolAtom;
  readonly lastYear: number;
}

const STALE_MONTHS = 36;

export function staleAtoms(reading: Reading, tools: readonly ToolAtom[]): StaleAtom[] {
  return tools.flatMap((tool) => {
    const ends = tool.statements
      .filter(({ periodFrom, periodTo }) => periodFrom !== null || periodTo !== null)
      .map(({ periodFrom, periodTo }) => periodTo ?? (periodFrom === null ? '' : reading.facts.month));
    const undated = tool.statements.some(
      ({ periodFrom, periodTo, stance }) => periodFrom === null && periodTo === null && stance !== 'used',
    );
    const last = ends.toSorted().at(-1);
    if (last === undefined || last === '' || undated || hasUndatedLater(tool)) return [];
    return monthsBetween(last, reading.facts.month) > STALE_MONTHS ? [{ tool, lastYear: Number(last.slice(0, 4)) }] : [];
  });
}

/** A list of tools without a date may speak of today; only one that also gives a level is taken as the person's inventory of all times. */
function hasUndatedLater({ statements }: ToolAtom): boolean {
  return statements.some(({ periodFrom, periodTo, text }) => periodFrom === null && periodTo === null && !text.startsWith('|'));
}

/** Two tools for one job. */
export interface PairAtom {
  readonly a: ToolAtom;
  readonly b: ToolAtom;
  readonly competencyId: string | null;
}

const ALIKE = 0.3;

/** Tools that a competency takes for alternatives, or of which most carries over to the other; each in one pair at most. */
export function pairAtoms(reading: Reading, tools: readonly ToolAtom[]): PairAtom[] {
  const usable = tools.filter((tool) => reading.isOf(tool.noun.skillId, ['service', 'tool', 'platform']) && !tool.isOld);
  const taken = new Set<string>();
  const pairs: PairAtom[] = [];
  const alike = new Set(reading.facts.edges.filter(({ share }) => share >= ALIKE).map(({ fromId, toId }) => `${fromId} ${toId}`));
  const areAlike = (x: string, y: string): boolean => (alike.has(`${x} ${y}`) || alike.has(`${y} ${x}`)) && canReplace(reading, x, y);
  for (const [index, a] of usable.entries()) {
    const b = usable.slice(index + 1).find((other) => !taken.has(other.noun.skillId) && areAlike(a.noun.skillId, other.noun.skillId));
    if (b === undefined || taken.has(a.noun.skillId)) continue;
    taken.add(a.noun.skillId).add(b.noun.skillId);
    pairs.push({ a, b, competencyId: sharedCompetency(reading, a.noun.skillId, b.noun.skillId) });
  }
  return pairs;
}

function sharedCompetency({ facts }: Reading, a: string, b: string): string | null {
  return facts.competencies.find(({ skillsAny }) => skillsAny.some((group) => group.includes(a) && group.includes(b)))?.id ?? null;
}

/** What the role asks for and the person has not met, with the nearest thing they have. */
export interface TransferAtom {
  readonly competency: RoleCompetency;
  readonly wanted: Noun;
  readonly nearest: ToolAtom;
  readonly share: number;
}

const CARRIES = 0.2;
/** What one can be asked to run or write. */
const RUN = ['service', 'platform', 'tool', 'language'] as const;
const PER_COMPETENCY = 2;
const ASKED_LEVEL = 3;

/** Run, or met more than once, and not by the person's own word hardly known. */
function isProven({ isDone, isWeak, told, statements }: ToolAtom): boolean {
  return !isWeak && (isDone || told !== null || statements.length > 1);
}

export function transferAtoms(reading: Reading, tools: readonly ToolAtom[]): TransferAtom[] {
  const held = new Map(tools.filter(isProven).map((tool) => [tool.noun.skillId, tool]));
  const known = new Set([
    ...reading.bySkill.keys(),
    ...reading.facts.gaps.flatMap(({ skills }) => skills),
    ...reading.facts.ratings.map(({ skillId }) => skillId),
  ]);
  const seen = new Set<string>();
  return reading.facts.competencies.flatMap((competency): TransferAtom[] => {
    if (competency.required < ASKED_LEVEL || competency.importance === 'nice') return [];
    const open = competency.skillsAny.filter((group) => !group.some((id) => known.has(id))).flat();
    const missing = [...competency.skillsAll.filter((id) => !known.has(id)), ...open];
    const best = missing
      .flatMap((id) =>
        nearestTo(reading, id, held)
          .toSorted((x, y) => y.share - x.share)
          .slice(0, 1),
      )
      .filter(({ wanted }) => !seen.has(wanted.skillId))
      .toSorted((x, y) => y.share - x.share)
      .slice(0, PER_COMPETENCY);
    for (const { wanted } of best) seen.add(wanted.skillId);
    return best.map((one) => ({ competency, ...one }));
  });
}

function nearestTo(reading: Reading, id: string, held: ReadonlyMap<string, ToolAtom>): Omit<TransferAtom, 'competency'>[] {
  const wanted = reading.noun(id);
  if (wanted === null || !wanted.isProper || !reading.isOf(id, RUN)) return [];
  return reading.facts.edges
    .filter(({ toId, fromId, share }) => toId === id && share >= CARRIES && canReplace(reading, id, fromId))
    .flatMap(({ fromId, share }) => {
      const nearest = held.get(fromId);
      return nearest === undefined ? [] : [{ wanted, nearest, share }];
    });
}

import { type Outline, type PlacedBlock, readOutline } from '../import/blocks.ts';
import { detectLanguage } from '../import/language.ts';
import type { SkillMatcher } from '../import/matcher.ts';
import { findMentions, type Mention } from '../import/mentions.ts';
import { findOwnNames } from '../import/own-skills.ts';
import { latin } from '../import/patterns.ts';
import { makeReading, type Reading, sectionsAround, sentenceAt, spanOf } from '../import/reading.ts';
import type { DecodedDocument, Span } from '../import/types.ts';
import { type OtherKind, otherKindOf } from './other-requirements.ts';
import {
  ASKING_SIGN,
  COMPANY_SIGN,
  LEVEL_WORDINGS,
  levelOfYears,
  MUST_SIGN,
  NICE_AFTER,
  NICE_BEFORE,
  NOT_NEEDED_AFTER,
  NOT_NEEDED_BEFORE,
  type SectionKind,
  sectionKindOf,
  yearsIn,
} from './wording.ts';

/** A place of a job description that asks for something: the clause, and the name in it. */
export interface AskingPlace extends Span {
  readonly mention: Span;
}

/** A skill that a job description asks for. */
export interface Requirement {
  /** Taxonomy id, or `own-<slug>` for a name the taxonomy does not know. */
  readonly skillId: string;
  readonly name: string;
  readonly isKnown: boolean;
  readonly importance: 'must' | 'nice';
  /** Why must or nice, in a sentence. */
  readonly importanceReason: string;
  /** 0–5; null where neither years nor wording say how well. */
  readonly level: number | null;
  readonly levelReason: string;
  readonly years: number | null;
  /** Members of one "A or B" share a number. */
  readonly alternatives: number | null;
  /** The clearest first. */
  readonly places: readonly AskingPlace[];
}

/** Something asked for that is no technical skill. */
export interface OtherRequirement extends Span {
  readonly kind: OtherKind;
  readonly importance: 'must' | 'nice';
}

/** A name that stands in the text and is not asked for. */
export interface NotAsked {
  readonly skillId: string;
  readonly name: string;
  readonly reason: 'company' | 'not-needed';
  readonly place: AskingPlace;
}

export interface JobReading {
  /** ISO 639-1, `und` where the text is too short to tell. */
  readonly language: string;
  /** What the position is called; null where nothing says it. */
  readonly title: string | null;
  readonly requirements: readonly Requirement[];
  readonly other: readonly OtherRequirement[];
  readonly notAsked: readonly NotAsked[];
}

/**
 * Reads what a job description asks for: skills with must or nice-to-have, the level its years or wording suggest and the
 * clause that says so, and apart from them languages, degrees, certificates and conditions. A name that is only part of
 * the employer's own story, or is said not to be needed, is told apart. Spans point into `document.text`.
 */
export function readJob(document: DecodedDocument, matcher: SkillMatcher): JobReading {
  const outline = readOutline(document);
  const { mentions: known, unread } = findMentions(outline, matcher);
  const own = findOwnNames(outline, known, unread);
  const reading = makeReading(
    document,
    outline,
    [...known, ...own.mentions].sort((a, b) => a.start - b.start),
  );
  const kinds = sectionKinds(outline);
  const nameOf = (id: string): string => matcher.skills.get(id)?.name ?? own.names.get(id) ?? id;
  const judged = reading.mentions
    .filter(({ isNested, skillId }) => !isNested && !CONDITIONS.has(skillId))
    .flatMap((mention) => {
      const block = outline.blocks[mention.block];
      return block === undefined ? [] : [judge(reading, kinds, block, mention)];
    });
  const asked = withoutFields(judged);
  const wanted = asked.filter(({ verdict }) => verdict === 'must' || verdict === 'nice');
  const wantedIds = new Set(wanted.map(({ mention }) => mention.skillId));
  const groups = alternativesOf(wanted);
  return {
    language: detectLanguage(document.text),
    title: titleOf(outline),
    requirements: [...Map.groupBy(wanted, ({ mention }) => mention.skillId)].map(([skillId, places]) => ({
      skillId,
      name: nameOf(skillId),
      isKnown: matcher.skills.has(skillId),
      alternatives: groups.get(skillId) ?? null,
      ...joinPlaces(places),
    })),
    other: otherRequirements(reading, kinds),
    notAsked: notAsked(asked, wantedIds, nameOf),
  };
}

/** Skills that a job description names as a condition of the work. */
const CONDITIONS: ReadonlySet<string> = new Set(['on-call', 'shift-work', 'remote-sites', 'escalation']);
/** Names of whole fields; beside a name of something in them they only say what it is for. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['it-automation', 'networking', 'programming', 'scripting', 'monitoring', 'databases', 'sre', 'troubleshooting', 'devops'],
  ...['platform-engineering', 'cloud-native', 'containers', 'virtualization', 'system-administration', 'observability', 'it-security'],
  ...['version-control', 'backup', 'shell', 'operating-systems'],
]);

/** "Programming skills in Go" asks for Go, and "monitoring with Prometheus" for Prometheus; "5 years as an SRE" for no skill. */
function withoutFields(judged: readonly Judged[]): Judged[] {
  const byClause = Map.groupBy(judged, ({ place }) => place.start);
  return judged.filter(({ mention: { skillId }, place, years }) => {
    const others = (byClause.get(place.start) ?? []).filter((other) => other.mention.skillId !== skillId);
    return !FIELDS.has(skillId) || (others.length === 0 && years === null);
  });
}

type Verdict = 'must' | 'nice' | 'company' | 'not-needed';

interface Judged {
  readonly mention: Mention;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly place: AskingPlace;
  readonly level: number | null;
  readonly levelReason: string;
  readonly years: number | null;
  /** Text between the name and the one before it in the clause, to see "or". */
  readonly kind: SectionKind;
}

/** What each block is for, by its own introduction, its heading and those around it. */
function sectionKinds(outline: Outline): SectionKind[] {
  let lastLine: SectionKind | null = null;
  let lastNamed: SectionKind | null = null;
  return outline.blocks.map((block) => {
    const around = sectionsAround(outline, block);
    const told = around.map(({ title }) => sectionKindOf(title)).find((kind) => kind !== null) ?? null;
    // A list under a title of its own wit, right after the requirements, is of extras ("Icing on the cake").
    const isExtra = told === null && (lastNamed === 'must' || lastNamed === 'nice') && block.kind === 'item';
    const named = told ?? (isExtra ? 'nice' : null);
    if (told !== null) lastNamed = told;
    if (block.kind === 'heading') lastLine = null;
    const text = outline.masked.slice(block.start, block.end).trim();
    // "You bring:" before a list announces it as a heading would.
    if (block.kind === 'paragraph')
      lastLine = /:\s*$/.test(text)
        ? sectionKindOf(
            text
              .slice(0, -1)
              .split(/[.!?]\s/)
              .at(-1) ?? '',
          )
        : null;
    const parent = outline.blocks[block.parent];
    const introduced = parent === undefined ? null : sectionKindOf(outline.masked.slice(parent.start, parent.end).trim());
    const isListed = block.kind === 'item' || block.kind === 'row';
    return (isListed ? (introduced ?? lastLine) : null) ?? named ?? 'none';
  });
}

/** Where one sentence asks for several things in different words, each clause by itself. */
const CLAUSE_END = latin(
  /[;•|]|\s[–—-]\s|[.!?](?=\s)|\r?\n|,\s(?=(?:but|ideally|preferably|idéalement|de préférence|aber|idealerweise|gern)\b)/giu,
);

function clauseAt(text: string, at: number): { start: number; end: number } {
  let start = 0;
  for (const match of text.matchAll(CLAUSE_END)) {
    if (match.index >= at) return { start, end: match.index };
    start = match.index + match[0].length;
  }
  return { start, end: text.length };
}

function judge(reading: Reading, kinds: readonly SectionKind[], block: PlacedBlock, mention: Mention): Judged {
  const { outline, document } = reading;
  const sentence = block.kind === 'row' ? block : sentenceAt(outline, block, mention.start);
  const text = outline.masked.slice(sentence.start, sentence.end);
  const at = mention.start - sentence.start;
  const clause = block.kind === 'row' ? { start: 0, end: text.length } : clauseAt(text, at);
  const kind = kinds[block.index] ?? 'none';
  const before = text.slice(clause.start, at);
  const after = text.slice(mention.end - sentence.start, clause.end);
  const { verdict, reason } = verdictOf(kind, { text, clause: text.slice(clause.start, clause.end), before, after });
  const trimmed = trim(text, clause);
  const cells = block.kind === 'row' ? cellWords(outline, block) : '';
  return {
    mention,
    verdict: cells === '' ? verdict : rowVerdict(cells, verdict),
    reason,
    kind,
    place: {
      ...spanOf(document, sentence.start + trimmed.start, sentence.start + trimmed.end),
      mention: spanOf(document, mention.start, mention.end),
    },
    ...levelOf(before, after, text.slice(clause.start, clause.end)),
  };
}

function trim(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const inner = text.slice(start, end);
  return { start: start + inner.length - inner.trimStart().length, end: end - (inner.length - inner.trimEnd().length) };
}

/** A table says must or nice in a cell of its own. */
function cellWords(outline: Outline, block: PlacedBlock): string {
  return block.cells.map(({ start, end }) => outline.masked.slice(start, end).trim()).join(' | ');
}

const ROW_NICE = latin(
  /(?:^|\| )(?:nice(?: to have)?|plus|bonus|optional|preferred|soll|kann|wünschenswert|von vorteil|wunsch|souhaité|un plus|atout|nein|no|non)(?= \||$)/iu,
);
const ROW_MUST = latin(
  /(?:^|\| )(?:must(?:[- ]have)?|required|muss|zwingend|pflicht|erforderlich|requis|obligatoire|indispensable)(?= \||$)/iu,
);

function rowVerdict(cells: string, verdict: Verdict): Verdict {
  if (verdict === 'company' || verdict === 'not-needed') return verdict;
  if (ROW_NICE.test(cells)) return 'nice';
  return ROW_MUST.test(cells) ? 'must' : verdict;
}

interface Words {
  /** The whole sentence. */
  readonly text: string;
  readonly clause: string;
  readonly before: string;
  readonly after: string;
}

function verdictOf(kind: SectionKind, { text, clause, before, after }: Words): { verdict: Verdict; reason: string } {
  const negated = NOT_NEEDED_BEFORE.exec(clause);
  const isNegated = negated !== null && negated.index + negated[0].length <= before.length + 1;
  if (kind === 'not-needed' || isNegated || NOT_NEEDED_AFTER.test(after))
    return { verdict: 'not-needed', reason: 'The text says that it is not needed.' };
  const inside = bracketed(before, after);
  if (inside !== null && (NICE_AFTER.test(inside) || NICE_BEFORE.test(inside)))
    return { verdict: 'nice', reason: 'The words in the brackets call it a plus.' };
  const isNiceHere = NICE_BEFORE.test(withoutBrackets(before)) || (inside === null && NICE_AFTER.test(withoutBrackets(after)));
  if (isNiceHere && !isTurned(before)) return { verdict: 'nice', reason: 'The wording calls it a plus.' };
  if (kind === 'nice') return { verdict: 'nice', reason: 'It stands under what is nice to have.' };
  if (MUST_SIGN.test(clause)) return { verdict: 'must', reason: 'The wording calls it required.' };
  if (kind === 'must') return { verdict: 'must', reason: 'It stands under the requirements.' };
  const isOwnStory = COMPANY_SIGN.test(text) && !asksFor(text);
  if (kind === 'tasks') return { verdict: 'must', reason: 'It is part of the work.' };
  if (kind === 'company' || isOwnStory) return { verdict: 'company', reason: 'It stands in what the employer says of itself.' };
  if (asksFor(text)) return { verdict: 'must', reason: 'The sentence asks for it.' };
  return { verdict: 'company', reason: 'Nothing in the sentence asks for it.' };
}

function asksFor(text: string): boolean {
  return ASKING_SIGN.test(text);
}

/** "Ideally Go. Required: Python": a later sign in the same clause takes over. */
function isTurned(before: string): boolean {
  const nice = [...before.matchAll(new RegExp(NICE_BEFORE.source, 'giu'))].at(-1)?.index ?? -1;
  const must = [...before.matchAll(new RegExp(MUST_SIGN.source, 'giu'))].at(-1)?.index ?? -1;
  return must > nice && nice !== -1;
}

/** The words inside the brackets the name stands in; null outside brackets. */
function bracketed(before: string, after: string): string | null {
  const open = before.lastIndexOf('(');
  if (open === -1 || before.lastIndexOf(')') > open) return null;
  const close = after.indexOf(')');
  return `${before.slice(open + 1)} ${after.slice(0, close === -1 ? undefined : close)}`;
}

function withoutBrackets(text: string): string {
  return text.replaceAll(/\([^)]*\)/g, ' ').replace(/\([^)]*$/, ' ');
}

function levelOf(before: string, after: string, clause: string): Pick<Judged, 'level' | 'levelReason' | 'years'> {
  const near = `${before.slice(-MAX_REACH)}`;
  const behind = after.slice(0, MAX_REACH);
  const years = yearsIn(near) ?? yearsIn(behind) ?? null;
  const wording =
    wordingOf(near) ?? wordingOf(behind.split(/[,;(]/)[0] ?? '') ?? (years === null ? wordingOf(clause.slice(0, MAX_REACH)) : null);
  if (years !== null) {
    const value = Math.max(levelOfYears(years), wording !== null && wording.value > 4 ? wording.value : 0);
    return { level: value, levelReason: `${years} ${years === 1 ? 'year' : 'years'} of it are asked for.`, years };
  }
  if (wording === null) return { level: null, levelReason: 'No words say how well.', years };
  return { level: wording.value, levelReason: `“${wording.raw}”: ${wording.meaning}.`, years };
}

const MAX_REACH = 140;

/** The wording nearest to the end of the text, the stronger of two at the same place. */
function wordingOf(text: string): { value: number; meaning: string; raw: string } | null {
  let best: { value: number; meaning: string; raw: string; end: number } | null = null;
  for (const { pattern, value, meaning } of LEVEL_WORDINGS) {
    for (const match of text.matchAll(new RegExp(pattern.source, 'giu'))) {
      const end = match.index + match[0].length;
      // "Strong experience with": the general word right behind the strong one adds nothing.
      const isNearer = best === null || (value === PLAIN ? end > best.end + PLAIN_REACH : end > best.end - PLAIN_REACH);
      if (isNearer) best = { value, meaning, raw: match[0].trim(), end };
    }
  }
  return best;
}

const PLAIN = 3;
const PLAIN_REACH = 30;

function joinPlaces(places: readonly Judged[]) {
  const musts = places.filter(({ verdict }) => verdict === 'must');
  const standing = musts.length > 0 ? musts : places;
  // The clearest place: one that says how well, then one under the requirements, then the first.
  const order = (place: Judged): number => (place.level === null ? 2 : 0) + (place.kind === 'must' || place.kind === 'nice' ? 0 : 1);
  const [first] = [...standing].sort((a, b) => order(a) - order(b) || a.mention.start - b.mention.start);
  const strongest = standing.reduce((best, one) => ((one.level ?? -1) > (best.level ?? -1) ? one : best), first ?? standing[0] ?? FIRST);
  return {
    importance: musts.length > 0 ? ('must' as const) : ('nice' as const),
    importanceReason: first?.reason ?? '',
    level: strongest.level,
    levelReason: strongest.levelReason,
    years: standing.reduce<number | null>((most, { years }) => (years === null ? most : Math.max(most ?? 0, years)), null),
    places: [...standing]
      .sort((a, b) => Number(b === first) - Number(a === first) || a.mention.start - b.mention.start)
      .map(({ place }) => place),
  };
}

const FIRST: Pick<Judged, 'level' | 'levelReason'> & Judged = {
  mention: { skillId: '', start: 0, end: 0, block: 0, isTypo: false, isAmbiguous: false, isNested: false },
  verdict: 'must',
  reason: '',
  kind: 'none',
  place: { text: '', start: 0, end: 0, mention: { text: '', start: 0, end: 0 } },
  level: null,
  levelReason: '',
  years: null,
};

const OR = latin(/^[\s,/)("“”]*(?:or|ou|oder|\/|resp\.|bzw\.)[\s("“”]*(?:\p{L}+ )?$/iu);
const ONE_OF = latin(
  /(?<!\p{L})(?:one (?:or more )?of|at least one|any of|either|(?:such as|like) [^.;]*\bor|(?:au moins )?une? (?:des|parmi|de ces)|l['’]un (?:des|de)|(?:mindestens )?ein(?:e[rs]?|em)? (?:der|dieser|von))(?!\p{L})/iu,
);

/** Names joined by "or" in one clause share a number. */
function alternativesOf(wanted: readonly Judged[]): Map<string, number> {
  const groups = new Map<string, number>();
  let count = 0;
  for (const places of Map.groupBy(wanted, ({ place }) => place.start).values()) {
    const clause = places[0]?.place;
    if (clause === undefined || places.length < 2) continue;
    const isOneOf = ONE_OF.test(clause.text);
    let run: Judged[] = [];
    let hasOr = false;
    const close = (): void => {
      if (run.length > 1 && (hasOr || isOneOf)) {
        count += 1;
        for (const { mention } of run) if (!groups.has(mention.skillId)) groups.set(mention.skillId, count);
      }
      run = [];
      hasOr = false;
    };
    for (const [index, place] of places.entries()) {
      const last = places[index - 1];
      if (last !== undefined) {
        const between = clause.text.slice(last.mention.end - clause.start, place.mention.start - clause.start);
        if (OR.test(between)) hasOr = true;
        else if (!/^[\s,/)("“”]+$/.test(between)) close();
      }
      run.push(place);
    }
    close();
  }
  return groups;
}

/** Languages, degrees, certificates and conditions: the clauses of what is asked for that name one. */
function otherRequirements({ outline, document }: Reading, kinds: readonly SectionKind[]): OtherRequirement[] {
  const found: OtherRequirement[] = [];
  for (const block of outline.blocks) {
    const kind = kinds[block.index] ?? 'none';
    if (block.kind === 'heading' || block.kind === 'code' || kind === 'company' || kind === 'not-needed') continue;
    const text = outline.masked.slice(block.start, block.end);
    for (let at = 0; at < text.length; ) {
      const sentence = sentenceAt(outline, block, block.start + at);
      const from = sentence.start - block.start;
      const to = Math.max(from + 1, sentence.end - block.start);
      at = to;
      const clause = text.slice(from, to);
      const other = otherKindOf(clause);
      if (other === null || (kind === 'none' && !asksFor(clause)) || (kind === 'none' && COMPANY_SIGN.test(clause))) continue;
      const isNice = kind === 'nice' || NICE_BEFORE.test(clause) || NICE_AFTER.test(clause);
      const part = trim(text, { start: from, end: to });
      found.push({
        ...spanOf(document, block.start + part.start, block.start + part.end),
        kind: other,
        importance: isNice ? 'nice' : 'must',
      });
    }
  }
  return found;
}

function notAsked(judged: readonly Judged[], wanted: ReadonlySet<string>, nameOf: (id: string) => string): NotAsked[] {
  const seen = new Set<string>();
  return judged.flatMap(({ mention, verdict, place }) => {
    if ((verdict !== 'company' && verdict !== 'not-needed') || wanted.has(mention.skillId) || seen.has(mention.skillId)) return [];
    seen.add(mention.skillId);
    return [{ skillId: mention.skillId, name: nameOf(mention.skillId), reason: verdict, place }];
  });
}

const TITLE_LABEL = latin(
  /^\s*(?:job title|position|role|poste|intitulé(?: du poste)?|stelle|stellenbezeichnung|titel)\s*:\s*(?<title>\S.{2,90})$/iu,
);

function titleOf(outline: Outline): string | null {
  for (const block of outline.blocks.slice(0, 12)) {
    const text = outline.masked.slice(block.start, block.end).replaceAll(/\s+/g, ' ').trim();
    const labelled = TITLE_LABEL.exec(text)?.groups?.['title'];
    if (labelled !== undefined) return labelled.trim();
  }
  const heading = outline.sections[0]?.title ?? '';
  const first = outline.blocks[0];
  const line = first === undefined ? '' : (outline.masked.slice(first.start, first.end).split('\n')[0]?.trim() ?? '');
  const title = heading !== '' && sectionKindOf(heading) === null ? heading : line;
  return title.length >= 3 && title.length <= 120 ? title : null;
}

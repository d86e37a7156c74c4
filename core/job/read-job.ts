import { type Outline, readOutline } from '../import/blocks.ts';
import { detectLanguage } from '../import/language.ts';
import type { SkillMatcher } from '../import/matcher.ts';
import { findMentions } from '../import/mentions.ts';
import { findOwnNames } from '../import/own-skills.ts';
import { latin } from '../import/patterns.ts';
import { makeReading, type Reading, sentenceAt, spanOf } from '../import/reading.ts';
import type { DecodedDocument, Span } from '../import/types.ts';
import { type AskingPlace, asksFor, type Judged, judge, trim } from './judge.ts';
import { CONDITIONS, everydayNames, isWord, withoutFields } from './names.ts';
import { type OtherKind, otherKindOf } from './other-requirements.ts';
import { sectionKinds } from './sections.ts';
import {
  COMPANY_SIGN,
  MUST_SIGN,
  NICE_AFTER,
  NICE_BEFORE,
  NOT_NEEDED_BEFORE,
  type SectionKind,
  sectionKindOf,
  yearsIn,
} from './wording.ts';

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
  const kinds = sectionKinds(outline);
  const language = detectLanguage(document.text);
  const everyday = language === 'de' ? [] : everydayNames(outline, kinds, matcher, [...known, ...own.mentions]);
  const reading = makeReading(
    document,
    outline,
    [...known, ...own.mentions, ...everyday].filter((mention) => !isWord(outline, mention)).sort((a, b) => a.start - b.start),
  );
  const nameOf = (id: string): string => matcher.skills.get(id)?.name ?? own.names.get(id) ?? id;
  const judged = reading.mentions
    .filter(({ isNested, skillId }) => !isNested && !CONDITIONS.has(skillId))
    .flatMap((mention) => {
      const block = outline.blocks[mention.block];
      return block === undefined ? [] : [judge(reading, kinds, block, mention)];
    });
  const asked = withoutFields(judged, document);
  const wanted = asked.filter(({ verdict }) => verdict === 'must' || verdict === 'nice');
  const wantedIds = new Set(wanted.map(({ mention }) => mention.skillId));
  const groups = alternativesOf(wanted);
  return {
    language,
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

function joinPlaces(places: readonly Judged[]) {
  const musts = places.filter(({ verdict }) => verdict === 'must');
  const standing = musts.length > 0 ? musts : places;
  // The clearest place: one that says how well, then one under the requirements, then the first.
  const order = (place: Judged): number => (place.level === null ? 2 : 0) + (place.kind === 'must' || place.kind === 'nice' ? 0 : 1);
  const [first] = [...standing].sort((a, b) => order(a) - order(b) || a.mention.start - b.mention.start);
  const strongest = standing.toSorted((a, b) => (b.level ?? -1) - (a.level ?? -1))[0];
  return {
    importance: musts.length > 0 ? ('must' as const) : ('nice' as const),
    importanceReason: first?.reason ?? '',
    level: strongest?.level ?? null,
    levelReason: strongest?.levelReason ?? '',
    years: standing.reduce<number | null>((most, { years }) => (years === null ? most : Math.max(most ?? 0, years)), null),
    places: [...standing]
      .sort((a, b) => Number(b === first) - Number(a === first) || a.mention.start - b.mention.start)
      .map(({ place }) => place),
  };
}

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
function otherRequirements(reading: Reading, kinds: readonly SectionKind[]): OtherRequirement[] {
  const { outline, document } = reading;
  const found: OtherRequirement[] = [];
  for (const block of outline.blocks) {
    const kind = kinds[block.index] ?? 'none';
    if (block.kind === 'heading' || block.kind === 'code') continue;
    const text = outline.masked.slice(block.start, block.end);
    for (let at = 0; at < text.length; ) {
      const sentence = sentenceAt(outline, block, block.start + at);
      const from = sentence.start - block.start;
      const to = Math.max(from + 1, sentence.end - block.start);
      at = to;
      const clause = text.slice(from, to);
      const names = (reading.byBlock.get(block.index) ?? []).some(({ start }) => start >= sentence.start && start < sentence.end);
      const other =
        otherKindOf(clause) ?? (!names && (kind === 'must' || kind === 'nice') && yearsIn(clause) !== null ? 'condition' : null);
      if (other === null || !isAsked(kind, clause, other)) continue;
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

/** Conditions of the work stand among the benefits as often as among the requirements. */
function isAsked(kind: SectionKind, clause: string, other: OtherKind): boolean {
  if (NOT_NEEDED_BEFORE.test(clause)) return false;
  if (kind === 'must' || kind === 'nice' || kind === 'tasks') return true;
  if (kind === 'none') return asksFor(clause) && !COMPANY_SIGN.test(clause);
  return MUST_SIGN.test(clause) || (other === 'condition' && asksFor(clause));
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

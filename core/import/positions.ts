import { isUnder } from './background.ts';
import type { Outline, PlacedBlock } from './blocks.ts';
import { DEGREE, EDUCATION_TITLE, EXPERIENCE_TITLE, JOB_TITLE } from './job-words.ts';
import { latin } from './patterns.ts';
import { type FoundPeriod, findPeriod } from './periods.ts';
import { type Reading, spanOf } from './reading.ts';
import type { DecodedDocument, ImportedPosition, Period } from './types.ts';

/** A position with the blocks it covers, by index, so that what stands there is known to belong to it. */
export interface PlacedPosition extends ImportedPosition {
  readonly firstBlock: number;
  readonly lastBlock: number;
}

/** Longer first lines are prose with a date in it. */
const MAX_HEAD = 200;
/** Signs between the title, the organisation and the place. */
const SEPARATOR = /\s+(?:at|@|chez|bei(?: der| dem)?|pour|für|for)\s+|\s[-–—|·•]\s|\s*[|·•;]\s*|,\s+|\r?\n\s*|\s*:\s+|\t+| {3,}/iu;
/** A part that is a place or a kind of contract, not an employer. */
const NOT_ORGANISATION =
  /^(?:remote|hybrid|full[- ]time|part[- ]time|contract|permanent|temporary|freelance|télétravail|CDI|CDD|alternance|stage|intérim|temps plein|Vollzeit|Teilzeit|Festanstellung|unbefristet|on-?site|\d+ (?:years?|months?|ans?|mois|Jahre?|Monate?).*)$/iu;

/** The jobs the document tells of, with title, organisation and dates; what was done there is not known yet. */
export function findPositions(document: DecodedDocument, outline: Outline): Omit<PlacedPosition, 'skills'>[] {
  const heads: { block: PlacedBlock; last: PlacedBlock; period: FoundPeriod | null; text: string }[] = [];
  for (let index = 0; index < outline.blocks.length; index += 1) {
    const block = outline.blocks[index];
    // An item with dates under a job is something done there.
    const above = heads.findLast((each) => each.block.kind !== 'item' && each.block.kind !== 'row');
    const isDetail = block?.kind === 'item' && above !== undefined && lastCovered(outline, above.block) >= index;
    const head = block === undefined || isDetail ? null : headAt(outline, block);
    if (block === undefined || head === null) continue;
    heads.push({ block, ...head });
    index = head.last.index;
  }
  return heads.map((head, order) => {
    const next = heads[order + 1]?.block.index ?? outline.blocks.length;
    return {
      ...spanOf(document, head.block.start, head.last.end),
      ...partsOf(head.text, head.period),
      period: head.period === null ? null : { from: head.period.from, to: head.period.to },
      firstBlock: head.block.index,
      lastBlock: Math.min(next - 1, lastCovered(outline, head.block)),
    };
  });
}

/** The position with the skills named in the blocks it covers. */
export function withSkills(reading: Reading, position: Omit<PlacedPosition, 'skills'>): PlacedPosition {
  const skills = new Set<string>();
  for (let index = position.firstBlock; index <= position.lastBlock; index += 1)
    for (const mention of reading.byBlock.get(index) ?? []) if (!mention.isNested) skills.add(mention.skillId);
  return { ...position, skills: [...skills] };
}

/** Where the name of the organisation stands in the head of a position; null where it is not told, or is a second title. */
export function organisationSpan({ organisation, text, start }: Omit<PlacedPosition, 'skills'>): { start: number; end: number } | null {
  if (organisation === null || JOB_TITLE.test(organisation)) return null;
  const at = text.indexOf(organisation);
  return at === -1 ? null : { start: start + at, end: start + at + organisation.length };
}

/** A heading, line, item or row that names a job, alone or with the short line of its dates below it. */
function headAt(outline: Outline, block: PlacedBlock): { last: PlacedBlock; period: FoundPeriod | null; text: string } | null {
  if (block.kind === 'code' || block.end - block.start > (block.kind === 'paragraph' ? MAX_HEAD * 4 : MAX_HEAD)) return null;
  const own = firstLines(outline, block);
  if (own.length > MAX_HEAD || (block.kind === 'row' && !hasDateCell(outline, block))) return null;
  if (EXPERIENCE_TITLE.test(own) && block.kind === 'heading' && findPeriod(own) === null) return null;
  const isInExperience = isUnder(outline, block, EXPERIENCE_TITLE);
  if (isUnder(outline, block, EDUCATION_TITLE) || (DEGREE.test(own) && !JOB_TITLE.test(own))) return null;
  const period = findPeriod(own);
  if (
    period?.isRange &&
    (JOB_TITLE.test(own) || (isInExperience && block.depth === (block.kind === 'heading' ? block.depth : 0))) &&
    !isSentence(own)
  )
    return { last: block, period, text: own };
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return null;
  // The dates stand in the short line below.
  const below = outline.blocks[block.index + 1];
  if (below === undefined || below.kind === 'heading' || below.kind === 'row' || below.kind === 'code') return null;
  const line = firstLines(outline, below);
  const dated = line.length <= 120 ? findPeriod(line) : null;
  const isTitled = JOB_TITLE.test(own) || (isInExperience && block.kind === 'heading') || (isInExperience && JOB_TITLE.test(line));
  if (dated?.isRange && isTitled && !isSentence(line) && own.length <= 120) {
    const text = `${own}\n${line}`;
    return { last: below, period: shifted(dated, own.length + 1), text };
  }
  const isBareJob = block.kind === 'heading' && isInExperience && JOB_TITLE.test(own) && /\s(?:at|@|chez|bei|[-–—|])\s|,/iu.test(own);
  return isBareJob ? { last: block, period: period?.isRange === false ? period : null, text: own } : null;
}

/** A table of jobs has the dates in a cell of their own; a remark such as "since 2021" stands beside other words. */
function hasDateCell(outline: Outline, row: PlacedBlock): boolean {
  return row.cells.some((cell) => {
    const text = outline.masked.slice(cell.start, cell.end).trim();
    const period = findPeriod(text);
    return period?.isRange === true && period.end - period.at >= text.length - 2;
  });
}

/** "I worked there from 2012 to 2015." tells of a time; the head of a job has no verb of its own. */
function isSentence(text: string): boolean {
  return (
    /(?<!\p{L})(?:I|we|was|were|have|had|je|j['’]ai|nous|ai|ich|wir|habe|haben|wurde)(?!\p{L})/u.test(text) ||
    /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}+\s/u.test(text)
  );
}

/** The first line of a paragraph, or the first two where the dates stand in the second. */
function firstLines(outline: Outline, block: PlacedBlock): string {
  const text = outline.masked.slice(block.start, Math.min(block.end, block.start + MAX_HEAD * 2));
  if (block.kind !== 'paragraph' && block.kind !== 'item') return text;
  const [first = '', second = ''] = text.split(/\r?\n/);
  return findPeriod(first)?.isRange || !(findPeriod(second)?.isRange ?? false) ? first : `${first}\n${second}`;
}

function shifted(period: FoundPeriod, by: number): FoundPeriod {
  return { ...period, at: period.at + by, end: period.end + by };
}

/** The last block that stands under this one: its section, or the items nested in it. */
function lastCovered(outline: Outline, head: PlacedBlock): number {
  if (head.kind === 'row') return head.index;
  let last = head.index;
  for (let index = head.index + 1; index < outline.blocks.length; index += 1) {
    const block = outline.blocks[index];
    if (block === undefined) break;
    if (block.kind === 'heading' && (head.kind !== 'heading' || block.depth <= head.depth)) break;
    if (head.kind === 'item' && (block.kind !== 'item' || block.depth <= head.depth)) break;
    last = index;
  }
  return last;
}

const EMPLOYER = latin(/(?<!\p{L})(?:at|@|chez|bei(?: der| dem)?)\s+([\p{Lu}\p{N}][^,|;:()\n–—]{1,60})/u);

/** Title and organisation from what is left of the head when the dates are taken out. */
function partsOf(text: string, period: FoundPeriod | null): { title: string | null; organisation: string | null } {
  const rest = period === null ? text : `${text.slice(0, period.at)} | ${text.slice(period.end)}`;
  const parts = rest
    .replace(/\([^()]{0,60}\)/g, ' | ')
    .split(SEPARATOR)
    .map((part) => part.replace(/^[\s\d.)(,;:–—|*-]+(?=\p{L})|[\s,;:–—|(*-]+$/gu, '').trim())
    .filter((part) => /\p{L}{2}/u.test(part) && !NOT_ORGANISATION.test(part));
  const title = parts.find((part) => JOB_TITLE.test(part)) ?? null;
  const at = EMPLOYER.exec(rest)?.[1]
    ?.replace(/\s+-\s.*$/, '')
    .trim();
  const organisation = at ?? parts.find((part) => part !== title) ?? null;
  return { title, organisation };
}

/** The period and organisation that hold for each block under a position. */
export function contextByBlock(positions: readonly PlacedPosition[]): Map<number, { period: Period | null; organisation: string | null }> {
  const context = new Map<number, { period: Period | null; organisation: string | null }>();
  for (const { firstBlock, lastBlock, period, organisation } of positions)
    for (let index = firstBlock; index <= lastBlock; index += 1) context.set(index, { period, organisation });
  return context;
}

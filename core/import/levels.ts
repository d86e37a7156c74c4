import type { Cell, PlacedBlock } from './blocks.ts';
import { type OwnScale, readOwnScale } from './legend.ts';
import { LEVEL_COLUMN, LEVEL_KEY, YEARS_COLUMN } from './level-rules.ts';
import {
  type FoundSign,
  findGraphic,
  findProse,
  findSince,
  findYears,
  type LevelSign,
  readScale,
  type SignKind,
  yearsSign,
} from './level-signs.ts';
import type { Mention } from './mentions.ts';
import { isGroupColumn, nameColumnOf } from './name-lists.ts';
import { latin } from './patterns.ts';
import { headingSkills, type Reading, skillsIn, spanOf } from './reading.ts';
import type { ImportedLegend, ImportedLevel, LevelClaim } from './types.ts';

/** What the text says of how well a skill is known. */
export interface LevelReading {
  readonly level: ImportedLevel;
  readonly years: number | null;
}

/** A sign without a class of its own is weaker than one with: tables first, years alone last. */
const ORDER: readonly SignKind[] = ['table', 'scale', 'line', 'prose', 'years'];
const MAX_BLOCK = 600;
/** "Key: value" with a scale word in either half. */
const PAIR = /^([^:–—]{1,60}?)\s*(?::|\s[–—-])\s+(.{1,200})$/su;

/** A cell that holds a number of years and at most its unit. */
const BARE_YEARS = latin(/^\W*(\d{1,2})\W*(?:\p{L}+\W*)?$/u);

/** A sign with the place its words stand at. */
interface PlacedSign extends LevelSign {
  readonly start: number;
  readonly end: number;
}

export interface Levels {
  readonly bySkill: ReadonlyMap<string, LevelReading>;
  /** The document's own explanation of its scale. */
  readonly legend: ImportedLegend | null;
}

/**
 * Reads levels and years of experience for every skill the text gives signs for.
 * @param thisYear what "since 2016" is counted to; null leaves such years out
 */
export function readLevels(reading: Reading, thisYear: number | null): Levels {
  const scale = readOwnScale(reading.document, reading.outline);
  const reader = new LevelReader(reading, scale, thisYear);
  for (const block of reading.outline.blocks) reader.read(block);
  return { bySkill: reader.conclude(), legend: scale.legend };
}

class LevelReader {
  private readonly reading: Reading;
  private readonly hasAdvanced: boolean;
  private readonly scale: OwnScale;
  private readonly thisYear: number | null;
  private readonly signs = new Map<string, PlacedSign[]>();
  private readonly years = new Map<string, number>();
  private readonly sameAs: { id: string; other: string; raw: string }[] = [];

  constructor(reading: Reading, scale: OwnScale, thisYear: number | null) {
    this.reading = reading;
    this.scale = scale;
    this.thisYear = thisYear;
    this.hasAdvanced = latin(/(?<!\p{L})(?:advanced|avancée?|sehr gut)(?!\p{L})/iu).test(reading.document.text.slice(0, 200_000));
  }

  read(block: PlacedBlock): void {
    if (block.kind === 'row') this.readRow(block);
    else if (block.kind === 'heading') this.readSectionScale(block);
    else if (block.kind !== 'code' && block.end - block.start <= MAX_BLOCK * 10) this.readLine(block);
  }

  private readLine(block: PlacedBlock): void {
    const mentions = (this.reading.byBlock.get(block.index) ?? []).filter((mention) => !mention.isNested);
    const text = this.reading.outline.masked.slice(block.start, Math.min(block.end, block.start + MAX_BLOCK));
    // A sentence that names nothing judges nothing; an item may judge what its heading names.
    if (mentions.length === 0 && block.kind === 'paragraph' && !LEVEL_KEY.test(text)) return;
    this.readSameAs(block, text);
    if (this.readPair(block, text, mentions)) return;
    for (const sign of findProse(text)) this.addAll(this.subjects(block, text, sign, mentions), this.placed(sign, block.start, text));
    this.readAfterNames(block, mentions);
    this.readYears(block, text, mentions);
  }

  conclude(): Map<string, LevelReading> {
    const result = new Map<string, LevelReading>();
    const ids = new Set([...this.signs.keys(), ...this.years.keys()]);
    for (const id of ids)
      result.set(id, { level: concludeLevel(this.signs.get(id) ?? [], this.reading), years: this.years.get(id) ?? null });
    for (const { id, other, raw } of this.sameAs) {
      const level = result.get(other)?.level;
      if (result.has(id) || level === undefined) continue;
      const reasons = [`"${raw}": taken over from there.`, ...level.reasons];
      result.set(id, { level: { value: level.value, raw, reasons, claims: level.claims }, years: null });
    }
    return result;
  }

  /** The sign with its place: its words stand in `text`, which begins at `offset`. */
  private placed(sign: LevelSign, offset: number, text: string): PlacedSign {
    const at = Math.max(0, text.indexOf(sign.raw));
    return { ...sign, start: offset + at, end: offset + at + Math.min(sign.raw.length, text.length - at) };
  }

  /** A scale in the document's own marks, in words, or in stars and numbers. */
  private readMarks(text: string, kind: SignKind): LevelSign | null {
    const mark = text.trim();
    const own = this.scale.valueOf(mark);
    return own === null ? readScale(text, this.hasAdvanced, kind) : { kind, value: own.value, raw: mark, reason: own.reason, isCap: false };
  }

  private addAll(ids: readonly string[], sign: PlacedSign): void {
    for (const id of ids) {
      const list = this.signs.get(id);
      if (list === undefined) this.signs.set(id, [sign]);
      else if (list.length < 20) list.push(sign);
    }
  }

  private addYears(ids: readonly string[], years: number, raw: string, start: number): void {
    for (const id of ids) this.years.set(id, Math.max(years, this.years.get(id) ?? 0));
    this.addAll(ids, { ...yearsSign(years, raw), start, end: start + raw.length });
  }

  private readRow(block: PlacedBlock): void {
    const mentions = (this.reading.byBlock.get(block.index) ?? []).filter((mention) => !mention.isNested);
    const judged =
      block.cells.find((cell) => LEVEL_COLUMN.test(cell.header)) ??
      block.cells.slice(1).find((cell) => this.isScaleCell(cell.start, cell.end));
    const holdsName = (cell: Cell): boolean =>
      cell !== judged && mentions.some((mention) => mention.start >= cell.start && mention.end <= cell.end);
    const titled = block.cells[nameColumnOf(block.cells.map(({ header }) => header))];
    const most = block.cells.filter(holdsName).sort((a, b) => countIn(mentions, b) - countIn(mentions, a));
    const named = titled !== undefined && !isGroupColumn(titled.header) && holdsName(titled) ? titled : most[0];
    if (named === undefined) return;
    const ids = mentions.filter((mention) => mention.start >= named.start && mention.end <= named.end).map((mention) => mention.skillId);
    if (judged !== undefined) {
      const text = this.reading.outline.masked.slice(judged.start, judged.end);
      const sign = this.readMarks(text, 'table');
      const reason = judged.header === '' ? sign?.reason : `${sign?.reason} The column is headed "${judged.header}".`;
      if (sign !== null && reason !== undefined) this.addAll(ids, { ...this.placed(sign, judged.start, text), reason });
    }
    const timed = block.cells.find((cell) => cell !== named && YEARS_COLUMN.test(cell.header));
    if (timed === undefined || timed === judged) return;
    const text = this.reading.document.text.slice(timed.start, timed.end);
    const years = BARE_YEARS.exec(text);
    if (years !== null && Number(years[1]) <= 45)
      this.addYears(ids, Number(years[1]), years[0].trim(), timed.start + text.indexOf(years[0].trim()));
    const since = findSince(text, this.thisYear);
    if (since !== null) this.addYears(ids, since.years, since.raw, timed.start + since.at);
  }

  private isScaleCell(start: number, end: number): boolean {
    const text = this.reading.outline.masked.slice(start, end).trim();
    return text.length > 0 && text.length <= 24 && this.readMarks(text, 'table') !== null;
  }

  /** A heading that is nothing but a step of a scale is about everything listed under it. */
  private readSectionScale(heading: PlacedBlock): void {
    const text = this.reading.outline.masked.slice(heading.start, heading.end);
    if (text.length > 30 || skillsIn(this.reading, heading.index).length > 0) return;
    const sign = readScale(text, this.hasAdvanced, 'scale');
    if (sign === null || sign.raw.length < text.replace(/[^\p{L}]/gu, '').length * 0.6) return;
    for (let index = heading.index + 1; index < this.reading.outline.blocks.length; index += 1) {
      const block = this.reading.outline.blocks[index];
      if (block === undefined || block.kind === 'heading') break;
      if (block.kind === 'item')
        this.addAll(skillsIn(this.reading, index), {
          ...this.placed(sign, heading.start, text),
          reason: `${sign.reason} It is the title above.`,
        });
    }
  }

  /** "Level: standard usage" is about the heading; "Expert: A, B" about the names; "Python: advanced" about the key. */
  private readPair(block: PlacedBlock, text: string, mentions: readonly Mention[]): boolean {
    if (LEVEL_KEY.test(text)) {
      const valueAt = text.search(/[:–—-]/u) + 1;
      const value = text.slice(valueAt);
      const signs: LevelSign[] = findProse(value);
      const scale = signs.some((sign) => !sign.isCap) ? null : this.readMarks(value, 'line');
      const subjects = headingSkills(this.reading, block);
      for (const sign of scale === null ? signs : [...signs, scale])
        this.addAll(subjects, { ...this.placed(sign, block.start + valueAt, value), kind: 'line' });
      return true;
    }
    const pair = PAIR.exec(text);
    if (pair === null || mentions.length === 0) return false;
    if (this.readJudgedKey(block, pair[1] ?? '', mentions)) return true;
    const keyEnd = block.start + (pair[1]?.length ?? 0);
    const inKey = mentions.filter((mention) => mention.end <= keyEnd);
    const judged = inKey.length > 0 ? (pair[2] ?? '') : (pair[1] ?? '');
    const isShort = judged.trim().split(/\s+/).length <= 4;
    const sign = isShort ? this.readMarks(judged, 'scale') : null;
    if (sign === null || sign.raw.length < judged.trim().length * 0.4) return false;
    const ids = (inKey.length > 0 ? inKey : mentions).map((mention) => mention.skillId);
    const judgedAt = inKey.length > 0 ? text.lastIndexOf(judged) : text.indexOf(judged);
    this.addAll(ids, this.placed(sign, block.start + judgedAt, judged));
    return true;
  }

  /** "Metrics (expert): A, B" is about the key and the names listed. */
  private readJudgedKey(block: PlacedBlock, key: string, mentions: readonly Mention[]): boolean {
    const judged = /\(([^()]{1,24})\)\s*$/.exec(key)?.[1];
    const sign = judged === undefined ? null : this.readMarks(judged, 'scale');
    if (sign === null || judged === undefined || sign.raw.length < judged.trim().length * 0.5) return false;
    this.addAll(
      mentions.map((mention) => mention.skillId),
      this.placed(sign, block.start, key),
    );
    return true;
  }

  /** Whom a wording in a sentence is about: the names next to it, else the heading. */
  private subjects(block: PlacedBlock, text: string, sign: FoundSign, mentions: readonly Mention[]): string[] {
    const from = block.start + sign.at;
    const to = block.start + sign.end;
    const after = mentions.filter(
      (mention) => mention.start >= to && mention.start - to <= 30 && !/[,.;:–—]/.test(text.slice(sign.end, mention.start - block.start)),
    );
    const before = mentions.filter(
      (mention) => mention.end <= from && !/[.;!?]\s/.test(text.slice(mention.end - block.start, sign.at)) && from - mention.end <= 90,
    );
    const isSetOff = /(?:\(|[–—:,-]\s*)[^()]*$/u.test(text.slice(Math.max(0, sign.at - 60), sign.at));
    const adjacent = after.length > 0 ? after : isSetOff ? before : before.slice(-1);
    const named = adjacent.map((mention) => mention.skillId);
    const isAboutHeading = block.kind === 'item' && (named.length === 0 || sign.at <= 2);
    const heads = headingSkills(this.reading, block);
    return isAboutHeading && heads.length <= 2 ? [...new Set([...named, ...heads])] : named;
  }

  /** Marks right behind a name: "Python ★★★★☆", "Ansible (expert)", "Go 3/5". */
  private readAfterNames(block: PlacedBlock, mentions: readonly Mention[]): void {
    for (const [index, mention] of mentions.entries()) {
      const next = mentions[index + 1]?.start ?? block.end;
      const after = this.reading.outline.masked.slice(mention.end, Math.min(next, block.end, mention.end + 40));
      const graphic = findGraphic(after);
      if (graphic !== null && /^[\s:(–—-]*$/u.test(after.slice(0, graphic.at)))
        this.addAll([mention.skillId], this.placed(graphic, mention.end, after));
      const bracket = /^\s*(?:\(|[–—-]\s|:\s)([^(),.;]{1,24})(?:\)|$|[,.;])/u.exec(after)?.[1];
      const sign = bracket === undefined ? null : this.readMarks(bracket, 'scale');
      if (sign !== null && bracket !== undefined && sign.raw.length >= bracket.trim().length * 0.5)
        this.addAll([mention.skillId], this.placed(sign, mention.end, after));
    }
  }

  private readYears(block: PlacedBlock, text: string, mentions: readonly Mention[]): void {
    const found = findYears(text) ?? findSince(text, this.thisYear);
    if (found === null) return;
    const from = block.start + found.at;
    const to = block.start + found.end;
    const after = mentions.find(
      (mention) =>
        mention.start >= to &&
        /^['’\s]*(?:of |d['’]|de |in |with |en |sur |using |experience |expérience |professional |hands-on |erfahrung |mit |administering |running ){0,5}$/iu.test(
          text.slice(found.end, mention.start - block.start),
        ),
    );
    const before = mentions.find(
      (mention) =>
        mention.end <= from &&
        /^\s*(?:\(|[:–—-]|for|since|depuis|pendant|seit)?\s*$/iu.test(text.slice(mention.end - block.start, found.at)),
    );
    const subject = after ?? before;
    if (subject !== undefined) this.addYears([subject.skillId], found.years, found.raw, block.start + found.at);
  }

  private readSameAs(block: PlacedBlock, text: string): void {
    const match = /^\W*(?:same (?:level )?as|comparable (?:level )?to|même niveau que|wie bei)\s/iu.exec(text);
    const other = this.reading.byBlock.get(block.index)?.[0]?.skillId;
    if (match === null || other === undefined) return;
    for (const id of headingSkills(this.reading, block)) this.sameAs.push({ id, other, raw: text.slice(0, 60).trim() });
  }
}

function countIn(mentions: readonly Mention[], { start, end }: Cell): number {
  return mentions.filter((mention) => mention.start >= start && mention.end <= end).length;
}

/** The strongest kind of sign decides; among several of it the lowest, and the others are named. */
function concludeLevel(signs: readonly PlacedSign[], reading: Reading): ImportedLevel {
  const claims: LevelClaim[] = signs.map(({ start, end, value, reason }) => ({ ...spanOf(reading.document, start, end), value, reason }));
  const levels = signs.filter((sign) => !sign.isCap);
  const caps = signs.filter((sign) => sign.isCap);
  const kind = ORDER.find((each) => levels.some((sign) => sign.kind === each));
  const chosen = levels.filter((sign) => sign.kind === kind).sort((a, b) => a.value - b.value)[0];
  const [cap] = [...caps].sort((a, b) => a.value - b.value);
  if (chosen === undefined)
    return {
      value: cap === undefined ? null : Math.max(1, cap.value - 1),
      raw: cap?.raw ?? null,
      reasons: caps.map((each) => each.reason),
      claims,
    };
  const reasons = [chosen.reason];
  for (const other of levels) if (other.value !== chosen.value) reasons.push(`Another place says otherwise: ${other.reason}`);
  if (cap !== undefined) reasons.push(cap.reason);
  const value = cap === undefined ? chosen.value : Math.min(chosen.value, cap.value);
  return { value, raw: chosen.raw, reasons: [...new Set(reasons)], claims };
}

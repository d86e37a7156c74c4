import type { Outline, PlacedBlock } from './blocks.ts';
import { CALLED_CERTIFICATE, CERTIFICATE, CERTIFICATION_TITLE, DEGREE, EDUCATION_TITLE, NOT_YET_CERTIFIED } from './job-words.ts';
import { makeScreen } from './patterns.ts';
import { findPeriod } from './periods.ts';
import { isTitled, type Reading, sectionsAround, skillsIn, spanOf } from './reading.ts';
import type { ImportedCredential } from './types.ts';

const mayBeCertificate = makeScreen([CERTIFICATE]);
/** Longer lines are prose about something and no entry of a list of degrees. */
const MAX_ENTRY = 260;
const MAX_NAME = 90;

/** Schools, degrees and trainings: the entries of an education section, and short lines that name a degree with a date. */
export function readEducation(reading: Reading): ImportedCredential[] {
  return entries(reading, EDUCATION_TITLE, (text) => findPeriod(text) !== null && DEGREE.test(text));
}

/** Certificates held; those only planned or prepared are none. */
export function readCertifications(reading: Reading): ImportedCredential[] {
  return entries(
    reading,
    CERTIFICATION_TITLE,
    (text) =>
      (mayBeCertificate(text.toLowerCase()) && CERTIFICATE.test(text)) || (text.length <= MAX_NAME && CALLED_CERTIFICATE.test(text)),
  ).filter((each) => !NOT_YET_CERTIFIED.test(each.text));
}

function entries(reading: Reading, title: RegExp, isEntry: (text: string) => boolean): ImportedCredential[] {
  const { outline } = reading;
  const found: ImportedCredential[] = [];
  for (const block of outline.blocks) {
    if (block.kind === 'code' || block.end - block.start > MAX_ENTRY) continue;
    const isListed = isUnder(outline, block, title);
    if (block.kind === 'heading' ? !isListed || title.test(headingText(outline, block)) : !isListed && !startsLike(outline, block, title)) {
      if (block.kind === 'heading' || !isEntry(outline.masked.slice(block.start, block.end))) continue;
    }
    // A line under an entry tells of it and is no entry of its own.
    const isDetail = isListed && (isUnderEntry(outline, block, title) || block.depth > 0) && block.kind !== 'heading';
    if (isDetail && !isEntry(outline.masked.slice(block.start, block.end))) continue;
    found.push(credentialOf(reading, block, title));
  }
  return found;
}

function credentialOf(reading: Reading, block: PlacedBlock, title: RegExp): ImportedCredential {
  const { start, end } = startsLike(reading.outline, block, title) ? afterKey(reading, block) : block;
  const span = spanOf(reading.document, start, end);
  const period = findPeriod(span.text);
  const name = (period === null ? span.text : `${span.text.slice(0, period.at)} ${span.text.slice(period.end)}`)
    .replace(/[*_`|]/g, ' ')
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—(-]+$/gu, '');
  return {
    ...span,
    name: name === '' ? span.text : name,
    period: period === null ? null : { from: period.from, to: period.to },
    skills: skillsIn(reading, block.index),
  };
}

/** What stands after the key: in a row the cells after the first, as far as they are filled. */
function afterKey({ document, outline }: Reading, block: PlacedBlock): { start: number; end: number } {
  const filled = block.cells.slice(1).filter((cell) => outline.masked.slice(cell.start, cell.end).trim() !== '');
  const [first] = filled;
  const last = filled.at(-1);
  if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  const key = /^[^:]{2,40}:\s*/.exec(document.text.slice(block.start, block.end))?.[0].length ?? 0;
  return { start: block.start + key, end: block.end };
}

function headingText(outline: Outline, block: PlacedBlock): string {
  return outline.masked.slice(block.start, block.end);
}

/** "Certifications: CKA (2023)": the key announces the list; in a row it is a cell of its own. */
function startsLike(outline: Outline, block: PlacedBlock, title: RegExp): boolean {
  const [cell] = block.cells;
  if (cell !== undefined) return cell.end - cell.start <= 40 && title.test(outline.masked.slice(cell.start, cell.end));
  const key = /^([^:]{2,40}):\s*\S/.exec(outline.masked.slice(block.start, Math.min(block.end, block.start + 60)))?.[1];
  return key !== undefined && title.test(key);
}

/** Whether a heading above, or the line that introduces the list, has the title. */
export function isUnder(outline: Outline, block: PlacedBlock, title: RegExp): boolean {
  const parent = outline.blocks[block.parent];
  if (
    parent !== undefined &&
    parent.end - parent.start <= 60 &&
    title.test(outline.masked.slice(parent.start, parent.end).replace(/:\s*$/, ''))
  )
    return true;
  return sectionsAround(outline, block).some((section) => section.heading !== block.index && isTitled(section, title));
}

const CONTACT = /^\W*(?:contact(?: (?:details|information|me))?|kontakt(?:daten)?|coordonnées|me contacter)\W*$/iu;

/** Whether the line or row tells how the person can be reached ("Contact: …"), which names channels and places. */
export function isContactLine(outline: Outline, block: PlacedBlock): boolean {
  return startsLike(outline, block, CONTACT);
}

function isUnderEntry(outline: Outline, block: PlacedBlock, title: RegExp): boolean {
  const section = outline.sections[block.section];
  return section !== undefined && !isTitled(section, title) && isUnder(outline, block, title);
}

import { DocumentWriter, type WrittenDocument } from './document-writer.ts';

const HEADING = /^(\*{1,12})\s+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)\s+)?(?:\[#[A-Z]\]\s+)?(.*?)(?:\s+:[\w@#%:]+:)?\s*$/;
const STATE = /^\*+\s+(TODO|NEXT|WAITING)\s/;
const ITEM = /^(\s*)(?:[-+]|\d{1,3}[.)]|(?<=\s)\*)\s+(?:\[[ xX-]\]\s+)?(.*)$/;
const KEYWORD = /^\s*#\+(\w+):\s*(.*)$/;

/** Sets an org-mode document as text: headings, lists, tables, blocks; drawers, comments and markup are left out. Never throws. */
export function readOrg(text: string): WrittenDocument {
  const writer = new DocumentWriter();
  let paragraph: string[] = [];
  let item: { text: string; depth: number } | null = null;
  let headers: string[] = [];
  let previousRow: string[] | null = null;
  let code: string[] | null = null;
  let isInDrawer = false;
  const flush = (): void => {
    if (item !== null) writer.item(plain(item.text), item.depth);
    if (paragraph.length > 0) writer.paragraph(plain(paragraph.join(' ')));
    if (previousRow !== null) writer.row(previousRow, headers);
    item = null;
    paragraph = [];
    previousRow = null;
    headers = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (code !== null) {
      if (/^\s*#\+end_/i.test(line)) {
        writer.code(code.join('\n'));
        code = null;
      } else code.push(line);
      continue;
    }
    if (isInDrawer || /^\s*:[\w-]+:\s*$/.test(line)) {
      isInDrawer = !/^\s*:end:\s*$/i.test(line);
      continue;
    }
    const block = /^\s*#\+begin_(\w+)/i.exec(line)?.[1]?.toLowerCase();
    const keyword = KEYWORD.exec(line);
    const heading = HEADING.exec(line);
    const found = heading === null ? ITEM.exec(line) : null;
    if (block !== undefined) {
      flush();
      if (block === 'src' || block === 'example') code = [];
    } else if (/^\s*#\+end_/i.test(line) || /^\s*#(?:\s|$)/.test(line)) flush();
    else if (keyword !== null) {
      flush();
      if (/^(?:title|subtitle)$/i.test(keyword[1] ?? '')) writer.heading(plain(keyword[2] ?? ''), 1);
      else if (/^author$/i.test(keyword[1] ?? '')) writer.paragraph(`Author: ${keyword[2]}`);
    } else if (heading !== null) {
      flush();
      const state = STATE.exec(line)?.[1];
      writer.heading(`${state === undefined ? '' : `${state}: `}${plain(heading[2] ?? '')}`, heading[1]?.length ?? 1);
    } else if (/^\s*\|/.test(line)) {
      if (/^\s*\|[-+]+\|?\s*$/.test(line)) {
        // The rule below the first row makes it the head.
        if (previousRow !== null && headers.length === 0) {
          headers = previousRow;
          writer.row(previousRow);
          previousRow = null;
        }
        continue;
      }
      const kept = headers;
      const row: string[] | null = previousRow;
      if (row !== null) writer.row(row, kept);
      else if (kept.length === 0) flush();
      headers = kept;
      previousRow = line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map(plain);
    } else if (found !== null) {
      flush();
      item = { text: found[2] ?? '', depth: Math.floor((found[1]?.length ?? 0) / 2) };
    } else if (line.trim() === '') flush();
    else if (item !== null) item.text += ` ${line.trim()}`;
    else paragraph.push(line.trim());
  }
  flush();
  if (code !== null) writer.code(code.join('\n'));
  return writer.done();
}

/** Without emphasis, links and timestamps' brackets; "term :: text" becomes "term: text". */
function plain(text: string): string {
  return text
    .replace(/\[\[[^\][]{0,500}\]\[([^\][]{0,500})\]\]/g, '$1')
    .replace(/\[\[([^\][]{0,500})\]\]/g, '$1')
    .replace(/(^|[\s("'])([*/_=~+])(\S(?:[^\n]{0,300}?\S)?)\2(?=$|[\s.,;:!?)"'-])/g, '$1$3')
    .replace(/[<[](\d{4}-\d{2}-\d{2})[^\]>\n]{0,30}[\]>]/g, '$1')
    .replace(/ :: /, ': ')
    .trim();
}

import type { Mark } from './review-items.ts';

/** A stretch of whole lines that is put on the screen at once. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** Lines on the screen, as far as can be told before it is there. */
  readonly lines: number;
  readonly marks: readonly Mark[];
}

const CHUNK_LINES = 60;
const CHUNK_CHARS = 6000;
const CHARS_PER_LINE = 72;

/** Cuts a text into chunks at line ends, each with the marks that touch it. Linear in text and marks. */
export function chunksOf(text: string, marks: readonly Mark[]): Chunk[] {
  const chunks: Chunk[] = [];
  let next = 0;
  let open: Mark[] = [];
  const add = (start: number, end: number, lines: number): void => {
    while (next < marks.length && (marks[next]?.start ?? end) < end) {
      const mark = marks[next];
      if (mark !== undefined) open.push(mark);
      next += 1;
    }
    open = open.filter((mark) => mark.end > start);
    chunks.push({ start, end, lines, marks: open });
  };
  let start = 0;
  let lines = 0;
  for (let at = 0; at < text.length; ) {
    const lineBreak = text.indexOf('\n', at);
    const lineEnd = lineBreak === -1 ? text.length : lineBreak + 1;
    // A line without an end is cut too: a file can consist of one.
    const end = Math.min(lineEnd, start + CHUNK_CHARS);
    lines += Math.max(1, Math.ceil((end - at) / CHARS_PER_LINE));
    at = end;
    if (at - start >= CHUNK_CHARS || lines >= CHUNK_LINES) {
      add(start, at, lines);
      start = at;
      lines = 0;
    }
  }
  if (start < text.length) add(start, text.length, lines);
  return chunks;
}

/** The index of the chunk an offset lies in. */
export function chunkAt(chunks: readonly Chunk[], offset: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A run of text on a page; the origin is the lower left corner, lengths are in points. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of a column, or a row of cells that stand beside each other. */
export interface PageLine {
  readonly cells: readonly string[];
  readonly x: number;
  /** Where the line's last letter ends. */
  readonly right: number;
  readonly y: number;
  readonly height: number;
  /** The left and right edge of the column it stands in. */
  readonly column: { readonly left: number; readonly right: number };
}

interface Fragment {
  text: string;
  x: number;
  right: number;
  y: number;
  height: number;
}

/** Words further apart than this many heights belong to different columns or cells. */
const CELL_GAP = 1.5;
/** No space between two words is wider than this many heights, save in justified text. */
const WORD_GAP = 0.45;
const MIN_TABLE_ROWS = 3;
/** White space that parts two columns is at least this many heights wide. */
const GUTTER = 0.9;
const MIN_COLUMN_LINES = 4;

/** Puts the runs of one page into lines in reading order: what spans the page first, then each column from top to bottom. */
export function layOut(glyphs: readonly Glyphs[]): PageLine[] {
  const rows = toRows(glyphs.filter((each) => each.text.trim() !== '' && each.height > 0));
  if (rows.length === 0) return [];
  return readRegion(rows, 0);
}

/** Fragments that stand on one base line, from the top of the page. */
function toRows(glyphs: readonly Glyphs[]): Fragment[][] {
  const sorted = [...glyphs].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Glyphs[][] = [];
  let last: Glyphs | null = null;
  for (const each of sorted) {
    const row = rows.at(-1);
    const isSame = last !== null && Math.abs(last.y - each.y) <= Math.min(last.height, each.height) * 0.5;
    if (row !== undefined && isSame) row.push(each);
    else {
      rows.push([each]);
      last = each;
    }
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  const starts = columnStarts(rows);
  return rows.map((row) => joinFragments(row, starts));
}

/** Places at which runs begin after a gap in several rows: the columns of a table, however narrow the gap is. */
function columnStarts(rows: readonly (readonly Glyphs[])[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const [index, each] of row.entries()) {
      const before = row[index - 1];
      if (before === undefined || each.x - before.x - before.width < each.height * WORD_GAP) continue;
      const place = Math.round(each.x);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= MIN_TABLE_ROWS).map(([place]) => place));
}

function joinFragments(row: readonly Glyphs[], starts: ReadonlySet<number>): Fragment[] {
  const fragments: Fragment[] = [];
  for (const { text, x, y, width, height } of row) {
    const open = fragments.at(-1);
    const gap = open === undefined ? 0 : x - open.right;
    const beginsCell = gap >= height * WORD_GAP && starts.has(Math.round(x));
    if (open !== undefined && gap < height * CELL_GAP && gap > -height * 2 && !beginsCell) {
      const needsSpace = gap > height * 0.18 && !/\s$/.test(open.text) && !/^\s/.test(text);
      open.text += `${needsSpace ? ' ' : ''}${text}`;
      open.right = Math.max(open.right, x + width);
      open.height = Math.max(open.height, height);
    } else fragments.push({ text, x, right: x + width, y, height });
  }
  return fragments;
}

/** Splits a region at a gutter where it has one; rows that cross the gutter stand between the parts. */
function readRegion(rows: readonly (readonly Fragment[])[], nesting: number): PageLine[] {
  const gutter = nesting > 2 ? null : findGutter(rows);
  if (gutter === null) return asLines(rows);
  const lines: PageLine[] = [];
  let left: Fragment[][] = [];
  let right: Fragment[][] = [];
  const flush = (): void => {
    lines.push(...readRegion(left, nesting + 1), ...readRegion(right, nesting + 1));
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.some((each) => each.x < gutter && each.right > gutter)) {
      flush();
      lines.push(...asLines([row]));
      continue;
    }
    const onLeft = row.filter((each) => each.right <= gutter);
    const onRight = row.filter((each) => each.x >= gutter);
    if (onLeft.length > 0) left.push(onLeft);
    if (onRight.length > 0) right.push(onRight);
  }
  flush();
  return lines;
}

/**
 * The place of the white space between two columns: where many rows have nothing, on both sides enough lines, and the two
 * sides are not the cells of a table (short cells that all stand on common base lines).
 */
function findGutter(rows: readonly (readonly Fragment[])[]): number | null {
  const fragments = rows.flat();
  if (fragments.length < MIN_COLUMN_LINES * 2) return null;
  const left = Math.min(...fragments.map((each) => each.x));
  const right = Math.max(...fragments.map((each) => each.right));
  const height = median(fragments.map((each) => each.height));
  let best: { at: number; crossing: number } | null = null;
  for (const each of fragments) {
    const at = each.x - (height * GUTTER) / 2;
    if (at < left + (right - left) * 0.15 || at > left + (right - left) * 0.85) continue;
    const crossing = fragments.filter((other) => other.x < at - 0.1 && other.right > at - (height * GUTTER) / 2).length;
    if (best === null || crossing < best.crossing) best = { at, crossing };
    if (crossing === 0) break;
  }
  if (best === null || best.crossing > fragments.length * 0.25) return null;
  return isColumns(rows, best.at) ? best.at : null;
}

function isColumns(rows: readonly (readonly Fragment[])[], gutter: number): boolean {
  let leftLines = 0;
  let rightLines = 0;
  let common = 0;
  let leftChars = 0;
  let rightChars = 0;
  for (const row of rows) {
    if (row.some((each) => each.x < gutter && each.right > gutter)) continue;
    const onLeft = row.filter((each) => each.right <= gutter);
    const onRight = row.filter((each) => each.x >= gutter);
    leftLines += onLeft.length > 0 ? 1 : 0;
    rightLines += onRight.length > 0 ? 1 : 0;
    common += onLeft.length > 0 && onRight.length > 0 ? 1 : 0;
    leftChars += onLeft.reduce((sum, each) => sum + each.text.length, 0);
    rightChars += onRight.reduce((sum, each) => sum + each.text.length, 0);
  }
  const fewer = Math.min(leftLines, rightLines);
  if (fewer < MIN_COLUMN_LINES) return false;
  // A table, and dates at the margin, share their base lines with what they belong to, and one side is short.
  const isShort = Math.min(leftChars / Math.max(1, leftLines), rightChars / Math.max(1, rightLines)) < 22;
  return !(common >= fewer * 0.85 && isShort);
}

function asLines(rows: readonly (readonly Fragment[])[]): PageLine[] {
  const all = rows.flat();
  const column = { left: Math.min(...all.map((each) => each.x)), right: Math.max(...all.map((each) => each.right)) };
  return rows.flatMap((row) => {
    const [first] = row;
    const last = row.at(-1);
    if (first === undefined || last === undefined) return [];
    // A bullet is set apart from its words and belongs to them.
    const isBullet = row.length > 1 && /^\s*[•▪‣●○◦■–*\uf0a7\uf0b7-]\s*$/u.test(first.text);
    const cells = row.map((each) => each.text.trim());
    return [
      {
        cells: isBullet ? [`• ${cells.slice(1).join(' ')}`] : cells,
        x: first.x,
        right: last.right,
        y: first.y,
        height: Math.max(...row.map((each) => each.height)),
        column,
      },
    ];
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

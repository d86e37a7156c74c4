/**
 * Lists inside one cell of a table: one item a line, its parts divided by `|`, the wordings of a part by `;`. What of these stands in
 * a text itself is written with a backslash before it.
 */
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '|': '\\|', ';': '\\;', '\n': '\\n', '*': '\\*' };

/** A text that can stand in a list. */
export function escaped(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/[\\|;\n*]/g, (character) => ESCAPES[character] ?? character);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character)).trim();
}

/** The parts of a line; a text between two marks that are not escaped. */
export function splitAt(line: string, mark: '|' | ';'): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === mark) {
      parts.push(line.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, line.slice(from)];
}

export interface CellItem {
  /** The item begins with a star: the essential point, the right option. */
  readonly isMarked: boolean;
  readonly text: string;
  /** What follows after each `|`, as its wordings. */
  readonly rest: readonly (readonly string[])[];
}

/** The items of a cell, empty lines left out. */
export function readItems(cell: string): CellItem[] {
  return cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const isMarked = /^\*\s/.test(line);
      const [text = '', ...rest] = splitAt(isMarked ? line.slice(1) : line, '|');
      return {
        isMarked,
        text: unescaped(text),
        rest: rest.map((part) =>
          splitAt(part, ';')
            .map(unescaped)
            .filter((one) => one !== ''),
        ),
      };
    });
}

/** One item as a line. */
export function writeItem({ isMarked, text, rest }: CellItem): string {
  const parts = [`${isMarked ? '* ' : ''}${escaped(text)}`, ...rest.map((part) => part.map(escaped).join('; '))];
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts.join(' | ');
}

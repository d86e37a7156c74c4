import { DocumentWriter, type WrittenDocument } from './document-writer.ts';
import { ACCENTS, DOUBLE, HEADS, LINES, PERSONAL, pair, SECTIONS, SIGNS, SILENT } from './latex-commands.ts';

const MAX_NESTING = 60;
const MAX_ARGUMENT = 200_000;

/** Sets a LaTeX CV as text by the usual commands of moderncv, AltaCV, and the common résumé templates. Never throws. */
export function readLatex(source: string): WrittenDocument {
  const writer = new LatexWriter();
  const text = source.replace(/(^|[^\\])%[^\r\n]*/g, '$1').replace(/\\verb(.)(.*?)\1/g, '$2');
  const body = text.indexOf('\\begin{document}');
  if (body !== -1) writer.preamble(text.slice(0, body));
  writer.body(body === -1 ? text : text.slice(body + '\\begin{document}'.length));
  return writer.done();
}

class LatexWriter {
  private readonly writer = new DocumentWriter();
  private text = '';
  private readonly lists: string[] = [];
  private isItem = false;
  private rowOf: string[] | null = null;
  private headers: string[] = [];

  done(): WrittenDocument {
    this.flush();
    return this.writer.done();
  }

  /** Before the document begins only the person's data is text. */
  preamble(source: string): void {
    for (const match of source.matchAll(/\\(\w+)(?:\[[^\]]{0,80}\])?\s*(?=\{)/g)) {
      const command = match[1] ?? '';
      if (!(command in PERSONAL)) continue;
      const { args } = readArguments(source, match.index + match[0].length, command === 'name' ? 2 : 3);
      this.writePersonal(command, args);
    }
  }

  body(source: string, nesting = 0): void {
    if (nesting > MAX_NESTING) return;
    for (let at = 0; at < source.length && !this.writer.isFull(); ) {
      const sign = source[at] ?? '';
      if (sign === '\\') at = this.command(source, at, nesting);
      else if (sign === '{' || sign === '}' || sign === '$') at += 1;
      else if (sign === '~') {
        this.text += ' ';
        at += 1;
      } else if (sign === '&' && this.rowOf !== null) {
        this.endCell();
        at += 1;
      } else if (sign === '\n') at = this.lineBreak(source, at);
      else {
        const next = nextSpecial(source, at);
        this.text += source.slice(at, next).replaceAll('---', '—').replaceAll('--', '–').replace(/``|''/g, '"');
        at = next;
      }
    }
    if (nesting === 0) this.flush();
  }

  /** Reads a command at its backslash and returns where the text goes on. */
  private command(source: string, start: number, nesting: number): number {
    const found = /\\([A-Za-z@]+)\*?|\\([\s\S])/y;
    found.lastIndex = start;
    const match = found.exec(source);
    if (match === null) return start + 1;
    const end = start + match[0].length;
    const [, word, sign] = match;
    if (word === undefined) return this.signCommand(source, sign ?? '', end);
    return this.wordCommand(source, word, end, nesting);
  }

  private signCommand(source: string, sign: string, end: number): number {
    if (sign === '\\') {
      const gap = /^\s*(?:\[[^\]]{0,20}\])?/.exec(source.slice(end, end + 30))?.[0].length ?? 0;
      if (this.rowOf !== null) this.endRow();
      else if (this.isItem || this.lists.length > 0) this.text += ' ';
      else this.flush();
      return end + gap;
    }
    const accent = ACCENTS[sign];
    if (accent !== undefined && /^\{?\\?[A-Za-z]/.test(source.slice(end, end + 3))) {
      const letter = /^\{?\\?([A-Za-z])\}?/.exec(source.slice(end, end + 4));
      this.text += `${letter?.[1] ?? ''}${accent}`.normalize('NFC');
      return end + (letter?.[0].length ?? 0);
    }
    this.text += /[&%$#_{}]/.test(sign) ? sign : ' ';
    return end;
  }

  private wordCommand(source: string, word: string, end: number, nesting: number): number {
    const name = word.toLowerCase();
    const known = SIGNS[word];
    if (known !== undefined) {
      this.text += known;
      return end + (/^\{\}/.test(source.slice(end, end + 2)) ? 2 : /^ /.test(source.slice(end, end + 1)) && /\w$/.test(known) ? 1 : 0);
    }
    if (word.length === 1 && ACCENTS[word] !== undefined && /^\s?\{?[A-Za-z]/.test(source.slice(end, end + 3))) {
      const letter = /^\s?\{?([A-Za-z])\}?/.exec(source.slice(end, end + 4));
      this.text += `${letter?.[1] ?? ''}${ACCENTS[word]}`.normalize('NFC');
      return end + (letter?.[0].length ?? 0);
    }
    if (word === 'begin' || word === 'end') return this.environment(source, word, end);
    if (word === 'item') return this.item(source, end);
    const depth = SECTIONS[name];
    const line = LINES[name];
    const head = HEADS[name];
    if (depth === undefined && line === undefined && head === undefined && !DOUBLE.has(name) && !(name in PERSONAL) && name !== 'href') {
      if (SILENT.has(word)) return readArguments(source, end, 4).end;
      if (
        /^(?:newline|linebreak|par|hfill|quad|qquad|bigskip|medskip|smallskip|newpage|maketitle|makecvtitle|hline|toprule|midrule|bottomrule|centering)$/.test(
          word,
        )
      ) {
        if (word === 'hfill' || word === 'quad' || word === 'qquad') this.text += ' | ';
        else if (word === 'par' || word === 'newline' || word === 'linebreak') this.flush();
        return end;
      }
      return /^\[/.test(source.slice(end, end + 1)) ? readArguments(source, end, 0).end : end;
    }
    const { args, end: after } = readArguments(source, end, 6);
    const plain = (index: number): string => this.inline(args[index] ?? '', nesting);
    if (name === 'href') {
      this.text += plain(1);
      return after;
    }
    this.flush();
    if (depth !== undefined) this.writer.heading(plain(0), depth);
    else if (line !== undefined) this.writer.item(line(args.map((_, index) => plain(index))));
    else if (DOUBLE.has(name)) for (const at of [0, 2]) this.writer.item(pair(plain(at), plain(at + 1)));
    else if (name in PERSONAL) this.writePersonal(name, args);
    else if (head !== undefined) {
      const { head: title, rest } = head(args.map((each, index) => (index >= 3 && each.includes('\\item') ? each : plain(index))));
      this.writer.heading(title, 3);
      for (const part of rest) this.body(part, nesting + 1);
      this.flush();
    }
    return after;
  }

  private writePersonal(command: string, args: readonly string[]): void {
    const value = this.inline(args.join(' '), 0);
    const label = PERSONAL[command];
    if (value !== '') this.writer.line(label === undefined || label === '' ? value : `${label}: ${value}`);
  }

  private environment(source: string, word: string, end: number): number {
    const name = /^\{([^}]{0,40})\}/.exec(source.slice(end, end + 42));
    if (name === null) return end;
    const kind = (name[1] ?? '').replace('*', '');
    this.flush();
    if (/^(?:itemize|enumerate|description|compactitem|cvitems|highlights|rsection.*list)$/.test(kind)) {
      if (word === 'begin') this.lists.push(kind);
      else this.lists.pop();
      this.isItem = false;
    }
    const isTable = /^(?:tabular[xy]?|longtable|tabulary|array)$/.test(kind);
    if (isTable) this.rowOf = word === 'begin' ? [] : null;
    if (isTable) this.headers = [];
    const after = end + name[0].length;
    return word === 'begin' ? readArguments(source, after, isTable ? 2 : /^rSection$/i.test(kind) ? 0 : 0).end : after;
  }

  private item(source: string, end: number): number {
    this.flush();
    this.isItem = true;
    const label = /^\s*\[([^\]]{0,120})\]/.exec(source.slice(end, end + 130));
    if (label === null) return end;
    this.text = `${this.inline(label[1] ?? '', 0).replace(/:$/, '')}: `;
    return end + label[0].length;
  }

  private lineBreak(source: string, at: number): number {
    const blank = /\n[ \t]*\n/y;
    blank.lastIndex = at;
    if (blank.test(source) && this.lists.length === 0 && this.rowOf === null) this.flush();
    else this.text += ' ';
    return at + 1;
  }

  private endCell(): void {
    this.rowOf?.push(this.text);
    this.text = '';
  }

  private endRow(): void {
    this.endCell();
    const row = (this.rowOf ?? []).map((cell) => cell.trim());
    this.writer.row(row, this.headers);
    if (this.headers.length === 0 && row.length > 1) this.headers = row;
    this.rowOf = [];
  }

  private flush(): void {
    const text = this.text.trim();
    this.text = '';
    if (this.rowOf !== null && this.rowOf.length > 0) {
      this.text = text;
      this.endRow();
      return;
    }
    if (text === '') return;
    if (this.lists.length > 0 || this.isItem) this.writer.item(text, Math.max(0, this.lists.length - 1));
    else this.writer.paragraph(text);
    this.isItem = this.lists.length > 0 && this.isItem;
  }

  /** The words of an argument, set by a writer of its own. */
  private inline(source: string, nesting: number): string {
    const inner = new LatexWriter();
    inner.body(source, nesting + 1);
    inner.flush();
    return inner.writer.done().text.replace(/\s+/g, ' ').trim();
  }
}

/** Reads up to `most` arguments in braces, and skips those in brackets; linear, unbalanced braces end at the text's end. */
function readArguments(source: string, from: number, most: number): { args: string[]; end: number } {
  const args: string[] = [];
  let end = from;
  for (;;) {
    const gap = /\s*/y;
    gap.lastIndex = end;
    const at = end + (gap.exec(source)?.[0].length ?? 0);
    const sign = source[at];
    if (sign !== '[' && (sign !== '{' || args.length >= most)) return { args, end };
    const close = closing(source, at);
    if (sign === '{') args.push(source.slice(at + 1, close));
    end = Math.min(source.length, close + 1);
  }
}

function closing(source: string, from: number): number {
  const open = source[from] === '{' ? '{' : '[';
  const close = open === '{' ? '}' : ']';
  let depth = 0;
  const last = Math.min(source.length, from + MAX_ARGUMENT);
  for (let at = from; at < last; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (sign === open) depth += 1;
    else if (sign === close) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return last;
}

function nextSpecial(source: string, from: number): number {
  const special = /[\\{}$~&\n]/g;
  special.lastIndex = from + 1;
  return special.exec(source)?.index ?? source.length;
}

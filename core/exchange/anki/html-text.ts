import { Parser } from 'htmlparser2';

/** Elements whose content is nothing to read. */
const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'head', 'iframe', 'object', 'audio', 'video']);
const BLOCKS = new Set(
  'address article blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(' '),
);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const MAX_OPEN = 2_000;
/** More than this in one field is no card. */
export const MAX_FIELD = 20_000;

/**
 * A field of a flash card as text: paragraphs, lists with a dash, code between backticks; pictures and sounds are named in brackets,
 * since the files themselves are not taken. Nothing of it is markup afterwards. Never throws; cut at 20,000 characters.
 */
export function htmlToText(html: string): string {
  const field = html.slice(0, MAX_FIELD * 5);
  if (isTooDeep(field)) return tidied(field.replace(/<[^<>]*>/g, ' '));
  const writer = new TextWriter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes['src'] ?? ''),
      ontext: (text) => writer.write(text),
      onclosetag: (name) => writer.close(name),
    },
    { decodeEntities: true },
  );
  parser.write(field.replace(/\[sound:([^\]]*)\]/g, '[sound: $1]'));
  parser.end();
  return tidied(writer.text);
}

/** The parser searches its open elements for each new one; a field of endlessly nested ones is read without it. */
function isTooDeep(html: string): boolean {
  let open = 0;
  for (const tag of html.matchAll(/<(\/?)[a-z]/gi)) {
    open += tag[1] === '' ? 1 : -1;
    if (open > MAX_OPEN) return true;
  }
  return false;
}

class TextWriter {
  text = '';
  #skipping = 0;
  #preformatted = 0;

  open(name: string, source: string): void {
    if (SKIPPED.has(name)) this.#skipping += 1;
    if (this.#skipping > 0) return;
    if (name === 'img') this.text += `[picture: ${source}]`;
    else if (name === 'br') this.text += '\n';
    else if (BLOCKS.has(name)) this.#line();
    if (name === 'li') this.text += '- ';
    if (name === 'td' || name === 'th') this.text += this.text.endsWith('\n') ? '' : ' ';
    if (name === 'pre') this.#preformatted += 1;
    if (CODE.has(name) && this.#preformatted === 0) this.text += '`';
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipping = Math.max(0, this.#skipping - 1);
    if (this.#skipping > 0) return;
    if (CODE.has(name) && this.#preformatted === 0) this.text += '`';
    if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (name === 'p') this.text += '\n\n';
    else if (BLOCKS.has(name)) this.#line();
  }

  write(text: string): void {
    if (this.#skipping === 0) this.text += this.#preformatted > 0 ? text : text.replace(/\s+/g, ' ');
  }

  #line(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }
}

function tidied(text: string): string {
  return (
    text
      .replaceAll('\u00a0', ' ')
      // A backtick pair around nothing.
      .replaceAll('``', '')
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
      .slice(0, MAX_FIELD)
  );
}

/** A text as a field: line ends and `code` kept, everything else exactly as it reads. */
export function textToHtml(text: string): string {
  return text
    .trim()
    .split('`')
    .map((part, at, parts) => {
      const html = escapeHtml(part).replace(/\r\n|\r|\n/g, '<br>');
      return at % 2 === 1 && at < parts.length - 1 ? `<code>${html}</code>` : at % 2 === 1 ? `\`${html}` : html;
    })
    .join('');
}

/** Text as HTML. Control characters go: Anki divides a note's fields by one of them. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

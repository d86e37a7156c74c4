import { AppError } from '../errors.ts';
import type { DecodedDocument } from './types.ts';

/** Larger documents are refused: 32 MB of text is some 15,000 pages, more than any person's own. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

/** Share of control characters from which a file without a known signature counts as binary. */
const MAX_CONTROL_SHARE = 0.02;

/** First bytes of the formats people are likely to drop here by mistake. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly looksLike: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], looksLike: 'a PDF file' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], looksLike: 'a ZIP archive, as Word (DOCX) and LibreOffice (ODT) files are' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], looksLike: 'an empty ZIP archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], looksLike: 'an old Word (DOC) or Office file' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], looksLike: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], looksLike: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], looksLike: 'a GIF picture' },
  { bytes: [0x1f, 0x8b], looksLike: 'a gzip archive' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], looksLike: 'an RTF file' },
];

/** Line shapes that only Markdown has; two different ones, or a heading, make a text Markdown. */
const MARKDOWN_SIGNS: readonly RegExp[] = [
  /^ {0,3}\|? *:?-{3,}:? *\|[-:| ]*\r?$/m,
  /\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)/,
  /^ {0,3}(?:```|~~~)/m,
  /(?:^|\s)\*\*[^*\n]{1,200}\*\*/m,
];
const MARKDOWN_HEADING = /^ {0,3}#{1,6} \S/m;

/**
 * Decodes an imported file: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252 (which reads
 * Latin-1 too). The text keeps every character, line ends included, so that spans stay true.
 * @throws AppError 'too_large' above 32 MB, 'unsupported' for binary files, 'invalid' for files without any text.
 */
export function decodeDocument(bytes: Uint8Array, name: string): DecodedDocument {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) {
    throw new AppError(
      'too_large',
      `"${name}" has ${Math.ceil(bytes.byteLength / 1024 / 1024)} MB; documents of up to 32 MB can be imported. Nothing was changed.`,
    );
  }
  refuseKnownBinary(bytes, name);
  const text = decodeText(bytes);
  if (text.trim() === '') {
    throw new AppError('invalid', `"${name}" contains no text. Nothing was changed.`);
  }
  if (looksBinary(text)) throw unsupported(name, 'a binary file, not a text');
  return { name, text, format: detectFormat(name, text), bytes: bytes.byteLength };
}

function refuseKnownBinary(bytes: Uint8Array, name: string): void {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  if (found !== undefined) throw unsupported(name, found.looksLike);
}

function unsupported(name: string, looksLike: string): AppError {
  return new AppError(
    'unsupported',
    `"${name}" looks like ${looksLike}. Markdown and plain text can be read: save or export the document as one of these and import that. Nothing was changed.`,
  );
}

function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: an older editor on Windows wrote it. Every byte has a meaning there, so this cannot fail.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function looksBinary(text: string): boolean {
  let control = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0) return true;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) || code === 0xfffd) control += 1;
  }
  return control / text.length > MAX_CONTROL_SHARE;
}

function detectFormat(name: string, text: string): DecodedDocument['format'] {
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (MARKDOWN_HEADING.test(text)) return 'markdown';
  return MARKDOWN_SIGNS.filter((sign) => sign.test(text)).length >= 2 ? 'markdown' : 'text';
}

import { AppError } from '../errors.ts';
import type { DecodedDocument } from './types.ts';

/** Larger documents are refused: 32 MB of text is some 15,000 pages, more than any person's own. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

/** Share of control characters from which a file without a known signature counts as binary. */
const MAX_CONTROL_SHARE = 0.02;

/** First bytes of the files people are likely to drop here that hold no text, with what to do about each. */
const SIGNATURES: readonly { readonly bytes: readonly (number | null)[]; readonly looksLike: string; readonly advice: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], looksLike: 'an office document or an archive', advice: 'Save it as Word (DOCX), PDF or plain text' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], looksLike: 'an empty ZIP archive', advice: 'Choose the document itself' },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    looksLike: 'an old Word (DOC) file, or a document protected by a password',
    advice: 'Save it without a password as DOCX or plain text',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], looksLike: 'a PNG picture', advice: 'Run it through text recognition (OCR), or paste the text' },
  { bytes: [0xff, 0xd8, 0xff], looksLike: 'a JPEG picture', advice: 'Run it through text recognition (OCR), or paste the text' },
  { bytes: [0x47, 0x49, 0x46, 0x38], looksLike: 'a GIF picture', advice: 'Run it through text recognition (OCR), or paste the text' },
  {
    bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
    looksLike: 'a WebP picture',
    advice: 'Run it through text recognition (OCR), or paste the text',
  },
  {
    bytes: [null, null, null, null, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69],
    looksLike: 'a HEIC picture',
    advice: 'Run it through text recognition (OCR), or paste the text',
  },
  { bytes: [0x49, 0x49, 0x2a, 0x00], looksLike: 'a TIFF picture', advice: 'Run it through text recognition (OCR), or paste the text' },
  { bytes: [0x1f, 0x8b], looksLike: 'a gzip archive', advice: 'Unpack it and choose the document inside' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], looksLike: 'a 7z archive', advice: 'Unpack it and choose the document inside' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], looksLike: 'an RTF file', advice: 'Save it as DOCX or plain text' },
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
  refuseBinary(bytes, name);
  return asWritten(bytes, name, decodeText(bytes, name));
}

/** The document of a decoded text that stays as it is: Markdown, or plain text. */
export function asWritten(bytes: Uint8Array, name: string, text: string): DecodedDocument {
  return { name, text, format: detectFormat(name, text), bytes: bytes.byteLength };
}

/** @throws AppError `unsupported` for a file that begins like a format without text, naming it and what to do */
export function refuseBinary(bytes: Uint8Array, name: string): void {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => byte === null || bytes[index] === byte));
  if (found !== undefined)
    throw new AppError('unsupported', `"${name}" looks like ${found.looksLike}. ${found.advice} and import that. Nothing was changed.`);
}

/**
 * The text of a file in UTF-8, UTF-16 or Windows-1252.
 * @throws AppError `invalid` without any text, `unsupported` for binary files
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = decodeBytes(bytes);
  if (text.trim() === '') throw new AppError('invalid', `"${name}" contains no text. Nothing was changed.`);
  if (looksBinary(text))
    throw new AppError(
      'unsupported',
      `"${name}" looks like a binary file, not a text. Export it as text, PDF or DOCX and import that. Nothing was changed.`,
    );
  return text;
}

function decodeBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: an older editor on Windows wrote it. Every byte has a meaning there, so this cannot fail.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 without a mark: in Latin letters every other byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 2000) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even === 0) return 'utf-16le';
  return even > pairs * 0.7 && odd === 0 ? 'utf-16be' : null;
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

import { AppError } from '../errors.ts';
import { asWritten, decodeDocument, decodeText, MAX_DOCUMENT_BYTES, refuseBinary } from './decode.ts';
import type { WrittenDocument } from './formats/document-writer.ts';
import type { DecodedDocument, DocumentFormat } from './types.ts';

type TextFormat = Exclude<DocumentFormat, 'docx' | 'pdf' | 'linkedin'>;

const EXTENSIONS: readonly { readonly format: TextFormat; readonly pattern: RegExp }[] = [
  { format: 'markdown', pattern: /\.(?:md|markdown|mdown|mkd)$/i },
  { format: 'html', pattern: /\.(?:html?|xhtml)$/i },
  { format: 'org', pattern: /\.org$/i },
  { format: 'latex', pattern: /\.(?:tex|latex)$/i },
  { format: 'csv', pattern: /\.csv$/i },
  { format: 'tsv', pattern: /\.(?:tsv|tab)$/i },
  { format: 'json-resume', pattern: /\.json$/i },
  { format: 'yaml-resume', pattern: /\.ya?ml$/i },
];
/** What a text is by itself, where its name does not tell: the first that fits. */
const CONTENTS: readonly { readonly format: TextFormat; readonly pattern: RegExp }[] = [
  { format: 'html', pattern: /^\s*(?:<!doctype html|<html[\s>])/i },
  { format: 'json-resume', pattern: /^\s*\{\s*"(?:\$schema|basics|work|skills)"\s*:/ },
  { format: 'latex', pattern: /^[^\n]{0,200}\\documentclass|\n\\documentclass|\\begin\{document\}/ },
  { format: 'org', pattern: /^(?:#\+\w+:|\* \S[^\n]*\n(?:[^\n]*\n){0,20}?\*\* \S)/ },
];

/**
 * Reads a file of any format that can be imported as text with its structure. Markdown and plain text stay as they are;
 * every other format is set as readable text by its reader.
 * @throws AppError `too_large` above 32 MB, `unsupported` for what cannot be read (pictures, scans, other archives),
 * `invalid` for empty and damaged files
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<DecodedDocument> {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) return decodeDocument(bytes, name);
  const binary = await readBinary(bytes, name);
  if (binary !== null) return finish(bytes, name, binary.format, binary.written);
  refuseBinary(bytes, name);
  const text = decodeText(bytes, name);
  const format = formatOf(name, text);
  const written = format === null ? null : await readText(text, name, format);
  return format === null || written === null ? asWritten(bytes, name, text) : finish(bytes, name, format, written);
}

function finish(bytes: Uint8Array, name: string, format: DocumentFormat, { text, blocks }: WrittenDocument): DecodedDocument {
  if (text.trim() === '') throw new AppError('invalid', `"${name}" contains no text. Nothing was changed.`);
  return { name, text, format, bytes: bytes.byteLength, blocks };
}

async function readBinary(bytes: Uint8Array, name: string): Promise<{ format: DocumentFormat; written: WrittenDocument } | null> {
  if (startsWith(bytes, '%PDF-')) {
    const { readPdf } = await import('./formats/pdf.ts');
    return { format: 'pdf', written: await readPdf(bytes, name) };
  }
  if (!startsWith(bytes, 'PK\u0003\u0004')) return null;
  const directory = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 200_000)));
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  if (/word\/document/.test(directory) || /word\//.test(head) || /\.docx$/i.test(name)) {
    const { readDocx } = await import('./formats/docx.ts');
    return { format: 'docx', written: await readDocx(bytes, name) };
  }
  if (/application\/vnd\.oasis\.opendocument|xl\/workbook|ppt\/presentation|\.iwa/.test(head + directory)) return null;
  const { isLinkedInExport, notAnExport, readLinkedIn } = await import('./formats/linkedin.ts');
  if (!isLinkedInExport(bytes)) throw new AppError('unsupported', notAnExport(name));
  return { format: 'linkedin', written: readLinkedIn(bytes, name) };
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((sign, index) => bytes[index] === sign.charCodeAt(0));
}

function formatOf(name: string, text: string): TextFormat | null {
  const byName = EXTENSIONS.find((each) => each.pattern.test(name))?.format;
  const format = byName ?? CONTENTS.find((each) => each.pattern.test(text.slice(0, 5000)))?.format;
  return format === undefined || format === 'markdown' || format === 'text' ? null : format;
}

async function readText(text: string, name: string, format: TextFormat): Promise<WrittenDocument | null> {
  switch (format) {
    case 'html':
      return (await import('./formats/html.ts')).readHtml(text);
    case 'org':
      return (await import('./formats/org.ts')).readOrg(text);
    case 'latex':
      return (await import('./formats/latex.ts')).readLatex(text);
    case 'csv':
    case 'tsv':
      return (await import('./formats/delimited.ts')).readDelimited(text);
    case 'json-resume':
      return (await import('./formats/structured.ts')).readJsonResume(text, name);
    case 'yaml-resume':
      return (await import('./formats/structured.ts')).readYamlResume(text, name);
    default:
      return null;
  }
}

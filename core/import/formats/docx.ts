import { AppError } from '../../errors.ts';
import { broken, unpack } from './archive.ts';
import type { WrittenDocument } from './document-writer.ts';
import { readHtml } from './html.ts';

/** The text of a 1,000-page document is smaller; parsing more would take longer than anybody waits. */
const MAX_XML_BYTES = 12 * 1024 * 1024;
/** Elements nested deeper than any text processor writes them. */
const MAX_XML_DEPTH = 400;
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", "p[style-name='Titre'] => h1:fresh"];

/** Sets a Word document as text. @throws AppError `invalid` when it is damaged, `too_large` when it is unreasonably big. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<WrittenDocument> {
  const parts = unpack(bytes, name, (entry) => entry.endsWith('.xml'));
  const main = parts.get('word/document.xml') ?? parts.get('word/document2.xml');
  if (main === undefined) throw broken(name, new Error('no word/document.xml'));
  for (const part of parts.values()) if (part.length > MAX_XML_BYTES || isTooDeep(part)) throw tooComplex(name);
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    return readHtml(value);
  } catch (error) {
    throw broken(name, error);
  }
}

/** The XML parser nests its own calls, so the depth is looked at first. */
function isTooDeep(xml: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at + 1 < xml.length; at += 1) {
    if (xml[at] === 0x3c) {
      const next = xml[at + 1];
      if (next === 0x2f) depth -= 1;
      else if (next !== 0x3f && next !== 0x21) depth += 1;
    } else if (xml[at] === 0x2f && xml[at + 1] === 0x3e) depth -= 1;
    if (depth > MAX_XML_DEPTH) return true;
  }
  return false;
}

function tooComplex(name: string): AppError {
  return new AppError(
    'too_large',
    `"${name}" holds more text than can be read from a Word document. Save it as plain text, or only the part about you, and import that. Nothing was changed.`,
  );
}

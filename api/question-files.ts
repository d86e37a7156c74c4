import { strToU8, zipSync } from 'fflate';
import { AppError } from '../core/errors.ts';
import type { OutgoingQuestion } from '../core/exchange/anki/deck.ts';
import { readCsv } from '../core/exchange/csv.ts';
import type { Incoming } from '../core/exchange/incoming.ts';
import { readJsonQuestions } from '../core/exchange/json.ts';
import { readMarkdown } from '../core/exchange/markdown.ts';
import { decodeDocument } from '../core/import/decode.ts';
import { unpack } from '../core/import/formats/archive.ts';
import { nameOf, readCollection } from '../db/anki/read-collection.ts';
import { writeCollection } from '../db/anki/write-collection.ts';

/** A file of 32 MB, the most that is taken, holds about as much text. */
const MAX_COLLECTION_BYTES = 128 * 1024 * 1024;
/** Each picture and sound of a deck is an entry of its own. */
const MAX_ENTRIES = 100_000;
const LIMITS = {
  maxBytes: MAX_COLLECTION_BYTES,
  maxEntries: MAX_ENTRIES,
  tooLarge: (name: string) =>
    new AppError(
      'too_large',
      `"${name}" unpacks to more than ${MAX_COLLECTION_BYTES / 1024 / 1024} MB. Export a deck at a time, without media. Nothing was changed.`,
    ),
} as const;

/**
 * Reads a file of questions, whatever it is: Anki's .apkg or its bare collection, JSON, Markdown, a table.
 * @throws AppError `invalid`, `unsupported` or `too_large`, in words that say what to do; nothing is stored here.
 */
export function readQuestionFile(bytes: Uint8Array, name: string, nowMs: number): Incoming {
  if (startsWith(bytes, 'PK')) return readCollection(collectionIn(bytes, name), name, nowMs);
  if (startsWith(bytes, 'SQLite format 3')) return readCollection(bytes, name, nowMs);
  if (/\.(?:apkg|colpkg|anki2|anki21)$/i.test(name))
    throw new AppError('invalid', `"${name}" is no Anki package: it is not a ZIP file, or cut short. Export it anew. Nothing was changed.`);
  const { text } = decodeDocument(bytes, name);
  if (/\.(?:csv|tsv)$/i.test(name)) return readCsv(text, nameOf);
  if (/\.json$/i.test(name) || /^\s*[[{]/.test(text)) return readJsonQuestions(text, nameOf);
  if (/\.(?:md|markdown)$/i.test(name) || /^## +\S/m.test(text)) return readMarkdown(text, nameOf);
  return readCsv(text, nameOf);
}

/** Anki's package: the database in a ZIP file, with an empty list of media. */
export function asAnkiPackage(questions: readonly OutgoingQuestion[], nowMs: number): Uint8Array {
  return zipSync({ 'collection.anki2': writeCollection(questions, nowMs), media: strToU8('{}') }, { mtime: new Date(nowMs) });
}

/** The database inside a package; the older of the two formats it may hold is only a notice to update then. */
function collectionIn(bytes: Uint8Array, name: string): Uint8Array {
  const names = new Set<string>();
  const entries = unpack(
    bytes,
    name,
    (entry) => {
      names.add(entry);
      return entry === 'collection.anki2' || entry === 'collection.anki21';
    },
    LIMITS,
  );
  const newer = entries.get('collection.anki21');
  if (newer !== undefined) return newer;
  if (names.has('collection.anki21b'))
    throw new AppError(
      'unsupported',
      `"${name}" holds only Anki’s newest compressed format: export it again in Anki with “Support older Anki versions (slower/larger files)” ticked, and import that. Nothing was changed.`,
    );
  const older = entries.get('collection.anki2');
  if (older !== undefined) return older;
  throw new AppError('invalid', `"${name}" is a ZIP file, but no Anki package: no collection is in it. Nothing was changed.`);
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, text.length)) === text;
}

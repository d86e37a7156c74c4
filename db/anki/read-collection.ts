import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { type AnkiNote, readNotes } from '../../core/exchange/anki/deck.ts';
import type { NoteType } from '../../core/exchange/anki/templates.ts';
import { type Incoming, MAX_QUESTIONS, type NameOf } from '../../core/exchange/incoming.ts';

const NAME_LENGTH = 16;
const SEPARATOR = '\u001f';

/** A short name that is always the same for a text. */
export const nameOf: NameOf = (text) => createHash('sha256').update(text.trim()).digest('hex').slice(0, NAME_LENGTH);

const modelsSchema = z.record(
  z.string(),
  z.object({
    type: z.number().optional(),
    flds: z.array(z.object({ name: z.string(), ord: z.number().default(0) })),
    tmpls: z.array(z.object({ qfmt: z.string(), afmt: z.string(), ord: z.number().default(0) })),
  }),
);
const noteSchema = z.object({ id: z.number(), guid: z.string(), mid: z.number(), tags: z.string(), flds: z.string() });
const cardSchema = z.object({
  nid: z.number(),
  ord: z.number().min(0).max(10_000),
  type: z.number(),
  queue: z.number(),
  due: z.number(),
  ivl: z.number(),
  factor: z.number(),
  reps: z.number(),
  lapses: z.number(),
  data: z.string(),
});
type CardRow = z.infer<typeof cardSchema>;

/**
 * Reads the database of an Anki collection, schema 11 (collection.anki2, collection.anki21), in memory: nothing of the file is written.
 * @throws AppError `invalid` when it is no such database, `too_large` past 100,000 cards.
 */
export function readCollection(bytes: Uint8Array, name: string, nowMs: number): Incoming {
  const raw = openInMemory(bytes, name);
  try {
    return questionsIn(raw, name, nowMs);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw noCollection(name, error);
  } finally {
    raw.close();
  }
}

function openInMemory(bytes: Uint8Array, name: string): Database.Database {
  try {
    const copy = Buffer.from(bytes);
    // A database in memory has no write-ahead log: the two bytes that ask for one are set to the plain journal.
    if (copy.length > 20) copy.fill(1, 18, 20);
    const raw = new Database(copy, { readonly: true });
    raw.pragma('trusted_schema = OFF');
    return raw;
  } catch (error) {
    throw noCollection(name, error);
  }
}

function questionsIn(raw: Database.Database, name: string, nowMs: number): Incoming {
  const tables = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('col', 'notes', 'cards')").all();
  if (tables.length !== 3) throw noCollection(name, 'tables are missing');
  const col = z.object({ crt: z.number(), models: z.string() }).parse(raw.prepare('SELECT crt, models FROM col LIMIT 1').get());
  const types = typesIn(col.models);
  const cards = cardsIn(raw, name);
  const notes = raw.prepare('SELECT id, guid, mid, tags, flds FROM notes ORDER BY id').iterate();
  return readNotes(notesOf(notes, types, cards), col.crt * 1000, nowMs, nameOf);
}

/** @throws z.ZodError, SyntaxError when the models are not what they should be. */
function typesIn(models: string): Map<number, NoteType> {
  const byOrder = (a: { readonly ord: number }, b: { readonly ord: number }): number => a.ord - b.ord;
  return new Map(
    Object.entries(modelsSchema.parse(JSON.parse(models))).map(([id, { type, flds, tmpls }]) => [
      Number(id),
      {
        isCloze: type === 1,
        fields: flds.sort(byOrder).map((field) => field.name),
        cards: tmpls.sort(byOrder).map(({ qfmt, afmt }) => ({ front: qfmt, back: afmt })),
      },
    ]),
  );
}

/** The cards by their note. Those of wrong types are left out: their note says that it has none. */
function cardsIn(raw: Database.Database, name: string): Map<number, CardRow[]> {
  const cards = new Map<number, CardRow[]>();
  let count = 0;
  const rows = raw.prepare('SELECT nid, ord, type, queue, due, ivl, factor, reps, lapses, data FROM cards ORDER BY nid, ord').iterate();
  for (const row of rows) {
    count += 1;
    if (count > MAX_QUESTIONS)
      throw new AppError('too_large', `"${name}" has more than ${MAX_QUESTIONS} cards. Export a deck at a time. Nothing was changed.`);
    const card = cardSchema.safeParse(row);
    if (!card.success) continue;
    const siblings = cards.get(card.data.nid);
    if (siblings) siblings.push(card.data);
    else cards.set(card.data.nid, [card.data]);
  }
  return cards;
}

const NO_TYPE: NoteType = { isCloze: false, fields: [], cards: [] };

function* notesOf(
  rows: Iterable<unknown>,
  types: ReadonlyMap<number, NoteType>,
  cards: ReadonlyMap<number, CardRow[]>,
): Generator<AnkiNote> {
  for (const row of rows) {
    const note = noteSchema.safeParse(row);
    // A note of wrong types is still counted, as one without cards.
    if (!note.success) yield { guid: '', type: NO_TYPE, fields: [], tags: [], cards: [] };
    else {
      const { id, guid, mid, tags, flds } = note.data;
      yield {
        guid,
        type: types.get(mid) ?? NO_TYPE,
        fields: flds.split(SEPARATOR),
        tags: tags.split(/\s+/).filter((tag) => tag !== ''),
        cards: (cards.get(id) ?? []).map(({ ord, ...card }) => ({ ...card, ordinal: ord })),
      };
    }
  }
}

function noCollection(name: string, cause: unknown): AppError {
  return new AppError(
    'invalid',
    `"${name}" holds no collection that can be read: it is damaged or of another program. Export it anew from Anki, with “Support older Anki versions” ticked. Nothing was changed.`,
    { cause },
  );
}

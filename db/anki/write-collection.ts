import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { cardOf, FIELDS, fieldsOf, type OutgoingQuestion, tagsForAnki } from '../../core/exchange/anki/deck.ts';
import { htmlToText } from '../../core/exchange/anki/html-text.ts';
import { COLLECTION_SETTINGS, DECK_ID, DECK_SETTINGS, decksJson, MODEL_ID, modelJson, SCHEMA } from './schema.ts';

const DAY_MS = 86_400_000;
const SEPARATOR = '\u001f';

/**
 * Questions as the database of an Anki collection (schema 11), one note with one card each. A note's guid is the question's id and its
 * number follows from it, so that a second import updates rather than doubles, in Anki and in Mnemosyne.
 * @returns the bytes of the SQLite file.
 */
export function writeCollection(questions: readonly OutgoingQuestion[], nowMs: number): Uint8Array {
  const raw = new Database(':memory:');
  try {
    raw.exec(SCHEMA);
    const createdAtMs = startOfCollection(questions, nowMs);
    const nowSec = Math.floor(nowMs / 1000);
    raw
      .prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
      .run(createdAtMs / 1000, nowMs, nowMs, COLLECTION_SETTINGS, modelJson(FIELDS, nowSec), decksJson(nowSec), DECK_SETTINGS, '{}');
    raw.transaction(() => addNotes(raw, questions, createdAtMs, nowSec))();
    return new Uint8Array(raw.serialize());
  } finally {
    raw.close();
  }
}

/** The start of the day of the earliest due date, so that no due day is negative. */
function startOfCollection(questions: readonly OutgoingQuestion[], nowMs: number): number {
  const earliestMs = questions.reduce((earliest, { schedule }) => Math.min(earliest, schedule?.dueAtMs ?? nowMs), nowMs);
  return Math.floor(earliestMs / DAY_MS) * DAY_MS;
}

function addNotes(raw: Database.Database, questions: readonly OutgoingQuestion[], createdAtMs: number, nowSec: number): void {
  const addNote = raw.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)');
  const addCard = raw.prepare('INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?)');
  const numbers = new Set<number>();
  for (const [position, one] of questions.entries()) {
    const { question, language } = one;
    let number = numberOf(question.id);
    while (numbers.has(number)) number += 1;
    numbers.add(number);
    const fields = fieldsOf(question, language);
    const sorted = htmlToText(fields[0] ?? '');
    const tags = tagsForAnki(question.tags ?? []);
    const tagText = tags.length === 0 ? '' : ` ${tags.join(' ')} `;
    addNote.run(number, question.id, MODEL_ID, nowSec, tagText, fields.join(SEPARATOR), sorted, checksum(sorted), '');
    const { type, queue, due, ivl, factor, reps, lapses, data } = cardOf(one, createdAtMs, position + 1);
    addCard.run(number, number, DECK_ID, nowSec, type, queue, due, ivl, factor, reps, lapses, data);
  }
}

/** Notes are numbered by milliseconds; a question's follows from its id and lies in the years 2001 to 2018. */
function numberOf(id: string): number {
  const span = 2 ** 39;
  return 1_000_000_000_000 + (Number.parseInt(createHash('sha1').update(id).digest('hex').slice(0, 12), 16) % span);
}

/** Anki's check for equal notes: the first 32 bits of the SHA-1 of the first field. */
function checksum(text: string): number {
  return Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);
}

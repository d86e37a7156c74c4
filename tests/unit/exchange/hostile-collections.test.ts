import Database from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readQuestionFile } from '../../../api/question-files.ts';

const NOW_MS = Date.UTC(2027, 0, 4, 9);

const MODELS = JSON.stringify({
  1: {
    type: 0,
    flds: [
      { name: 'Front', ord: 0 },
      { name: 'Back', ord: 1 },
    ],
    tmpls: [
      { qfmt: '{{Front}}', afmt: '{{FrontSide}}<hr id=answer>{{Back}}', ord: 0 },
      { qfmt: '{{Back}}', afmt: '{{Front}}', ord: 1 },
    ],
  },
});

/** A collection as somebody else's program could have written it; `fill` puts in what is wrong with it. */
function collection(fill: (db: Database.Database) => void, models = MODELS): Uint8Array {
  const db = new Database(':memory:');
  db.exec(`CREATE TABLE col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
    CREATE TABLE notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);
    CREATE TABLE cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data);`);
  db.prepare('INSERT INTO col (crt, models) VALUES (?, ?)').run(NOW_MS / 1000 - 86_400 * 100, models);
  fill(db);
  const bytes = new Uint8Array(db.serialize());
  db.close();
  return zipSync({ 'collection.anki2': bytes, media: strToU8('{}') });
}

function addNote(db: Database.Database, id: unknown, guid: unknown, fields: unknown, ordinals: readonly unknown[] = [0]): void {
  db.prepare('INSERT INTO notes (id, guid, mid, tags, flds) VALUES (?, ?, 1, ?, ?)').run(id, guid, ' net  lan ', fields);
  for (const ordinal of ordinals)
    db.prepare(
      "INSERT INTO cards (nid, ord, type, queue, due, ivl, factor, reps, lapses, data) VALUES (?, ?, 2, 2, 90, 10, 2500, 4, 1, '')",
    ).run(id, ordinal);
}

const read = (bytes: Uint8Array) => readQuestionFile(bytes, 'deck.apkg', NOW_MS);

describe('a collection of another hand', () => {
  it('gives a question for each card of a note, as siblings, with the tags of the note', () => {
    const { questions } = read(collection((db) => addNote(db, 1, 'abc', 'ARP\u001fFinds the <b>MAC</b>', [0, 1])));
    expect(questions.map(({ question }) => [question.prompt.en, question.modelAnswer.en, question.tags])).toEqual([
      ['ARP', 'Finds the MAC', ['net', 'lan']],
      ['Finds the MAC', 'ARP', ['net', 'lan']],
    ]);
    const families = new Set(questions.map(({ question }) => question.family));
    expect(families.size).toBe(1);
    expect([...families][0]).toMatch(/^anki\./);
    expect(questions[0]?.schedule).toMatchObject({ state: 'review', stability: 10, reps: 4, lapses: 1 });
  });

  it('keeps the ids of its notes, whatever else changes', () => {
    const id = (fields: string) => read(collection((db) => addNote(db, 1, 'abc', fields))).questions[0]?.question.id;
    expect(id('A\u001fB')).toBe(id('Other\u001fwords'));
  });

  it('is read without the entries of wrong types, which are counted', () => {
    const { questions, leftOut, problems } = read(
      collection((db) => {
        addNote(db, 1, 'good', 'A\u001fB');
        addNote(db, 2, null, 'C\u001fD');
        addNote(db, 3, 'empty', '<br>\u001fD');
        addNote(db, 4, 'odd card', 'E\u001fF', ['one']);
        addNote(db, 5, Buffer.from('x'), Buffer.from('y'));
      }),
    );
    expect(questions.map(({ question }) => question.prompt.en)).toEqual(['A']);
    expect(leftOut).toBe(4);
    expect(problems).toContain('Note 3: a card without a text on its front.');
  });

  it('is refused whole when tables or models are missing, in words', () => {
    const words = /holds no collection that can be read.*Support older Anki versions.*Nothing was changed/;
    expect(() => read(collection((db) => db.exec('DROP TABLE cards')))).toThrow(words);
    expect(() => read(collection((db) => db.exec('ALTER TABLE notes DROP COLUMN flds')))).toThrow(words);
    expect(() => read(collection(() => undefined, 'no JSON'))).toThrow(words);
    expect(() => read(collection((db) => db.exec('DELETE FROM col')))).toThrow(words);
    // A view could run anything: only tables are read.
    expect(() => read(collection((db) => db.exec('DROP TABLE notes; CREATE VIEW notes AS SELECT * FROM cards')))).toThrow(words);
  });

  it('of 50,000 notes is read', () => {
    const { questions, leftOut } = read(
      collection((db) =>
        db.transaction(() => Array.from({ length: 50_000 }, (_, index) => addNote(db, index, `g${index}`, `Front ${index}\u001fBack`)))(),
      ),
    );
    expect([questions.length, leftOut]).toEqual([50_000, 0]);
    expect(new Set(questions.map(({ question }) => question.id)).size).toBe(50_000);
  });
});

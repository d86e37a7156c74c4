import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchQuery } from '../../../core/practice/search-query.ts';

describe('what a person types into the search', () => {
  it('becomes words as prefixes and phrases as they stand', () => {
    expect(searchQuery('bgp hold')).toBe('"bgp" * AND "hold" *');
    expect(searchQuery('“hold timer” bfd')).toBe('"hold timer" AND "bfd" *');
    expect(searchQuery('half-a-rack')).toBe('"half a rack" *');
    expect(searchQuery('r')).toBe('"r"');
    expect(searchQuery('  "" ?! ')).toBeNull();
  });

  it('is never a syntax error, whatever it is', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE VIRTUAL TABLE t USING fts5 (a, b, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`);
    const search = db.prepare('SELECT count(*) FROM t WHERE t MATCH ?');
    const syntax = fc.constantFrom(
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      '"',
      '*',
      '^',
      ':',
      '(',
      ')',
      '{a b}',
      'a:',
      '-',
      '+',
      "'",
      '\\',
      '\0',
      '“',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.oneof(syntax, fc.string({ maxLength: 8 })), { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(typed, (words) => {
        const query = searchQuery(words);
        if (query !== null) expect(search.pluck().get(query)).toBe(0);
      }),
      { numRuns: 2_000 },
    );
    db.close();
  });
});

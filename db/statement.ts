import type Database from 'better-sqlite3';

type Value = string | number | bigint | Uint8Array | null;

/** A connection that can be read from. Statements are prepared once per connection and kept. */
export class ReadableDb {
  readonly #raw: Database.Database;
  readonly #prepared = new Map<string, Database.Statement<Value[]>>();

  constructor(raw: Database.Database) {
    this.#raw = raw;
  }

  prepared(sql: string): Database.Statement<Value[]> {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#raw.prepare<Value[]>(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

/** A connection inside a transaction: only {@link Store.transact} hands one out, so a reader cannot write. */
export class WritableDb extends ReadableDb {
  readonly canWrite = true;
}

export interface DefinedStatement {
  readonly sql: string;
  readonly columns: readonly string[] | null;
  /** Part of every keystroke or answer: the contract test forbids table scans in it. */
  readonly hot: boolean;
}

const defined: DefinedStatement[] = [];

/** Every statement of the program, for the contract test that prepares each against a fresh database. */
export function definedStatements(): readonly DefinedStatement[] {
  return defined;
}

export interface Query<Params extends readonly Value[], Row> {
  get(db: ReadableDb, ...params: Params): Row | undefined;
  all(db: ReadableDb, ...params: Params): Row[];
}

/**
 * Defines a SELECT.
 * @param columns the row type's keys in the statement's order; the contract test compares them with what SQLite reports.
 */
export function query<Params extends readonly Value[], Row extends object>(
  sql: string,
  columns: readonly (keyof Row & string)[],
  options: { readonly hot?: boolean } = {},
): Query<Params, Row> {
  defined.push({ sql, columns, hot: options.hot ?? false });
  return {
    // The one place where rows become typed: STRICT tables and the contract test stand behind it.
    get: (db, ...params) => db.prepared(sql).get(...params) as Row | undefined,
    all: (db, ...params) => db.prepared(sql).all(...params) as Row[],
  };
}

export interface Command<Params extends readonly Value[]> {
  /** @returns the number of rows changed. */
  run(db: WritableDb, ...params: Params): number;
  /** @returns the id of the row inserted. */
  insert(db: WritableDb, ...params: Params): number;
}

/** Defines an INSERT, UPDATE or DELETE. */
export function command<Params extends readonly Value[]>(sql: string): Command<Params> {
  defined.push({ sql, columns: null, hot: false });
  return {
    run: (db, ...params) => db.prepared(sql).run(...params).changes,
    insert: (db, ...params) => Number(db.prepared(sql).run(...params).lastInsertRowid),
  };
}

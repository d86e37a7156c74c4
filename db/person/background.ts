import { z } from 'zod';
import type { ImportedCredential, ImportedLanguage, ImportedPosition, Span } from '../../core/import/types.ts';
import { readJson } from '../json.ts';
import { command, query, type ReadableDb, type WritableDb } from '../statement.ts';
import type { Origin } from './evidence.ts';

const period = z.object({ from: z.string().nullable(), to: z.string().nullable() }).nullable();
const skills = z.array(z.string());
const bodies = {
  position: z.object({ title: z.string().nullable(), organisation: z.string().nullable(), period, skills }),
  education: z.object({ name: z.string(), period, skills }),
  certification: z.object({ name: z.string(), period, skills }),
  language: z.object({ language: z.string(), level: z.string().nullable(), raw: z.string().nullable() }),
} as const;
type Kind = keyof typeof bodies;

/** A position, school, certificate or language with the place it was read from. */
export interface BackgroundEntry extends Span {
  readonly documentId: number;
}
export interface Background {
  readonly positions: readonly (BackgroundEntry & ImportedPosition)[];
  readonly education: readonly (BackgroundEntry & ImportedCredential)[];
  readonly certifications: readonly (BackgroundEntry & ImportedCredential)[];
  readonly languages: readonly (BackgroundEntry & ImportedLanguage)[];
}

interface Row extends BackgroundEntry {
  readonly kind: Kind;
  readonly body: string;
}

const add = command<[number, number, string, string, number, number, string]>(
  'INSERT INTO background (profile_id, document_id, kind, text, start_offset, end_offset, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
);
const selectAll = query<[profileId: number], Row>(
  `SELECT document_id AS documentId, kind, text, start_offset AS start, end_offset AS "end", body
   FROM background WHERE profile_id = ? ORDER BY document_id, start_offset`,
  ['documentId', 'kind', 'text', 'start', 'end', 'body'],
);

export function addBackground(db: WritableDb, { profileId, documentId }: Origin, kind: Kind, item: Span): void {
  const { text, start, end, ...body } = item;
  add.run(db, profileId, documentId, kind, text, start, end, JSON.stringify(body));
}

export function listBackground(db: ReadableDb, profileId: number): Background {
  const rows = Map.groupBy(selectAll.all(db, profileId), ({ kind }) => kind);
  const of = <T>(kind: Kind, schema: z.ZodType<T>): (BackgroundEntry & T)[] =>
    (rows.get(kind) ?? []).map(({ documentId, text, start, end, body }) => ({
      ...readJson(schema, body, text),
      documentId,
      text,
      start,
      end,
    }));
  return {
    positions: of('position', bodies.position),
    education: of('education', bodies.education),
    certifications: of('certification', bodies.certification),
    languages: of('language', bodies.language),
  };
}

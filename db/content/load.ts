import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type Question, questionFileSchema } from '../../core/content/question.ts';
import { competencyFileSchema, type Role, resolveRole, roleFileSchema } from '../../core/content/role.ts';
import { type TaxonomySkill, taxonomyFileSchema } from '../../core/content/taxonomy.ts';
import { translationFileSchema, withTranslations } from '../../core/content/translation.ts';
import { AppError } from '../../core/errors.ts';
import { preparedFolder, readPrepared, sha256 } from './prepared.ts';

export interface Content {
  readonly skills: readonly TaxonomySkill[];
  readonly roles: readonly Role[];
  readonly questions: readonly Question[];
}

/** What is brought into the database by itself: a changed question does not make the taxonomy be read. */
export type ContentPart = keyof Content;
export const CONTENT_PARTS = ['skills', 'roles', 'questions'] as const satisfies readonly ContentPart[];

export interface ContentFiles {
  /** Per part; changes whenever a file of it does. */
  readonly hashes: Readonly<Record<ContentPart, string>>;
  /** Each parses and checks its files. @throws AppError `internal` naming file and place. */
  readonly parsers: { readonly [Part in ContentPart]: () => Content[Part] };
  /** Translations that are not shown, and why: of an earlier version, or not whole. */
  readonly translationsLeftOut: () => { readonly id: string; readonly why: string }[];
  /** All of it. @throws AppError as the parsers do. */
  readonly parse: () => Content;
}

interface ContentFile {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/** Folders below the assets, by what they hold; the French of questions lies beside them. */
const FOLDERS = {
  taxonomy: 'taxonomy',
  competencies: 'competencies',
  roles: 'roles',
  questions: 'questions',
  translations: 'questions/fr',
} as const;
export const CONTENT_FOLDERS: readonly string[] = Object.values(FOLDERS);

/**
 * Reads taxonomy, competencies, roles, questions and their French below `assetsDir`; parsing waits until it is asked for, and takes what
 * the build has parsed already (scripts/build-content.ts) where the file is still the same.
 */
export function readContent(assetsDir: string): ContentFiles {
  const read = (folder: keyof typeof FOLDERS): ContentFile[] => readFolder(assetsDir, FOLDERS[folder]);
  const files = {
    taxonomy: read('taxonomy'),
    competencies: read('competencies'),
    roles: read('roles'),
    questions: read('questions'),
    translations: read('translations'),
  };
  const prepared = preparedFolder(assetsDir);
  const all = <T>(folder: keyof typeof files, schema: z.ZodType<T>): T[] => files[folder].map((file) => check(schema, file, prepared));
  const bothLanguages = once(() =>
    withTranslations(
      all('questions', questionFileSchema).flatMap((file) => file.questions),
      all('translations', translationFileSchema).flatMap((file) => file.translations),
    ),
  );
  const parsers = {
    skills: (): TaxonomySkill[] =>
      all('taxonomy', taxonomyFileSchema).flatMap(({ category, skills }) => skills.map((skill) => ({ ...skill, category }))),
    roles: (): Role[] => {
      const shared = all('competencies', competencyFileSchema).flatMap(({ competencies }) => competencies);
      return resolveRoles(new Map(shared.map((one) => [one.id, one])), files.roles, prepared);
    },
    questions: (): Question[] => bothLanguages().questions,
  };
  return {
    hashes: {
      skills: hashOf(files.taxonomy),
      roles: hashOf([...files.competencies, ...files.roles]),
      questions: hashOf([...files.questions, ...files.translations]),
    },
    parsers,
    translationsLeftOut: () => bothLanguages().leftOut,
    parse: () => ({ skills: parsers.skills(), roles: parsers.roles(), questions: parsers.questions() }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function hashOf(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.name).update('\0').update(file.hash).update('\0');
  return hash.digest('hex');
}

type Shared = Parameters<typeof resolveRole>[1];

function resolveRoles(shared: Shared, files: readonly ContentFile[], prepared: string): Role[] {
  return files.map((file) => {
    try {
      return resolveRole(check(roleFileSchema, file, prepared), shared);
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('internal', `assets/${file.name}: ${String(error)}`, { cause: error });
    }
  });
}

function readFolder(assetsDir: string, folder: string): ContentFile[] {
  const path = join(assetsDir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(path, name), 'utf8');
      return { name: `${folder}/${name}`, text, hash: sha256(text) };
    });
}

function check<T>(schema: z.ZodType<T>, { name, text, hash }: ContentFile, prepared: string): T {
  const result = schema.safeParse(readPrepared(prepared, hash) ?? parse(text));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError('internal', `assets/${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
}

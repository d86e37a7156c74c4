import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type Question, questionFileSchema } from '../../core/content/question.ts';
import { competencyFileSchema, type Role, resolveRole, roleFileSchema } from '../../core/content/role.ts';
import { type TaxonomySkill, taxonomyFileSchema } from '../../core/content/taxonomy.ts';
import { AppError } from '../../core/errors.ts';

export interface Content {
  readonly skills: readonly TaxonomySkill[];
  readonly roles: readonly Role[];
  readonly questions: readonly Question[];
}

export interface ContentFiles {
  /** Changes whenever a file does. */
  readonly hash: string;
  /** Parses and checks the files. @throws AppError `internal` naming file and place. */
  readonly parse: () => Content;
}

interface ContentFile {
  readonly name: string;
  readonly text: string;
}

/** Reads taxonomy, competencies, roles and questions below `assetsDir`; parsing waits until it is asked for. */
export function readContent(assetsDir: string): ContentFiles {
  const taxonomy = readFolder(assetsDir, 'taxonomy');
  const competencies = readFolder(assetsDir, 'competencies');
  const roles = readFolder(assetsDir, 'roles');
  const questions = readFolder(assetsDir, 'questions');
  const hash = createHash('sha256');
  for (const { name, text } of [...taxonomy, ...competencies, ...roles, ...questions])
    hash.update(name).update('\0').update(text).update('\0');
  return {
    hash: hash.digest('hex'),
    parse: () => ({
      skills: taxonomy.flatMap((file) => {
        const { category, skills } = check(taxonomyFileSchema, file);
        return skills.map((skill) => ({ ...skill, category }));
      }),
      roles: resolveRoles(competencies, roles),
      questions: questions.flatMap((file) => check(questionFileSchema, file).questions),
    }),
  };
}

function resolveRoles(competencies: readonly ContentFile[], roles: readonly ContentFile[]): Role[] {
  const shared = new Map(competencies.flatMap((file) => check(competencyFileSchema, file).competencies).map((one) => [one.id, one]));
  return roles.map((file) => {
    try {
      return resolveRole(check(roleFileSchema, file), shared);
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('internal', `assets/${file.name}: ${String(error)}`, { cause: error });
    }
  });
}

function readFolder(assetsDir: string, folder: string): ContentFile[] {
  return readdirSync(join(assetsDir, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(assetsDir, folder, name), 'utf8') }));
}

function check<T>(schema: z.ZodType<T>, { name, text }: ContentFile): T {
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError('internal', `assets/${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
}

/** Checks every content file in assets/ against its schema and the files against each other. `node scripts/check-content.ts [--lenient]` */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { questionFileSchema } from '../core/content/question.ts';
import { type Competency, competencyFileSchema, resolveRole, roleFileSchema, roleSchema } from '../core/content/role.ts';
import { taxonomyFileSchema } from '../core/content/taxonomy.ts';
import { evaluate } from '../core/practice/arithmetic.ts';
import { unruledSurfaces } from '../core/skills/surfaces.ts';

const assets = join(import.meta.dirname, '..', 'assets');
const problems: string[] = [];

function load<T>(folder: string, schema: z.ZodType<T>): T[] {
  const loaded: T[] = [];
  for (const name of readdirSync(join(assets, folder))
    .filter((file) => file.endsWith('.yaml'))
    .sort()) {
    try {
      const result = schema.safeParse(parse(readFileSync(join(assets, folder, name), 'utf8')));
      if (result.success) loaded.push(result.data);
      else for (const issue of result.error.issues) problems.push(`${folder}/${name} ${issue.path.join('.')}: ${issue.message}`);
    } catch (error) {
      problems.push(`${folder}/${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return loaded;
}

const taxonomy = load('taxonomy', taxonomyFileSchema).flatMap(({ category, skills }) => skills.map((skill) => ({ ...skill, category })));
const competencies: Competency[] = load('competencies', competencyFileSchema).flatMap((file) => file.competencies);
const roles = load('roles', roleFileSchema);
const questions = load('questions', questionFileSchema).flatMap((file) => file.questions);

function duplicates(ids: readonly string[], what: string): void {
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) problems.push(`${what} ${id} stands twice`);
}
duplicates(
  taxonomy.map((skill) => skill.id),
  'skill',
);
duplicates(
  questions.map((question) => question.id),
  'question',
);
const skillIds = new Set(taxonomy.map((skill) => skill.id));
for (const { surface, skills } of unruledSurfaces(taxonomy)) {
  problems.push(`"${surface}" names ${skills.map(({ id }) => id).join(' and ')}, and no context tells them apart`);
}
for (const skill of taxonomy) {
  if (skill.parent !== undefined && !skillIds.has(skill.parent)) problems.push(`skill ${skill.id}: no parent ${skill.parent}`);
  for (const neighbour of skill.neighbours) {
    if (!skillIds.has(neighbour.id)) problems.push(`skill ${skill.id}: no neighbour ${neighbour.id}`);
  }
}
const shared = new Map(competencies.map((one) => [one.id, one]));
const asking = new Set(roles.flatMap(({ layers }) => layers.flatMap((layer) => layer.competencies.map(({ id }) => id))));
for (const role of roles) {
  try {
    const { error } = roleSchema.safeParse(resolveRole(role, shared));
    for (const issue of error?.issues ?? []) problems.push(`role ${role.id} ${issue.path.join('.')}: ${issue.message}`);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
}
duplicates(
  competencies.map(({ id }) => id),
  'competency',
);
const sentences = competencies.flatMap((one) => one.levels);
duplicates(sentences, 'the sentence');
for (const { id, resources } of competencies) {
  if (!asking.has(id)) problems.push(`competency ${id}: no role asks for it`);
  if (resources.length < 2) problems.push(`competency ${id}: ${resources.length} resources, at least 2 wanted`);
}
const competencyIds = new Set(competencies.map((competency) => competency.id));
for (const competency of competencies) {
  for (const id of [...competency.skillsAll, ...competency.skillsAny.flat()]) {
    if (!skillIds.has(id)) problems.push(`competency ${competency.id}: no skill ${id}`);
  }
  for (const id of competency.prerequisites)
    if (!competencyIds.has(id)) problems.push(`competency ${competency.id}: no prerequisite ${id}`);
}
const asked = new Map<string, number>();
for (const question of questions) {
  for (const { id } of question.competencies) {
    asked.set(id, (asked.get(id) ?? 0) + 1);
    if (!competencyIds.has(id)) problems.push(`question ${question.id}: no competency ${id}`);
  }
  for (const part of question.parts ?? []) {
    try {
      const first = Object.fromEntries((question.variables ?? []).map(({ id, values }) => [id, values[0] ?? 0]));
      const value = evaluate(part.formula, first);
      if (Math.abs(value - part.value) > Math.max(Math.abs(value) * 0.005, 1e-9)) {
        problems.push(`question ${question.id}: ${part.id} says ${part.value}, its formula gives ${value}`);
      }
      for (const slip of part.slips) if (slip.formula !== undefined) evaluate(slip.formula, first);
    } catch (error) {
      problems.push(`question ${question.id}, ${part.id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (question.options) {
    const lengths = question.options.map((option) => option.text.en.length);
    if (Math.max(...lengths) > 1.3 * Math.min(...lengths))
      problems.push(`question ${question.id}: option lengths ${lengths.join('/')}: longest more than 1.3 × shortest`);
  }
}
// The bank is written for the reference role first.
for (const { id } of roles.find((role) => role.id === 'multi-dc-sre')?.layers.flatMap((layer) => layer.competencies) ?? []) {
  if ((asked.get(id) ?? 0) < 2) problems.push(`competency ${id}: ${asked.get(id) ?? 0} questions, at least 2 wanted`);
}

const only = process.argv[2];
const shown = only === undefined ? problems : problems.filter((problem) => problem.includes(only));
for (const problem of shown) console.error(problem);
console.log(
  `${taxonomy.length} skills, ${roles.length} roles, ${competencies.length} competencies, ${questions.length} questions, ${shown.length} problems`,
);
process.exitCode = shown.length > 0 ? 1 : 0;

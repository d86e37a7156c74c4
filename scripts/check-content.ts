/** Checks every content file in assets/ against its schema, the files against each other, and the questions by the gate. `node scripts/check-content.ts [part of an id]` */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { coverageProblems, DEMANDS, REFERENCE_ROLE } from '../core/content/gate/coverage.ts';
import { gateProblems } from '../core/content/gate/index.ts';
import { problemLine } from '../core/content/gate/problem.ts';
import { languagesOf } from '../core/content/language.ts';
import { questionFileSchema } from '../core/content/question.ts';
import { type Competency, competencyFileSchema, resolveRole, roleFileSchema, roleSchema } from '../core/content/role.ts';
import { taxonomyFileSchema } from '../core/content/taxonomy.ts';
import { translationFileSchema, withTranslations } from '../core/content/translation.ts';
import { localDay } from '../core/day.ts';
import { unruledSurfaces } from '../core/skills/surfaces.ts';

const assets = join(import.meta.dirname, '..', 'assets');
const problems: string[] = [];

function load<T>(folder: string, schema: z.ZodType<T>): T[] {
  const loaded: T[] = [];
  if (!existsSync(join(assets, folder))) return loaded;
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
const translations = load('questions/fr', translationFileSchema).flatMap((file) => file.translations);

function duplicates(ids: readonly string[], what: string): void {
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) problems.push(`${what} ${id} stands twice`);
}
duplicates(
  taxonomy.map((skill) => skill.id),
  'skill',
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
for (const question of questions) {
  for (const { id } of question.competencies) if (!competencyIds.has(id)) problems.push(`${question.id}: no competency ${id}`);
}
const reference = roles.find(({ id }) => id === REFERENCE_ROLE);
const bothLanguages = withTranslations(questions, translations);
problems.push(...bothLanguages.leftOut.map(({ id, why }) => `${id}: its French is left out: ${why}`));
const bank = {
  questions: bothLanguages.questions,
  competencyIds: reference?.layers.flatMap((layer) => layer.competencies.map(({ id }) => id)) ?? [],
  today: localDay(Date.now()),
};
problems.push(...gateProblems(bank).map(problemLine));
const lacking = coverageProblems(bank.questions, bank.competencyIds, DEMANDS.whole);

const only = process.argv[2];
const shown = only === undefined ? problems : problems.filter((problem) => problem.includes(only));
for (const problem of shown) console.error(problem);
if (lacking.length > 0 && only === undefined)
  console.log(`Still to be written, before the gate insists on it:\n${lacking.map(({ words }) => `  ${words}`).join('\n')}`);
const inFrench = bank.questions.filter((question) => languagesOf(question).includes('fr')).length;
console.log(
  `${taxonomy.length} skills, ${roles.length} roles, ${competencies.length} competencies, ${questions.length} questions, ${inFrench} of them in French, ${shown.length} problems`,
);
process.exitCode = shown.length > 0 ? 1 : 0;

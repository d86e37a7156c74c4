import { fold } from '../../../core/import/fold.ts';
import { levelStep } from '../../../core/skills/level-step.ts';
import { recencyOf } from '../../../core/skills/recency.ts';
import { STANCES_BY_STRENGTH } from '../../../core/skills/stances.ts';
import type { Outputs } from '../../api/client.ts';

export type Skill = Outputs['skills']['list'][number];

export const FACETS = ['category', 'level', 'stance', 'source', 'used', 'mark'] as const;
export type Facet = (typeof FACETS)[number];

export const COLUMNS = ['name', 'category', 'level', 'stance', 'used', 'years', 'evidence', 'source'] as const;
export type Column = (typeof COLUMNS)[number];

/** What of the inventory is shown, and in which order. It is kept in the address. */
export interface View {
  readonly words: string;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  readonly column: Column;
  readonly descending: boolean;
}

/** A skill with what it is found and filtered by, computed once per list. */
export interface IndexedSkill {
  readonly skill: Skill;
  readonly name: string;
  readonly spellings: string;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
}

/** Columns whose biggest or strongest stands first when they are chosen. */
const DESCENDING_FIRST: ReadonlySet<Column> = new Set<Column>(['level', 'used', 'years', 'evidence']);

export function readView(query: URLSearchParams): View {
  const sort = query.get('sort') ?? '-level';
  const column = COLUMNS.find((one) => one === sort.replace(/^-/, '')) ?? 'level';
  const facet = (name: Facet): readonly string[] => query.getAll(name);
  return {
    words: query.get('q') ?? '',
    facets: {
      category: facet('category'),
      level: facet('level'),
      stance: facet('stance'),
      source: facet('source'),
      used: facet('used'),
      mark: facet('mark'),
    },
    column,
    descending: sort.startsWith('-'),
  };
}

/** Writes a view into the address's query; what is as usual is left out, what belongs to others is kept. */
export function writeView(query: URLSearchParams, view: View): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const key of ['q', 'sort', ...FACETS]) next.delete(key);
  if (view.words !== '') next.set('q', view.words);
  for (const facet of FACETS) for (const value of view.facets[facet]) next.append(facet, value);
  const sort = `${view.descending ? '-' : ''}${view.column}`;
  if (sort !== '-level') next.set('sort', sort);
  return next;
}

export function isFiltered({ words, facets }: View): boolean {
  return words.trim() !== '' || FACETS.some((facet) => facets[facet].length > 0);
}

export function cleared(view: View): View {
  return { ...view, words: '', facets: { category: [], level: [], stance: [], source: [], used: [], mark: [] } };
}

/** Sorts by a column; the column that sorts already is turned round. */
export function sortedBy(view: View, column: Column): View {
  return { ...view, column, descending: view.column === column ? !view.descending : DESCENDING_FIRST.has(column) };
}

/** @param year the present one, for how long ago a skill was last used. */
export function indexSkills(skills: readonly Skill[], year: number): IndexedSkill[] {
  return skills.map((skill) => ({
    skill,
    name: fold(skill.name),
    spellings: fold(`${skill.name} ${skill.category.replaceAll('-', ' ')} ${skill.aliases.join(' ')} ${skill.note ?? ''}`),
    values: {
      category: [skill.category],
      level: [skill.level === null ? 'unknown' : String(levelStep(skill.level))],
      stance: skill.stances.length === 0 ? ['none'] : skill.stances,
      source: [...skill.documents.map(String), ...(skill.byHand ? ['hand'] : [])],
      used: [recencyOf(skill.lastUsed, year)],
      mark: marksOf(skill),
    },
  }));
}

function marksOf({ isOwn, declaredGap, caveats, disagrees, self, note }: Skill): string[] {
  return [
    isOwn ? 'own' : null,
    declaredGap ? 'gap' : null,
    caveats > 0 ? 'caveat' : null,
    disagrees ? 'disagrees' : null,
    self === null ? 'unrated' : 'rated',
    note === null ? null : 'note',
  ].filter((mark) => mark !== null);
}

/**
 * The skills a view shows, in its order; with words, those whose name begins with them first, then other names, then the rest.
 * @param inStatements ids of the skills whose statements hold the words.
 */
export function shownSkills(index: readonly IndexedSkill[], view: View, inStatements: ReadonlySet<string>): Skill[] {
  const words = wordsOf(view);
  const compare = comparing(view);
  return index
    .filter((one) => FACETS.every((facet) => passes(one, view, facet)))
    .map((one) => ({ skill: one.skill, rank: rankOf(one, words, inStatements) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compare(a.skill, b.skill))
    .map(({ skill }) => skill);
}

/** Whether the search found this skill in its statements alone. */
export function isFoundInStatements(one: IndexedSkill, view: View): boolean {
  return rankOf(one, wordsOf(view), new Set()) === null;
}

/** How many skills each value of a facet would show, the other filters kept. */
export function facetCounts(
  index: readonly IndexedSkill[],
  view: View,
  facet: Facet,
  inStatements: ReadonlySet<string>,
): Map<string, number> {
  const words = wordsOf(view);
  const counts = new Map<string, number>();
  for (const one of index) {
    for (const value of one.values[facet]) if (!counts.has(value)) counts.set(value, 0);
    if (!FACETS.every((other) => other === facet || passes(one, view, other))) continue;
    if (rankOf(one, words, inStatements) === null) continue;
    for (const value of one.values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function wordsOf({ words }: View): string[] {
  return fold(words)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function passes({ values }: IndexedSkill, { facets }: View, facet: Facet): boolean {
  const wanted = facets[facet];
  return wanted.length === 0 || values[facet].some((value) => wanted.includes(value));
}

/** 0 to 3, the nearer the better; null where nothing fits. */
function rankOf({ skill, name, spellings }: IndexedSkill, words: readonly string[], inStatements: ReadonlySet<string>): number | null {
  if (words.length === 0) return 0;
  if (name.startsWith(words.join(' '))) return 0;
  if (words.every((word) => name.includes(word))) return 1;
  if (words.every((word) => spellings.includes(word))) return 2;
  return inStatements.has(skill.id) ? 3 : null;
}

/** Unknown always comes last, whichever way the column runs. */
function comparing({ column, descending }: View): (a: Skill, b: Skill) => number {
  const sign = descending ? -1 : 1;
  const byName = (a: Skill, b: Skill): number => a.name.localeCompare(b.name, 'en');
  return (a, b) => {
    const [left, right] = [sortValue(a, column), sortValue(b, column)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b);
    const order = typeof left === 'string' ? left.localeCompare(String(right), 'en') : left - Number(right);
    return sign * order || byName(a, b);
  };
}

function sortValue(skill: Skill, column: Column): string | number | null {
  switch (column) {
    case 'name':
      return skill.name;
    case 'category':
      return skill.category;
    case 'level':
      return skill.level;
    case 'stance':
      return skill.stance === null ? null : STANCES_BY_STRENGTH.indexOf(skill.stance);
    case 'used':
      return skill.lastUsed === 'now' ? Number.POSITIVE_INFINITY : skill.lastUsed;
    case 'years':
      return skill.years;
    case 'evidence':
      return skill.evidence;
    case 'source':
      return skill.documents[0] ?? null;
  }
}

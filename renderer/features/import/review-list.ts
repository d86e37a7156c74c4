import { type Decisions, ITEM_LISTS, type ItemList } from '../../../core/review/decisions.ts';
import {
  type FoundSkill,
  groupOf,
  hasConflict,
  isTaken,
  nameOf,
  type ReviewDocument,
  type SkillGroup,
  wordsOfItem,
} from './review-items.ts';
import type { ReviewFilter } from './review-store.ts';

/** What the earlier version of the document said, by the keys of the items that differ. */
export type Differences = ReadonlyMap<string, readonly ('added' | 'level' | 'stance' | 'evidence')[]>;

export interface ListEntry {
  readonly key: string;
  readonly index: number;
  readonly name: string;
  readonly detail: string;
}

export interface ReviewLists {
  readonly skills: readonly { readonly group: SkillGroup; readonly skills: readonly FoundSkill[] }[];
  readonly items: readonly { readonly list: ItemList | 'personal'; readonly entries: readonly ListEntry[] }[];
  /** Keys of everything shown, in the order of the screen. */
  readonly keys: readonly string[];
}

const GROUP_ORDER: readonly SkillGroup[] = ['doubtful', 'skills', 'notOwn'];

export function differencesOf({ earlier }: ReviewDocument): Differences {
  const all = new Map<string, readonly ('added' | 'level' | 'stance' | 'evidence')[]>();
  for (const key of earlier?.diff.added ?? []) all.set(key, ['added']);
  for (const { key, what } of earlier?.diff.changed ?? []) all.set(key, what);
  return all;
}

interface Query {
  readonly decisions: Decisions;
  readonly filter: string;
  readonly show: ReviewFilter;
  readonly differences: Differences;
}

/** The items the filters leave, in groups. */
export function reviewLists(document: ReviewDocument, { decisions, filter, show, differences }: Query): ReviewLists {
  const words = filter.trim().toLowerCase();
  const isDifferent = (key: string, wanted: 'new' | 'changed'): boolean =>
    differences.has(key) && (differences.get(key)?.[0] === 'added') === (wanted === 'new');
  const fitsSkill = (skill: FoundSkill): boolean => {
    const texts = [nameOf(skill, decisions), skill.name, skill.category, ...skill.surfaces];
    if (words !== '' && !texts.some((text) => text.toLowerCase().includes(words))) return false;
    if (show === 'doubtful') return groupOf(skill) === 'doubtful';
    if (show === 'conflicts') return hasConflict(skill);
    if (show === 'out') return !isTaken(skill, decisions);
    return show === 'all' || isDifferent(`skill:${skill.id}`, show);
  };
  const shown = document.proposal.skills.filter(fitsSkill);
  const skills = GROUP_ORDER.map((group) => ({
    group,
    skills: ordered(
      shown.filter((skill) => groupOf(skill) === group),
      group,
    ),
  })).filter((each) => each.skills.length > 0);
  const items = [...ITEM_LISTS, 'personal' as const]
    .map((list) => ({ list, entries: entriesOf(document, list).filter((entry) => fitsEntry(entry, list)) }))
    .filter(({ entries }) => entries.length > 0);
  function fitsEntry({ key, index, name }: ListEntry, list: ItemList | 'personal'): boolean {
    if (words !== '' && !name.toLowerCase().includes(words)) return false;
    if (show === 'doubtful' || show === 'conflicts') return false;
    if (show === 'out') return list === 'personal' ? decisions.personal[String(index)] !== true : decisions[list][String(index)] === false;
    return show === 'all' || isDifferent(key, show);
  }
  const keys = [
    ...skills.flatMap((each) => each.skills.map(({ id }) => `skill:${id}`)),
    ...items.flatMap(({ entries }) => entries.map(({ key }) => key)),
  ];
  return { skills, items, keys };
}

/** The least sure first where the group is about doubt, else as in the document by category. */
function ordered(skills: readonly FoundSkill[], group: SkillGroup): FoundSkill[] {
  if (group === 'doubtful') return [...skills].sort((a, b) => a.confidence - b.confidence);
  return [...skills].sort((a, b) => a.category.localeCompare(b.category) || a.name.localeCompare(b.name));
}

function entriesOf(document: ReviewDocument, list: ItemList | 'personal'): ListEntry[] {
  if (list === 'personal')
    return document.proposal.personal.map(({ text, kind }, index) => ({ key: `personal:${index}`, index, name: text, detail: kind }));
  return document.proposal[list].map((_, index) => ({ key: `${list}:${index}`, index, ...wordsOfItem(list, document, index) }));
}

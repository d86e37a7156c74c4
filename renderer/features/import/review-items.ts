import { type Decisions, DOUBTFUL_CONFIDENCE, ITEM_LISTS, type ItemList, isAcceptedByDefault } from '../../../core/review/decisions.ts';
import type { Outputs } from '../../api/client.ts';

export type ReviewDocument = Outputs['documents']['get'];
export type FoundSkill = ReviewDocument['proposal']['skills'][number];

export const MARK_KINDS = ['skill', 'gap', 'caveat', 'story', 'background', 'personal', 'added'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A stretch of the text that stands for a found item. */
export interface Mark {
  readonly key: string;
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

const KIND_OF_LIST: Readonly<Record<ItemList, MarkKind>> = {
  gaps: 'gap',
  caveats: 'caveat',
  stories: 'story',
  positions: 'background',
  education: 'background',
  certifications: 'background',
  languages: 'background',
};

export function isTaken(skill: FoundSkill, decisions: Decisions): boolean {
  return decisions.skills[skill.id]?.accepted ?? isAcceptedByDefault(skill);
}

export function nameOf(skill: FoundSkill, decisions: Decisions): string {
  const decision = decisions.skills[skill.id];
  return decision?.as?.name ?? decision?.name ?? skill.name;
}

export function levelOf(skill: FoundSkill, decisions: Decisions): number | null {
  const own = decisions.skills[skill.id]?.level;
  return own === undefined ? skill.level.value : own;
}

/** Whether places of the document say different levels. */
export function hasConflict({ level }: FoundSkill): boolean {
  return new Set(level.claims.map(({ value }) => value)).size > 1;
}

/** A key's list and what stands after it: "skill:ceph", "gaps:2". */
export function partsOfKey(key: string): { list: string; id: string } {
  const at = key.indexOf(':');
  return { list: key.slice(0, at), id: key.slice(at + 1) };
}

export function isItemList(list: string): list is ItemList {
  return ITEM_LISTS.some((one) => one === list);
}

export type SkillGroup = 'doubtful' | 'notOwn' | 'skills';

/** Which list of the review a skill stands in; it stays there whatever is decided, so that nothing jumps away. */
export function groupOf(skill: FoundSkill): SkillGroup {
  if (skill.confidence < DOUBTFUL_CONFIDENCE) return 'doubtful';
  return isAcceptedByDefault(skill) ? 'skills' : 'notOwn';
}

/** What an item of a list is called, and the smaller words beside it. */
export function wordsOfItem(list: ItemList, document: ReviewDocument, index: number): { name: string; detail: string } {
  const { proposal } = document;
  if (list === 'positions') {
    const position = proposal.positions[index];
    return {
      name: [position?.title, position?.organisation].filter((part) => part != null).join(', ') || (position?.text.trim() ?? ''),
      detail: periodWords(position?.period ?? null),
    };
  }
  if (list === 'stories') return { name: proposal.stories[index]?.title ?? '', detail: partsWords(proposal.stories[index]) };
  if (list === 'languages') {
    const language = proposal.languages[index];
    return { name: language?.text.trim() ?? '', detail: language?.level ?? '' };
  }
  const item = proposal[list][index];
  if (item !== undefined && 'name' in item) return { name: item.name, detail: periodWords(item.period) };
  return { name: item?.text.trim() ?? '', detail: '' };
}

function partsWords(story: ReviewDocument['proposal']['stories'][number] | undefined): string {
  const parts = (['situation', 'task', 'action', 'result', 'lesson'] as const).filter((part) => story?.[part] != null);
  return parts.join(' · ');
}

function periodWords(period: { readonly from: string | null; readonly to: string | null } | null): string {
  if (period === null || (period.from === null && period.to === null)) return '';
  if (period.from === period.to) return period.from ?? '';
  return `${period.from ?? '…'} – ${period.to ?? 'now'}`;
}

/** Where every item stands in the text, in the order of the text. Marks may overlap; {@link segments} resolves that. */
export function marksOf({ proposal }: ReviewDocument, added: Decisions['added']): Mark[] {
  const lists = ITEM_LISTS.flatMap((list) =>
    proposal[list].map(({ start, end, ...item }, index): Mark => {
      // A story may be long: only its title's stretch is marked.
      const to = list === 'stories' && 'title' in item && typeof item.title === 'string' ? Math.min(end, start + item.title.length) : end;
      return { key: `${list}:${index}`, kind: KIND_OF_LIST[list], start, end: to };
    }),
  );
  return [
    ...lists,
    ...proposal.personal.map(({ start, end }, index): Mark => ({ key: `personal:${index}`, kind: 'personal', start, end })),
    ...proposal.skills.flatMap((skill) =>
      skill.evidence.map(({ mention }): Mark => ({ key: `skill:${skill.id}`, kind: 'skill', start: mention.start, end: mention.end })),
    ),
    ...added.map(({ start, end }, index): Mark => ({ key: `added:${index}`, kind: 'added', start, end })),
  ].sort((a, b) => a.start - b.start);
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The innermost mark; null for plain text. */
  readonly mark: Mark | null;
}

/** Cuts a stretch of the text into pieces of one look each; the shortest mark lies on top. */
export function segments(from: number, to: number, marks: readonly Mark[]): Segment[] {
  const inside = (at: number): boolean => at > from && at < to;
  const bounds = [...new Set([from, to, ...marks.flatMap(({ start, end }) => [start, end].filter(inside))])].sort((a, b) => a - b);
  const result: Segment[] = [];
  for (const [index, start] of bounds.entries()) {
    const end = bounds[index + 1];
    if (end === undefined) break;
    const open = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const mark = open.reduce<Mark | null>((top, one) => (top === null || one.end - one.start <= top.end - top.start ? one : top), null);
    result.push({ start, end, mark });
  }
  return result;
}

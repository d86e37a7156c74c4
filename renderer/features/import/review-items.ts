import { type Decisions, DOUBTFUL_CONFIDENCE, isAcceptedByDefault } from '../../../core/review/decisions.ts';
import type { Outputs } from '../../api/client.ts';

export type ReviewDocument = Outputs['documents']['get'];
export type FoundSkill = ReviewDocument['proposal']['skills'][number];

export type MarkKind = 'skill' | 'gap' | 'caveat' | 'story';

/** A stretch of the text that stands for a found item. */
export interface Mark {
  readonly key: string;
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

export function isTaken(skill: FoundSkill, decisions: Decisions): boolean {
  return decisions.skills[skill.id]?.accepted ?? isAcceptedByDefault(skill);
}

export type SkillGroup = 'doubtful' | 'notOwn' | 'skills';

/** Which list of the review a skill stands in; it stays there whatever is decided, so that nothing jumps away. */
export function groupOf(skill: FoundSkill): SkillGroup {
  if (skill.confidence < DOUBTFUL_CONFIDENCE) return 'doubtful';
  return isAcceptedByDefault(skill) ? 'skills' : 'notOwn';
}

/** Where every item stands in the text. Marks may overlap; {@link segments} resolves that. */
export function marksOf({ proposal }: ReviewDocument): Mark[] {
  return [
    ...proposal.stories.flatMap((story, index) => headOf(story, `story:${index}`, 'story')),
    ...proposal.caveats.map(({ start, end }, index): Mark => ({ key: `caveat:${index}`, kind: 'caveat', start, end })),
    ...proposal.gaps.map(({ start, end }, index): Mark => ({ key: `gap:${index}`, kind: 'gap', start, end })),
    ...proposal.skills.flatMap((skill) =>
      skill.evidence.map(({ mention }): Mark => ({ key: `skill:${skill.id}`, kind: 'skill', start: mention.start, end: mention.end })),
    ),
  ];
}

/** A story may be long: only its title's stretch is marked. */
function headOf({ title, start, end }: { title: string; start: number; end: number }, key: string, kind: MarkKind): Mark[] {
  return [{ key, kind, start, end: Math.min(end, start + title.length) }];
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The innermost mark; null for plain text. */
  readonly mark: Mark | null;
}

/** Cuts a text into stretches of one look each: later marks lie above earlier ones. Linear in text and marks after sorting. */
export function segments(length: number, marks: readonly Mark[]): Segment[] {
  const bounds = [...new Set([0, length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= length)
    .sort((a, b) => a - b);
  const starts = Map.groupBy(marks, ({ start }) => start);
  const result: Segment[] = [];
  let open: Mark[] = [];
  for (const [index, start] of bounds.entries()) {
    const end = bounds[index + 1];
    if (end === undefined) break;
    open = [...open.filter((mark) => mark.end > start), ...(starts.get(start) ?? [])];
    const mark = open.reduce<Mark | null>((top, one) => (top === null || one.end - one.start <= top.end - top.start ? one : top), null);
    result.push({ start, end, mark });
  }
  return result;
}

import type { Importance } from '../../../core/content/role.ts';
import type { AskingPlace } from '../../../core/job/judge.ts';
import type { ProposedDemand } from '../../../core/job/to-role.ts';
import type { ReadJob } from '../../api/client.ts';

/** A proposed demand as the person left it. */
export interface JobDemand extends ProposedDemand {
  readonly isTaken: boolean;
  /** The names that ask for it, as the taxonomy has them. */
  readonly skillNames: string;
  readonly places: readonly AskingPlace[];
}

/** Everything found is taken at first: leaving out is the smaller work. In the order of the advert. */
export function demandsOf({ demands, reading }: ReadJob): JobDemand[] {
  const withPlaces = demands.map((demand): JobDemand => {
    const asking = reading.requirements.filter(({ skillId }) => demand.skills.includes(skillId));
    const places = asking.flatMap((one) => one.places);
    return {
      ...demand,
      isTaken: true,
      skillNames: asking.map(({ name }) => name).join(', '),
      places: places.toSorted((a, b) => a.start - b.start),
    };
  });
  return withPlaces.sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0));
}

interface Mark {
  readonly start: number;
  readonly text: string;
  /** The demand it belongs to; null for text between. */
  readonly key: string | null;
  readonly importance: Importance;
}

/** The text cut at the names that ask for something, as the demands are now. */
export function marksOf(text: string, demands: readonly JobDemand[]): Mark[] {
  const names = demands
    .flatMap(({ key, importance, places }) => places.map(({ mention }) => ({ start: mention.start, end: mention.end, key, importance })))
    .sort((a, b) => a.start - b.start);
  const marks: Mark[] = [];
  let from = 0;
  for (const { start, end, key, importance } of names) {
    if (start < from) continue;
    if (start > from) marks.push({ start: from, text: text.slice(from, start), key: null, importance });
    marks.push({ start, text: text.slice(start, end), key, importance });
    from = end;
  }
  if (from < text.length) marks.push({ start: from, text: text.slice(from), key: null, importance: 'must' });
  return marks;
}

/** Adds a demand the person wants all the same; where its competency is asked for already it joins that one and takes it. */
export function addDemand(demands: readonly JobDemand[], added: JobDemand): JobDemand[] {
  const other = demands.find(({ key }) => key === added.key);
  return other === undefined ? [...demands, added] : demands.map((one) => (one === other ? joined(other, added) : one));
}

const STRICTNESS = { must: 2, should: 1, nice: 0 } as const;

/**
 * Says that a demand is about another competency, or about none of the shared ones (`null`); where that one is asked for
 * already the two become one, the stricter standing.
 */
export function moveDemand(
  demands: readonly JobDemand[],
  from: string,
  to: { readonly id: string; readonly name: string } | null,
): JobDemand[] {
  const moved = demands.find(({ key }) => key === from);
  const key = to?.id ?? `new:${moved?.skills[0] ?? ''}`;
  if (moved === undefined || key === from) return [...demands];
  const next: JobDemand = { ...moved, key, isNew: to === null, name: to?.name ?? moved.skillNames };
  const other = demands.find((one) => one.key === key);
  if (other === undefined) return demands.map((one) => (one.key === from ? next : one));
  const both = joined(other, moved);
  return demands.filter((one) => one.key !== from).map((one) => (one.key === key ? both : one));
}

function joined(one: JobDemand, other: JobDemand): JobDemand {
  return {
    ...one,
    skills: [...new Set([...one.skills, ...other.skills])],
    skillNames: [...new Set([...one.skillNames.split(', '), ...other.skillNames.split(', ')])].join(', '),
    importance: STRICTNESS[other.importance] > STRICTNESS[one.importance] ? other.importance : one.importance,
    required: Math.max(one.required, other.required),
    weight: Math.max(one.weight, other.weight),
    places: [...one.places, ...other.places].toSorted((a, b) => a.start - b.start),
    isTaken: true,
  };
}

const MAX_NOTE = 1500;

/** The words that ask for a demand, each place once. */
export function noteOf({ places }: JobDemand): string {
  return [...new Set(places.map(({ text }) => text.trim()))].join(' · ').slice(0, MAX_NOTE);
}

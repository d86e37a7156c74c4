import type { Importance } from '../../../core/content/role.ts';
import type { AskingPlace } from '../../../core/job/judge.ts';
import type { ProposedDemand } from '../../../core/job/to-role.ts';
import type { ReadJob } from '../../api/client.ts';

/** A proposed demand as the person left it. */
export interface JobDemand extends ProposedDemand {
  readonly isTaken: boolean;
  readonly places: readonly AskingPlace[];
}

/** Everything found is taken at first: leaving out is the smaller work. In the order of the advert. */
export function demandsOf({ demands, reading }: ReadJob): JobDemand[] {
  const withPlaces = demands.map((demand): JobDemand => {
    const places = reading.requirements.filter(({ skillId }) => demand.skills.includes(skillId)).flatMap((one) => one.places);
    return { ...demand, isTaken: true, places: places.toSorted((a, b) => a.start - b.start) };
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

/** The text cut at the names that ask for something. */
export function marksOf(read: ReadJob): Mark[] {
  const { text } = read;
  const names = demandsOf(read)
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

import { Link } from 'wouter';
import { t } from '../../strings/index.ts';

/** A document's name that leads to it; to a place in it where one is given. */
export function documentLink(id: number | null, name: string | null, place?: { readonly start: number; readonly end: number }) {
  const words = name ?? t.skills.drawer.unknownDocument;
  if (id === null || name === null) return words;
  return <Link href={place ? `/import/${id}?at=${place.start}-${place.end}` : `/import/${id}`}>{words}</Link>;
}

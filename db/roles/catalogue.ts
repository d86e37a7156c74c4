import { competenciesOf } from '../../core/content/role.ts';
import type { CataloguedCompetency } from '../../core/job/to-role.ts';
import type { ReadableDb } from '../statement.ts';
import { getRole, listRoles } from './roles.ts';

/** The competencies that the shipped roles share, each with the layer named after its group. */
export function sharedCompetencies(db: ReadableDb): CataloguedCompetency[] {
  const shipped = listRoles(db)
    .filter(({ origin }) => origin === 'shipped')
    .map(({ id }) => getRole(db, id));
  const layers = new Map(shipped.flatMap((role) => role.layers.map(({ competencies: _, ...layer }) => [layer.id, layer] as const)));
  const found = new Map<string, CataloguedCompetency>();
  for (const { required: _r, importance: _i, weight: _w, note: _n, ...competency } of shipped.flatMap(competenciesOf)) {
    const layer = layers.get(competency.id.split('.')[0] ?? '');
    if (layer !== undefined && !found.has(competency.id)) found.set(competency.id, { competency, layer });
  }
  return [...found.values()].sort((a, b) => a.competency.id.localeCompare(b.competency.id, 'en'));
}

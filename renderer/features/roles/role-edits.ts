import type { Outputs } from '../../api/client.ts';

export type Role = Outputs['roles']['get']['role'];
export type Layer = Role['layers'][number];
export type Competency = Layer['competencies'][number];

/** A place in a role: the layer and the position in it. */
export interface Place {
  readonly layer: string;
  readonly index: number;
}

function withLayer(role: Role, id: string, change: (layer: Layer) => Layer): Role {
  return { ...role, layers: role.layers.map((layer) => (layer.id === id ? change(layer) : layer)) };
}

export function changeLayer(role: Role, id: string, change: Partial<Omit<Layer, 'id' | 'competencies'>>): Role {
  return withLayer(role, id, (layer) => ({ ...layer, ...change }));
}

export function addLayer(role: Role, name: string): Role {
  const taken = new Set(role.layers.map(({ id }) => id));
  let count = role.layers.length + 1;
  while (taken.has(`layer-${count}`)) count += 1;
  return { ...role, layers: [...role.layers, { id: `layer-${count}`, name, part: 'layer', summary: '', competencies: [] }] };
}

export function removeLayer(role: Role, id: string): Role {
  return { ...role, layers: role.layers.filter((layer) => layer.id !== id) };
}

export function changeCompetency(role: Role, id: string, change: Partial<Omit<Competency, 'id'>>): Role {
  return {
    ...role,
    layers: role.layers.map((layer) => ({
      ...layer,
      competencies: layer.competencies.map((one) => (one.id === id ? { ...one, ...change } : one)),
    })),
  };
}

export function addCompetency(role: Role, layerId: string, competency: Competency): Role {
  if (role.layers.some(({ competencies }) => competencies.some(({ id }) => id === competency.id))) return role;
  return withLayer(role, layerId, (layer) => ({ ...layer, competencies: [...layer.competencies, competency] }));
}

export function removeCompetency(role: Role, id: string): Role {
  return {
    ...role,
    layers: role.layers.map((layer) => ({ ...layer, competencies: layer.competencies.filter((one) => one.id !== id) })),
  };
}

/** Moves a competency, within its layer or to another. */
export function moveCompetency(role: Role, from: Place, to: Place): Role {
  const moved = role.layers.find(({ id }) => id === from.layer)?.competencies[from.index];
  if (moved === undefined) return role;
  const without = withLayer(role, from.layer, (layer) => ({
    ...layer,
    competencies: layer.competencies.filter((_, index) => index !== from.index),
  }));
  return withLayer(without, to.layer, (layer) => ({ ...layer, competencies: layer.competencies.toSpliced(to.index, 0, moved) }));
}

export function moveLayer(role: Role, from: number, to: number): Role {
  const moved = role.layers[from];
  return moved === undefined ? role : { ...role, layers: role.layers.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

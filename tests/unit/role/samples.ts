import type { Role, RoleCompetency } from '../../../core/content/role.ts';
import type { PersonLevels } from '../../../core/role/compare.ts';
import { combine, type Estimate, type Observation } from '../../../core/role/estimate.ts';

/** A must of level 4 and weight 5 unless told. */
export function competency(part: Partial<RoleCompetency> & { id: string }): RoleCompetency {
  return {
    name: part.id,
    required: 4,
    importance: 'must',
    weight: 5,
    why: 'w',
    proof: 'p',
    levels: [],
    asked: 2,
    resources: [],
    note: '',
    skillsAll: [],
    skillsAny: [],
    prerequisites: [],
    ...part,
  };
}

export function role(...competencies: RoleCompetency[]): Role {
  return {
    id: 'r',
    version: 1,
    name: 'Role',
    summary: 's',
    layers: [{ id: 'l', name: 'Layer', part: 'layer', summary: 's', competencies }],
  };
}

export function self(value: number): Observation {
  return { value, variance: 1.5, source: 'self', reason: '' };
}

export function estimate(value: number): Estimate {
  const combined = combine([self(value)]);
  if (!combined) throw new Error('one observation always combines');
  return combined;
}

/** Somebody who rated these skills. */
export function person(skills: Readonly<Record<string, number>>): PersonLevels {
  return {
    skills: new Map(Object.entries(skills).map(([id, level]) => [id, estimate(level)])),
    competencyRatings: new Map(),
    answers: new Map(),
    observed: new Map(),
    gapSkills: new Set(),
  };
}

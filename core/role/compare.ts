import type { Importance, Role, RoleCompetency, RoleLayer } from '../content/role.ts';
import { clampLevel } from '../levels.ts';
import { effortHours } from './effort.ts';
import { combine, type Estimate, type Observation } from './estimate.ts';
import { JUDGEMENT } from './judgement.ts';

/** What is known about a person, as the comparison needs it. */
export interface PersonLevels {
  /** Estimate per skill id; a skill without a sign is not in the map. */
  readonly skills: ReadonlyMap<string, Estimate>;
  /** Own ratings of whole competencies, newest only. */
  readonly competencyRatings: ReadonlyMap<string, Observation>;
  /** What answers say, per competency, their prior taken out. */
  readonly answers: ReadonlyMap<string, Observation>;
  /** Level shown as observed: null until enough answers are counted. */
  readonly observed: ReadonlyMap<string, number>;
  /** Skills under a gap the person declared. */
  readonly gapSkills: ReadonlySet<string>;
}

/** What carries over: `share` (0–1) of the level in `from` counts towards `to`. */
export interface TransferEdge {
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

export interface CarriedOver {
  readonly from: string;
  readonly to: string;
  /** 0–3. */
  readonly level: number;
}

export interface CompetencyComparison {
  readonly id: string;
  readonly name: string;
  readonly required: number;
  /** 0–5, or null when nothing is known. */
  readonly level: number | null;
  readonly low: number;
  readonly high: number;
  readonly self: number | null;
  readonly observed: number | null;
  /** required − level, never below 0; for an unassessed competency required − the middle of its range. */
  readonly gap: number;
  /** Severity: weight · importance factor · gap (Borich's discrepancy model). */
  readonly priority: number;
  /** Hours from here to the required level, less what transfers; null where the level is unknown. */
  readonly hours: number | null;
  readonly importance: Importance;
  readonly weight: number;
  /** Share of the competency's parts something is known about, 0–1. */
  readonly assessedShare: number;
  /** Level reached if what neighbouring skills carry over is counted; null where it adds nothing. Never satisfies a must. */
  readonly withTransfer: number | null;
  readonly carriedOver: readonly CarriedOver[];
  readonly declaredGap: boolean;
  /** `unsure`: what is known would meet it, but a skill it cannot do without is unknown. */
  readonly state: 'unassessed' | 'met' | 'unsure' | 'below' | 'blocker';
  readonly skills: readonly string[];
  /** What the level rests on, the most telling first; empty when unassessed. */
  readonly sources: readonly Observation['source'][];
}

/**
 * Percentages 0–100. `expected` takes what is assessed as estimated and the rest as halfway between nothing and met, the
 * middle of what it may be; null when nothing is assessed.
 */
export interface Fit {
  readonly expected: number | null;
  readonly low: number;
  readonly high: number;
  /** Share of the role's weight that is assessed, 0–1. */
  readonly assessedShare: number;
}

export interface LayerComparison {
  readonly id: string;
  readonly name: string;
  readonly part: RoleLayer['part'];
  readonly fit: Fit;
  /** Weighted means over the layer, for charts; `level` is null when nothing is assessed. */
  readonly required: number;
  readonly level: number | null;
  readonly competencies: readonly CompetencyComparison[];
}

export interface RoleComparison {
  readonly role: { readonly id: string; readonly name: string; readonly version: number };
  readonly fit: Fit;
  readonly band: 'ready' | 'close' | 'reachable' | 'far' | 'unknown';
  readonly musts: { readonly met: number; readonly total: number; readonly blockers: readonly string[] };
  readonly layers: readonly LayerComparison[];
}

interface Assessed {
  readonly comparison: CompetencyComparison;
  /** Variance and self share of the level, for the fit's interval; null when unassessed. */
  readonly estimate: { readonly variance: number; readonly selfShare: number } | null;
}

/**
 * Compares a person with a role (methods notes, section 4). Pure and independent of the order of skills and competencies.
 */
export function compareWithRole(role: Role, person: PersonLevels, edges: readonly TransferEdge[]): RoleComparison {
  const incoming = groupByTarget(edges);
  const layers = role.layers.map((layer) => {
    const assessed = layer.competencies.map((competency) => assess(competency, person, incoming));
    const comparisons = assessed.map(({ comparison }) => comparison);
    return { layer, assessed, comparisons };
  });
  const all = layers.flatMap(({ assessed }) => assessed);
  const fit = fitOf(all);
  const musts = all.map(({ comparison }) => comparison).filter(({ importance }) => importance === 'must');
  const blockers = musts.filter(({ state }) => state === 'blocker').map(({ id }) => id);
  return {
    role: { id: role.id, name: role.name, version: role.version },
    fit,
    band: bandOf(fit, blockers.length),
    musts: { met: musts.filter(({ state }) => state === 'met').length, total: musts.length, blockers },
    layers: layers.map(({ layer, assessed, comparisons }) => ({
      id: layer.id,
      name: layer.name,
      part: layer.part,
      fit: fitOf(assessed),
      required: weightedMean(comparisons, ({ required }) => required) ?? 0,
      level: weightedMean(comparisons, ({ level }) => level),
      competencies: comparisons,
    })),
  };
}

/** The middle of what an unassessed competency may be. */
const UNKNOWN_COVERAGE = 0.5;

/** w · f: how much a competency counts. */
function weightOf({ weight, importance }: Pick<RoleCompetency, 'weight' | 'importance'>): number {
  return weight * JUDGEMENT.importance[importance];
}

function assess(competency: RoleCompetency, person: PersonLevels, incoming: Incoming): Assessed {
  const parts = partsOf(competency, person.skills);
  const known = parts.filter((part) => part !== null);
  const rating = person.competencyRatings.get(competency.id);
  const answers = person.answers.get(competency.id);
  const observations = [...(rating ? [rating] : known.length > 0 ? [meanOf(known)] : []), ...(answers ? [answers] : [])];
  const estimate = combine(observations);
  const selfShare = rating ? (estimate?.selfShare ?? 0) : meanSelfShare(known);
  const assessedShare = rating || answers ? 1 : parts.length === 0 ? 0 : known.length / parts.length;
  const { carriedOver, withTransfer } = transferInto(competency, person.skills, incoming, estimate);
  const range = rangeOf(competency.required, estimate, assessedShare);
  const middle = estimate?.mean ?? (range.low + range.high) / 2;
  const gap = Math.max(0, competency.required - middle);
  const skills = skillsOf(competency);
  const coreKnown = rating !== undefined || answers !== undefined || competency.skillsAll.every((id) => person.skills.has(id));
  const comparison: CompetencyComparison = {
    id: competency.id,
    name: competency.name,
    required: competency.required,
    level: estimate?.mean ?? null,
    ...range,
    self: rating?.value ?? null,
    observed: person.observed.get(competency.id) ?? null,
    gap,
    priority: weightOf(competency) * gap,
    hours: estimate && effortHours(Math.max(estimate.mean, withTransfer ?? 0), competency.required),
    importance: competency.importance,
    weight: competency.weight,
    assessedShare,
    withTransfer,
    carriedOver,
    declaredGap: skills.some((id) => person.gapSkills.has(id)),
    state: stateOf(competency, estimate?.mean ?? null, coreKnown),
    skills,
    sources: SOURCES.filter((source) =>
      source === 'answers' ? answers !== undefined : rating ? source === 'self' : hasSource(known, source),
    ),
  };
  return { comparison, estimate: estimate && { variance: estimate.variance, selfShare } };
}

/** The most telling first. */
const SOURCES = ['answers', 'self', 'evidence', 'imported'] as const;

function hasSource(estimates: readonly Estimate[], source: Observation['source']): boolean {
  return estimates.some(({ observations }) => observations.some((one) => one.source === source));
}

/** Each skill of skillsAll and the best-known member of each skillsAny group; null where nothing is known. */
function partsOf({ skillsAll, skillsAny }: RoleCompetency, skills: PersonLevels['skills']): (Estimate | null)[] {
  const groups = skillsAny.map((group) => {
    const known = group.flatMap((id) => skills.get(id) ?? []);
    return known.reduce<Estimate | null>((best, one) => (best === null || one.mean > best.mean ? one : best), null);
  });
  return [...skillsAll.map((id) => skills.get(id) ?? null), ...groups];
}

/** Mean of independent estimates: variance Σv / n². */
function meanOf(estimates: readonly Estimate[]): Observation {
  const count = estimates.length;
  return {
    value: estimates.reduce((sum, { mean }) => sum + mean, 0) / count,
    variance: estimates.reduce((sum, { variance }) => sum + variance, 0) / count ** 2,
    source: 'evidence',
    reason: 'From the skills it rests on.',
  };
}

function meanSelfShare(estimates: readonly Estimate[]): number {
  if (estimates.length === 0) return 0;
  return estimates.reduce((sum, { selfShare }) => sum + selfShare, 0) / estimates.length;
}

/** 80 % interval; the unknown share of a competency may be anything from 0 to the requirement. */
function rangeOf(required: number, estimate: Estimate | null, share: number): { low: number; high: number } {
  if (estimate === null) return { low: 0, high: required };
  const spread = JUDGEMENT.z * Math.sqrt(estimate.variance + (estimate.selfShare * JUDGEMENT.selfBiasSd) ** 2);
  const highest = share * estimate.mean + (1 - share) * Math.max(required, estimate.mean);
  return { low: clampLevel(share * estimate.mean - spread), high: clampLevel(highest + spread) };
}

function stateOf({ required, importance }: RoleCompetency, level: number | null, coreKnown: boolean): CompetencyComparison['state'] {
  if (level === null) return 'unassessed';
  if (level >= required - JUDGEMENT.mustMetMargin) return coreKnown ? 'met' : 'unsure';
  return importance === 'must' && level < required - JUDGEMENT.blockerMargin ? 'blocker' : 'below';
}

type Incoming = ReadonlyMap<string, readonly TransferEdge[]>;

function groupByTarget(edges: readonly TransferEdge[]): Incoming {
  const incoming = new Map<string, TransferEdge[]>();
  for (const edge of edges) {
    const list = incoming.get(edge.to);
    if (list) list.push(edge);
    else incoming.set(edge.to, [edge]);
  }
  return incoming;
}

/** One hop, the best source only, τ · level, at most 3 and at most required − 1; only where it exceeds what is known. */
function transferInto(competency: RoleCompetency, skills: PersonLevels['skills'], incoming: Incoming, direct: Estimate | null) {
  const cap = Math.min(JUDGEMENT.transferCap, Math.max(0, competency.required - 1));
  const carriedOver: CarriedOver[] = [];
  const reach = (id: string): number => {
    const own = skills.get(id)?.mean ?? 0;
    let best: CarriedOver | null = null;
    for (const edge of incoming.get(id) ?? []) {
      const level = Math.min(cap, (skills.get(edge.from)?.mean ?? 0) * edge.share);
      if (level > own && level > (best?.level ?? 0)) best = { from: edge.from, to: id, level };
    }
    if (best) carriedOver.push(best);
    return Math.max(own, best?.level ?? 0);
  };
  const levels = [...competency.skillsAll.map(reach), ...competency.skillsAny.map((group) => Math.max(...group.map(reach)))];
  if (carriedOver.length === 0 || levels.length === 0) return { carriedOver: [], withTransfer: null };
  const reached = Math.min(cap, levels.reduce((sum, level) => sum + level, 0) / levels.length);
  return reached > (direct?.mean ?? 0) ? { carriedOver, withTransfer: reached } : { carriedOver: [], withTransfer: null };
}

/**
 * F = Σ w·f·q / Σ w·f with q = min(1, level / required), a partly assessed competency with its known share. What is
 * unassessed counts as half met in `expected`, as 0 and as met in the ends, which add 1.28 σ.
 */
function fitOf(assessed: readonly Assessed[]): Fit {
  let total = 0;
  let known = 0;
  let sum = 0;
  let variance = 0;
  let bias = 0;
  for (const { comparison, estimate } of assessed) {
    const weight = weightOf(comparison);
    total += weight;
    if (comparison.level === null || estimate === null) continue;
    const assessed = weight * comparison.assessedShare;
    known += assessed;
    sum += assessed * coverage(comparison.level, comparison.required);
    const slope = assessed / Math.max(1, comparison.required);
    variance += slope ** 2 * estimate.variance;
    bias += slope * estimate.selfShare * JUDGEMENT.selfBiasSd;
  }
  if (total === 0 || known === 0) return { expected: null, low: 0, high: 100, assessedShare: 0 };
  const spread = JUDGEMENT.z * Math.sqrt(variance + bias ** 2);
  const percent = (value: number): number => Math.min(100, Math.max(0, (100 * value) / total));
  return {
    expected: percent(sum + UNKNOWN_COVERAGE * (total - known)),
    low: percent(sum - spread),
    high: percent(sum + (total - known) + spread),
    assessedShare: known / total,
  };
}

/** q = min(1, level / required): a surplus here pays for nothing elsewhere. */
function coverage(level: number, required: number): number {
  return required === 0 ? 1 : Math.min(1, level / required);
}

function bandOf(fit: Fit, blockers: number): RoleComparison['band'] {
  const { expected } = fit;
  if (expected === null) return 'unknown';
  return JUDGEMENT.bands.find(({ minFit, maxBlockers }) => expected >= minFit && blockers <= maxBlockers)?.id ?? 'far';
}

function weightedMean(
  comparisons: readonly CompetencyComparison[],
  pick: (comparison: CompetencyComparison) => number | null,
): number | null {
  let weights = 0;
  let sum = 0;
  for (const comparison of comparisons) {
    const value = pick(comparison);
    if (value === null) continue;
    weights += weightOf(comparison);
    sum += weightOf(comparison) * value;
  }
  return weights === 0 ? null : sum / weights;
}

/** Every skill a competency rests on, each once. */
export function skillsOf({ skillsAll, skillsAny }: Pick<RoleCompetency, 'skillsAll' | 'skillsAny'>): string[] {
  return [...new Set([...skillsAll, ...skillsAny.flat()])];
}

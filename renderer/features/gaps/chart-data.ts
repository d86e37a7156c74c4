import type { ChartTable } from '../../components/charts/ChartCard.tsx';
import type { RangeRow } from '../../components/charts/RangeRows.tsx';
import { t } from '../../strings/index.ts';
import { type Comparison, type Competency, type Placed, placed } from './comparison-views.ts';

const MAX_AXES = 8;

export interface RadarAxis {
  readonly id: string;
  readonly name: string;
  readonly required: number;
  readonly level: number | null;
  readonly assessed: number;
}

/** At most eight axes in the role's order: where there are more layers, what runs through all of them becomes one. */
export function radarAxes({ layers }: Comparison): RadarAxis[] {
  const axes = layers.map((layer) => ({ ...axisOf(layer.name, layer.competencies, layer.id), part: layer.part }));
  if (axes.length <= MAX_AXES) return axes;
  const main = layers.filter(({ part }) => part === 'layer').slice(0, MAX_AXES - 1);
  const rest = layers.filter((layer) => !main.includes(layer));
  return [
    ...main.map((layer) => axisOf(layer.name, layer.competencies, layer.id)),
    axisOf(
      t.charts.crossCutting,
      rest.flatMap(({ competencies }) => competencies),
      rest[0]?.id ?? '',
    ),
  ];
}

const FACTOR = { must: 1, should: 0.6, nice: 0.3 } as const;

function axisOf(name: string, competencies: readonly Competency[], id: string): RadarAxis {
  const known = competencies.filter(({ level }) => level !== null);
  const mean = (list: readonly Competency[], pick: (one: Competency) => number): number => {
    const weights = list.reduce((sum, one) => sum + one.weight * FACTOR[one.importance], 0);
    return weights === 0 ? 0 : list.reduce((sum, one) => sum + one.weight * FACTOR[one.importance] * pick(one), 0) / weights;
  };
  return {
    id,
    name,
    required: mean(competencies, ({ required }) => required),
    level: known.length === 0 ? null : mean(known, ({ level }) => level ?? 0),
    assessed: mean(competencies, ({ assessedShare }) => assessedShare),
  };
}

export interface HeatCell {
  readonly layer: string;
  readonly layerId: string;
  /** The required level, 1–5. */
  readonly required: number;
  readonly competencies: readonly Competency[];
  readonly met: number;
  /** Mean of min(1, level / required) over what is known; null where nothing is. */
  readonly coverage: number | null;
}

/** Layer by required level: how much of what is asked for there is reached. */
export function heatCells({ layers }: Comparison): HeatCell[] {
  return layers.flatMap((layer) =>
    [1, 2, 3, 4, 5].flatMap((required) => {
      const competencies = layer.competencies.filter((one) => one.required === required);
      if (competencies.length === 0) return [];
      const known = competencies.filter(({ level }) => level !== null);
      const coverage =
        known.length === 0 ? null : known.reduce((sum, { level }) => sum + Math.min(1, (level ?? 0) / required), 0) / known.length;
      const met = competencies.filter(({ state }) => state === 'met').length;
      return [{ layer: layer.name, layerId: layer.id, required, competencies, met, coverage }];
    }),
  );
}

/** By the gap, the largest first; what is unknown after it; what is met last. */
export function byGap(rows: readonly Placed[]): Placed[] {
  const order = ({ competency }: Placed): number => (competency.level === null ? 1 : competency.gap > 0.05 ? 0 : 2);
  return [...rows].sort(
    (a, b) => order(a) - order(b) || b.competency.gap - a.competency.gap || b.competency.priority - a.competency.priority,
  );
}

export function wordsOf(competency: Competency): string {
  return t.gaps.row(competency.name, competency.level?.toFixed(1) ?? t.gaps.unknownLevel, competency.required);
}

export function dumbbellRow({ competency }: Placed): RangeRow {
  const { id, name, level, low, high, required, withTransfer, importance, gap } = competency;
  const note = level === null ? t.gaps.unknownLevel : gap > 0.05 ? `−${gap.toFixed(1)}` : t.charts.reached;
  return {
    id,
    label: name,
    value: level,
    low,
    high,
    required,
    carried: withTransfer,
    note,
    words: `${wordsOf(competency)}. ${t.importance[importance]}. ${t.states[competency.state]}.`,
    isStrong: importance === 'must',
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function competencyTable(rows: readonly Placed[]): ChartTable {
  return {
    header: [
      'id',
      t.gaps.columns.competency,
      t.gaps.columns.layer,
      t.charts.importance,
      t.gaps.columns.required,
      t.gaps.columns.current,
      t.charts.low,
      t.charts.high,
      t.charts.self,
      t.charts.observed,
      t.charts.carried,
      t.gaps.columns.gap,
      t.gaps.columns.priority,
      t.charts.hours,
      t.gaps.columns.state,
    ],
    rows: rows.map(({ competency, layer }) => [
      competency.id,
      competency.name,
      layer.name,
      t.importance[competency.importance],
      competency.required,
      competency.level === null ? '' : round(competency.level),
      round(competency.low),
      round(competency.high),
      competency.self ?? '',
      competency.observed === null ? '' : round(competency.observed),
      competency.withTransfer === null ? '' : round(competency.withTransfer),
      competency.level === null ? '' : round(competency.gap),
      competency.level === null ? '' : round(competency.priority),
      competency.hours === null ? '' : round(competency.hours),
      t.states[competency.state],
    ]),
  };
}

export const SOURCES = ['answers', 'self', 'evidence', 'imported', 'unknown'] as const;
export type CoverageSource = (typeof SOURCES)[number];

export interface CoverageRow {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly counts: Readonly<Record<CoverageSource, number>>;
}

/** What the levels of each layer rest on: how many competencies by their most telling source. */
export function coverageRows({ layers }: Comparison): CoverageRow[] {
  return layers.map(({ id, name, competencies }) => {
    const counts = { answers: 0, self: 0, evidence: 0, imported: 0, unknown: 0 };
    for (const { sources } of competencies) counts[sources[0] ?? 'unknown'] += 1;
    return { id, name, total: competencies.length, counts };
  });
}

/** Those in one cell or layer of a chart, in words that name it. */
export interface Selection {
  readonly title: string;
  readonly ids: readonly string[];
}

export function selected(comparison: Comparison, { ids }: Selection): Placed[] {
  const wanted = new Set(ids);
  return placed(comparison).filter(({ competency }) => wanted.has(competency.id));
}

import { Group, MultiSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import { RangeRows } from '../../components/charts/RangeRows.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { t } from '../../strings/index.ts';
import { byGap, competencyTable, dumbbellRow } from './chart-data.ts';
import { type Comparison, type Placed, placed } from './comparison-views.ts';

interface Props {
  readonly comparison: Comparison;
  readonly onOpen: (id: string) => void;
}

type Order = 'gap' | 'priority' | 'layer';
const ORDERS = ['gap', 'priority', 'layer'] as const;
const TICKS = [0, 1, 2, 3, 4, 5];

/** Every competency as a line from where one stands to what is required. */
export function CompetencyChart({ comparison, onOpen }: Props) {
  const [order, setOrder] = useState<Order>('gap');
  const [layers, setLayers] = useState<string[]>([]);
  const all = placed(comparison).filter(({ layer }) => layers.length === 0 || layers.includes(layer.id));
  const rows = sorted(all, order);
  return (
    <ChartCard
      title={t.charts.dumbbell}
      question={t.charts.dumbbellQuestion}
      file="plumbline-gaps"
      legend={t.gaps.legend}
      table={competencyTable(rows)}
      actions={
        <Group gap="xs">
          <MultiSelect
            size="xs"
            w={210}
            placeholder={layers.length === 0 ? t.charts.allLayers : undefined}
            aria-label={t.charts.filterLayers}
            data={comparison.layers.map(({ id, name }) => ({ value: id, label: name }))}
            value={layers}
            onChange={setLayers}
            clearable
          />
          <SegmentedControl
            size="xs"
            aria-label={t.charts.order}
            value={order}
            onChange={(value) => setOrder(ORDERS.find((one) => one === value) ?? 'gap')}
            data={ORDERS.map((value) => ({ value, label: t.charts.orders[value] }))}
          />
        </Group>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t.gaps.allMet} text={t.gaps.unknownNone} />
      ) : (
        <RangeRows rows={rows.map(dumbbellRow)} max={5} ticks={TICKS} onOpen={onOpen} label={t.charts.dumbbell} />
      )}
    </ChartCard>
  );
}

function sorted(rows: readonly Placed[], order: Order): readonly Placed[] {
  if (order === 'layer') return rows;
  if (order === 'gap') return byGap(rows);
  return byGap(rows).sort(
    (a, b) => Number(a.competency.level === null) - Number(b.competency.level === null) || b.competency.priority - a.competency.priority,
  );
}

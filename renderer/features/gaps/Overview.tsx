import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { RangeRows } from '../../components/charts/RangeRows.tsx';
import { t } from '../../strings/index.ts';
import { CoverageChart } from './CoverageChart.tsx';
import { byGap, dumbbellRow, heatCells, radarAxes, type Selection, selected } from './chart-data.ts';
import { type Comparison, placed } from './comparison-views.ts';
import { EffortChart } from './EffortChart.tsx';
import { HeatMap } from './HeatMap.tsx';
import { LayerRadar } from './LayerRadar.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly onOpen: (id: string) => void;
}

/** Where one stands at a glance: by layer, by required level, by effort, and what it all rests on. */
export default function Overview({ comparison, onOpen }: Props) {
  const [selection, setSelection] = useState<Selection | null>(null);
  const chooseLayer = (id: string): void => {
    const layer = comparison.layers.find((one) => one.id === id);
    if (layer) setSelection({ title: layer.name, ids: layer.competencies.map((one) => one.id) });
  };
  const axes = radarAxes(comparison);
  return (
    <Stack gap="lg">
      <MustsBelow comparison={comparison} onOpen={onOpen} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <LayerRadar axes={axes} onChoose={chooseLayer} />
        <HeatMap cells={heatCells(comparison)} layers={comparison.layers.map(({ id, name }) => ({ id, name }))} onChoose={setSelection} />
      </SimpleGrid>
      {selection && <Selected selection={selection} comparison={comparison} onOpen={onOpen} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <EffortChart comparison={comparison} onOpen={onOpen} />
        <CoverageChart comparison={comparison} onChoose={chooseLayer} />
      </SimpleGrid>
    </Stack>
  );
}

const MUSTS_SHOWN = 6;

/** Musts below their bar come before every average, those far below first. */
function MustsBelow({ comparison, onOpen }: Props) {
  const below = placed(comparison).filter(
    ({ competency: { state, importance } }) => importance === 'must' && (state === 'blocker' || state === 'below'),
  );
  if (below.length === 0) return null;
  const blockers = below.filter(({ competency }) => competency.state === 'blocker').length;
  const rows = byGap(below)
    .sort((a, b) => Number(b.competency.state === 'blocker') - Number(a.competency.state === 'blocker'))
    .slice(0, MUSTS_SHOWN);
  return (
    <section className="card">
      <Title order={2} size="h4">
        {t.charts.mustsBelow(below.length)}
      </Title>
      <Text size="sm" className="soft" mb="xs">
        {t.charts.mustsBelowText(blockers)}
      </Text>
      <RangeRows
        rows={rows.map(dumbbellRow)}
        max={5}
        ticks={[0, 1, 2, 3, 4, 5]}
        onOpen={onOpen}
        label={t.charts.mustsBelow(below.length)}
      />
      {below.length > rows.length && <Link href="/gaps?tab=competencies">{t.charts.moreMusts(below.length - rows.length)}</Link>}
    </section>
  );
}

function Selected({ selection, comparison, onOpen }: Props & { readonly selection: Selection }) {
  const rows = byGap(selected(comparison, selection));
  return (
    <section className="card" aria-live="polite">
      <Title order={2} size="h4" mb="xs">
        {selection.title}
      </Title>
      <RangeRows rows={rows.map(dumbbellRow)} max={5} ticks={[0, 1, 2, 3, 4, 5]} onOpen={onOpen} label={selection.title} />
    </section>
  );
}

import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Button, Group, Table, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { saveCsv } from '../../components/save-csv.ts';
import { t } from '../../strings/index.ts';
import type { Comparison } from './comparison-views.ts';
import classes from './Gaps.module.css';

interface Props {
  readonly comparison: Comparison;
  readonly onOpen: (id: string) => void;
}

const ROW_HEIGHT = 44;

/** Required against current level per layer, weighted means, as bars in the role's order; the same as a table. */
export default function LayerChart({ comparison }: Props) {
  const [asTable, setAsTable] = useState(false);
  const rows = comparison.layers.map(({ name, required, level, fit }) => ({
    name,
    required,
    level,
    assessed: Math.round(fit.assessedShare * 100),
  }));
  const data = rows.map(({ name, required, level }) => ({
    layer: name,
    [t.gaps.current]: level === null ? null : round(level),
    [t.gaps.required]: round(required),
  }));
  return (
    <section className="card">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {t.gaps.chartTitle}
        </Title>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setAsTable(!asTable)}>
            {asTable ? t.gaps.asChart : t.gaps.asTable}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} />}
            aria-label={t.gaps.exportCsvLabel}
            onClick={() => save(rows)}
          >
            {t.gaps.exportCsv}
          </Button>
        </Group>
      </Group>
      {asTable ? (
        <LayerTable rows={rows} />
      ) : (
        <div
          role="img"
          aria-label={rows
            .map(({ name, level, required }) => t.gaps.row(name, level?.toFixed(1) ?? t.gaps.unknownLevel, round(required)))
            .join('. ')}
        >
          <BarChart
            h={rows.length * ROW_HEIGHT + 60}
            data={data}
            dataKey="layer"
            orientation="vertical"
            yAxisProps={{ width: 176, interval: 0, tick: { fontSize: 13 } }}
            xAxisProps={{ domain: [0, 5], ticks: [0, 1, 2, 3, 4, 5], allowDataOverflow: true }}
            series={[
              { name: t.gaps.current, color: 'var(--plumb-current)' },
              { name: t.gaps.required, color: 'var(--plumb-required)' },
            ]}
            barProps={{ radius: [0, 4, 4, 0], isAnimationActive: false }}
            barChartProps={{ barGap: 2, barCategoryGap: '26%' }}
            withLegend
            legendProps={{ verticalAlign: 'top', height: 34 }}
            gridAxis="x"
            valueFormatter={(value) => value.toFixed(1)}
          />
        </div>
      )}
    </section>
  );
}

type Row = { readonly name: string; readonly required: number; readonly level: number | null; readonly assessed: number };

function LayerTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Table className={classes.layerTable}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.gaps.columns.layer}</Table.Th>
          <Table.Th ta="right">{t.gaps.required}</Table.Th>
          <Table.Th ta="right">{t.gaps.current}</Table.Th>
          <Table.Th ta="right">%</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, required, level, assessed }) => (
          <Table.Tr key={name} className="tabular">
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{required.toFixed(1)}</Table.Td>
            <Table.Td ta="right">{level?.toFixed(1) ?? t.gaps.unknownLevel}</Table.Td>
            <Table.Td ta="right">{t.gaps.partlyKnown(assessed)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function save(rows: readonly Row[]): void {
  const header = [t.gaps.columns.layer, t.gaps.required, t.gaps.current, '% known'];
  saveCsv(
    'plumbline-layers.csv',
    header,
    rows.map(({ name, required, level, assessed }) => [name, round(required), level === null ? '' : round(level), assessed]),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

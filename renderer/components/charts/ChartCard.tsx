import { Button, Group, Menu, ScrollArea, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { showError } from '../../app/toasts.ts';
import { t } from '../../strings/index.ts';
import { saveCsv } from '../save-csv.ts';
import { saveChart } from './save-chart.ts';

/** What a chart shows, as a table; numbers are aligned right. */
export interface ChartTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface Props {
  readonly title: string;
  /** The question the chart answers. */
  readonly question: string;
  /** Of the files it is saved to, without ending. */
  readonly file: string;
  readonly table: ChartTable;
  readonly legend?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its question, the table behind it, and the ways to take it along. */
export function ChartCard({ title, question, file, table, legend, actions, children }: Props) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const drawing = useRef<HTMLDivElement>(null);
  const savePicture = (format: 'svg' | 'png'): void => {
    if (drawing.current !== null) saveChart(drawing.current, file, format).catch(showError);
  };
  return (
    <section className="card" aria-label={title}>
      <Group justify="space-between" align="flex-start" mb="sm" wrap="wrap">
        <div style={{ flex: '1 1 260px' }}>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" className="soft">
            {question}
          </Text>
        </div>
        <Group gap="xs">
          {actions}
          <SegmentedControl
            size="xs"
            aria-label={t.charts.view(title)}
            value={view}
            onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
            data={[
              { value: 'chart', label: t.charts.chart },
              { value: 'table', label: t.charts.table },
            ]}
          />
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} aria-label={t.charts.saveLabel(title)}>
                {t.charts.save}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => saveCsv(`${file}.csv`, table.header, table.rows)}>{t.charts.csv}</Menu.Item>
              <Menu.Item disabled={view === 'table'} onClick={() => savePicture('png')}>
                {t.charts.png}
              </Menu.Item>
              <Menu.Item disabled={view === 'table'} onClick={() => savePicture('svg')}>
                {t.charts.svg}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      {view === 'table' ? (
        <TableBehind table={table} title={title} />
      ) : (
        <>
          {legend && (
            <Text size="xs" className="soft" mb={6}>
              {legend}
            </Text>
          )}
          <div ref={drawing}>{children}</div>
        </>
      )}
    </section>
  );
}

function TableBehind({ table: { header, rows }, title }: Pick<Props, 'table' | 'title'>) {
  return (
    // A long table is scrolled by keys too, so its place takes the focus.
    <ScrollArea.Autosize mah={520} type="auto" viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': title }}>
      <Table verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {header.map((name, column) => (
              <Table.Th key={name} ta={typeof rows[0]?.[column] === 'number' ? 'right' : 'left'}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table that is drawn anew as a whole
            <Table.Tr key={index} className="tabular">
              {row.map((cell, column) => (
                <Table.Td key={header[column]} ta={typeof cell === 'number' ? 'right' : 'left'}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

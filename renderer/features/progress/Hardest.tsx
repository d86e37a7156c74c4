import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { saveCsv } from '../../components/save-csv.ts';
import { t } from '../../strings/index.ts';
import { useStartDrill } from '../drill/use-start-drill.ts';
import classes from './Progress.module.css';
import type { Statistics } from './statistics-type.ts';

type Order = keyof Statistics['hardest'];
type Row = Pick<Statistics['hardest']['lowest'][number], 'questionId' | 'prompt' | 'competency' | 'kind' | 'level'> & {
  readonly note: string;
};

const ORDERS = ['lowest', 'forgotten'] as const;

/** Questions worth another look, each with a way to practise it now. */
export function Hardest({ hardest }: { readonly hardest: Statistics['hardest'] }) {
  const [order, setOrder] = useState<Order>('lowest');
  const rows: readonly Row[] =
    order === 'lowest'
      ? hardest.lowest.map((one) => ({ ...one, note: t.progress.hardest.lowest(one.share, one.answers) }))
      : hardest.forgotten.map((one) => ({ ...one, note: t.progress.hardest.forgotten(one.lapses) }));
  return (
    <section className="card" aria-label={t.progress.hardest.title}>
      <Group justify="space-between" align="flex-start" mb="xs" wrap="wrap">
        <div style={{ flex: '1 1 260px' }}>
          <Title order={2} size="h4">
            {t.progress.hardest.title}
          </Title>
          <Text size="sm" className="soft">
            {t.progress.hardest.question}
          </Text>
        </div>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t.progress.hardest.by}
            value={order}
            onChange={(value) => setOrder(ORDERS.find((one) => one === value) ?? 'lowest')}
            data={ORDERS.map((value) => ({ value, label: t.progress.hardest.orders[value] }))}
          />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} />}
            aria-label={`${t.charts.csv}: ${t.progress.hardest.title}`}
            onClick={() => saveHardest(hardest)}
          >
            {t.charts.csv}
          </Button>
        </Group>
      </Group>
      {rows.length === 0 ? (
        <Text className="soft">{order === 'lowest' ? t.progress.hardest.noneLowest : t.progress.hardest.noneForgotten}</Text>
      ) : (
        rows.map((row) => <Question key={row.questionId} row={row} />)
      )}
    </section>
  );
}

function Question({ row: { questionId, prompt, competency, kind, level, note } }: { readonly row: Row }) {
  const { start, isStarting } = useStartDrill();
  return (
    <div className={classes.question}>
      <div className={classes.prompt}>
        <Text lineClamp={2}>{prompt}</Text>
        <Text size="sm" className="soft">
          {`${competency} · ${t.kinds[kind]} · ${t.levels.level(level)} · ${note}`}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        loading={isStarting}
        aria-label={t.progress.hardest.practiseLabel(prompt.slice(0, 60))}
        onClick={() => start({ questionId, size: 1 })}
      >
        {t.progress.hardest.practise}
      </Button>
    </div>
  );
}

function saveHardest({ lowest, forgotten }: Statistics['hardest']): void {
  const { question, competency, kind, level, share, answers, lapses } = t.progress.hardest.columns;
  const facts = (one: Omit<Row, 'note'>) => [one.prompt, one.competency, t.kinds[one.kind], one.level];
  saveCsv(
    'plumbline-hardest.csv',
    [question, competency, kind, level, share, answers, lapses],
    [
      ...lowest.map((one) => [...facts(one), t.progress.percent(one.share), one.answers, '']),
      ...forgotten.map((one) => [...facts(one), '', '', one.lapses]),
    ],
  );
}

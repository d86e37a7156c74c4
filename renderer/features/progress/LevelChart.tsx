import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { LevelPoint } from '../../../core/practice/observed-level.ts';
import { ENOUGH_ANSWERS } from '../../../core/practice/observed-level.ts';
import { isShown } from '../../../core/practice/readiness.ts';
import { queries } from '../../api/queries.ts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import charts from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import { useStartDrill } from '../drill/use-start-drill.ts';
import { fullDay, shortDay, TICK, TIP } from './chart-style.ts';
import type { ObservedAndSaid } from './statistics-type.ts';

interface Props {
  readonly chosen: ObservedAndSaid;
  readonly measured: readonly ObservedAndSaid[];
  readonly onChoose: (competencyId: string) => void;
}

const LEVELS = [0, 1, 2, 3, 4, 5];
const DRILL = 5;

/** One competency's observed level with its band after each day with counted answers, against the role's requirement. */
export function LevelChart({ chosen, measured, onChoose }: Props) {
  const { data: points = [] } = useQuery(queries.progressLevel(chosen.competencyId));
  const { start, isStarting } = useStartDrill();
  return (
    <ChartCard
      title={t.progress.level.title}
      question={t.progress.level.question}
      file={`plumbline-level-${chosen.competencyId.replaceAll('.', '-')}`}
      legend={t.progress.level.legend}
      table={{
        header: t.progress.level.columns,
        rows: points.map(({ atMs, mean, low, high, answers }) => [
          fullDay(atMs),
          mean.toFixed(1),
          low.toFixed(1),
          high.toFixed(1),
          answers,
        ]),
      }}
      actions={
        <Select
          size="xs"
          w={260}
          searchable
          aria-label={t.progress.level.choose}
          allowDeselect={false}
          value={chosen.competencyId}
          onChange={(value) => value !== null && onChoose(value)}
          data={measured.map(({ competencyId, name, level }) => ({ value: competencyId, label: `${name} (${level?.answers ?? 0})` }))}
        />
      }
    >
      <Group justify="space-between" mb="xs" wrap="nowrap" align="flex-start">
        <Text size="sm">
          <strong>{chosen.name}.</strong> {verdict(chosen)}
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={isStarting}
          style={{ flexShrink: 0 }}
          onClick={() => start({ competencyId: chosen.competencyId, size: DRILL })}
        >
          {t.progress.level.practise}
        </Button>
      </Group>
      <History points={points} name={chosen.name} required={chosen.required} />
    </ChartCard>
  );
}

function verdict({ level, required }: ObservedAndSaid): string {
  if (level === null) return t.progress.level.noneText;
  const evidence = level.answers < ENOUGH_ANSWERS ? `${t.progress.level.notEnough(level.answers)} ` : '';
  if (required === null) return `${evidence}${t.progress.level.noTarget}`;
  if (evidence !== '') return `${evidence}${t.progress.level.short(required)}`;
  return isShown(level, required) ? t.progress.level.reached(required) : t.progress.level.short(required);
}

interface HistoryProps {
  readonly points: readonly LevelPoint[];
  readonly name: string;
  readonly required: number | null;
}

function History({ points, name, required }: HistoryProps) {
  const data = points.map(({ atMs, mean, low, high }) => ({ atMs, mean: tenth(mean), band: [tenth(low), tenth(high)] }));
  const words = `${name}. ${data.map(({ atMs, mean, band }) => `${fullDay(atMs)}: ${mean} (${band.join('–')})`).join(', ')}`;
  return (
    <div role="img" aria-label={words} className={charts.responsive}>
      <ResponsiveContainer width="100%" height={240}>
        <ComposedChart data={data} margin={{ top: 14, right: 14, left: 0, bottom: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--plumb-line)" vertical={false} />
          <XAxis
            dataKey="atMs"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={shortDay}
            tick={TICK}
            padding={{ left: 8, right: 8 }}
          />
          <YAxis domain={[0, 5]} ticks={LEVELS} width={28} tick={TICK} />
          <Tooltip contentStyle={TIP} labelFormatter={(value) => fullDay(Number(value))} />
          {required !== null && (
            <ReferenceLine
              y={required}
              stroke="var(--plumb-required)"
              strokeWidth={2}
              label={{ value: t.progress.level.required, position: 'insideTopLeft', fontSize: 12, fill: 'var(--plumb-ink-soft)' }}
            />
          )}
          <Area
            dataKey="band"
            name={t.progress.level.band}
            stroke="none"
            fill="var(--plumb-current)"
            fillOpacity={0.16}
            isAnimationActive={false}
          />
          <Line
            dataKey="mean"
            name={t.progress.level.mean}
            stroke="var(--plumb-current)"
            strokeWidth={2.5}
            dot={{ r: 3 }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

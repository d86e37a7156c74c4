import { Text } from '@mantine/core';
import { CartesianGrid, ComposedChart, ErrorBar, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Retention, Share } from '../../../core/practice/retention.ts';
import type { StatisticsRange } from '../../../core/practice/statistics-range.ts';
import { ChartCard, type ChartTable } from '../../components/charts/ChartCard.tsx';
import charts from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import { fullDay, shortDay, TICK, TIP } from './chart-style.ts';
import type { Statistics } from './statistics-type.ts';

interface Props {
  readonly retention: Statistics['retention'];
  readonly range: StatisticsRange;
}

const CLASSES = ['young', 'mature'] as const;

/** Of what came back, how much was known, against what was aimed for. */
export function RetentionChart({ retention, range }: Props) {
  const { all, desired, repetitions, periods } = retention;
  const points = periods.map(({ startMs, young, mature }) => ({
    startMs,
    young: whole(young),
    youngSpread: spread(young),
    mature: whole(mature),
    matureSpread: spread(mature),
  }));
  const isDrawn = points.some(({ young, mature }) => young !== null || mature !== null);
  return (
    <ChartCard
      title={t.progress.retention.title}
      question={t.progress.retention.question}
      file="plumbline-retention"
      legend={isDrawn ? t.progress.retention.legend : undefined}
      table={tableOf(retention)}
    >
      <Text size="sm" mb="xs">
        {all === null || desired === null
          ? t.progress.retention.notEnough(repetitions)
          : t.progress.retention.verdict(all.share, all.low, all.high, desired)}
      </Text>
      {all !== null && !isDrawn && <Text className="soft">{t.progress.retention.periodsShort}</Text>}
      {isDrawn && <Lines points={points} desired={desired ?? 0} range={range} />}
    </ChartCard>
  );
}

interface Point {
  readonly startMs: number;
  readonly young: number | null;
  readonly youngSpread: readonly [number, number];
  readonly mature: number | null;
  readonly matureSpread: readonly [number, number];
}

function Lines({
  points,
  desired,
  range,
}: {
  readonly points: readonly Point[];
  readonly desired: number;
  readonly range: StatisticsRange;
}) {
  const isWeekly = range === '30' || range === '90';
  const label = (ms: number): string =>
    isWeekly ? shortDay(ms) : new Date(ms).toLocaleDateString('en-GB', { month: 'short', year: 'numeric' });
  const words = points.map(
    ({ startMs, young, mature }) =>
      `${label(startMs)}: ${t.progress.retention.young} ${young ?? '?'} %, ${t.progress.retention.mature} ${mature ?? '?'} %`,
  );
  const from = lowest(points);
  const look = { young: 'var(--plumb-current)', mature: 'var(--mantine-color-text)' };
  return (
    <div role="img" aria-label={words.join('. ')} className={charts.responsive}>
      <ResponsiveContainer width="100%" height={230}>
        <ComposedChart data={[...points]} margin={{ top: 14, right: 14, left: 0, bottom: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--plumb-line)" vertical={false} />
          <XAxis dataKey="startMs" tickFormatter={label} tick={TICK} padding={{ left: 18, right: 18 }} />
          <YAxis domain={[from, 100]} ticks={tens(from)} width={54} tick={TICK} unit=" %" />
          <Tooltip contentStyle={TIP} labelFormatter={(value) => label(Number(value))} />
          <ReferenceLine
            y={Math.round(desired * 100)}
            stroke="var(--plumb-required)"
            strokeDasharray="5 4"
            label={{ value: t.progress.retention.desired, position: 'insideBottomLeft', fontSize: 12, fill: 'var(--plumb-ink-soft)' }}
          />
          {CLASSES.map((one) => (
            <Line
              key={one}
              dataKey={one}
              name={t.progress.retention[one]}
              stroke={look[one]}
              strokeWidth={2}
              strokeDasharray={one === 'mature' ? '6 3' : undefined}
              dot={{ r: 3.5 }}
              connectNulls
              isAnimationActive={false}
            >
              <ErrorBar dataKey={`${one}Spread`} stroke={look[one]} strokeOpacity={0.55} width={5} isAnimationActive={false} />
            </Line>
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The axis ends at a ten under everything drawn, so that differences near the top can be seen. */
function lowest(points: readonly Point[]): number {
  const ends = points.flatMap(({ young, youngSpread, mature, matureSpread }) => [
    young === null ? 100 : young - youngSpread[0],
    mature === null ? 100 : mature - matureSpread[0],
  ]);
  return Math.max(0, Math.floor((Math.min(80, ...ends) - 1) / 10) * 10);
}

function tens(from: number): number[] {
  const step = from < 50 ? 20 : 10;
  return Array.from({ length: Math.floor((100 - from) / step) + 1 }, (_, index) => 100 - index * step).reverse();
}

function whole(share: Share | null): number | null {
  return share === null ? null : Math.round(share.share * 100);
}

function spread(share: Share | null): readonly [number, number] {
  if (share === null) return [0, 0];
  const value = Math.round(share.share * 100);
  return [Math.max(0, value - Math.round(share.low * 100)), Math.max(0, Math.round(share.high * 100) - value)];
}

function tableOf({ periods, ...all }: Statistics['retention']): ChartTable {
  const rows = (from: string, one: Retention): (string | number)[][] =>
    (['all', ...CLASSES] as const).flatMap((name) => {
      const share = one[name];
      const aim = one.desired === null ? '' : t.progress.percent(one.desired);
      if (share !== null) {
        const { total, known, low, high } = share;
        return [
          [
            from,
            t.progress.retention[name],
            total,
            known,
            t.progress.percent(share.share),
            t.progress.percent(low),
            t.progress.percent(high),
            aim,
          ],
        ];
      }
      return name === 'all' ? [[from, t.progress.retention[name], one.repetitions, '', t.progress.retention.enough, '', '', aim]] : [];
    });
  return {
    header: t.progress.retention.columns,
    rows: [...rows(t.progress.retention.all, all), ...periods.flatMap((period) => rows(fullDay(period.startMs), period))],
  };
}

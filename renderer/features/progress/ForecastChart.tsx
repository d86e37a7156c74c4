import { Text } from '@mantine/core';
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import charts from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import { dayMs, shortDay, TICK, TIP } from './chart-style.ts';
import type { Statistics } from './statistics-type.ts';

/** What comes back in the next 30 days against the limit of a day; what is overdue stands apart, before today. */
export function ForecastChart({ forecast: { overdue, days, limit } }: { readonly forecast: Statistics['forecast'] }) {
  const due = days.reduce((sum, day) => sum + day.due, 0);
  const bars = [
    { label: t.progress.forecast.overdue, overdue, due: 0 },
    ...days.map((day, index) => ({ label: index === 0 ? t.progress.forecast.today : shortDay(dayMs(day.day)), overdue: 0, due: day.due })),
  ];
  return (
    <ChartCard
      title={t.progress.forecast.title}
      question={t.progress.forecast.question}
      file="plumbline-forecast"
      legend={overdue + due === 0 ? undefined : t.progress.forecast.legend(overdue, limit)}
      table={{
        header: t.progress.forecast.columns,
        rows: [[t.progress.forecast.overdueLong, overdue, limit], ...days.map((day) => [day.day, day.due, limit])],
      }}
    >
      {overdue + due === 0 ? (
        <Text className="soft">{t.progress.forecast.nothing}</Text>
      ) : (
        <div role="img" aria-label={t.progress.forecast.summary(overdue, due)} className={charts.responsive}>
          <ResponsiveContainer width="100%" height={210}>
            <BarChart data={bars} margin={{ top: 14, right: 8, left: 0, bottom: 0 }} accessibilityLayer={false}>
              <CartesianGrid stroke="var(--plumb-line)" vertical={false} />
              <XAxis dataKey="label" tick={TICK} interval="equidistantPreserveStart" minTickGap={14} />
              <YAxis allowDecimals={false} width={34} tick={TICK} />
              <Tooltip contentStyle={TIP} cursor={{ fill: 'var(--plumb-track)' }} />
              <ReferenceLine
                y={limit}
                stroke="var(--plumb-required)"
                strokeDasharray="5 4"
                ifOverflow="extendDomain"
                label={{ value: t.progress.forecast.limit(limit), position: 'insideTopRight', fontSize: 12, fill: 'var(--plumb-ink-soft)' }}
              />
              <Bar
                dataKey="overdue"
                stackId="day"
                name={t.progress.forecast.overdueLong}
                fill="var(--plumb-required)"
                radius={[4, 4, 0, 0]}
                isAnimationActive={false}
              />
              <Bar
                dataKey="due"
                stackId="day"
                name={t.progress.forecast.due}
                fill="var(--plumb-current)"
                radius={[4, 4, 0, 0]}
                isAnimationActive={false}
              />
            </BarChart>
          </ResponsiveContainer>
        </div>
      )}
    </ChartCard>
  );
}

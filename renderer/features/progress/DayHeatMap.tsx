import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import charts from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import { type HeatDay, heatStep, heatWeeks } from './heat-weeks.ts';
import classes from './Progress.module.css';
import type { Statistics } from './statistics-type.ts';

const LEFT = 32;
const TOP = 18;
const LARGEST = 18;
/** Rows of the weekdays that are named. */
const NAMED = [0, 2, 4];
const OPACITY = [0, 0.28, 0.5, 0.75, 1];

/** A year of days, a column per week. Read out as its sum; every day is in the table and in its tip. */
export function DayHeatMap({ data: { days, today } }: { readonly data: Statistics }) {
  const { ref, width } = useElementSize();
  const weeks = useMemo(() => heatWeeks(days, today), [days, today]);
  const cell = Math.min(LARGEST, Math.max(8, Math.floor((width - LEFT) / weeks.length)));
  const summary = t.progress.heat.summary(
    days.length,
    days.reduce((sum, { answers }) => sum + answers, 0),
  );
  return (
    <ChartCard
      title={t.progress.heat.title}
      question={t.progress.heat.question}
      file="plumbline-days"
      legend={<Legend />}
      table={{
        header: t.progress.heat.columns,
        rows: days.toReversed().map(({ day, answers, minutes }) => [day, answers, minutes]),
      }}
    >
      <div ref={ref} className={charts.wide}>
        <svg width={LEFT + weeks.length * cell} height={TOP + 7 * cell} role="img" aria-label={summary} className={charts.chart}>
          {weeks.map(({ month }, week) =>
            month === null ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
              <text key={week} x={LEFT + week * cell} y={11} className={charts.tick}>
                {month}
              </text>
            ),
          )}
          {NAMED.map((row, index) => (
            <text key={row} x={0} y={TOP + (row + 0.5) * cell} dominantBaseline="central" className={charts.tick}>
              {t.progress.heat.weekdays[index]}
            </text>
          ))}
          {weeks.map(({ days: inWeek }, week) =>
            inWeek.map((day, row) => <Day key={day.day} day={day} x={LEFT + week * cell} y={TOP + row * cell} size={cell - 2} />),
          )}
        </svg>
      </div>
    </ChartCard>
  );
}

interface DayProps {
  readonly day: HeatDay;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function Day({ day: { day, answers, minutes }, x, y, size }: DayProps) {
  const step = heatStep(answers);
  return (
    <rect
      x={x}
      y={y}
      width={size}
      height={size}
      rx={2.5}
      className={step === 0 ? classes.free : classes.practised}
      fillOpacity={OPACITY[step] || 1}
    >
      <title>{t.progress.heat.day(day, answers, minutes)}</title>
    </rect>
  );
}

function Legend() {
  return (
    <span className={classes.legend}>
      {t.progress.heat.legend}
      {t.progress.heat.steps.map((words, step) => (
        <span key={words} className={classes.legendStep}>
          <svg width={12} height={12} aria-hidden="true">
            <rect
              width={12}
              height={12}
              rx={2.5}
              className={step === 0 ? classes.free : classes.practised}
              fillOpacity={OPACITY[step] || 1}
            />
          </svg>
          {words}
        </span>
      ))}
    </span>
  );
}

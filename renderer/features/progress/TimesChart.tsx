import { Text } from '@mantine/core';
import type { Quartiles } from '../../../core/practice/answer-times.ts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import { RangeRows } from '../../components/charts/RangeRows.tsx';
import { t } from '../../strings/index.ts';
import type { Statistics } from './statistics-type.ts';

type KindTimes = Statistics['times']['kinds'][number];

const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;
/** Distances between marks, in minutes. */
const STEPS = [0.5, 1, 2, 5, 10, 20, 60];

/** Median and middle half of the time per answer, by kind, against what the questions allow. */
export function TimesChart({ times: { latest, isCut, kinds } }: { readonly times: Statistics['times'] }) {
  const rows = kinds.flatMap((kind) => (kind.seconds === null ? [] : [rowOf(kind, kind.seconds)]));
  const longest = Math.max(1, ...rows.flatMap(({ high, other }) => [high, other]));
  const step = STEPS.find((one) => longest / one <= 8) ?? 60;
  const max = Math.ceil(longest / step) * step;
  return (
    <ChartCard
      title={t.progress.times.title}
      question={t.progress.times.question}
      file="plumbline-times"
      legend={t.progress.times.legend(latest, isCut)}
      table={{
        header: t.progress.times.columns,
        rows: kinds.map(({ kind, answers, seconds, limitSec, inTime }) => [
          t.kinds[kind],
          answers,
          ...(seconds === null ? ['', t.progress.times.few, ''] : [seconds.lower, seconds.median, seconds.upper].map(Math.round)),
          limitSec,
          t.progress.percent(inTime),
        ]),
      }}
    >
      {rows.length === 0 ? (
        <Text className="soft">{t.progress.times.none}</Text>
      ) : (
        <RangeRows
          rows={rows}
          max={max}
          ticks={Array.from({ length: Math.round(max / step) + 1 }, (_, index) => index * step)}
          label={t.progress.times.title}
        />
      )}
    </ChartCard>
  );
}

function rowOf({ kind, limitSec, inTime }: KindTimes, seconds: Quartiles) {
  const [lower, median, upper] = [minutes(seconds.lower), minutes(seconds.median), minutes(seconds.upper)];
  return {
    id: kind,
    label: t.kinds[kind],
    value: median,
    low: lower,
    high: upper,
    other: minutes(limitSec),
    note: t.progress.times.inTime(inTime),
    words: t.progress.times.row(t.kinds[kind], median, lower, upper, minutes(limitSec), inTime),
  };
}

import { Text } from '@mantine/core';
import { CartesianGrid, ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis, ZAxis } from 'recharts';
import { ENOUGH_IN_BIN } from '../../../core/practice/calibration.ts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import charts from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import { TICK } from './chart-style.ts';
import type { Statistics } from './statistics-type.ts';

type Calibration = NonNullable<Statistics['calibration']>;
type Means = NonNullable<Calibration['bins'][number]['means']> & { readonly answers: number };
const QUARTERS = [0, 25, 50, 75, 100];

/** The own estimate before the reveal against what came out. */
export function CalibrationChart({ calibration }: { readonly calibration: Calibration | null }) {
  const bins = calibration?.bins ?? [];
  const drawn = bins.flatMap(({ means, answers }) => (means === null ? [] : [{ ...means, answers }]));
  return (
    <ChartCard
      title={t.progress.calibration.title}
      question={t.progress.calibration.question}
      file="plumbline-calibration"
      legend={drawn.length > 0 ? t.progress.calibration.legend : undefined}
      table={{
        header: t.progress.calibration.columns,
        rows: bins.map(({ from, to, means, answers }) => [
          `${Math.round(from * 100)}–${t.progress.percent(to)}`,
          ...(means === null ? [t.progress.retention.enough, ''] : [t.progress.percent(means.confidence), t.progress.percent(means.share)]),
          answers,
        ]),
      }}
    >
      <Text size="sm" mb="xs">
        {wordsOf(calibration)}
      </Text>
      {drawn.length > 0 && <Dots bins={drawn} />}
      {drawn.length === 0 && calibration !== null && calibration.answers >= ENOUGH_IN_BIN && (
        <Text className="soft">{t.progress.calibration.bins}</Text>
      )}
    </ChartCard>
  );
}

function wordsOf(calibration: Calibration | null): string {
  if (calibration === null) return t.progress.calibration.none;
  const { answers, bias, brier } = calibration;
  if (answers < ENOUGH_IN_BIN) return t.progress.calibration.few(answers);
  return `${t.progress.calibration.bias(Math.round(bias * 100), answers)} ${t.progress.calibration.brier(brier.toFixed(2))}`;
}

function Dots({ bins }: { readonly bins: readonly Means[] }) {
  const points = bins.map(({ confidence, share, answers }) => ({
    estimate: Math.round(confidence * 100),
    result: Math.round(share * 100),
    answers,
    words: t.progress.calibration.point(confidence, share, answers),
  }));
  return (
    <div role="img" aria-label={points.map(({ words }) => words).join('. ')} className={charts.responsive}>
      <ResponsiveContainer width="100%" height={230}>
        <ScatterChart margin={{ top: 8, right: 14, left: 0, bottom: 18 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--plumb-line)" />
          <XAxis
            type="number"
            dataKey="estimate"
            domain={[0, 100]}
            ticks={QUARTERS}
            unit=" %"
            tick={TICK}
            label={{ value: t.progress.calibration.estimate, position: 'insideBottom', offset: -12, fontSize: 12 }}
          />
          <YAxis
            type="number"
            dataKey="result"
            domain={[0, 100]}
            ticks={QUARTERS}
            unit=" %"
            width={62}
            tick={TICK}
            label={{ value: t.progress.calibration.result, angle: -90, position: 'insideLeft', offset: 8, fontSize: 12 }}
          />
          <ZAxis type="number" dataKey="answers" range={[50, 260]} />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 100, y: 100 },
            ]}
            stroke="var(--plumb-required)"
            strokeDasharray="5 4"
          />
          <Tooltip cursor={false} content={({ payload }) => <Hover point={payload?.[0]?.payload} />} />
          <Scatter data={points} fill="var(--plumb-current)" isAnimationActive={false} />
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  );
}

function Hover({ point }: { readonly point: unknown }) {
  if (typeof point !== 'object' || point === null || !('words' in point)) return null;
  return <div className="card">{String(point.words)}</div>;
}

import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import classes from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import { type Comparison, knownGaps } from './comparison-views.ts';

interface Props {
  readonly comparison: Comparison;
  readonly onOpen: (id: string) => void;
}

const SHOWN = 40;

/** Severity against effort: what is worth most for the least time stands on the upper left. */
export function EffortChart({ comparison, onOpen }: Props) {
  const rows = knownGaps(comparison)
    .slice(0, SHOWN)
    .map(({ competency: { id, name, priority, hours, importance } }) => ({
      id,
      name,
      severity: Math.round(priority * 10) / 10,
      hours: Math.round(hours ?? 0),
      must: importance === 'must',
    }));
  const best = [...rows].sort((a, b) => b.severity / Math.max(1, b.hours) - a.severity / Math.max(1, a.hours)).slice(0, 3);
  return (
    <ChartCard
      title={t.charts.effort}
      question={t.charts.effortQuestion}
      file="plumbline-effort"
      legend={best.length > 0 ? t.charts.effortBest(best.map(({ name }) => name).join(', ')) : undefined}
      table={{
        header: [t.gaps.columns.competency, t.gaps.columns.priority, t.charts.hours, t.charts.perHour],
        rows: rows.map(({ name, severity, hours }) => [name, severity, hours, Math.round((100 * severity) / Math.max(1, hours)) / 100]),
      }}
    >
      <div
        role="img"
        aria-label={rows.map(({ name, severity, hours }) => t.charts.effortPoint(name, severity, hours)).join('. ')}
        className={classes.responsive}
      >
        <ResponsiveContainer width="100%" height={300}>
          <ScatterChart margin={{ top: 8, right: 16, bottom: 22, left: 0 }}>
            <CartesianGrid stroke="var(--plumb-line)" />
            <XAxis
              type="number"
              dataKey="hours"
              name={t.charts.hours}
              unit=" h"
              tick={{ fontSize: 12 }}
              label={{ value: t.charts.hoursAxis, position: 'insideBottom', offset: -14, fontSize: 12 }}
            />
            <YAxis type="number" dataKey="severity" name={t.gaps.columns.priority} width={36} tick={{ fontSize: 12 }} />
            <Tooltip cursor={{ strokeDasharray: '3 3' }} content={({ payload }) => <Hover point={payload?.[0]?.payload} />} />
            <Scatter
              data={rows.filter(({ must }) => must)}
              name={t.importance.must}
              fill="var(--plumb-current)"
              isAnimationActive={false}
              onClick={({ payload }: { payload?: unknown }) => open(payload, onOpen)}
            />
            <Scatter
              data={rows.filter(({ must }) => !must)}
              name={t.importance.should}
              fill="var(--plumb-required)"
              shape="diamond"
              isAnimationActive={false}
              onClick={({ payload }: { payload?: unknown }) => open(payload, onOpen)}
            />
          </ScatterChart>
        </ResponsiveContainer>
      </div>
    </ChartCard>
  );
}

function open(payload: unknown, onOpen: (id: string) => void): void {
  if (typeof payload === 'object' && payload !== null && 'id' in payload && typeof payload.id === 'string') onOpen(payload.id);
}

function Hover({ point }: { readonly point: unknown }) {
  if (typeof point !== 'object' || point === null || !('name' in point) || !('severity' in point) || !('hours' in point)) return null;
  return <div className="card">{t.charts.effortPoint(String(point.name), Number(point.severity), Number(point.hours))}</div>;
}

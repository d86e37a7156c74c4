import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useLocation } from 'wouter';
import { queries } from '../../api/queries.ts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import classes from '../../components/charts/Charts.module.css';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { localDay } from './CompareTab.tsx';
import { GapHistory } from './GapHistory.tsx';

const day = (ms: number): string => new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: '2-digit' });
const whole = (value: number): number => Math.round(value);

/** Fit and gaps at each turn, computed anew from what was known then, against the role as it is now. */
export function OverTime({ roleId }: { readonly roleId: string }) {
  const query = useQuery(queries.overTime(roleId));
  const [, navigate] = useLocation();
  return (
    <Loaded query={query}>
      {({ points, role }) => {
        if (points.length === 0) return <EmptyState title={t.charts.noHistory} text={t.charts.noHistoryText} />;
        const data = points.map(({ atMs, fit, severity, openGaps, mustsMet }) => ({
          atMs,
          fit: fit.expected === null ? null : whole(fit.expected),
          range: [whole(fit.low), whole(fit.high)],
          assessed: whole(fit.assessedShare * 100),
          severity: whole(severity),
          openGaps,
          mustsMet,
        }));
        const described = data.map(({ atMs, fit }) => `${day(atMs)}: ${fit ?? '?'}`).join(', ');
        const axis = {
          dataKey: 'atMs',
          type: 'number',
          scale: 'time',
          domain: ['dataMin', 'dataMax'],
          tickFormatter: day,
          tick: { fontSize: 12 },
        } as const;
        return (
          <Stack gap="lg">
            <ChartCard
              title={t.charts.fitOverTime}
              question={t.charts.fitOverTimeQuestion(role.name, role.version)}
              file="plumbline-fit-over-time"
              legend={t.charts.fitOverTimeLegend}
              table={{
                header: [t.charts.day, t.charts.fit, t.charts.low, t.charts.high, t.charts.assessed, t.charts.mustsMet],
                rows: data.map(({ atMs, fit, range, assessed, mustsMet }) => [
                  day(atMs),
                  fit ?? '?',
                  range[0] ?? 0,
                  range[1] ?? 0,
                  assessed,
                  mustsMet,
                ]),
              }}
            >
              <div role="img" aria-label={described} className={classes.responsive}>
                <ResponsiveContainer width="100%" height={260}>
                  <ComposedChart
                    data={data}
                    margin={{ top: 8, right: 12, left: 0, bottom: 4 }}
                    onClick={({ activeLabel }) => {
                      if (activeLabel !== undefined) navigate(`/gaps?tab=compare&day=${localDay(Number(activeLabel))}`);
                    }}
                  >
                    <CartesianGrid stroke="var(--plumb-line)" vertical={false} />
                    <XAxis {...axis} />
                    <YAxis domain={[0, 100]} width={34} tick={{ fontSize: 12 }} />
                    <Tooltip
                      labelFormatter={(value) => day(Number(value))}
                      contentStyle={{ background: 'var(--plumb-card)', border: '1px solid var(--plumb-line)', borderRadius: 8 }}
                    />
                    <Area
                      dataKey="range"
                      name={t.charts.between}
                      stroke="none"
                      fill="var(--plumb-current)"
                      fillOpacity={0.16}
                      isAnimationActive={false}
                    />
                    <Line
                      dataKey="fit"
                      name={t.charts.fit}
                      stroke="var(--plumb-current)"
                      strokeWidth={2.5}
                      dot={{ r: 3.5 }}
                      isAnimationActive={false}
                    />
                  </ComposedChart>
                </ResponsiveContainer>
              </div>
            </ChartCard>
            <ChartCard
              title={t.charts.burnDown}
              question={t.charts.burnDownQuestion}
              file="plumbline-burn-down"
              legend={t.charts.burnDownLegend}
              table={{
                header: [t.charts.day, t.charts.severity, t.charts.openGaps],
                rows: data.map(({ atMs, severity, openGaps }) => [day(atMs), severity, openGaps]),
              }}
            >
              <div
                role="img"
                aria-label={data.map(({ atMs, severity }) => `${day(atMs)}: ${severity}`).join(', ')}
                className={classes.responsive}
              >
                <ResponsiveContainer width="100%" height={220}>
                  <ComposedChart data={data} margin={{ top: 8, right: 0, left: 0, bottom: 4 }}>
                    <CartesianGrid stroke="var(--plumb-line)" vertical={false} />
                    <XAxis {...axis} />
                    <YAxis yAxisId="severity" width={40} tick={{ fontSize: 12 }} domain={[0, 'auto']} />
                    <YAxis
                      yAxisId="gaps"
                      orientation="right"
                      width={34}
                      tick={{ fontSize: 12 }}
                      allowDecimals={false}
                      domain={[0, 'auto']}
                    />
                    <Tooltip
                      labelFormatter={(value) => day(Number(value))}
                      contentStyle={{ background: 'var(--plumb-card)', border: '1px solid var(--plumb-line)', borderRadius: 8 }}
                    />
                    <Line
                      yAxisId="severity"
                      dataKey="severity"
                      name={t.charts.severity}
                      stroke="var(--plumb-required)"
                      strokeWidth={2.5}
                      dot={{ r: 3.5 }}
                      isAnimationActive={false}
                    />
                    <Line
                      yAxisId="gaps"
                      dataKey="openGaps"
                      type="stepAfter"
                      name={t.charts.openGaps}
                      stroke="var(--plumb-current)"
                      strokeWidth={2}
                      strokeDasharray="5 4"
                      dot={false}
                      isAnimationActive={false}
                    />
                  </ComposedChart>
                </ResponsiveContainer>
              </div>
            </ChartCard>
            <GapHistory />
          </Stack>
        );
      }}
    </Loaded>
  );
}

import { Legend, PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from 'recharts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import classes from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import type { RadarAxis } from './chart-data.ts';

interface Props {
  readonly axes: readonly RadarAxis[];
  readonly onChoose: (layerId: string) => void;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Required and current level by layer; an axis nobody knows says so and has no point. */
export function LayerRadar({ axes, onChoose }: Props) {
  const data = axes.map(({ id, name, required, level }) => ({
    id,
    name: level === null ? `${short(name)} (${t.gaps.unknownLevel})` : short(name),
    required: round(required),
    current: level === null ? null : round(level),
  }));
  const words = axes.map(({ name, level, required }) => t.gaps.row(name, level?.toFixed(1) ?? t.gaps.unknownLevel, round(required)));
  return (
    <ChartCard
      title={t.charts.radar}
      question={t.charts.radarQuestion}
      file="plumbline-layers"
      table={{
        header: [t.gaps.columns.layer, t.gaps.columns.required, t.gaps.columns.current, t.charts.assessed],
        rows: axes.map(({ name, required, level, assessed }) => [
          name,
          round(required),
          level === null ? t.gaps.unknownLevel : round(level),
          `${Math.round(assessed * 100)} %`,
        ]),
      }}
    >
      <div role="img" aria-label={words.join('. ')} className={classes.responsive}>
        <ResponsiveContainer width="100%" height={360}>
          <RadarChart
            data={data}
            outerRadius="70%"
            onClick={({ activeTooltipIndex }) => onChoose(axes[Number(activeTooltipIndex)]?.id ?? '')}
          >
            <PolarGrid stroke="var(--plumb-line)" />
            <PolarAngleAxis dataKey="name" tick={{ fontSize: 11.5 }} />
            <PolarRadiusAxis domain={[0, 5]} tickCount={6} angle={67.5} axisLine={false} tick={{ fontSize: 10 }} />
            <Radar
              name={t.gaps.required}
              dataKey="required"
              stroke="var(--plumb-required)"
              strokeWidth={2}
              strokeDasharray="5 4"
              fill="none"
              isAnimationActive={false}
            />
            <Radar
              name={t.gaps.current}
              dataKey="current"
              stroke="var(--plumb-current)"
              strokeWidth={2}
              fill="var(--plumb-current)"
              fillOpacity={0.2}
              dot={{ r: 4, fill: 'var(--plumb-current)', fillOpacity: 1 }}
              isAnimationActive={false}
            />
            <Legend wrapperStyle={{ fontSize: 12 }} />
          </RadarChart>
        </ResponsiveContainer>
      </div>
    </ChartCard>
  );
}

const MAX_LABEL = 16;

function short(name: string): string {
  return name.length <= MAX_LABEL ? name : `${name.slice(0, MAX_LABEL - 1).trimEnd()}…`;
}

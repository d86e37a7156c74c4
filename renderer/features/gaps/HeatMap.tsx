import { useElementSize } from '@mantine/hooks';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import classes from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import type { HeatCell, Selection } from './chart-data.ts';

interface Props {
  readonly cells: readonly HeatCell[];
  readonly layers: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (selection: Selection) => void;
}

const LEVELS = [1, 2, 3, 4, 5];
const ROW = 27;
const TOP = 34;

/** Layer by required level: how many of the competencies there are met, the fuller the colour the nearer. */
export function HeatMap({ cells, layers, onChoose }: Props) {
  const { ref, width } = useElementSize();
  const names = Math.min(170, width * 0.36);
  const cell = Math.max(28, (width - names) / LEVELS.length);
  const height = TOP + layers.length * ROW + 4;
  const letters = Math.floor(names / 6.6);
  return (
    <ChartCard
      title={t.charts.heat}
      question={t.charts.heatQuestion}
      file="plumbline-heat-map"
      legend={t.charts.heatLegend}
      table={{
        header: [t.gaps.columns.layer, t.gaps.columns.required, t.charts.competencies, t.charts.met, t.charts.coverage],
        rows: cells.map(({ layer, required, competencies, met, coverage }) => [
          layer,
          required,
          competencies.length,
          met,
          coverage === null ? t.gaps.unknownLevel : `${Math.round(coverage * 100)} %`,
        ]),
      }}
    >
      <div ref={ref} className={classes.wide}>
        <svg width={width} height={height} aria-label={t.charts.heat} className={classes.chart}>
          <text x={names} y={12} className={classes.tick}>
            {t.charts.requiredLevel}
          </text>
          {LEVELS.map((level, column) => (
            <text key={level} x={names + (column + 0.5) * cell} y={TOP - 7} textAnchor="middle" className={classes.tick}>
              {level}
            </text>
          ))}
          {layers.map(({ id, name }, row) => (
            <text key={id} x={0} y={TOP + (row + 0.5) * ROW} dominantBaseline="central" className={classes.name}>
              {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
            </text>
          ))}
          {cells.map((one) => (
            <Cell
              key={`${one.layerId} ${one.required}`}
              cell={one}
              x={names + (one.required - 1) * cell}
              y={TOP + layers.findIndex(({ id }) => id === one.layerId) * ROW}
              width={cell}
              onChoose={onChoose}
            />
          ))}
        </svg>
      </div>
    </ChartCard>
  );
}

interface CellProps {
  readonly cell: HeatCell;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly onChoose: Props['onChoose'];
}

function Cell({ cell: { layer, required, competencies, met, coverage }, x, y, width, onChoose }: CellProps) {
  const words = t.charts.heatCell(layer, required, met, competencies.length, coverage === null ? null : Math.round(coverage * 100));
  const choose = (): void => onChoose({ title: t.charts.heatTitle(layer, required), ids: competencies.map(({ id }) => id) });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a button cannot be drawn inside an SVG */}
      <g
        role="button"
        tabIndex={0}
        aria-label={words}
        className={classes.row}
        onClick={choose}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          choose();
        }}
      >
        <title>{words}</title>
        <rect
          x={x + 1}
          y={y + 1}
          width={width - 2}
          height={ROW - 2}
          rx={4}
          className={coverage === null ? classes.unknownRange : undefined}
          fill={coverage === null ? 'transparent' : 'var(--plumb-current)'}
          fillOpacity={coverage === null ? undefined : 0.06 + 0.5 * coverage ** 2}
        />
      </g>

      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: text that cannot be focused */}
      <text
        aria-hidden="true"
        pointerEvents="none"
        x={x + width / 2}
        y={y + ROW / 2}
        textAnchor="middle"
        dominantBaseline="central"
        className={`${classes.name} ${classes.cellText}`}
      >
        {coverage === null ? '?' : `${met}/${competencies.length}`}
      </text>
    </>
  );
}

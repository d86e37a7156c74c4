import { useElementSize } from '@mantine/hooks';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import classes from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';
import { coverageRows, SOURCES } from './chart-data.ts';
import type { Comparison } from './comparison-views.ts';

interface Props {
  readonly comparison: Comparison;
  readonly onChoose: (layerId: string) => void;
}

const ROW = 26;
const OPACITY = { answers: 0.95, self: 0.6, evidence: 0.38, imported: 0.2, unknown: 0 } as const;

/** What the levels rest on: answers tell most, then own ratings, then documents; the hollow end is what nobody knows. */
export function CoverageChart({ comparison, onChoose }: Props) {
  const rows = coverageRows(comparison);
  const { ref, width } = useElementSize();
  const names = Math.min(170, width * 0.36);
  const plot = Math.max(60, width - names - 6);
  return (
    <ChartCard
      title={t.charts.sources}
      question={t.charts.sourcesQuestion}
      file="plumbline-coverage"
      legend={t.charts.sourcesLegend}
      table={{
        header: [t.gaps.columns.layer, ...SOURCES.map((source) => t.charts.source[source]), t.charts.competencies],
        rows: rows.map(({ name, counts, total }) => [name, ...SOURCES.map((source) => counts[source]), total]),
      }}
    >
      <div ref={ref} className={classes.wide}>
        <svg width={width} height={rows.length * ROW + 6} aria-label={t.charts.sources} className={classes.chart}>
          {rows.map(({ id, name, counts, total }, row) => {
            const words = `${name}: ${SOURCES.filter((source) => counts[source] > 0)
              .map((source) => `${t.charts.source[source]} ${counts[source]}`)
              .join(', ')}`;
            let x = names;
            return (
              // biome-ignore lint/a11y/useSemanticElements: a button cannot be drawn inside an SVG
              <g
                key={id}
                role="button"
                tabIndex={0}
                aria-label={words}
                className={classes.row}
                onClick={() => onChoose(id)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') onChoose(id);
                }}
              >
                <title>{words}</title>
                <rect x={0} y={row * ROW} width={Math.max(0, width)} height={ROW} className={classes.hit} />
                {SOURCES.filter((source) => counts[source] > 0).map((source) => {
                  const from = x;
                  const share = (plot * counts[source]) / total;
                  x += share;
                  return (
                    <g key={source}>
                      <rect
                        x={from + 1}
                        y={row * ROW + 4}
                        width={Math.max(1, share - 2)}
                        height={ROW - 8}
                        rx={3}
                        className={source === 'unknown' ? classes.unknownRange : undefined}
                        fill={source === 'unknown' ? 'transparent' : 'var(--plumb-current)'}
                        fillOpacity={source === 'unknown' ? undefined : OPACITY[source]}
                      />
                    </g>
                  );
                })}
              </g>
            );
          })}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of text that cannot be focused */}
          <g aria-hidden="true" pointerEvents="none">
            {rows.map(({ id, name, counts, total }, row) => {
              let x = names;
              return (
                <g key={id}>
                  <text x={0} y={(row + 0.5) * ROW} dominantBaseline="central" className={classes.name}>
                    {name.length > names / 6.6 ? `${name.slice(0, Math.floor(names / 6.6) - 1)}…` : name}
                  </text>
                  {SOURCES.filter((source) => counts[source] > 0).map((source) => {
                    const from = x;
                    const share = (plot * counts[source]) / total;
                    x += share;
                    return (
                      <g key={source}>
                        {share > 26 && (
                          <text
                            x={from + share / 2}
                            y={(row + 0.5) * ROW}
                            textAnchor="middle"
                            dominantBaseline="central"
                            className={`${classes.name} ${classes.cellText}`}
                            style={source === 'answers' || source === 'self' ? { fill: 'var(--plumb-card)' } : undefined}
                          >
                            {t.charts.sourceLetter[source]} {counts[source]}
                          </text>
                        )}
                      </g>
                    );
                  })}
                </g>
              );
            })}
          </g>
        </svg>
      </div>
    </ChartCard>
  );
}

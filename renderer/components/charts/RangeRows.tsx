import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, memo } from 'react';
import classes from './Charts.module.css';

export interface RangeRow {
  readonly id: string;
  readonly label: string;
  /** Null when unknown; then the range is drawn hollow. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly required?: number;
  /** What would carry over from neighbours, above the value. */
  readonly carried?: number | null;
  /** A second value, such as another profile's. */
  readonly other?: number | null;
  /** Read out and shown at the end of the row. */
  readonly note: string;
  /** The whole row in words. */
  readonly words: string;
  readonly isStrong?: boolean;
  /** A range without a value in it that would be likelier than others. */
  readonly isRangeOnly?: boolean;
}

interface Props {
  readonly rows: readonly RangeRow[];
  /** The scale's end: 5 for levels, 100 for percentages. */
  readonly max: number;
  readonly ticks: readonly number[];
  /** Without it the rows are read, not pressed. */
  readonly onOpen?: (id: string) => void;
  readonly label: string;
}

const ROW = 24;
const TOP = 22;
const NOTE_WIDTH = 74;

/** Rows of a value with its likely range and, where there is one, what is required: dumbbells on one scale, one SVG. */
export const RangeRows = memo(function RangeRows({ rows, max, ticks, onOpen, label }: Props) {
  const { ref, width } = useElementSize();
  const names = Math.min(340, Math.max(130, width * 0.38));
  const plot = Math.max(80, width - names - NOTE_WIDTH - 12);
  const x = (value: number): number => names + 6 + (plot * Math.min(max, Math.max(0, value))) / max;
  const height = TOP + rows.length * ROW + 6;
  const letters = Math.floor(names / 6.6);
  return (
    <div ref={ref} className={classes.wide}>
      <svg width={width} height={height} aria-label={label} className={classes.chart}>
        <defs>
          <pattern id="carried" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="5" className={classes.hatch} />
          </pattern>
        </defs>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={TOP - 4} y2={height - 4} className={classes.grid} />
            <text x={x(tick)} y={TOP - 9} textAnchor="middle" className={classes.tick}>
              {tick}
            </text>
          </g>
        ))}
        {rows.map((row, index) => {
          const y = TOP + index * ROW + ROW / 2;
          return (
            <g key={row.id} aria-label={row.words} {...pressable(row.id, onOpen)}>
              <title>{row.words}</title>
              <rect x={0} y={y - ROW / 2} width={Math.max(0, width)} height={ROW} className={classes.hit} />
              <rect
                x={x(row.low)}
                y={y - 5}
                width={Math.max(2, x(row.high) - x(row.low))}
                height={10}
                rx={5}
                className={row.value === null ? classes.unknownRange : classes.range}
              />
              {row.carried != null && row.carried > (row.value ?? 0) && (
                <rect x={x(row.value ?? 0)} y={y - 5} width={x(row.carried) - x(row.value ?? 0)} height={10} fill="url(#carried)" />
              )}
              {row.required !== undefined && row.value !== null && (
                <line
                  x1={x(row.value)}
                  x2={x(row.required)}
                  y1={y}
                  y2={y}
                  className={row.value < row.required ? classes.short : classes.reached}
                />
              )}
              {row.required !== undefined && <rect x={x(row.required) - 2} y={y - 8} width={4} height={16} className={classes.required} />}
              {row.other != null && <path d={diamond(x(row.other), y)} className={classes.other} />}
              {row.value !== null && !row.isRangeOnly && <circle cx={x(row.value)} cy={y} r={5} className={classes.dot} />}
            </g>
          );
        })}
        {/* Words stand beside their buttons: what is read out says more than what is shown. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of text that cannot be focused */}
        <g aria-hidden="true" pointerEvents="none">
          {rows.map((row, index) => {
            const y = TOP + index * ROW + ROW / 2;
            return (
              <g key={row.id}>
                <text x={0} y={y} dominantBaseline="central" className={row.isStrong ? classes.strongName : classes.name}>
                  {row.label.length > letters ? `${row.label.slice(0, letters - 1)}…` : row.label}
                </text>
                <text x={width} y={y} textAnchor="end" dominantBaseline="central" className={classes.note}>
                  {row.note}
                </text>
                {row.value === null && (
                  <text x={x((row.low + row.high) / 2)} y={y} textAnchor="middle" dominantBaseline="central" className={classes.tick}>
                    ?
                  </text>
                )}
              </g>
            );
          })}
        </g>
      </svg>
    </div>
  );
});

/** What makes a row a button, which cannot be drawn inside an SVG as such. */
function pressable(id: string, onOpen: Props['onOpen']) {
  if (onOpen === undefined) return { role: 'img' } as const;
  return {
    role: 'button',
    tabIndex: 0,
    className: classes.row,
    onClick: () => onOpen(id),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onOpen(id);
    },
  } as const;
}

function diamond(x: number, y: number): string {
  return `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`;
}

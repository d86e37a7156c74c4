import { t } from '../strings/index.ts';
import classes from './LevelTrack.module.css';

interface Props {
  /** 0–5, or null when unknown. */
  readonly level: number | null;
  readonly low: number;
  readonly high: number;
  readonly required?: number;
  readonly carried?: number | null;
  readonly label: string;
}

const percent = (level: number): string => `${(level / 5) * 100}%`;

/** The 0–5 scale as a track: likely range as a band, current level as a dot, requirement as a bar, carry-over hatched. */
export function LevelTrack({ level, low, high, required, carried = null, label }: Props) {
  return (
    <div className={classes.track} role="img" aria-label={label} title={label}>
      {[1, 2, 3, 4].map((step) => (
        <span key={step} className={classes.tick} style={{ left: percent(step) }} />
      ))}
      <span className={level === null ? classes.unknown : classes.band} style={{ left: percent(low), width: percent(high - low) }} />
      {carried !== null && (
        <span className={classes.carried} style={{ left: percent(level ?? 0), width: percent(Math.max(0, carried - (level ?? 0))) }} />
      )}
      {required !== undefined && <span className={classes.required} style={{ left: percent(required) }} />}
      {level === null ? (
        <span className={classes.question}>{t.levels.unknown}</span>
      ) : (
        <span className={classes.dot} style={{ left: percent(level) }} />
      )}
    </div>
  );
}

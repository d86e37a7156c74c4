import { Badge, Group, Text, Tooltip } from '@mantine/core';
import type { Comparison } from '../features/gaps/comparison-views.ts';
import { t } from '../strings/index.ts';
import classes from './FitFigure.module.css';

const whole = (value: number): number => Math.round(value);

/** Fit with its interval, the assessed share and the musts: one number is never shown without its doubt. */
export function FitFigure({ comparison }: { readonly comparison: Comparison }) {
  const { fit, band, musts, role } = comparison;
  const range = t.today.fitRange(whole(fit.low), whole(fit.high));
  return (
    <div>
      <Text size="sm" className="soft">
        {t.gaps.fitTitle(role.name, role.version)}
      </Text>
      <Group gap="md" align="baseline" mt={2}>
        <span className={classes.figure}>{fit.expected === null ? '?' : whole(fit.expected)}</span>
        <Text component="span" className="soft">
          {t.today.of100}, {range}
        </Text>
        <Tooltip label={t.gaps.bandRule} multiline w={260}>
          <Badge size="lg" variant="light" tabIndex={0}>
            {t.bands[band]}
          </Badge>
        </Tooltip>
      </Group>
      <div className={classes.bar} role="img" aria-label={range} title={t.gaps.fitExplain}>
        <span className={classes.range} style={{ left: `${fit.low}%`, width: `${fit.high - fit.low}%` }} />
        {fit.expected !== null && <span className={classes.point} style={{ left: `${fit.expected}%` }} />}
      </div>
      <Text size="sm">
        {t.today.assessed(whole(fit.assessedShare * 100))} · {t.today.musts(musts.met, musts.total)} ·{' '}
        {t.today.blockers(musts.blockers.length)}
      </Text>
    </div>
  );
}

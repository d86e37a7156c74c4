import { Text } from '@mantine/core';
import type { SelfJudgement } from '../../../core/practice/calibration.ts';
import { ENOUGH_ANSWERS } from '../../../core/practice/observed-level.ts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import { type RangeRow, RangeRows } from '../../components/charts/RangeRows.tsx';
import { t } from '../../strings/index.ts';
import type { ObservedAndSaid } from './statistics-type.ts';

interface Props {
  readonly levels: readonly ObservedAndSaid[];
  readonly onOpen: (competencyId: string) => void;
}

/** Those with most answers; the table has all. */
const SHOWN = 20;
const TICKS = [0, 1, 2, 3, 4, 5];

/** The observed level of each competency with its band, against what the person said and what the role requires. */
export function ObservedChart({ levels, onOpen }: Props) {
  const measured = levels.flatMap((one) => (one.level === null ? [] : [rowOf(one, one.level)]));
  const rows = measured.slice(0, SHOWN);
  return (
    <ChartCard
      title={t.progress.observed.title}
      question={t.progress.observed.question}
      file="plumbline-observed"
      legend={
        rows.length === 0
          ? undefined
          : `${t.progress.observed.legend}${measured.length > SHOWN ? ` ${t.progress.observed.shown(SHOWN, measured.length)}` : ''}`
      }
      table={{
        header: t.progress.observed.columns,
        rows: levels.map(({ name, level, self, required, check }) => [
          name,
          ...(level === null ? ['', '', '', 0] : [level.mean.toFixed(1), level.low.toFixed(1), level.high.toFixed(1), level.answers]),
          self ?? '',
          required ?? '',
          t.progress.observed.check[check],
        ]),
      }}
    >
      {rows.length === 0 ? (
        <Text className="soft">{t.progress.observed.none}</Text>
      ) : (
        <>
          <Text size="sm" mb="xs">
            {t.progress.observed.summary(countChecks(levels))}
          </Text>
          <RangeRows rows={rows} max={5} ticks={TICKS} onOpen={onOpen} label={t.progress.observed.title} />
        </>
      )}
    </ChartCard>
  );
}

function rowOf({ competencyId, name, self, required, check }: ObservedAndSaid, level: NonNullable<ObservedAndSaid['level']>): RangeRow {
  return {
    id: competencyId,
    label: name,
    value: level.answers < ENOUGH_ANSWERS ? null : level.mean,
    low: level.low,
    high: level.high,
    ...(required === null ? {} : { required }),
    other: self,
    note: check === 'unknown' && level.answers < ENOUGH_ANSWERS ? `${level.answers} / ${ENOUGH_ANSWERS}` : t.progress.observed.check[check],
    words: t.progress.observed.words(name, check, level.answers),
  };
}

function countChecks(levels: readonly ObservedAndSaid[]): Record<SelfJudgement, number> {
  const counts = { over: 0, under: 0, 'in-line': 0, unknown: 0 };
  for (const { check } of levels) counts[check] += 1;
  return counts;
}

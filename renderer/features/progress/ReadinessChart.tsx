import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Outputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import { RangeRows } from '../../components/charts/RangeRows.tsx';
import { t } from '../../strings/index.ts';
import { minutesWords } from '../../strings/progress.ts';

type Readiness = Outputs['progress']['readiness'];
type ToGo = Readiness['levels'][number];

const SHOWN = 12;
const STEPS = [10, 30, 60, 120, 240];

interface Props {
  readonly hasRole: boolean;
}

/** How long until the answers show what the role's musts ask for: a range, with what it assumes. */
export function ReadinessChart({ hasRole }: Props) {
  const { data } = useQuery(queries.readiness());
  if (data === undefined) return null;
  const { levels, minutesEach } = data;
  return (
    <ChartCard
      title={t.progress.readiness.title}
      question={t.progress.readiness.question}
      file="plumbline-readiness"
      legend={minutesEach !== null && levels.length > 0 ? legend(levels) : undefined}
      table={{
        header: t.progress.readiness.columns,
        rows: levels.map(({ name, required, answered, low, high }) => [
          name,
          required,
          answered,
          low,
          high,
          ...(minutesEach === null ? ['?', '?'] : [Math.round(low * minutesEach), Math.round(high * minutesEach)]),
        ]),
      }}
    >
      {hasRole ? <Words readiness={data} /> : <NoRole />}
      {minutesEach !== null && levels.length > 0 && <Rows levels={levels.slice(0, SHOWN)} minutesEach={minutesEach} />}
    </ChartCard>
  );
}

function NoRole() {
  return (
    <>
      <Text mb="xs">{t.progress.readiness.noRole}</Text>
      <Button component={Link} href="/roles" size="xs" variant="default">
        {t.progress.readiness.chooseRole}
      </Button>
    </>
  );
}

function Words({ readiness: { minutesEach, timed, levels, low, high } }: { readonly readiness: Readiness }) {
  if (levels.length === 0) return <Text>{t.progress.readiness.ready}</Text>;
  if (minutesEach === null) return <Text>{t.progress.readiness.unknown(timed)}</Text>;
  const capped = levels.filter(({ isCapped }) => isCapped).length;
  return (
    <>
      <Text fw={650}>{t.progress.readiness.total(minutesWords(low * minutesEach), minutesWords(high * minutesEach), levels.length)}</Text>
      <Text size="sm" className="soft" mb="xs">
        {t.progress.readiness.assumption(minutesWords(Math.max(1, minutesEach)))} {capped > 0 && `${t.progress.readiness.capped(capped)} `}
        <Link href="/gaps?tab=plan">{t.progress.readiness.plan}</Link>
      </Text>
    </>
  );
}

function legend(levels: readonly ToGo[]): string {
  const shown = levels.length > SHOWN ? ` ${t.progress.readiness.shown(SHOWN, levels.length)}` : '';
  return `${t.progress.readiness.legend}${shown}`;
}

interface RowsProps {
  readonly levels: readonly ToGo[];
  readonly minutesEach: number;
}

function Rows({ levels, minutesEach }: RowsProps) {
  const rows = levels.map(({ competencyId, name, low, high }) => {
    const [from, to] = [Math.round(low * minutesEach), Math.round(high * minutesEach)];
    return {
      id: competencyId,
      label: name,
      value: from,
      isRangeOnly: true,
      low: from,
      high: to,
      note: t.progress.readiness.note(from, to),
      words: t.progress.readiness.row(name, minutesWords(from), minutesWords(to), low === high ? String(low) : `${low}–${high}`),
    };
  });
  const longest = Math.max(10, ...rows.map(({ high }) => high));
  const step = STEPS.find((one) => longest / one <= 8) ?? 480;
  const max = Math.ceil(longest / step) * step;
  const ticks = Array.from({ length: max / step + 1 }, (_, index) => index * step);
  return <RangeRows rows={rows} max={max} ticks={ticks} label={t.progress.readiness.title} />;
}

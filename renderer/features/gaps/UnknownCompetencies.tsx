import { Badge, Text, UnstyledButton } from '@mantine/core';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { LevelPicker } from '../../components/LevelPicker.tsx';
import { t } from '../../strings/index.ts';
import { type Comparison, type Placed, unknown } from './comparison-views.ts';
import classes from './Gaps.module.css';

interface Props {
  readonly comparison: Comparison;
  readonly onOpen: (id: string) => void;
}

/** "Ask me first": what nobody knows, what weighs most first, one key each. */
export function UnknownCompetencies({ comparison, onOpen }: Props) {
  const rows = unknown(comparison);
  if (rows.length === 0) return <Text>{t.gaps.unknownNone}</Text>;
  return (
    <section className="card">
      <Text className="soft" mb="sm">
        {t.gaps.unknownIntro}
      </Text>
      {rows.map((row) => (
        <UnknownRow key={row.competency.id} row={row} onOpen={onOpen} />
      ))}
    </section>
  );
}

function UnknownRow({ row: { competency, layer }, onOpen }: { readonly row: Placed; readonly onOpen: (id: string) => void }) {
  const rate = useChange((level: number) => api.competencies.rate.mutate({ id: competency.id, level }));
  return (
    <div className={classes.unknownRow}>
      <div className={classes.grow}>
        <UnstyledButton fw={550} className={classes.open} onClick={() => onOpen(competency.id)}>
          {competency.name}
        </UnstyledButton>
        <Text size="sm" className="soft">
          {layer.name} · {t.roles.required(competency.required)}{' '}
          <Badge size="xs" variant="light" color="gray">
            {t.importance[competency.importance]}
          </Badge>
        </Text>
      </div>
      <LevelPicker value={null} onPick={(level) => rate.mutate(level)} label={`${t.levels.pick}: ${competency.name}`} />
    </div>
  );
}

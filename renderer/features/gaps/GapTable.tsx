import { Badge, Button, Group, Table, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LevelTrack } from '../../components/LevelTrack.tsx';
import { saveCsv } from '../../components/save-csv.ts';
import { t } from '../../strings/index.ts';
import { type Comparison, knownGaps, type Placed, placed, unknown } from './comparison-views.ts';
import classes from './Gaps.module.css';

interface Props {
  readonly comparison: Comparison;
  readonly onOpen: (id: string) => void;
}

/** Gaps by priority, each as a line from where one stands to what is required; then what is unknown, then what is met. */
export function GapTable({ comparison, onOpen }: Props) {
  const short = knownGaps(comparison);
  const rest = placed(comparison).filter(({ competency }) => competency.level !== null && competency.gap <= 0.05);
  const rows = [...short, ...unknown(comparison), ...rest];
  if (rows.length === 0) return <EmptyState title={t.gaps.allMet} text={t.gaps.unknownNone} />;
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" className="soft">
          {t.gaps.legend}
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} />}
          onClick={() => saveTable(rows)}
          aria-label={t.gaps.exportCsvLabel}
        >
          {t.gaps.exportCsv}
        </Button>
      </Group>
      <div className={`card ${classes.table}`}>
        <Table verticalSpacing={5} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.gaps.columns.competency}</Table.Th>
              <Table.Th className={classes.layer}>{t.gaps.columns.layer}</Table.Th>
              <Table.Th w="34%">
                <Scale />
              </Table.Th>
              <Table.Th ta="right">{t.gaps.columns.gap}</Table.Th>
              <Table.Th ta="right">
                <Tooltip label={t.gaps.priorityHelp} multiline w={220}>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
                  <span tabIndex={0}>{t.gaps.columns.priority}</span>
                </Tooltip>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <GapRow key={row.competency.id} row={row} onOpen={onOpen} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

function GapRow({ row: { competency, layer }, onOpen }: { readonly row: Placed; readonly onOpen: (id: string) => void }) {
  const isKnown = competency.level !== null;
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton fw={550} className={classes.open} onClick={() => onOpen(competency.id)}>
          {competency.name}
        </UnstyledButton>
        <Group gap={6}>
          <Badge size="xs" variant={competency.importance === 'must' ? 'filled' : 'light'} color="gray">
            {t.importance[competency.importance]}
          </Badge>
          {(competency.state === 'blocker' || competency.state === 'unsure') && (
            <Badge size="xs" color={competency.state === 'blocker' ? 'red' : 'gray'} variant="light">
              {t.states[competency.state]}
            </Badge>
          )}
          {competency.declaredGap && (
            <Badge size="xs" color="orange" variant="light">
              {t.gaps.declaredHere}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td className={`soft ${classes.layer}`}>{layer.name}</Table.Td>
      <Table.Td>
        <LevelTrack
          {...competency}
          carried={competency.withTransfer}
          label={t.gaps.row(competency.name, competency.level?.toFixed(1) ?? t.gaps.unknownLevel, competency.required)}
        />
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {isKnown ? competency.gap.toFixed(1) : '?'}
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {isKnown ? competency.priority.toFixed(1) : '?'}
      </Table.Td>
    </Table.Tr>
  );
}

/** The numbers 0–5 above the tracks. */
function Scale() {
  return (
    <span className={classes.scale} aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((level) => (
        <span key={level}>{level}</span>
      ))}
    </span>
  );
}

function saveTable(rows: readonly Placed[]): void {
  const header = [
    'id',
    t.gaps.columns.competency,
    t.gaps.columns.layer,
    t.gaps.columns.required,
    t.gaps.columns.current,
    'low',
    'high',
    t.gaps.columns.gap,
    t.gaps.columns.priority,
    t.gaps.columns.state,
  ];
  saveCsv(
    'plumbline-gaps.csv',
    header,
    rows.map(({ competency, layer }) => [
      competency.id,
      competency.name,
      layer.name,
      competency.required,
      competency.level?.toFixed(2) ?? '',
      competency.low.toFixed(2),
      competency.high.toFixed(2),
      competency.level === null ? '' : competency.gap.toFixed(2),
      competency.level === null ? '' : competency.priority.toFixed(2),
      t.states[competency.state],
    ]),
  );
}

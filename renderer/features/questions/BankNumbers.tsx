import { Accordion, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outputs, WantedQuestions } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';

type Count = Outputs['questions']['numbers'][number];

const LEVELS = [1, 2, 3, 4, 5];

/** How many of the wanted questions there are of each kind, level and main competency; counted when it is opened. */
export function BankNumbers({ wanted }: { readonly wanted: WantedQuestions }) {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Accordion variant="contained" value={opened} onChange={setOpened}>
      <Accordion.Item value="numbers">
        <Accordion.Control>{t.questions.numbers}</Accordion.Control>
        <Accordion.Panel>{opened !== null && <Numbers wanted={wanted} />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Numbers({ wanted }: { readonly wanted: WantedQuestions }) {
  const query = useQuery(queries.questionNumbers(wanted));
  return (
    <Loaded query={query}>
      {(counts) => (
        <>
          <Counts title={t.questions.kind} groups={sorted(Map.groupBy(counts, ({ kind }) => t.kinds[kind]))} />
          <Counts
            title={t.questions.mainCompetency}
            groups={sorted(Map.groupBy(counts, ({ competency }) => competency || t.questions.noCompetency))}
          />
        </>
      )}
    </Loaded>
  );
}

type Groups = readonly (readonly [string, readonly Count[]])[];

function Counts({ title, groups }: { readonly title: string; readonly groups: Groups }) {
  const all = groups.flatMap(([, counts]) => counts);
  return (
    <Table verticalSpacing={4} mb="md" className="tabular">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{title}</Table.Th>
          {LEVELS.map((level) => (
            <Table.Th key={level} ta="right">
              {t.levels.level(level)}
            </Table.Th>
          ))}
          <Table.Th ta="right">{t.questions.total}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map(([name, counts]) => (
          <CountRow key={name} name={name} counts={counts} />
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <CountRow name={t.questions.total} counts={all} />
      </Table.Tfoot>
    </Table>
  );
}

const sum = (counts: readonly Count[]): number => counts.reduce((total, { count }) => total + count, 0);

function CountRow({ name, counts }: { readonly name: string; readonly counts: readonly Count[] }) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {LEVELS.map((level) => (
        <Table.Td key={level} ta="right">
          {sum(counts.filter((one) => one.level === level)) || ''}
        </Table.Td>
      ))}
      <Table.Td ta="right">{sum(counts)}</Table.Td>
    </Table.Tr>
  );
}

function sorted(groups: Map<string, Count[]>): Groups {
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

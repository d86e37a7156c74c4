import { Accordion, Table } from '@mantine/core';
import type { Outputs } from '../../api/client.ts';
import { t } from '../../strings/index.ts';

type Question = Outputs['questions']['list'][number];

const LEVELS = [1, 2, 3, 4, 5];

/** How many of these questions there are of each kind, level and main competency. */
export function BankNumbers({ questions }: { readonly questions: readonly Question[] }) {
  const byKind = sorted(Map.groupBy(questions, ({ kind }) => t.kinds[kind]));
  const byCompetency = sorted(Map.groupBy(questions, ({ competencies }) => competencies[0]?.name ?? ''));
  return (
    <Accordion variant="contained">
      <Accordion.Item value="numbers">
        <Accordion.Control>{t.questions.numbers}</Accordion.Control>
        <Accordion.Panel>
          <Counts title={t.questions.kind} groups={byKind} />
          <Counts title={t.questions.mainCompetency} groups={byCompetency} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

type Groups = readonly (readonly [string, readonly Question[]])[];

function Counts({ title, groups }: { readonly title: string; readonly groups: Groups }) {
  const all = groups.flatMap(([, questions]) => questions);
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
        {groups.map(([name, questions]) => (
          <CountRow key={name} name={name} questions={questions} />
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <CountRow name={t.questions.total} questions={all} />
      </Table.Tfoot>
    </Table>
  );
}

function CountRow({ name, questions }: { readonly name: string; readonly questions: readonly Question[] }) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {LEVELS.map((level) => (
        <Table.Td key={level} ta="right">
          {questions.filter((question) => question.level === level).length || ''}
        </Table.Td>
      ))}
      <Table.Td ta="right">{questions.length}</Table.Td>
    </Table.Tr>
  );
}

function sorted(groups: Map<string, Question[]>): Groups {
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

import { Badge, Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Outputs } from '../../api/client.ts';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { useStartDrill } from './use-start-drill.ts';

interface Props {
  readonly session: Outputs['drill']['session'];
  readonly undo: ReactNode;
}

const SESSION_SIZE = 10;

export function Summary({ session, undo }: Props) {
  const { start, isStarting } = useStartDrill();
  const answered = session.items.filter(({ grade }) => grade !== null);
  const minutes = Math.round(answered.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / 60_000);
  return (
    <Page title={t.drill.summary} actions={undo}>
      <Text size="lg">{t.drill.summaryText(answered.length, session.items.length, minutes)}</Text>
      <div className="card">
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.drill.summaryColumns.question}</Table.Th>
              <Table.Th>{t.drill.summaryColumns.grade}</Table.Th>
              <Table.Th ta="right">{t.drill.summaryColumns.share}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {session.items.map(({ questionId, prompt, language, kind, grade, result }) => (
              <Table.Tr key={questionId}>
                <Table.Td>
                  <Text lineClamp={2} lang={language}>
                    {prompt}
                  </Text>
                  <Text size="xs" className="soft">
                    {t.kinds[kind]}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {grade ? (
                    <Badge variant="light" miw="max-content">
                      {t.drill.grades[grade]}
                    </Badge>
                  ) : (
                    <span className="soft">{t.drill.skipped}</span>
                  )}
                </Table.Td>
                <Table.Td ta="right" className="tabular" style={{ whiteSpace: 'nowrap' }}>
                  {result === null ? '' : resultText(result)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group>
        <Button onClick={() => start({ size: SESSION_SIZE })} loading={isStarting}>
          {t.drill.again}
        </Button>
        <Button component={Link} href="/gaps" variant="default">
          {t.drill.toGaps}
        </Button>
      </Group>
    </Page>
  );
}

type Result = NonNullable<Props['session']['items'][number]['result']>;

function resultText({ checkedBy, share, ticked, points }: Result): string {
  if (checkedBy === 'person') return t.drill.ticked(ticked, points);
  return share === null ? '' : `${Math.round(share * 100)} %`;
}

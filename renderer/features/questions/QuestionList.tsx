import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import type { Outputs } from '../../api/client.ts';
import { t } from '../../strings/index.ts';

type Found = Outputs['questions']['search']['items'][number];

interface Props {
  readonly items: readonly Found[];
  /** These are not the ones asked for any more; the newer ones are on their way. */
  readonly isOld: boolean;
  readonly onOpen: (id: string) => void;
}

/** A page of questions. */
export function QuestionList({ items, isOld, onOpen }: Props) {
  return (
    <div className="card" aria-busy={isOld} style={{ opacity: isOld ? 0.6 : 1 }}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.questions.columns.question}</Table.Th>
            <Table.Th w={110}>{t.questions.columns.kind}</Table.Th>
            <Table.Th w={60}>{t.questions.columns.level}</Table.Th>
            <Table.Th w={170}>{t.questions.columns.state}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td>
                <UnstyledButton onClick={() => onOpen(item.id)} disabled={isOld}>
                  <Text lineClamp={2}>{item.prompt.replaceAll('`', '')}</Text>
                </UnstyledButton>
                <Text size="xs" className="soft" truncate maw={520}>
                  {item.origin === 'shipped' ? item.id : item.competency}
                </Text>
              </Table.Td>
              <Table.Td>{t.kinds[item.kind]}</Table.Td>
              <Table.Td>{item.level}</Table.Td>
              <Table.Td>
                <States item={item} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

/** Whose it is, where its card stands, and what is to be known about it. */
function States({ item }: { readonly item: Found }) {
  return (
    <Group gap={4}>
      {item.origin !== 'shipped' && (
        <Badge size="sm" variant="light">
          {t.questions.origins[item.origin]}
        </Badge>
      )}
      {item.isSuspended === 1 && (
        <Badge size="sm" variant="light" color="gray">
          {t.questions.states.suspended}
        </Badge>
      )}
      {item.isLeech === 1 && (
        <Badge size="sm" variant="light" color="orange">
          {t.questions.leech}
        </Badge>
      )}
      {item.reports > 0 && (
        <Badge size="sm" variant="light" color="red">
          {t.questions.reported}
        </Badge>
      )}
      {item.isSuspended === 0 && (
        <Text size="xs" className="soft">
          {whenDue(item)}
        </Text>
      )}
    </Group>
  );
}

function whenDue({ cardState, dueAtMs }: Found): string {
  if (cardState === null || cardState === 'new' || dueAtMs === null) return t.questions.states.new;
  return dueAtMs <= Date.now() ? t.questions.dueNow : t.questions.scheduled(DAY.format(dueAtMs));
}

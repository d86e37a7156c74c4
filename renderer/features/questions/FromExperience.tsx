import { Accordion, Button, Group, Table, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { t } from '../../strings/index.ts';

/** How many questions were made from the person's documents, of each sort; brought up to date when the screen is opened. */
export function FromExperience() {
  const { data: families } = useQuery(queries.generatedFamilies());
  const refresh = useChange(
    (isForced: boolean) => api.questions.refreshGenerated.mutate({ isForced }),
    ({ added, changed, retired }, isForced) => {
      if (isForced) showDone(t.generated.done(added, changed, retired));
    },
  );
  const { mutate } = refresh;
  useEffect(() => mutate(false), [mutate]);
  if (families === undefined) return null;
  const total = families.reduce((sum, { count }) => sum + count, 0);
  return (
    <Accordion variant="contained">
      <Accordion.Item value="generated">
        <Accordion.Control>{t.generated.heading(total)}</Accordion.Control>
        <Accordion.Panel>
          <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
            <Text size="sm" className="soft" maw={560}>
              {total === 0 ? t.generated.none : t.generated.about}
            </Text>
            <Button
              variant="default"
              size="xs"
              style={{ flex: 'none' }}
              leftSection={<IconRefresh size={16} />}
              onClick={() => mutate(true)}
              loading={refresh.isPending}
            >
              {t.generated.anew}
            </Button>
          </Group>
          {total > 0 && <Families families={families} />}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Families({ families }: { readonly families: readonly { readonly family: string; readonly count: number }[] }) {
  return (
    <Table verticalSpacing={4} className="tabular">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.generated.family}</Table.Th>
          <Table.Th ta="right">{t.generated.count}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {families.map(({ family, count }) => (
          <Table.Tr key={family}>
            <Table.Td>{t.generated.familyName(family)}</Table.Td>
            <Table.Td ta="right">{count}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

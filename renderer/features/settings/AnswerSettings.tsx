import { ActionIcon, Button, Group, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { showUndoable } from '../../components/undo-toast.tsx';
import { t } from '../../strings/index.ts';

/** How answers are checked: the own estimate, and the wordings that count because the person said so. */
export function AnswerSettings() {
  const settings = useQuery(queries.scoringSettings());
  const change = useChange((askEstimate: boolean) => api.scoring.setSettings.mutate({ askEstimate }));
  return (
    <Stack gap="md">
      <Loaded query={settings}>
        {({ askEstimate }) => (
          <Switch
            label={t.scoring.settings.askEstimate}
            description={t.scoring.settings.askEstimateText}
            checked={askEstimate}
            onChange={(event) => change.mutate(event.currentTarget.checked)}
          />
        )}
      </Loaded>
      <div>
        <Title order={3} size="h5">
          {t.scoring.wording.title}
        </Title>
        <Text size="sm" className="soft" mb="xs">
          {t.scoring.wording.text}
        </Text>
        <Wordings />
      </div>
    </Stack>
  );
}

function Wordings() {
  const query = useQuery(queries.wordings());
  const add = useChange((wording: { questionId: string; pointId: string; text: string }) => api.scoring.addWording.mutate(wording));
  const remove = useChange(
    (id: number) => api.scoring.removeWording.mutate({ id }),
    ({ questionId, pointId, text }) => showUndoable(t.scoring.wording.removed, () => add.mutate({ questionId, pointId, text })),
  );
  return (
    <Loaded query={query}>
      {(wordings) =>
        wordings.length === 0 ? (
          <Text size="sm">{t.scoring.wording.none}</Text>
        ) : (
          <>
            <Table verticalSpacing="xs" aria-label={t.scoring.wording.title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t.scoring.wording.columns.point}</Table.Th>
                  <Table.Th>{t.scoring.wording.columns.wording}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {wordings.map(({ id, point, prompt, text }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      {point}
                      <Text size="xs" className="soft" lineClamp={1}>
                        {prompt}
                      </Text>
                    </Table.Td>
                    <Table.Td>{text}</Table.Td>
                    <Table.Td>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t.scoring.wording.remove(text)}
                        onClick={() => remove.mutate(id)}
                      >
                        <IconTrash size={16} />
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Group mt="sm">
              <Button component="a" href="/api/export/wordings/json" size="xs" variant="default">
                {t.scoring.wording.json}
              </Button>
              <Button component="a" href="/api/export/wordings/yaml" size="xs" variant="default">
                {t.scoring.wording.yaml}
              </Button>
            </Group>
          </>
        )
      }
    </Loaded>
  );
}

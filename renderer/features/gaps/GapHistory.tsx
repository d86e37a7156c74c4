import { Badge, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';

const SHOWN = 30;

/** What was opened, taken up and closed, newest first. */
export function GapHistory() {
  const { data } = useQuery(queries.gapHistory());
  return (
    <section className="card">
      <Title order={2} size="h4" mb="xs">
        {t.plan.history}
      </Title>
      {!data || data.length === 0 ? (
        <Text className="soft">{t.plan.historyNone}</Text>
      ) : (
        data.slice(0, SHOWN).map(({ id, title, status, atMs }) => (
          <Group key={id} gap="sm" py={3} wrap="nowrap">
            <Text size="sm" className="soft tabular" w={104} style={{ flex: 'none' }}>
              {new Date(atMs).toLocaleDateString('en-GB', { dateStyle: 'medium' })}
            </Text>
            <Badge size="sm" variant="light" color={status === 'closed' ? 'teal' : 'gray'} style={{ flex: 'none' }}>
              {t.gaps.status[status]}
            </Badge>
            <Text size="sm">{title}</Text>
          </Group>
        ))
      )}
    </section>
  );
}

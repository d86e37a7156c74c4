import { Badge, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';

type Gap = Outputs['gaps']['list'][number];
const STATUSES = ['open', 'in_progress', 'closed'] as const;

/** Learning gaps in the person's own words, each with its status and the way back to the document. */
export function DeclaredGaps() {
  const query = useQuery(queries.gaps());
  return (
    <Loaded query={query}>
      {(gaps) =>
        gaps.length === 0 ? (
          <EmptyState title={t.gaps.declaredNone} text={t.gaps.declaredNoneText}>
            <Link href="/import">{t.actions.importDocument}</Link>
          </EmptyState>
        ) : (
          <Stack gap="sm">
            <Text className="soft">{t.gaps.declaredIntro}</Text>
            {gaps.map((gap) => (
              <GapCard key={gap.id} gap={gap} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

function GapCard({ gap }: { readonly gap: Gap }) {
  const change = useChange((status: Gap['status']) => api.gaps.setStatus.mutate({ id: gap.id, status }));
  return (
    <Group className="card" justify="space-between" py="sm">
      <div style={{ flex: '1 1 300px' }}>
        <Text fw={550}>{gap.text.trim()}</Text>
        <Group gap={6} mt={4}>
          {gap.skills.map(({ id, name }) => (
            <Badge key={id} variant="light">
              {name}
            </Badge>
          ))}
          {gap.documentId !== null && (
            <Text size="sm">
              <Link href={`/import/${gap.documentId}`}>{t.skills.document}</Link>
            </Text>
          )}
        </Group>
      </div>
      <SegmentedControl
        aria-label={t.gaps.statusLabel}
        data={STATUSES.map((value) => ({ value, label: t.gaps.status[value] }))}
        value={gap.status}
        onChange={(value) => {
          const status = STATUSES.find((one) => one === value);
          if (status) change.mutate(status);
        }}
      />
    </Group>
  );
}

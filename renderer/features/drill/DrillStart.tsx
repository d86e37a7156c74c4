import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { useStartDrill } from './use-start-drill.ts';

const SIZES = ['5', '10', '20'] as const;

export default function DrillStart({ state }: { readonly state: AppState }) {
  if (state.profile.roleId === null) {
    return (
      <Page title={t.drill.title}>
        <EmptyState title={t.drill.noRole} text={t.drill.noRoleText}>
          <Button component={Link} href="/roles">
            {t.gaps.chooseRole}
          </Button>
        </EmptyState>
      </Page>
    );
  }
  return <Start />;
}

function Start() {
  const due = useQuery(queries.due());
  const open = useQuery(queries.openSession());
  const [size, setSize] = useState<string>('10');
  const { start, isStarting } = useStartDrill();
  const unfinished = open.data ?? null;
  return (
    <Page title={t.drill.title}>
      <Loaded query={due}>
        {(counts) => (
          <Stack className="card" gap="md" maw={640}>
            <Title order={2} size="h3">
              {t.drill.ready}
            </Title>
            <Text className="soft">{t.drill.readyText(counts.due, counts.fresh)}</Text>
            <Group align="end">
              <div>
                <Text size="sm" mb={4} id="drill-size">
                  {t.drill.size}
                </Text>
                <SegmentedControl aria-labelledby="drill-size" data={[...SIZES]} value={size} onChange={setSize} />
              </div>
              <Button onClick={() => start({ size: Number(size) })} loading={isStarting} variant={unfinished ? 'default' : 'filled'}>
                {t.drill.start}
              </Button>
              {unfinished && (
                <Button component={Link} href={`/drill/${unfinished.id}`}>
                  {t.drill.resume}
                </Button>
              )}
            </Group>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

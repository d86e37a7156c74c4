import { Alert, Anchor, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { CustomSession } from './CustomSession.tsx';
import { InterviewPlan } from './InterviewPlan.tsx';
import { PutAside } from './PutAside.tsx';
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
  return (
    <Page title={t.drill.title}>
      <Ready />
      <InterviewPlan />
      <CustomSession roleId={state.profile.roleId} />
      <PutAside />
    </Page>
  );
}

function Ready() {
  const due = useQuery(queries.due());
  const open = useQuery(queries.openSession());
  const [size, setSize] = useState<string>('10');
  const { start, isStarting } = useStartDrill();
  const unfinished = open.data ?? null;
  return (
    <Loaded query={due}>
      {({ due: all, fresh, dueToday, freshToday, limits }) => {
        const isDone = dueToday + freshToday === 0 && all + fresh > 0;
        return (
          <Stack className="card" gap="md">
            <div>
              <Title order={2} size="h3">
                {t.drill.ready}
              </Title>
              <Text className="soft">{t.practice.start.all(all, fresh)}</Text>
              <Text className="soft" size="sm">
                {t.practice.start.limits(dueToday, limits.duePerDay, freshToday, limits.newPerDay)}{' '}
                <Anchor underline="always" component={Link} href="/settings" size="sm">
                  {t.practice.start.changeLimits}
                </Anchor>
              </Text>
            </div>
            {isDone && <Alert color="green">{t.practice.start.doneToday}</Alert>}
            <Group align="end">
              <div>
                <Text size="sm" mb={4} id="drill-size">
                  {t.drill.size}
                </Text>
                <SegmentedControl aria-labelledby="drill-size" data={[...SIZES]} value={size} onChange={setSize} />
              </div>
              <Button
                onClick={() => start({ size: Number(size), beyondLimits: isDone })}
                loading={isStarting}
                variant={unfinished || isDone ? 'default' : 'filled'}
              >
                {isDone ? t.practice.start.beyond : t.drill.start}
              </Button>
              {unfinished && (
                <Button component={Link} href={`/drill/${unfinished.id}`}>
                  {t.drill.resume}
                </Button>
              )}
            </Group>
          </Stack>
        );
      }}
    </Loaded>
  );
}

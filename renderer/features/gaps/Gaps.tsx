import { Alert, Button, Group, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FitFigure } from '../../components/FitFigure.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { CompetencyDrawer } from './CompetencyDrawer.tsx';
import { type Comparison, unknown } from './comparison-views.ts';
import { DeclaredGaps } from './DeclaredGaps.tsx';
import { GapTable } from './GapTable.tsx';
import { UnknownCompetencies } from './UnknownCompetencies.tsx';

const LayerChart = lazy(() => import('./LayerChart.tsx'));

const TABS = ['priority', 'layers', 'unknown', 'declared'] as const;

export default function Gaps({ state }: { readonly state: AppState }) {
  const { roleId } = state.profile;
  if (roleId === null) {
    return (
      <Page title={t.gaps.title}>
        <EmptyState title={t.gaps.noRole} text={t.gaps.noRoleText}>
          <Button component={Link} href="/roles">
            {t.gaps.chooseRole}
          </Button>
        </EmptyState>
      </Page>
    );
  }
  return <GapsOf roleId={roleId} hasSkills={state.skills > 0} />;
}

function GapsOf({ roleId, hasSkills }: { readonly roleId: string; readonly hasSkills: boolean }) {
  const query = useQuery(queries.comparison(roleId));
  return (
    <Page title={t.gaps.title}>
      <Loaded query={query}>
        {(comparison) => (
          <>
            {!hasSkills && (
              <Alert title={t.gaps.noSkills} color="brass">
                <Text size="sm" mb="xs">
                  {t.gaps.noSkillsText}
                </Text>
                <Link href="/import">{t.actions.importDocument}</Link>
              </Alert>
            )}
            <section className="card">
              <FitFigure comparison={comparison} />
              <Text size="sm" className="soft" mt={6}>
                {t.gaps.fitExplain}
              </Text>
            </section>
            <GapTabs comparison={comparison} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function GapTabs({ comparison }: { readonly comparison: Comparison }) {
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<string | null>(null);
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'priority';
  return (
    <>
      <Tabs
        value={tab}
        onChange={(value) => setSearch(value === null || value === 'priority' ? {} : { tab: value }, { replace: true })}
        keepMounted={false}
      >
        <Group justify="space-between" mb="md">
          <Tabs.List>
            {TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t.gaps.tabs[one]}
                {one === 'unknown' && ` (${unknown(comparison).length})`}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Group>
        <Tabs.Panel value="priority">
          <GapTable comparison={comparison} onOpen={setOpened} />
        </Tabs.Panel>
        <Tabs.Panel value="layers">
          <Suspense fallback={null}>
            <LayerChart comparison={comparison} onOpen={setOpened} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="unknown">
          <UnknownCompetencies comparison={comparison} onOpen={setOpened} />
        </Tabs.Panel>
        <Tabs.Panel value="declared">
          <DeclaredGaps />
        </Tabs.Panel>
      </Tabs>
      <CompetencyDrawer id={opened} comparison={comparison} onClose={() => setOpened(null)} />
    </>
  );
}

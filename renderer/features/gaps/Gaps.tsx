import { Alert, Button, Tabs, Text } from '@mantine/core';
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
import { CompareTab } from './CompareTab.tsx';
import { CompetencyChart } from './CompetencyChart.tsx';
import { CompetencyDrawer } from './CompetencyDrawer.tsx';
import { type Comparison, unknown } from './comparison-views.ts';
import { MyGaps } from './MyGaps.tsx';
import { PlanTab } from './PlanTab.tsx';
import { QuickAssessment } from './QuickAssessment.tsx';

// The charts of recharts come only with the tabs that draw them.
const Overview = lazy(() => import('./Overview.tsx'));
const OverTime = lazy(() => import('./OverTime.tsx').then((module) => ({ default: module.OverTime })));

const TABS = ['overview', 'competencies', 'ask', 'gaps', 'plan', 'time', 'compare'] as const;
type Tab = (typeof TABS)[number];

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
  return <GapsOf roleId={roleId} state={state} />;
}

function GapsOf({ roleId, state }: { readonly roleId: string; readonly state: AppState }) {
  const query = useQuery(queries.comparison(roleId));
  return (
    <Page title={t.gaps.title}>
      <Loaded query={query}>
        {(comparison) => (
          <>
            {state.skills === 0 && (
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
            <GapTabs comparison={comparison} state={state} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function GapTabs({ comparison, state }: { readonly comparison: Comparison; readonly state: AppState }) {
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<string | null>(null);
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'overview';
  const count = unknown(comparison).length;
  return (
    <>
      <Tabs
        value={tab}
        onChange={(value) => setSearch(value === null || value === 'overview' ? {} : { tab: value }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t.gaps.tabs[one]}
              {one === 'ask' && count > 0 && ` (${count})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <Suspense fallback={null}>
            <Panel tab={tab} comparison={comparison} state={state} onOpen={setOpened} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
      <CompetencyDrawer id={opened} comparison={comparison} onClose={() => setOpened(null)} />
    </>
  );
}

interface PanelProps {
  readonly tab: Tab;
  readonly comparison: Comparison;
  readonly state: AppState;
  readonly onOpen: (id: string) => void;
}

function Panel({ tab, comparison, state, onOpen }: PanelProps) {
  switch (tab) {
    case 'overview':
      return <Overview comparison={comparison} onOpen={onOpen} />;
    case 'competencies':
      return <CompetencyChart comparison={comparison} onOpen={onOpen} />;
    case 'ask':
      return <QuickAssessment comparison={comparison} roleId={comparison.role.id} />;
    case 'gaps':
      return <MyGaps onOpen={onOpen} />;
    case 'plan':
      return <PlanTab comparison={comparison} onOpen={onOpen} />;
    case 'time':
      return <OverTime roleId={comparison.role.id} />;
    case 'compare':
      return <CompareTab comparison={comparison} state={state} onOpen={onOpen} />;
  }
}

import { Alert, AppShell, Badge, Kbd, Text, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import type { Outputs } from '../api/client.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Today } from '../features/today/Today.tsx';
import { t } from '../strings/index.ts';
import { useActions } from './actions.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import classes from './Shell.module.css';
import { SCREENS } from './screens.ts';
import { useKeySequences } from './use-key-sequences.ts';

const Import = lazy(() => import('../features/import/Import.tsx'));
const Review = lazy(() => import('../features/import/Review.tsx'));
const Skills = lazy(() => import('../features/skills/Skills.tsx'));
const Roles = lazy(() => import('../features/roles/Roles.tsx'));
const RolePage = lazy(() => import('../features/roles/RolePage.tsx'));
const JobRole = lazy(() => import('../features/roles/JobRole.tsx'));
const Gaps = lazy(() => import('../features/gaps/Gaps.tsx'));
const DrillStart = lazy(() => import('../features/drill/DrillStart.tsx'));
const Drill = lazy(() => import('../features/drill/Drill.tsx'));
const Questions = lazy(() => import('../features/questions/Questions.tsx'));
const QuestionForm = lazy(() => import('../features/questions/QuestionForm.tsx'));
const Progress = lazy(() => import('../features/progress/Progress.tsx'));
const Settings = lazy(() => import('../features/settings/Settings.tsx'));

export type AppState = Outputs['app']['state'];

export function Shell({ state }: { readonly state: AppState }) {
  const actions = useActions(state);
  useKeySequences(actions);
  const [location] = useLocation();
  return (
    <AppShell navbar={{ width: { base: 64, md: 216 }, breakpoint: 0 }} padding="lg">
      <a className="skip-link" href="#content">
        {t.app.skipToContent}
      </a>
      <AppShell.Navbar className={classes.navbar}>
        <Navigation state={state} location={location} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {state.integrity.damage !== null && (
          <Alert color="red" title={t.errors.damaged} mb="md">
            {state.integrity.damage}
          </Alert>
        )}
        <ErrorBoundary key={location}>
          <Suspense fallback={null}>
            <Switch>
              <Route path="/">
                <Today state={state} />
              </Route>
              <Route path="/import">
                <Import />
              </Route>
              <Route path="/import/:id">{({ id }) => <Review id={Number(id)} state={state} />}</Route>
              <Route path="/skills" component={Skills} />
              <Route path="/roles">
                <Roles state={state} />
              </Route>
              <Route path="/roles/from-job" component={JobRole} />
              <Route path="/roles/:id">{({ id }) => <RolePage id={id} state={state} />}</Route>
              <Route path="/gaps">
                <Gaps state={state} />
              </Route>
              <Route path="/drill">
                <DrillStart state={state} />
              </Route>
              <Route path="/drill/:id">{({ id }) => <Drill sessionId={Number(id)} />}</Route>
              <Route path="/questions">
                <Questions state={state} />
              </Route>
              <Route path="/questions/new">
                <QuestionForm id={null} />
              </Route>
              <Route path="/questions/edit/:id">{({ id }) => <QuestionForm id={id} />}</Route>
              <Route path="/progress">
                <Progress state={state} />
              </Route>
              <Route path="/settings">
                <Settings state={state} />
              </Route>
              <Route>
                <EmptyState title={t.errors.notFound} text={location}>
                  <Link href="/">{t.errors.home}</Link>
                </EmptyState>
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </AppShell.Main>
      <CommandPalette actions={actions} />
    </AppShell>
  );
}

function Navigation({ state, location }: { readonly state: AppState; readonly location: string }) {
  return (
    <>
      <Link href="/" className={classes.brand}>
        <img src="/icon.svg" alt="" width={30} height={30} />
        <Text component="span" fw={700} size="lg" className={classes.label}>
          {t.app.name}
        </Text>
      </Link>
      <UnstyledButton className={classes.search} onClick={spotlight.open} title={t.actions.paletteSearch}>
        <IconSearch size={17} stroke={1.8} />
        <span className={classes.label}>{t.actions.paletteSearch}</span>
        <Kbd size="xs" className={classes.label}>
          ⌘K
        </Kbd>
      </UnstyledButton>
      <nav aria-label={t.app.navigation} className={classes.links}>
        {SCREENS.map(({ path, name, icon: Icon }) => {
          const active = path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);
          return (
            <Link key={path} href={path} className={classes.link} aria-current={active ? 'page' : undefined} title={name}>
              <Icon size={20} stroke={1.7} />
              <span className={classes.label}>{name}</span>
              {path === '/import' && state.toReview.length > 0 && (
                <Badge size="sm" circle className={classes.count}>
                  {state.toReview.length}
                </Badge>
              )}
            </Link>
          );
        })}
      </nav>
      <div className={classes.profile}>
        <Text size="sm" fw={600} truncate>
          {state.profile.name}
        </Text>
        <Text size="xs" className="soft" truncate>
          {state.profile.roleId ? t.roles.chosen : t.gaps.noRole}
        </Text>
      </div>
    </>
  );
}

import { Anchor, Badge, Button, Group, Progress, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { FitFigure } from '../../components/FitFigure.tsx';
import { LevelTrack } from '../../components/LevelTrack.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { useStartDrill } from '../drill/use-start-drill.ts';
import { knownGaps, unknownMusts } from '../gaps/comparison-views.ts';
import { TaskList } from '../gaps/TaskList.tsx';
import classes from './Today.module.css';

const TOP_GAPS = 3;

/** Where the person is on the way in; after that, what matters today. */
export function Today({ state }: { readonly state: AppState }) {
  const isReady = state.skills > 0 && state.profile.roleId !== null;
  if (!isReady) return <FirstRun state={state} />;
  return (
    <Page title={t.today.title}>
      <Standing roleId={state.profile.roleId ?? ''} />
    </Page>
  );
}

interface Step {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly href: string;
  readonly done: boolean;
}

function stepsOf(state: AppState): Step[] {
  const review = state.toReview[0];
  return [
    { ...t.today.steps.import, href: '/import', done: state.documents > 0 },
    { ...t.today.steps.review, href: review ? `/import/${review.id}` : '/import', done: state.skills > 0 },
    { ...t.today.steps.role, href: '/roles', done: state.profile.roleId !== null },
    { ...t.today.steps.gap, href: '/gaps', done: false },
    { ...t.today.steps.drill, href: '/drill', done: state.answers > 0 },
  ];
}

function FirstRun({ state }: { readonly state: AppState }) {
  const steps = stepsOf(state);
  const current = steps.findIndex(({ done }) => !done);
  return (
    <Page title={t.today.welcome}>
      <Text size="lg" className="soft" maw={640}>
        {t.today.welcomeText}
      </Text>
      <Stack component="ol" gap="sm" p={0} m={0} className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step.title} className={classes.step} data-current={index === current || undefined}>
            <span className={classes.number} aria-hidden="true">
              {step.done ? <IconCircleCheck size={24} /> : index + 1}
            </span>
            <div>
              <Text fw={650}>{step.title}</Text>
              <Text className="soft" size="sm">
                {step.text}
              </Text>
            </div>
            {index === current && (
              <Button component={Link} href={step.href} rightSection={<IconArrowRight size={17} />} ml="auto">
                {step.action}
              </Button>
            )}
            {step.done && (
              <Badge variant="light" ml="auto">
                {t.today.done}
              </Badge>
            )}
          </li>
        ))}
      </Stack>
    </Page>
  );
}

function Standing({ roleId }: { readonly roleId: string }) {
  const comparison = useQuery(queries.comparison(roleId));
  return (
    <Loaded query={comparison}>
      {(data) => (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            <section className="card">
              <FitFigure comparison={data} />
              <FitChange roleId={roleId} />
            </section>
            <Stack gap="lg">
              <Countdown />
              <PracticeCard />
            </Stack>
          </SimpleGrid>
          <section className="card">
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h4">
                {t.today.gapsNow}
              </Title>
              <Anchor component={Link} href="/gaps" size="sm">
                {t.today.seeAll}
              </Anchor>
            </Group>
            <TopGaps comparison={data} />
            <AskFirst count={unknownMusts(data).length} />
          </section>
          <NextTasks />
        </>
      )}
    </Loaded>
  );
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** How the fit moved since a week ago, or since the beginning where that is later. */
function FitChange({ roleId }: { readonly roleId: string }) {
  const { data } = useQuery(queries.overTime(roleId));
  const points = (data?.points ?? []).filter(({ fit }) => fit.expected !== null);
  const now = points.at(-1);
  const before = points.findLast(({ atMs }) => now !== undefined && atMs <= now.atMs - WEEK_MS) ?? points[0];
  if (now === undefined || before === undefined || before === now) return null;
  const delta = Math.round(now.fit.expected ?? 0) - Math.round(before.fit.expected ?? 0);
  const since = new Date(before.atMs).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  return (
    <Anchor component={Link} href="/gaps?tab=time" size="sm">
      {t.today.change(delta, since)}
    </Anchor>
  );
}

function Countdown() {
  const { data } = useQuery(queries.planSettings());
  if (!data) return null;
  return (
    <section className="card">
      <Group justify="space-between">
        <Text fw={650}>{data.interviewOn === null ? t.today.noInterview : t.today.countdown(daysUntil(data.interviewOn))}</Text>
        <Anchor component={Link} href="/gaps?tab=plan" size="sm">
          {data.interviewOn === null ? t.today.setInterview : t.today.allTasks}
        </Anchor>
      </Group>
    </section>
  );
}

/** Whole days in the person's own calendar. */
function daysUntil(day: string): number {
  const now = new Date();
  return Math.round((Date.parse(day) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / (24 * 3_600_000));
}

const TASKS_SHOWN = 4;

function NextTasks() {
  const { data } = useQuery(queries.tasks());
  if (!data?.some(({ doneAtMs }) => doneAtMs === null)) return null;
  return (
    <section className="card">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t.today.tasks}
        </Title>
        <Anchor component={Link} href="/gaps?tab=plan" size="sm">
          {t.today.allTasks}
        </Anchor>
      </Group>
      <TaskList gapKey={null} limit={TASKS_SHOWN} canAdd={false} />
    </section>
  );
}

function TopGaps({ comparison }: { readonly comparison: Parameters<typeof knownGaps>[0] }) {
  const { start } = useStartDrill();
  return (
    <Stack gap={4}>
      {knownGaps(comparison)
        .slice(0, TOP_GAPS)
        .map(({ competency }) => (
          <div key={competency.id} className={classes.gap}>
            <Text fw={550}>{competency.name}</Text>
            <LevelTrack
              {...competency}
              carried={competency.withTransfer}
              label={t.gaps.row(competency.name, competency.level?.toFixed(1) ?? t.gaps.unknownLevel, competency.required)}
            />
            <Button
              variant="light"
              size="xs"
              aria-label={t.today.practiseNamed(competency.name)}
              onClick={() => start({ competencyId: competency.id, size: 5 })}
            >
              {t.today.practise}
            </Button>
          </div>
        ))}
    </Stack>
  );
}

function AskFirst({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Group mt="md" gap="sm" className={classes.ask}>
      <Text size="sm">{t.today.askFirst(count)}</Text>
      <Button component={Link} href="/gaps?tab=ask" variant="default" size="xs">
        {t.today.answer}
      </Button>
    </Group>
  );
}

function PracticeCard() {
  const due = useQuery(queries.due());
  const open = useQuery(queries.openSession());
  const { start } = useStartDrill();
  const done = open.data?.items.filter(({ grade }) => grade !== null).length ?? 0;
  return (
    <section className="card">
      <Title order={2} size="h4" mb={6}>
        {t.today.due}
      </Title>
      {due.data && <Text className="soft">{t.today.dueText(due.data.due, due.data.fresh)}</Text>}
      {open.data ? (
        <Stack gap="xs" mt="md">
          <Progress value={(100 * done) / open.data.items.length} aria-label={t.today.continueText(done, open.data.items.length)} />
          <Text size="sm" className="soft">
            {t.today.continueText(done, open.data.items.length)}
          </Text>
          <Button component={Link} href={`/drill/${open.data.id}`}>
            {t.today.continueSession}
          </Button>
        </Stack>
      ) : (
        <Button mt="md" fullWidth onClick={() => start({ size: 10 })}>
          {t.actions.startDrill}
        </Button>
      )}
    </section>
  );
}

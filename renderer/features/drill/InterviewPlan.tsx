import { Accordion, Alert, Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Bar, BarChart, CartesianGrid, Legend, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { Link } from 'wouter';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import classes from '../../components/charts/Charts.module.css';
import { t } from '../../strings/index.ts';

type Plan = NonNullable<Outputs['practice']['interview']>;

const DAY_MS = 24 * 3_600_000;
const words = t.practice.plan;

/** Practice fitted into the days before the interview, and what does not fit. */
export function InterviewPlan() {
  const { data: plan } = useQuery(queries.interview());
  if (plan === undefined) return null;
  if (plan === null) {
    return (
      <section className="card">
        <Group justify="space-between">
          <Text>{words.none}</Text>
          <Button component={Link} href="/gaps?tab=plan" variant="default">
            {words.set}
          </Button>
        </Group>
      </section>
    );
  }
  return (
    <Stack gap="lg">
      <Days plan={plan} />
      <Unfit plan={plan} />
    </Stack>
  );
}

const dayName = (day: number): string =>
  new Date(Date.now() + day * DAY_MS).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

function Days({ plan: { days, daysLeft, lastDays, limits } }: { readonly plan: Plan }) {
  const rows = days.map((one) => ({ ...one, name: dayName(one.day) }));
  const described = rows.map(({ name, last, due, fresh }) => `${name}: ${last + due} + ${fresh}`).join(', ');
  const axis = { tick: { fontSize: 12 }, tickLine: false } as const;
  return (
    <ChartCard
      title={words.title}
      question={words.text(daysLeft, Math.min(lastDays, daysLeft))}
      file="plumbline-interview-plan"
      legend={words.assumption}
      table={{
        header: [words.columns.day, words.columns.last, words.columns.due, words.columns.fresh, words.columns.minutes],
        rows: rows.map(({ name, last, due, fresh, minutes }) => [name, last, due, fresh, minutes]),
      }}
    >
      <div role="img" aria-label={`${words.label}. ${described}`} className={classes.responsive}>
        <ResponsiveContainer width="100%" height={230}>
          <BarChart data={rows} margin={{ top: 12, right: 12, bottom: 0, left: 0 }}>
            <CartesianGrid stroke="var(--plumb-line)" vertical={false} />
            <XAxis dataKey="name" {...axis} minTickGap={14} />
            <YAxis width={34} allowDecimals={false} {...axis} />
            <Tooltip content={({ payload }) => <Hover row={payload?.[0]?.payload} />} cursor={{ fillOpacity: 0.08 }} />
            <Legend wrapperStyle={{ fontSize: 12 }} formatter={(name: string) => <span className="soft">{name}</span>} />
            <ReferenceLine
              y={limits.duePerDay + limits.newPerDay}
              stroke="var(--plumb-required)"
              strokeDasharray="5 4"
              label={{ value: words.limit, position: 'insideTopRight', fontSize: 11 }}
            />
            <Bar dataKey="last" name={words.series.last} stackId="day" fill="var(--plumb-required)" isAnimationActive={false} />
            <Bar dataKey="due" name={words.series.due} stackId="day" fill="var(--plumb-current)" isAnimationActive={false} />
            <Bar dataKey="fresh" name={words.series.fresh} stackId="day" fill="var(--mantine-color-gray-5)" isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </ChartCard>
  );
}

type Row = Plan['days'][number] & { readonly name: string };

function Hover({ row }: { readonly row: Row | undefined }) {
  if (row === undefined) return null;
  return (
    <div className="card">
      <b>{row.name}</b>
      <br />
      {words.series.last}: {row.last}
      <br />
      {words.series.due}: {row.due}
      <br />
      {words.series.fresh}: {row.fresh}
      <br />
      {words.about(row.minutes)}
    </div>
  );
}

function Unfit({ plan: { unfit, newPerDayForMusts } }: { readonly plan: Plan }) {
  const scheduling = useQuery(queries.scheduling());
  const raise = useChange((newPerDay: number) => {
    const settings = scheduling.data?.settings;
    if (settings === undefined) throw new Error('The settings are not here yet.');
    return api.practice.setScheduling.mutate({ ...settings, newPerDay });
  });
  const sum = (list: Plan['unfit']['unseen']): number => list.reduce((total, { questions }) => total + questions, 0);
  const { unseen, notRepeated, waiting } = unfit;
  if (unseen.length + notRepeated.length + waiting === 0) return <Alert color="green">{words.fits}</Alert>;
  return (
    <section className="card">
      <Title order={2} size="h4" mb="xs">
        {words.unfit}
      </Title>
      <List spacing={4}>
        {unseen.length > 0 && <List.Item>{words.unseen(sum(unseen), unseen.length)}</List.Item>}
        {newPerDayForMusts !== null && (
          <List.Item>
            {words.unseenMusts(newPerDayForMusts)}{' '}
            <Anchor underline="always" component="button" type="button" onClick={() => raise.mutate(newPerDayForMusts)}>
              {words.raise(newPerDayForMusts)}
            </Anchor>
          </List.Item>
        )}
        {notRepeated.length > 0 && <List.Item>{words.notRepeated(sum(notRepeated))}</List.Item>}
        {waiting > 0 && <List.Item>{words.waiting(waiting)}</List.Item>}
      </List>
      {unseen.length > 0 && (
        <Accordion mt="sm" variant="contained">
          <Accordion.Item value="competencies">
            <Accordion.Control>{words.byCompetency}</Accordion.Control>
            <Accordion.Panel>
              <List size="sm">
                {unseen.map(({ competencyId, name, isMust, questions }) => (
                  <List.Item key={competencyId}>
                    {name}: {words.questions(questions)}
                    {isMust && ` (${t.importance.must})`}
                  </List.Item>
                ))}
              </List>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </section>
  );
}

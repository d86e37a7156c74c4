import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Button, Group, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Outputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LevelTrack } from '../../components/LevelTrack.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';

type ProgressData = Outputs['progress']['get'];
const ENOUGH = 10;

/** What the answers say so far, with how sure that is. */
export default function Progress({ state }: { readonly state: AppState }) {
  const query = useQuery(queries.progress());
  return (
    <Page title={t.progress.title}>
      <Loaded query={query}>
        {(data) =>
          data.answers === 0 ? (
            <EmptyState title={t.progress.none} text={t.progress.noneText}>
              <Button component={Link} href="/drill">
                {t.progress.start}
              </Button>
            </EmptyState>
          ) : (
            <>
              <Figures data={data} />
              <Forecast data={data} />
              <Observed data={data} roleId={state.profile.roleId ?? ''} />
              <Sessions data={data} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Figures({ data }: { readonly data: ProgressData }) {
  const figures = [
    [t.progress.answers, data.answers],
    [t.progress.minutes, data.minutes],
    [t.progress.dayCount, data.days.length],
  ] as const;
  return (
    <SimpleGrid cols={3}>
      {figures.map(([label, value]) => (
        <div key={label} className="card">
          <Text className="soft" size="sm">
            {label}
          </Text>
          <Text fz={34} fw={700} className="tabular">
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

function Forecast({ data }: { readonly data: ProgressData }) {
  const rows = data.forecast.map(({ day, due }) => ({ day: t.progress.forecastDay(day), [t.progress.dueColumn]: due }));
  return (
    <section className="card">
      <Title order={2} size="h4" mb="sm">
        {t.progress.forecast}
      </Title>
      <div role="img" aria-label={data.forecast.map(({ day, due }) => `${t.progress.forecastDay(day)}: ${due}`).join(', ')}>
        <BarChart
          h={180}
          data={rows}
          dataKey="day"
          series={[{ name: t.progress.dueColumn, color: 'var(--plumb-current)' }]}
          barProps={{ radius: [4, 4, 0, 0], isAnimationActive: false }}
          yAxisProps={{ allowDecimals: false, width: 30 }}
          gridAxis="y"
        />
      </div>
    </section>
  );
}

function Observed({ data, roleId }: { readonly data: ProgressData; readonly roleId: string }) {
  const role = useQuery({ ...queries.role(roleId), enabled: roleId !== '' });
  const competencies = role.data?.role.layers.flatMap((layer) => layer.competencies) ?? [];
  const names = new Map(competencies.map(({ id, name }) => [id, name]));
  const rows = [...data.observed].sort((a, b) => b.answers - a.answers);
  return (
    <section className="card">
      <Title order={2} size="h4">
        {t.progress.observed}
      </Title>
      <Text size="sm" className="soft" mb="sm">
        {t.progress.observedHelp}
      </Text>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.progress.columns.competency}</Table.Th>
            <Table.Th w="34%">{t.progress.columns.band}</Table.Th>
            <Table.Th>{t.progress.columns.observed}</Table.Th>
            <Table.Th ta="right">{t.progress.columns.self}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ competencyId, mean, low, high, answers, self }) => {
            const name = names.get(competencyId) ?? competencyId;
            return (
              <Table.Tr key={competencyId}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>
                  <LevelTrack level={mean} low={low} high={high} label={`${name}: ${t.skills.spread(low.toFixed(1), high.toFixed(1))}`} />
                </Table.Td>
                <Table.Td className="tabular">
                  {answers < ENOUGH ? <span className="soft">{t.progress.notEnough(answers)}</span> : mean.toFixed(1)}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {self ?? ''}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Sessions({ data }: { readonly data: ProgressData }) {
  return (
    <section className="card">
      <Title order={2} size="h4" mb="xs">
        {t.progress.sessions}
      </Title>
      {data.sessions.map(({ id, startedAtMs, answered, questions }) => (
        <Group key={id} justify="space-between" py={4}>
          <Link href={`/drill/${id}`}>{new Date(startedAtMs).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}</Link>
          <Text size="sm" className="soft">
            {t.progress.sessionRow(answered, questions)}
          </Text>
        </Group>
      ))}
    </section>
  );
}

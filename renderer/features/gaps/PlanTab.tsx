import { Button, Group, NumberInput, Select, Slider, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { ChartCard } from '../../components/charts/ChartCard.tsx';
import { RangeRows } from '../../components/charts/RangeRows.tsx';
import { DayField } from '../../components/DayField.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { type Comparison, placed } from './comparison-views.ts';
import { TaskList } from './TaskList.tsx';

type Planned = Outputs['plan']['get'];

interface Props {
  readonly comparison: Comparison;
  readonly onOpen: (id: string) => void;
}

/** What closes most of the gap in the hours there are, what would happen if, and the tasks. */
export function PlanTab({ comparison, onOpen }: Props) {
  const query = useQuery(queries.plan(comparison.role.id));
  return (
    <Loaded query={query}>
      {(planned) => (
        <Stack gap="lg">
          <Budget planned={planned} />
          <Steps planned={planned} onOpen={onOpen} />
          <WhatIf comparison={comparison} />
          <section className="card">
            <Title order={2} size="h4" mb="xs">
              {t.plan.tasks}
            </Title>
            <TaskList gapKey={null} />
          </section>
          <ReportLinks roleId={comparison.role.id} />
        </Stack>
      )}
    </Loaded>
  );
}

function Budget({ planned: { settings, hours, daysLeft, before, after, unknownMusts } }: { readonly planned: Planned }) {
  const save = useChange((next: { interviewOn?: string | null; weeklyHours?: number }) => api.plan.set.mutate(next));
  const whole = (value: number | null): string => (value === null ? '?' : String(Math.round(value)));
  return (
    <section className="card">
      <Group align="flex-end" gap="md">
        <DayField label={t.plan.interviewOn} value={settings.interviewOn} onSave={(interviewOn) => save.mutate({ interviewOn })} />
        <NumberInput
          label={t.plan.weeklyHours}
          w={140}
          min={0.5}
          max={80}
          step={1}
          defaultValue={settings.weeklyHours}
          onBlur={(event) => {
            const value = Number(event.currentTarget.value);
            if (value > 0 && value <= 80 && value !== settings.weeklyHours) save.mutate({ weeklyHours: value });
          }}
        />
        <Text style={{ flex: '1 1 260px' }}>
          {t.plan.budget(hours, daysLeft)}{' '}
          {t.plan.outcome(whole(before.fit.expected), whole(after.fit.expected), before.musts.met, after.musts.met)}
        </Text>
      </Group>
      {unknownMusts > 0 && (
        <Text size="sm" mt="sm">
          {t.plan.unknownFirst(unknownMusts)} <Link href="/gaps?tab=ask">{t.today.answer}</Link>
        </Text>
      )}
    </section>
  );
}

function Steps({ planned: { plan }, onOpen }: { readonly planned: Planned; readonly onOpen: (id: string) => void }) {
  const { steps, hoursLeft, hoursBeyond } = plan;
  const rows = steps.map((step) => ({
    id: `${step.competencyId} ${step.to}`,
    label: `${t.plan.week(step.weeks[0], step.weeks[1])}  ${step.name}`,
    value: step.from,
    low: step.from,
    high: step.to,
    required: step.to,
    note: t.plan.hours(Math.round(step.hours * 2) / 2),
    words: t.plan.stepWords(step.name, step.from.toFixed(1), step.to.toFixed(1), Math.round(step.hours)),
  }));
  return (
    <ChartCard
      title={t.plan.title}
      question={t.plan.question}
      file="plumbline-plan"
      legend={t.plan.legend}
      table={{
        header: [
          t.plan.weekHeader,
          t.gaps.columns.competency,
          t.plan.from,
          t.plan.to,
          t.charts.hours,
          t.plan.gain,
          t.plan.weightFactor,
          t.plan.importanceFactor,
          t.plan.levelsFactor,
          t.plan.askedFactor,
          t.plan.otherFactor,
        ],
        rows: steps.map(({ weeks, name, from, to, hours, gain, factors }) => [
          t.plan.week(weeks[0], weeks[1]),
          name,
          Number(from.toFixed(1)),
          Number(to.toFixed(1)),
          Number(hours.toFixed(1)),
          Number(gain.toFixed(1)),
          factors.weight,
          factors.importance,
          Number(factors.levels.toFixed(1)),
          factors.asked,
          Number(factors.otherRoles.toFixed(2)),
        ]),
      }}
    >
      {rows.length === 0 ? (
        <Text className="soft">{t.plan.noSteps}</Text>
      ) : (
        <RangeRows rows={rows} max={5} ticks={[0, 1, 2, 3, 4, 5]} onOpen={(id) => onOpen(id.split(' ')[0] ?? '')} label={t.plan.title} />
      )}
      <Text size="sm" className="soft" mt="xs">
        {t.plan.left(Math.round(hoursLeft), Math.round(hoursBeyond))}
      </Text>
    </ChartCard>
  );
}

function WhatIf({ comparison }: { readonly comparison: Comparison }) {
  const [levels, setLevels] = useState<Readonly<Record<string, number>>>({});
  const all = placed(comparison);
  const chosen = Object.keys(levels);
  const query = useQuery({ ...queries.whatIf(comparison.role.id, levels), enabled: chosen.length > 0 });
  const whole = (value: number | null | undefined): string => (value == null ? '?' : String(Math.round(value)));
  return (
    <section className="card">
      <Title order={2} size="h4">
        {t.plan.whatIf}
      </Title>
      <Text size="sm" className="soft" mb="sm">
        {t.plan.whatIfText}
      </Text>
      <Select
        searchable
        aria-label={t.plan.whatIfChoose}
        placeholder={t.plan.whatIfChoose}
        value={null}
        data={all
          .filter(({ competency }) => levels[competency.id] === undefined)
          .map(({ competency }) => ({ value: competency.id, label: competency.name }))}
        onChange={(id) => {
          const row = all.find(({ competency }) => competency.id === id);
          if (row) setLevels({ ...levels, [row.competency.id]: row.competency.required });
        }}
      />
      {chosen.length > 0 && (
        <Table mt="sm" verticalSpacing={6}>
          <Table.Tbody>
            {all
              .filter(({ competency }) => levels[competency.id] !== undefined)
              .map(({ competency }) => (
                <Table.Tr key={competency.id}>
                  <Table.Td>{competency.name}</Table.Td>
                  <Table.Td w="45%" pb={18}>
                    <Slider
                      min={0}
                      max={5}
                      step={1}
                      marks={[0, 1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))}
                      value={levels[competency.id] ?? 0}
                      onChange={(value) => setLevels({ ...levels, [competency.id]: value })}
                      thumbLabel={`${t.levels.pick}: ${competency.name}`}
                      label={null}
                    />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      onClick={() => setLevels(Object.fromEntries(Object.entries(levels).filter(([id]) => id !== competency.id)))}
                    >
                      {t.plan.whatIfRemove}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      )}
      {query.data && chosen.length > 0 && (
        <Text mt="sm" fw={600} role="status">
          {t.plan.whatIfResult(
            whole(query.data.before.fit.expected),
            whole(query.data.after.fit.expected),
            query.data.after.musts.met - query.data.before.musts.met,
          )}
        </Text>
      )}
    </section>
  );
}

function ReportLinks({ roleId }: { readonly roleId: string }) {
  const address = (format: string, evidence: boolean): string =>
    `/api/export/report/${format}?role=${roleId}${evidence ? '&evidence=1' : ''}`;
  return (
    <section className="card">
      <Title order={2} size="h4">
        {t.plan.report}
      </Title>
      <Text size="sm" className="soft" mb="sm">
        {t.plan.reportText}
      </Text>
      <Group gap="xs">
        {(['html', 'md'] as const).flatMap((format) =>
          [false, true].map((evidence) => (
            <Button key={`${format} ${evidence}`} component="a" href={address(format, evidence)} variant="default" size="xs">
              {t.plan.reportAs[format]}
              {evidence ? `, ${t.plan.withEvidence}` : ''}
            </Button>
          )),
        )}
      </Group>
    </section>
  );
}

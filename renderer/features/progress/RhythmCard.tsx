import { Group, SimpleGrid, Text, Title } from '@mantine/core';
import { t } from '../../strings/index.ts';
import type { Statistics } from './statistics-type.ts';

/** How regularly and how much, in figures without a verdict. */
export function RhythmCard({ data }: { readonly data: Statistics }) {
  const { last7, last28, run, longestRun, practisedToday } = data.rhythm;
  const words = practisedToday ? t.progress.rhythm.today(run) : run > 0 ? t.progress.rhythm.open(run) : t.progress.rhythm.pause;
  const figures = [
    [t.progress.rhythm.last(last7, 7), t.progress.rhythm.last(last28, 28)],
    [`${t.progress.rhythm.run}: ${t.progress.rhythm.days(run)}`, `${t.progress.rhythm.longest}: ${t.progress.rhythm.days(longestRun)}`],
  ] as const;
  return (
    <section className="card" aria-label={t.progress.rhythm.title}>
      <Group justify="space-between" align="flex-start" gap="xl" wrap="wrap">
        <div style={{ flex: '1 1 320px' }}>
          <Title order={2} size="h4">
            {t.progress.rhythm.title}
          </Title>
          <Text mt={4}>{words}</Text>
          <Group gap="4px 32px" mt="sm">
            {figures.map((lines) => (
              <div key={lines[0]} className="tabular">
                {lines.map((line) => (
                  <Text key={line} fw={550}>
                    {line}
                  </Text>
                ))}
              </div>
            ))}
          </Group>
          <Text size="sm" className="soft" mt="xs">
            {t.progress.rhythm.freeDay}
          </Text>
        </div>
        <Amounts data={data} />
      </Group>
    </section>
  );
}

/** Of the range chosen. */
function Amounts({ data: { range, answers, minutes, daysPractised } }: { readonly data: Statistics }) {
  const amounts = [
    [t.progress.answers, answers],
    [t.progress.minutes, minutes],
    [t.progress.dayCount, daysPractised],
  ] as const;
  return (
    <div>
      <Text size="sm" className="soft">
        {t.progress.ranges[range]}
      </Text>
      <SimpleGrid cols={3} spacing="lg">
        {amounts.map(([label, value]) => (
          <div key={label}>
            <Text fz={28} fw={700} className="tabular" lh={1.3}>
              {value.toLocaleString('en-GB')}
            </Text>
            <Text className="soft" size="sm">
              {label}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </div>
  );
}

import { Group, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { t } from '../../strings/index.ts';
import type { Statistics } from './statistics-type.ts';

export function Sessions({ sessions }: { readonly sessions: Statistics['sessions'] }) {
  return (
    <section className="card">
      <Title order={2} size="h4" mb="xs">
        {t.progress.sessions.title}
      </Title>
      {sessions.map(({ id, startedAtMs, answered, questions }) => (
        <Group key={id} justify="space-between" py={4}>
          <Link href={`/drill/${id}`}>{new Date(startedAtMs).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}</Link>
          <Text size="sm" className="soft">
            {t.progress.sessions.row(answered, questions)}
          </Text>
        </Group>
      ))}
    </section>
  );
}

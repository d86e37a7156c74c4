import { Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { t } from '../../strings/index.ts';
import { useStartDrill } from './use-start-drill.ts';

type Aside = Outputs['practice']['putAside'][number];

const words = t.practice.aside;
const MISSED_SHOWN = 3;

/** Suspended questions, and those that do not stick: why, and what to do about them. */
export function PutAside() {
  const { data = [] } = useQuery(queries.putAside());
  if (data.length === 0) return null;
  return (
    <section className="card">
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text size="sm" className="soft" mb="sm">
        {words.text}
      </Text>
      <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {data.map((one) => (
          <li key={one.questionId}>
            <Question aside={one} />
          </li>
        ))}
      </Stack>
    </section>
  );
}

function Question({ aside }: { readonly aside: Aside }) {
  const { questionId, prompt, level, suspendedAtMs, leech, lapses } = aside;
  const { start } = useStartDrill();
  const suspend = useChange(
    (suspended: boolean) => api.practice.suspend.mutate({ questionId, suspended }),
    (_, suspended) => showDone(suspended ? words.done.suspend : words.done.resume),
  );
  const keep = useChange(
    () => api.practice.keepLeech.mutate({ questionId }),
    () => showDone(words.done.keep),
  );
  const isSuspended = suspendedAtMs !== null;
  const easier = leech?.easier ?? null;
  return (
    <>
      <Group gap="xs" mb={4}>
        {leech !== null && <Badge color="orange">{words.leech(lapses)}</Badge>}
        {isSuspended && <Badge color="gray">{words.suspended}</Badge>}
        <Badge variant="light" color="gray">
          {t.levels.level(level)}
        </Badge>
      </Group>
      <Text lineClamp={2}>{prompt}</Text>
      {leech !== null && <Why leech={leech} />}
      <Group gap="xs" mt="xs">
        {easier !== null && (
          <Button size="xs" onClick={() => start({ questionId: easier, size: 1 })}>
            {words.easier}
          </Button>
        )}
        {!isSuspended && (
          <Button size="xs" variant="default" onClick={() => start({ questionId, size: 1 })}>
            {words.practise}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => suspend.mutate(!isSuspended)}>
          {isSuspended ? words.resume : words.suspend}
        </Button>
        {leech !== null && (
          <Button size="xs" variant="subtle" onClick={() => keep.mutate(undefined)}>
            {words.keep}
          </Button>
        )}
      </Group>
    </>
  );
}

function Why({ leech: { forgottenAtMs, missed, answers } }: { readonly leech: NonNullable<Aside['leech']> }) {
  const days = forgottenAtMs.map((ms) => new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' }));
  return (
    <>
      <Text size="sm" className="soft" mt={4}>
        {words.forgotten(days.join(', '))}
      </Text>
      <List size="sm" className="soft">
        {missed.slice(0, MISSED_SHOWN).map(({ text, missed: times }) => (
          <List.Item key={text}>{words.missed(text, times, answers)}</List.Item>
        ))}
      </List>
    </>
  );
}

import { Badge, Button, Group, Kbd, Progress, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { t } from '../../strings/index.ts';
import { type Comparison, placed, unknown } from './comparison-views.ts';
import classes from './QuickAssessment.module.css';

/** Seconds one competency takes, measured against "40 in five minutes". */
const SECONDS_EACH = 7.5;
const LEVELS = [0, 1, 2, 3, 4, 5];

/** "Ask me first": what nobody knows, the heaviest musts first; the level's own words, one key each. */
export function QuickAssessment({ comparison, roleId }: { readonly comparison: Comparison; readonly roleId: string }) {
  const [all, setAll] = useState(false);
  // The order is fixed at the start: an answer must not move the next question.
  const [queue, setQueue] = useState(() => queueOf(comparison, false));
  const [at, setAt] = useState(0);
  const [count, setCount] = useState(0);
  // A key is faster than the answer to it: going back waits for the rating it takes back.
  const ratings = useRef(new Map<string, Promise<number>>());
  const role = useQuery(queries.role(roleId));
  const id = queue[at];
  const rate = useChange((rating: { readonly id: string; readonly level: number }) => api.competencies.rate.mutate(rating));
  const unrate = useChange((ratingId: number) => api.competencies.unrate.mutate({ ratingId }));
  const pick = (level: number): void => {
    if (id === undefined) return;
    const given = rate.mutateAsync({ id, level }).then(({ result }) => result.id);
    // What failed is told by the mutation itself.
    given.catch(() => undefined);
    ratings.current.set(id, given);
    setCount(count + 1);
    setAt(at + 1);
  };
  const back = (): void => {
    const last = queue[at - 1];
    if (last === undefined) return;
    const given = ratings.current.get(last);
    if (given !== undefined) {
      ratings.current.delete(last);
      setCount(count - 1);
      given.then((ratingId) => unrate.mutate(ratingId)).catch(() => undefined);
    }
    setAt(at - 1);
  };
  const skip = (): void => {
    if (id !== undefined) setAt(at + 1);
  };
  useHotkeys([
    ...LEVELS.map((level): [string, () => void] => [String(level), () => pick(level)]),
    ['u', back],
    ['ArrowLeft', back],
    ['s', skip],
    ['ArrowRight', skip],
  ]);
  const restart = (withKnown: boolean): void => {
    setAll(withKnown);
    setQueue(queueOf(comparison, withKnown));
    setAt(0);
    setCount(0);
    ratings.current.clear();
  };
  if (id === undefined) {
    return (
      <EmptyState title={queue.length === 0 ? t.gaps.unknownNone : t.assess.done(count)} text={t.assess.doneText}>
        <Group>
          {at > 0 && (
            <Button variant="default" onClick={back}>
              {t.assess.back}
            </Button>
          )}
          <Button onClick={() => restart(true)}>{t.assess.again}</Button>
        </Group>
      </EmptyState>
    );
  }
  const row = placed(comparison).find(({ competency }) => competency.id === id);
  const definition = role.data?.role.layers.flatMap(({ competencies }) => competencies).find((one) => one.id === id);
  const minutes = Math.max(1, Math.round(((queue.length - at) * SECONDS_EACH) / 60));
  return (
    <section className="card">
      <Group justify="space-between" mb={6}>
        <Text size="sm" className="soft">
          {t.assess.place(at + 1, queue.length, minutes)}
        </Text>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={back} disabled={at === 0} rightSection={<Kbd size="xs">U</Kbd>}>
            {t.assess.back}
          </Button>
          <Button size="xs" variant="default" onClick={skip} rightSection={<Kbd size="xs">S</Kbd>}>
            {t.assess.skip}
          </Button>
          {!all && (
            <Button size="xs" variant="subtle" onClick={() => restart(true)}>
              {t.assess.all}
            </Button>
          )}
        </Group>
      </Group>
      <Progress value={(100 * at) / queue.length} size="sm" mb="md" aria-label={t.assess.progress(at, queue.length)} />
      <div aria-live="polite">
        <Text size="sm" className="soft">
          {row?.layer.name}{' '}
          <Badge size="xs" variant="light" color="gray">
            {t.importance[row?.competency.importance ?? 'must']}
          </Badge>
        </Text>
        <Title order={2} size="h3" mb={4}>
          {row?.competency.name}
        </Title>
        <Text size="sm" mb="sm" maw={720}>
          {definition?.why}
        </Text>
      </div>
      <Stack gap={6} role="group" aria-label={`${t.levels.pick}: ${row?.competency.name ?? ''}`}>
        {LEVELS.map((level) => (
          <UnstyledButton
            key={level}
            className={classes.choice}
            onClick={() => pick(level)}
            data-required={level === row?.competency.required || undefined}
          >
            <Kbd>{level}</Kbd>
            <span>
              <Text component="span" fw={650} size="sm">
                {t.levels.names[level]}
              </Text>
              {level === row?.competency.required && (
                <Badge size="xs" color="brass" variant="light" ml={8}>
                  {t.assess.required}
                </Badge>
              )}
              <Text size="sm">{wordsAt(definition?.levels, level)}</Text>
            </span>
          </UnstyledButton>
        ))}
      </Stack>
    </section>
  );
}

/** The competency's own words for a level, else the scale's. */
function wordsAt(levels: readonly string[] | undefined, level: number): string {
  const own = level === 0 ? undefined : levels?.[level - 1];
  return own === undefined || own === '' ? (t.levels.words[level] ?? '') : own;
}

/** What is unknown, musts first; on request also what only documents speak of. */
function queueOf(comparison: Comparison, withKnown: boolean): string[] {
  const first = unknown(comparison);
  const musts = first.filter(({ competency }) => competency.importance === 'must');
  const rest = first.filter(({ competency }) => competency.importance !== 'must');
  const known = withKnown
    ? placed(comparison)
        .filter(({ competency }) => competency.level !== null && competency.self === null)
        .sort((a, b) => b.competency.high - b.competency.low - (a.competency.high - a.competency.low))
    : [];
  return [...musts, ...rest, ...known].map(({ competency }) => competency.id);
}

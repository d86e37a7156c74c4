import { Button, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { queries, refresh, useChange } from '../../api/queries.ts';
import { showDone, showError } from '../../app/toasts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';

const words = t.practice.training;
const POLL_MS = 300;
type Trainings = Outputs['practice']['trainings'];
type Trained = Trainings['list'][number];

const loss = (value: number): string => value.toFixed(4);
const day = (ms: number): string => new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Fits the scheduler to the person's own answers; can be cancelled, and taken back. */
export function Training() {
  const client = useQueryClient();
  const running = useRef<AbortController | null>(null);
  const train = useMutation({
    mutationFn: () => {
      running.current = new AbortController();
      return api.practice.train.mutate(undefined, { signal: running.current.signal });
    },
    onSuccess: async ({ result, changed }) => {
      await refresh(client, changed);
      const { reviews, logLoss, logLossBefore } = result;
      const say = logLoss < logLossBefore ? words.better : words.notBetter;
      showDone(say(reviews, loss(logLossBefore), loss(logLoss)));
    },
    onError: (error) => {
      if (running.current?.signal.aborted !== true) showError(error);
    },
  });
  const query = useQuery({ ...queries.trainings(), refetchInterval: train.isPending ? POLL_MS : false });
  return (
    <Stack gap="sm" maw={640}>
      <Text fw={650}>{words.title}</Text>
      <Text>{words.text}</Text>
      <Loaded query={query}>
        {(trainings) => (
          <>
            <Start
              trainings={trainings}
              isRunning={train.isPending}
              onStart={() => train.mutate()}
              onCancel={() => running.current?.abort()}
            />
            <History trainings={trainings} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

interface StartProps {
  readonly trainings: Trainings;
  readonly isRunning: boolean;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

function Start({ trainings: { have, need, running }, isRunning, onStart, onCancel }: StartProps) {
  if (isRunning) {
    const percent = Math.round((running ?? 0) * 100);
    return (
      <Group>
        <Progress value={percent} flex={1} animated aria-label={words.running(percent)} />
        <Button variant="default" size="xs" onClick={onCancel}>
          {words.cancel}
        </Button>
      </Group>
    );
  }
  return (
    <Group>
      <Button variant="default" disabled={have < need} onClick={onStart}>
        {words.start}
      </Button>
      {have < need && (
        <Text size="sm" className="soft">
          {words.few(have, need)}
        </Text>
      )}
    </Group>
  );
}

function History({ trainings: { list, usedId } }: { readonly trainings: Trainings }) {
  const use = useChange((id: number | null) => api.practice.useParameters.mutate({ id }));
  const used = list.find(({ id }) => id === usedId);
  return (
    <>
      <Group>
        <Text size="sm">{used ? words.inUse(day(used.trainedAtMs)) : words.none}</Text>
        {used && (
          <Button size="xs" variant="subtle" onClick={() => use.mutate(null)}>
            {words.back}
          </Button>
        )}
      </Group>
      {list.length > 0 && (
        <Table aria-label={words.history}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.day}</Table.Th>
              <Table.Th ta="right">{words.columns.reviews}</Table.Th>
              <Table.Th ta="right">{words.columns.before}</Table.Th>
              <Table.Th ta="right">{words.columns.after}</Table.Th>
              <Table.Th>{words.columns.used}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.map((one) => (
              <TrainingRow key={one.id} trained={one} isUsed={one.id === usedId} onUse={() => use.mutate(one.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function TrainingRow({ trained, isUsed, onUse }: { readonly trained: Trained; readonly isUsed: boolean; readonly onUse: () => void }) {
  return (
    <Table.Tr className="tabular">
      <Table.Td>{day(trained.trainedAtMs)}</Table.Td>
      <Table.Td ta="right">{trained.reviews}</Table.Td>
      <Table.Td ta="right">{loss(trained.logLossBefore)}</Table.Td>
      <Table.Td ta="right">{loss(trained.logLoss)}</Table.Td>
      <Table.Td>
        {isUsed ? (
          '✓'
        ) : (
          <Button size="compact-xs" variant="subtle" onClick={onUse}>
            {words.use}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

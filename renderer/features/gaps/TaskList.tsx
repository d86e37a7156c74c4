import { ActionIcon, Button, Checkbox, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';

type Task = Outputs['plan']['tasks'][number];

interface Props {
  /** Only the tasks of this gap; null for all. */
  readonly gapKey: string | null;
  /** Under which the same gap was known before, for example without a role. */
  readonly otherKeys?: readonly string[];
  readonly limit?: number;
  readonly canAdd?: boolean;
}

/** Tasks with effort and day, to be ticked off. */
export function TaskList({ gapKey, otherKeys = [], limit, canAdd = true }: Props) {
  const { data } = useQuery(queries.tasks());
  const all = (data ?? []).filter(
    (task) => gapKey === null || task.gapKey === gapKey || (task.gapKey !== null && otherKeys.includes(task.gapKey)),
  );
  const tasks = limit === undefined ? all : all.filter(({ doneAtMs }) => doneAtMs === null).slice(0, limit);
  return (
    <div>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
      {tasks.length === 0 && !canAdd && (
        <Text size="sm" className="soft">
          {t.plan.noTasks}
        </Text>
      )}
      {canAdd && <AddTask gapKey={gapKey} />}
    </div>
  );
}

function TaskRow({ task }: { readonly task: Task }) {
  const { id, title, hours, dueOn, doneAtMs } = task;
  const change = useChange((isDone: boolean) => api.plan.changeTask.mutate({ id, title, hours, dueOn, isDone }));
  const remove = useChange(() => api.plan.removeTask.mutate({ id }));
  return (
    <Group gap="xs" wrap="nowrap" py={2}>
      <Checkbox
        checked={doneAtMs !== null}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
        label={title}
        styles={{ label: doneAtMs === null ? {} : { textDecoration: 'line-through' } }}
        style={{ flex: 1 }}
      />
      <Text size="sm" className="soft tabular">
        {[hours === null ? null : t.plan.hours(hours), dueOn].filter((part) => part !== null).join(' · ')}
      </Text>
      <ActionIcon variant="subtle" color="gray" aria-label={t.plan.removeTask(title)} onClick={() => remove.mutate(undefined)}>
        <IconTrash size={15} />
      </ActionIcon>
    </Group>
  );
}

function AddTask({ gapKey }: { readonly gapKey: string | null }) {
  const [title, setTitle] = useState('');
  const [hours, setHours] = useState<number | null>(null);
  const [dueOn, setDueOn] = useState('');
  const add = useChange(
    () => api.plan.addTask.mutate({ gapKey, title, hours, dueOn: dueOn === '' ? null : dueOn }),
    () => {
      setTitle('');
      setHours(null);
      setDueOn('');
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') add.mutate(undefined);
      }}
    >
      <Group gap="xs" mt={4}>
        <TextInput
          size="xs"
          aria-label={t.plan.taskTitle}
          placeholder={t.plan.taskPlaceholder}
          value={title}
          maxLength={300}
          onChange={(event) => setTitle(event.currentTarget.value)}
          style={{ flex: '1 1 220px' }}
        />
        <NumberInput
          size="xs"
          w={92}
          aria-label={t.plan.taskHours}
          placeholder={t.plan.taskHours}
          min={0.5}
          max={1000}
          step={0.5}
          value={hours ?? ''}
          onChange={(value) => setHours(typeof value === 'number' && value > 0 ? value : null)}
        />
        <TextInput size="xs" type="date" aria-label={t.plan.due} value={dueOn} onChange={(event) => setDueOn(event.currentTarget.value)} />
        <Button size="xs" type="submit" variant="default" disabled={title.trim() === ''} loading={add.isPending}>
          {t.plan.addTask}
        </Button>
      </Group>
    </form>
  );
}

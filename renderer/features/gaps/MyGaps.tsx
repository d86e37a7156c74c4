import { Anchor, Badge, Button, Collapse, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { DayField } from '../../components/DayField.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LevelTrack } from '../../components/LevelTrack.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { useStartDrill } from '../drill/use-start-drill.ts';
import { wordsOf } from './chart-data.ts';
import { Resources } from './Resources.tsx';
import { TaskList } from './TaskList.tsx';

type Gap = Outputs['gaps']['list'][number];
type Status = Gap['status'];
const STATUSES = ['open', 'in_progress', 'closed'] as const;
const SHOWN_AT_FIRST = 12;
const FILTERS = ['open', 'said', 'closed'] as const;
type Filter = (typeof FILTERS)[number];

const FITS: Readonly<Record<Filter, (gap: Gap) => boolean>> = {
  open: ({ status }) => status !== 'closed',
  said: ({ origins }) => origins.includes('said'),
  closed: ({ status }) => status === 'closed',
};

/** One list of gaps from the person's words, the role and practice, each with its state, notes, day, tasks and sources. */
export function MyGaps({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const query = useQuery(queries.gaps());
  const [filter, setFilter] = useState<Filter>('open');
  const [showsAll, setShowsAll] = useState(false);
  return (
    <Loaded query={query}>
      {(gaps) => {
        const shown = gaps.filter(FITS[filter]);
        return (
          <Stack gap="sm">
            <Group justify="space-between">
              <Text className="soft">{t.plan.gapsIntro}</Text>
              <SegmentedControl
                size="xs"
                aria-label={t.plan.filter}
                value={filter}
                onChange={(value) => setFilter(FILTERS.find((one) => one === value) ?? 'open')}
                data={FILTERS.map((value) => ({ value, label: `${t.plan.filters[value]} (${gaps.filter(FITS[value]).length})` }))}
              />
            </Group>
            <AddGap />
            {shown.length === 0 && <EmptyState title={t.plan.noGaps} text={t.gaps.declaredNoneText} />}
            {(showsAll ? shown : shown.slice(0, SHOWN_AT_FIRST)).map((gap) => (
              <GapCard key={gap.key} gap={gap} onOpen={onOpen} />
            ))}
            {shown.length > SHOWN_AT_FIRST && !showsAll && (
              <Button variant="default" onClick={() => setShowsAll(true)}>
                {t.plan.showAll(shown.length)}
              </Button>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function AddGap() {
  const [text, setText] = useState('');
  const add = useChange(
    () => api.gaps.add.mutate({ text, skills: [] }),
    () => setText(''),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') add.mutate(undefined);
      }}
    >
      <Group gap="xs" wrap="nowrap">
        <TextInput
          aria-label={t.plan.addGap}
          placeholder={t.plan.addGapPlaceholder}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" variant="default" disabled={text.trim() === ''} loading={add.isPending}>
          {t.plan.addGap}
        </Button>
      </Group>
    </form>
  );
}

function GapCard({ gap, onOpen }: { readonly gap: Gap; readonly onOpen: (id: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const { start } = useStartDrill();
  const set = useChange((change: { status?: Status; note?: string; dueOn?: string | null }) =>
    api.gaps.set.mutate({ key: gap.key, ...change }),
  );
  const { competency } = gap;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <article className="card" aria-label={gap.title}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <Button
            variant="subtle"
            color="gray"
            px={4}
            ml={-4}
            h="auto"
            leftSection={<Chevron size={16} />}
            onClick={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
            styles={{ label: { whiteSpace: 'normal', textAlign: 'left', fontWeight: 600, overflow: 'visible', paddingBlock: 3 } }}
          >
            {gap.title}
          </Button>
          <Group gap={6} mt={2}>
            {gap.origins.map((origin) => (
              <Badge key={origin} size="sm" variant="light" color={origin === 'said' ? 'orange' : 'gray'}>
                {t.plan.origin[origin]}
              </Badge>
            ))}
            {competency && <Badge size="sm">{t.importance[competency.importance]}</Badge>}
            {gap.dueOn && (
              <Badge size="sm" variant="outline">
                {t.plan.dueOn(gap.dueOn)}
              </Badge>
            )}
            {gap.origins.length === 0 && (
              <Badge size="sm" color="teal" variant="light">
                {t.plan.reached}
              </Badge>
            )}
          </Group>
          {competency && (
            <div style={{ maxWidth: 420, marginTop: 6 }}>
              <LevelTrack {...competency} carried={competency.withTransfer} label={wordsOf(competency)} />
            </div>
          )}
        </div>
        <Group gap="xs">
          {competency && (
            <Button
              size="xs"
              variant="light"
              onClick={() => start({ competencyId: competency.id, size: 5 })}
              aria-label={t.today.practiseNamed(gap.title)}
            >
              {t.today.practise}
            </Button>
          )}
          <SegmentedControl
            size="xs"
            aria-label={`${t.gaps.statusLabel}: ${gap.title}`}
            data={STATUSES.map((value) => ({ value, label: t.gaps.status[value] }))}
            value={gap.status}
            onChange={(value) => {
              const status = STATUSES.find((one) => one === value);
              if (status) set.mutate({ status });
            }}
          />
        </Group>
      </Group>
      <Collapse expanded={isOpen}>
        <Stack gap="sm" mt="sm">
          <Said gap={gap} />
          <Group align="flex-start" gap="md">
            <NoteField value={gap.note} onSave={(note) => set.mutate({ note })} label={`${t.plan.note}: ${gap.title}`} />
            <DayField label={t.plan.due} value={gap.dueOn} onSave={(dueOn) => set.mutate({ dueOn })} />
          </Group>
          {competency && (
            <Text size="sm">
              {t.plan.factors(
                competency.weight,
                t.importance[competency.importance],
                competency.gap.toFixed(1),
                competency.priority.toFixed(1),
              )}{' '}
              {competency.hours !== null && competency.hours > 0 && t.plan.effort(Math.round(competency.hours))}{' '}
              <Anchor component="button" type="button" size="sm" onClick={() => onOpen(competency.id)}>
                {t.plan.details}
              </Anchor>{' '}
              · <Link href={`/questions?competency=${competency.id}`}>{t.plan.questions(gap.questions)}</Link>
            </Text>
          )}
          <Resources resources={gap.resources} />
          <TaskList gapKey={gap.key} otherKeys={gap.keys} />
        </Stack>
      </Collapse>
    </article>
  );
}

function Said({ gap }: { readonly gap: Gap }) {
  const remove = useChange((id: number) => api.gaps.remove.mutate({ id }));
  if (gap.said.length === 0) return null;
  return (
    <div>
      {gap.said.map(({ id, text, documentId, skills }) => (
        <Text key={id} size="sm" component="div">
          “{text.trim()}” {skills.map(({ name }) => name).join(', ')}{' '}
          {documentId === null ? (
            <Anchor component="button" type="button" size="sm" onClick={() => remove.mutate(id)}>
              {t.plan.removeGap}
            </Anchor>
          ) : (
            <Link href={`/import/${documentId}`}>{t.skills.document}</Link>
          )}
        </Text>
      ))}
    </div>
  );
}

/** Saved when the field is left. */
function NoteField({ value, label, onSave }: { readonly value: string; readonly label: string; readonly onSave: (note: string) => void }) {
  const [text, setText] = useState(value);
  return (
    <Textarea
      label={t.plan.note}
      aria-label={label}
      value={text}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={5000}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== value) onSave(text);
      }}
      style={{ flex: '1 1 280px' }}
    />
  );
}

import { Alert, Button, FileButton, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { proposeDemands } from '../../../core/job/to-role.ts';
import { api, type ReadJob, readJob } from '../../api/client.ts';
import { queries, queryClient, useChange } from '../../api/queries.ts';
import { showDone, showError } from '../../app/toasts.ts';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { DemandCard } from './DemandCard.tsx';
import classes from './JobRole.module.css';
import { addDemand, type JobDemand, marksOf, moveDemand, noteOf } from './job-demands.ts';
import { useJob } from './job-store.ts';

const { job } = t.roles;

/** From a pasted or dropped job description to a role: what it asks for beside its text, to be taken, changed or left. */
export default function JobRole() {
  const [text, setText] = useState('');
  const { job: begun, begin } = useJob();
  const read = useMutation({
    mutationFn: ({ name, body }: { readonly name: string; readonly body: Blob }) => readJob(name, body, AbortSignal.timeout(60_000)),
    onSuccess: begin,
    onError: showError,
  });
  const readFile = (file: File | null): void => {
    if (file !== null) read.mutate({ name: file.name, body: file });
  };
  if (begun !== null) return <JobReview read={begun.read} demands={begun.demands} name={begun.name} />;
  return (
    <Page title={job.title}>
      <Text maw={680}>{job.intro}</Text>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file button is the first */}
      <div
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          readFile(event.dataTransfer.files[0] ?? null);
        }}
      >
        <Textarea
          label={job.paste}
          autosize
          minRows={12}
          maxRows={24}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <Group>
        <Button
          disabled={text.trim() === ''}
          loading={read.isPending}
          onClick={() => read.mutate({ name: `${job.pasted}.md`, body: new Blob([text], { type: 'text/plain' }) })}
        >
          {job.read}
        </Button>
        <FileButton onChange={readFile} accept=".md,.txt,.html,.htm,.pdf,.docx">
          {(props) => (
            <Button {...props} variant="default" loading={read.isPending}>
              {job.file}
            </Button>
          )}
        </FileButton>
      </Group>
    </Page>
  );
}

function JobReview({ read, demands, name }: NonNullable<ReturnType<typeof useJob.getState>['job']>) {
  const { reading, text } = read;
  const { setDemands, setName, end } = useJob();
  const [, navigate] = useLocation();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const taken = demands.filter(({ isTaken }) => isTaken);
  const make = useChange(
    () =>
      api.roles.fromJob.mutate({
        name,
        text,
        demands: taken.map((one) => ({
          key: one.key,
          name: one.name,
          skills: [...one.skills],
          importance: one.importance,
          required: one.required,
          weight: one.weight,
          note: noteOf(one),
        })),
      }),
    ({ id }) => {
      end();
      showDone(job.made(name));
      navigate(`/roles/${id}`);
    },
  );
  const change = (key: string, next: Partial<JobDemand>): void =>
    setDemands((before) => before.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const current = demands[at];
  const choose = (index: number): void => {
    if (demands.length === 0 || index < 0) return;
    const next = Math.min(demands.length - 1, Math.max(0, index));
    setAt(next);
    list.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const withCurrent = (next: (one: JobDemand) => Partial<JobDemand>) => (): void => {
    if (current !== undefined) change(current.key, next(current));
  };
  useHotkeys([
    ['j', () => choose(at + 1)],
    ['k', () => choose(Math.max(0, at - 1))],
    ['x', withCurrent(({ isTaken }) => ({ isTaken: !isTaken }))],
    ['m', withCurrent(({ importance }) => ({ importance: importance === 'must' ? 'nice' : 'must' }))],
    ...[0, 1, 2, 3, 4, 5].map((required): [string, () => void] => [String(required), withCurrent(() => ({ required }))]),
  ]);
  // What the employer names of itself can be asked for all the same.
  const takeAnyway = async (skillId: string): Promise<void> => {
    const one = reading.notAsked.find((each) => each.skillId === skillId);
    if (one === undefined) return;
    const catalogue = await queryClient.ensureQueryData(queries.catalogue());
    const requirement = {
      skillId,
      name: one.name,
      isKnown: true,
      importance: 'nice',
      importanceReason: '',
      level: null,
      levelReason: '',
      years: null,
      alternatives: null,
      places: [one.place],
    } as const;
    const [demand] = proposeDemands([requirement], catalogue);
    if (demand !== undefined)
      setDemands((before) => addDemand(before, { ...demand, isTaken: true, skillNames: one.name, places: [one.place] }));
  };
  return (
    <Page
      title={job.title}
      wide
      actions={
        <>
          <TextInput
            aria-label={job.roleName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            w={280}
            maxLength={80}
          />
          <Button variant="default" onClick={end}>
            {job.again}
          </Button>
          <Button disabled={taken.length === 0 || name.trim() === ''} loading={make.isPending} onClick={() => make.mutate(undefined)}>
            {job.make}
          </Button>
        </>
      }
    >
      {demands.length === 0 && <Alert color="brass">{job.nothing}</Alert>}
      <div className={classes.sides}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={`card ${classes.side}`} aria-label={job.text} tabIndex={0}>
          <JobText
            text={text}
            demands={demands}
            selected={current ?? null}
            onChoose={(key) => choose(demands.findIndex((one) => one.key === key))}
          />
        </section>
        <section className={classes.side} aria-label={job.found} ref={list}>
          <Group justify="space-between" mb="xs">
            <Title order={2} size="h4">
              {job.found}
            </Title>
            <Text size="sm" className="soft">
              {job.taken(taken.length)}
            </Text>
          </Group>
          <Text size="xs" className="soft" mb="sm">
            {job.keys}
          </Text>
          <Stack gap="xs">
            {demands.map((demand, index) => (
              <DemandCard
                key={demand.key}
                demand={demand}
                index={index}
                isSelected={index === at}
                onSelect={() => setAt(index)}
                onChange={(next) => change(demand.key, next)}
                onMove={(to) => setDemands((before) => moveDemand(before, demand.key, to))}
              />
            ))}
          </Stack>
          <NotAsked read={read} onTake={(id) => void takeAnyway(id)} />
          <Others read={read} />
        </section>
      </div>
    </Page>
  );
}

interface JobTextProps {
  readonly text: string;
  readonly demands: readonly JobDemand[];
  readonly selected: JobDemand | null;
  readonly onChoose: (key: string) => void;
}

/** The advert, what asks for something marked; the clauses of the chosen one stand out. */
function JobText({ text: advert, demands, selected, onChoose }: JobTextProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== null) box.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div ref={box} className={classes.text}>
      {marksOf(advert, demands).map(({ text, key, importance, start }) =>
        key === null ? (
          <span key={start}>{text}</span>
        ) : (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same by keyboard
          <mark
            key={start}
            className={classes[importance]}
            data-selected={key === selected?.key || undefined}
            onClick={() => onChoose(key)}
          >
            {text}
          </mark>
        ),
      )}
    </div>
  );
}

function NotAsked({ read: { reading }, onTake }: { readonly read: ReadJob; readonly onTake: (skillId: string) => void }) {
  if (reading.notAsked.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5" mt="lg" mb={4}>
        {job.notAsked}
      </Title>
      {reading.notAsked.map(({ skillId, name, reason }) => (
        <Group key={skillId} gap="xs" py={2}>
          <Text size="sm">
            {name}{' '}
            <Text component="span" inherit className="soft">
              ({job.reason[reason]})
            </Text>
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={() => onTake(skillId)} aria-label={`${job.takeAnyway}: ${name}`}>
            {job.takeAnyway}
          </Button>
        </Group>
      ))}
    </section>
  );
}

function Others({ read: { reading } }: { readonly read: ReadJob }) {
  if (reading.other.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5" mt="lg" mb={4}>
        {job.other}
      </Title>
      {reading.other.map(({ start, text, kind, importance }) => (
        <Text key={start} size="sm">
          {job.otherKinds[kind]}, {t.importance[importance].toLowerCase()}: {text.trim()}
        </Text>
      ))}
    </section>
  );
}

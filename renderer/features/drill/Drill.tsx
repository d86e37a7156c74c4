import { ActionIcon, Badge, Button, Group, Menu, Progress, Text } from '@mantine/core';
import { useDebouncedCallback, useDocumentTitle, useInterval } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp, IconDots } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { Aloud } from './Aloud.tsx';
import { AnswerField } from './AnswerField.tsx';
import classes from './Drill.module.css';
import { useDrill } from './drill-store.ts';
import { Estimate } from './Estimate.tsx';
import { Experience } from './Experience.tsx';
import { inLanguage } from './in-language.ts';
import { Prose } from './Prose.tsx';
import { QuestionLanguage } from './QuestionLanguage.tsx';
import { Revealed } from './Revealed.tsx';
import { Summary } from './Summary.tsx';
import { WhyAsked } from './WhyAsked.tsx';

const SAVE_AFTER_MS = 600;

type SessionView = Outputs['drill']['session'];

/** A session, one question at a time; what is typed is kept in the database while it is typed. */
export default function Drill({ sessionId }: { readonly sessionId: number }) {
  useDocumentTitle(`${t.drill.title} · ${t.app.name}`);
  const session = useQuery(queries.session(sessionId));
  return <Loaded query={session}>{(view) => <Running session={view} />}</Loaded>;
}

function Running({ session }: { readonly session: SessionView }) {
  const current = session.endedAtMs === null ? session.items.find(({ grade }) => grade === null) : undefined;
  const at = session.items.filter(({ grade }) => grade !== null).length;
  const client = useQueryClient();
  const undo = useChange(
    () => api.drill.undo.mutate({ sessionId: session.id }),
    ({ questionId }) => {
      client.removeQueries({ queryKey: ['drillQuestion', session.id, questionId] });
      showDone(t.drill.undone);
    },
  );
  const redo = useChange(
    async () => {
      const { questionId, answer } = useDrill.getState();
      if (questionId !== null && questionId === current?.questionId) await api.drill.saveDraft.mutate({ questionId, answer });
      return api.drill.redo.mutate({ sessionId: session.id });
    },
    () => showDone(t.drill.redone),
  );
  const end = useChange(() => api.drill.end.mutate({ sessionId: session.id }));
  const wayBack = (
    <>
      {at > 0 && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconArrowBackUp size={16} />}
          onClick={() => undo.mutate(undefined)}
          loading={undo.isPending}
        >
          {t.drill.undo}
        </Button>
      )}
      {session.canRedo && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconArrowForwardUp size={16} />}
          onClick={() => redo.mutate(undefined)}
          loading={redo.isPending}
        >
          {t.drill.redo}
        </Button>
      )}
    </>
  );
  if (current === undefined) return <Summary session={session} undo={wayBack} />;
  return (
    <div className={classes.session}>
      <Group justify="space-between" gap="md" wrap="nowrap">
        <Text size="sm" fw={600} style={{ flex: 'none' }}>
          {t.drill.question(at + 1, session.items.length)}
        </Text>
        <Progress value={(100 * at) / session.items.length} flex={1} aria-label={t.drill.question(at + 1, session.items.length)} />
        {wayBack}
        <Button variant="subtle" size="xs" color="gray" onClick={() => end.mutate(undefined)}>
          {t.drill.end}
        </Button>
      </Group>
      <QuestionOf
        key={current.questionId}
        session={session}
        questionId={current.questionId}
        why={current.why}
        onUndo={at > 0 ? () => undo.mutate(undefined) : null}
      />
    </div>
  );
}

interface QuestionProps {
  readonly session: SessionView;
  readonly questionId: string;
  readonly why: SessionView['items'][number]['why'];
  readonly onUndo: (() => void) | null;
}

function QuestionOf({ session, questionId, why, onUndo }: QuestionProps) {
  const query = useQuery(queries.drillQuestion(session.id, questionId));
  return (
    <Loaded query={query}>
      {(question) => <QuestionView key={question.id} session={session} question={question} why={why} onUndo={onUndo} />}
    </Loaded>
  );
}

type Asked = Outputs['drill']['question'];

function QuestionView({ session, question: asked, why, onUndo }: Omit<QuestionProps, 'questionId'> & { readonly question: Asked }) {
  const { open, questionId, answer, revealed, reveal, startedAtMs, write } = useDrill();
  const { id, draft, language } = asked;
  const [isOpened, setOpened] = useState(false);
  useEffect(() => {
    open({ id, draft, language }, Date.now());
    setOpened(true);
  }, [open, id, draft, language]);
  useSavedDraft(id);
  useRevealKey(reveal);
  if (!isOpened || questionId !== id) return null;
  const question = inLanguage(asked, answer.language);
  return (
    <>
      <article className={`card ${classes.question}`}>
        <Group gap="xs" mb="sm">
          <Badge>{t.kinds[question.kind]}</Badge>
          <Badge variant="light" color="gray">
            {t.levels.level(question.level)}
          </Badge>
          <Text size="sm" className="soft">
            {t.drill.limit(Math.max(1, Math.round(question.timeLimitSec / 60)))}
          </Text>
          {session.cram && (
            <Badge variant="light" color="brass">
              {t.practice.cram}
            </Badge>
          )}
          {revealed === null && <QuestionLanguage question={question} onChange={(chosen) => write({ language: chosen })} />}
          {revealed === null && <Elapsed sinceMs={startedAtMs} limitSec={question.timeLimitSec} />}
          {revealed === null && <Aside sessionId={session.id} questionId={question.id} />}
        </Group>
        <WhyAsked sessionId={session.id} questionId={id} why={why} />
        <Prose text={question.prompt} lang={question.language} className={classes.prompt} />
        {question.stimulus && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          <pre className={classes.stimulus} tabIndex={0}>
            {question.stimulus.text}
          </pre>
        )}
        {question.experience && <Experience questionId={question.id} experience={question.experience} />}
        {revealed === null && <AnswerField question={question} />}
        {revealed === null && <Aloud sessionId={session.id} question={question} />}
        {revealed === null && <Estimate />}
        {revealed === null && (
          <Group justify="flex-end" mt="md" gap="sm">
            <Text size="xs" className="soft">
              {t.drill.keysHidden}
            </Text>
            <Button onClick={reveal}>{t.drill.reveal}</Button>
          </Group>
        )}
      </article>
      {revealed !== null && <Revealed sessionId={session.id} question={question} answer={revealed} onUndo={onUndo} />}
    </>
  );
}

/** Ways not to be asked this now. */
function Aside({ sessionId, questionId }: { readonly sessionId: number; readonly questionId: string }) {
  const words = t.practice.aside;
  const bury = useChange(
    () => api.practice.bury.mutate({ sessionId, questionId, buried: true }),
    () => showDone(words.done.bury),
  );
  const suspend = useChange(
    () => api.practice.suspend.mutate({ sessionId, questionId, suspended: true }),
    () => showDone(words.done.suspend),
  );
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.more}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => bury.mutate(undefined)}>{words.bury}</Menu.Item>
        <Menu.Item onClick={() => suspend.mutate(undefined)}>{words.suspend}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSavedDraft(questionId: string): void {
  const save = useDebouncedCallback(
    () => {
      const now = useDrill.getState();
      if (now.questionId === questionId && now.revealed === null) void api.drill.saveDraft.mutate({ questionId, answer: now.answer });
    },
    { delay: SAVE_AFTER_MS, flushOnUnmount: false },
  );
  useEffect(
    () =>
      useDrill.subscribe((now, before) => {
        if (now.questionId === questionId && before.questionId === questionId && now.answer !== before.answer) save();
      }),
    [questionId, save],
  );
}

function useRevealKey(reveal: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      reveal();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [reveal]);
}

function Elapsed({ sinceMs, limitSec }: { readonly sinceMs: number; readonly limitSec: number }) {
  const [nowMs, setNowMs] = useState(sinceMs);
  useInterval(() => setNowMs(Date.now()), 1000, { autoInvoke: true });
  const seconds = Math.max(0, Math.floor((nowMs - sinceMs) / 1000));
  const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <Text
      size="sm"
      ml="auto"
      className="tabular"
      c={seconds > limitSec ? 'orange' : undefined}
      aria-label={t.drill.elapsed(words)}
      role="timer"
    >
      {words}
    </Text>
  );
}

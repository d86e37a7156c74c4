import { Alert, Anchor, Badge, Button, Drawer, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconEye, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { type Language, languageOf, languagesOf, said } from '../../../core/content/language.ts';
import type { Localized } from '../../../core/content/question.ts';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { showUndoable } from '../../components/undo-toast.tsx';
import { t } from '../../strings/index.ts';
import classes from '../drill/Drill.module.css';
import { Experience } from '../drill/Experience.tsx';
import { Prose } from '../drill/Prose.tsx';
import { QuestionLanguage } from '../drill/QuestionLanguage.tsx';
import { Sources } from '../drill/Sources.tsx';
import { useStartDrill } from '../drill/use-start-drill.ts';
import { QuestionPreview } from './QuestionPreview.tsx';
import { ReportQuestion } from './ReportQuestion.tsx';
import { useTakeBack } from './use-take-back.ts';

type Details = Outputs['questions']['details'];

interface Props {
  readonly id: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** One question with its answer, and what can be done with it. */
export function QuestionDrawer({ id, onOpen }: Props) {
  return (
    <Drawer
      opened={id !== null}
      onClose={() => onOpen(null)}
      position="right"
      size="lg"
      title={t.questions.columns.question}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {id !== null && <Opened id={id} onOpen={onOpen} />}
    </Drawer>
  );
}

function Opened({ id, onOpen }: { readonly id: string; readonly onOpen: Props['onOpen'] }) {
  const query = useQuery(queries.questionDetails(id));
  return <Loaded query={query}>{(details) => <Shown key={id} details={details} onOpen={onOpen} />}</Loaded>;
}

function Shown({ details, onOpen }: { readonly details: Details; readonly onOpen: Props['onOpen'] }) {
  const { data: wanted = 'en' } = useQuery(queries.questionLanguage());
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = languageOf(details.plain, chosen ?? wanted);
  const hasFrench = languagesOf(details.plain).includes('fr');
  return (
    <Stack>
      <Head details={details}>
        <QuestionLanguage question={{ hasFrench, wanted, language }} onChange={setChosen} />
      </Head>
      <Neighbour details={details} onOpen={onOpen} />
      <Prose text={said(details.plain.prompt, language)} lang={language} />
      {details.plain.stimulus && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre className={classes.stimulus} tabIndex={0}>
          {details.plain.stimulus.text}
        </pre>
      )}
      {details.experience && <Experience questionId={details.question.id} experience={details.experience} />}
      <Acts details={details} onRemoved={() => onOpen(null)} />
      <Answer details={details} language={language} />
      <Reports details={details} />
    </Stack>
  );
}

function Head({ details: { question, origin, card }, children }: { readonly details: Details; readonly children: ReactNode }) {
  return (
    <Group gap="xs">
      <Badge>{t.kinds[question.kind]}</Badge>
      <Badge variant="light">{t.levels.level(question.level)}</Badge>
      {origin !== 'shipped' && <Badge variant="light">{t.questions.origins[origin]}</Badge>}
      {card?.isSuspended && (
        <Badge variant="light" color="gray">
          {t.questions.states.suspended}
        </Badge>
      )}
      {(question.tags ?? []).map((tag) => (
        <Badge key={tag} variant="outline" color="gray" tt="none">
          {tag}
        </Badge>
      ))}
      {children}
    </Group>
  );
}

/** The own copy of a question of the bank, or the bank's question of an own copy. */
function Neighbour({ details: { copyId, originalId }, onOpen }: { readonly details: Details; readonly onOpen: Props['onOpen'] }) {
  const other = copyId ?? originalId;
  if (other === null) return null;
  return (
    <Alert variant="light" py="xs">
      <Text size="sm" span>
        {copyId === null ? t.questions.besideBank : t.questions.copyThere}{' '}
      </Text>
      <Anchor component="button" size="sm" onClick={() => onOpen(other)}>
        {copyId === null ? t.questions.openOriginal : t.questions.openCopy}
      </Anchor>
    </Alert>
  );
}

function Acts({ details, onRemoved }: { readonly details: Details; readonly onRemoved: () => void }) {
  const { question, origin, copyId } = details;
  const { start, isStarting } = useStartDrill();
  const [isPreviewed, setPreviewed] = useState(false);
  const takeBack = useTakeBack();
  const remove = useChange(
    () => api.questions.remove.mutate({ id: question.id }),
    ({ changeId }) => {
      onRemoved();
      showUndoable(t.questions.removed, () => takeBack(changeId));
    },
  );
  const isOwn = origin === 'own' || origin === 'imported';
  return (
    <>
      <Group gap="xs">
        <Button onClick={() => start({ questionId: question.id, size: 1 })} loading={isStarting}>
          {t.questions.practise}
        </Button>
        <Button variant="default" leftSection={<IconEye size={16} />} onClick={() => setPreviewed(true)}>
          {t.questions.preview}
        </Button>
        {copyId === null && origin !== 'generated' && (
          <Button variant="default" component={Link} href={`/questions/edit/${question.id}`} leftSection={<IconPencil size={16} />}>
            {isOwn ? t.questions.edit : t.questions.editCopy}
          </Button>
        )}
        {isOwn && (
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} />}
            onClick={() => remove.mutate(undefined)}
            loading={remove.isPending}
          >
            {t.questions.remove}
          </Button>
        )}
      </Group>
      <QuestionPreview question={isPreviewed ? question : null} onClose={() => setPreviewed(false)} />
    </>
  );
}

function Answer({ details: { plain, experience }, language }: { readonly details: Details; readonly language: Language }) {
  const { options = [], steps = [], accepts = [], parts = [] } = plain;
  const inWords = (text: Localized): string => said(text, language);
  return (
    <>
      <Texts
        title={t.questions.options}
        texts={options.map(({ text, correct }) => (correct ? `✓ ${inWords(text)}` : inWords(text)))}
        lang={language}
      />
      <Texts title={t.questions.steps} texts={steps.map(({ text }) => inWords(text))} lang={language} isOrdered />
      <Texts title={t.questions.commands} texts={accepts} />
      <Texts
        title={t.questions.numbersAsked}
        texts={parts.map(({ ask, value, unit, formula }) => `${inWords(ask)}: ${value} ${unit} (${formula})`)}
        lang={language}
      />
      <Texts title={t.drill.points} texts={plain.keyPoints.map(({ text }) => inWords(text))} lang={language} />
      <Part title={experience === null ? t.drill.model : t.generated.skeleton}>
        <Prose text={inWords(plain.modelAnswer)} lang={language} />
      </Part>
      {experience === null && (
        <Part title={t.drill.sources}>
          <Sources sources={plain.sources} secondReading={plain.secondReading} />
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h5" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

interface TextsProps {
  readonly title: string;
  readonly texts: readonly string[];
  /** The language of the texts, where it is not the page's. */
  readonly lang?: string;
  readonly isOrdered?: boolean;
}

function Texts({ title, texts, lang, isOrdered = false }: TextsProps) {
  if (texts.length === 0) return null;
  return (
    <Part title={title}>
      <List type={isOrdered ? 'ordered' : 'unordered'} lang={lang}>
        {texts.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Part>
  );
}

function Reports({ details: { question, reports, experience } }: { readonly details: Details }) {
  const withdraw = useChange(
    (id: number) => api.questions.withdrawReport.mutate({ id }),
    () => showDone(t.questions.report.withdrawn),
  );
  const { report } = t.questions;
  return (
    <section>
      {reports.length > 0 && (
        <Part title={report.list}>
          <Stack gap={4} mb="xs">
            {reports.map(({ id, reason, text, reportedAtMs }) => (
              <Group key={id} gap="xs" wrap="nowrap" justify="space-between">
                <Text size="sm">
                  {report.entry(report.reasons[reason], new Date(reportedAtMs).toISOString().slice(0, 10))}
                  {text === '' ? '' : `: ${text}`}
                </Text>
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => withdraw.mutate(id)}>
                  {report.withdraw}
                </Button>
              </Group>
            ))}
          </Stack>
        </Part>
      )}
      <ReportQuestion questionId={question.id} isGenerated={experience !== null} />
    </section>
  );
}

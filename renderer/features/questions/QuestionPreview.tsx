import { Badge, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Question } from '../../../core/content/question.ts';
import type { Outputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { AnswerField } from '../drill/AnswerField.tsx';
import classes from '../drill/Drill.module.css';
import { useDrill } from '../drill/drill-store.ts';
import { inLanguage } from '../drill/in-language.ts';
import { Prose } from '../drill/Prose.tsx';
import { QuestionLanguage } from '../drill/QuestionLanguage.tsx';

interface Props {
  /** Null closes it. */
  readonly question: Question | null;
  readonly onClose: () => void;
}

/** A question as the drill asks it, to be tried without a session; nothing of the try is kept. */
export function QuestionPreview({ question, onClose }: Props) {
  return (
    <Modal
      opened={question !== null}
      onClose={onClose}
      size="xl"
      title={t.questions.previewTitle}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {question !== null && <Asked question={question} />}
    </Modal>
  );
}

function Asked({ question }: { readonly question: Question }) {
  const query = useQuery(queries.questionPreview(question));
  return <Loaded query={query}>{(asked) => <AskedQuestion question={asked} />}</Loaded>;
}

function AskedQuestion({ question }: { readonly question: Outputs['questions']['preview'] }) {
  const { open, questionId, answer, write } = useDrill();
  const { id, language } = question;
  useEffect(() => open({ id, language, draft: null }, Date.now()), [open, id, language]);
  const asked = inLanguage(question, questionId === id ? answer.language : language);
  return (
    <article className={classes.question}>
      <Group gap="xs" mb="sm">
        <Badge>{t.kinds[asked.kind]}</Badge>
        <Badge variant="light" color="gray">
          {t.levels.level(asked.level)}
        </Badge>
        <QuestionLanguage question={asked} onChange={(chosen) => write({ language: chosen })} />
      </Group>
      <Prose text={asked.prompt} lang={asked.language} className={classes.prompt} />
      {asked.stimulus && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre className={classes.stimulus} tabIndex={0}>
          {asked.stimulus.text}
        </pre>
      )}
      {questionId === asked.id && <AnswerField question={asked} />}
    </article>
  );
}

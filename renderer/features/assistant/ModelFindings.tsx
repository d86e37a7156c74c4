import { Badge, Button, Group, Loader, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../../core/practice/answer.ts';
import type { Outputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';
import classes from './Assistant.module.css';

interface Props {
  readonly sessionId: number;
  readonly questionId: string;
  readonly answer: Answer;
  readonly keyPoints: Outputs['drill']['reveal']['keyPoints'];
}

/** What the person's own model found in a typed answer, apart from what the app found; nothing at all when none is set up. */
export function ModelFindings(props: Props) {
  const { data: settings } = useQuery(queries.assistant());
  if (settings?.enabled !== true || props.answer.text.trim() === '') return null;
  return <Asked {...props} />;
}

function Asked({ sessionId, questionId, answer, keyPoints }: Props) {
  const client = useQueryClient();
  const options = queries.assistantFindings(sessionId, questionId, answer);
  const query = useQuery(options);
  if (query.isFetching) {
    return (
      <section className={`card ${classes.findings}`} aria-label={t.assistant.findings}>
        <Group gap="sm">
          <Loader size="xs" />
          <Text size="sm" role="status">
            {t.assistant.asking}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => void client.cancelQueries({ queryKey: options.queryKey })}>
            {t.assistant.stop}
          </Button>
        </Group>
      </section>
    );
  }
  const findings = query.data;
  if (findings?.status === 'off') return null;
  return (
    <section className={`card ${classes.findings}`} aria-label={t.assistant.findings}>
      {findings?.status === 'asked' && findings.points.length > 0 ? (
        <Points points={findings.points} text={answer.text} keyPoints={keyPoints} />
      ) : (
        <Group gap="sm">
          <Text size="sm" className="soft" role="status">
            {wordsFor(findings)}
          </Text>
          {(findings === undefined || findings.status === 'failed') && (
            <Button size="compact-sm" variant="default" onClick={() => void query.refetch()}>
              {t.assistant.askAgain}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}

type Findings = Outputs['assistant']['find'];

function wordsFor(findings: Findings | undefined): string {
  switch (findings?.status) {
    case undefined:
      return t.assistant.stopped;
    case 'failed':
      return t.assistant.failed(findings.words);
    case 'story':
      return t.assistant.story;
    case 'nothing-to-ask':
      return t.assistant.nothingToAsk;
    default:
      return t.assistant.nothing;
  }
}

interface PointsProps {
  readonly points: Extract<Findings, { status: 'asked' }>['points'];
  readonly text: string;
  readonly keyPoints: Props['keyPoints'];
}

function Points({ points, text, keyPoints }: PointsProps) {
  return (
    <>
      <Title order={2} size="h4">
        {t.assistant.findings}
      </Title>
      <Text size="sm" className="soft" mb="xs">
        {t.assistant.hint}
      </Text>
      <ul className={classes.points}>
        {points.map(({ id, start, end }) => {
          const index = keyPoints.findIndex((point) => point.id === id);
          return (
            <li key={id}>
              <Text component="span" size="xs" fw={650} className="soft">
                {String.fromCharCode(65 + index)}{' '}
              </Text>
              {keyPoints[index]?.text}{' '}
              <Badge size="xs" variant="light" color="gray">
                {t.assistant.found}
              </Badge>
              <InContext text={text} start={start} end={end} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

const AROUND = 60;

/** The words it rests on, where they stand in the answer; cut between words. */
function InContext({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) {
  const before = text.slice(0, start);
  const after = text.slice(end);
  return (
    <blockquote className={classes.quote}>
      {before.length > AROUND ? `… ${before.slice(-AROUND).replace(/^\S*\s/, '')}` : before}
      <mark>{text.slice(start, end)}</mark>
      {after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, '')} …` : after}
    </blockquote>
  );
}

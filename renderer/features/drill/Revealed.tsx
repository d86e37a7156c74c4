import { Accordion, Button, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Answer } from '../../../core/practice/answer.ts';
import { GRADES, type ReviewGrade } from '../../../core/practice/schedule.ts';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { isTyping } from '../../app/use-key-sequences.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { ModelFindings } from '../assistant/ModelFindings.tsx';
import { ReportQuestion } from '../questions/ReportQuestion.tsx';
import { AnswerAloud } from '../voice/AnswerAloud.tsx';
import type { SpokenAnswer } from '../voice/part-sender.ts';
import { Takes, useTakeCount } from '../voice/Takes.tsx';
import { useVoice } from '../voice/voice-store.ts';
import classes from './Drill.module.css';
import { useDrill } from './drill-store.ts';
import { ExactResult } from './ExactResult.tsx';
import type { DrillQuestion } from './in-language.ts';
import { KeyPoints } from './KeyPoints.tsx';
import { Prose } from './Prose.tsx';
import { Sources } from './Sources.tsx';
import { StoryResult } from './StoryResult.tsx';

interface Props {
  readonly sessionId: number;
  readonly question: DrillQuestion;
  readonly answer: Answer;
  readonly onUndo: (() => void) | null;
}

export type Revealed = Outputs['drill']['reveal'];

/** The answer beside the model: what the app suggests, what the person ticks, and the grade that counts. */
export function Revealed({ sessionId, question, answer, onUndo }: Props) {
  const query = useQuery(queries.reveal(sessionId, question.id, answer));
  return (
    <Loaded query={query}>
      {(revealed) => (
        <>
          <ExactResult revealed={revealed} answer={answer} />
          {revealed.story && <StoryResult story={revealed.story} text={answer.text} />}
          <div className={classes.columns}>
            <KeyPoints
              revealed={revealed}
              question={question}
              answer={answer}
              takes={<SpokenTakes sessionId={sessionId} questionId={question.id} />}
            />
            <section className="card">
              <Title order={2} size="h4" mb="xs">
                {question.experience === null ? t.drill.model : t.generated.skeleton}
              </Title>
              {question.experience !== null && (
                <Text size="sm" className="soft" mb="xs">
                  {t.generated.skeletonHint}
                </Text>
              )}
              <Prose text={revealed.modelAnswer} lang={revealed.language} />
            </section>
          </div>
          <ModelFindings sessionId={sessionId} questionId={question.id} answer={answer} keyPoints={revealed.keyPoints} />
          <More questionId={question.id} revealed={revealed} answer={answer} />
          <GradeBar sessionId={sessionId} questionId={question.id} answer={answer} revealed={revealed} onUndo={onUndo} />
        </>
      )}
    </Loaded>
  );
}

/** What was said, beside the key points; and once more, if it is worth it. */
function SpokenTakes(of: SpokenAnswer) {
  const takes = useTakeCount(of);
  const isBusy = useVoice(({ phase }) => phase !== 'idle');
  return (
    <>
      <Takes of={of} withEarlier />
      {(takes > 0 || isBusy) && <AnswerAloud of={of} isAgain onStart={() => undefined} />}
    </>
  );
}

function More({ questionId, revealed, answer }: { readonly questionId: string; readonly revealed: Revealed; readonly answer: Answer }) {
  const { ticked } = useDrill();
  const followUps = revealed.followUps.filter(({ when }) => {
    const [condition, point] = when.split(':');
    if (condition === 'missing') return !(ticked ?? []).includes(point ?? '');
    if (condition === 'present') return (ticked ?? []).includes(point ?? '');
    if (condition === 'right' || condition === 'wrong')
      return (revealed.exact?.share === 1) === (condition === 'right') && answer.choice !== null;
    return true;
  });
  return (
    <Accordion variant="separated" multiple defaultValue={['follow']}>
      {followUps.length > 0 && (
        <Accordion.Item value="follow">
          <Accordion.Control>{t.drill.followUps}</Accordion.Control>
          <Accordion.Panel>
            <List spacing="xs" lang={revealed.language}>
              {followUps.map(({ prompt }) => (
                <List.Item key={prompt}>{prompt}</List.Item>
              ))}
            </List>
          </Accordion.Panel>
        </Accordion.Item>
      )}
      <Accordion.Item value="mistakes">
        <Accordion.Control>{t.drill.mistakes}</Accordion.Control>
        <Accordion.Panel>
          <List spacing="xs" lang={revealed.language}>
            {revealed.commonMistakes.map((mistake) => (
              <List.Item key={mistake}>{mistake}</List.Item>
            ))}
          </List>
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="sources">
        <Accordion.Control>{t.drill.sources}</Accordion.Control>
        <Accordion.Panel>
          <Sources sources={revealed.sources} secondReading={revealed.secondReading} />
          <ReportQuestion questionId={questionId} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

interface GradeBarProps {
  readonly sessionId: number;
  readonly questionId: string;
  readonly answer: Answer;
  readonly revealed: Revealed;
  readonly onUndo: (() => void) | null;
}

const COLORS: Readonly<Record<ReviewGrade, string>> = { again: 'red', hard: 'brass', good: 'plumb', easy: 'gray' };

function GradeBar({ sessionId, questionId, answer, revealed, onUndo }: GradeBarProps) {
  const revealedAtMs = useRef(Date.now());
  const change = useChange((grade: ReviewGrade) => {
    const { startedAtMs, ticked } = useDrill.getState();
    const durationMs = Math.max(0, revealedAtMs.current - startedAtMs);
    return api.drill.grade.mutate({ sessionId, questionId, grade, answer, points: [...(ticked ?? [])], durationMs });
  });
  const { mutate, isPending } = change;
  const give = useCallback(
    (grade: ReviewGrade) => {
      if (!isPending) mutate(grade);
    },
    [mutate, isPending],
  );
  useGradeKeys(give, revealed, onUndo);
  return (
    <div className={classes.gradeBar}>
      <fieldset className={classes.grades} aria-label={t.drill.gradeGroup}>
        {GRADES.map((grade, index) => {
          const interval = revealed.intervalsMs === null ? t.practice.noInterval : t.drill.interval(revealed.intervalsMs[grade]);
          return (
            <Button
              key={grade}
              className={classes.grade}
              variant={grade === 'good' ? 'filled' : 'light'}
              color={COLORS[grade]}
              disabled={isPending}
              onClick={() => give(grade)}
            >
              <span>
                {index + 1} · {t.drill.grades[grade]}
                <br />
                <Text component="span" size="xs" fw={450} c="inherit">
                  {interval}
                </Text>
              </span>
            </Button>
          );
        })}
      </fieldset>
      <Text size="xs" className="soft" ta="center" mt={6}>
        {t.drill.keysRevealed}
      </Text>
    </div>
  );
}

/** 1–4 grade, the letters tick, U undoes. */
function useGradeKeys(give: (grade: ReviewGrade) => void, revealed: Revealed, onUndo: (() => void) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) && !(event.target instanceof HTMLInputElement && event.target.type === 'checkbox')) return;
      const grade = GRADES[Number(event.key) - 1];
      const point = event.key.length === 1 ? revealed.keyPoints[event.key.toLowerCase().charCodeAt(0) - 97] : undefined;
      if (grade) give(grade);
      else if (point) useDrill.getState().tick(point.id);
      else if (event.key.toLowerCase() === 'u' && onUndo) onUndo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [give, revealed, onUndo]);
}

import { Badge, Checkbox, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import type { Answer } from '../../../core/practice/answer.ts';
import { t } from '../../strings/index.ts';
import classes from './Drill.module.css';
import { useDrill } from './drill-store.ts';
import { EstimateBeside } from './Estimate.tsx';
import type { DrillQuestion } from './in-language.ts';
import type { Revealed } from './Revealed.tsx';
import { WordingOffer } from './WordingOffer.tsx';

interface Props {
  readonly revealed: Revealed;
  readonly question: DrillQuestion;
  readonly answer: Answer;
}

interface KeyPointsProps extends Props {
  /** What was said aloud. */
  readonly takes: ReactNode;
}

/** The key points with what the app suggests and what the person ticks; of a story nothing is suggested. */
export function KeyPoints({ revealed, question, answer, takes }: KeyPointsProps) {
  const { ticked, suggest } = useDrill();
  useEffect(() => suggest(revealed.points.filter(({ state }) => state === 'found').map(({ id }) => id)), [revealed, suggest]);
  const checks = new Map(revealed.points.map((point) => [point.id, point]));
  const isChecked = answer.text.trim() !== '' && revealed.points.length > 0;
  const offered = revealed.keyPoints.filter(({ id }) => isChecked && ticked?.includes(id) && checks.get(id)?.state !== 'found');
  return (
    <section className="card">
      <Title order={2} size="h4">
        {t.drill.points}
      </Title>
      <Text size="sm" className="soft" mb="xs">
        {isChecked ? t.drill.pointsHint : t.drill.pointsAloud}
      </Text>
      {takes}
      <Got revealed={revealed} question={question} answer={answer} />
      {isChecked && <Suggestion revealed={revealed} />}
      {revealed.keyPoints.map((point, index) => {
        const check = checks.get(point.id);
        return (
          <div key={point.id}>
            <Point point={point} lang={revealed.language} letter={String.fromCharCode(65 + index)} check={isChecked ? check : undefined} />
            {offered.includes(point) && check?.nearest && (
              <WordingOffer
                questionId={question.id}
                language={revealed.language}
                point={point}
                sentence={check.nearest}
                hasKey={offered[0] === point}
              />
            )}
          </div>
        );
      })}
      {isChecked && <Highlighted text={answer.text} points={revealed.points} />}
    </section>
  );
}

/** What the app checks is half of the answer here, as in the grade. */
const HALF_TEXT: ReadonlySet<DrillQuestion['kind']> = new Set(['diagnose', 'design']);

/** The own estimate beside what was got. */
function Got({ revealed: { keyPoints, exact }, question, answer }: Props) {
  const ticked = useDrill((state) => state.ticked) ?? [];
  const points = keyPoints.filter(({ id }) => ticked.includes(id));
  // By count: that is what the person sees beside it.
  const tickedShare = points.length / keyPoints.length;
  const { share: inPoints, exact: inPercent } = t.scoring.estimate;
  const got = inPoints(points.length, keyPoints.length);
  if (exact === null) return <EstimateBeside confidence={answer.confidence} share={tickedShare} got={got} />;
  const share = HALF_TEXT.has(question.kind) ? (exact.share + tickedShare) / 2 : exact.share;
  return <EstimateBeside confidence={answer.confidence} share={share} got={inPercent(Math.round(share * 100))} />;
}

/** The band, and why it is no better. */
function Suggestion({ revealed: { band, doubts } }: { readonly revealed: Revealed }) {
  if (band === null) return null;
  return (
    <div role="status">
      <Text size="sm" fw={600} mb="xs">
        {doubts.some((doubt) => doubt !== 'denials') ? null : t.drill.bands[band]}
      </Text>
      {doubts.map((doubt) => (
        <Text key={doubt} size="sm" mb="xs">
          {t.scoring.doubts[doubt]}
        </Text>
      ))}
    </div>
  );
}

interface PointProps {
  readonly point: Revealed['keyPoints'][number];
  readonly lang: string;
  readonly letter: string;
  /** What the app suggests; none where nothing was typed or words are not checked. */
  readonly check: Revealed['points'][number] | undefined;
}

function Point({ point: { id, text, essential }, lang, letter, check }: PointProps) {
  const { ticked, tick } = useDrill();
  return (
    <div className={classes.point} data-state={check?.state}>
      <Checkbox id={`point-${id}`} checked={ticked?.includes(id) ?? false} onChange={() => tick(id)} />
      <label htmlFor={`point-${id}`}>
        <Text component="span" size="xs" fw={650} className="soft">
          {letter}{' '}
        </Text>
        <span lang={lang}>{text}</span>{' '}
        {essential && (
          <Badge size="xs" variant="light" color="brass">
            {t.drill.essential}
          </Badge>
        )}
        {check && (
          <Text component="span" size="xs" className="soft">
            {' '}
            {stateWords(check)}
          </Text>
        )}
      </label>
    </div>
  );
}

function stateWords({ state, by }: Revealed['points'][number]): string {
  if (state === 'possibly-denied') return t.drill.denied;
  if (state === 'not-detected') return t.drill.notDetected;
  return by === 'own' ? t.scoring.wording.own : t.drill.found;
}

/** The typed answer with what matched a key point marked. */
function Highlighted({ text, points }: { readonly text: string; readonly points: Revealed['points'] }) {
  const spans = points.flatMap(({ span, state }) => (span ? [{ ...span, state }] : [])).sort((a, b) => a.start - b.start);
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end, state } of spans) {
    if (start < at) continue;
    parts.push(text.slice(at, start));
    parts.push(
      <mark key={start} className={classes.hit} data-denied={state === 'possibly-denied' || undefined}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <>
      <Text size="sm" className="soft" mt="md">
        {t.drill.yourAnswer}
      </Text>
      <div className={classes.answer}>{parts}</div>
    </>
  );
}

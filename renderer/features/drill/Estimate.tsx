import { Kbd, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../../api/queries.ts';
import { isTyping } from '../../app/use-key-sequences.ts';
import { t } from '../../strings/index.ts';
import { useDrill } from './drill-store.ts';
import classes from './Estimate.module.css';

const STEPS = t.scoring.estimate.steps.map((label, index, { length }) => ({ label, value: index / (length - 1) }));

/** The own estimate before the reveal, in five steps; asked, never demanded. */
export function Estimate() {
  const settings = useQuery(queries.scoringSettings());
  return settings.data?.askEstimate ? <Steps /> : null;
}

function Steps() {
  const confidence = useDrill(({ answer }) => answer.confidence);
  const write = useDrill((state) => state.write);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || (!event.altKey && isTyping(event.target))) return;
      // With Alt some layouts give another character; the key itself is the same.
      const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1] ?? event.key;
      const step = STEPS[Number(digit) - 1];
      if (!step) return;
      event.preventDefault();
      write({ confidence: step.value });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [write]);
  return (
    <section className={classes.estimate}>
      <Text size="sm" fw={600}>
        {t.scoring.estimate.question}
      </Text>
      <div role="radiogroup" aria-label={t.scoring.estimate.question} className={classes.steps}>
        {STEPS.map(({ label, value }, index) => (
          <UnstyledButton
            key={value}
            role="radio"
            aria-checked={confidence === value}
            className={classes.step}
            onClick={() => write({ confidence: confidence === value ? null : value })}
          >
            <Kbd size="xs">{index + 1}</Kbd> {label}
          </UnstyledButton>
        ))}
      </div>
      <Text size="xs" className="soft">
        {t.scoring.estimate.hint}
      </Text>
    </section>
  );
}

/** How far estimate and result may lie apart and still be called in line: less than a step. */
const IN_LINE = 0.2;

/** The estimate beside what was got, in words. @param share 0 to 1. @param got the same in words. */
export function EstimateBeside({
  confidence,
  share,
  got,
}: {
  readonly confidence: number | null;
  readonly share: number;
  readonly got: string;
}) {
  if (confidence === null) return null;
  const said = STEPS.find(({ value }) => value === confidence)?.label ?? t.scoring.estimate.exact(Math.round(confidence * 100));
  const { beside, inLine, more, less } = t.scoring.estimate;
  const words = Math.abs(share - confidence) <= IN_LINE ? inLine : share > confidence ? more : less;
  return (
    <Text size="sm" mb="xs">
      {beside(said, got)}{' '}
      <Text component="span" className="soft">
        {words}
      </Text>
    </Text>
  );
}

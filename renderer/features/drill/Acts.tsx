import { Code, Kbd, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { isTyping } from '../../app/use-key-sequences.ts';
import { t } from '../../strings/index.ts';
import classes from './Drill.module.css';
import { useDrill } from './drill-store.ts';
import type { DrillQuestion } from './in-language.ts';
import { LETTERS } from './letters.ts';

/** What can be done in a diagnosis: one act after the other, each with what it shows; what was done cannot be taken back. */
export function Acts({ question }: { readonly question: DrillQuestion }) {
  const { answer, write } = useDrill();
  const last = useRef<HTMLLIElement>(null);
  const taken = new Set(answer.acts);
  const take = (id: string | undefined): void => {
    if (id !== undefined && !taken.has(id)) write({ acts: [...answer.acts, id] });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = question.acts[LETTERS.indexOf(event.key.toLowerCase())];
      const before = useDrill.getState().answer.acts;
      if (act && !before.includes(act.id)) write({ acts: [...before, act.id] });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [question, write]);
  const count = answer.acts.length;
  useEffect(() => {
    if (count > 0) last.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  const byId = new Map(question.acts.map((act) => [act.id, act]));
  const mending = new Set(question.acts.filter(({ mends }) => mends).map(({ id }) => id));
  return (
    <section aria-label={t.drill.acts.choose}>
      <Text size="sm" className="soft" mt="md" mb={6}>
        {t.drill.acts.hint}
      </Text>
      <div className={classes.options}>
        {question.acts.map(({ id, label }, index) => (
          <UnstyledButton
            key={id}
            className={classes.option}
            disabled={taken.has(id)}
            data-taken={taken.has(id) || undefined}
            onClick={() => take(id)}
          >
            <Kbd>{LETTERS[index]?.toUpperCase()}</Kbd>
            <span lang={question.language}>{label}</span>
          </UnstyledButton>
        ))}
      </div>
      {count > 0 && (
        <ol className={classes.log} aria-label={t.drill.acts.log} aria-live="polite">
          {answer.acts.map((id, index) => (
            <li key={id} ref={index === count - 1 ? last : null}>
              <Text size="sm" fw={600} lang={question.language}>
                {byId.get(id)?.label}
              </Text>
              <Code block>{outputOf(byId.get(id), answer.acts.slice(0, index), mending)}</Code>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

type Act = DrillQuestion['acts'][number];

/** What an act shows depends on whether the change that helps was made before it. */
function outputOf(act: Act | undefined, before: readonly string[], mending: ReadonlySet<string>): string {
  if (act === undefined) return '';
  return act.outputBefore !== null && !before.some((id) => mending.has(id)) ? act.outputBefore : act.output;
}

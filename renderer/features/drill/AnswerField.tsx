import { Checkbox, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { isTyping } from '../../app/use-key-sequences.ts';
import { t } from '../../strings/index.ts';
import { Acts } from './Acts.tsx';
import classes from './Drill.module.css';
import { useDrill } from './drill-store.ts';
import type { DrillQuestion } from './in-language.ts';
import { LETTERS } from './letters.ts';
import { OrderField } from './OrderField.tsx';

/** The field a kind of question needs. What is said aloud may be typed too. */
export function AnswerField({ question }: { readonly question: DrillQuestion }) {
  switch (question.kind) {
    case 'choice':
      return <Options question={question} />;
    case 'order':
      return <OrderField question={question} />;
    case 'diagnose':
      return (
        <>
          {question.acts.length > 0 && <Acts question={question} />}
          <TextAnswer minRows={4} focus={question.acts.length === 0} lang={question.language} />
        </>
      );
    case 'design':
      return (
        <>
          {question.parts.length > 0 && <Numbers question={question} />}
          <TextAnswer minRows={8} focus={question.parts.length === 0} lang={question.language} />
        </>
      );
    case 'estimate':
      return (
        <>
          <Numbers question={question} />
          <TextAnswer minRows={3} focus={false} lang={question.language} />
        </>
      );
    case 'command':
      return <CommandLine />;
    default:
      return <TextAnswer minRows={6} focus lang={question.language} />;
  }
}

interface TextProps {
  readonly minRows: number;
  readonly focus: boolean;
  /** The language the answer is expected in; its words are checked in it, its spelling too. */
  readonly lang: string;
}

function TextAnswer({ minRows, focus, lang }: TextProps) {
  const { answer, write } = useDrill();
  return (
    <>
      <Textarea
        mt="md"
        autosize
        minRows={answer.spoken ? 2 : minRows}
        maxRows={18}
        maxLength={20_000}
        lang={lang}
        data-autofocus={focus || undefined}
        autoFocus={focus}
        label={t.drill.answer}
        placeholder={answer.spoken ? t.drill.spokenHint : t.drill.answerPlaceholder}
        value={answer.text}
        onChange={(event) => write({ text: event.currentTarget.value })}
      />
      <Checkbox
        mt="sm"
        size="xs"
        label={t.drill.spoken}
        checked={answer.spoken}
        onChange={(event) => write({ spoken: event.currentTarget.checked })}
      />
    </>
  );
}

function CommandLine() {
  const { answer, write } = useDrill();
  return (
    <TextInput
      mt="md"
      label={t.drill.command}
      autoFocus
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={answer.text}
      onChange={(event) => write({ text: event.currentTarget.value })}
    />
  );
}

function Numbers({ question }: { readonly question: DrillQuestion }) {
  const { answer, write } = useDrill();
  return (
    <div className={classes.numbers}>
      {question.parts.map(({ id, ask, unit }, index) => (
        <TextInput
          key={id}
          label={<span lang={question.language}>{ask}</span>}
          autoFocus={index === 0}
          inputMode="decimal"
          autoComplete="off"
          rightSection={
            <Text size="xs" className="soft" pr={10} style={{ whiteSpace: 'nowrap' }}>
              {unit}
            </Text>
          }
          rightSectionWidth={Math.max(48, unit.length * 8 + 18)}
          value={answer.numbers[id] ?? ''}
          onChange={(event) => write({ numbers: { ...answer.numbers, [id]: event.currentTarget.value } })}
        />
      ))}
    </div>
  );
}

function Options({ question }: { readonly question: DrillQuestion }) {
  const { answer, write } = useDrill();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const option = question.options[LETTERS.indexOf(event.key.toLowerCase())];
      if (option) write({ choice: option.id });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [question, write]);
  return (
    <div role="radiogroup" aria-label={t.drill.choose} className={classes.options}>
      {question.options.map(({ id, text }, index) => (
        <UnstyledButton
          key={id}
          role="radio"
          aria-checked={answer.choice === id}
          className={classes.option}
          onClick={() => write({ choice: id })}
        >
          <Text component="span" fw={650} className="soft">
            {LETTERS[index]?.toUpperCase()}
          </Text>
          <span lang={question.language}>{text}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}

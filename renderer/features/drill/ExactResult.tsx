import { Alert, Badge, Code, List, Table, Text, Title } from '@mantine/core';
import { said } from '../../../core/content/language.ts';
import type { ActsCheck } from '../../../core/practice/acts.ts';
import type { Answer } from '../../../core/practice/answer.ts';
import { t } from '../../strings/index.ts';
import classes from './Drill.module.css';
import type { Revealed } from './Revealed.tsx';

interface Props {
  readonly revealed: Revealed;
  readonly answer: Answer;
}

/** What the app can check without doubt: numbers, the option chosen, the order, the command line. */
export function ExactResult({ revealed, answer }: Props) {
  if (revealed.parts.length > 0) return <Numbers revealed={revealed} answer={answer} />;
  if (revealed.options.length > 0) return <Options revealed={revealed} answer={answer} />;
  if (revealed.steps.length > 0) return <Order revealed={revealed} />;
  if (revealed.exact?.kind === 'acts') return <ActsResult revealed={revealed} acts={revealed.exact.acts} />;
  if (revealed.accepts.length > 0) return <Command revealed={revealed} answer={answer} />;
  return null;
}

const CREDIT = {
  full: { label: t.drill.exact.right, color: 'teal' },
  partial: { label: t.drill.exact.near, color: 'brass' },
  none: { label: t.drill.exact.wrong, color: 'red' },
} as const;

function Numbers({ revealed, answer }: Props) {
  const checks = new Map((revealed.exact?.kind === 'numbers' ? revealed.exact.numbers : []).map((check) => [check.partId, check]));
  return (
    <section className="card">
      <Title order={2} size="h4" mb="xs">
        {t.drill.exact.numbersTitle}
      </Title>
      <Table>
        <Table.Tbody>
          {revealed.parts.map(({ id, ask, unit, value, formula }) => {
            const check = checks.get(id);
            return (
              <Table.Tr key={id}>
                <Table.Td>
                  <span lang={revealed.language}>{ask}</span>
                  <Text size="xs" className="soft">
                    {formula}
                  </Text>
                </Table.Td>
                <Table.Td className="tabular">{answer.numbers[id] ?? ''}</Table.Td>
                <Table.Td className="tabular" fw={600}>
                  {t.drill.exact.expected(value.toLocaleString('en-GB', { maximumSignificantDigits: 6 }), unit)}
                </Table.Td>
                <Table.Td>
                  {check && (
                    <Badge color={check.read === null ? 'gray' : CREDIT[check.credit].color} variant="light">
                      {check.read === null ? t.drill.exact.unread : CREDIT[check.credit].label}
                    </Badge>
                  )}
                  {check?.slip && (
                    <Text size="sm" lang={revealed.language}>
                      {said(check.slip, revealed.language)}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Options({ revealed, answer }: Props) {
  const isRight = revealed.exact?.share === 1;
  return (
    <section className="card">
      {answer.choice !== null && (
        <Text fw={650} c={isRight ? 'teal' : 'red'} role="status">
          {isRight ? t.drill.exact.choiceRight : t.drill.exact.choiceWrong}
        </Text>
      )}
      <div className={classes.options}>
        {revealed.options.map(({ id, text, correct, misconception }) => (
          <div
            key={id}
            className={classes.option}
            data-right={correct || undefined}
            data-wrong={(!correct && answer.choice === id) || undefined}
          >
            <div lang={revealed.language}>
              <Text fw={correct ? 650 : 450}>{text}</Text>
              {misconception && (
                <Text size="sm" className="soft">
                  {misconception}
                </Text>
              )}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

function Order({ revealed }: { readonly revealed: Revealed }) {
  return (
    <section className="card">
      {revealed.exact?.kind === 'order' && (
        <Alert color={revealed.exact.wrongPairs === 0 ? 'teal' : 'brass'}>{t.drill.exact.order(revealed.exact.wrongPairs)}</Alert>
      )}
      <Title order={2} size="h4" my="xs">
        {t.drill.sequence}
      </Title>
      <List type="ordered" spacing={4} lang={revealed.language}>
        {revealed.steps.map(({ id, text }) => (
          <List.Item key={id}>{text}</List.Item>
        ))}
      </List>
    </section>
  );
}

function ActsResult({ revealed, acts }: { readonly revealed: Revealed; readonly acts: ActsCheck }) {
  const labels = new Map(revealed.acts.map(({ id, label }) => [id, label]));
  const giver = (fact: string): string => revealed.acts.find(({ gives }) => gives.includes(fact))?.label ?? fact;
  const lines = [
    ...acts.facts.map(({ fact, known }) => ({
      isGood: known,
      words: known ? t.drill.acts.known(giver(fact)) : t.drill.acts.unknown(giver(fact)),
    })),
    { isGood: acts.mended, words: acts.mended ? t.drill.acts.mended : t.drill.acts.notMended },
    ...(acts.mended ? [{ isGood: acts.verified, words: acts.verified ? t.drill.acts.verified : t.drill.acts.notVerified }] : []),
    ...acts.blind.map((id) => ({ isGood: false, words: t.drill.acts.blind(labels.get(id) ?? id) })),
    ...acts.dangerous.map((id) => ({ isGood: false, words: t.drill.acts.dangerous(labels.get(id) ?? id) })),
  ];
  return (
    <section className="card">
      <Title order={2} size="h4" mb="xs">
        {t.drill.acts.title}
      </Title>
      <List spacing={4} size="sm">
        {lines.map(({ isGood, words }) => (
          <List.Item key={words} icon={<span aria-hidden="true">{isGood ? '✓' : '–'}</span>}>
            {words}
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function Command({ revealed, answer }: Props) {
  return (
    <section className="card">
      {revealed.exact && (
        <Text fw={650} c="teal" role="status">
          {t.drill.exact.command}
        </Text>
      )}
      <Text size="sm" className="soft">
        {t.drill.yourAnswer}
      </Text>
      <Code block>{answer.text.trim() === '' ? t.drill.nothingTyped : answer.text}</Code>
      <Text size="sm" className="soft" mt="xs">
        {t.drill.accepted}
      </Text>
      <Code block>{revealed.accepts.join('\n')}</Code>
    </section>
  );
}

import { ActionIcon, Checkbox, Radio, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { t } from '../../strings/index.ts';
import { newCommand, newOption, newPart, newPoint, newStep, newVariable, type QuestionDraft } from './question-draft.ts';
import { formulaValue, NUMBER_KINDS } from './question-from-draft.ts';
import { RowList } from './RowList.tsx';

const { form } = t.questions;
const MONO = { input: { fontFamily: 'var(--mantine-font-family-monospace)' } };

export interface FieldsProps {
  readonly draft: QuestionDraft;
  readonly change: (part: Partial<QuestionDraft>) => void;
}

/** The fields that the kind of question needs beyond its texts. */
export function KindFields(props: FieldsProps) {
  const { kind } = props.draft;
  if (kind === 'choice') return <Options {...props} />;
  if (kind === 'order') return <Steps {...props} />;
  if (kind === 'command') return <Commands {...props} />;
  if (NUMBER_KINDS.has(kind))
    return (
      <>
        <Variables {...props} />
        <Parts {...props} />
      </>
    );
  return null;
}

export function KeyPoints({ draft, change }: FieldsProps) {
  return (
    <RowList
      title={form.points}
      hint={form.pointsHint}
      rows={draft.points}
      onChange={(points) => change({ points })}
      addLabel={form.addPoint}
      newRow={newPoint}
    >
      {({ text, aliases, essential }, number, set) => (
        <Stack gap={4} flex={1}>
          <Textarea
            aria-label={form.point(number)}
            placeholder={form.point(number)}
            autosize
            minRows={1}
            value={text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <TagsInput
            size="xs"
            aria-label={form.aliases(number)}
            placeholder={aliases.length === 0 ? form.aliasesHint : ''}
            splitChars={[]}
            acceptValueOnBlur
            value={[...aliases]}
            onChange={(next) => set({ aliases: next })}
          />
          <Checkbox
            size="xs"
            label={form.essential}
            aria-label={form.essentialOf(number)}
            checked={essential}
            onChange={(event) => set({ essential: event.currentTarget.checked })}
          />
        </Stack>
      )}
    </RowList>
  );
}

function Options({ draft, change }: FieldsProps) {
  return (
    <RowList
      title={form.options}
      rows={draft.options}
      onChange={(options) => change({ options })}
      addLabel={form.addOption}
      newRow={newOption}
    >
      {({ key, text, correct, misconception }, number, set) => (
        <>
          <Radio
            mt={8}
            name="right-option"
            aria-label={form.right(number)}
            checked={correct}
            onChange={() => change({ options: draft.options.map((one) => ({ ...one, correct: one.key === key })) })}
          />
          <Stack gap={4} flex={1}>
            <TextInput
              aria-label={form.option(number)}
              placeholder={form.option(number)}
              value={text}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
            {!correct && (
              <TextInput
                size="xs"
                aria-label={form.misconception(number)}
                placeholder={form.misconceptionHint}
                value={misconception}
                onChange={(event) => set({ misconception: event.currentTarget.value })}
              />
            )}
          </Stack>
        </>
      )}
    </RowList>
  );
}

function Steps({ draft, change }: FieldsProps) {
  const move = (from: number, to: number): void => {
    const steps = [...draft.steps];
    steps.splice(to, 0, ...steps.splice(from, 1));
    change({ steps });
  };
  return (
    <RowList title={form.steps} rows={draft.steps} onChange={(steps) => change({ steps })} addLabel={form.addStep} newRow={newStep}>
      {({ text }, number, set) => (
        <>
          <TextInput
            flex={1}
            aria-label={form.step(number)}
            placeholder={form.step(number)}
            value={text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <ActionIcon
            mt={5}
            variant="subtle"
            disabled={number === 1}
            aria-label={form.up(number)}
            onClick={() => move(number - 1, number - 2)}
          >
            <IconChevronUp size={16} />
          </ActionIcon>
          <ActionIcon
            mt={5}
            variant="subtle"
            disabled={number === draft.steps.length}
            aria-label={form.down(number)}
            onClick={() => move(number - 1, number)}
          >
            <IconChevronDown size={16} />
          </ActionIcon>
        </>
      )}
    </RowList>
  );
}

function Commands({ draft, change }: FieldsProps) {
  return (
    <RowList
      title={form.commands}
      rows={draft.commands}
      onChange={(commands) => change({ commands })}
      addLabel={form.addCommand}
      newRow={newCommand}
    >
      {({ text }, number, set) => (
        <TextInput
          flex={1}
          spellCheck={false}
          styles={MONO}
          aria-label={form.command(number)}
          value={text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      )}
    </RowList>
  );
}

function Variables({ draft, change }: FieldsProps) {
  return (
    <RowList
      title={form.variables}
      hint={form.variablesHint}
      rows={draft.variables}
      onChange={(variables) => change({ variables })}
      addLabel={form.addVariable}
      newRow={newVariable}
    >
      {({ name, values }, number, set) => (
        <>
          <TextInput
            w={140}
            styles={MONO}
            aria-label={form.variable(number)}
            placeholder={form.variableHint}
            value={name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            flex={1}
            aria-label={form.values(number)}
            placeholder={form.valuesHint}
            value={values}
            onChange={(event) => set({ values: event.currentTarget.value })}
          />
        </>
      )}
    </RowList>
  );
}

function Parts({ draft, change }: FieldsProps) {
  return (
    <RowList
      title={form.parts}
      hint={form.partsHint}
      rows={draft.parts}
      onChange={(parts) => change({ parts })}
      addLabel={form.addPart}
      newRow={newPart}
    >
      {({ ask, formula, unit }, number, set) => {
        const value = formulaValue(formula, draft);
        return (
          <Stack gap={4} flex={1}>
            <TextInput
              aria-label={form.ask(number)}
              placeholder={form.ask(number)}
              value={ask}
              onChange={(event) => set({ ask: event.currentTarget.value })}
            />
            <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
              <TextInput
                style={{ flex: 1 }}
                spellCheck={false}
                styles={MONO}
                aria-label={form.formula(number)}
                placeholder={form.formulaHint}
                value={formula}
                onChange={(event) => set({ formula: event.currentTarget.value })}
              />
              <TextInput
                w={110}
                aria-label={form.unit(number)}
                placeholder={form.unitHint}
                value={unit}
                onChange={(event) => set({ unit: event.currentTarget.value })}
              />
              <Text size="sm" className="soft tabular" miw={90} role="status">
                {value === null ? form.noValue : form.value(String(Number(value.toPrecision(6))))}
              </Text>
            </div>
          </Stack>
        );
      }}
    </RowList>
  );
}

import { Button, Group, NumberInput, SimpleGrid, Slider, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DEFAULT_SCHEDULING, type SchedulingSettings } from '../../../core/practice/scheduling.ts';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';

const words = t.practice.settings;
const MAX_STEPS = 5;
const MAX_STEP_MIN = 1440;

/** When questions come back: retention, limits, steps, spread, leeches. */
export function PracticeSettings() {
  const query = useQuery(queries.scheduling());
  return <Loaded query={query}>{({ settings }) => <Form key={JSON.stringify(settings)} saved={settings} />}</Loaded>;
}

function Form({ saved }: { readonly saved: SchedulingSettings }) {
  const [settings, setSettings] = useState(saved);
  const [steps, setSteps] = useState({ learning: written(saved.learningStepsMin), relearning: written(saved.relearningStepsMin) });
  const set = (part: Partial<SchedulingSettings>): void => setSettings((before) => ({ ...before, ...part }));
  const save = useChange(
    (next: SchedulingSettings) => api.practice.setScheduling.mutate(next),
    () => showDone(words.saved),
  );
  const [learningStepsMin, relearningStepsMin] = [minutesOf(steps.learning), minutesOf(steps.relearning)];
  const wanted = learningStepsMin === null || relearningStepsMin === null ? null : { ...settings, learningStepsMin, relearningStepsMin };
  const isChanged = wanted === null || JSON.stringify(wanted) !== JSON.stringify(saved);
  return (
    <Stack gap="md" maw={640}>
      <Text>{words.text}</Text>
      <Retention value={settings.desiredRetention} onChange={(desiredRetention) => set({ desiredRetention })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Whole label={words.newPerDay} value={settings.newPerDay} max={500} onChange={(newPerDay) => set({ newPerDay })} />
        <Whole label={words.duePerDay} value={settings.duePerDay} max={2000} onChange={(duePerDay) => set({ duePerDay })} />
      </SimpleGrid>
      <Text size="sm" className="soft" mt={-10}>
        {words.limitsHint}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Steps label={words.learningSteps} value={steps.learning} onChange={(learning) => setSteps({ ...steps, learning })} />
        <Steps label={words.relearningSteps} value={steps.relearning} onChange={(relearning) => setSteps({ ...steps, relearning })} />
        <Whole
          label={words.maxInterval}
          value={settings.maxIntervalDays}
          min={7}
          max={3650}
          onChange={(maxIntervalDays) => set({ maxIntervalDays })}
        />
        <Whole
          label={words.leech}
          description={words.leechHint}
          value={settings.leechLapses}
          max={50}
          onChange={(leechLapses) => set({ leechLapses })}
        />
      </SimpleGrid>
      <Switch label={words.fuzz} checked={settings.fuzz} onChange={(event) => set({ fuzz: event.currentTarget.checked })} />
      <Switch
        label={words.balance}
        disabled={!settings.fuzz}
        checked={settings.balanceLoad}
        onChange={(event) => set({ balanceLoad: event.currentTarget.checked })}
      />
      <Switch
        label={words.siblings}
        checked={settings.burySiblings}
        onChange={(event) => set({ burySiblings: event.currentTarget.checked })}
      />
      <Group>
        <Button disabled={wanted === null || !isChanged} loading={save.isPending} onClick={() => wanted && save.mutate(wanted)}>
          {words.save}
        </Button>
        <Button variant="default" onClick={() => save.mutate(DEFAULT_SCHEDULING)}>
          {words.reset}
        </Button>
      </Group>
    </Stack>
  );
}

function Retention({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  const percent = Math.round(value * 100);
  return (
    <div>
      <Text size="sm" fw={500} id="retention-label" mb={6}>
        {words.retention}
      </Text>
      <Slider
        thumbProps={{ 'aria-labelledby': 'retention-label' }}
        min={70}
        max={97}
        step={1}
        value={percent}
        onChange={(next) => onChange(next / 100)}
        label={(next) => `${next} %`}
        marks={[70, 80, 90, 97].map((mark) => ({ value: mark, label: `${mark} %` }))}
        mb="lg"
      />
      <Text size="sm" className="soft">
        {words.retentionText(percent)}
      </Text>
    </div>
  );
}

interface WholeProps {
  readonly label: string;
  readonly description?: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number within bounds; what is not one changes nothing. */
function Whole({ min = 0, max, onChange, ...rest }: WholeProps) {
  return (
    <NumberInput
      {...rest}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="blur"
      onChange={(value) => {
        if (typeof value === 'number' && value >= min && value <= max) onChange(value);
      }}
    />
  );
}

interface StepsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Steps({ label, value, onChange }: StepsProps) {
  return (
    <TextInput
      label={label}
      description={words.stepsHint}
      inputMode="decimal"
      value={value}
      error={minutesOf(value) === null ? words.notNumbers : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function written(minutes: readonly number[]): string {
  return minutes.join(', ');
}

/** Minutes with commas between; null where it is anything else. */
function minutesOf(text: string): number[] | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const minutes = parts.map(Number);
  const isGood = minutes.length <= MAX_STEPS && minutes.every((value) => value >= 1 && value <= MAX_STEP_MIN);
  return isGood ? minutes : null;
}

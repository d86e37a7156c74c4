import { Button, Checkbox, Group, Modal, PasswordInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readModelAddress } from '../../../core/practice/model-address.ts';
import { ALONE, api, type Outputs, wordsOf } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';

const words = t.assistant;

/** Whether and how the person's own model is asked. */
export function LocalModel() {
  return <Loaded query={useQuery(queries.assistant())}>{(settings) => <Form key={JSON.stringify(settings)} settings={settings} />}</Loaded>;
}

type Settings = Outputs['assistant']['settings'];
interface Typed extends Pick<Settings, 'enabled' | 'address' | 'model' | 'stories'> {
  readonly key: string | null;
}

function Form({ settings }: { readonly settings: Settings }) {
  const { enabled, address, model, stories } = settings;
  const [typed, setTyped] = useState<Typed>({ enabled, address, model, stories, key: null });
  const [asking, setAsking] = useState<string | null>(null);
  const write = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }));
  const save = useChange(
    (agreedOrigin: string | null) => api.assistant.save.mutate({ ...typed, agreedOrigin }),
    () => showDone(words.saved),
  );
  const read = readModelAddress(typed.address);
  const isAgreed = settings.isAgreed && typed.address.trim() === settings.address;
  const submit = (): void => {
    if (read.kind === 'public' && !isAgreed) setAsking(read.origin);
    else save.mutate(null);
  };
  const isChanged = JSON.stringify(typed) !== JSON.stringify({ enabled, address, model, stories, key: null });
  return (
    <Stack gap="sm" maw={640}>
      <Text>{words.text}</Text>
      <Text size="sm" className="soft">
        {words.sent}
      </Text>
      <Fields typed={typed} write={write} hasKey={settings.hasKey} />
      {isAgreed && <Text size="sm">{words.isPublic}</Text>}
      <Group>
        <Button disabled={!isChanged} loading={save.isPending} onClick={submit}>
          {words.save}
        </Button>
        {settings.hasKey && (
          <Button variant="default" onClick={() => write({ key: '' })} disabled={typed.key === ''}>
            {words.forgetKey}
          </Button>
        )}
        <ConnectionTest isReady={settings.address !== '' && !isChanged} />
      </Group>
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={words.confirmTitle}
        closeButtonProps={{ 'aria-label': t.app.close }}
      >
        <Text>{words.confirm(asking ?? '')}</Text>
        {typed.stories && <Text mt="xs">{words.confirmStories}</Text>}
        <Group justify="flex-end" mt="md">
          <Button variant="default" data-autofocus onClick={() => setAsking(null)}>
            {t.app.cancel}
          </Button>
          <Button
            color="red"
            onClick={() => {
              save.mutate(asking);
              setAsking(null);
            }}
          >
            {words.agree(asking ?? '')}
          </Button>
        </Group>
      </Modal>
    </Stack>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly write: (part: Partial<Typed>) => void;
  readonly hasKey: boolean;
}

function Fields({ typed, write, hasKey }: FieldsProps) {
  const read = readModelAddress(typed.address);
  return (
    <>
      <Switch label={words.enabled} checked={typed.enabled} onChange={(event) => write({ enabled: event.currentTarget.checked })} />
      <TextInput
        label={words.address}
        description={words.addressHint}
        error={typed.address.trim() !== '' && read.kind === 'unusable' ? read.why : undefined}
        maxLength={500}
        spellCheck={false}
        value={typed.address}
        onChange={(event) => write({ address: event.currentTarget.value })}
      />
      <TextInput
        label={words.model}
        description={words.modelHint}
        maxLength={200}
        spellCheck={false}
        value={typed.model}
        onChange={(event) => write({ model: event.currentTarget.value })}
      />
      <PasswordInput
        label={words.key}
        description={words.keyHint}
        placeholder={hasKey && typed.key === null ? words.keyKept : undefined}
        maxLength={500}
        autoComplete="off"
        value={typed.key ?? ''}
        onChange={(event) => write({ key: event.currentTarget.value === '' && !hasKey ? null : event.currentTarget.value })}
      />
      <Checkbox
        label={words.stories}
        description={words.storiesHint}
        checked={typed.stories}
        onChange={(event) => write({ stories: event.currentTarget.checked })}
      />
    </>
  );
}

/** Asks the server as it is saved which models it has. */
function ConnectionTest({ isReady }: { readonly isReady: boolean }) {
  const test = useMutation({ mutationFn: () => api.assistant.test.query(undefined, { context: ALONE }) });
  return (
    <>
      <Button variant="default" disabled={!isReady} loading={test.isPending} onClick={() => test.mutate()}>
        {words.test}
      </Button>
      <Text size="sm" role="status" w="100%">
        {test.isPending && words.testing}
        {isReady && test.isError && wordsOf(test.error)}
        {isReady &&
          test.data &&
          `${test.data.words}${test.data.models.length > 0 && !test.data.isGood ? ` ${words.models(test.data.models)}` : ''}`}
      </Text>
    </>
  );
}

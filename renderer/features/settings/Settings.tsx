import { Button, Group, List, SegmentedControl, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { showDone } from '../../app/toasts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { LocalModel } from '../assistant/LocalModel.tsx';
import { RecordingSettings } from '../voice/RecordingSettings.tsx';
import { AnswerSettings } from './AnswerSettings.tsx';
import { LanguageSettings } from './LanguageSettings.tsx';
import { PracticeSettings } from './PracticeSettings.tsx';
import { Training } from './Training.tsx';

const THEMES = ['light', 'dark', 'auto'] as const;

export default function Settings({ state }: { readonly state: AppState }) {
  return (
    <Page title={t.settings.title}>
      <Appearance state={state} />
      <Section title={t.practice.settings.title}>
        <Stack gap="xl">
          <LanguageSettings />
          <PracticeSettings />
          <Training />
        </Stack>
      </Section>
      <Section title={t.scoring.settings.title}>
        <AnswerSettings />
      </Section>
      <Profiles key={state.profile.id} state={state} />
      <Section title={t.voice.settings.title}>
        <RecordingSettings />
      </Section>
      <Section title={t.assistant.title}>
        <LocalModel />
      </Section>
      <Data state={state} />
      <Numbers />
    </Page>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Appearance({ state }: { readonly state: AppState }) {
  const change = useChange((theme: AppState['theme']) => api.app.setTheme.mutate({ theme }));
  return (
    <Section title={t.settings.appearance}>
      <SegmentedControl
        aria-label={t.app.themeLabel}
        data={THEMES.map((value) => ({ value, label: t.app.theme[value] }))}
        value={state.theme}
        onChange={(value) => {
          const theme = THEMES.find((one) => one === value);
          if (theme) change.mutate(theme);
        }}
      />
    </Section>
  );
}

function Profiles({ state }: { readonly state: AppState }) {
  const [name, setName] = useState(state.profile.name);
  const [newName, setNewName] = useState('');
  const rename = useChange(
    () => api.profiles.rename.mutate({ id: state.profile.id, name }),
    () => showDone(t.settings.saved),
  );
  const create = useChange(() => api.profiles.create.mutate({ name: newName }));
  const select = useChange((id: number) => api.profiles.select.mutate({ id }));
  return (
    <Section title={t.settings.profile}>
      <Stack gap="sm" maw={460}>
        {state.profiles.length > 1 && (
          <Select
            label={t.settings.switchTo}
            allowDeselect={false}
            data={state.profiles.map((profile) => ({ value: String(profile.id), label: profile.name }))}
            value={String(state.profile.id)}
            onChange={(value) => value !== null && select.mutate(Number(value))}
          />
        )}
        <Group align="end" gap="sm">
          <TextInput
            flex={1}
            label={t.settings.profileName}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button variant="default" disabled={name.trim() === '' || name === state.profile.name} onClick={() => rename.mutate(undefined)}>
            {t.settings.save}
          </Button>
        </Group>
        <Group align="end" gap="sm">
          <TextInput
            flex={1}
            label={t.settings.newProfileName}
            maxLength={80}
            value={newName}
            onChange={(event) => setNewName(event.currentTarget.value)}
          />
          <Button variant="default" disabled={newName.trim() === ''} onClick={() => create.mutate(undefined)}>
            {t.settings.create}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

function Data({ state }: { readonly state: AppState }) {
  const backup = useChange(
    () => api.app.backup.mutate(),
    ({ path }) => showDone(t.actions.backupDone(path)),
  );
  return (
    <Section title={t.settings.data}>
      <Text maw={640}>{t.settings.dataText}</Text>
      <Text ff="monospace" size="sm" my="sm" style={{ overflowWrap: 'anywhere' }}>
        {state.dataDir}
      </Text>
      <Group>
        <Button component="a" href="/api/export/profile.json" variant="default">
          {t.settings.export}
        </Button>
        <Button variant="default" onClick={() => backup.mutate(undefined)} loading={backup.isPending}>
          {t.settings.backup}
        </Button>
        <Text size="sm" className="soft">
          {t.settings.version(state.version)}, {t.settings.host[state.host]}
        </Text>
      </Group>
    </Section>
  );
}

const VARIANCES = ['evidenceWithScale', 'selfWithWords', 'self', 'imported', 'evidence', 'used'] as const;

/** The scale and the judgement behind the numbers, open to question. */
function Numbers() {
  const query = useQuery(queries.judgement());
  return (
    <>
      <Section title={t.settings.scale}>
        <List type="ordered" start={0}>
          {t.levels.names.map((name, level) => (
            <List.Item key={name} value={level}>
              <b>{name}.</b> {t.levels.words[level]}
            </List.Item>
          ))}
        </List>
      </Section>
      <Section title={t.settings.judgement}>
        <Text mb="sm">{t.settings.judgementText}</Text>
        <Loaded query={query}>
          {(judgement) => (
            <>
              <Table maw={560}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.settings.sourceColumn}</Table.Th>
                    <Table.Th ta="right">{t.settings.varianceColumn}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {VARIANCES.map((source) => (
                    <Table.Tr key={source}>
                      <Table.Td>{t.settings.variance[source]}</Table.Td>
                      <Table.Td ta="right" className="tabular">
                        {Math.sqrt(judgement.variance[source]).toFixed(2)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              <List size="sm" mt="md">
                {t.settings.factors(judgement).map((line) => (
                  <List.Item key={line}>{line}</List.Item>
                ))}
              </List>
            </>
          )}
        </Loaded>
      </Section>
    </>
  );
}

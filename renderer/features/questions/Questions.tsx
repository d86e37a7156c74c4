import { Badge, Button, Drawer, Group, List, Select, Stack, Table, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Outputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { AppState } from '../../app/Shell.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { Prose } from '../drill/Prose.tsx';
import { Sources } from '../drill/Sources.tsx';
import { useStartDrill } from '../drill/use-start-drill.ts';
import { BankNumbers } from './BankNumbers.tsx';

type Question = Outputs['questions']['list'][number];

interface Filter {
  readonly words: string;
  readonly kind: string | null;
  readonly level: string | null;
}

/** The question bank: what may be asked, searchable. */
export default function Questions({ state }: { readonly state: AppState }) {
  const query = useQuery(queries.questions(state.profile.roleId ?? undefined));
  return (
    <Page title={t.questions.title}>
      <Loaded query={query}>{(questions) => <Bank questions={questions} />}</Loaded>
    </Page>
  );
}

function Bank({ questions }: { readonly questions: readonly Question[] }) {
  const [filter, setFilter] = useState<Filter>({ words: '', kind: null, level: null });
  const [opened, setOpened] = useState<string | null>(null);
  const [search, setSearch] = useSearchParams();
  const about = search.get('competency');
  const shown = useMemo(
    () =>
      questions.filter((question) => fits(question, filter) && (about === null || question.competencies.some(({ id }) => id === about))),
    [questions, filter, about],
  );
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const competencies = useMemo(() => competenciesOf(questions, about), [questions, about]);
  return (
    <>
      <Group gap="sm">
        <TextInput
          flex={1}
          miw={180}
          placeholder={t.questions.search}
          aria-label={t.questions.search}
          leftSection={<IconSearch size={17} />}
          value={filter.words}
          onChange={(event) => setFilter({ ...filter, words: event.currentTarget.value })}
        />
        <Select
          w={150}
          aria-label={t.questions.kind}
          placeholder={t.questions.allKinds}
          clearable
          data={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value={filter.kind}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
        <Select
          w={140}
          aria-label={t.questions.level}
          placeholder={t.questions.allLevels}
          clearable
          data={['1', '2', '3', '4', '5']}
          value={filter.level}
          onChange={(level) => setFilter({ ...filter, level })}
        />
        <Select
          w={260}
          aria-label={t.questions.competency}
          placeholder={t.questions.allCompetencies}
          clearable
          searchable
          data={competencies}
          value={about}
          onChange={(competency) => setSearch(competency === null ? {} : { competency }, { replace: true })}
        />
      </Group>
      <Text size="sm" className="soft" role="status">
        {t.questions.count(shown.length, questions.length)}
      </Text>
      {shown.length > 0 && <BankNumbers questions={shown} />}
      {shown.length === 0 ? <Text>{t.questions.nothing}</Text> : <QuestionTable questions={shown} onOpen={setOpened} />}
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        size="lg"
        title={t.questions.columns.question}
        closeButtonProps={{ 'aria-label': t.app.close }}
      >
        {opened !== null && <Preview id={opened} />}
      </Drawer>
    </>
  );
}

/** What there are questions about, by name; with the one asked for, so that it can be cleared where there is none. */
function competenciesOf(questions: readonly Question[], asked: string | null): { value: string; label: string }[] {
  const names = new Map(questions.flatMap((question) => question.competencies.map(({ id, name }) => [id, name] as const)));
  if (asked !== null && !names.has(asked)) names.set(asked, asked);
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}

function fits({ prompt, id, kind, level }: Question, filter: Filter): boolean {
  const words = filter.words.trim().toLowerCase();
  if (filter.kind !== null && kind !== filter.kind) return false;
  if (filter.level !== null && String(level) !== filter.level) return false;
  return words === '' || prompt.en.toLowerCase().includes(words) || id.includes(words);
}

function QuestionTable({ questions, onOpen }: { readonly questions: readonly Question[]; readonly onOpen: (id: string) => void }) {
  return (
    <div className="card">
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.questions.columns.question}</Table.Th>
            <Table.Th>{t.questions.columns.kind}</Table.Th>
            <Table.Th>{t.questions.columns.level}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {questions.map(({ id, prompt, kind, level }) => (
            <Table.Tr key={id} style={{ contentVisibility: 'auto' }}>
              <Table.Td>
                <UnstyledButton onClick={() => onOpen(id)}>
                  <Text lineClamp={2}>{prompt.en}</Text>
                </UnstyledButton>
                <Text size="xs" className="soft">
                  {id}
                </Text>
              </Table.Td>
              <Table.Td>{t.kinds[kind]}</Table.Td>
              <Table.Td>{level}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Preview({ id }: { readonly id: string }) {
  const query = useQuery(queries.question(id));
  const { start, isStarting } = useStartDrill();
  return (
    <Loaded query={query}>
      {(question) => (
        <Stack>
          <Group gap="xs">
            <Badge>{t.kinds[question.kind]}</Badge>
            <Badge variant="light">{t.levels.level(question.level)}</Badge>
          </Group>
          <Prose text={question.prompt.en} />
          <Button onClick={() => start({ questionId: id, size: 1 })} loading={isStarting} style={{ alignSelf: 'flex-start' }}>
            {t.questions.practise}
          </Button>
          {question.stimulus && <pre style={{ overflowX: 'auto', fontSize: 13 }}>{question.stimulus.text}</pre>}
          <Title order={2} size="h5">
            {t.drill.points}
          </Title>
          <List>
            {question.keyPoints.map(({ id: pointId, text }) => (
              <List.Item key={pointId}>{text.en}</List.Item>
            ))}
          </List>
          <Title order={2} size="h5">
            {t.drill.model}
          </Title>
          <Prose text={question.modelAnswer.en} />
          <Title order={2} size="h5">
            {t.drill.sources}
          </Title>
          <Sources sources={question.sources} secondReading={question.secondReading} />
        </Stack>
      )}
    </Loaded>
  );
}

import {
  Alert,
  Button,
  Grid,
  Group,
  List,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { type Question, type QuestionKind, questionKindSchema, tagSchema } from '../../../core/content/question.ts';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { showUndoable } from '../../components/undo-toast.tsx';
import { t } from '../../strings/index.ts';
import { type FieldsProps, KeyPoints, KindFields } from './KindFields.tsx';
import { QuestionPreview } from './QuestionPreview.tsx';
import { draftOf, emptyDraft, NEW_ID, newSource, type QuestionDraft, useQuestionDrafts } from './question-draft.ts';
import { missingIn, questionFrom } from './question-from-draft.ts';
import { RowList } from './RowList.tsx';
import { useTakeBack } from './use-take-back.ts';

const { form } = t.questions;

/** A question to write or to change. @param id null for a new one. */
export default function QuestionForm({ id }: { readonly id: string | null }) {
  return id === null ? <Form saved={null} isBank={false} /> : <Editing id={id} />;
}

function Editing({ id }: { readonly id: string }) {
  const query = useQuery({ ...queries.questionDetails(id), refetchOnWindowFocus: false });
  return <Loaded query={query}>{({ question, origin }) => <Form key={id} saved={question} isBank={origin === 'shipped'} />}</Loaded>;
}

interface FormProps {
  readonly saved: Question | null;
  readonly isBank: boolean;
}

function Form({ saved, isBank }: FormProps) {
  const id = saved?.id ?? NEW_ID;
  const { drafts, keep, drop } = useQuestionDrafts();
  const begun = drafts[id];
  // What was begun is gone on with, on the version it was begun on: saving tells when another was saved meanwhile.
  const [base] = useState(begun === undefined ? saved : begun.base);
  const [first] = useState(() => (saved === null ? emptyDraft() : draftOf(saved)));
  const [wasBegun] = useState(begun !== undefined);
  const [isTried, setTried] = useState(false);
  const [previewed, setPreviewed] = useState<Question | null>(null);
  const draft = begun?.draft ?? first;
  const [, navigate] = useLocation();
  const leave = (): void => {
    drop(id);
    navigate('/questions');
  };
  const save = useSave(isBank, leave);
  useUnloadWarning(begun !== undefined);
  const missing = missingIn(draft);
  const question = missing.length === 0 ? questionFrom(draft, base) : null;
  const problems = typeof question === 'string' ? [question] : missing;
  const act = (run: (ready: Question) => void): void => {
    setTried(true);
    if (question !== null && typeof question !== 'string') run(question);
  };
  const change = (part: Partial<QuestionDraft>): void => keep(id, base, { ...draft, ...part });
  return (
    <Page
      title={saved === null ? form.newTitle : isBank ? form.copyTitle : form.editTitle}
      actions={
        <>
          {begun !== undefined && (
            <Text size="sm" className="soft">
              {form.unsaved}
            </Text>
          )}
          <Button variant="default" onClick={leave}>
            {begun === undefined ? form.cancel : form.discard}
          </Button>
          <Button variant="default" onClick={() => act(setPreviewed)}>
            {t.questions.preview}
          </Button>
          <Button loading={save.isPending} onClick={() => act(save.mutate)}>
            {form.save}
          </Button>
        </>
      }
    >
      {isBank && <Alert variant="light">{t.questions.editHint}</Alert>}
      {wasBegun && <Alert variant="light">{form.kept}</Alert>}
      {isTried && problems.length > 0 && <Problems problems={problems} />}
      <Fields draft={draft} change={change} />
      <QuestionPreview question={previewed} onClose={() => setPreviewed(null)} />
    </Page>
  );
}

function useSave(isBank: boolean, onSaved: () => void) {
  const takeBack = useTakeBack();
  return useChange(
    (question: Question) => (question.id === NEW_ID ? api.questions.create.mutate({ question }) : api.questions.edit.mutate({ question })),
    ({ changeId }) => {
      onSaved();
      showUndoable(isBank ? t.questions.savedCopy : t.questions.saved, () => takeBack(changeId));
    },
  );
}

function useUnloadWarning(isChanged: boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isChanged) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  return (
    <Alert color="red" title={form.wrong} role="alert">
      <List size="sm">
        {problems.map((problem) => (
          <List.Item key={problem}>{problem}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Fields(props: FieldsProps) {
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Texts {...props} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Facts {...props} />
      </Grid.Col>
    </Grid>
  );
}

function Texts({ draft, change }: FieldsProps) {
  return (
    <Stack>
      <Textarea
        label={form.prompt}
        description={<Hint text={form.promptHint} />}
        autosize
        minRows={3}
        maxRows={16}
        data-autofocus
        value={draft.prompt}
        onChange={(event) => change({ prompt: event.currentTarget.value })}
      />
      {(draft.kind === 'read' || draft.material !== '') && (
        <Textarea
          label={form.material}
          description={<Hint text={form.materialHint} />}
          autosize
          minRows={5}
          maxRows={24}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          value={draft.material}
          onChange={(event) => change({ material: event.currentTarget.value })}
        />
      )}
      <KindFields draft={draft} change={change} />
      <Textarea
        label={form.answer}
        autosize
        minRows={4}
        maxRows={20}
        value={draft.answer}
        onChange={(event) => change({ answer: event.currentTarget.value })}
      />
      <KeyPoints draft={draft} change={change} />
    </Stack>
  );
}

/** The library's own colour for descriptions is too pale to read. */
function Hint({ text }: { readonly text: string }) {
  return <span className="soft">{text}</span>;
}

const MAX_MINUTES = 60;

function Facts({ draft, change }: FieldsProps) {
  const { data: facets } = useQuery(queries.questionFacets());
  const known = (facets?.competencies ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const unknown = draft.competencies.filter((id) => !known.some(({ value }) => value === id)).map((id) => ({ value: id, label: id }));
  return (
    <Stack>
      <Select
        label={form.kind}
        allowDeselect={false}
        data={kindsFor(draft.kind).map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        value={draft.kind}
        onChange={(value) => {
          const kind = questionKindSchema.safeParse(value);
          if (kind.success) change({ kind: kind.data });
        }}
      />
      <Group grow>
        <Select
          label={form.level}
          allowDeselect={false}
          data={['1', '2', '3', '4', '5']}
          value={String(draft.level)}
          onChange={(level) => change({ level: Number(level) })}
        />
        <NumberInput
          label={form.minutes}
          min={0.5}
          max={MAX_MINUTES}
          step={0.5}
          clampBehavior="strict"
          value={draft.minutes}
          onChange={(minutes) => {
            if (typeof minutes === 'number' && minutes >= 0.5) change({ minutes });
          }}
        />
      </Group>
      <MultiSelect
        label={form.competencies}
        description={<Hint text={form.competenciesHint} />}
        searchable
        limit={100}
        data={[...known, ...unknown]}
        value={[...draft.competencies]}
        onChange={(competencies) => change({ competencies })}
      />
      <TagsInput
        label={form.tags}
        description={<Hint text={form.tagsHint} />}
        data={(facets?.tags ?? []).map(({ tag }) => tag)}
        splitChars={[',', ';']}
        acceptValueOnBlur
        value={[...draft.tags]}
        onChange={(tags) => change({ tags: tags.map((tag) => tag.trim()).filter((tag) => tagSchema.safeParse(tag).success) })}
      />
      <RowList
        title={form.sources}
        rows={draft.sources}
        onChange={(sources) => change({ sources })}
        addLabel={form.addSource}
        newRow={newSource}
      >
        {({ title, ref }, number, set) => (
          <Stack gap={4} flex={1}>
            <TextInput
              aria-label={form.source(number)}
              placeholder={form.titleHint}
              value={title}
              onChange={(event) => set({ title: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              aria-label={form.ref(number)}
              placeholder={form.refHint}
              value={ref}
              onChange={(event) => set({ ref: event.currentTarget.value })}
            />
          </Stack>
        )}
      </RowList>
    </Stack>
  );
}

/** The acts of a diagnosis want more than a form: it is offered only to who changes one. */
function kindsFor(kind: QuestionKind): readonly QuestionKind[] {
  return questionKindSchema.options.filter((one) => one !== 'diagnose' || kind === 'diagnose');
}

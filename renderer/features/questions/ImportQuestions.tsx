import { Alert, Badge, Button, FileButton, Group, List, Loader, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ImportPreview } from '../../../api/question-imports.ts';
import { importQuestionFile, previewQuestionFile, wordsOf } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showUndoable } from '../../components/undo-toast.tsx';
import { t } from '../../strings/index.ts';
import { useTakeBack } from './use-take-back.ts';

const words = t.questions.import;
const ACCEPT = '.apkg,.colpkg,.anki2,.anki21,.csv,.tsv,.txt,.json,.md,.markdown';

/** A file of questions: chosen, looked at, brought in, and taken back as a whole if need be. */
export function ImportQuestions({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  return (
    <Modal opened onClose={onClose} size="xl" title={words.title} closeButtonProps={{ 'aria-label': t.app.close }}>
      <Stack>
        <Text size="sm">{words.intro}</Text>
        <Group>
          <FileButton onChange={setFile} accept={ACCEPT}>
            {(props) => (
              <Button {...props} variant={file === null ? 'filled' : 'default'} data-autofocus>
                {words.choose}
              </Button>
            )}
          </FileButton>
          {file !== null && <Text size="sm">{file.name}</Text>}
        </Group>
        {file === null ? (
          <PastImports />
        ) : (
          <Previewed key={`${file.name} ${file.lastModified} ${file.size}`} file={file} onDone={onClose} />
        )}
      </Stack>
    </Modal>
  );
}

type Read = { readonly preview: ImportPreview } | { readonly problem: string } | null;

function Previewed({ file, onDone }: { readonly file: File; readonly onDone: () => void }) {
  const [read, setRead] = useState<Read>(null);
  useEffect(() => {
    const stop = new AbortController();
    previewQuestionFile(file, stop.signal).then(
      (preview) => setRead({ preview }),
      (error: unknown) => {
        if (!stop.signal.aborted) setRead({ problem: wordsOf(error) });
      },
    );
    return () => stop.abort();
  }, [file]);
  if (read === null)
    return (
      <Group role="status">
        <Loader size="sm" /> <Text size="sm">{words.reading}</Text>
      </Group>
    );
  if ('problem' in read)
    return (
      <Alert color="red" role="alert">
        {read.problem}
      </Alert>
    );
  return <WhatComesIn preview={read.preview} file={file} onDone={onDone} />;
}

interface ComesInProps {
  readonly preview: ImportPreview;
  readonly file: File;
  readonly onDone: () => void;
}

function WhatComesIn({ preview: { counts, first, problems }, file, onDone }: ComesInProps) {
  const takeBack = useTakeBack();
  const take = useChange(
    () => importQuestionFile(file),
    ({ counts: done, changeId }) => {
      onDone();
      if (changeId !== null) showUndoable(words.done(done), () => takeBack(changeId));
    },
  );
  const toTake = counts.new + counts.updated;
  const isNothing = toTake + counts.schedules === 0;
  return (
    <>
      <div role="status">
        <Text fw={600}>{isNothing ? words.nothing : words.found(counts)}</Text>
        <List size="sm">
          {counts.schedules > 0 && <List.Item>{words.schedules(counts.schedules)}</List.Item>}
          {counts.same > 0 && <List.Item>{words.same(counts.same)}</List.Item>}
          {counts.twin > 0 && <List.Item>{words.twin(counts.twin)}</List.Item>}
          {counts.bank > 0 && <List.Item>{words.bank(counts.bank)}</List.Item>}
          {counts.leftOut > 0 && (
            <List.Item>
              {words.leftOut(counts.leftOut)}
              <List size="xs" withPadding>
                {problems.slice(0, 5).map((problem) => (
                  <List.Item key={problem}>{problem}</List.Item>
                ))}
              </List>
            </List.Item>
          )}
        </List>
      </div>
      {first.length > 0 && (
        <div>
          <Title order={3} size="h6">
            {words.firstTen(first.length)}
          </Title>
          <Table verticalSpacing={4}>
            <Table.Tbody>
              {first.map(({ id, prompt, tags, action }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Text size="sm" lineClamp={2}>
                      {prompt}
                    </Text>
                    {tags.length > 0 && (
                      <Text size="xs" className="soft">
                        {tags.join(', ')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td w={110}>
                    <Badge variant="light" size="sm" color={action === 'new' || action === 'updated' ? undefined : 'gray'}>
                      {words.actions[action]}
                    </Badge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
        <Button disabled={isNothing} loading={take.isPending} onClick={() => take.mutate(undefined)}>
          {toTake === 0 && !isNothing ? words.takeSchedules : words.take(toTake)}
        </Button>
      </Group>
    </>
  );
}

const WHEN = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** Imports that can still be taken back, also after a restart. */
function PastImports() {
  const { data: imports = [] } = useQuery(queries.questionImports());
  const takeBack = useTakeBack();
  if (imports.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h6" mb={4}>
        {words.past}
      </Title>
      {imports.map(({ id, madeAtMs }) => (
        <Group key={id} justify="space-between">
          <Text size="sm">{WHEN.format(madeAtMs)}</Text>
          <Button size="compact-sm" variant="light" aria-label={words.takeBackOf(WHEN.format(madeAtMs))} onClick={() => takeBack(id)}>
            {words.takeBack}
          </Button>
        </Group>
      ))}
    </div>
  );
}

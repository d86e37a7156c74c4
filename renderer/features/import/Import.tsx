import { ActionIcon, Badge, Button, Group, Loader, Modal, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { useDisclosure } from '@mantine/hooks';
import { IconFileText, IconTrash, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api, type Outputs, uploadDocument } from '../../api/client.ts';
import { queries, refresh, useChange } from '../../api/queries.ts';
import { showDone, showError } from '../../app/toasts.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import classes from './Import.module.css';

interface Source {
  readonly name: string;
  readonly body: Blob;
}

function useImport() {
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const abort = useRef<AbortController | null>(null);
  const upload = useMutation({
    mutationFn: ({ name, body }: Source) => {
      abort.current = new AbortController();
      return uploadDocument(name, body, abort.current.signal);
    },
    onSuccess: async ({ result, changed }) => {
      await refresh(client, changed);
      if (!result.isNew) showDone(t.import.known);
      navigate(`/import/${result.id}`);
    },
    onError: (error) => {
      if (error.name !== 'AbortError') showError(error);
    },
  });
  return { upload, cancel: () => abort.current?.abort() };
}

export default function Import() {
  const { upload, cancel } = useImport();
  const documents = useQuery(queries.documents());
  return (
    <Page title={t.import.title}>
      {upload.isPending ? (
        <Stack align="center" className={classes.drop} py={48} role="status">
          <Loader />
          <Text>{t.import.reading(upload.variables.name)}</Text>
          <Button variant="default" onClick={cancel}>
            {t.app.cancel}
          </Button>
        </Stack>
      ) : (
        <Choose onChoose={(source) => upload.mutate(source)} />
      )}
      <section>
        <Title order={2} size="h4" mb="sm">
          {t.import.documents}
        </Title>
        <Loaded query={documents}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={t.import.none} text={t.import.noneText} />
            ) : (
              <Stack gap="sm">
                {list.map((document) => (
                  <DocumentRow key={document.id} document={document} />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </section>
    </Page>
  );
}

function Choose({ onChoose }: { readonly onChoose: (source: Source) => void }) {
  const [pasted, setPasted] = useState('');
  const openFile = useRef<() => void>(null);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <Dropzone
        openRef={openFile}
        activateOnClick={false}
        multiple={false}
        onDrop={([file]) => file && onChoose({ name: file.name, body: file })}
        className={classes.drop}
        aria-label={t.import.dropTitle}
      >
        <Stack align="center" gap="xs" py={26}>
          <IconUpload size={34} stroke={1.5} />
          <Text fw={650}>{t.import.dropTitle}</Text>
          <Text size="sm" className="soft" ta="center" maw={340}>
            {t.import.dropText}
          </Text>
          <Button mt="xs" onClick={() => openFile.current?.()} className={classes.choose}>
            {t.import.choose}
          </Button>
          <Text size="xs" className="soft">
            {t.import.private}
          </Text>
        </Stack>
      </Dropzone>
      <Stack gap="sm">
        <Textarea
          label={t.import.paste}
          aria-label={t.import.pasteLabel}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          classNames={{ root: classes.paste, wrapper: classes.pasteFill, input: classes.pasteInput }}
        />
        <Button
          variant="default"
          disabled={pasted.trim() === ''}
          onClick={() => onChoose({ name: t.import.pasteName, body: new Blob([pasted], { type: 'text/markdown' }) })}
        >
          {t.import.pasteAction}
        </Button>
      </Stack>
    </SimpleGrid>
  );
}

type Summary = Outputs['documents']['list'][number];

function DocumentRow({ document }: { readonly document: Summary }) {
  const [asked, { open, close }] = useDisclosure(false);
  const remove = useChange(
    () => api.documents.remove.mutate({ id: document.id }),
    () => showDone(t.import.removed(document.name)),
  );
  const isNew = document.status === 'proposed';
  return (
    <Group className="card" wrap="nowrap" py="sm">
      <IconFileText size={24} stroke={1.5} aria-hidden="true" />
      <div className={classes.name}>
        <Text fw={600} truncate>
          {document.name}
        </Text>
        <Text size="sm" className="soft">
          {t.import.language(document.language)},{' '}
          {t.import.importedOn(new Date(document.importedAtMs).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }))}
        </Text>
      </div>
      <Badge variant="light" color={isNew ? 'brass' : 'plumb'} className={classes.status}>
        {t.import.status[document.status]}
      </Badge>
      <Button component={Link} href={`/import/${document.id}`} variant={isNew ? 'filled' : 'default'} size="sm">
        {isNew ? t.import.review : t.import.open}
      </Button>
      <ActionIcon variant="subtle" color="gray" aria-label={`${t.import.remove} ${document.name}`} onClick={open}>
        <IconTrash size={18} />
      </ActionIcon>
      <Modal opened={asked} onClose={close} title={t.import.removeAsk(document.name)} closeButtonProps={{ 'aria-label': t.app.close }}>
        <Text mb="md">{t.import.removeText}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t.app.cancel}
          </Button>
          <Button color="red" onClick={() => remove.mutate(undefined)} loading={remove.isPending}>
            {t.import.remove}
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}

import { ActionIcon, Badge, Button, Group, Menu, Modal, Progress, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconDots, IconDownload, IconFileText, IconTrash, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import classes from './Import.module.css';
import { type Source, type Uploads, useUploads } from './use-uploads.ts';

export default function Import() {
  const uploads = useUploads();
  const documents = useQuery(queries.documents());
  return (
    <Page title={t.import.title}>
      {uploads.current === null ? <Choose onChoose={uploads.start} /> : <Reading uploads={uploads} />}
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

/** How far the document being read is, with a way out. */
function Reading({ uploads }: { readonly uploads: Uploads }) {
  const { current, waiting, cancel } = uploads;
  const { data: progress } = useQuery({
    queryKey: ['progress', current?.upload],
    queryFn: () => api.documents.progress.query({ upload: current?.upload ?? '' }),
    refetchInterval: 250,
    staleTime: 0,
    meta: { kinds: [] },
  });
  const step = progress?.step ?? 'reading';
  return (
    <Stack align="center" className={classes.drop} py={48} role="status">
      <Text fw={600}>{t.import.reading(current?.name ?? '')}</Text>
      <Progress value={Math.max(4, (progress?.share ?? 0) * 100)} animated w={360} aria-label={t.import.reading(current?.name ?? '')} />
      <Text size="sm" className="soft">
        {t.import.steps[step]}
        {waiting > 0 && ` · ${t.import.waiting(waiting)}`}
      </Text>
      <Button variant="default" onClick={cancel}>
        {t.app.cancel}
      </Button>
    </Stack>
  );
}

function Choose({ onChoose }: { readonly onChoose: (sources: readonly Source[]) => void }) {
  const [pasted, setPasted] = useState('');
  const openFile = useRef<() => void>(null);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <Dropzone
        openRef={openFile}
        activateOnClick={false}
        onDrop={(files) => onChoose(files.map((file) => ({ name: file.name, body: file })))}
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
          onClick={() => onChoose([{ name: t.import.pasteName, body: new Blob([pasted], { type: 'text/markdown' }) }])}
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
  const undo = useChange(
    () => api.documents.undo.mutate({ id: document.id }),
    () => showDone(t.import.undone(document.name)),
  );
  const status = document.supersededBy === null ? document.status : 'superseded';
  const isNew = status === 'proposed';
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
      <Badge variant="light" color={isNew ? 'brass' : status === 'superseded' ? 'gray' : 'plumb'} className={classes.status}>
        {t.import.status[status]}
      </Badge>
      <Button component={Link} href={`/import/${document.id}`} variant={isNew ? 'filled' : 'default'} size="sm">
        {isNew ? t.import.review : t.import.open}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t.import.more(document.name)}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={`/api/documents/${document.id}/original`}
            download={document.name}
            leftSection={<IconDownload size={16} />}
          >
            {t.import.original}
          </Menu.Item>
          {status === 'confirmed' && (
            <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => undo.mutate(undefined)}>
              {t.import.undo}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={open}>
            {t.import.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
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

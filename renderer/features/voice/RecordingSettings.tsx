import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { sizeWords } from './sound-words.ts';

const words = t.voice.settings;

/** How many recordings there are, what they take, and the way to be rid of them. */
export function RecordingSettings() {
  const query = useQuery(queries.recordingTotal());
  const [isAsking, ask] = useDisclosure(false);
  const removeAll = useChange(
    () => api.recordings.removeAll.mutate(),
    ({ count }) => {
      ask.close();
      showDone(words.removedAll(count));
    },
  );
  return (
    <>
      <Text maw={640}>{words.text}</Text>
      <Loaded query={query}>
        {({ count, bytes }) => (
          <>
            <Group mt="sm">
              <Text fw={600}>{count === 0 ? words.none : words.total(count, sizeWords(bytes))}</Text>
              {count > 0 && (
                <Button variant="default" onClick={ask.open}>
                  {words.removeAll}
                </Button>
              )}
            </Group>
            <Modal opened={isAsking} onClose={ask.close} title={words.confirmTitle} closeButtonProps={{ 'aria-label': t.app.close }}>
              <Text>{words.confirm(count)}</Text>
              <Group justify="flex-end" mt="md">
                <Button variant="default" onClick={ask.close} data-autofocus>
                  {t.app.cancel}
                </Button>
                <Button color="red" loading={removeAll.isPending} onClick={() => removeAll.mutate(undefined)}>
                  {words.removeAll}
                </Button>
              </Group>
            </Modal>
          </>
        )}
      </Loaded>
    </>
  );
}

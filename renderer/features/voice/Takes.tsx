import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, type Outputs } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { t } from '../../strings/index.ts';
import { Player } from './Player.tsx';
import type { SpokenAnswer } from './part-sender.ts';
import { clockWords } from './sound-words.ts';
import classes from './Voice.module.css';

type Recording = Outputs['recordings']['ofQuestion'][number];

/** How often this answer was recorded, in this session. */
export function useTakeCount({ sessionId, questionId }: SpokenAnswer): number {
  const { data = [] } = useQuery(queries.recordings(questionId));
  return data.filter((recording) => recording.sessionId === sessionId).length;
}

/** The recordings of this answer, to be heard beside the key points, and those of earlier sessions to compare with. */
export function Takes({ of, withEarlier }: { readonly of: SpokenAnswer; readonly withEarlier: boolean }) {
  const { data = [] } = useQuery(queries.recordings(of.questionId));
  const now = data.filter(({ sessionId }) => sessionId === of.sessionId);
  const earlier = data.filter(({ sessionId }) => sessionId !== of.sessionId);
  return (
    <>
      {now.length > 0 && (
        <ul className={classes.takes} aria-label={t.voice.takes}>
          {now.map((recording, index) => (
            <Take key={recording.id} recording={recording} name={t.voice.take(index + 1)} />
          ))}
        </ul>
      )}
      {withEarlier && earlier.length > 0 && (
        <details>
          <summary>{t.voice.earlierTakes(earlier.length)}</summary>
          <ul className={classes.takes}>
            {earlier.map((recording) => (
              <Take
                key={recording.id}
                recording={recording}
                name={t.voice.earlier(new Date(recording.recordedAtMs).toLocaleString('en-GB', WHEN))}
              />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const WHEN = { dateStyle: 'medium', timeStyle: 'short' } as const;

function Take({ recording: { id, durationMs }, name }: { readonly recording: Recording; readonly name: string }) {
  const remove = useChange(
    () => api.recordings.remove.mutate({ id }),
    () => showDone(t.voice.removed),
  );
  return (
    <li className={classes.take}>
      <Text size="sm" className="tabular">
        {name} · {clockWords(durationMs)}
      </Text>
      <Player id={id} label={name} />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t.voice.removeNamed(name)}
        title={t.voice.remove}
        loading={remove.isPending}
        onClick={() => remove.mutate(undefined)}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </li>
  );
}

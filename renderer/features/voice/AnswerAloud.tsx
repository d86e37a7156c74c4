import { Alert, Button, Group, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconMicrophone, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { t } from '../../strings/index.ts';
import { LevelMeter } from './LevelMeter.tsx';
import type { SpokenAnswer } from './part-sender.ts';
import { clockWords } from './sound-words.ts';
import classes from './Voice.module.css';
import { lengthMs, useVoice } from './voice-store.ts';

interface Props {
  readonly of: SpokenAnswer;
  /** There is a recording of this answer already. */
  readonly isAgain: boolean;
  readonly onStart: () => void;
}

/** The button that records, and while it does the time, the level, pause and stop. Leaving the question stops and saves. */
export function AnswerAloud({ of, isAgain, onStart }: Props) {
  const { phase, problem, start, saveAgain } = useVoice();
  useStopOnLeave();
  return (
    <section aria-label={t.voice.label} className={classes.voice}>
      {phase === 'idle' || phase === 'asking' ? (
        <Button
          variant="default"
          leftSection={<IconMicrophone size={18} />}
          loading={phase === 'asking'}
          onClick={() => void start(of, onStart)}
        >
          {isAgain ? t.voice.again : t.voice.start}
        </Button>
      ) : (
        <Running />
      )}
      {phase === 'unsaved' && (
        <Alert color="red" role="alert">
          {t.voice.unsaved}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void saveAgain()}>
            {t.voice.saveAgain}
          </Button>
        </Alert>
      )}
      {problem !== null && (
        <Alert color="brass" role="alert">
          {t.voice.problems[problem]}
        </Alert>
      )}
      {(phase === 'asking' || !isAgain) && (
        <Text size="xs" className="soft">
          {phase === 'asking' ? t.voice.asking : t.voice.hint}
        </Text>
      )}
    </section>
  );
}

const WORDS = { recording: t.voice.recording, paused: t.voice.paused, saving: t.voice.saving } as const;

function Running() {
  const { phase, stream, recordedMs, sinceMs, pause, resume, stop } = useVoice();
  const [nowMs, setNowMs] = useState(Date.now());
  useInterval(() => setNowMs(Date.now()), 250, { autoInvoke: true });
  if (phase !== 'recording' && phase !== 'paused' && phase !== 'saving') return null;
  const time = clockWords(lengthMs({ recordedMs, sinceMs }, nowMs));
  return (
    <Group gap="sm">
      <Group gap={8} className={classes.state} data-live={phase === 'recording' || undefined}>
        <span className={classes.light} aria-hidden="true" />
        <Text fw={600} size="sm" role="status">
          {WORDS[phase]}
        </Text>
        <Text size="sm" className="tabular" role="timer" aria-label={t.voice.time(time)}>
          {time}
        </Text>
      </Group>
      {phase === 'recording' && stream && <LevelMeter stream={stream} />}
      {phase === 'recording' && (
        <Button variant="default" size="xs" leftSection={<IconPlayerPause size={16} />} onClick={pause}>
          {t.voice.pause}
        </Button>
      )}
      {phase === 'paused' && (
        <Button variant="default" size="xs" leftSection={<IconPlayerPlay size={16} />} onClick={resume}>
          {t.voice.resume}
        </Button>
      )}
      <Button size="xs" leftSection={<IconPlayerStop size={16} />} loading={phase === 'saving'} onClick={stop}>
        {t.voice.stop}
      </Button>
    </Group>
  );
}

/** Reveal, undo, another question, another screen: the recording ends and is saved. Closing the window asks first. */
function useStopOnLeave(): void {
  useEffect(() => () => useVoice.getState().stop(), []);
  const isRunning = useVoice(({ phase }) => phase !== 'idle' && phase !== 'asking');
  useEffect(() => {
    if (!isRunning) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isRunning]);
}

import { create } from 'zustand';
import { MAX_RECORDING_MS } from '../../../core/practice/recording.ts';
import { queryClient, refresh } from '../../api/queries.ts';
import { closeMicrophone, type Microphone, type MicrophoneProblem, openMicrophone, record } from './microphone.ts';
import { PartSender, type SpokenAnswer } from './part-sender.ts';

type Phase = 'idle' | 'asking' | 'recording' | 'paused' | 'saving' | 'unsaved';

interface VoiceState {
  readonly phase: Phase;
  readonly problem: MicrophoneProblem | null;
  /** What the level is shown of, while recording. */
  readonly stream: MediaStream | null;
  /** Recorded before the stretch that runs now. */
  readonly recordedMs: number;
  /** When the stretch that runs now began; null when none runs. */
  readonly sinceMs: number | null;
  /** Asks for the microphone and records; `onStart` when it really does. */
  start(of: SpokenAnswer, onStart: () => void): Promise<void>;
  pause(): void;
  resume(): void;
  /** Ends the recording and saves it; nothing when none runs. */
  stop(): void;
  /** Sends what could not be sent before. */
  saveAgain(): Promise<void>;
}

let microphone: Microphone | null = null;
let sender: PartSender | null = null;
let deadline: ReturnType<typeof setTimeout> | undefined;

const IDLE = { phase: 'idle', stream: null, recordedMs: 0, sinceMs: null } as const;

/** Length of the recording so far, in milliseconds. */
export function lengthMs({ recordedMs, sinceMs }: Pick<VoiceState, 'recordedMs' | 'sinceMs'>, nowMs: number): number {
  return recordedMs + (sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs));
}

/** The one recording that can run. It outlives the screen it was begun on, so that leaving the screen saves it. */
export const useVoice = create<VoiceState>((set, get) => {
  const settle = (): void => set((state) => ({ recordedMs: lengthMs(state, Date.now()), sinceMs: null }));
  const save = async (): Promise<void> => {
    set({ phase: 'saving', stream: null });
    try {
      await sender?.flush();
      set(IDLE);
    } catch {
      // Said on the screen, with the button that tries again; the parts are kept by the sender.
      set({ phase: 'unsaved' });
    }
    await refresh(queryClient, ['recordings']);
  };
  return {
    ...IDLE,
    problem: null,
    start: async (of, onStart) => {
      if (get().phase !== 'idle') return;
      set({ phase: 'asking', problem: null });
      const opened = await openMicrophone();
      if (typeof opened === 'string') return set({ ...IDLE, problem: opened });
      // Whoever revealed or left while the browser asked does not want to be recorded any more.
      if (get().phase !== 'asking') return closeMicrophone(opened.stream);
      microphone = opened;
      const parts = new PartSender(of, opened.recorder.mimeType);
      sender = parts;
      record(
        opened,
        (part) => parts.add(part, Math.round(lengthMs(get(), Date.now()))),
        (isByItself) => {
          clearTimeout(deadline);
          microphone = null;
          settle();
          if (isByItself) set({ problem: 'ended' });
          void save();
        },
      );
      deadline = setTimeout(() => get().stop(), MAX_RECORDING_MS);
      set({ phase: 'recording', stream: opened.stream, recordedMs: 0, sinceMs: Date.now() });
      onStart();
    },
    pause: () => {
      if (get().phase !== 'recording') return;
      microphone?.recorder.pause();
      settle();
      set({ phase: 'paused' });
    },
    resume: () => {
      if (get().phase !== 'paused') return;
      microphone?.recorder.resume();
      set({ phase: 'recording', sinceMs: Date.now() });
    },
    stop: () => {
      const { phase } = get();
      if (phase === 'asking') set(IDLE);
      if (phase !== 'recording' && phase !== 'paused') return;
      settle();
      set({ phase: 'saving' });
      microphone?.recorder.stop();
    },
    saveAgain: save,
  };
});

/** Why nothing can be recorded, or why a recording ended by itself. */
export type MicrophoneProblem = 'refused' | 'missing' | 'busy' | 'unsupported' | 'ended';

/** In the order of preference: Opus is made for speech, and every Chromium and Firefox has it; Safari records MP4. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/webm', 'audio/mp4'];
const BITS_PER_SECOND = 48_000;
/** How much can be lost at most, in milliseconds of speech. */
const PART_MS = 3000;

export interface Microphone {
  readonly stream: MediaStream;
  readonly recorder: MediaRecorder;
}

/** Asks for the microphone; the browser asks the person the first time. @returns it, or why it cannot be had. */
export async function openMicrophone(): Promise<Microphone | MicrophoneProblem> {
  // Both are missing on pages that are not secure, whatever the types say.
  if (!('mediaDevices' in navigator) || typeof MediaRecorder === 'undefined') return 'unsupported';
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  if (mimeType === undefined) return 'unsupported';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    return { stream, recorder: new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND }) };
  } catch (error) {
    return problemOf(error);
  }
}

function problemOf(error: unknown): MicrophoneProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unsupported';
  }
}

/** Records in parts, each handed over as it is there; `onEnd` once, after the last part, however the recording ends. */
export function record({ stream, recorder }: Microphone, onPart: (part: Blob) => void, onEnd: (isByItself: boolean) => void): void {
  let wasLost = false;
  for (const track of stream.getTracks())
    track.addEventListener('ended', () => {
      wasLost = true;
      if (recorder.state !== 'inactive') recorder.stop();
    });
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) onPart(data);
  });
  recorder.addEventListener('stop', () => {
    closeMicrophone(stream);
    onEnd(wasLost);
  });
  recorder.start(PART_MS);
}

/** Lets go of the microphone, so that the browser's sign of it goes out. */
export function closeMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

import type { SyntheticEvent } from 'react';

/** Past the end of anything: going there makes the browser look for the end. */
const FAR_SEC = 1e9;

/**
 * Plays a recording. What a browser records says nowhere how long it is (it is written while it is spoken), so the player is
 * sent to the end once and back: then the length is known and the bar can be moved along.
 */
export function Player({ id, label }: { readonly id: number; readonly label: string }) {
  const findLength = ({ currentTarget: audio }: SyntheticEvent<HTMLAudioElement>): void => {
    if (audio.duration !== Number.POSITIVE_INFINITY) return;
    const back = (): void => {
      if (audio.duration === Number.POSITIVE_INFINITY) return;
      audio.removeEventListener('durationchange', back);
      audio.currentTime = 0;
    };
    audio.addEventListener('durationchange', back);
    audio.currentTime = FAR_SEC;
  };
  return (
    // biome-ignore lint/a11y/useMediaCaption: the person's own voice, just now; there is nothing to caption it from
    <audio controls preload="metadata" src={`/api/recordings/${id}`} aria-label={label} onLoadedMetadata={findLength} />
  );
}

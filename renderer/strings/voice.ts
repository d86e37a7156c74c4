import { plural } from './plural.ts';

/** The words of spoken answers. */
export const voice = {
  label: 'Spoken answer',
  start: 'Answer aloud',
  again: 'Record again',
  hint: 'Recorded on this machine only, and yours to delete. Saved every few seconds: a crash or reload loses the last few at most.',
  asking: 'Waiting for the microphone: your system or browser may ask whether Plumbline may hear it.',
  recording: 'Recording',
  paused: 'Paused',
  saving: 'Saving…',
  pause: 'Pause',
  resume: 'Go on',
  stop: 'Stop',
  time: (time: string) => `Recorded ${time}`,
  level: 'Loudness',
  unsaved: 'The end of the recording could not be saved yet. It is kept as long as this window is open.',
  saveAgain: 'Save again',
  problems: {
    refused:
      'The microphone was refused. Allow it for Plumbline in your browser’s or system’s settings and press the button again, or say it unrecorded, or type.',
    missing: 'No microphone was found. Connect one and press the button again, or say it unrecorded, or type.',
    busy: 'The microphone cannot be used: another program may have it. Close that program and press the button again.',
    unsupported: 'This browser cannot record sound. Say it unrecorded, or type.',
    ended: 'The microphone went away. What was said until then is kept.',
  },
  takes: 'Your recordings',
  take: (number: number) => `Take ${number}`,
  takeWords: (number: number, time: string) => `Take ${number}, ${time}`,
  earlier: (when: string) => `Earlier, ${when}`,
  earlierTakes: (count: number) => `${plural(count, 'earlier recording')} of this question`,
  remove: 'Delete',
  removeNamed: (name: string) => `Delete ${name}`,
  removed: 'The recording is deleted, its file too.',
  settings: {
    title: 'Recordings',
    text: 'Spoken answers stay in the folder “recordings” of your data folder and are never sent anywhere. Backups and “Export everything” do not contain the sound: copy that folder yourself if you want to keep it.',
    none: 'There are no recordings in this profile.',
    total: (count: number, size: string) => `${plural(count, 'recording')}, ${size} on disk.`,
    removeAll: 'Delete all recordings',
    confirmTitle: 'Delete all recordings?',
    confirm: (count: number) =>
      `${plural(count, 'recording')} of this profile will be deleted from this disk. Nothing brings ${count === 1 ? 'it' : 'them'} back: no backup has the sound. Your typed answers, ticks and grades stay.`,
    removedAll: (count: number) => `${plural(count, 'recording')} deleted.`,
  },
};

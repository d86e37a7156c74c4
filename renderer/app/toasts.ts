import { notifications } from '@mantine/notifications';
import { wordsOf } from '../api/client.ts';
import { t } from '../strings/index.ts';

const CLOSE = { 'aria-label': t.app.close };

/** A failure, in words, until it is closed: nobody misses it while looking elsewhere. */
export function showError(error: unknown): void {
  notifications.show({ title: t.errors.title, message: wordsOf(error), color: 'red', autoClose: false, closeButtonProps: CLOSE });
}

let lastDone: string | null = null;

/** That something was done. Takes the place of the one before, which it may contradict (taken back, stands again). */
export function showDone(message: string): void {
  if (lastDone !== null) notifications.hide(lastDone);
  lastDone = notifications.show({ message, color: 'teal', closeButtonProps: CLOSE });
}

import { notifications } from '@mantine/notifications';
import { wordsOf } from '../api/client.ts';
import { t } from '../strings/index.ts';

/** A failure, in words, until it is closed: nobody misses it while looking elsewhere. */
export function showError(error: unknown): void {
  notifications.show({ title: t.errors.title, message: wordsOf(error), color: 'red', autoClose: false });
}

export function showDone(message: string): void {
  notifications.show({ message, color: 'teal' });
}

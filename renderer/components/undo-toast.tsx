import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { t } from '../strings/index.ts';

const VISIBLE_MS = 10_000;

/** Says what was done, with the way back. */
export function showUndoable(message: string, undo: () => void): void {
  const id = notifications.show({
    color: 'teal',
    // Below: a dialog or the opened skill keeps its head in view.
    position: 'bottom-center',
    autoClose: VISIBLE_MS,
    closeButtonProps: { 'aria-label': t.app.close },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          flex="none"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {t.skills.undo}
        </Button>
      </Group>
    ),
  });
}

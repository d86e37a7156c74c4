import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../strings/index.ts';

interface Props {
  readonly label: string;
  readonly action: string;
  readonly initial?: string;
  /** Given, Escape and a button leave without a change. */
  readonly onCancel?: () => void;
  readonly onSubmit: (text: string, empty: () => void) => void;
}

const MAX_NAME = 120;

/** One name to type, and the button that keeps it. */
export function OneLineForm({ label, action, initial = '', onCancel, onSubmit }: Props) {
  const [text, setText] = useState(initial);
  const clean = text.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (clean !== '' && clean !== initial) onSubmit(clean, () => setText(''));
      }}
    >
      <Group gap={8} wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          aria-label={label}
          placeholder={label}
          maxLength={MAX_NAME}
          value={text}
          autoFocus={onCancel !== undefined}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !onCancel) return;
            event.stopPropagation();
            onCancel();
          }}
        />
        <Button type="submit" size="xs" variant="light" disabled={clean === '' || clean === initial}>
          {action}
        </Button>
        {onCancel && (
          <Button size="xs" variant="subtle" onClick={onCancel}>
            {t.app.cancel}
          </Button>
        )}
      </Group>
    </form>
  );
}

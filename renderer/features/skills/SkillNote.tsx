import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../strings/index.ts';

interface Props {
  readonly note: string | null;
  readonly onSave: (note: string | null) => void;
}

/** The person's own words on a skill. */
export function SkillNote({ note, onSave }: Props) {
  const [text, setText] = useState(note ?? '');
  const isChanged = text.trim() !== (note ?? '');
  return (
    <section>
      <Textarea
        label={t.skills.drawer.note}
        placeholder={t.skills.add.noteHint}
        autosize
        minRows={1}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isChanged && (
        <Group justify="flex-end" mt={6}>
          <Button size="compact-sm" onClick={() => onSave(text.trim() === '' ? null : text.trim())}>
            {t.skills.drawer.noteSave}
          </Button>
        </Group>
      )}
    </section>
  );
}

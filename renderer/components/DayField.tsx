import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  /** As 2027-03-01; null for none. */
  readonly value: string | null;
  readonly onSave: (day: string | null) => void;
}

const EARLIEST = '2000-01-01';

/** A day that is typed or picked; it is kept when the field is left or Enter is pressed, and only when it is whole. */
export function DayField({ label, value, onSave }: Props) {
  const [text, setText] = useState(value ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What is being typed is not taken away by an answer that comes late.
    if (document.activeElement !== field.current) setText(value ?? '');
  }, [value]);
  const save = (): void => {
    const isHalf = field.current?.validity.badInput ?? false;
    if (isHalf || (text !== '' && text < EARLIEST)) setText(value ?? '');
    else if (text !== (value ?? '')) onSave(text === '' ? null : text);
  };
  return (
    <TextInput
      ref={field}
      type="date"
      label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../strings/index.ts';

interface Props<T extends { readonly key: string }> {
  readonly title: string;
  readonly hint?: string;
  readonly rows: readonly T[];
  readonly onChange: (rows: readonly T[]) => void;
  readonly addLabel: string;
  readonly newRow: () => T;
  /** The fields of a row; `change` sets some of them. */
  readonly children: (row: T, number: number, change: (part: Partial<T>) => void) => ReactNode;
}

/** Rows that can be written, added and taken away. A new row gets the focus in its first field. */
export function RowList<T extends { readonly key: string }>({ title, hint, rows, onChange, addLabel, newRow, children }: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const added = useRef<string | null>(null);
  useEffect(() => {
    if (added.current === null || rows.at(-1)?.key !== added.current) return;
    list.current?.querySelector<HTMLElement>('[data-row]:last-of-type input, [data-row]:last-of-type textarea')?.focus();
    added.current = null;
  }, [rows]);
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fw={600} size="sm" mb={hint ? 0 : 4}>
        {title}
      </Text>
      {hint !== undefined && (
        <Text size="xs" className="soft" mb={6}>
          {hint}
        </Text>
      )}
      <Stack gap="xs" ref={list}>
        {rows.map((row, index) => (
          <Group key={row.key} data-row gap="xs" align="flex-start" wrap="nowrap">
            {children(row, index + 1, (part) => onChange(rows.map((one) => (one.key === row.key ? { ...one, ...part } : one))))}
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={5}
              aria-label={t.questions.form.removeRow(`${title} ${index + 1}`)}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => {
            const row = newRow();
            added.current = row.key;
            onChange([...rows, row]);
          }}
        >
          {addLabel}
        </Button>
      </Stack>
    </fieldset>
  );
}

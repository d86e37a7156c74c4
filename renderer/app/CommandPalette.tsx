import { Group, Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { t } from '../strings/index.ts';
import type { Action } from './actions.tsx';

export function CommandPalette({ actions }: { readonly actions: readonly Action[] }) {
  return (
    <Spotlight
      shortcut={['mod + K', 'mod + P']}
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: t.actions.paletteSearch, 'aria-label': t.actions.paletteSearch }}
      nothingFound={t.actions.paletteNothing}
      highlightQuery
      scrollable
      maxHeight={420}
      actions={actions.map(({ id, label, keywords, icon: Icon, keys, perform }) => ({
        id,
        label,
        keywords: [...keywords],
        onClick: perform,
        leftSection: <Icon size={18} stroke={1.7} />,
        rightSection: keys.length > 0 && (
          <Group gap={4}>
            {keys.map((key) => (
              <Kbd key={key} size="xs">
                {key.toUpperCase()}
              </Kbd>
            ))}
          </Group>
        ),
      }))}
    />
  );
}

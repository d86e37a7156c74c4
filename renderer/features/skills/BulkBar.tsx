import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { t } from '../../strings/index.ts';
import classes from './Skills.module.css';

interface Props {
  readonly count: number;
  readonly onLevel: (level: number) => void;
  readonly onMerge: () => void;
  readonly onGaps: () => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** What can be done with the selected skills at once. */
export function BulkBar({ count, onLevel, onMerge, onGaps, onRemove, onClear }: Props) {
  const words = t.skills.bulk;
  return (
    <section aria-label={words.region} className={classes.bulk}>
      <Text size="sm" fw={600} role="status">
        {words.selected(count)}
      </Text>
      <Group gap={6}>
        <Menu position="bottom-start" shadow="md">
          <Menu.Target>
            <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
              {words.level}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {t.levels.names.map((name, level) => (
              <Menu.Item key={name} onClick={() => onLevel(level)}>
                {level} {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button size="compact-sm" variant="default" onClick={onMerge}>
          {words.merge}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onGaps}>
          {words.gaps}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onRemove}>
          {words.remove}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClear}>
          {words.clear}
        </Button>
      </Group>
    </section>
  );
}

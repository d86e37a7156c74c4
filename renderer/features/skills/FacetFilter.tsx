import { Button, Checkbox, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { t } from '../../strings/index.ts';
import classes from './Skills.module.css';
import type { Facet } from './skill-view.ts';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

interface Props {
  readonly facet: Facet;
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** One filter: a button that says how many values are chosen, and a list of them with how many skills each would show. */
export function FacetFilter({ facet, options, chosen, onChange }: Props) {
  const name = t.skills.facets[facet];
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant={chosen.length > 0 ? 'light' : 'default'}
          rightSection={<IconChevronDown size={14} />}
          disabled={options.length === 0}
          aria-label={chosen.length > 0 ? t.skills.facetChosen(name, chosen.length) : name}
        >
          {name}
          {chosen.length > 0 && <span className={classes.chosen}>{chosen.length}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={name}>
        <ScrollArea.Autosize mah={320} type="auto">
          <Stack gap={2} role="group" aria-label={name} miw={210}>
            {options.map(({ value, label, count }) => (
              <Checkbox
                key={value}
                size="xs"
                className={classes.option}
                checked={chosen.includes(value)}
                onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
                label={
                  <>
                    {label}
                    <Text component="span" size="xs" className="soft tabular">
                      {count}
                    </Text>
                  </>
                }
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        {chosen.length > 0 && (
          <Button mt={6} size="compact-xs" variant="subtle" onClick={() => onChange([])}>
            {t.skills.facetClear}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

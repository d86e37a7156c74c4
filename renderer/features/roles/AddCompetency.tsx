import { Button, Group, MultiSelect, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { slug } from '../../../core/job/to-role.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';
import { knownSkills } from '../skills/skill-queries.ts';
import type { Competency, Role } from './role-edits.ts';

interface Props {
  readonly role: Role;
  readonly onAdd: (competency: Competency) => void;
}

const DEMAND = { required: 3, importance: 'should', weight: 3, note: '' } as const;
const { editor } = t.roles;

/** A shared competency, so that roles stay comparable, or one of the role's own. */
export function AddCompetency({ role, onAdd }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={420} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" mt={6} leftSection={<IconPlus size={15} />} onClick={() => setOpen(!isOpen)}>
          {editor.add}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && (
          <Choices
            role={role}
            onAdd={(competency) => {
              onAdd(competency);
              setOpen(false);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ role, onAdd }: Props) {
  const { data: catalogue = [] } = useQuery(queries.catalogue());
  const { data: skills = [] } = useQuery(knownSkills());
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const taken = new Set(role.layers.flatMap(({ competencies }) => competencies.map(({ id }) => id)));
  const options = useMemo(() => skills.map(({ id, name: label }) => ({ value: id, label })), [skills]);
  const addOwn = (): void => {
    // Ratings belong to an id: two competencies of the same name in two roles need not be the same thing.
    const id = `own.${slug(name)}-${crypto.randomUUID().slice(0, 8)}`;
    onAdd({
      id,
      name: name.trim(),
      why: '',
      proof: '',
      levels: [],
      skillsAll: chosen,
      skillsAny: [],
      prerequisites: [],
      asked: 2,
      resources: [],
      ...DEMAND,
    });
  };
  return (
    <Stack gap="sm">
      <Select
        searchable
        label={editor.addShared}
        data={catalogue
          .filter(({ competency }) => !taken.has(competency.id))
          .map(({ competency, layer }) => ({ value: competency.id, label: `${competency.name} (${layer.name})` }))}
        value={null}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => {
          const found = catalogue.find(({ competency }) => competency.id === id);
          if (found) onAdd({ ...found.competency, ...DEMAND });
        }}
        data-autofocus
      />
      <TextInput
        label={editor.addOwn}
        placeholder={editor.ownName}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <MultiSelect
        searchable
        limit={30}
        label={editor.ownSkills}
        data={options}
        value={chosen}
        onChange={setChosen}
        comboboxProps={{ withinPortal: false }}
      />
      <Group justify="flex-end">
        <Button size="xs" onClick={addOwn} disabled={name.trim() === ''}>
          {editor.addIt}
        </Button>
      </Group>
    </Stack>
  );
}

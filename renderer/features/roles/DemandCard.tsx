import { Badge, Checkbox, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { LevelPicker } from '../../components/LevelPicker.tsx';
import { t } from '../../strings/index.ts';
import classes from './JobRole.module.css';
import type { JobDemand } from './job-demands.ts';

const { job } = t.roles;

interface DemandProps {
  readonly demand: JobDemand;
  readonly index: number;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onChange: (next: Partial<JobDemand>) => void;
  readonly onMove: (to: { readonly id: string; readonly name: string } | null) => void;
}

/** One thing the advert asks for: taken or left, must or nice, how well, and what it is about. */
export function DemandCard({ demand, index, isSelected, onSelect, onChange, onMove }: DemandProps) {
  const { name, isNew, isTaken, importance, required, reasons, places, skillNames } = demand;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K choose by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: the controls are inside
    <div
      className={`card ${classes.demand}`}
      data-index={index}
      data-selected={isSelected || undefined}
      data-left={!isTaken || undefined}
      onClick={onSelect}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Checkbox
          checked={isTaken}
          onChange={(event) => onChange({ isTaken: event.currentTarget.checked })}
          aria-label={job.take(name)}
          label={
            <Text component="span" fw={600} size="sm">
              {name}{' '}
              {skillNames !== name && (
                <Text component="span" inherit fw={400} className="soft">
                  {skillNames}{' '}
                </Text>
              )}
              {isNew && (
                <Badge size="xs" variant="light" title={job.isNewHelp}>
                  {job.isNew}
                </Badge>
              )}
            </Text>
          }
        />
        <SegmentedControl
          size="xs"
          aria-label={t.roles.editor.importanceOf(name)}
          value={importance}
          data={(['must', 'should', 'nice'] as const).map((value) => ({ value, label: t.importance[value] }))}
          onChange={(value) => onChange({ importance: value === 'must' ? 'must' : value === 'should' ? 'should' : 'nice' })}
        />
      </Group>
      <Group gap="sm" mt={6}>
        <LevelPicker value={required} onPick={(level) => onChange({ required: level })} label={t.roles.editor.requiredOf(name)} />
        <Text size="xs" className="soft" style={{ flex: '1 1 200px' }}>
          {reasons.join(' ')}
        </Text>
      </Group>
      {isSelected && (
        <Stack gap={2} mt={6}>
          <About demand={demand} onMove={onMove} />
          {[...new Set(places.map(({ text }) => text.trim()))].slice(0, 4).map((text) => (
            <Text key={text} size="xs" fs="italic">
              “{text}”
            </Text>
          ))}
        </Stack>
      )}
    </div>
  );
}

/** Which competency the words are about, to be set right. */
function About({ demand, onMove }: Pick<DemandProps, 'demand' | 'onMove'>) {
  const { data: catalogue = [] } = useQuery(queries.catalogue());
  return (
    <Select
      size="xs"
      searchable
      clearable
      aria-label={job.about(demand.skillNames)}
      placeholder={job.ownCompetency}
      data={catalogue.map(({ competency, layer }) => ({ value: competency.id, label: `${competency.name} (${layer.name})` }))}
      value={demand.isNew ? null : demand.key}
      onChange={(id) => {
        const found = catalogue.find(({ competency }) => competency.id === id)?.competency;
        onMove(found === undefined ? null : { id: found.id, name: found.name });
      }}
    />
  );
}

import { Accordion, Button, Group, MultiSelect, NumberInput, Select, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type QuestionKind, questionKindSchema } from '../../../core/content/question.ts';
import type { Inputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';
import { useStartDrill } from './use-start-drill.ts';

const KINDS = questionKindSchema.options;
const LEVELS = [1, 2, 3, 4, 5] as const;

interface Choice {
  readonly roleId: string;
  readonly competencyIds: string[];
  readonly levels: string[];
  readonly kinds: string[];
  readonly tags: string[];
  readonly gapKeys: string[];
  readonly cram: boolean;
  readonly size: number;
}

const NOTHING: Omit<Choice, 'roleId'> = { competencyIds: [], levels: [], kinds: [], tags: [], gapKeys: [], cram: false, size: 10 };

/** A session by role, competency, level, kind, tag or gap; on wish without effect on the schedule. */
export function CustomSession({ roleId }: { readonly roleId: string }) {
  return (
    <Accordion variant="default" className="card" p={0}>
      <Accordion.Item value="custom" bd={0}>
        <Accordion.Control>
          <Text fw={650}>{t.practice.start.custom}</Text>
          <Text size="sm" className="soft">
            {t.practice.start.customText}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Form roleId={roleId} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Form({ roleId }: { readonly roleId: string }) {
  const [choice, setChoice] = useState<Choice>({ ...NOTHING, roleId });
  const set = (part: Partial<Choice>): void => setChoice((before) => ({ ...before, ...part }));
  const options = useOptions(choice.roleId);
  const wanted = wantedOf(choice);
  const count = useQuery(queries.due(wanted));
  const { start, isStarting } = useStartDrill();
  const field = { searchable: true, clearable: true, hidePickedOptions: true, maxDropdownHeight: 260 } as const;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Select
          label={t.practice.start.role}
          allowDeselect={false}
          data={options.roles}
          value={choice.roleId}
          // Competencies and gaps are those of a role.
          onChange={(next) => next !== null && set({ roleId: next, competencyIds: [], gapKeys: [] })}
        />
        <MultiSelect
          {...field}
          label={t.practice.start.competencies}
          data={options.competencies}
          value={choice.competencyIds}
          onChange={(competencyIds) => set({ competencyIds })}
        />
        <MultiSelect
          {...field}
          label={t.practice.start.gaps}
          data={options.gaps}
          value={choice.gapKeys}
          onChange={(gapKeys) => set({ gapKeys })}
        />
        <MultiSelect
          {...field}
          label={t.practice.start.kinds}
          data={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value={choice.kinds}
          onChange={(kinds) => set({ kinds })}
        />
        <MultiSelect
          {...field}
          label={t.practice.start.levels}
          data={LEVELS.map((level) => ({ value: String(level), label: t.levels.level(level) }))}
          value={choice.levels}
          onChange={(levels) => set({ levels })}
        />
        <MultiSelect
          {...field}
          label={t.practice.start.tags}
          data={options.tags}
          placeholder={options.tags.length === 0 ? t.practice.start.noTags : ''}
          value={choice.tags}
          onChange={(tags) => set({ tags })}
        />
        <NumberInput
          label={t.drill.size}
          min={1}
          max={50}
          value={choice.size}
          onChange={(size) => set({ size: typeof size === 'number' ? Math.min(50, Math.max(1, Math.round(size))) : NOTHING.size })}
        />
      </SimpleGrid>
      <Switch
        checked={choice.cram}
        onChange={(event) => set({ cram: event.currentTarget.checked })}
        label={t.practice.start.cram}
        description={t.practice.start.cramText}
      />
      <Group justify="flex-end">
        <Text size="sm" className="soft" role="status">
          {count.data ? t.practice.start.count(count.data.due, count.data.fresh) : ''}
        </Text>
        <Button onClick={() => start(wanted)} loading={isStarting}>
          {t.practice.start.start}
        </Button>
      </Group>
    </Stack>
  );
}

/** The chosen parts; what is left empty does not limit. */
function wantedOf({ roleId, competencyIds, levels, kinds, tags, gapKeys, cram, size }: Choice): Inputs['drill']['start'] {
  const isKind = (kind: string): kind is QuestionKind => KINDS.some((one) => one === kind);
  return {
    roleId,
    ...(competencyIds.length > 0 && { competencyIds }),
    ...(levels.length > 0 && { levels: levels.map(Number) }),
    ...(kinds.length > 0 && { kinds: kinds.filter(isKind) }),
    ...(tags.length > 0 && { tags }),
    ...(gapKeys.length > 0 && { gapKeys }),
    // What one chooses oneself is not held back by the limits of a day.
    beyondLimits: true,
    cram,
    size,
  };
}

function useOptions(roleId: string) {
  const comparison = useQuery(queries.comparison(roleId));
  const gaps = useQuery(queries.gaps());
  const roles = useQuery(queries.roles());
  const tags = useQuery(queries.tags());
  return {
    roles: (roles.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    competencies: (comparison.data?.layers ?? []).map((layer) => ({
      group: layer.name,
      items: layer.competencies.map(({ id, name }) => ({ value: id, label: name })),
    })),
    gaps: (gaps.data ?? []).filter(({ status }) => status !== 'closed').map(({ key, title }) => ({ value: key, label: title })),
    tags: (tags.data ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` })),
  };
}

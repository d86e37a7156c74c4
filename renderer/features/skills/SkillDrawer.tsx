import { Badge, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { categoryWords } from '../../../core/skills/report.ts';
import type { Outputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';
import { OneLineForm } from './OneLineForm.tsx';
import { SkillEvidence } from './SkillEvidence.tsx';
import { SkillHistory, SkillLevel } from './SkillLevel.tsx';
import { SkillNames } from './SkillNames.tsx';
import { SkillNeighbours } from './SkillNeighbours.tsx';
import { SkillNote } from './SkillNote.tsx';
import type { SkillChanges } from './use-skill-changes.ts';

export type SkillDetail = Outputs['skills']['get'];

interface Props {
  readonly id: string | null;
  readonly onClose: () => void;
  /** Opens another skill in its place. */
  readonly onOpen: (id: string) => void;
  readonly onMerge: (id: string) => void;
  readonly changes: SkillChanges;
}

/** One skill: its level with the reasons and the history, every statement it rests on, its names, and what lies beside it. */
export function SkillDrawer({ id, onClose, ...rest }: Props) {
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={t.nav.skills}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {id !== null && <SkillDetails key={id} id={id} onClose={onClose} {...rest} />}
    </Drawer>
  );
}

function SkillDetails({ id, onClose, onOpen, onMerge, changes }: Props & { readonly id: string }) {
  const query = useQuery(queries.skill(id));
  return (
    <Loaded query={query}>
      {(skill) => (
        <Stack gap="lg">
          <Head skill={skill} changes={changes} />
          <Actions skill={skill} onClose={onClose} onMerge={onMerge} changes={changes} />
          <SkillLevel skill={skill} onRate={(level) => changes.rate([skill.id], level, true)} />
          <SkillEvidence skill={skill} />
          <SkillNote key={skill.note} note={skill.note} onSave={(note) => changes.setNote(skill.id, note)} />
          <SkillNeighbours skill={skill} onOpen={onOpen} />
          <SkillNames skill={skill} changes={changes} />
          <SkillHistory skill={skill} />
        </Stack>
      )}
    </Loaded>
  );
}

function Head({ skill, changes }: { readonly skill: SkillDetail; readonly changes: SkillChanges }) {
  const { drawer } = t.skills;
  const [isRenaming, setIsRenaming] = useState(false);
  const facts = [
    categoryWords(skill.category),
    skill.years === null ? null : t.skills.years(skill.years),
    skill.lastUsed === null ? null : t.skills.print.lastUsed(skill.lastUsed),
  ].filter((fact) => fact !== null);
  return (
    <div>
      {isRenaming ? (
        <OneLineForm
          label={drawer.newName}
          action={drawer.save}
          initial={skill.name}
          onCancel={() => setIsRenaming(false)}
          onSubmit={(name) => changes.rename(skill.id, name, () => setIsRenaming(false))}
        />
      ) : (
        <Group gap="sm" align="baseline">
          <Title order={2} size="h3">
            {skill.name}
          </Title>
          {skill.isOwn && (
            <Badge variant="light" color="gray">
              {t.skills.marks.own}
            </Badge>
          )}
          <Button size="compact-xs" variant="subtle" onClick={() => setIsRenaming(true)}>
            {drawer.rename}
          </Button>
        </Group>
      )}
      <Text className="soft">{facts.join(' · ')}</Text>
      {skill.shippedName !== null && (
        <Text size="sm" className="soft">
          {drawer.ships(skill.shippedName)}
        </Text>
      )}
    </div>
  );
}

function Actions({
  skill,
  onClose,
  onMerge,
  changes,
}: {
  readonly skill: SkillDetail;
  readonly onClose: () => void;
  readonly onMerge: (id: string) => void;
  readonly changes: SkillChanges;
}) {
  const { drawer } = t.skills;
  return (
    <Group gap={6}>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          onClose();
          onMerge(skill.id);
        }}
      >
        {drawer.merge}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => changes.addGaps([skill.id])}>
        {drawer.gap}
      </Button>
      {skill.inProfile && (
        <Button size="compact-sm" variant="default" onClick={() => changes.remove([skill.id], onClose)}>
          {drawer.remove}
        </Button>
      )}
    </Group>
  );
}

import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../strings/index.ts';
import { type ChosenSkill, SkillSearch } from './SkillSearch.tsx';
import type { Skill } from './skill-view.ts';
import type { SkillChanges } from './use-skill-changes.ts';

interface Props {
  /** The skills to merge; none closes the dialog. */
  readonly ids: readonly string[];
  readonly skills: readonly Skill[];
  readonly onClose: () => void;
  readonly onMerged: () => void;
  readonly changes: SkillChanges;
}

/** Asks which of the skills stays, or which other one takes them in. */
export function MergeSkills({ ids, skills, onClose, onMerged, changes }: Props) {
  const merged = skills.filter(({ id }) => ids.includes(id));
  return (
    <Modal opened={ids.length > 0} onClose={onClose} title={t.skills.merge.title} closeButtonProps={{ 'aria-label': t.app.close }}>
      {merged.length > 0 && <MergeForm skills={merged} onClose={onClose} onMerged={onMerged} changes={changes} />}
    </Modal>
  );
}

const OTHER = 'another skill';

function MergeForm({ skills, onClose, onMerged, changes }: Omit<Props, 'ids'>) {
  const { merge } = t.skills;
  // What most is known about is kept unless the person says otherwise; a single skill goes into another.
  const biggest = skills.toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn) || b.evidence - a.evidence)[0];
  const [kept, setKept] = useState(skills.length === 1 ? OTHER : (biggest?.id ?? OTHER));
  const [words, setWords] = useState('');
  const [other, setOther] = useState<ChosenSkill | null>(null);
  const into = kept === OTHER ? other : (skills.find(({ id }) => id === kept) ?? null);
  const from = skills.filter(({ id }) => id !== into?.id);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (into === null) return;
    changes.merge(
      from.map(({ id }) => id),
      into,
      () => {
        onClose();
        onMerged();
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{merge.text}</Text>
        {skills.length > 1 && (
          <Radio.Group label={merge.keep} value={kept} onChange={setKept}>
            <Stack gap={6} mt={6}>
              {skills.map(({ id, name, evidence }) => (
                <Radio key={id} value={id} label={`${name} (${t.skills.statements(evidence)})`} />
              ))}
              <Radio value={OTHER} label={merge.other} />
            </Stack>
          </Radio.Group>
        )}
        {kept === OTHER && (
          <SkillSearch
            label={merge.otherLabel}
            words={words}
            onWords={(typed) => {
              setWords(typed);
              setOther(null);
            }}
            onChoose={(skill) => {
              setWords(skill.name);
              setOther(skill);
            }}
            except={new Set(skills.map(({ id }) => id))}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" disabled={into === null || from.length === 0} loading={changes.isPending}>
            {merge.submit(from.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

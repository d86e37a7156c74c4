import { Autocomplete, Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../strings/index.ts';
import { type ChosenSkill, SkillSearch } from './SkillSearch.tsx';
import { knownSkills } from './skill-queries.ts';
import type { SkillChanges } from './use-skill-changes.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly changes: SkillChanges;
}

/** Adds a skill that no document names: a known one, or one of the person's own. */
export function AddSkill({ opened, onClose, changes }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={t.skills.add.title} closeButtonProps={{ 'aria-label': t.app.close }}>
      {opened && <AddForm onClose={onClose} changes={changes} />}
    </Modal>
  );
}

const OWN_CATEGORY = 'own';
const SOFT = { description: 'soft' };
const LEVELS = t.levels.names.map((name, level) => ({ value: String(level), label: `${level} ${name}` }));

function AddForm({ onClose, changes }: Omit<Props, 'opened'>) {
  const { add } = t.skills;
  const [words, setWords] = useState('');
  const [known, setKnown] = useState<ChosenSkill | null>(null);
  const [category, setCategory] = useState('');
  const [level, setLevel] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const name = words.trim();
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (name === '') return;
    const skill = known === null ? { name, category: category.trim() || OWN_CATEGORY } : { id: known.id };
    changes.add({ skill, level: level === null ? null : Number(level), note: note.trim() === '' ? null : note }, name, onClose);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <SkillSearch
          label={add.name}
          description={add.nameHint}
          words={words}
          onWords={(typed) => {
            setWords(typed);
            setKnown(null);
          }}
          onChoose={(skill) => {
            setWords(skill.name);
            setKnown(skill);
          }}
          onCreate={setWords}
        />
        {name !== '' && known === null && <CategoryField value={category} onChange={setCategory} />}
        <Select
          label={add.level}
          placeholder={add.levelUnknown}
          data={LEVELS}
          value={level}
          onChange={setLevel}
          clearable
          classNames={SOFT}
          description={level === null ? undefined : t.levels.words[Number(level)]}
        />
        <Textarea
          label={add.note}
          placeholder={add.noteHint}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" disabled={name === ''} loading={changes.isPending}>
            {add.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function CategoryField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { data } = useQuery(knownSkills());
  const categories = [...new Set(data?.map(({ category }) => category))].sort();
  return (
    <Autocomplete
      label={t.skills.add.category}
      description={t.skills.add.categoryHint}
      classNames={SOFT}
      placeholder={OWN_CATEGORY}
      data={categories}
      value={value}
      onChange={onChange}
      maxLength={60}
    />
  );
}

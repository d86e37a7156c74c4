import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { questionKindSchema } from '../../../core/content/question.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';
import { LEVELS, ORIGINS, STATES, type Wanted } from './wanted.ts';

const TYPING_MS = 120;

interface Props {
  readonly wanted: Wanted;
  readonly hasRole: boolean;
  /** Called with whether what is typed has not been asked for yet. */
  readonly onTyping: (isTyping: boolean) => void;
}

/** Words and filters; everything stands in the address. */
export function QuestionFilters({ wanted: { values, set, clear }, hasRole, onTyping }: Props) {
  const { data: facets } = useQuery(queries.questionFacets());
  const competencies = (facets?.competencies ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const asked = values.competency;
  // One there are no questions to can still be seen, and cleared.
  if (asked && !competencies.some(({ value }) => value === asked)) competencies.push({ value: asked, label: asked });
  return (
    <Group gap="sm">
      <SearchField value={values.q ?? ''} onSearch={(words) => set('q', words)} onTyping={onTyping} />
      <Choice
        label={t.questions.competency}
        none={t.questions.allCompetencies}
        data={competencies}
        value={asked}
        w={230}
        onPick={(one) => set('competency', one)}
      />
      <Choice
        label={t.questions.kind}
        none={t.questions.allKinds}
        data={questionKindSchema.options.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        value={values.kind}
        w={140}
        onPick={(one) => set('kind', one)}
      />
      <Choice
        label={t.questions.level}
        none={t.questions.allLevels}
        data={LEVELS.map((level) => ({ value: level, label: t.levels.level(Number(level)) }))}
        value={values.level}
        w={125}
        onPick={(one) => set('level', one)}
      />
      <Choice
        label={t.questions.origin}
        none={t.questions.allOrigins}
        data={ORIGINS.map((origin) => ({ value: origin, label: t.questions.origins[origin] }))}
        value={values.origin}
        w={175}
        onPick={(one) => set('origin', one)}
      />
      <Choice
        label={t.questionLanguage.filter}
        none={t.questionLanguage.allLanguages}
        // Every question has English.
        data={[{ value: 'fr', label: t.questionLanguage.has.fr }]}
        value={values.language}
        w={140}
        onPick={(one) => set('language', one)}
      />
      <Choice
        label={t.questions.state}
        none={t.questions.allStates}
        data={STATES.map((state) => ({ value: state, label: t.questions.states[state] }))}
        value={values.state}
        w={150}
        onPick={(one) => set('state', one)}
      />
      <Choice
        label={t.questions.tag}
        none={t.questions.allTags}
        data={(facets?.tags ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }))}
        value={values.tag}
        w={150}
        onPick={(one) => set('tag', one)}
      />
      {hasRole && (
        <Checkbox
          label={t.questions.onlyRole}
          checked={values.role !== undefined}
          onChange={(event) => set('role', event.currentTarget.checked ? '1' : null)}
        />
      )}
      {Object.keys(values).length > 0 && (
        <Button size="xs" variant="subtle" onClick={clear}>
          {t.questions.clear}
        </Button>
      )}
    </Group>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly none: string;
  readonly data: { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly w: number;
  readonly onPick: (value: string | null) => void;
}

function Choice({ label, none, data, value, w, onPick }: ChoiceProps) {
  return (
    <Select
      w={w}
      aria-label={label}
      placeholder={none}
      clearable
      searchable={data.length > 8}
      limit={200}
      data={data}
      value={value ?? null}
      onChange={onPick}
    />
  );
}

interface SearchProps {
  readonly value: string;
  readonly onSearch: (words: string) => void;
  readonly onTyping: (isTyping: boolean) => void;
}

function SearchField({ value, onSearch, onTyping }: SearchProps) {
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback((words: string) => {
    onSearch(words);
    onTyping(false);
  }, TYPING_MS);
  useEffect(() => {
    // Cleared or gone back to from elsewhere; what is being typed is not overwritten.
    if (document.activeElement !== field.current) setTyped(value);
  }, [value]);
  return (
    <TextInput
      ref={field}
      flex="1 1 260px"
      miw={200}
      placeholder={t.questions.searchHint}
      aria-label={t.questions.search}
      leftSection={<IconSearch size={17} />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onTyping(true);
        search(event.currentTarget.value);
      }}
    />
  );
}

import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SkillTarget } from '../../../core/review/decisions.ts';
import { t } from '../../strings/index.ts';
import { knownSkills } from '../skills/skill-queries.ts';

interface Props {
  readonly label: string;
  readonly initial: string;
  readonly onChoose: (target: SkillTarget) => void;
  readonly autoFocus?: boolean;
  /** Taken also when the field is left, not only on Enter or a click on a suggestion. */
  readonly onBlur?: boolean;
}

const MAX_SHOWN = 8;

/** A skill by its name: one that is known, by any of its spellings, or the person's own words. */
export function SkillChoice({ label, initial, onChoose, autoFocus = false, onBlur = false }: Props) {
  const [text, setText] = useState(initial);
  const { data: known = [] } = useQuery(knownSkills());
  const byName = useMemo(() => {
    const spellings = new Map<string, SkillTarget>();
    for (const { id, name, category, aliases } of known) {
      for (const spelling of [name, ...aliases])
        if (!spellings.has(spelling.toLowerCase())) spellings.set(spelling.toLowerCase(), { id, name, category });
    }
    return spellings;
  }, [known]);
  const choose = (chosen: string): void => {
    const name = chosen.trim();
    if (name === '') return;
    onChoose(byName.get(name.toLowerCase()) ?? { id: ownId(name), name, category: 'other' });
  };
  return (
    <Autocomplete
      size="xs"
      label={label}
      placeholder={t.review.renameHint}
      data={known.map(({ name }) => name)}
      limit={MAX_SHOWN}
      value={text}
      maxLength={120}
      onChange={setText}
      onOptionSubmit={choose}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      onKeyDown={(event) => {
        if (event.key === 'Enter') choose(text);
      }}
      onBlur={() => onBlur && text.trim() !== initial && choose(text)}
    />
  );
}

/** The id an own skill gets from its name, as the importer gives it. */
function ownId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `own-${slug === '' ? 'skill' : slug}`;
}

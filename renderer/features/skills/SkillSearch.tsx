import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fold } from '../../../core/import/fold.ts';
import { categoryWords } from '../../../core/skills/report.ts';
import { t } from '../../strings/index.ts';
import { knownSkills } from './skill-queries.ts';

export interface ChosenSkill {
  readonly id: string;
  readonly name: string;
  readonly category: string;
}

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onChoose: (skill: ChosenSkill) => void;
  /** Offers the words as a new skill where no skill has this name. */
  readonly onCreate?: (name: string) => void;
  readonly except?: ReadonlySet<string>;
}

const MOST_SHOWN = 8;
const SOFT = { description: 'soft' };
const CREATE = 'new skill';

/** Finds a skill of the taxonomy or an own one by any of its spellings. */
export function SkillSearch({ label, description, words, onWords, onChoose, onCreate, except }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { data } = useQuery(knownSkills());
  const options = useMemo(() => matching(data ?? [], words, except), [data, words, except]);
  const isNew = words.trim() !== '' && !options.some(({ name }) => fold(name) === fold(words.trim()));
  const choose = (value: string): void => {
    combobox.closeDropdown();
    if (value === CREATE) onCreate?.(words.trim());
    const skill = options.find(({ id }) => id === value);
    if (skill) onChoose(skill);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          label={label}
          description={description}
          classNames={SOFT}
          value={words}
          data-autofocus
          onChange={(event) => {
            onWords(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => words !== '' && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={words.trim() === '' || (options.length === 0 && !onCreate)}>
        <Combobox.Options aria-label={label}>
          {options.map(({ id, name, category, inProfile, via }) => (
            <Combobox.Option key={id} value={id}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <span>
                  {name}
                  {via !== null && (
                    <Text component="span" size="xs" className="soft">
                      {' '}
                      ({via})
                    </Text>
                  )}
                </span>
                <Text component="span" size="xs" className="soft">
                  {categoryWords(category)}
                  {inProfile && ` · ${t.skills.add.inProfile}`}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {onCreate && isNew && <Combobox.Option value={CREATE}>{t.skills.add.create(words.trim())}</Combobox.Option>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface KnownSkill extends ChosenSkill {
  readonly aliases: readonly string[];
  readonly inProfile: boolean;
}

interface Option extends KnownSkill {
  /** The spelling it was found by; null where the name itself fits. */
  readonly via: string | null;
}

/** Names that begin with the words first, then other names, then spellings. */
function matching(skills: readonly KnownSkill[], words: string, except: ReadonlySet<string> | undefined): Option[] {
  const wanted = fold(words.trim());
  if (wanted === '') return [];
  return skills
    .filter(({ id }) => !except?.has(id))
    .flatMap((skill) => foundBy(skill, wanted))
    .sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || a.name.localeCompare(b.name, 'en'))
    .slice(0, MOST_SHOWN);
}

/** How near the words come to one of the skill's spellings; nothing where none begins with them. */
function foundBy(skill: KnownSkill, wanted: string): (Option & { readonly rank: number })[] {
  const name = fold(skill.name);
  if (name.startsWith(wanted)) return [{ ...skill, via: null, rank: name === wanted ? 0 : 1 }];
  const same = skill.aliases.find((alias) => fold(alias) === wanted);
  if (same !== undefined) return [{ ...skill, via: same, rank: 1 }];
  if (name.includes(wanted)) return [{ ...skill, via: null, rank: 2 }];
  const begun = skill.aliases.find((alias) => fold(alias).startsWith(wanted));
  return begun === undefined ? [] : [{ ...skill, via: begun, rank: 3 }];
}

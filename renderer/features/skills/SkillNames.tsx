import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../strings/index.ts';
import { OneLineForm } from './OneLineForm.tsx';
import type { SkillDetail } from './SkillDrawer.tsx';
import classes from './Skills.module.css';
import type { SkillChanges } from './use-skill-changes.ts';

const SHOWN_AT_FIRST = 8;

/** Every spelling the importer finds the skill by; the person adds theirs, and takes merged skills apart again. */
export function SkillNames({ skill, changes }: { readonly skill: SkillDetail; readonly changes: SkillChanges }) {
  const { drawer } = t.skills;
  const [showsAll, setShowsAll] = useState(false);
  const { id, spellings, ownSpellings, merged } = skill;
  const shown = showsAll ? spellings : spellings.slice(0, SHOWN_AT_FIRST);
  return (
    <section>
      <Text fw={650}>{drawer.names}</Text>
      <Group gap={6} my={6}>
        {ownSpellings.map((alias) => (
          <span key={alias} className={classes.ownSpelling}>
            {alias}
            <CloseButton size="xs" aria-label={drawer.removeAlias(alias)} onClick={() => changes.setAlias(id, alias, false)} />
          </span>
        ))}
        {shown.map((spelling) => (
          <span key={spelling} className={classes.spelling}>
            {spelling}
          </span>
        ))}
        {spellings.length > SHOWN_AT_FIRST && (
          <Button size="compact-xs" variant="subtle" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? drawer.fewerNames : drawer.moreNames(spellings.length - SHOWN_AT_FIRST)}
          </Button>
        )}
      </Group>
      <OneLineForm
        label={drawer.addAlias}
        action={drawer.addAliasAction}
        onSubmit={(alias, empty) => changes.setAlias(id, alias, true, empty)}
      />
      {merged.length > 0 && (
        <>
          <Text size="sm" className="soft" mt="sm">
            {drawer.merged}
          </Text>
          {merged.map((one) => (
            <Group key={one.id} justify="space-between" wrap="nowrap">
              <Text size="sm">{one.name}</Text>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={drawer.separate(one.name)}
                onClick={() => changes.separate(one.id, one.name)}
              >
                {drawer.separateAction}
              </Button>
            </Group>
          ))}
        </>
      )}
    </section>
  );
}

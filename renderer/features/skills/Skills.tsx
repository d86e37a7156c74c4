import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { queries } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { AddSkill } from './AddSkill.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { Inventory } from './Inventory.tsx';
import { PrintedSkills } from './PrintedSkills.tsx';
import { useSkillChanges } from './use-skill-changes.ts';

/** The inventory: what the person can do, and what says so. */
export default function Skills() {
  const query = useQuery(queries.skills());
  const changes = useSkillChanges();
  const [isAdding, setIsAdding] = useState(false);
  const skills = query.data ?? [];
  const actions = (
    <>
      {skills.length > 0 && <ExportMenu />}
      <Button size="xs" leftSection={<IconPlus size={15} />} onClick={() => setIsAdding(true)}>
        {t.skills.add.action}
      </Button>
    </>
  );
  return (
    <Page title={t.skills.title} actions={actions} wide>
      <Loaded query={query}>
        {(loaded) =>
          loaded.length === 0 ? (
            <EmptyState title={t.skills.none} text={t.skills.noneText}>
              <Link href="/import">{t.actions.importDocument}</Link>
            </EmptyState>
          ) : (
            <Inventory skills={loaded} changes={changes} />
          )
        }
      </Loaded>
      <AddSkill opened={isAdding} onClose={() => setIsAdding(false)} changes={changes} />
      <PrintedSkills skills={skills} />
    </Page>
  );
}

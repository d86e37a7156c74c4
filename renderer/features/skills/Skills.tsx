import { Badge, Group, Select, Table, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Outputs } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LevelTrack } from '../../components/LevelTrack.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import { t } from '../../strings/index.ts';
import { SkillDrawer } from './SkillDrawer.tsx';
import classes from './Skills.module.css';

type Skill = Outputs['skills']['list'][number];
type Sort = keyof typeof t.skills.sorts;

const SORTERS: Readonly<Record<Sort, (a: Skill, b: Skill) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name, 'en'),
  level: (a, b) => (b.level ?? -1) - (a.level ?? -1) || a.name.localeCompare(b.name, 'en'),
  evidence: (a, b) => b.evidence - a.evidence || a.name.localeCompare(b.name, 'en'),
};

/** The inventory: what the person can do, and what says so. */
export default function Skills() {
  const query = useQuery(queries.skills());
  return (
    <Page title={t.skills.title}>
      <Loaded query={query}>
        {(skills) =>
          skills.length === 0 ? (
            <EmptyState title={t.skills.none} text={t.skills.noneText}>
              <Link href="/import">{t.actions.importDocument}</Link>
            </EmptyState>
          ) : (
            <Inventory skills={skills} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Inventory({ skills }: { readonly skills: readonly Skill[] }) {
  const [words, setWords] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [sort, setSort] = useState<Sort>('level');
  const [opened, setOpened] = useState<string | null>(null);
  const categories = useMemo(() => [...new Set(skills.map((skill) => skill.category))].sort(), [skills]);
  const shown = useMemo(
    () =>
      skills
        .filter((skill) => category === null || skill.category === category)
        .filter((skill) => skill.name.toLowerCase().includes(words.trim().toLowerCase()))
        .sort(SORTERS[sort]),
    [skills, words, category, sort],
  );
  return (
    <>
      <Group gap="sm">
        <TextInput
          flex={1}
          miw={180}
          placeholder={t.skills.search}
          aria-label={t.skills.search}
          leftSection={<IconSearch size={17} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Select
          aria-label={t.skills.category}
          placeholder={t.skills.allCategories}
          clearable
          data={categories}
          value={category}
          onChange={setCategory}
          w={190}
        />
        <Select
          aria-label={t.skills.sort}
          data={Object.entries(t.skills.sorts).map(([value, label]) => ({ value, label }))}
          value={sort}
          allowDeselect={false}
          onChange={(value) => setSort(value === 'name' || value === 'evidence' ? value : 'level')}
          w={130}
        />
      </Group>
      <Text size="sm" className="soft" role="status">
        {t.skills.count(shown.length, skills.length)}
      </Text>
      {shown.length === 0 ? <Text>{t.skills.nothing}</Text> : <SkillTable skills={shown} onOpen={setOpened} />}
      <SkillDrawer id={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function SkillTable({ skills, onOpen }: { readonly skills: readonly Skill[]; readonly onOpen: (id: string) => void }) {
  return (
    <div className={`card ${classes.table}`}>
      <Table highlightOnHover verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.skills.columns.skill}</Table.Th>
            <Table.Th className={classes.wide}>{t.skills.columns.category}</Table.Th>
            <Table.Th w="30%">{t.skills.columns.level}</Table.Th>
            <Table.Th>{t.skills.columns.evidence}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {skills.map((skill) => (
            <Table.Tr key={skill.id} className={classes.row}>
              <Table.Td>
                <UnstyledButton fw={550} onClick={() => onOpen(skill.id)} className={classes.name}>
                  {skill.name}
                </UnstyledButton>
                {skill.declaredGap && (
                  <Badge size="xs" color="orange" variant="light" ml={8}>
                    {t.stances.gap}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td className={`soft ${classes.wide}`}>{skill.category}</Table.Td>
              <Table.Td>
                <SkillLevel skill={skill} />
              </Table.Td>
              <Table.Td className="soft">
                {t.skills.statements(skill.evidence)}
                {skill.years !== null && `, ${t.skills.years(skill.years)}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const Z80 = 1.28;

function SkillLevel({ skill: { name, level, spread } }: { readonly skill: Skill }) {
  const reach = Z80 * (spread ?? 0);
  const low = level === null ? 0 : Math.max(0, level - reach);
  const high = level === null ? 5 : Math.min(5, level + reach);
  const words = level === null ? t.levels.unknown : t.levels.reads(level.toFixed(1));
  return <LevelTrack level={level} low={low} high={high} label={`${name}: ${words}`} />;
}

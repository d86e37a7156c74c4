import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { queries } from '../../api/queries.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { t } from '../../strings/index.ts';
import { BulkBar } from './BulkBar.tsx';
import { FilterBar } from './FilterBar.tsx';
import { MergeSkills } from './MergeSkills.tsx';
import { SkillDrawer } from './SkillDrawer.tsx';
import classes from './Skills.module.css';
import { SkillTable } from './SkillTable.tsx';
import { findInStatements } from './skill-queries.ts';
import { cleared, indexSkills, isFoundInStatements, type Skill, shownSkills, type View } from './skill-view.ts';
import { useSelection } from './use-selection.ts';
import type { SkillChanges } from './use-skill-changes.ts';
import { useView } from './use-view.ts';

interface Props {
  readonly skills: readonly Skill[];
  readonly changes: SkillChanges;
}

const NONE: ReadonlySet<string> = new Set();
const SEARCH_AFTER_MS = 150;

/** Search, filters, the table, what can be done with selected skills, and the opened skill beside it. */
export function Inventory({ skills, changes }: Props) {
  const { view, setView, opened, open } = useView();
  const { selected, select, selectOnly } = useSelection(skills);
  const [merging, setMerging] = useState<readonly string[]>([]);
  const search = useRef<HTMLInputElement>(null);
  const documents = useDocumentNames();
  const { index, shown, inStatements } = useShown(skills, view);
  useHotkeys([
    ['/', () => search.current?.focus()],
    ['u', changes.undoLast],
  ]);
  const ids = [...selected];
  const clear = (): void => selectOnly([]);
  const { rate } = changes;
  const rateOne = useStable((id: string, level: number) => rate([id], level));
  return (
    <>
      <div className={classes.tools}>
        <FilterBar index={index} view={view} onView={setView} inStatements={inStatements} documents={documents} searchRef={search} />
        {ids.length > 0 ? (
          <BulkBar
            count={ids.length}
            onLevel={(level) => rate(ids, level)}
            onMerge={() => setMerging(ids)}
            onGaps={() => changes.addGaps(ids)}
            onRemove={() => changes.remove(ids, clear)}
            onClear={clear}
          />
        ) : (
          <CountLine shown={shown} all={skills.length} byStatements={countByStatements(index, view, shown)} />
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t.skills.nothing} text={t.skills.nothingText}>
          <Button variant="light" onClick={() => setView(cleared(view))}>
            {t.skills.clear}
          </Button>
        </EmptyState>
      ) : (
        <SkillTable
          skills={shown}
          view={view}
          onView={setView}
          selected={selected}
          onSelect={select}
          onSelectAll={(all) => selectOnly(all ? shown.map(({ id }) => id) : [])}
          onOpen={open}
          onRate={rateOne}
          documents={documents}
        />
      )}
      <SkillDrawer id={opened} onClose={() => open(null)} onOpen={open} onMerge={(id) => setMerging([id])} changes={changes} />
      <MergeSkills ids={merging} skills={skills} onClose={() => setMerging([])} onMerged={clear} changes={changes} />
    </>
  );
}

function CountLine({
  shown,
  all,
  byStatements,
}: {
  readonly shown: readonly Skill[];
  readonly all: number;
  readonly byStatements: number;
}) {
  return (
    <Group justify="space-between" gap="md" className={classes.count}>
      <Text size="sm" className="soft" role="status">
        {t.skills.count(shown.length, all)}
        {byStatements > 0 && `, ${t.skills.foundInStatements(byStatements)}`}
      </Text>
      <Text size="xs" className={`soft ${classes.keys}`}>
        {t.skills.keys}
      </Text>
    </Group>
  );
}

/** Typing stays quick: the list follows when there is time, the statements a moment after the last key. */
function useShown(skills: readonly Skill[], view: View) {
  const later = useDeferredValue(view);
  const [words] = useDebouncedValue(view.words.trim(), SEARCH_AFTER_MS);
  const found = useQuery({ ...findInStatements(words), enabled: words.length > 1, placeholderData: keepPreviousData });
  const inStatements = useMemo(() => (words.length > 1 && found.data ? new Set(found.data) : NONE), [words, found.data]);
  const index = useMemo(() => indexSkills(skills, new Date().getFullYear()), [skills]);
  const shown = useMemo(() => shownSkills(index, later, inStatements), [index, later, inStatements]);
  return { index, shown, inStatements };
}

function countByStatements(index: ReturnType<typeof indexSkills>, view: View, shown: readonly Skill[]): number {
  if (view.words.trim() === '') return 0;
  const ids = new Set(shown.map(({ id }) => id));
  return index.filter((one) => ids.has(one.skill.id) && isFoundInStatements(one, view)).length;
}

function useDocumentNames(): ReadonlyMap<number, string> {
  const { data } = useQuery(queries.documents());
  return useMemo(() => new Map(data?.map(({ id, name }) => [id, name])), [data]);
}

/** A function that stays the same while what it calls is always the newest, so that rows need not be drawn again. */
function useStable<Args extends readonly unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const newest = useRef(act);
  newest.current = act;
  const [stable] = useState(
    () =>
      (...args: Args) =>
        newest.current(...args),
  );
  return stable;
}

import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { t } from '../../strings/index.ts';
import { type RowActions, SkillRow } from './SkillRow.tsx';
import classes from './Skills.module.css';
import { COLUMNS, type Column, type Skill, sortedBy, type View } from './skill-view.ts';

interface Props extends RowActions {
  readonly skills: readonly Skill[];
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelectAll: (all: boolean) => void;
  /** Document names by id. */
  readonly documents: ReadonlyMap<number, string>;
}

/**
 * The inventory as a table. Rows out of sight are laid out only when they come into it (content-visibility), so that
 * thousands stay quick, and the browser still finds and reads them all. Arrow keys go from row to row.
 */
export function SkillTable({ skills, view, onView, selected, onSelectAll, documents, ...actions }: Props) {
  const allSelected = skills.length > 0 && skills.every(({ id }) => selected.has(id));
  return (
    <table className={`card ${classes.table}`} aria-label={t.skills.title}>
      <thead className={classes.head}>
        <tr className={classes.row}>
          <th scope="col" className={classes.check}>
            <input
              type="checkbox"
              aria-label={t.skills.selectAll}
              checked={allSelected}
              onChange={(event) => onSelectAll(event.currentTarget.checked)}
            />
          </th>
          {COLUMNS.map((column) => (
            <ColumnHead key={column} column={column} view={view} onView={onView} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {skills.map((skill) => (
          <SkillRow key={skill.id} skill={skill} isSelected={selected.has(skill.id)} documents={documents} {...actions} />
        ))}
      </tbody>
    </table>
  );
}

function moveBetweenRows(event: React.KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  event.preventDefault();
  next?.querySelector<HTMLElement>('[data-row]')?.focus();
}

function ColumnHead({ column, view, onView }: { readonly column: Column; readonly view: View; readonly onView: (view: View) => void }) {
  const isSorted = view.column === column;
  const Arrow = view.descending ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" className={classes[column]} aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : undefined}>
      <UnstyledButton className={classes.sort} onClick={() => onView(sortedBy(view, column))}>
        {t.skills.columns[column]}
        {isSorted && <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}

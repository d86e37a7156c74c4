import { Badge } from '@mantine/core';
import { memo } from 'react';
import { categoryWords } from '../../../core/skills/report.ts';
import { t } from '../../strings/index.ts';
import { LevelCell } from './LevelCell.tsx';
import classes from './Skills.module.css';
import type { Skill } from './skill-view.ts';

/** What can be done from a row. The functions must stay the same from render to render. */
export interface RowActions {
  readonly onOpen: (id: string) => void;
  readonly onSelect: (id: string, selected: boolean) => void;
  readonly onRate: (id: string, level: number) => void;
}

interface Props extends RowActions {
  readonly skill: Skill;
  readonly isSelected: boolean;
  readonly documents: ReadonlyMap<number, string>;
}

/** One skill on one line. With the focus on its name, 0–5 sets the level and X selects. */
export const SkillRow = memo(function SkillRow({ skill, isSelected, documents, onOpen, onSelect, onRate }: Props) {
  const pressed = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[0-5]$/.test(event.key)) onRate(skill.id, Number(event.key));
    else if (event.key === 'x') onSelect(skill.id, !isSelected);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <tr className={`${classes.row} ${classes.skillRow}`} data-selected={isSelected || undefined}>
      <td className={classes.check}>
        <input
          type="checkbox"
          aria-label={t.skills.select(skill.name)}
          checked={isSelected}
          onChange={(event) => onSelect(skill.id, event.currentTarget.checked)}
        />
      </td>
      <td className={classes.name}>
        <span className={classes.nameLine}>
          <button
            type="button"
            data-row=""
            className={classes.open}
            onClick={() => onOpen(skill.id)}
            onKeyDown={pressed}
            title={skill.best ?? undefined}
          >
            {skill.name}
          </button>
          <Marks skill={skill} />
        </span>
        <span className={classes.underName}>{categoryWords(skill.category)}</span>
      </td>
      <td className={`soft ${classes.category}`}>{categoryWords(skill.category)}</td>
      <td className={classes.level}>
        <LevelCell skill={skill} onRate={onRate} />
      </td>
      <td className={classes.stance}>{skill.stance === null ? <span className="soft">–</span> : t.stances[skill.stance]}</td>
      <td
        className={skill.lastUsed === null ? `soft ${classes.used}` : classes.used}
        title={skill.lastUsed === null ? t.skills.lastUsedTitle : undefined}
      >
        {t.skills.lastUsed(skill.lastUsed)}
      </td>
      <td className={`tabular ${classes.years}`}>{skill.years ?? <span className="soft">–</span>}</td>
      <td className={`tabular ${classes.evidence}`}>{skill.evidence === 0 ? <span className="soft">–</span> : skill.evidence}</td>
      <td className={`soft ${classes.source}`} title={sourceNames(skill, documents).join('\n')}>
        <Source names={sourceNames(skill, documents)} />
      </td>
    </tr>
  );
});

function Marks({ skill }: { readonly skill: Skill }) {
  return (
    <>
      {skill.isOwn && (
        <Badge size="xs" variant="light" color="gray">
          {t.skills.ownBadge}
        </Badge>
      )}
      {skill.declaredGap && (
        <Badge size="xs" variant="light" color="orange" title={t.skills.declaredGap}>
          {t.stances.gap}
        </Badge>
      )}
      {skill.disagrees && (
        <Badge size="xs" variant="light" color="brass" title={t.skills.marks.disagrees}>
          <span aria-hidden>≠</span>
          <span className="visually-hidden">{t.skills.marks.disagrees}</span>
        </Badge>
      )}
    </>
  );
}

function sourceNames(skill: Skill, documents: ReadonlyMap<number, string>): string[] {
  const names = skill.documents.map((id) => documents.get(id) ?? t.skills.document);
  return skill.byHand ? [...names, t.skills.byHand] : names;
}

/** The first name, cut where it is too long, and how many more there are. */
function Source({ names: [first, ...more] }: { readonly names: readonly string[] }) {
  return (
    <>
      <span>{first ?? '–'}</span>
      {more.length > 0 && <span>+{more.length}</span>}
    </>
  );
}

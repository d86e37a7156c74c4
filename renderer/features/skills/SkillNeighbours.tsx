import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../strings/index.ts';
import type { SkillDetail } from './SkillDrawer.tsx';
import classes from './Skills.module.css';

type Neighbour = SkillDetail['carriesTo'][number];

/** Skills beside this one, how much of a level carries over, and why. */
export function SkillNeighbours({ skill, onOpen }: { readonly skill: SkillDetail; readonly onOpen: (id: string) => void }) {
  const { carriesFrom, carriesTo } = skill;
  if (carriesFrom.length + carriesTo.length === 0) return null;
  const { drawer } = t.skills;
  return (
    <section>
      <Text fw={650}>{drawer.neighbours}</Text>
      <div className={classes.sideBySide}>
        {carriesFrom.length > 0 && <Neighbours title={drawer.carriesFrom} list={carriesFrom} onOpen={onOpen} />}
        {carriesTo.length > 0 && <Neighbours title={drawer.carriesTo} list={carriesTo} onOpen={onOpen} />}
      </div>
    </section>
  );
}

interface Props {
  readonly title: string;
  readonly list: readonly Neighbour[];
  readonly onOpen: (id: string) => void;
}

const SHOWN_AT_FIRST = 5;

function Neighbours({ title, list, onOpen }: Props) {
  const [showsAll, setShowsAll] = useState(false);
  const hidden = list.length - SHOWN_AT_FIRST;
  return (
    <div>
      <Text size="sm" className="soft">
        {title}
      </Text>
      <ul className={classes.neighbours}>
        {(showsAll ? list : list.slice(0, SHOWN_AT_FIRST)).map(({ id, name, share, why, level }) => (
          <li key={id}>
            <Anchor component="button" type="button" size="sm" onClick={() => onOpen(id)}>
              {name}
            </Anchor>
            <Text size="xs" className="soft">
              {t.skills.drawer.carries(Math.round(share * 100))}
              {level !== null && `, ${t.skills.drawer.neighbourLevel(level.toFixed(1))}`}
              {why !== null && `: ${why}`}
            </Text>
          </li>
        ))}
      </ul>
      {hidden > 0 && !showsAll && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShowsAll(true)}>
          {t.skills.drawer.moreNames(hidden)}
        </Button>
      )}
    </div>
  );
}

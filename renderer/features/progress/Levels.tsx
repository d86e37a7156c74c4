import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { LevelChart } from './LevelChart.tsx';
import { ObservedChart } from './ObservedChart.tsx';

interface Props {
  /** The competency looked at over time; null until one is chosen, which shows the one with most answers. */
  readonly competencyId: string | null;
  readonly onChoose: (competencyId: string) => void;
}

/** What the answers say of each competency today, and of one over time. */
export function Levels({ competencyId, onChoose }: Props) {
  const { data } = useQuery(queries.progressLevels());
  if (data === undefined) return null;
  const measured = data.filter(({ level }) => level !== null);
  const chosen = measured.find((one) => one.competencyId === competencyId) ?? measured[0] ?? null;
  const choose = (id: string): void => {
    onChoose(id);
    document.getElementById(LEVEL_CHART)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <ObservedChart levels={data} onOpen={choose} />
      <div id={LEVEL_CHART}>{chosen !== null && <LevelChart chosen={chosen} measured={measured} onChoose={onChoose} />}</div>
    </>
  );
}

const LEVEL_CHART = 'level-over-time';

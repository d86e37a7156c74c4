import { useCallback, useMemo, useState } from 'react';
import type { Skill } from './skill-view.ts';

/** The selected skills; those that left the inventory are not selected any more. */
export function useSelection(skills: readonly Skill[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => new Set(skills.filter(({ id }) => chosen.has(id)).map(({ id }) => id)), [skills, chosen]);
  const select = useCallback((id: string, isSelected: boolean) => {
    setChosen((now) => {
      const next = new Set(now);
      if (isSelected) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const selectOnly = useCallback((ids: readonly string[]) => setChosen(new Set(ids)), []);
  return { selected, select, selectOnly };
}

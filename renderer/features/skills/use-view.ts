import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { readView, type View, writeView } from './skill-view.ts';

const OPENED = 'skill';

/** The view and the opened skill, both from the address, so that a link or a reload shows the same. */
export function useView() {
  const [query, setQuery] = useSearchParams();
  const view = useMemo(() => readView(query), [query]);
  const setView = useCallback((next: View) => setQuery((now) => writeView(now, next), { replace: true }), [setQuery]);
  const open = useCallback(
    (id: string | null) =>
      setQuery(
        (now) => {
          const next = new URLSearchParams(now);
          if (id === null) next.delete(OPENED);
          else next.set(OPENED, id);
          return next;
        },
        { replace: true },
      ),
    [setQuery],
  );
  return { view, setView, opened: query.get(OPENED), open };
}

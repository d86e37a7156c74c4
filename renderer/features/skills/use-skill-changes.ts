import { useRef } from 'react';
import type { Changed } from '../../../db/changes.ts';
import { api } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { showDone } from '../../app/toasts.ts';
import { showUndoable } from '../../components/undo-toast.tsx';
import { t } from '../../strings/index.ts';

interface Done {
  readonly changeId: number;
  readonly count: number;
}

interface Step {
  readonly run: () => Promise<Changed<Done>>;
  /** What to say when it is done. */
  readonly words: (count: number) => string;
  readonly onDone?: (() => void) | undefined;
}

type NewSkill = Parameters<typeof api.skills.add.mutate>[0];

/** Everything that can be done with skills, each with a toast that takes it back. */
export function useSkillChanges() {
  const last = useRef<number | null>(null);
  const undo = useChange(
    (changeId: number) => api.skills.undo.mutate({ changeId }),
    ({ name }) => showDone(t.skills.undone(name)),
  );
  const change = useChange(
    ({ run }: Step) => run(),
    ({ changeId, count }, { words, onDone }) => {
      last.current = changeId;
      showUndoable(words(count), () => undo.mutate(changeId));
      onDone?.();
    },
  );
  const { done } = t.skills;
  const act = (run: Step['run'], words: Step['words'], onDone?: () => void): void => change.mutate({ run, words, onDone });
  return {
    isPending: change.isPending,
    rate: (ids: string[], level: number, withWords = false) =>
      act(
        () => api.skills.rate.mutate({ ids, level, withWords }),
        (count) => done.rated(count, level),
      ),
    remove: (ids: string[], onDone?: () => void) => act(() => api.skills.remove.mutate({ ids }), done.removed, onDone),
    merge: (ids: string[], into: { readonly id: string; readonly name: string }, onDone?: () => void) =>
      act(
        () => api.skills.merge.mutate({ ids, into: into.id }),
        (count) => done.merged(count, into.name),
        onDone,
      ),
    separate: (id: string, name: string) =>
      act(
        () => api.skills.separate.mutate({ id }),
        () => done.separated(name),
      ),
    addGaps: (ids: string[], onDone?: () => void) => act(() => api.skills.addGaps.mutate({ ids }), done.gaps, onDone),
    add: (skill: NewSkill, name: string, onDone: () => void) =>
      act(
        () => api.skills.add.mutate(skill),
        () => done.added(name),
        onDone,
      ),
    rename: (id: string, name: string, onDone: () => void) =>
      act(
        () => api.skills.rename.mutate({ id, name }),
        () => done.renamed(name),
        onDone,
      ),
    setAlias: (id: string, alias: string, present: boolean, onDone?: () => void) =>
      act(
        () => api.skills.setAlias.mutate({ id, alias, present }),
        () => (present ? done.alias(alias) : done.aliasGone(alias)),
        onDone,
      ),
    setNote: (id: string, note: string | null) =>
      act(
        () => api.skills.setNote.mutate({ id, note }),
        () => done.note,
      ),
    /** Takes the last change of this visit back. */
    undoLast: () => {
      if (last.current !== null) undo.mutate(last.current);
      last.current = null;
    },
  };
}

export type SkillChanges = ReturnType<typeof useSkillChanges>;

import { create } from 'zustand';
import { type Decisions, NO_DECISIONS } from '../../../core/review/decisions.ts';

type List = 'gaps' | 'caveats' | 'stories';

interface ReviewState {
  readonly documentId: number | null;
  readonly decisions: Decisions;
  /** Key of the item that is looked at: `skill:<id>`, `gap:<n>`, … */
  readonly selected: string | null;
  readonly filter: string;
  load(documentId: number, decisions: Decisions): void;
  select(key: string | null): void;
  setFilter(filter: string): void;
  decideSkill(id: string, decision: { accepted?: boolean; name?: string; level?: number | null }): void;
  decideItem(list: List, index: number, taken: boolean): void;
}

/** The review on the screen: what is decided is also sent to the database, so that it survives a restart. */
export const useReview = create<ReviewState>((set) => ({
  documentId: null,
  decisions: NO_DECISIONS,
  selected: null,
  filter: '',
  load: (documentId, decisions) => set({ documentId, decisions, selected: null, filter: '' }),
  select: (selected) => set({ selected }),
  setFilter: (filter) => set({ filter }),
  decideSkill: (id, decision) =>
    set(({ decisions }) => ({
      decisions: { ...decisions, skills: { ...decisions.skills, [id]: { ...decisions.skills[id], ...decision } } },
    })),
  decideItem: (list, index, taken) =>
    set(({ decisions }) => ({ decisions: { ...decisions, [list]: { ...decisions[list], [String(index)]: taken } } })),
}));

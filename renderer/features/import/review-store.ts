import { create } from 'zustand';
import { type AddedItem, type Decisions, type ItemList, NO_DECISIONS, type SkillTarget } from '../../../core/review/decisions.ts';

export const REVIEW_FILTERS = ['all', 'doubtful', 'conflicts', 'out', 'new', 'changed'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

/** A place of the text to bring into view; a new object each time, so that the same place can be asked for again. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

interface ReviewState {
  readonly documentId: number | null;
  readonly decisions: Decisions;
  /** Decisions before each change, newest last. */
  readonly past: readonly Decisions[];
  /** Key of the item that is looked at: `skill:<id>`, `gaps:<n>`, … */
  readonly selected: string | null;
  readonly place: Place | null;
  /** The skill that the next one can be merged with. */
  readonly marked: string | null;
  readonly filter: string;
  readonly show: ReviewFilter;
  load(documentId: number, decisions: Decisions): void;
  select(key: string | null): void;
  goTo(start: number, end: number): void;
  mark(id: string | null): void;
  setFilter(filter: string): void;
  setShow(show: ReviewFilter): void;
  decideSkill(id: string, decision: Decisions['skills'][string]): void;
  decideItem(list: ItemList | 'personal', index: number, taken: boolean): void;
  split(from: string, evidence: number, as: SkillTarget): void;
  unsplit(index: number): void;
  add(item: AddedItem): void;
  removeAdded(index: number): void;
  undo(): void;
}

const MAX_UNDO = 200;

/** The review on the screen: what is decided is also sent to the database, so that it survives a restart. */
export const useReview = create<ReviewState>((set) => {
  const change = (make: (decisions: Decisions) => Decisions): void =>
    set(({ decisions, past }) => ({ decisions: make(decisions), past: [...past.slice(-MAX_UNDO), decisions] }));
  return {
    documentId: null,
    decisions: NO_DECISIONS,
    past: [],
    selected: null,
    place: null,
    marked: null,
    filter: '',
    show: 'all',
    load: (documentId, decisions) =>
      set({ documentId, decisions, past: [], selected: null, place: null, marked: null, filter: '', show: 'all' }),
    select: (selected) => set({ selected }),
    goTo: (start, end) => set({ place: { start, end } }),
    mark: (marked) => set({ marked }),
    setFilter: (filter) => set({ filter }),
    setShow: (show) => set({ show }),
    decideSkill: (id, decision) =>
      change((decisions) => ({ ...decisions, skills: { ...decisions.skills, [id]: { ...decisions.skills[id], ...decision } } })),
    decideItem: (list, index, taken) => change((decisions) => ({ ...decisions, [list]: { ...decisions[list], [String(index)]: taken } })),
    split: (from, evidence, as) =>
      change((decisions) => ({ ...decisions, splits: [...decisions.splits, { from, evidence: [evidence], as }] })),
    unsplit: (index) => change((decisions) => ({ ...decisions, splits: decisions.splits.filter((_, at) => at !== index) })),
    add: (item) => change((decisions) => ({ ...decisions, added: [...decisions.added, item] })),
    removeAdded: (index) => change((decisions) => ({ ...decisions, added: decisions.added.filter((_, at) => at !== index) })),
    undo: () =>
      set(({ past }) => {
        const before = past.at(-1);
        return before === undefined ? {} : { decisions: before, past: past.slice(0, -1) };
      }),
  };
});

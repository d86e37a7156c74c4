import { create } from 'zustand';
import type { Role } from './role-edits.ts';

interface RoleDrafts {
  /** Changed roles that are not saved yet, by id; kept while the app is open, whatever screen is shown. */
  readonly drafts: Readonly<Record<string, { readonly base: Role; readonly role: Role }>>;
  keep(base: Role, role: Role): void;
  drop(id: string): void;
}

export const useRoleDrafts = create<RoleDrafts>((set) => ({
  drafts: {},
  keep: (base, role) => set(({ drafts }) => ({ drafts: { ...drafts, [role.id]: { base, role } } })),
  drop: (id) => set(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== id)) })),
}));

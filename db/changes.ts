/** Kinds of data a mutation can change; the renderer refreshes what depends on them and nothing else. */
export const CHANGE_KINDS = [
  'profiles',
  'documents',
  'skills',
  'ratings',
  'gaps',
  'plans',
  'roles',
  'questions',
  'reviews',
  'sessions',
  'recordings',
  'settings',
  'wordings',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Changed<T> {
  readonly result: T;
  readonly changed: readonly ChangeKind[];
}

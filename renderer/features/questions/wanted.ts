import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { LANGUAGES } from '../../../core/content/language.ts';
import { questionKindSchema } from '../../../core/content/question.ts';
import type { WantedQuestions } from '../../api/client.ts';

/** The filters as they stand in the address, so that going back finds the list as it was left. */
export const FILTERS = ['q', 'competency', 'level', 'kind', 'tag', 'origin', 'language', 'state', 'role'] as const;
export type Filter = (typeof FILTERS)[number];

export const ORIGINS = ['shipped', 'own', 'imported', 'generated'] as const;
export const STATES = ['new', 'due', 'suspended', 'leech', 'reported'] as const;
export const LEVELS = ['1', '2', '3', '4', '5'] as const;
export const PAGE = 50;

export interface Wanted {
  readonly values: Readonly<Partial<Record<Filter, string>>>;
  readonly wanted: WantedQuestions;
  /** From 1. */
  readonly page: number;
  /** Sets or clears a filter; the list begins anew. */
  readonly set: (filter: Filter, value: string | null) => void;
  readonly setPage: (page: number) => void;
  readonly clear: () => void;
}

/** What is asked for, read from the address. @param roleId the chosen role, for the filter that means it. */
export function useWanted(roleId: string | null): Wanted {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (filter: Filter, value: string | null): void =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null || value === '') next.delete(filter);
          else next.set(filter, value);
          next.delete('page');
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const setPage = (page: number): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set('page', String(page));
      return next;
    });
  const values = useMemo(
    () => Object.fromEntries(FILTERS.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : []))),
    [search],
  );
  const wanted = useMemo(() => wantedFrom(values, roleId), [values, roleId]);
  const page = Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);
  return { values, wanted, page, set, setPage, clear: () => setSearch({}, { replace: true }) };
}

/** Values that an address has and no filter knows are left out. */
function wantedFrom(
  { q, competency, level, kind, tag, origin, language, state, role }: Wanted['values'],
  roleId: string | null,
): WantedQuestions {
  const knownKind = questionKindSchema.safeParse(kind);
  const knownOrigin = ORIGINS.find((one) => one === origin);
  const knownLanguage = LANGUAGES.find((one) => one === language);
  const knownState = STATES.find((one) => one === state);
  return {
    ...(q ? { words: q } : {}),
    ...(competency ? { competency } : {}),
    ...(LEVELS.some((one) => one === level) ? { level: Number(level) } : {}),
    ...(knownKind.success ? { kind: knownKind.data } : {}),
    ...(tag ? { tag } : {}),
    ...(knownOrigin ? { origin: knownOrigin } : {}),
    ...(knownLanguage ? { language: knownLanguage } : {}),
    ...(knownState ? { state: knownState } : {}),
    ...(role && roleId ? { role: roleId } : {}),
  };
}

/** The filters as an address's search part, for a download. */
export function searchOf(wanted: WantedQuestions): string {
  return new URLSearchParams(Object.entries(wanted).map(([name, value]) => [name, String(value)])).toString();
}

import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** Every skill there is to choose from. */
export const knownSkills = () =>
  queryOptions({ queryKey: ['knownSkills'], queryFn: () => api.skills.known.query(), meta: { kinds: ['skills', 'profiles'] } });

/** Ids of the skills whose statements hold the words. */
export const findInStatements = (words: string) =>
  queryOptions({
    queryKey: ['findInStatements', words],
    queryFn: () => api.skills.findInStatements.query({ words }),
    meta: { kinds: ['skills', 'documents', 'profiles'] },
  });

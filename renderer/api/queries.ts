import { QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Question } from '../../core/content/question.ts';
import type { Answer } from '../../core/practice/answer.ts';
import type { StatisticsRange } from '../../core/practice/statistics-range.ts';
import type { Changed, ChangeKind } from '../../db/changes.ts';
import { showError } from '../app/toasts.ts';
import { ALONE, api, type Inputs, type WantedQuestions } from './client.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly kinds: readonly ChangeKind[] };
  }
}

/** Data is fresh until a mutation says it changed; other hosts may write too, so a returning window asks again. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: false }, mutations: { retry: false } },
});

/** What a comparison depends on. */
const STANDING: readonly ChangeKind[] = ['roles', 'skills', 'ratings', 'gaps', 'documents', 'reviews', 'profiles'];

/** What there is to practise depends on. */
const PRACTICE: readonly ChangeKind[] = ['reviews', 'questions', 'roles', 'settings', 'profiles'];

/** How often to ask whether the check of a large database has ended. */
const CHECKING_MS = 3000;

/** Every read of the app, each with the kinds of data it depends on. */
export const queries = {
  state: () =>
    queryOptions({
      queryKey: ['state'],
      queryFn: () => api.app.state.query(),
      refetchInterval: ({ state }) => (state.data?.integrity.state === 'checking' ? CHECKING_MS : false),
      meta: { kinds: ['profiles', 'documents', 'skills', 'reviews', 'settings'] },
    }),
  documents: () =>
    queryOptions({ queryKey: ['documents'], queryFn: () => api.documents.list.query(), meta: { kinds: ['documents', 'profiles'] } }),
  document: (id: number) =>
    queryOptions({ queryKey: ['document', id], queryFn: () => api.documents.get.query({ id }), meta: { kinds: ['documents'] } }),
  skills: () =>
    queryOptions({
      queryKey: ['skills'],
      queryFn: () => api.skills.list.query(),
      meta: { kinds: ['skills', 'ratings', 'gaps', 'documents', 'profiles'] },
    }),
  skill: (id: string) =>
    queryOptions({
      queryKey: ['skill', id],
      queryFn: () => api.skills.get.query({ id }),
      meta: { kinds: ['skills', 'ratings', 'documents', 'profiles'] },
    }),
  roles: () => queryOptions({ queryKey: ['roles'], queryFn: () => api.roles.list.query(), meta: { kinds: ['roles'] } }),
  role: (id: string, version?: number) =>
    queryOptions({
      queryKey: ['role', id, version],
      queryFn: () => api.roles.get.query(version === undefined ? { id } : { id, version }),
      meta: { kinds: ['roles'] },
    }),
  comparison: (roleId: string) =>
    queryOptions({
      queryKey: ['comparison', roleId],
      queryFn: () => api.roles.compare.query({ roleId }),
      meta: { kinds: STANDING },
    }),
  standings: () => queryOptions({ queryKey: ['standings'], queryFn: () => api.roles.standings.query(), meta: { kinds: STANDING } }),
  catalogue: () => queryOptions({ queryKey: ['catalogue'], queryFn: () => api.roles.catalogue.query(), meta: { kinds: [] } }),
  comparisonWith: (input: { readonly roleId: string; readonly profileId?: number; readonly atMs?: number }) =>
    queryOptions({ queryKey: ['comparisonWith', input], queryFn: () => api.roles.compareWith.query(input), meta: { kinds: STANDING } }),
  overTime: (roleId: string) =>
    queryOptions({ queryKey: ['overTime', roleId], queryFn: () => api.roles.overTime.query({ roleId }), meta: { kinds: STANDING } }),
  whatIf: (roleId: string, levels: Readonly<Record<string, number>>) =>
    queryOptions({
      queryKey: ['whatIf', roleId, levels],
      queryFn: () => api.roles.whatIf.query({ roleId, levels: { ...levels } }),
      placeholderData: (before) => before,
      meta: { kinds: STANDING },
    }),
  plan: (roleId: string) =>
    queryOptions({ queryKey: ['plan', roleId], queryFn: () => api.plan.get.query({ roleId }), meta: { kinds: [...STANDING, 'plans'] } }),
  planSettings: () =>
    queryOptions({ queryKey: ['planSettings'], queryFn: () => api.plan.settings.query(), meta: { kinds: ['plans', 'profiles'] } }),
  tasks: () => queryOptions({ queryKey: ['tasks'], queryFn: () => api.plan.tasks.query(), meta: { kinds: ['plans', 'profiles'] } }),
  gapHistory: () =>
    queryOptions({ queryKey: ['gapHistory'], queryFn: () => api.gaps.history.query(), meta: { kinds: ['gaps', 'profiles'] } }),
  judgement: () => queryOptions({ queryKey: ['judgement'], queryFn: () => api.roles.judgement.query(), meta: { kinds: [] } }),
  competency: (id: string) =>
    queryOptions({
      queryKey: ['competency', id],
      queryFn: () => api.competencies.get.query({ id }),
      meta: { kinds: ['roles', 'skills', 'ratings', 'documents', 'profiles'] },
    }),
  gaps: () => queryOptions({ queryKey: ['gaps'], queryFn: () => api.gaps.list.query(), meta: { kinds: STANDING } }),
  questions: (wanted: WantedQuestions, page: { readonly limit: number; readonly offset: number }) =>
    queryOptions({
      queryKey: ['questions', wanted, page],
      queryFn: () => api.questions.search.query({ wanted, ...page }),
      placeholderData: (before) => before,
      meta: { kinds: ['questions', 'reviews', 'roles', 'profiles'] },
    }),
  questionNumbers: (wanted: WantedQuestions) =>
    queryOptions({
      queryKey: ['questionNumbers', wanted],
      queryFn: () => api.questions.numbers.query({ wanted }),
      meta: { kinds: ['questions', 'reviews', 'roles', 'profiles'] },
    }),
  questionFacets: () =>
    queryOptions({ queryKey: ['questionFacets'], queryFn: () => api.questions.facets.query(), meta: { kinds: ['questions', 'roles'] } }),
  generatedFamilies: () =>
    queryOptions({
      queryKey: ['generatedFamilies'],
      queryFn: () => api.questions.generated.query(),
      meta: { kinds: ['questions', 'profiles'] },
    }),
  questionDetails: (id: string) =>
    queryOptions({
      queryKey: ['questionDetails', id],
      queryFn: () => api.questions.details.query({ id }),
      meta: { kinds: ['questions', 'reviews', 'profiles'] },
    }),
  questionPreview: (question: Question) =>
    queryOptions({
      queryKey: ['questionPreview', question],
      queryFn: () => api.questions.preview.query({ question }),
      gcTime: 0,
      meta: { kinds: ['settings'] },
    }),
  questionImports: () =>
    queryOptions({
      queryKey: ['questionImports'],
      queryFn: () => api.questions.imports.query(),
      meta: { kinds: ['questions', 'profiles'] },
    }),
  questionReports: () =>
    queryOptions({
      queryKey: ['questionReports'],
      queryFn: () => api.questions.reports.query(),
      meta: { kinds: ['questions', 'profiles'] },
    }),
  due: (wanted: Inputs['drill']['due'] = {}) =>
    queryOptions({
      queryKey: ['due', wanted],
      queryFn: () => api.drill.due.query(wanted),
      placeholderData: (before) => before,
      meta: { kinds: PRACTICE },
    }),
  scheduling: () =>
    queryOptions({ queryKey: ['scheduling'], queryFn: () => api.practice.scheduling.query(), meta: { kinds: ['settings', 'profiles'] } }),
  questionLanguage: () =>
    queryOptions({
      queryKey: ['questionLanguage'],
      queryFn: () => api.practice.language.query(),
      meta: { kinds: ['settings', 'profiles'] },
    }),
  trainings: () =>
    queryOptions({
      queryKey: ['trainings'],
      queryFn: () => api.practice.trainings.query(),
      meta: { kinds: ['settings', 'reviews', 'profiles'] },
    }),
  interview: () =>
    queryOptions({
      queryKey: ['interview'],
      queryFn: () => api.practice.interview.query({}),
      meta: { kinds: [...PRACTICE, 'plans', 'ratings', 'skills', 'gaps', 'documents'] },
    }),
  putAside: () => queryOptions({ queryKey: ['putAside'], queryFn: () => api.practice.putAside.query(), meta: { kinds: PRACTICE } }),
  tags: () => queryOptions({ queryKey: ['tags'], queryFn: () => api.practice.tags.query(), meta: { kinds: ['questions'] } }),
  openSession: () =>
    queryOptions({
      queryKey: ['openSession'],
      queryFn: () => api.drill.open.query(),
      meta: { kinds: ['sessions', 'reviews', 'profiles'] },
    }),
  session: (sessionId: number) =>
    queryOptions({
      queryKey: ['session', sessionId],
      queryFn: () => api.drill.session.query({ sessionId }),
      meta: { kinds: ['sessions', 'reviews'] },
    }),
  drillQuestion: (sessionId: number, questionId: string) =>
    queryOptions({
      queryKey: ['drillQuestion', sessionId, questionId],
      queryFn: () => api.drill.question.query({ sessionId, questionId }),
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
      meta: { kinds: [] },
    }),
  whyAsked: (sessionId: number, questionId: string) =>
    queryOptions({
      queryKey: ['whyAsked', sessionId, questionId],
      queryFn: () => api.drill.why.query({ sessionId, questionId }),
      refetchOnWindowFocus: false,
      meta: { kinds: ['reviews'] },
    }),
  reveal: (sessionId: number, questionId: string, answer: Answer) =>
    queryOptions({
      queryKey: ['reveal', sessionId, questionId, answer],
      queryFn: () => api.drill.reveal.query({ sessionId, questionId, answer }),
      refetchOnWindowFocus: false,
      meta: { kinds: ['wordings'] },
    }),
  scoringSettings: () =>
    queryOptions({ queryKey: ['scoringSettings'], queryFn: () => api.scoring.settings.query(), meta: { kinds: ['settings'] } }),
  wordings: () =>
    queryOptions({
      queryKey: ['wordings'],
      queryFn: () => api.scoring.wordings.query(),
      meta: { kinds: ['wordings', 'questions', 'profiles'] },
    }),
  assistant: () => queryOptions({ queryKey: ['assistant'], queryFn: () => api.assistant.settings.query(), meta: { kinds: ['settings'] } }),
  assistantFindings: (sessionId: number, questionId: string, answer: Answer) =>
    queryOptions({
      queryKey: ['assistantFindings', sessionId, questionId, answer],
      // Leaving the question stops the model too.
      queryFn: ({ signal }) => api.assistant.find.query({ sessionId, questionId, answer }, { signal, context: ALONE }),
      // What was found stays; why nothing was may have changed in Settings meanwhile.
      staleTime: ({ state }) => (state.data?.status === 'asked' ? Number.POSITIVE_INFINITY : 0),
      refetchOnWindowFocus: false,
      meta: { kinds: [] },
    }),
  recordings: (questionId: string) =>
    queryOptions({
      queryKey: ['recordings', questionId],
      queryFn: () => api.recordings.ofQuestion.query({ questionId }),
      meta: { kinds: ['recordings', 'profiles'] },
    }),
  recordingTotal: () =>
    queryOptions({
      queryKey: ['recordingTotal'],
      queryFn: () => api.recordings.total.query(),
      meta: { kinds: ['recordings', 'profiles'] },
    }),
  progress: (range: StatisticsRange) =>
    queryOptions({
      queryKey: ['progress', range],
      queryFn: () => api.progress.get.query({ range }),
      placeholderData: (before) => before,
      meta: { kinds: ['reviews', 'sessions', 'questions', 'settings', 'profiles'] },
    }),
  progressLevels: () =>
    queryOptions({
      queryKey: ['progressLevels'],
      queryFn: () => api.progress.levels.query(),
      meta: { kinds: ['reviews', 'ratings', 'roles', 'profiles'] },
    }),
  progressLevel: (competencyId: string) =>
    queryOptions({
      queryKey: ['progressLevel', competencyId],
      queryFn: () => api.progress.level.query({ competencyId }),
      placeholderData: (before) => before,
      meta: { kinds: ['reviews', 'ratings', 'profiles'] },
    }),
  readiness: () =>
    queryOptions({
      queryKey: ['readiness'],
      queryFn: () => api.progress.readiness.query(),
      meta: { kinds: STANDING },
    }),
  stories: () =>
    queryOptions({ queryKey: ['stories'], queryFn: () => api.stories.list.query(), meta: { kinds: ['documents', 'profiles'] } }),
};

/** Refreshes what depends on the changed kinds of data, and nothing else. */
export function refresh(client: QueryClient, changed: readonly ChangeKind[]): Promise<void> {
  return client.invalidateQueries({ predicate: ({ meta }) => meta?.kinds.some((kind) => changed.includes(kind)) ?? false });
}

/** A mutation that refreshes what it says it changed, and shows its failure once. */
export function useChange<Input, T>(change: (input: Input) => Promise<Changed<T>>, onDone?: (result: T, input: Input) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async ({ result, changed }, input) => {
      await refresh(client, changed);
      onDone?.(result, input);
    },
    onError: (error) => showError(error),
  });
}

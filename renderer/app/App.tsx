import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { wordsOf } from '../api/client.ts';
import { queries, queryClient } from '../api/queries.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { t } from '../strings/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';
import { theme } from './theme.ts';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed />
    </QueryClientProvider>
  );
}

/** Colours come from the settings in the data folder: the browser host's address changes at every start. */
function Themed() {
  const { data: state, error } = useQuery(queries.state());
  const scheme = state?.theme ?? 'auto';
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}>
      <Notifications position="top-center" autoClose={4000} />
      <ErrorBoundary>
        {error ? <EmptyState title={t.errors.title} text={isUnauthorised(error) ? t.errors.unauthorised : wordsOf(error)} /> : null}
        {state ? <Shell state={state} /> : null}
      </ErrorBoundary>
    </MantineProvider>
  );
}

/** Without the session cookie the host answers 401 with nothing in it, which the client cannot read as JSON. */
function isUnauthorised(error: Error): boolean {
  return !('data' in error) || (error.data === undefined && !(error.cause instanceof TypeError));
}

import { Button, Center, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { wordsOf } from '../api/client.ts';
import { t } from '../strings/index.ts';
import { EmptyState } from './EmptyState.tsx';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** The data of a query, or the words for why it is not there. */
export function Loaded<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <EmptyState title={t.errors.title} text={wordsOf(query.error)}>
        <Button onClick={() => void query.refetch()}>{t.app.retry}</Button>
      </EmptyState>
    );
  }
  return (
    <Center py={80}>
      <Loader aria-label={t.app.loading} />
    </Center>
  );
}

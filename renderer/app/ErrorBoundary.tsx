import { Button, Code, Stack } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { t } from '../strings/index.ts';

interface State {
  readonly error: Error | null;
}

/** A screen that throws shows words and a way on instead of a blank page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Stack align="center">
        <EmptyState title={t.errors.boundaryTitle} text={t.errors.boundary}>
          <Button onClick={() => this.setState({ error: null })}>{t.errors.reload}</Button>
        </EmptyState>
        <Code>{error.message}</Code>
      </Stack>
    );
  }
}

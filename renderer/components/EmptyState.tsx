import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly text: string;
  /** What to do next. */
  readonly children?: ReactNode;
}

export function EmptyState({ title, text, children }: Props) {
  return (
    <Stack align="center" gap="sm" py={56} px="md" maw={520} mx="auto" ta="center">
      <Plumb />
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text className="soft">{text}</Text>
      {children}
    </Stack>
  );
}

function Plumb() {
  return (
    <svg width="28" height="64" viewBox="0 0 28 64" aria-hidden="true">
      <path d="M14 0v34" stroke="currentColor" strokeWidth="1.5" opacity="0.45" />
      <path d="M6 34h16l-3 11-5 15-5-15z" fill="#c99a35" />
    </svg>
  );
}
